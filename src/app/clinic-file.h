/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *limber_clinic_file_default (void);
char *limber_clinic_file_make_demo_folder (GError **error);
void  limber_clinic_file_remove_demo_folder (const char *folder);

G_END_DECLS
