/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "domain/date.h"

G_BEGIN_DECLS

/**
 * LimberCommandError:
 * @LIMBER_COMMAND_ERROR_USAGE: asked for in a wrong way; exit status 2
 * @LIMBER_COMMAND_ERROR_FAILED: asked well, but it cannot be done; exit status 1
 */
typedef enum {
  LIMBER_COMMAND_ERROR_USAGE,
  LIMBER_COMMAND_ERROR_FAILED,
} LimberCommandError;

#define LIMBER_COMMAND_ERROR (limber_command_error_quark ())
GQuark limber_command_error_quark (void);

/** LimberArgumentFunc: Takes one value, %NULL for an option without one. Returns: %FALSE with @error set. */
typedef gboolean (*LimberArgumentFunc) (gpointer data, const char *value, GError **error);

typedef enum {
  LIMBER_ARGUMENT_FLAG = 0,
  LIMBER_ARGUMENT_VALUE = 1 << 0,
  LIMBER_ARGUMENT_REPEATED = 1 << 1,
} LimberArgumentFlags;

/** LimberArgument: one option, @name with its two dashes. An empty table ends with a %NULL name. */
typedef struct {
  const char *name;
  LimberArgumentFlags flags;
  LimberArgumentFunc set;
} LimberArgument;

gboolean limber_arguments_parse (const LimberArgument *known, LimberArgumentFunc positional, int argc,
                                 const char *const *argv, gpointer data, GError **error);

gboolean   limber_misuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean   limber_parse_whole (const char *text, int *number);
gboolean   limber_parse_decimal (const char *text, double *number);
LimberDate limber_parse_date (const char *text, GError **error);

G_END_DECLS
