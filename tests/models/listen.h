/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "../wait.h"

/* Writes down what a list model says, as "position-removed+added " for each change. */
typedef struct {
  GString *changes;
  guint n_loaded;
} Listener;

static inline void
listener_changed_cb (GListModel *model, guint position, guint removed, guint added, Listener *listener)
{
  g_string_append_printf (listener->changes, "%u-%u+%u ", position, removed, added);
}

static inline void
listener_loaded_cb (Listener *listener)
{
  listener->n_loaded++;
}

static inline void
listener_init (Listener *listener, gpointer model)
{
  listener->changes = g_string_new (NULL);
  listener->n_loaded = 0;
  g_signal_connect (model, "items-changed", G_CALLBACK (listener_changed_cb), listener);
  g_signal_connect_swapped (model, "loaded", G_CALLBACK (listener_loaded_cb), listener);
}

/* What changed so far, to be freed. */
static inline char *
listener_take (Listener *listener)
{
  char *changes = g_string_free (listener->changes, FALSE);

  listener->changes = g_string_new (NULL);
  return changes;
}

/* Waits for the next load; returns what changed, to be freed. */
static inline char *
listener_wait (Listener *listener)
{
  guint before = listener->n_loaded;

  WAIT_UNTIL (listener->n_loaded != before);
  return listener_take (listener);
}
