/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/finding.h"
#include "store/plan-facts.h"

G_BEGIN_DECLS

/**
 * LimberBookingClient:
 * @preferred_minutes: 0 for none
 * @unaware: (nullable): what the client had not been aware of at one of the last visits, on @unaware_on
 *
 * What a booking shows about its client.
 */
typedef struct {
  char *id;
  char *name;
  char *team;
  int preferred_minutes;
  char *preferred_staff_id;
  LimberPlanFacts *facts;
  LimberFinding *unaware;
  LimberDate unaware_on;
} LimberBookingClient;

/** LimberBookingClientQuery: @id of a client, or @text to look for (beginnings of names). */
typedef struct {
  char *id;
  char *text;
  LimberDate today;
} LimberBookingClientQuery;

LimberBookingClientQuery *limber_booking_client_query_new (const char *id, const char *text, LimberDate today);
void                      limber_booking_client_query_free (LimberBookingClientQuery *query);
void                      limber_booking_client_free (LimberBookingClient *client);

/* Jobs for the store (LimberStoreFunc) over a LimberBookingClientQuery. */
gpointer limber_booking_client_load (LimberDb *db, gpointer data, GError **error);
gpointer limber_booking_client_add (LimberDb *db, gpointer data, GError **error);
gpointer limber_booking_client_search (LimberDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberBookingClient, limber_booking_client_free)

G_END_DECLS
