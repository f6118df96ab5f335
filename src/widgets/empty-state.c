/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an empty page says: the grey body, one sentence, the one thing to do first and its shortcut. */
#include "widgets/empty-state.h"

#include <glib/gi18n-lib.h>

#include "widgets/body/body-view.h"
#include "widgets/widget-name.h"

struct _LimberEmptyState
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *buttons;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (LimberEmptyState, limber_empty_state, GTK_TYPE_WIDGET)

static GtkWidget *
make_picture (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), limber_body_view_new_picture (LIMBER_VIEW_FRONT));
  gtk_box_append (GTK_BOX (row), limber_body_view_new_picture (LIMBER_VIEW_BACK));
  gtk_widget_set_size_request (row, 310, 322);
  gtk_widget_set_margin_bottom (row, 18);
  return row;
}

static GtkWidget *
make_button (const char *label, const char *icon_name, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (icon_name)
    gtk_box_append (GTK_BOX (face), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (face), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), face);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  limber_widget_name (button, label);
  return button;
}

static void
add_key (GtkWidget *row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "keycap");
  gtk_box_append (GTK_BOX (row), label);
}

/* "or press [Ctrl] [N]" */
static void
fill_hint (GtkWidget *row, const char *accelerator)
{
  guint keyval;
  GdkModifierType modifiers;
  GtkWidget *words = gtk_label_new (_("or press"));
  g_autofree char *label = NULL;
  g_auto (GStrv) keys = NULL;

  if (!gtk_accelerator_parse (accelerator, &keyval, &modifiers) || !keyval)
    return;
  label = gtk_accelerator_get_label (keyval, modifiers);
  keys = g_strsplit (label, "+", -1);
  gtk_widget_add_css_class (words, "limber-hint");
  gtk_box_append (GTK_BOX (row), words);
  for (int i = 0; keys[i]; i++)
    add_key (row, *keys[i] ? keys[i] : "+");
}

static void
limber_empty_state_dispose (GObject *object)
{
  g_clear_pointer (&LIMBER_EMPTY_STATE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (limber_empty_state_parent_class)->dispose (object);
}

static void
limber_empty_state_class_init (LimberEmptyStateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_empty_state_dispose;
  gtk_widget_class_set_css_name (widget_class, "emptystate");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
limber_empty_state_init (LimberEmptyState *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "title-1");
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->title), GTK_JUSTIFY_CENTER);
  self->text = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->text, "limber-dim");
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->text), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (self->text), 48);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->buttons, 8);
  self->hint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->hint, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), make_picture ());
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), self->buttons);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** limber_empty_state_new: @title is the deed ("Add your first client"), @text one sentence (nullable). */
GtkWidget *
limber_empty_state_new (const char *title, const char *text)
{
  LimberEmptyState *self = g_object_new (LIMBER_TYPE_EMPTY_STATE, NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title ? title : "");
  gtk_label_set_label (GTK_LABEL (self->text), text ? text : "");
  gtk_widget_set_visible (self->text, text != NULL);
  return GTK_WIDGET (self);
}

/**
 * limber_empty_state_set_primary:
 * @icon_name: (nullable)
 * @detailed_action: "win.new-client"
 * @accelerator: (nullable): "<Control>n", shown under the button
 */
void
limber_empty_state_set_primary (LimberEmptyState *self,
                                const char *label,
                                const char *icon_name,
                                const char *detailed_action,
                                const char *accelerator)
{
  GtkWidget *button;

  g_return_if_fail (LIMBER_IS_EMPTY_STATE (self));

  button = make_button (label, icon_name, detailed_action);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_prepend (GTK_BOX (self->buttons), button);
  if (accelerator)
    fill_hint (self->hint, accelerator);
}

void
limber_empty_state_set_secondary (LimberEmptyState *self, const char *label, const char *detailed_action)
{
  g_return_if_fail (LIMBER_IS_EMPTY_STATE (self));
  gtk_box_append (GTK_BOX (self->buttons), make_button (label, NULL, detailed_action));
}
