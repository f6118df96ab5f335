/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

/** LimberClientHit: one client that a search found. */
typedef struct {
  char *id;
  char *name;
  char *phone;
  char *team;
  gboolean archived;
} LimberClientHit;

void limber_client_hit_free (LimberClientHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberClientHit, limber_client_hit_free)

GPtrArray *
limber_client_search (LimberDb *db, const char *text, gboolean archived_too, int limit, GError **error);

G_END_DECLS
