/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/client.h"

G_BEGIN_DECLS

/* A job for limber_store_write_async(): saves a client and the name of the team, which is added when it is new. */

gpointer limber_client_save_new (LimberClient *client, const char *team);
gpointer limber_client_save_run (LimberDb *db, gpointer data, GError **error);
void     limber_client_save_free (gpointer data);

G_END_DECLS
