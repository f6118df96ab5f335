/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

/* The number of the last file in this folder. */
#define LIMBER_SCHEMA_VERSION 11

gboolean limber_schema_migrate (LimberDb *db, int from_version, GError **error);

G_END_DECLS
