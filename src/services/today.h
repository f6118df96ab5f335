/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/day-facts.h"

G_BEGIN_DECLS

/* How many due clients, and how many questions of a kind, stand beside the day. */
#define LIMBER_TODAY_N_DUE 5
#define LIMBER_TODAY_N_QUESTIONS 3

/** LimberTodayQuery: @now in UTC seconds, @today its day in @zone. */
typedef struct {
  gint64 now;
  LimberDate today;
  GTimeZone *zone;
} LimberTodayQuery;

/** LimberTodayFree: the next @minutes of room today, of the therapist with @staff_id. */
typedef struct {
  char *staff_id;
  gint64 start_at;
  int minutes;
} LimberTodayFree;

/**
 * LimberTodayFacts:
 * @free: (element-type LimberTodayFree): who has room for a usual visit today, by name; who has none is left out
 *
 * The day itself.
 */
typedef struct {
  LimberDayFacts *day;
  GArray *free;
} LimberTodayFacts;

/**
 * LimberTodaySide:
 * @due: (element-type LimberRebookItem): overdue and due, those who waited longest first; all of them, with a
 *   suggestion for the first %LIMBER_TODAY_N_DUE
 * @questions: (element-type LimberFollowUp)
 * @n_late: reminders that came due while nobody was there to show them
 *
 * Whom to call, found among all clients.
 */
typedef struct {
  GPtrArray *due;
  GPtrArray *questions;
  gint64 n_late;
} LimberTodaySide;

const LimberTodayFree *limber_today_facts_free_of (const LimberTodayFacts *facts, const char *staff_id);

LimberTodayQuery *limber_today_query_new (gint64 now, GTimeZone *zone);
void              limber_today_query_free (LimberTodayQuery *query);
void              limber_today_facts_free (LimberTodayFacts *facts);
void              limber_today_side_free (LimberTodaySide *side);

/* For the store (LimberStoreFunc), with a LimberTodayQuery as @data: a job that reads LimberTodayFacts, and a survey of
 * LimberTodaySide. */
gpointer limber_today_load (LimberDb *db, gpointer data, GError **error);
gpointer limber_today_side_load (LimberDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberTodayFacts, limber_today_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberTodaySide, limber_today_side_free)

G_END_DECLS
