/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days to choose from, each with its verdict as colour and icon. */
#include "widgets/verdict-strip.h"

#include <glib/gi18n-lib.h>

#include "widgets/draw-text.h"
#include "widgets/verdict-chip.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

struct _LimberVerdictStrip
{
  GtkWidget parent_instance;
  GArray *dates;
  GPtrArray *buttons;
  LimberDate selected;
  gboolean updating;
};

enum {
  DAY_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberVerdictStrip, limber_verdict_strip, GTK_TYPE_WIDGET)

static void
on_toggled (LimberVerdictStrip *self, GtkToggleButton *button)
{
  guint index;

  if (self->updating || !gtk_toggle_button_get_active (button)
      || !g_ptr_array_find (self->buttons, button, &index))
    return;
  self->selected = g_array_index (self->dates, LimberDate, index);
  g_signal_emit (self, signals[DAY_SELECTED], 0, self->selected);
}

static char *
read_day (const LimberVerdictDay *day)
{
  g_autofree char *date = limber_format_day (day->date, C_ ("weekday and date", "%a %-e %b"));
  GString *reading = g_string_new (date);

  if (day->closed)
    g_string_append_printf (reading, ", %s", _("closed"));
  if (day->race)
    g_string_append_printf (reading, ", %s", _("race day"));
  if (day->word)
    g_string_append_printf (reading, ", %s", day->word);
  if (day->reason)
    g_string_append_printf (reading, ": %s", day->reason);
  return g_string_free (reading, FALSE);
}

static void
dress (GtkWidget *button, const LimberVerdictDay *day)
{
  g_autofree char *name = g_strconcat ("v-", day->verdict ? day->verdict : "normal", NULL);

  gtk_widget_add_css_class (button, day->race ? "race" : day->closed ? "closed" : name);
  gtk_widget_set_sensitive (button, !day->closed);
}

static GtkWidget *
make_face (const LimberVerdictDay *day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *number = limber_format_day (day->date, "%-e");
  gboolean plain = !day->race && (!day->verdict || g_strcmp0 (day->verdict, "normal") == 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (day->race ? "emoji-flags-symbolic"
                                                            : limber_verdict_icon_name (day->verdict));
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_set_opacity (icon, plain ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_day (LimberVerdictStrip *self, const LimberVerdictDay *day)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *weekday = limber_format_day (day->date, "%a");
  g_autofree char *reading = read_day (day);
  GtkWidget *title = gtk_label_new (weekday);

  gtk_widget_add_css_class (title, "weekday");
  gtk_widget_set_hexpand (column, TRUE);
  gtk_button_set_child (GTK_BUTTON (button), make_face (day));
  dress (button, day);
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  limber_widget_tip (button, reading);
  limber_widget_name (button, reading);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), button);
  gtk_widget_set_parent (column, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
  g_array_append_val (self->dates, day->date);
}

static void
clear (LimberVerdictStrip *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);
  g_array_set_size (self->dates, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
limber_verdict_strip_dispose (GObject *object)
{
  LimberVerdictStrip *self = LIMBER_VERDICT_STRIP (object);

  self->updating = TRUE;
  clear (self);
  G_OBJECT_CLASS (limber_verdict_strip_parent_class)->dispose (object);
}

static void
limber_verdict_strip_finalize (GObject *object)
{
  LimberVerdictStrip *self = LIMBER_VERDICT_STRIP (object);

  g_ptr_array_unref (self->buttons);
  g_array_unref (self->dates);
  G_OBJECT_CLASS (limber_verdict_strip_parent_class)->finalize (object);
}

static void
limber_verdict_strip_class_init (LimberVerdictStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_verdict_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_verdict_strip_finalize;
  gtk_widget_class_set_css_name (widget_class, "verdictstrip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /** LimberVerdictStrip::day-selected: a person chose a day (LimberDate). */
  signals[DAY_SELECTED] = g_signal_new ("day-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
limber_verdict_strip_init (LimberVerdictStrip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->dates = g_array_new (FALSE, FALSE, sizeof (LimberDate));
  self->buttons = g_ptr_array_new ();
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 5);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "verdict-strip");
  limber_widget_name (GTK_WIDGET (self), _("Days"));
}

GtkWidget *
limber_verdict_strip_new (void)
{
  return g_object_new (LIMBER_TYPE_VERDICT_STRIP, NULL);
}

/** limber_verdict_strip_set_days: replaces the days; the selection stays when its day is still there. */
void
limber_verdict_strip_set_days (LimberVerdictStrip *self, const LimberVerdictDay *days, gsize n_days)
{
  g_return_if_fail (LIMBER_IS_VERDICT_STRIP (self));

  clear (self);
  for (gsize i = 0; i < n_days; i++)
    add_day (self, &days[i]);
  limber_verdict_strip_set_selected (self, self->selected);
}

/** limber_verdict_strip_set_selected: %LIMBER_DATE_NONE, or a day that is not there, selects none. */
void
limber_verdict_strip_set_selected (LimberVerdictStrip *self, LimberDate date)
{
  g_return_if_fail (LIMBER_IS_VERDICT_STRIP (self));

  self->updating = TRUE;
  self->selected = date;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i),
                                  g_array_index (self->dates, LimberDate, i) == date);
  self->updating = FALSE;
}

LimberDate
limber_verdict_strip_get_selected (LimberVerdictStrip *self)
{
  g_return_val_if_fail (LIMBER_IS_VERDICT_STRIP (self), LIMBER_DATE_NONE);
  return self->selected;
}
