/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean limber_autostart_get (void);
gboolean limber_autostart_set (gboolean on, GError **error);

G_END_DECLS
