/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"
#include "store/session.h"

G_BEGIN_DECLS

/* How long it makes sense to ask, in days. */
#define LIMBER_FOLLOW_UP_DAYS 14

/* A massage hangover is asked for by itself until so many days after the session, and at any contact later. */
#define LIMBER_HANGOVER_DAYS 3

/* Rule E3: from this day after a race on a client can say where it hurts. */
#define LIMBER_ASSESS_DAYS 3

typedef enum {
  LIMBER_FOLLOW_UP_WORKOUTS,
  LIMBER_FOLLOW_UP_RACE,
  LIMBER_FOLLOW_UP_AREAS,
  LIMBER_FOLLOW_UP_HANGOVER,
} LimberFollowUpKind;

/**
 * LimberFollowUp:
 * @id: of the session (workouts, hangover) or of the race entry
 * @on: the day of the session, or the last day of the race
 * @race_name: (nullable)
 *
 * A question that a client has not been asked yet.
 */
typedef struct {
  LimberFollowUpKind kind;
  char *id;
  char *client_id;
  char *client_name;
  LimberDate on;
  char *race_name;
} LimberFollowUp;

/**
 * LimberFollowUpAnswer:
 * @first: hangover 0 to 10, legs 0 to 10, or a LimberWorkouts
 * @second: days until the hangover was gone, or confidence 0 to 10
 * @areas: (nullable) (element-type LimberSoreArea): where it hurts; empty when nothing does
 * @on: the day of the answer
 */
typedef struct {
  LimberFollowUpKind kind;
  char *id;
  int first;
  int second;
  GPtrArray *areas;
  LimberDate on;
} LimberFollowUpAnswer;

GPtrArray *limber_follow_up_load (LimberDb *db, LimberDate today, GTimeZone *zone, int limit, GError **error);
GPtrArray *limber_follow_up_of_client (LimberDb *db, const char *client_id, LimberDate today, GTimeZone *zone,
                                       GError **error);
LimberFollowUp *limber_follow_up_copy (const LimberFollowUp *follow_up);
void            limber_follow_up_free (LimberFollowUp *follow_up);

gboolean limber_follow_up_save (LimberDb *db, const LimberFollowUpAnswer *answer, GError **error);
gboolean limber_follow_up_take_back (LimberDb *db, LimberFollowUpKind kind, const char *id, GError **error);
void     limber_follow_up_answer_free (LimberFollowUpAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberFollowUp, limber_follow_up_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberFollowUpAnswer, limber_follow_up_answer_free)

G_END_DECLS
