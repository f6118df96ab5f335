/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/calendar-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/file-chooser.h"
#include "pages/parts/page-bits.h"
#include "pages/preferences/preferences-rows.h"
#include "pages/parts/small-dialog.h"
#include "pages/parts/staff-row.h"
#include "services/calendar/calendar-import.h"
#include "services/wording/wording-date.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

#define ROWS_SHOWN 200
#define LIST_HEIGHT 300

/* DESIGN: a change of what the dates are runs the import again without writing. The deed is open only when nothing is
 * wrong; then the same run writes everything, or nothing. The dialog lives as long as its window. */
typedef struct {
  GtkWindow *window;
  GtkWidget *opener;
  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  char *path;
  AdwComboRow *use;
  LimberStaffRow *who;
  GtkWidget *add_row;
  GtkSwitch *add_clients;
  GtkLabel *summary;
  GtkWidget *list;
  GtkWidget *deed;
} ImportDialog;

static void
dialog_free (gpointer data, GObject *window)
{
  ImportDialog *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->opener);
  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_free (self->path);
  g_free (self);
}

static const char *
icon_of (LimberCalendarOutcome outcome)
{
  switch (outcome)
    {
    case LIMBER_CALENDAR_ROW_NEW:
      return "list-add-symbolic";
    case LIMBER_CALENDAR_ROW_KNOWN:
      return "object-select-symbolic";
    case LIMBER_CALENDAR_ROW_PROBLEM:
      return "dialog-warning-symbolic";
    case LIMBER_CALENDAR_ROW_LEFT_OUT:
    default:
      return "action-unavailable-symbolic";
    }
}

static char *
when_text (ImportDialog *self, const LimberCalendarRow *row)
{
  GTimeZone *zone = limber_clock_zone (self->clock);
  LimberDate from = limber_date_from_instant (row->start_at, zone), to = limber_date_from_instant (row->end_at - 1, zone);
  g_autofree char *first = limber_wording_full_date (from);
  g_autofree char *last = limber_wording_full_date (to);
  g_autofree char *start = limber_wording_time (row->start_at, zone);
  g_autofree char *end = limber_wording_time (row->end_at, zone);

  if (row->whole_days)
    return from == to ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
  return g_strdup_printf ("%s, %s – %s", first, start, end);
}

static GtkWidget *
row_new (ImportDialog *self, const LimberCalendarRow *row)
{
  GtkWidget *widget = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (*row->title != '\0' ? row->title : _("Without a title"), -1);
  g_autofree char *when = when_text (self, row);
  g_autofree char *line = g_strjoin (" · ", when, row->reason, NULL);
  g_autofree char *subtitle = g_markup_escape_text (line, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (widget), icon_of (row->outcome));
  return widget;
}

/* What is wrong comes first; a long list says no more than its first rows. */
static void
fill_list (ImportDialog *self, const LimberCalendarReport *report)
{
  guint shown = 0;

  limber_page_clear (self->list);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < report->rows->len && shown < ROWS_SHOWN; i++)
      {
        const LimberCalendarRow *row = report->rows->pdata[i];

        if ((row->outcome == LIMBER_CALENDAR_ROW_PROBLEM) != (pass == 0))
          continue;
        gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (self, row));
        shown++;
      }
  gtk_widget_set_visible (self->list, shown > 0);
}

static void
show_report (ImportDialog *self, const LimberCalendarReport *report)
{
  guint n_new = report->n[LIMBER_CALENDAR_ROW_NEW], n_wrong = report->n[LIMBER_CALENDAR_ROW_PROBLEM];
  g_autofree char *fresh = g_strdup_printf (ngettext ("%u new date", "%u new dates", n_new), n_new);
  g_autofree char *wrong = g_strdup_printf (ngettext ("%u problem, so nothing can be imported yet",
                                                      "%u problems, so nothing can be imported yet", n_wrong), n_wrong);
  g_autofree char *both = g_strdup_printf ("%s · %s", fresh, wrong);

  gtk_label_set_label (self->summary, n_wrong > 0 ? both : fresh);
  fill_list (self, report);
  gtk_widget_set_sensitive (self->deed, n_new > 0 && n_wrong == 0);
}

static void
show_failure (ImportDialog *self, const GError *error)
{
  limber_page_clear (self->list);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_label_set_label (self->summary, error->message);
  gtk_widget_set_sensitive (self->deed, FALSE);
}

static void
on_ran (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberCalendarReport) report = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  ImportDialog *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (report == NULL)
    show_failure (self, error);
  else if (report->written)
    {
      guint n = report->n[LIMBER_CALENDAR_ROW_NEW];
      g_autofree char *text = g_strdup_printf (ngettext ("%u date imported", "%u dates imported", n), n);

      limber_feedback_toast (self->opener, text);
      gtk_window_close (self->window);
    }
  else
    show_report (self, report);
}

