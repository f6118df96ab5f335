/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/finding.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SEVERITY_SLIDER (limber_severity_slider_get_type ())
G_DECLARE_FINAL_TYPE (LimberSeveritySlider, limber_severity_slider, LIMBER, SEVERITY_SLIDER, GtkWidget)

/* Signal: changed (int after), only when a person moved it. */
GtkWidget *limber_severity_slider_new (const char *name);
void       limber_severity_slider_set_before (LimberSeveritySlider *self, int before);
void       limber_severity_slider_set_after (LimberSeveritySlider *self, int after);
int        limber_severity_slider_get_after (LimberSeveritySlider *self);

G_END_DECLS
