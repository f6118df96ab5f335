/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_CADENCE_BAR (limber_cadence_bar_get_type ())
G_DECLARE_FINAL_TYPE (LimberCadenceBar, limber_cadence_bar, LIMBER, CADENCE_BAR, GtkWidget)

GtkWidget *limber_cadence_bar_new (void);
void       limber_cadence_bar_set (LimberCadenceBar *self, int days, int minimum, int maximum, const char *text);

G_END_DECLS
