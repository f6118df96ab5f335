/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_WRAP_BOX (limber_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (LimberWrapBox, limber_wrap_box, LIMBER, WRAP_BOX, GtkWidget)

GtkWidget *limber_wrap_box_new (int spacing, int line_spacing);
void       limber_wrap_box_append (LimberWrapBox *self, GtkWidget *child);
void       limber_wrap_box_remove_all (LimberWrapBox *self);

G_END_DECLS
