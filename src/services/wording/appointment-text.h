/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

/**
 * LimberAppointmentText:
 * @line: for the clipboard: "Mon 5 October, 08:30, 45 min with Ines Calder"
 * @subject: of a mail
 * @letter: the text of a mail, a confirmation
 * @email: (nullable): of the client
 *
 * An appointment in words.
 */
typedef struct {
  char *line;
  char *subject;
  char *letter;
  char *email;
} LimberAppointmentText;

typedef struct {
  char *appointment_id;
  GTimeZone *zone;
} LimberAppointmentTextQuery;

LimberAppointmentTextQuery *limber_appointment_text_query_new (const char *appointment_id, GTimeZone *zone);
void                        limber_appointment_text_query_free (LimberAppointmentTextQuery *query);
void                        limber_appointment_text_free (LimberAppointmentText *text);

/* A job for the store (LimberStoreFunc): @data is a LimberAppointmentTextQuery, the result a LimberAppointmentText. */
gpointer limber_appointment_text_load (LimberDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberAppointmentText, limber_appointment_text_free)

G_END_DECLS
