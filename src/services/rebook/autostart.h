/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIMBER_REMINDER_BUS_NAME "org.limber.Limber.Reminder"

gboolean limber_autostart_get (void);
char    *limber_autostart_dup_program (void);
gboolean limber_autostart_set (gboolean on, GError **error);

G_END_DECLS
