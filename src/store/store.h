/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"
#include "store/topics.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_STORE (limber_store_get_type ())
G_DECLARE_FINAL_TYPE (LimberStore, limber_store, LIMBER, STORE, GObject)

/**
 * LimberStoreFunc:
 * @db: the connection; use it only here
 * @data: what was handed to the async call
 *
 * A job of the store, on the worker thread. Touch no GObject of the main thread here.
 *
 * Returns: (transfer full): the result; %NULL is a result too when @error is not set
 */
typedef gpointer (*LimberStoreFunc) (LimberDb *db, gpointer data, GError **error);

void         limber_store_open_async (const char *path, LimberDbMode mode, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
LimberStore *limber_store_open_finish (GAsyncResult *result, GError **error);
LimberStore *limber_store_new_for_db (LimberDb *db);

const char *limber_store_path (LimberStore *store);
void        limber_store_set_actor (LimberStore *store, const char *staff_id, const char *name);
const char *limber_store_actor_id (LimberStore *store);
const char *limber_store_actor_name (LimberStore *store);
void        limber_store_set_now_func (LimberStore *store, LimberNowFunc func, gpointer data);

void limber_store_read_async (LimberStore *store, LimberStoreFunc func, gpointer data, GDestroyNotify data_free,
                              GDestroyNotify result_free, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
void limber_store_survey_async (LimberStore *store, LimberStoreFunc func, gpointer data, GDestroyNotify data_free,
                                GDestroyNotify result_free, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
void limber_store_write_async (LimberStore *store, LimberStoreFunc func, gpointer data, GDestroyNotify data_free,
                               GDestroyNotify result_free, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
void limber_store_job_async (LimberStore *store, LimberStoreFunc func, gpointer data, GDestroyNotify data_free,
                             GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gpointer limber_store_run_finish (LimberStore *store, GAsyncResult *result, GError **error);

void limber_store_close (LimberStore *store);

G_END_DECLS
