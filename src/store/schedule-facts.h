/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/appointment.h"
#include "store/plan-facts.h"

G_BEGIN_DECLS

/* So many days before it, a race stands beside its entrant; so many days after it, still. */
#define LIMBER_SCHEDULE_RACE_AHEAD 28
#define LIMBER_SCHEDULE_RACE_BEHIND 7

/**
 * LimberScheduleItem:
 * @race_name: (nullable): the client's nearest race, from @race_first to @race_last
 * @facts: (nullable): for the verdict; %NULL where every verdict is normal. Shared by the items of a client
 */
typedef struct {
  LimberAppointment *appointment;
  char *client_name;
  char *race_name;
  LimberDate race_first;
  LimberDate race_last;
  LimberPlanFacts *facts;
} LimberScheduleItem;

/** LimberScheduleStaff: @gone: treats here no longer, but still has appointments in the period */
typedef struct {
  char *id;
  char *name;
  int color;
  gboolean gone;
} LimberScheduleStaff;

/** LimberScheduleHours: a stretch of @date in which the therapist works; minutes of the wall clock since midnight */
typedef struct {
  const char *staff_id;
  LimberDate date;
  int from_minute;
  int to_minute;
} LimberScheduleHours;

/** LimberScheduleRace: @n_clients: how many of ours run */
typedef struct {
  char *name;
  LimberDate first;
  LimberDate last;
  int n_clients;
} LimberScheduleRace;

/**
 * LimberScheduleQuery:
 * @from: the first day, @to the last one
 * @today: what the verdicts are judged by
 */
typedef struct {
  LimberDate from;
  LimberDate to;
  LimberDate today;
  GTimeZone *zone;
} LimberScheduleQuery;

/**
 * LimberScheduleFacts:
 * @items: (element-type LimberScheduleItem): in order, cancelled ones too
 * @staff: (element-type LimberScheduleStaff): every therapist, by name
 * @hours: (element-type LimberScheduleHours): of the period, and of seven days at least
 * @blocked: (element-type LimberBlockedTime)
 * @races: (element-type LimberScheduleRace): from the first day to a week after the last
 * @has_clients: whether there is anybody to book at all
 *
 * All that a schedule shows of some days.
 */
typedef struct {
  LimberDate from;
  LimberDate to;
  GPtrArray *items;
  GPtrArray *staff;
  GArray *hours;
  GPtrArray *blocked;
  GPtrArray *races;
  gboolean has_clients;
  GHashTable *plans; /* client id → LimberPlanFacts */
} LimberScheduleFacts;

LimberScheduleQuery *limber_schedule_query_new (LimberDate from, LimberDate to, LimberDate today, GTimeZone *zone);
void                 limber_schedule_query_free (LimberScheduleQuery *query);
void                 limber_schedule_facts_free (LimberScheduleFacts *facts);
const LimberScheduleItem *limber_schedule_facts_find (const LimberScheduleFacts *facts, const char *appointment_id);

/* A job for the store (LimberStoreFunc): @data is a LimberScheduleQuery, the result LimberScheduleFacts. */
gpointer limber_schedule_facts_load (LimberDb *db, gpointer data, GError **error);

/* Another one: @data is the id of an appointment. */
gpointer limber_schedule_session_load (LimberDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberScheduleQuery, limber_schedule_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberScheduleFacts, limber_schedule_facts_free)

G_END_DECLS
