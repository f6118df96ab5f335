/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"

G_BEGIN_DECLS

char    *limber_birthday_read (const char *text, gboolean day_first, LimberDate today);
gboolean limber_birthday_only_fits (const char *text, gboolean day_first);

G_END_DECLS
