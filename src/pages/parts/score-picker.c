/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/score-picker.h"

#include <glib/gi18n-lib.h>

#include "widgets/widget-name.h"

#define SCORES 11

struct _LimberScorePicker {
  GtkBox parent_instance;

  GtkToggleButton *buttons[SCORES];
  gboolean setting;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberScorePicker, limber_score_picker, GTK_TYPE_BOX)

static void
limber_score_picker_toggled_cb (LimberScorePicker *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button) && !self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
limber_score_picker_class_init (LimberScorePickerClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LIMBER_TYPE_SCORE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
limber_score_picker_init (LimberScorePicker *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
}

static GtkWidget *
limber_score_picker_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "limber-dim");
  gtk_widget_add_css_class (label, "limber-small");
  return label;
}

static void
limber_score_picker_add_head (LimberScorePicker *self, const char *title, const char *low, const char *high)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);
  /* Translators: the two ends of a scale from 0 to 10, such as "0 heavy – 10 fresh" */
  g_autofree char *ends = g_strdup_printf (_("0 %s – 10 %s"), low, high);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), limber_score_picker_label (ends));
  gtk_box_append (GTK_BOX (self), head);
}

/** limber_score_picker_new: Returns: (transfer floating): a choice from 0 to 10 in one click; none at first. */
GtkWidget *
limber_score_picker_new (const char *title, const char *low, const char *high)
{
  LimberScorePicker *self = g_object_new (LIMBER_TYPE_SCORE_PICKER, NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  limber_score_picker_add_head (self, title, low, high);
  gtk_widget_add_css_class (row, "linked");
  gtk_widget_add_css_class (row, "score-picker");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (int i = 0; i < SCORES; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);
      g_autofree char *name = g_strdup_printf (_("%s: %d of 10"), title, i);
      GtkWidget *button = gtk_toggle_button_new_with_label (text);

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_add_css_class (button, "choice");
      limber_widget_name (button, name);
      if (i > 0)
        gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (limber_score_picker_toggled_cb), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (self), row);
  return GTK_WIDGET (self);
}

/** limber_score_picker_get: Returns: the chosen number, -1 for none. */
int
limber_score_picker_get (LimberScorePicker *self)
{
  g_return_val_if_fail (LIMBER_IS_SCORE_PICKER (self), -1);

  for (int i = 0; i < SCORES; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      return i;
  return -1;
}

/** limber_score_picker_set: @score: 0 to 10; another number leaves the choice as it is. */
void
limber_score_picker_set (LimberScorePicker *self, int score)
{
  g_return_if_fail (LIMBER_IS_SCORE_PICKER (self));

  if (score < 0 || score >= SCORES)
    return;
  self->setting = TRUE;
  gtk_toggle_button_set_active (self->buttons[score], TRUE);
  self->setting = FALSE;
}
