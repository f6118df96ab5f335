/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "models/row.h"
#include "store/client-list.h"
#include "store/store.h"

G_BEGIN_DECLS

/** The most rows that a search shows: more would cost a frame, and nobody reads them. */
#define LIMBER_CLIENT_LIST_MAX_FOUND 50

/** So many items an answer begins with, unless the view says how many it has room for. */
#define LIMBER_CLIENT_LIST_FIRST 16

#define LIMBER_TYPE_CLIENT_LIST (limber_client_list_get_type ())
G_DECLARE_FINAL_TYPE (LimberClientList, limber_client_list, LIMBER, CLIENT_LIST, GObject)

LimberClientList *limber_client_list_new (LimberStore *store);
void              limber_client_list_set_query (LimberClientList *self, const LimberClientQuery *query);
void              limber_client_list_set_screenful (LimberClientList *self, guint screenful);
gboolean          limber_client_list_get_loaded (LimberClientList *self);
gboolean          limber_client_list_get_answered (LimberClientList *self);
guint             limber_client_list_get_n_found (LimberClientList *self);
gboolean          limber_client_list_get_complete (LimberClientList *self);
gboolean          limber_client_list_get_more (LimberClientList *self);
guint             limber_client_list_get_n_fetched (LimberClientList *self);
guint             limber_client_list_find (LimberClientList *self, guint number);

G_END_DECLS
