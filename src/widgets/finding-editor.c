/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: a finding in few touches. Choosing a type records; whatever is touched afterwards amends, and says so
 * with the same signal. The values live in this struct; the controls show them (updating guards against
 * hearing ourselves). The note is told after a pause in typing, and at the latest when the editor goes away. */
#include "widgets/finding-editor.h"

#include <glib/gi18n-lib.h>

#include "widgets/draw-text.h"
#include "widgets/finding-marker.h"

#define N_TYPES LIMBER_FINDING_TYPE_LAST
#define N_SEVERITIES (LIMBER_SEVERITY_MAX + 1)
#define TYPE_COLUMNS 4
#define WIDTH 470
#define NOTE_DELAY_MSEC 700

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
  GtkWidget *types[N_TYPES];
  GtkWidget *qualities_row;
  GtkWidget *qualities[LIMBER_PAIN_QUALITY_LAST];
  GtkWidget *severities[N_SEVERITIES];
  GtkWidget *marker;
  GtkWidget *unaware;
  GtkWidget *sources[2];
  GtkWidget *entry;
  GtkWidget *status_row;
  GtkWidget *status;
  GtkWidget *remove;
  GtkWidget *done;
};

enum {
  RECORDED,
  REMOVED,
  DONE,
  AREA_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const LimberSide side_values[] = { LIMBER_SIDE_RIGHT, LIMBER_SIDE_LEFT, LIMBER_SIDE_BOTH };
static const LimberFindingSource source_values[] = { LIMBER_FINDING_SOURCE_CLIENT, LIMBER_FINDING_SOURCE_THERAPIST };

G_DEFINE_FINAL_TYPE (LimberFindingEditor, limber_finding_editor, GTK_TYPE_WIDGET)

/* Telling */

static void
record (LimberFindingEditor *self)
{
  g_clear_handle_id (&self->note_id, g_source_remove);
  if (self->values.type != LIMBER_FINDING_TYPE_NONE)
    g_signal_emit (self, signals[RECORDED], 0);
}

static void
flush_note (LimberFindingEditor *self)
{
  if (self->note_id)
    record (self);
}

static gboolean
on_note_rests (gpointer data)
{
  LimberFindingEditor *self = data;

  self->note_id = 0;
  record (self);
  return G_SOURCE_REMOVE;
}

/* Showing */

static void
show_choice (GtkWidget **buttons, guint n_buttons, int chosen)
{
  for (guint i = 0; i < n_buttons; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (buttons[i]), (int) i == chosen);
}

static int
index_of_side (LimberSide side)
{
  for (guint i = 0; i < G_N_ELEMENTS (side_values); i++)
    if (side_values[i] == side)
      return i;
  return -1;
}

static void
show_title (LimberFindingEditor *self)
{
  LimberSide side = self->values.side == LIMBER_SIDE_BOTH ? LIMBER_SIDE_NONE : self->values.side;
  g_autofree char *name = limber_body_words_area (self->words, self->values.area, side);
  g_autofree char *title = limber_capitalize (name);
  const char *anatomical = limber_area_anatomical_name (self->values.area);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), anatomical ? anatomical : "");
  gtk_widget_set_visible (self->sides_row, !limber_area_is_midline (self->values.area));
}

