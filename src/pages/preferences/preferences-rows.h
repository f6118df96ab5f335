/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *limber_preferences_spin_row (const char *title, const char *subtitle, int min, int max, int value,
                                        GtkSpinButton **spin);
GtkWidget *limber_preferences_switch_row (const char *title, const char *subtitle, gboolean active,
                                          GtkSwitch **toggle);
GtkWidget *limber_preferences_time_drop (const char *label, int minute);
void       limber_preferences_time_drop_set (GtkWidget *drop, int minute);
int        limber_preferences_time_drop_get (GtkWidget *drop);

G_END_DECLS
