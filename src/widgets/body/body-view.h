/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/body/body-map.h"

G_BEGIN_DECLS

/* One view of the body, a part of LimberBodyMap. */
#define LIMBER_TYPE_BODY_VIEW (limber_body_view_get_type ())
G_DECLARE_FINAL_TYPE (LimberBodyView, limber_body_view, LIMBER, BODY_VIEW, GtkWidget)

GtkWidget *limber_body_view_new (LimberView view);
GtkWidget *limber_body_view_new_picture (LimberView view);
void       limber_body_view_set_marks (LimberBodyView *self, const LimberBodyMark *marks, gsize n_marks);
void       limber_body_view_set_forbidden (LimberBodyView *self, const LimberBodySpot *spots, gsize n_spots);
void       limber_body_view_set_selected (LimberBodyView *self, LimberArea area, LimberSide side);
void       limber_body_view_update_names (LimberBodyView *self, const LimberBodyWords *words);
gsize      limber_body_view_count_marks (LimberBodyView *self);
GtkWidget *limber_body_view_find (LimberBodyView *self, LimberArea area, LimberSide side);

G_END_DECLS
