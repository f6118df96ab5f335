/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/finding.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_FINDING_MARKER (limber_finding_marker_get_type ())
G_DECLARE_FINAL_TYPE (LimberFindingMarker, limber_finding_marker, LIMBER, FINDING_MARKER, GtkWidget)

GtkWidget *limber_finding_marker_new (int size);
void       limber_finding_marker_set (LimberFindingMarker *self, LimberFindingType type, int severity,
                                      gboolean unaware);
void       limber_finding_marker_set_reading (LimberFindingMarker *self, const char *reading);

G_END_DECLS
