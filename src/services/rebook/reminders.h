/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/clinic.h"
#include "store/reminder-facts.h"

G_BEGIN_DECLS

/** LimberDueNudge: one nudge that this process has claimed and now shows. */
typedef struct {
  char *nudge_id;
  char *client_id;
  char *client_name;
  int number;
  int days_since;
} LimberDueNudge;

gint64     limber_reminders_coming (const LimberReminderClient *client, const LimberReminderSettings *settings,
                                    gint64 now, GTimeZone *zone, LimberNextNudge *next);
GPtrArray *limber_reminders_claim_due (LimberDb *db, gint64 now, GTimeZone *zone, gint64 *next_at, GError **error);
gboolean   limber_reminders_release (LimberDb *db, GPtrArray *nudge_ids, GError **error);
void       limber_due_nudge_free (LimberDueNudge *nudge);
GPtrArray *limber_reminders_answered (LimberDb *db, const char *const *nudge_ids, LimberDate today, GTimeZone *zone,
                                      GError **error);
gboolean   limber_reminders_later (LimberDb *db, const char *client_id, LimberDate today, GError **error);
gboolean   limber_reminders_is_summary (guint count);
char      *limber_reminders_title (GPtrArray *nudges, gboolean private_nudges);
char      *limber_reminders_body (GPtrArray *nudges, gboolean has_buttons);

G_END_DECLS
