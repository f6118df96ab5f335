/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/waiting.h"

G_BEGIN_DECLS

/**
 * LimberWaitingOffers:
 * @appointment: whose time has become free
 * @entries: (element-type LimberWaitingEntry): who would take it, the longest waiting first
 * @zone: of the clinic
 */
typedef struct {
  LimberAppointment *appointment;
  char *staff_name;
  GPtrArray *entries;
  GTimeZone *zone;
} LimberWaitingOffers;

void limber_waiting_offers_free (LimberWaitingOffers *offers);

/* A job for the store (LimberStoreFunc): @data is a LimberAppointment that was cancelled, the result
 * LimberWaitingOffers; without entries when nobody fits or the time is past. */
gpointer limber_waiting_offers_load (LimberDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberWaitingOffers, limber_waiting_offers_free)

G_END_DECLS
