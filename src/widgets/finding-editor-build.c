/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The controls of the finding editor and their faces. What they do is in finding-editor.c. */
#include "widgets/finding-editor-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/finding-marker.h"
#include "widgets/widget-name.h"

#define TYPE_COLUMNS 4

static GtkWidget *
make_choice (const char *name, GtkWidget *face)
{
  GtkWidget *button = gtk_toggle_button_new ();

  if (face)
    gtk_button_set_child (GTK_BUTTON (button), face);
  else
    gtk_button_set_label (GTK_BUTTON (button), name);
  gtk_widget_add_css_class (button, "choice");
  limber_widget_name (button, name);
  return button;
}

static GtkWidget *
make_row (LimberFindingEditor *self, int spacing)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);

  gtk_box_append (GTK_BOX (self->box), row);
  return row;
}

static void
build_head (LimberFindingEditor *self)
{
  const char *const names[] = { _("Right"), _("Left"), _("Both") };
  GtkWidget *row = make_row (self, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = gtk_label_new (NULL);
  self->subtitle = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "title-3");
  gtk_widget_add_css_class (self->subtitle, "limber-hint");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_xalign (GTK_LABEL (self->subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->subtitle), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->subtitle);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);

  self->sides_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->sides_row, "linked");
  gtk_widget_set_valign (self->sides_row, GTK_ALIGN_CENTER);
  /* The sides stand as on the body seen from the front; bodies are not mirrored with the writing. */
  gtk_widget_set_direction (self->sides_row, GTK_TEXT_DIR_LTR);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      self->sides[i] = make_choice (names[i], NULL);
      gtk_widget_set_direction (self->sides[i], GTK_TEXT_DIR_LTR);
      gtk_box_append (GTK_BOX (self->sides_row), self->sides[i]);
    }
  gtk_box_append (GTK_BOX (row), self->sides_row);
}

static void
build_layers (LimberFindingEditor *self)
{
  self->layers_row = make_row (self, 0);
  gtk_widget_add_css_class (self->layers_row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (self->layers_row), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->layers); i++)
    {
      self->layers[i] = make_choice ("", NULL);
      gtk_widget_set_size_request (self->layers[i], -1, 44);
      gtk_box_append (GTK_BOX (self->layers_row), self->layers[i]);
    }
}

static GtkWidget *
make_type_face (const char *letter, const char *name)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_label_new (letter);
  GtkWidget *bottom = gtk_label_new (name);

  gtk_widget_add_css_class (bottom, "type-name");
  gtk_label_set_ellipsize (GTK_LABEL (bottom), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (face, name);
  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (face), top);
  gtk_box_append (GTK_BOX (face), bottom);
  return face;
}

static void
build_types (LimberFindingEditor *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "types");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (int i = 0; i < LIMBER_EDITOR_TYPES; i++)
    {
      g_autofree char *word = limber_body_words_finding_type (self->words, i + 1);
      g_autofree char *name = limber_capitalize (word);

      self->types[i] = make_choice (name, make_type_face (limber_finding_type_letter (i + 1), name));
      gtk_widget_set_tooltip_text (self->types[i], name);
      gtk_grid_attach (GTK_GRID (grid), self->types[i], i % TYPE_COLUMNS, i / TYPE_COLUMNS, 1, 1);
    }
  gtk_box_append (GTK_BOX (self->box), grid);
}

static void
build_qualities (LimberFindingEditor *self)
{
  self->qualities_row = make_row (self, 0);
  gtk_widget_add_css_class (self->qualities_row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (self->qualities_row), TRUE);
  for (int i = 0; i < LIMBER_PAIN_QUALITY_LAST; i++)
    {
      g_autofree char *word = limber_body_words_pain_quality (self->words, i + 1);
      g_autofree char *name = limber_capitalize (word);

      self->qualities[i] = make_choice (name, NULL);
      gtk_box_append (GTK_BOX (self->qualities_row), self->qualities[i]);
    }
}

