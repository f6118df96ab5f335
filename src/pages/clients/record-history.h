/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/client-file.h"

G_BEGIN_DECLS

GtkWidget *limber_record_finding_chip (const LimberFinding *finding);
GtkWidget *limber_record_visit (const LimberClientFile *file, const LimberSession *session, LimberArea area,
                                LimberSide side);
gboolean   limber_record_visit_has_area (const LimberClientFile *file, const LimberSession *session,
                                         LimberArea area, LimberSide side);
void       limber_record_clear (GtkBox *box);

G_END_DECLS
