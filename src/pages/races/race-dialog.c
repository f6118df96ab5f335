/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/clients/client-writer.h"
#include "pages/parts/date-row.h"
#include "widgets/widget-name.h"

#define LIMBER_TYPE_RACE_DIALOG (limber_race_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberRaceDialog, limber_race_dialog, LIMBER, RACE_DIALOG, AdwWindow)

struct _LimberRaceDialog {
  AdwWindow parent_instance;

  AdwEntryRow *name;
  LimberDateRow *first;
  LimberDateRow *last;
  AdwEntryRow *km;
  AdwEntryRow *place;
  GtkLabel *problem;
  GtkButton *save;
  AdwBin *presets;

  LimberStore *store;
  GtkWidget *opener;
  LimberRaceSavedFunc saved;
  LimberRace *race;
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (LimberRaceDialog, limber_race_dialog, ADW_TYPE_WINDOW)

/* "21,1" and "21.1" both; 0 for an empty row, -1 when it is no distance. */
static double
limber_race_dialog_read_km (LimberRaceDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->km))));
  char *end;
  double km;

  if (*text == '\0')
    return 0;
  g_strdelimit (text, ",", '.');
  km = g_ascii_strtod (text, &end);
  return *end == '\0' && g_ascii_isdigit (*text) && km > 0 && km < 10000 ? km : -1;
}

static const char *
limber_race_dialog_problem (LimberRaceDialog *self, gboolean first_ok, gboolean last_ok)
{
  LimberDate first = limber_date_row_get (self->first), last = limber_date_row_get (self->last);

  if (!first_ok || !last_ok)
    return _("Write a day as year-month-day, such as 2026-10-11, or choose it from the calendar.");
  if (first != LIMBER_DATE_NONE && last != LIMBER_DATE_NONE && last < first)
    return _("The last day is before the first.");
  if (limber_race_dialog_read_km (self) < 0)
    return _("Write the distance as a number of kilometres, such as 21.1.");
  return NULL;
}

static void
limber_race_dialog_check_cb (LimberRaceDialog *self)
{
  gboolean first_ok, last_ok;
  const char *problem;

  if (!self->ready)
    return;
  first_ok = limber_date_row_check (self->first, FALSE);
  last_ok = limber_date_row_check (self->last, FALSE);
  problem = limber_race_dialog_problem (self, first_ok, last_ok);
  limber_client_mark_row (GTK_WIDGET (self->km), limber_race_dialog_read_km (self) >= 0);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save),
                            problem == NULL && limber_date_row_get (self->first) != LIMBER_DATE_NONE &&
                              limber_client_text_is_filled (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

/* The usual distances in one click. An ultra has many: its kilometres are only a start, and are there to be typed over. */
static const struct {
  const char *name;
  const char *km;
  gboolean typed_over;
} presets[] = {
  { N_("5 km"), "5", FALSE },           { N_("10 km"), "10", FALSE }, { N_("Half"), "21.0975", FALSE },
  { N_("Marathon"), "42.195", FALSE }, { N_("Ultra"), "50", TRUE },  { N_("Other"), "", TRUE },
};

static void
limber_race_dialog_preset_cb (GtkButton *button, LimberRaceDialog *self)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (presets) - 1 && !g_str_equal (presets[i].name, gtk_widget_get_name (GTK_WIDGET (button))))
    i++;
  gtk_editable_set_text (GTK_EDITABLE (self->km), presets[i].km);
  if (!presets[i].typed_over)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->km));
  gtk_editable_select_region (GTK_EDITABLE (self->km), 0, -1);
}

static void
limber_race_dialog_add_presets (LimberRaceDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(presets[i].name));
      g_autofree char *name = g_strdup_printf (_("Distance: %s"), _(presets[i].name));

      gtk_widget_set_name (button, presets[i].name);
      gtk_widget_add_css_class (button, "choice");
      limber_widget_name (button, name);
      g_signal_connect (button, "clicked", G_CALLBACK (limber_race_dialog_preset_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  adw_bin_set_child (self->presets, box);
}

static void
limber_race_dialog_saved_cb (GtkWidget *widget, gconstpointer record, gpointer data)
{
  LimberRaceDialog *self = data;

  if (record != NULL)
    {
      self->saved (self->opener, ((const LimberRecord *) record)->id);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
  g_object_unref (self);
}

static void
limber_race_dialog_save_cb (LimberRaceDialog *self)
{
  LimberRace *race;
  LimberDate last = limber_date_row_get (self->last);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  race = self->race != NULL ? limber_race_copy (self->race) : limber_race_new ();
  g_free (race->name);
  g_free (race->place);
  race->name = limber_client_text_dup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  race->place = limber_client_text_dup (gtk_editable_get_text (GTK_EDITABLE (self->place)));
  race->first_on = limber_date_row_get (self->first);
  race->last_on = last != LIMBER_DATE_NONE ? last : race->first_on;
  race->km = limber_race_dialog_read_km (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
  limber_client_write (GTK_WIDGET (self->save), self->store, &limber_race_type,
                       self->race != NULL ? LIMBER_WRITE_UPDATE : LIMBER_WRITE_INSERT, race,
                       limber_race_dialog_saved_cb, g_object_ref (self));
}

static void
limber_race_dialog_dispose (GObject *object)
{
  LimberRaceDialog *self = LIMBER_RACE_DIALOG (object);

  self->ready = FALSE;
  g_clear_object (&self->store);
  g_clear_object (&self->opener);
  g_clear_pointer (&self->race, limber_race_free);
  G_OBJECT_CLASS (limber_race_dialog_parent_class)->dispose (object);
}

static void
limber_race_dialog_class_init (LimberRaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_race_dialog_dispose;
  g_type_ensure (LIMBER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/race-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRaceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceDialog, first);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceDialog, last);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceDialog, km);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceDialog, place);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceDialog, presets);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, limber_race_dialog_check_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_race_dialog_save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
limber_race_dialog_init (LimberRaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  limber_race_dialog_add_presets (self);
}

static void
limber_race_dialog_fill (LimberRaceDialog *self)
{
  char km[G_ASCII_DTOSTR_BUF_SIZE];

  gtk_window_set_title (GTK_WINDOW (self), _("Edit Race"));
  gtk_editable_set_text (GTK_EDITABLE (self->name), self->race->name);
  limber_date_row_set (self->first, self->race->first_on);
  if (self->race->last_on != self->race->first_on)
    limber_date_row_set (self->last, self->race->last_on);
  if (self->race->km > 0)
    gtk_editable_set_text (GTK_EDITABLE (self->km), g_ascii_formatd (km, sizeof km, "%.10g", self->race->km));
  if (self->race->place != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->place), self->race->place);
}

/**
 * limber_race_dialog_present:
 * @widget: where it was asked for; handed to @saved
 * @race: (nullable): the one to edit; %NULL for a new one
 *
 * Asks for a race over the window of @widget.
 */
void
limber_race_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, const LimberRace *race,
                            LimberRaceSavedFunc saved)
{
  LimberRaceDialog *self = g_object_new (LIMBER_TYPE_RACE_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->opener = g_object_ref (widget);
  self->saved = saved;
  limber_date_row_prepare (self->first, clock, limber_clock_today (clock));
  limber_date_row_prepare (self->last, clock, limber_clock_today (clock));
  if (race != NULL)
    {
      self->race = limber_race_copy (race);
      limber_race_dialog_fill (self);
    }
  self->ready = TRUE;
  limber_race_dialog_check_cb (self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (self));
}
