/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each returns what to print, or NULL with an error; see the table of command-line.c. */
char *limber_import_command_run (int argc, const char *const *argv, GError **error);
char *limber_due_command_run (int argc, const char *const *argv, GError **error);
char *limber_remind_command_run (int argc, const char *const *argv, GError **error);
char *limber_backup_command_run (int argc, const char *const *argv, GError **error);
char *limber_restore_command_run (int argc, const char *const *argv, GError **error);
char *limber_check_command_run (int argc, const char *const *argv, GError **error);
char *limber_demo_command_run (int argc, const char *const *argv, GError **error);

G_END_DECLS
