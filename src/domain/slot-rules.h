/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LIMBER_SLOT_STEP_MINUTES 15
#define LIMBER_TURNOVER_MINUTES 15

/** LimberInterval: UTC seconds; @end is the first second that no longer belongs to it. */
typedef struct {
  gint64 start;
  gint64 end;
} LimberInterval;

/**
 * LimberBusy:
 * @start: UTC seconds
 * @end: UTC seconds, the turnover of an appointment included
 * @blocked: blocked time, such as a break, and no appointment; a turnover may run into it
 */
typedef struct {
  gint64 start;
  gint64 end;
  gboolean blocked;
} LimberBusy;

/** LimberSlotProblem: why a slot needs somebody to say "book anyway"; a set of bits. */
typedef enum {
  LIMBER_SLOT_PROBLEM_NONE = 0,
  LIMBER_SLOT_PROBLEM_OVERLAP = 1 << 0,
  LIMBER_SLOT_PROBLEM_BLOCKED = 1 << 1,
  LIMBER_SLOT_PROBLEM_OUT_OF_HOURS = 1 << 2,
} LimberSlotProblem;

/**
 * LimberVisitTime:
 * @start: UTC seconds
 * @minutes: hands-on time
 * @turnover: minutes after it for which no other appointment may start
 */
typedef struct {
  gint64 start;
  int minutes;
  int turnover;
} LimberVisitTime;

gboolean          limber_intervals_overlap (gint64 start, gint64 end, gint64 other_start, gint64 other_end);
LimberSlotProblem limber_slot_check (const LimberVisitTime *slot, const LimberInterval *working, guint n_working,
                                     const LimberBusy *busy, guint n_busy, int *first_busy);
GArray           *limber_slots_free (const LimberInterval *working, guint n_working, const LimberBusy *busy, guint n_busy,
                                     int minutes, int turnover, gint64 not_before);

G_END_DECLS
