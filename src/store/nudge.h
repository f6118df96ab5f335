/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"
#include "store/states.h"

G_BEGIN_DECLS

/**
 * LimberNudge:
 * @round: counts the contacts that started the counting anew
 * @number: 1 to 3
 *
 * One reminder to rebook. The cycle is the date of the last completed session.
 */
typedef struct {
  LimberRecord base;
  char *client_id;
  LimberDate cycle_on;
  int round;
  int number;
  gint64 due_at;
  gint64 claimed_at;
  gint64 shown_at;
  LimberNudgeAnswer answer;
  gint64 answered_at;
} LimberNudge;

LIMBER_DECLARE_RECORD (LimberNudge, nudge)

GPtrArray *limber_nudge_list_open (LimberDb *db, const char *client_id, GError **error);
GPtrArray *limber_nudge_list_between (LimberDb *db, const char *client_id, gint64 from, gint64 to, GError **error);
gboolean limber_nudge_answer_open (LimberDb *db, const char *client_id, LimberNudgeAnswer answer, GError **error);
gboolean limber_nudge_count_answered (LimberDb *db, const char *nudge_id, LimberDate today, gint64 today_at,
                                      gint64 *count, GError **error);

gboolean limber_nudge_count_late (LimberDb *db, gint64 from, gint64 to, gint64 *count, GError **error);

G_END_DECLS
