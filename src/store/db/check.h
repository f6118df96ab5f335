/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

gboolean limber_db_check (LimberDb *db, GError **error);

G_END_DECLS
