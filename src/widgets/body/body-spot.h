/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/body/body-figure.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_BODY_SPOT (limber_body_spot_get_type ())
G_DECLARE_FINAL_TYPE (LimberBodySpotButton, limber_body_spot, LIMBER, BODY_SPOT, GtkButton)

GtkWidget             *limber_body_spot_new (LimberBodyFigure *figure, const LimberBodyShape *shape);
const LimberBodyShape *limber_body_spot_get_shape (LimberBodySpotButton *self);
void                   limber_body_spot_place (LimberBodySpotButton *self, double scale);
void                   limber_body_spot_set_name (LimberBodySpotButton *self, const char *name);
const char            *limber_body_spot_get_name (LimberBodySpotButton *self);

G_END_DECLS
