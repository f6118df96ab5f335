/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/body-area.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_AREA_CHECK (limber_area_check_get_type ())
G_DECLARE_FINAL_TYPE (LimberAreaCheck, limber_area_check, LIMBER, AREA_CHECK, GtkBox)

/* Signal: done, when the client has said it all. */
GtkWidget *limber_area_check_new (void);
void       limber_area_check_point_at (LimberAreaCheck *self, LimberArea area, LimberSide side);
GPtrArray *limber_area_check_get_areas (LimberAreaCheck *self);

G_END_DECLS
