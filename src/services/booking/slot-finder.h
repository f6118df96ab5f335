/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/**
 * LimberSlot:
 * @verdict: that of the planned work
 * @light: that of light work
 * @preferred: the client said that they like to come on such days and at such times
 *
 * Room for one appointment.
 */
typedef struct {
  char *staff_id;
  char *staff_name;
  LimberDate date;
  gint64 start_at;
  LimberVerdict verdict;
  LimberVerdict light;
  gboolean preferred;
} LimberSlot;

/**
 * LimberSlotDay:
 * @closed: nobody works
 * @race: a race of the client
 * @reason: (nullable): why it has its verdict
 * @cadence: (nullable): how it fits the time since the last visit
 *
 * One day of the strip.
 */
typedef struct {
  LimberDate date;
  LimberVerdict verdict;
  LimberVerdict light;
  gboolean closed;
  gboolean race;
  char *why; /* every reason with its rule and source; NULL without a client */
  char *reason;
  char *cadence;
  guint n_slots;
} LimberSlotDay;

/**
 * LimberSlotQuery:
 * @client_id: (nullable): without a client there are no verdicts
 * @staff_id: (nullable): %NULL for any therapist
 * @except_id: (nullable): an appointment that is being moved and so does not stand in its own way
 * @weekdays: the days that the client asks for, a mask of LIMBER_WEEKDAY_BIT(), 0 for any
 * @from_minute: the earliest start of a day
 * @to_minute: when the hands-on time has to be over, 0 for any
 */
typedef struct {
  char *client_id;
  char *staff_id;
  char *except_id;
  LimberDate from;
  LimberDate to;
  int minutes;
  int turnover;
  LimberWork intent;
  guint weekdays;
  int from_minute;
  int to_minute;
  gint64 now;
  GTimeZone *zone;
} LimberSlotQuery;

/**
 * LimberSlotList:
 * @slots: LimberSlot by time, then by name
 * @days: LimberSlotDay for each date of the query
 * @suggested: dates to suggest, best first; with the therapist of the query, else those on which any has room; empty
 *   without a client
 */
typedef struct {
  GPtrArray *slots;
  GPtrArray *days;
  GArray *suggested;
} LimberSlotList;

LimberSlotQuery *limber_slot_query_copy (const LimberSlotQuery *query);
void             limber_slot_query_free (LimberSlotQuery *query);
void             limber_slot_list_free (LimberSlotList *list);

/* A job for the store (LimberStoreFunc): @data is a LimberSlotQuery, the result a LimberSlotList. */
gpointer limber_slots_find (LimberDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberSlotQuery, limber_slot_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberSlotList, limber_slot_list_free)

G_END_DECLS