/* Two areas under one shape: the upper one was clicked, the deeper one is offered. */
static void
show_layers (LimberFindingEditor *self)
{
  LimberArea upper = limber_area_shape (self->values.area), deep = limber_area_beneath (self->values.area);
  LimberArea areas[] = { upper, deep };

  gtk_widget_set_visible (self->layers_row, deep != LIMBER_AREA_NONE);
  if (deep == LIMBER_AREA_NONE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autofree char *name = limber_body_words_area (self->words, areas[i], LIMBER_SIDE_NONE);
      g_autofree char *label = limber_capitalize (name);

      gtk_button_set_label (GTK_BUTTON (self->layers[i]), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->layers[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  show_choice (self->layers, G_N_ELEMENTS (self->layers), self->values.area == deep);
}

static void
show_values (LimberFindingEditor *self)
{
  const LimberFindingValues *values = &self->values;
  gboolean recorded = values->type != LIMBER_FINDING_TYPE_NONE;

  self->updating = TRUE;
  show_title (self);
  show_layers (self);
  show_choice (self->sides, G_N_ELEMENTS (self->sides), index_of_side (values->side));
  show_choice (self->types, N_TYPES, (int) values->type - 1);
  show_choice (self->qualities, LIMBER_PAIN_QUALITY_LAST, (int) values->quality - 1);
  show_choice (self->severities, N_SEVERITIES, values->severity);
  show_choice (self->sources, 2, (int) values->source - 1);
  gtk_widget_set_visible (self->qualities_row, values->type == LIMBER_FINDING_TYPE_PAIN);
  gtk_switch_set_active (GTK_SWITCH (self->unaware), values->unaware);
  limber_finding_marker_set (LIMBER_FINDING_MARKER (self->marker), values->type, values->severity, values->unaware);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->note ? self->note : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->note ? self->note : "");
  gtk_widget_set_sensitive (self->remove, recorded);
  self->updating = FALSE;
}

static void
amend (LimberFindingEditor *self)
{
  show_values (self);
  record (self);
}

/* Hearing: a toggle that is pressed again stays; the toggle that goes off says nothing. */

static int
which (LimberFindingEditor *self, GtkToggleButton *button, GtkWidget **buttons, guint n_buttons)
{
  if (self->updating)
    return -1;
  for (guint i = 0; i < n_buttons; i++)
    if (buttons[i] == GTK_WIDGET (button))
      return i;
  return -1;
}

static void
on_side (LimberFindingEditor *self, GtkToggleButton *button)
{
  int index = which (self, button, self->sides, G_N_ELEMENTS (self->sides));

  if (index < 0)
    return;
  self->values.side = side_values[index];
  amend (self);
}

/* Another area is another finding: nothing is recorded before its type is chosen. */
static void
on_layer (LimberFindingEditor *self, GtkToggleButton *button)
{
  int index = which (self, button, self->layers, G_N_ELEMENTS (self->layers));

  if (index < 0)
    return;
  flush_note (self);
  self->values.area = index == 0 ? limber_area_shape (self->values.area) : limber_area_beneath (self->values.area);
  self->values.type = LIMBER_FINDING_TYPE_NONE;
  show_values (self);
  g_signal_emit (self, signals[AREA_CHANGED], 0);
}

static void
on_type (LimberFindingEditor *self, GtkToggleButton *button)
{
  int index = which (self, button, self->types, N_TYPES);

  if (index < 0)
    return;
  self->values.type = index + 1;
  if (self->values.type != LIMBER_FINDING_TYPE_PAIN)
    self->values.quality = LIMBER_PAIN_QUALITY_NONE;
  amend (self);
}

static void
on_quality (LimberFindingEditor *self, GtkToggleButton *button)
{
  int index = which (self, button, self->qualities, LIMBER_PAIN_QUALITY_LAST);

  if (index < 0)
    return;
  self->values.quality = gtk_toggle_button_get_active (button) ? index + 1 : LIMBER_PAIN_QUALITY_NONE;
  amend (self);
}

static void
on_severity (LimberFindingEditor *self, GtkToggleButton *button)
{
  int index = which (self, button, self->severities, N_SEVERITIES);

  if (index < 0)
    return;
  self->values.severity = index;
  amend (self);
}

/* What the client did not know of, the client cannot have said: the two controls follow each other. */
static void
on_source (LimberFindingEditor *self, GtkToggleButton *button)
{
  int index = which (self, button, self->sources, 2);

  if (index < 0)
    return;
  self->values.source = source_values[index];
  if (self->values.source == LIMBER_FINDING_SOURCE_CLIENT)
    self->values.unaware = FALSE;
  amend (self);
}

static void
on_unaware (LimberFindingEditor *self)
{
  if (self->updating)
    return;
  self->values.unaware = gtk_switch_get_active (GTK_SWITCH (self->unaware));
  if (self->values.unaware)
    self->values.source = LIMBER_FINDING_SOURCE_THERAPIST;
  amend (self);
}

static void
on_note (LimberFindingEditor *self)
{
  if (self->updating)
    return;
  g_free (self->note);
  self->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  self->values.note = self->note;
  g_clear_handle_id (&self->note_id, g_source_remove);
  self->note_id = g_timeout_add (NOTE_DELAY_MSEC, on_note_rests, self);
}

static void
on_remove (LimberFindingEditor *self)
{
  g_clear_handle_id (&self->note_id, g_source_remove);
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
on_done (LimberFindingEditor *self)
{
  flush_note (self);
  g_signal_emit (self, signals[DONE], 0);
}

/* Digits set the severity from anywhere but the note. */
static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint code, GdkModifierType state, LimberFindingEditor *self)
{
  int digit = keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9 ? (int) keyval - GDK_KEY_0
              : keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9 ? (int) keyval - GDK_KEY_KP_0 : -1;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (digit < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
      || (focus && (focus == self->entry || gtk_widget_is_ancestor (focus, self->entry))))
    return FALSE;
  self->values.severity = digit;
  amend (self);
  return TRUE;
}

/* Building */

static GtkWidget *
make_choice (LimberFindingEditor *self, GCallback callback, const char *name, GtkWidget *face)
{
  GtkWidget *button = gtk_toggle_button_new ();

  if (face)
    gtk_button_set_child (GTK_BUTTON (button), face);
  else
    gtk_button_set_label (GTK_BUTTON (button), name);
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
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
      self->sides[i] = make_choice (self, G_CALLBACK (on_side), names[i], NULL);
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
      self->layers[i] = make_choice (self, G_CALLBACK (on_layer), "", NULL);
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
  for (int i = 0; i < N_TYPES; i++)
    {
      g_autofree char *word = limber_body_words_finding_type (self->words, i + 1);
      g_autofree char *name = limber_capitalize (word);

      self->types[i] = make_choice (self, G_CALLBACK (on_type), name,
                                    make_type_face (limber_finding_type_letter (i + 1), name));
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

      self->qualities[i] = make_choice (self, G_CALLBACK (on_quality), name, NULL);
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
  for (int i = 0; i < N_SEVERITIES; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Severity %d"), i);

      self->severities[i] = make_choice (self, G_CALLBACK (on_severity), name, make_severity_face (i));
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
  gtk_widget_set_valign (self->unaware, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unaware), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Client was unaware of it"), -1);
  g_signal_connect_swapped (self->unaware, "notify::active", G_CALLBACK (on_unaware), self);
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
      self->sources[i] = make_choice (self, G_CALLBACK (on_source), names[i], NULL);
      gtk_box_append (GTK_BOX (segment), self->sources[i]);
    }
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Note (optional)"));
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_note), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_done), self);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Done"), -1);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (on_remove), self);
  g_signal_connect_swapped (self->done, "clicked", G_CALLBACK (on_done), self);
  gtk_box_append (GTK_BOX (row), self->status_row);
  gtk_box_append (GTK_BOX (row), self->remove);
  gtk_box_append (GTK_BOX (row), self->done);
}

