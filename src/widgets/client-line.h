/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_CLIENT_LINE (limber_client_line_get_type ())
G_DECLARE_DERIVABLE_TYPE (LimberClientLine, limber_client_line, LIMBER, CLIENT_LINE, GtkWidget)

struct _LimberClientLineClass {
  GtkWidgetClass parent_class;
};

/**
 * LimberClientLineWords:
 * @name: of the client
 * @detail: what stands under the name
 * @race: (nullable): beside the flag; no flag without it
 * @state: the id of a cadence state, as for limber_cadence_chip_set()
 * @state_text: the translated words for it
 * @days: since the last completed session
 * @maximum: the last day of the client's window
 *
 * What one line of a list of clients says. Borrowed.
 */
typedef struct {
  const char *name;
  const char *detail;
  const char *race;
  const char *state;
  const char *state_text;
  int days;
  int maximum;
} LimberClientLineWords;

void        limber_client_line_set (LimberClientLine *self, const LimberClientLineWords *words);
const char *limber_client_line_get_name (LimberClientLine *self);

G_END_DECLS
