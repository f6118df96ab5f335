/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/body-area.h"
#include "domain/finding.h"
#include "widgets/words.h"

G_BEGIN_DECLS

/** LimberFindingValues: what the editor shows and gives; @type may be none (nothing recorded yet). */
typedef struct {
  LimberArea area;
  LimberSide side;
  LimberFindingType type;
  LimberPainQuality quality;
  int severity;
  gboolean unaware;
  LimberFindingSource source;
  const char *note;
} LimberFindingValues;

#define LIMBER_TYPE_FINDING_EDITOR (limber_finding_editor_get_type ())
G_DECLARE_FINAL_TYPE (LimberFindingEditor, limber_finding_editor, LIMBER, FINDING_EDITOR, GtkWidget)

/* The content of a GtkPopover. Signals: recorded (a type was chosen, or something amended after that),
 * removed, done, area-changed (the area beneath or above was chosen: show what is known of it). */
GtkWidget *limber_finding_editor_new (const LimberBodyWords *words);
void       limber_finding_editor_set_values (LimberFindingEditor *self, const LimberFindingValues *values);
void       limber_finding_editor_get_values (LimberFindingEditor *self, LimberFindingValues *values);
void       limber_finding_editor_set_status (LimberFindingEditor *self, const char *text);

G_END_DECLS