static void
limber_finding_editor_unmap (GtkWidget *widget)
{
  flush_note (LIMBER_FINDING_EDITOR (widget));
  GTK_WIDGET_CLASS (limber_finding_editor_parent_class)->unmap (widget);
}

static void
limber_finding_editor_dispose (GObject *object)
{
  LimberFindingEditor *self = LIMBER_FINDING_EDITOR (object);

  g_clear_handle_id (&self->note_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (limber_finding_editor_parent_class)->dispose (object);
}

static void
limber_finding_editor_finalize (GObject *object)
{
  g_free (LIMBER_FINDING_EDITOR (object)->note);
  G_OBJECT_CLASS (limber_finding_editor_parent_class)->finalize (object);
}

static void
add_signal (LimberFindingEditorClass *klass, int id, const char *name)
{
  signals[id] = g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                              0);
}

static void
limber_finding_editor_class_init (LimberFindingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_finding_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_finding_editor_finalize;
  widget_class->unmap = limber_finding_editor_unmap;
  gtk_widget_class_set_css_name (widget_class, "findingeditor");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  add_signal (klass, RECORDED, "recorded");
  add_signal (klass, REMOVED, "removed");
  add_signal (klass, DONE, "done");
  add_signal (klass, AREA_CHANGED, "area-changed");
}

static void
limber_finding_editor_init (LimberFindingEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->values.severity = LIMBER_SEVERITY_DEFAULT;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "finding-editor");
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH * CLAMP (limber_text_zoom (GTK_WIDGET (self)), 1, 1.6), -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/** limber_finding_editor_new: @words (nullable) must stay; the content of a popover. */
GtkWidget *
limber_finding_editor_new (const LimberBodyWords *words)
{
  LimberFindingEditor *self = g_object_new (LIMBER_TYPE_FINDING_EDITOR, NULL);

  self->words = words;
  build_head (self);
  build_layers (self);
  build_types (self);
  build_qualities (self);
  build_severities (self);
  build_unaware (self);
  build_source_and_note (self);
  build_foot (self);
  show_values (self);
  return GTK_WIDGET (self);
}

/** limber_finding_editor_set_values: shows a finding, or a bare area with type none; copied; emits nothing. */
void
limber_finding_editor_set_values (LimberFindingEditor *self, const LimberFindingValues *values)
{
  g_return_if_fail (LIMBER_IS_FINDING_EDITOR (self));

  g_clear_handle_id (&self->note_id, g_source_remove);
  self->values = *values;
  if (self->values.severity < 0)
    self->values.severity = LIMBER_SEVERITY_DEFAULT;
  if (values->note != self->note)
    {
      g_free (self->note);
      self->note = g_strdup (values->note);
    }
  self->values.note = self->note;
  show_values (self);
}

/** limber_finding_editor_get_values: @values.note belongs to the editor and lasts until the next change. */
void
limber_finding_editor_get_values (LimberFindingEditor *self, LimberFindingValues *values)
{
  g_return_if_fail (LIMBER_IS_FINDING_EDITOR (self));
  *values = self->values;
}

/** limber_finding_editor_set_status: (nullable): "Recorded at 38 min", beside the tick. */
void
limber_finding_editor_set_status (LimberFindingEditor *self, const char *text)
{
  g_return_if_fail (LIMBER_IS_FINDING_EDITOR (self));
  gtk_label_set_label (GTK_LABEL (self->status), text ? text : "");
  gtk_widget_set_opacity (self->status_row, text ? 1 : 0);
}
