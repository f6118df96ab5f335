/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: a finding in few touches. Choosing a type records; whatever is touched afterwards amends, and says so
 * with the same signal. The values live in this struct; the controls show them (updating guards against
 * hearing ourselves). The note is told after a pause in typing, and at the latest when the editor goes away. */
#include "widgets/finding-editor-private.h"

#include "widgets/finding-marker.h"
#include "widgets/widget-name.h"

#define WIDTH 470
#define NOTE_DELAY_MSEC 700

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
      limber_widget_name (GTK_WIDGET (self->layers[i]), label);
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
  show_choice (self->types, LIMBER_EDITOR_TYPES, (int) values->type - 1);
  show_choice (self->qualities, LIMBER_PAIN_QUALITY_LAST, (int) values->quality - 1);
  show_choice (self->severities, LIMBER_EDITOR_SEVERITIES, values->severity);
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
  int index = which (self, button, self->types, LIMBER_EDITOR_TYPES);

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
  int index = which (self, button, self->severities, LIMBER_EDITOR_SEVERITIES);

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

/* Listening */

static void
listen_to_choices (LimberFindingEditor *self, GtkWidget **buttons, guint n_buttons, GCallback callback)
{
  for (guint i = 0; i < n_buttons; i++)
    g_signal_connect_swapped (buttons[i], "clicked", callback, self);
}

static void
listen (LimberFindingEditor *self)
{
  listen_to_choices (self, self->sides, G_N_ELEMENTS (self->sides), G_CALLBACK (on_side));
  listen_to_choices (self, self->layers, G_N_ELEMENTS (self->layers), G_CALLBACK (on_layer));
  listen_to_choices (self, self->types, G_N_ELEMENTS (self->types), G_CALLBACK (on_type));
  listen_to_choices (self, self->qualities, G_N_ELEMENTS (self->qualities), G_CALLBACK (on_quality));
  listen_to_choices (self, self->severities, G_N_ELEMENTS (self->severities), G_CALLBACK (on_severity));
  listen_to_choices (self, self->sources, G_N_ELEMENTS (self->sources), G_CALLBACK (on_source));
  g_signal_connect_swapped (self->unaware, "notify::active", G_CALLBACK (on_unaware), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_note), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_done), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (on_remove), self);
  g_signal_connect_swapped (self->done, "clicked", G_CALLBACK (on_done), self);
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
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/** limber_finding_editor_new: @words (nullable) must stay; the content of a popover. */
GtkWidget *
limber_finding_editor_new (const LimberBodyWords *words)
{
  LimberFindingEditor *self = g_object_new (LIMBER_TYPE_FINDING_EDITOR, NULL);

  self->words = words;
  limber_finding_editor_build (self);
  listen (self);
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
