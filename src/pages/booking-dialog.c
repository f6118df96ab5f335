/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/booking-dialog.h"

/**
 * limber_booking_dialog_present:
 * @args: a{sv}, all optional: client (s id), date (s ISO), start (x UTC seconds), minutes (i), staff (s id),
 *   appointment (s id of the one to move)
 *
 * Opens the booking dialog over @parent, prefilled with @args.
 */
void
limber_booking_dialog_present (GtkWindow *parent, LimberStore *store, LimberClock *clock, GVariant *args)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
}
