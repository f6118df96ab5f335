/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"
#include "store/states.h"

G_BEGIN_DECLS

/**
 * LimberClient:
 * @sort_key: derived from the name on every write: family name first, folded
 * @birthday: ISO date, or --MM-DD without a year
 * @guardian_name: for clients under 18
 * @consent_by: who gave it
 * @cadence_min: days; 0 for the default of the clinic
 * @preferred_minutes: 0 for none
 * @preferred_weekdays: a mask of LIMBER_WEEKDAY_BIT(), 0 for any
 * @preferred_from: @preferred_to: minutes of the day between which the client likes to come, 0 for any
 * @referrer_client_id: at most one of the three referrers
 * @worries: extra days before a goal race
 * @pin_from: first lead of a pinned window, 0 when not pinned
 * @language: of letters to the client, such as "de"
 * @paused_until: none while open-ended
 *
 * The athlete on the table. Optional texts are %NULL.
 */
typedef struct {
  LimberRecord base;
  char *name;
  char *sort_key;
  char *phone;
  char *email;
  char *birthday;
  char *sport;
  char *team_id;
  char *notes;
  char *emergency_name;
  char *emergency_phone;
  char *guardian_name;
  char *guardian_phone;
  LimberDate consent_on;
  char *consent_by;
  int cadence_min;
  int cadence_max;
  int preferred_minutes;
  char *preferred_staff_id;
  guint preferred_weekdays;
  int preferred_from;
  int preferred_to;
  char *referrer_client_id;
  char *referrer_team_id;
  char *referrer_text;
  gboolean worries;
  int pin_from;
  int pin_to;
  char *pin_reason;
  char *language;
  LimberDate snoozed_until;
  LimberDate paused_on;
  LimberDate paused_until;
  LimberPauseReason pause_reason;
  gboolean opted_out;
  gint64 archived_at;
} LimberClient;

LIMBER_DECLARE_RECORD (LimberClient, client)

gboolean   limber_client_archive (LimberDb *db, const char *id, GError **error);
gboolean   limber_client_unarchive (LimberDb *db, const char *id, GError **error);
GPtrArray *limber_client_find_same (LimberDb *db, const char *name, const char *phone, const char *email,
                                    GError **error);

G_END_DECLS
