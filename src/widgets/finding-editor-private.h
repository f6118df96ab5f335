/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The editor as its two files share it: one builds the controls, the other shows values and hears. */

#include "widgets/finding-editor.h"

G_BEGIN_DECLS

#define LIMBER_EDITOR_TYPES LIMBER_FINDING_TYPE_LAST
#define LIMBER_EDITOR_SEVERITIES (LIMBER_SEVERITY_MAX + 1)

struct _LimberFindingEditor
{
  GtkWidget parent_instance;
  const LimberBodyWords *words;
  LimberFindingValues values;
  char *note;
  gboolean updating;
  guint note_id;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *sides_row;
  GtkWidget *sides[3];
  GtkWidget *layers_row;
  GtkWidget *layers[2];
  GtkWidget *types[LIMBER_EDITOR_TYPES];
  GtkWidget *qualities_row;
  GtkWidget *qualities[LIMBER_PAIN_QUALITY_LAST];
  GtkWidget *severities[LIMBER_EDITOR_SEVERITIES];
  GtkWidget *marker;
  GtkWidget *unaware;
  GtkWidget *sources[2];
  GtkWidget *entry;
  GtkWidget *status_row;
  GtkWidget *status;
  GtkWidget *remove;
  GtkWidget *done;
};

void limber_finding_editor_build (LimberFindingEditor *self);

G_END_DECLS
