/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/client-query.h"
#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberClientSummary:
 * @state: "opted-out", "paused", "booked", "snoozed", "new", "overdue", "due" or "not-due"
 * @race_on: first day of the next race, @raced_on: last day of one in the last three days
 *
 * One row of the client list.
 */
typedef struct {
  LimberRecord base;
  guint number;
  char *name;
  char *phone;
  char *team;
  const char *state;
  LimberCadence cadence;
  LimberDate last_on;
  LimberDate race_on;
  LimberDate raced_on;
  gint64 next_start_at;
  gboolean archived;
} LimberClientSummary;

void limber_client_summary_free (LimberClientSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberClientSummary, limber_client_summary_free)

gboolean             limber_client_list_number_of (LimberDb *db, const char *id, guint *number, GError **error);
GArray              *limber_client_list_numbers (LimberDb *db, const LimberClientQuery *query, GError **error);
GPtrArray           *limber_client_list_load (LimberDb *db, const LimberClientQuery *query, GError **error);
LimberClientSummary *limber_client_list_summary (LimberDb *db, const LimberClientQuery *query, guint number,
                                                 GError **error);
LimberClientSummary *limber_client_list_summary_of (LimberDb *db, const LimberClientQuery *query, const char *id,
                                                    GError **error);
gboolean             limber_client_list_counts (LimberDb *db, const LimberClientQuery *query,
                                                guint counts[LIMBER_CLIENT_N_FILTERS], GError **error);

G_END_DECLS
