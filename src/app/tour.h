/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

typedef void (*LimberTourDone) (gboolean ok, gpointer data);

void limber_tour_start (LimberWindow *window, const char *folder, const char *manner, LimberTourDone done, gpointer data);

G_END_DECLS
