/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"
#include "store/client.h"
#include "store/free-time.h"

G_BEGIN_DECLS

/**
 * LimberNextVisit:
 * @date: the best day, none when the rules or the calendar offer none
 * @verdict: of deep work on it
 * @start_at: the first room on it, UTC seconds; 0 when there is no calendar to ask
 * @staff_id: (nullable): with whom, @staff_name their name
 * @minutes: hands-on time
 * @waited: an earlier day was as good, but without room
 */
typedef struct {
  LimberDate date;
  LimberVerdict verdict;
  gint64 start_at;
  char *staff_id;
  char *staff_name;
  int minutes;
  gboolean waited;
} LimberNextVisit;

LimberVisitWish limber_visit_wish_of (const LimberClient *client);
void            limber_next_visit_find (LimberNextVisit *visit, LimberFreeTime *free_time, const LimberVisitWish *wish,
                                        const LimberPlanInput *input);
void            limber_next_visit_clear (LimberNextVisit *visit);
GArray         *limber_next_visit_days (LimberFreeTime *free_time, const LimberVisitWish *wish,
                                        const LimberPlanInput *input);
LimberDate      limber_next_visit_before_race (LimberFreeTime *free_time, const LimberVisitWish *wish,
                                               const LimberPlanInput *input, guint race);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LimberNextVisit, limber_next_visit_clear)

G_END_DECLS
