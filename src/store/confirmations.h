/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/appointment.h"
#include "store/contact.h"

G_BEGIN_DECLS

/**
 * LimberConfirmation:
 * @asked_at: when somebody last tried to reach the client in vain since yesterday; 0 for not yet
 *
 * An appointment that nobody has confirmed yet.
 */
typedef struct {
  LimberAppointment *appointment;
  char *client_name;
  char *phone;
  char *email;
  char *staff_name;
  gint64 asked_at;
} LimberConfirmation;

/**
 * LimberConfirmations:
 * @date: tomorrow, or the next day on which anybody works or comes; none when there is no such day in two weeks
 * @open: (element-type LimberConfirmation): in order
 * @n_confirmed: of that day
 */
typedef struct {
  LimberDate date;
  GPtrArray *open;
  guint n_confirmed;
} LimberConfirmations;

typedef struct {
  LimberDate today;
  GTimeZone *zone;
} LimberConfirmationsQuery;

LimberConfirmationsQuery *limber_confirmations_query_new (LimberDate today, GTimeZone *zone);
void                      limber_confirmations_query_free (LimberConfirmationsQuery *query);
void                      limber_confirmations_free (LimberConfirmations *confirmations);

/* A job for the store (LimberStoreFunc): @data is a LimberConfirmationsQuery, the result LimberConfirmations. */
gpointer limber_confirmations_load (LimberDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberConfirmations, limber_confirmations_free)

G_END_DECLS
