/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "store/working-time.h"

G_BEGIN_DECLS

/** LimberTimeOffKind: what a person says about a time that is not as every week. */
typedef enum {
  LIMBER_TIME_OFF_CLOSED,
  LIMBER_TIME_OFF_AWAY,
  LIMBER_TIME_OFF_OTHER_HOURS,
  LIMBER_TIME_OFF_BLOCKED,
  LIMBER_TIME_OFF_WEEKLY,
} LimberTimeOffKind;

/** LimberTimeOffProblem: why it cannot be kept. */
typedef enum {
  LIMBER_TIME_OFF_FINE,
  LIMBER_TIME_OFF_NO_DATE,
  LIMBER_TIME_OFF_ENDS_BEFORE,
  LIMBER_TIME_OFF_NO_THERAPIST,
} LimberTimeOffProblem;

/**
 * LimberTimeOff:
 * @staff_id: (nullable): %NULL for the whole clinic
 * @from: first day; for a weekly time the first one of it
 * @to: last day; not read for hours and for blocked time
 * @from_minute: since midnight; not read for whole days
 * @why: of blocked time
 * @text: (nullable): a word about it
 */
typedef struct {
  LimberTimeOffKind kind;
  char *staff_id;
  LimberDate from;
  LimberDate to;
  int from_minute;
  int to_minute;
  LimberBlockedKind why;
  char *text;
} LimberTimeOff;

/**
 * LimberTimeOffEntry:
 * @type: of @record, which is the row that says it
 * @staff_name: (nullable): %NULL for the whole clinic
 */
typedef struct {
  LimberTimeOff said;
  const LimberRecordType *type;
  gpointer record;
  char *staff_name;
} LimberTimeOffEntry;

/** LimberTimeOffQuery: what holds on @from or later. */
typedef struct {
  LimberDate from;
  GTimeZone *zone;
} LimberTimeOffQuery;

LimberTimeOffQuery  *limber_time_off_query_new (LimberDate from, GTimeZone *zone);
void                 limber_time_off_query_free (LimberTimeOffQuery *query);
LimberTimeOffEntry  *limber_time_off_entry_copy (const LimberTimeOffEntry *entry);
void                 limber_time_off_entry_free (LimberTimeOffEntry *entry);
LimberTimeOffProblem limber_time_off_check (const LimberTimeOff *said);
gpointer             limber_time_off_record (const LimberTimeOff *said, GTimeZone *zone, const LimberRecordType **type);
gpointer             limber_time_off_change (const LimberTimeOffEntry *entry, const LimberTimeOff *said, GTimeZone *zone);

/* A job for the store (LimberStoreFunc): @data is a LimberTimeOffQuery, the result a GPtrArray of LimberTimeOffEntry:
 * what comes every week first, then by date. */
gpointer limber_time_off_list (LimberDb *db, gpointer data, GError **error);

G_END_DECLS
