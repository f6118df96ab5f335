/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** LimberBodyWalk: the keys of a body map: a part of it, kept in its struct. */
typedef struct {
  GtkWidget *map;
  GtkWidget *views[2];
  GString *typed;
  gint64 typed_at;
} LimberBodyWalk;

void       limber_body_walk_init (LimberBodyWalk *walk, GtkWidget *map, GtkWidget *const *views);
void       limber_body_walk_clear (LimberBodyWalk *walk);
gboolean   limber_body_walk_key (LimberBodyWalk *walk, guint keyval);
GtkWidget *limber_body_walk_focused (const LimberBodyWalk *walk);
GtkWidget *limber_body_walk_neighbour (LimberBodyWalk *walk, GtkWidget *spot, guint arrow);

G_END_DECLS
