/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_EMPTY_STATE (limber_empty_state_get_type ())
G_DECLARE_FINAL_TYPE (LimberEmptyState, limber_empty_state, LIMBER, EMPTY_STATE, GtkWidget)

GtkWidget *limber_empty_state_new (const char *title, const char *text);
void       limber_empty_state_set_primary (LimberEmptyState *self, const char *label, const char *icon_name,
                                           const char *detailed_action, const char *accelerator);
void       limber_empty_state_set_secondary (LimberEmptyState *self, const char *label,
                                             const char *detailed_action);

G_END_DECLS
