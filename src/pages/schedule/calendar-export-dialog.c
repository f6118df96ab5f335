/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/calendar-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pages/parts/date-row.h"
#include "pages/parts/file-chooser.h"
#include "pages/preferences/preferences-rows.h"
#include "pages/parts/small-dialog.h"
#include "pages/parts/staff-row.h"
#include "services/calendar/calendar-export.h"
#include "widgets/feedback.h"

#define WEEK 7

/* ---- One export under way: what was read goes into the file that was chosen ---- */

typedef struct {
  GtkWidget *widget;
  LimberStore *store;
  LimberCalendarExport *query;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->widget);
  g_clear_object (&export->store);
  g_clear_pointer (&export->query, limber_calendar_export_free);
  g_free (export->path);
  g_free (export);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    limber_feedback_toast (export->widget, _("The calendar file was saved."));
  else
    limber_feedback_error (export->widget, error);
  export_free (export);
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    {
      limber_feedback_error (export->widget, error);
      export_free (export);
      return;
    }
  file = g_file_new_for_path (export->path);
  bytes = g_bytes_new_take (g_steal_pointer (&text), strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_saved, export);
}

/* What was asked for goes on to the job; only a shell stays with the dialog. */
static void
on_path (const char *path, gpointer data)
{
  Export *export = g_new0 (Export, 1);

  *export = *(Export *) data;
  memset (data, 0, sizeof *export);
  export->path = g_strdup (path);
  limber_store_read_async (export->store, limber_calendar_export_run, g_steal_pointer (&export->query),
                           (GDestroyNotify) limber_calendar_export_free, g_free, NULL, on_text, export);
}

static void
ask_for_file (GtkWidget *widget, LimberStore *store, LimberCalendarExport *query, const char *file_name)
{
  Export *export = g_new0 (Export, 1);

  export->widget = g_object_ref (widget);
  export->store = g_object_ref (store);
  export->query = query;
  limber_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save a Calendar File"),
                            _("Calendar files"), (const char *[]) { "ics", NULL }, file_name, on_path, export,
                            export_free);
}

/** limber_calendar_export_one: asks where to save the calendar file of one appointment. */
void
limber_calendar_export_one (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *appointment_id)
{
  LimberCalendarExport *query = limber_calendar_export_new (limber_clock_now (clock), limber_clock_zone (clock));

  query->appointment_id = g_strdup (appointment_id);
  ask_for_file (widget, store, query, _("Appointment.ics"));
}

/* ---- The dialog for a range; it lives as long as its window ---- */

typedef struct {
  GtkWindow *window;
  GtkWidget *opener;
  LimberStore *store;
  LimberClock *clock;
  LimberStaffRow *who;
  LimberDateRow *from;
  LimberDateRow *to;
  GtkSwitch *without_names;
  GtkWidget *save;
} RangeDialog;

static void
dialog_free (gpointer data, GObject *window)
{
  RangeDialog *self = data;

  g_object_unref (self->opener);
  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_free (self);
}

static void
on_changed (RangeDialog *self)
{
  gboolean read = limber_date_row_check (self->from, TRUE) & limber_date_row_check (self->to, TRUE);

  gtk_widget_set_sensitive (self->save, read && limber_staff_row_is_ready (self->who)
                                            && limber_date_row_get (self->from) <= limber_date_row_get (self->to));
}

static void
on_save (RangeDialog *self)
{
  LimberCalendarExport *query = limber_calendar_export_new (limber_clock_now (self->clock), limber_clock_zone (self->clock));

  query->staff_id = g_strdup (limber_staff_row_get_id (self->who));
  query->from = limber_date_row_get (self->from);
  query->to = limber_date_row_get (self->to);
  query->without_names = gtk_switch_get_active (self->without_names);
  ask_for_file (self->opener, self->store, query, _("Appointments.ics"));
  gtk_window_close (self->window);
}

static LimberDateRow *
date_new (RangeDialog *self, GtkWidget *list, const char *title, LimberDate date)
{
  GtkWidget *row = limber_date_row_new (title, self->clock, date);

  limber_date_row_set (LIMBER_DATE_ROW (row), date);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return LIMBER_DATE_ROW (row);
}

static GtkWidget *
rows_new (RangeDialog *self, LimberDate date)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->who = LIMBER_STAFF_ROW (limber_staff_row_new (self->store, _("Whose appointments"), _("Everybody"), NULL));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->who));
  self->from = date_new (self, list, _("First day"), date);
  self->to = date_new (self, list, _("Last day"), date + WEEK - 1);
  gtk_list_box_append (GTK_LIST_BOX (list),
                       limber_preferences_switch_row (_("Without names"), _("For a calendar that others see"), FALSE,
                                                      &self->without_names));
  return list;
}

/** limber_calendar_export_present: asks whose appointments from @date on go into a calendar file. */
void
limber_calendar_export_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, LimberDate date)
{
  RangeDialog *self = g_new0 (RangeDialog, 1);

  self->opener = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->window = limber_small_dialog_new (widget, _("Export Appointments"),
                                          _("As a calendar file (iCalendar) that other programs read."),
                                          rows_new (self, date), _("_Save…"), "suggested-action", &self->save);
  g_object_weak_ref (G_OBJECT (self->window), dialog_free, self);
  g_signal_connect_swapped (self->who, "chosen", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->from, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->to, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (on_save), self);
  on_changed (self);
  gtk_window_present (self->window);
}
