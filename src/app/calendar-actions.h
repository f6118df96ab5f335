/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void limber_calendar_actions_install (GtkWidgetClass *klass);

G_END_DECLS