static void
run (ImportDialog *self, gboolean dry_run)
{
  LimberCalendarImport *import
      = limber_calendar_import_new (self->path, limber_clock_now (self->clock), limber_clock_zone (self->clock));

  import->use = adw_combo_row_get_selected (self->use) == 0 ? LIMBER_CALENDAR_CLOSURES : LIMBER_CALENDAR_APPOINTMENTS;
  import->staff_id = g_strdup (limber_staff_row_get_id (self->who));
  import->add_clients = gtk_switch_get_active (self->add_clients);
  import->dry_run = dry_run;
  gtk_widget_set_sensitive (self->deed, FALSE);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  limber_store_job_async (self->store, limber_calendar_import_run, import, (GDestroyNotify) limber_calendar_import_free,
                          (GDestroyNotify) limber_calendar_report_free, self->cancellable, on_ran, self);
}

static void
on_deed (ImportDialog *self)
{
  run (self, FALSE);
}

static void
on_option (ImportDialog *self)
{
  if (limber_staff_row_is_ready (self->who))
    run (self, TRUE);
}

/* Closures can be of the whole clinic, appointments are always somebody's. */
static void
on_use (ImportDialog *self)
{
  gboolean closures = adw_combo_row_get_selected (self->use) == 0;

  limber_staff_row_set_nobody (self->who, closures ? _("Whole clinic") : NULL);
  gtk_widget_set_visible (self->add_row, !closures);
  on_option (self);
}

static GtkWidget *
options_new (ImportDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GtkStringList) uses
      = gtk_string_list_new ((const char *[]) { _("Closures and time away"), _("Appointments"), NULL });

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->use = ADW_COMBO_ROW (adw_combo_row_new ());
  self->who = LIMBER_STAFF_ROW (limber_staff_row_new (self->store, _("Of"), _("Whole clinic"), NULL));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->use), _("The dates are"));
  adw_combo_row_set_model (self->use, G_LIST_MODEL (uses));
  self->add_row = limber_preferences_switch_row (_("Add unknown clients"), _("The title of an appointment is the name"),
                                                 FALSE, &self->add_clients);
  gtk_widget_set_visible (self->add_row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->use));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->who));
  gtk_list_box_append (GTK_LIST_BOX (list), self->add_row);
  return list;
}

static GtkWidget *
content_new (ImportDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->summary = GTK_LABEL (gtk_label_new (_("Reading…")));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  limber_widget_name (self->list, _("Dates of the file"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (content), options_new (self));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (content), scrolled);
  return content;
}

/** limber_calendar_import_read: shows over the window of @widget what the calendar file @path would bring. */
void
limber_calendar_import_read (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *path)
{
  ImportDialog *self = g_new0 (ImportDialog, 1);

  self->opener = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  self->window = limber_small_dialog_new (widget, _("Import a Calendar File"), NULL, content_new (self), _("_Import"),
                                          "suggested-action", &self->deed);
  gtk_window_set_default_size (self->window, 560, -1);
  g_object_weak_ref (G_OBJECT (self->window), dialog_free, self);
  gtk_widget_set_sensitive (self->deed, FALSE);
  g_signal_connect_swapped (self->use, "notify::selected", G_CALLBACK (on_use), self);
  g_signal_connect_swapped (self->who, "chosen", G_CALLBACK (on_option), self);
  g_signal_connect_swapped (self->add_clients, "notify::active", G_CALLBACK (on_option), self);
  g_signal_connect_swapped (self->deed, "clicked", G_CALLBACK (on_deed), self);
  gtk_window_present (self->window);
}

/* Where the file that is chosen is to be shown. */
typedef struct {
  GtkWidget *widget;
  LimberStore *store;
  LimberClock *clock;
} Chooser;

static void
on_chosen (const char *path, gpointer data)
{
  Chooser *chooser = data;

  limber_calendar_import_read (chooser->widget, chooser->store, chooser->clock, path);
}

static void
chooser_free (gpointer data, GObject *window)
{
  Chooser *chooser = data;

  g_object_unref (chooser->store);
  g_object_unref (chooser->clock);
  g_free (chooser);
}

/** limber_calendar_import_present: asks over the window of @widget for a calendar file and shows what it would bring. */
void
limber_calendar_import_present (GtkWidget *widget, LimberStore *store, LimberClock *clock)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  Chooser *chooser = g_new0 (Chooser, 1);

  chooser->widget = widget;
  chooser->store = g_object_ref (store);
  chooser->clock = g_object_ref (clock);
  g_object_weak_ref (G_OBJECT (window), chooser_free, chooser);
  limber_file_chooser_open (window, _("Choose a Calendar File"), _("Calendar files"), (const char *[]) { "ics", NULL },
                            on_chosen, chooser);
}
