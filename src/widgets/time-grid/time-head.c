/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a column of a time grid: a therapist, or a day with its races. */
#include "widgets/time-grid/time-head.h"

#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

struct _LimberTimeHead {
  GtkButton parent_instance;
  GtkWidget *dot;
  GtkWidget *title;
  GtkWidget *number;
  GtkWidget *detail; /* under the title of a therapist */
  GtkWidget *aside;  /* at the end of the line of a day */
  GtkWidget *race;
  GtkWidget *race_label;
  int color;
};

G_DEFINE_FINAL_TYPE (LimberTimeHead, limber_time_head, GTK_TYPE_BUTTON)

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
words_new (LimberTimeHead *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = label_new ("time-title");
  self->number = label_new ("time-number");
  self->detail = label_new ("limber-hint");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->number);
  gtk_box_append (GTK_BOX (words), self->detail);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static GtkWidget *
race_new (LimberTimeHead *self)
{
  self->race = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->race_label = label_new ("race-words");
  gtk_box_append (GTK_BOX (self->race), gtk_image_new_from_icon_name ("emoji-flags-symbolic"));
  gtk_box_append (GTK_BOX (self->race), self->race_label);
  gtk_widget_add_css_class (self->race, "time-race");
  return self->race;
}

static void
limber_time_head_class_init (LimberTimeHeadClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timehead");
}

static void
limber_time_head_init (LimberTimeHead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->aside = label_new ("limber-hint");
  self->color = -1;
  gtk_widget_add_css_class (self->dot, "time-dot");
  gtk_widget_set_valign (self->dot, GTK_ALIGN_START);
  gtk_widget_set_valign (self->aside, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), self->dot);
  gtk_box_append (GTK_BOX (line), words_new (self));
  gtk_box_append (GTK_BOX (line), self->aside);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), race_new (self));
  gtk_button_set_child (GTK_BUTTON (self), box);
}

GtkWidget *
limber_time_head_new (void)
{
  return g_object_new (LIMBER_TYPE_TIME_HEAD, NULL);
}

static void
set_color (LimberTimeHead *self, int color)
{
  if (self->color >= 0)
    {
      g_autofree char *before = g_strdup_printf ("therapist-%d", self->color % 3 + 1);

      gtk_widget_remove_css_class (self->dot, before);
    }
  self->color = color;
  gtk_widget_set_visible (self->dot, color >= 0);
  if (color >= 0)
    {
      g_autofree char *now = g_strdup_printf ("therapist-%d", color % 3 + 1);

      gtk_widget_add_css_class (self->dot, now);
    }
}

static void
set_label (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

/** limber_time_head_set: shows what @column says; it is copied. */
void
limber_time_head_set (LimberTimeHead *self, const LimberTimeColumn *column)
{
  gboolean day = column->number != NULL;
  GString *name = g_string_new (column->name);

  set_color (self, column->color);
  set_label (self->title, column->title);
  set_label (self->number, column->number);
  set_label (self->detail, day ? NULL : column->detail);
  set_label (self->aside, day ? column->detail : NULL);
  gtk_label_set_label (GTK_LABEL (self->race_label), column->race != NULL ? column->race : "");
  gtk_widget_set_visible (self->race, column->race != NULL);
  if (column->accent)
    gtk_widget_add_css_class (GTK_WIDGET (self), "today");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "today");
  if (day)
    gtk_widget_add_css_class (GTK_WIDGET (self), "day");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "day");
  if (column->detail != NULL)
    g_string_append_printf (name, ", %s", column->detail);
  if (column->race != NULL)
    g_string_append_printf (name, ", %s", column->race);
  limber_widget_name (GTK_WIDGET (self), name->str);
  limber_widget_tip (GTK_WIDGET (self), column->race != NULL ? column->race : column->action);
  g_string_free (name, TRUE);
}
