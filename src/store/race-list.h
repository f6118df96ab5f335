/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/appointment.h"
#include "store/plan-facts.h"
#include "store/race.h"

G_BEGIN_DECLS

/* A race stays on the page for so many days after its last one. */
#define LIMBER_RACE_ASK_DAYS 21

/**
 * LimberRaceQuery:
 * @race_id: (nullable): whose entrants
 * @now: UTC seconds; room is looked for from then on
 * @older: also races that ended longer ago, else only those to ask about
 * @today: the day of @now; races that ended more than %LIMBER_RACE_ASK_DAYS before it are left out
 * @zone: of the clinic
 *
 * What the page about races asks for; @data of the two jobs below.
 */
typedef struct {
  char *race_id;
  gint64 now;
  LimberDate today;
  GTimeZone *zone;
  gboolean older;
} LimberRaceQuery;

LimberRaceQuery *limber_race_query_new (const char *race_id, gint64 now, GTimeZone *zone);
LimberRaceQuery *limber_race_query_copy (const LimberRaceQuery *query);
void             limber_race_query_free (LimberRaceQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberRaceQuery, limber_race_query_free)

/**
 * LimberRaceSummary:
 * @unasked: entrants who were not asked yet how the legs were
 * @unvisited: entrants of a coming race without a visit before it, done or booked
 *
 * One line of the list of races. The base is that of @race.
 */
typedef struct {
  LimberRecord base;
  LimberRace *race;
  int entrants;
  int unasked;
  int unvisited;
} LimberRaceSummary;

void limber_race_summary_free (LimberRaceSummary *summary);

/** LimberRaceVisit: a completed session (@start_at is 0) or an appointment to come. */
typedef struct {
  LimberDate date;
  gint64 start_at;
} LimberRaceVisit;

/* How many days before and after a race its entrants' visits are read. */
#define LIMBER_RACE_VISITS_BEFORE 14
#define LIMBER_RACE_VISITS_AFTER 21

/**
 * LimberRaceEntrant:
 * @appointment: (nullable): the last coming visit in the two weeks before the race
 * @session_on: the last session in the week before the race, else none
 * @visits: (element-type LimberRaceVisit): sessions and appointments around the race, by date
 * @suggested: the best day with room that is left before the race, else none
 * @facts: for the rules
 * @index: the race in @facts; -1 when the race is too long ago
 *
 * One client in one race, with what is planned before it. The base is that of @entry.
 */
typedef struct {
  LimberRecord base;
  LimberRaceEntry *entry;
  char *name;
  LimberAppointment *appointment;
  LimberDate appointment_on;
  LimberDate session_on;
  GArray *visits;
  LimberDate suggested;
  LimberPlanFacts *facts;
  int index;
} LimberRaceEntrant;

void limber_race_entrant_free (LimberRaceEntrant *entrant);

/* The entry in a coming race whose client has told of most past races; %NULL without one. For pictures of the program. */
LimberRaceEntry *limber_race_entry_most_told (LimberDb *db, LimberDate today, GError **error);

/* Jobs for the store (LimberStoreFunc); @data is a LimberRaceQuery, the result a GPtrArray. */
gpointer limber_race_list_load (LimberDb *db, gpointer data, GError **error);
gpointer limber_race_entrants_load (LimberDb *db, gpointer data, GError **error);

G_END_DECLS
