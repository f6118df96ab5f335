/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/cadence.h"
#include "store/db/db.h"

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
gboolean           limber_client_query_has_text (const LimberClientQuery *query);
gboolean           limber_client_query_complete (LimberDb *db, LimberClientQuery *query, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberClientQuery, limber_client_query_free)

/* For client-list.c and client-search.c: the clients behind a pill, whatever the text. */
LimberStmt *limber_client_query_prepare (LimberDb *db, const LimberClientQuery *query, const char *tail, GError **error);
gboolean    limber_client_query_step (const LimberClientQuery *query, LimberStmt *stmt, guint *number, GError **error);
LimberCadence limber_client_query_cadence (const LimberClientQuery *query, LimberStmt *stmt, int column);

#define LIMBER_CLIENT_FUTURE_STATUS "('booked', 'confirmed', 'arrived', 'in-session')"
#define LIMBER_CLIENT_LAST_SESSION                                                                                     \
  "(SELECT max (s.date) FROM session s WHERE s.client_id = c.id AND s.state = 'completed')"

G_END_DECLS
