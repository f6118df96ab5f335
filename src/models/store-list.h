/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "models/row.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_STORE_LIST (limber_store_list_get_type ())
G_DECLARE_FINAL_TYPE (LimberStoreList, limber_store_list, LIMBER, STORE_LIST, GObject)

LimberStoreList *limber_store_list_new (LimberStore *store, guint topics, GDestroyNotify record_free);
void             limber_store_list_set_query (LimberStoreList *self, LimberStoreFunc func, gpointer data,
                                              GBoxedCopyFunc data_copy, GDestroyNotify data_free);
void             limber_store_list_set_survey (LimberStoreList *self, gboolean survey);
void             limber_store_list_reload (LimberStoreList *self);
gboolean         limber_store_list_get_loaded (LimberStoreList *self);
gconstpointer    limber_store_list_get_record (LimberStoreList *self, guint position);

G_END_DECLS