static GtkWidget *
make_severity_face (int severity)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *number = g_strdup_printf ("%d", severity);
  g_autofree char *heat = g_strdup_printf ("heat-%d", limber_severity_bin (severity));

  gtk_widget_add_css_class (bar, "heat-bar");
  gtk_widget_add_css_class (bar, heat);
  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (face), gtk_label_new (number));
  gtk_box_append (GTK_BOX (face), bar);
  return face;
}

static void
build_severities (LimberFindingEditor *self)
{
  GtkWidget *head = make_row (self, 12);
  GtkWidget *row = make_row (self, 4);
  GtkWidget *title = gtk_label_new (_("Severity"));
  GtkWidget *scale = gtk_label_new (_("0 none – 10 worst"));

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_halign (title, GTK_ALIGN_START);
  gtk_widget_add_css_class (scale, "limber-hint");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), scale);
  gtk_widget_add_css_class (row, "severities");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (int i = 0; i < LIMBER_EDITOR_SEVERITIES; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Severity %d"), i);

      self->severities[i] = make_choice (name, make_severity_face (i));
      gtk_box_append (GTK_BOX (row), self->severities[i]);
    }
}

static void
build_unaware (LimberFindingEditor *self)
{
  GtkWidget *row = make_row (self, 8);
  GtkWidget *label = gtk_label_new (_("Client was unaware of it"));

  self->marker = limber_finding_marker_new (28);
  self->unaware = gtk_switch_new ();
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (self->unaware, GTK_ALIGN_CENTER);
  limber_widget_name (GTK_WIDGET (self->unaware), _("Client was unaware of it"));
  gtk_box_append (GTK_BOX (row), self->marker);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), self->unaware);
}

static void
build_source_and_note (LimberFindingEditor *self)
{
  const char *const names[] = { _("Client said"), _("Therapist found") };
  GtkWidget *row = make_row (self, 8);
  GtkWidget *segment = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (segment, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      self->sources[i] = make_choice (names[i], NULL);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->sources[i]))), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (segment), self->sources[i]);
    }
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Note (optional)"));
  /* It takes the room that is left, and asks for little where the text is large. */
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 7);
  gtk_widget_set_hexpand (self->entry, TRUE);
  limber_widget_name (GTK_WIDGET (self->entry), _("Note"));
  gtk_box_append (GTK_BOX (row), segment);
  gtk_box_append (GTK_BOX (row), self->entry);
}

static void
build_foot (LimberFindingEditor *self)
{
  GtkWidget *row = make_row (self, 8);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  self->status_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->status = gtk_label_new (NULL);
  gtk_widget_add_css_class (tick, "limber-better");
  gtk_widget_add_css_class (self->status, "limber-hint");
  gtk_label_set_ellipsize (GTK_LABEL (self->status), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->status_row), tick);
  gtk_box_append (GTK_BOX (self->status_row), self->status);
  gtk_widget_set_opacity (self->status_row, 0);
  gtk_widget_set_hexpand (self->status_row, TRUE);

  self->remove = gtk_button_new_with_mnemonic (_("_Remove"));
  gtk_widget_add_css_class (self->remove, "flat");
  self->done = gtk_button_new_with_mnemonic (_("_Done"));
  gtk_widget_add_css_class (self->done, "suggested-action");
  limber_widget_name (GTK_WIDGET (self->remove), _("Remove"));
  limber_widget_name (GTK_WIDGET (self->done), _("Done"));
  gtk_box_append (GTK_BOX (row), self->status_row);
  gtk_box_append (GTK_BOX (row), self->remove);
  gtk_box_append (GTK_BOX (row), self->done);
}

/** limber_finding_editor_build: Makes the controls, from the area above to the buttons below; nothing listens yet. */
void
limber_finding_editor_build (LimberFindingEditor *self)
{
  build_head (self);
  build_layers (self);
  build_types (self);
  build_qualities (self);
  build_severities (self);
  build_unaware (self);
  build_source_and_note (self);
  build_foot (self);
}
