/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/health.h"

G_BEGIN_DECLS

GPtrArray *limber_health_news (LimberDb *db, const char *client_id, gint64 since, GError **error);

G_END_DECLS
