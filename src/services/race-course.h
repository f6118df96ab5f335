/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"

G_BEGIN_DECLS

#define LIMBER_COURSE_BEFORE 14
#define LIMBER_COURSE_AFTER 21

/**
 * LimberCourseDay:
 * @deep: of deep work, @light of light work; of all races of the client, as a booking sees it
 * @reading: the day in words
 */
typedef struct {
  LimberDate date;
  LimberVerdict deep;
  LimberVerdict light;
  char *reading;
} LimberCourseDay;

/**
 * LimberRaceCourse:
 * @race: the race it is about
 * @days: (element-type LimberCourseDay): from %LIMBER_COURSE_BEFORE days before the first race day to
 *   %LIMBER_COURSE_AFTER days after the last one
 * @window: the ideal window before the race, and where it comes from
 * @sweet_spot: the learned lead, 0 while there is none or it does not count
 * @ideal_title: @ideal_why: which days before are ideal and why; @after_title and @after_why the same after it
 *
 * One race of one client, day by day. Everything in it was said by the rules.
 */
typedef struct {
  LimberPlanRace race;
  GArray *days;
  LimberIdealWindow window;
  int sweet_spot;
  char *ideal_title;
  char *ideal_why;
  char *after_title;
  char *after_why;
} LimberRaceCourse;

LimberRaceCourse *limber_race_course_new (const LimberPlanInput *input, guint race);
void              limber_race_course_free (LimberRaceCourse *course);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberRaceCourse, limber_race_course_free)

G_END_DECLS
