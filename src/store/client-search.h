/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/client-query.h"

G_BEGIN_DECLS

GArray *limber_client_search (LimberDb *db, const LimberClientQuery *query, GError **error);

G_END_DECLS
