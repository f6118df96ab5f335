/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

/** LimberClientKeyFunc: @phone and @email are (nullable); archived clients are told too. */
typedef void (*LimberClientKeyFunc) (const char *name, const char *phone, const char *email, gpointer data);

gboolean limber_client_keys_each (LimberDb *db, LimberClientKeyFunc func, gpointer data, GError **error);

G_END_DECLS
