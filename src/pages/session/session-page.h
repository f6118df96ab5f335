/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

/**
 * LimberSessionPage:
 *
 * The treatment room. It fills the whole window and brings its own header bar; the action `win.leave-session`
 * goes back to the page from which it was opened.
 */
/* Property: awake (boolean, write): says that the screen is kept awake. */
#define LIMBER_TYPE_SESSION_PAGE (limber_session_page_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionPage, limber_session_page, LIMBER, SESSION_PAGE, AdwBin)

GtkWidget *limber_session_page_new (LimberStore *store, LimberClock *clock);
void       limber_session_page_open (LimberSessionPage *self, const char *session_id);

G_END_DECLS
