/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_CLIENT_PANE (limber_client_pane_get_type ())
G_DECLARE_FINAL_TYPE (LimberClientPane, limber_client_pane, LIMBER, CLIENT_PANE, GtkWidget)

/* Signals: client-selected (string id), counted (uint clients), filter-changed. */
GtkWidget *limber_client_pane_new (LimberStore *store, LimberClock *clock);
void       limber_client_pane_search (LimberClientPane *self, const char *text);
void       limber_client_pane_select (LimberClientPane *self, const char *client_id);
const char *limber_client_pane_get_filter (LimberClientPane *self);
void       limber_client_pane_set_filter (LimberClientPane *self, const char *filter);
void       limber_client_pane_set_narrow (LimberClientPane *self, gboolean narrow);

G_END_DECLS
