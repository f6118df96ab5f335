/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *limber_csv_decode (const char *bytes, gsize length);
char  limber_csv_find_delimiter (const char *text);

G_END_DECLS
