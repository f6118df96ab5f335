/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/care-plan.h"

G_BEGIN_DECLS

void     limber_self_care_print (GtkWidget *widget, const LimberCarePlan *plan, LimberDate today);
void     limber_self_care_print_to_file (GtkWidget *widget, const LimberCarePlan *plan, LimberDate today,
                                         const char *path);
void     limber_self_care_draw (const LimberCarePlan *plan, LimberDate today, cairo_t *cr, double width, double height);
gboolean limber_self_care_export (const LimberCarePlan *plan, LimberDate today, const char *path, guint *n_pages,
                                  GError **error);

G_END_DECLS
