/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/cadence.h"
#include "store/record.h"

G_BEGIN_DECLS

/** LimberClientFilter: the pills above the client list. All but the last leave archived clients out. */
typedef enum {
  LIMBER_CLIENT_FILTER_ALL,
  LIMBER_CLIENT_FILTER_DUE,
  LIMBER_CLIENT_FILTER_RACING,
  LIMBER_CLIENT_FILTER_OPEN,
  LIMBER_CLIENT_FILTER_ARCHIVED,
} LimberClientFilter;

#define LIMBER_CLIENT_N_FILTERS (LIMBER_CLIENT_FILTER_ARCHIVED + 1)

/**
 * LimberClientQuery:
 * @text: (nullable): the beginnings of words of name, phone, e-mail, team or body area; all must match
 * @day_start: the instant at which @today begins
 * @cadence: of the clinic, for clients without their own; see limber_client_query_complete()
 * @limit: at most this many, 0 for all
 *
 * What the client list shows.
 */
typedef struct {
  LimberClientFilter filter;
  char *text;
  LimberDate today;
  gint64 day_start;
  LimberCadence cadence;
  int limit;
} LimberClientQuery;

LimberClientQuery *limber_client_query_copy (const LimberClientQuery *query);
gboolean           limber_client_query_equal (const LimberClientQuery *a, const LimberClientQuery *b);
void               limber_client_query_free (LimberClientQuery *query);
gboolean           limber_client_query_complete (LimberDb *db, LimberClientQuery *query, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberClientQuery, limber_client_query_free)

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

GArray              *limber_client_list_numbers (LimberDb *db, const LimberClientQuery *query, GError **error);
LimberClientSummary *limber_client_list_summary (LimberDb *db, const LimberClientQuery *query, guint number,
                                                 GError **error);
LimberClientSummary *limber_client_list_summary_of (LimberDb *db, const LimberClientQuery *query, const char *id,
                                                    GError **error);
gboolean             limber_client_list_counts (LimberDb *db, const LimberClientQuery *query,
                                                guint counts[LIMBER_CLIENT_N_FILTERS], GError **error);

G_END_DECLS
