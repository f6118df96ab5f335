/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/day-facts.h"

G_BEGIN_DECLS

/* How many due clients, and how many questions of a kind, stand beside the day. */
#define LIMBER_TODAY_N_DUE 5
#define LIMBER_TODAY_N_QUESTIONS 4

/** LimberTodayQuery: @now in UTC seconds, @today its day in @zone. */
typedef struct {
  gint64 now;
  LimberDate today;
  GTimeZone *zone;
} LimberTodayQuery;

/**
 * LimberTodayFacts:
 * @due: (element-type LimberRebookItem) (nullable): overdue and due, those who waited longest first; all of them. They
 *   come later than the rest, by limber_today_due_load()
 * @questions: (element-type LimberFollowUp)
 */
typedef struct {
  LimberDayFacts *day;
  GPtrArray *due;
  GPtrArray *questions;
} LimberTodayFacts;

LimberTodayQuery *limber_today_query_new (gint64 now, GTimeZone *zone);
void              limber_today_query_free (LimberTodayQuery *query);
void              limber_today_facts_free (LimberTodayFacts *facts);

/* Jobs for the store (LimberStoreFunc): @data is a LimberTodayQuery, the result LimberTodayFacts without those who are
 * due; and a survey, whose result is the GPtrArray of those. */
gpointer limber_today_load (LimberDb *db, gpointer data, GError **error);
gpointer limber_today_due_load (LimberDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberTodayFacts, limber_today_facts_free)

G_END_DECLS
