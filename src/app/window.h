/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_WINDOW (limber_window_get_type ())
G_DECLARE_FINAL_TYPE (LimberWindow, limber_window, LIMBER, WINDOW, AdwApplicationWindow)

GtkWidget   *limber_window_new (GtkApplication *application, GSettings *settings);
void         limber_window_set_store (LimberWindow *self, LimberStore *store, LimberClock *clock);
LimberStore *limber_window_get_store (LimberWindow *self);
LimberClock *limber_window_get_clock (LimberWindow *self);
GSettings   *limber_window_get_settings (LimberWindow *self);
void         limber_window_show_view (LimberWindow *self, const char *view);
void         limber_window_show_problem (LimberWindow *self, const GError *error, const char *database);
GtkWidget   *limber_window_show_page (LimberWindow *self, const char *name);
const char  *limber_window_get_page (LimberWindow *self);
void         limber_window_open_session (LimberWindow *self, const char *session_id);
const char  *limber_window_get_running_session (LimberWindow *self);
void         limber_window_set_welcome (LimberWindow *self, GtkWidget *welcome);
void         limber_window_set_desk (LimberWindow *self, const char *name);

G_END_DECLS
