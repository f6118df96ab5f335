/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/start/import-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/file-chooser.h"
#include "services/import/client-import.h"
#include "services/import/race-import.h"

#define PROGRESS_MS 100
#define ROWS_SHOWN 200

/* DESIGN: choose, working, preview, working, done. A dry run and the real one are the same call on the store's
 * worker; nothing is written before a person has seen what would happen, and then in one transaction. */
struct _LimberImportDialog {
  AdwWindow parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  char *path;
  gboolean races; /* a table of races; else of clients */
  LimberImport *import;
  guint progress_id;

  GtkStack *stack;
  AdwStatusPage *choose_page;
  GtkProgressBar *progress;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *rows_window;
  GtkListBox *rows;
  GtkButton *import_button;
  GtkButton *close_button;
};

G_DEFINE_FINAL_TYPE (LimberImportDialog, limber_import_dialog, ADW_TYPE_WINDOW)

static char *
summarize (const LimberImportReport *report)
{
  guint n_known = report->n_duplicates;
  guint n_left = report->n_skipped;
  g_autofree char *known = NULL;
  g_autofree char *left = NULL;

  known = g_strdup_printf (ngettext ("%u is here already", "%u are here already", n_known), n_known);
  left = g_strdup_printf (ngettext ("%u row left out", "%u rows left out", n_left), n_left);
  if (n_known > 0 && n_left > 0)
    return g_strdup_printf ("%s · %s", known, left);
  if (n_known > 0 || n_left > 0)
    return g_strdup (n_known > 0 ? known : left);
  return g_strdup (_("Every row has a name and is new."));
}

static const char *
outcome_icon (LimberImportOutcome outcome)
{
  switch (outcome)
    {
    case LIMBER_IMPORT_ADDED:
      return "list-add-symbolic";
    case LIMBER_IMPORT_DUPLICATE:
      return "edit-copy-symbolic";
    case LIMBER_IMPORT_SKIPPED:
    default:
      return "action-unavailable-symbolic";
    }
}

static GtkWidget *
make_row (const LimberImportRow *row)
{
  GtkWidget *widget = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf (_("Row %u"), row->number);
  g_autofree char *title = g_markup_escape_text (*row->name ? row->name : number, -1);
  g_autofree char *text = row->reason ? g_strdup_printf ("%s: %s", number, row->reason) : g_strdup (number);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (widget), outcome_icon (row->outcome));
  return widget;
}

/* First what needs a look: with reasons; a list of thousands says no more than its first rows. */
static void
show_rows (LimberImportDialog *self, const LimberImportReport *report)
{
  guint shown = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))))
    gtk_list_box_remove (self->rows, child);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < report->rows->len && shown < ROWS_SHOWN; i++)
        {
          const LimberImportRow *row = g_ptr_array_index (report->rows, i);

          if ((row->reason != NULL) != (pass == 0))
            continue;
          gtk_list_box_append (self->rows, make_row (row));
          shown++;
        }
    }
  gtk_widget_set_visible (self->rows_window, shown > 0);
}

static char *
title_of (LimberImportDialog *self, const LimberImportReport *report)
{
  guint n = report->n_added;

  if (self->races)
    return report->dry_run ? g_strdup_printf (ngettext ("%u new race", "%u new races", n), n)
                           : g_strdup_printf (ngettext ("%u race added", "%u races added", n), n);
  return report->dry_run ? g_strdup_printf (ngettext ("%u new client", "%u new clients", n), n)
                         : g_strdup_printf (ngettext ("%u client added", "%u clients added", n), n);
}

static char *
deed_of (LimberImportDialog *self, guint n)
{
  return self->races ? g_strdup_printf (ngettext ("Add %u Race", "Add %u Races", n), n)
                     : g_strdup_printf (ngettext ("Add %u Client", "Add %u Clients", n), n);
}

static void
show_report (LimberImportDialog *self, const LimberImportReport *report)
{
  guint n = report->n_added;
  g_autofree char *summary = summarize (report);
  g_autofree char *title = title_of (self, report);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->summary, summary);
  show_rows (self, report);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), report->dry_run && n > 0);
  if (report->dry_run)
    {
      g_autofree char *label = deed_of (self, n);

      gtk_button_set_label (self->import_button, label);
    }
  gtk_button_set_label (self->close_button, report->dry_run ? _("Cancel") : _("Done"));
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_widget_grab_focus (GTK_WIDGET (report->dry_run && n > 0 ? self->import_button : self->close_button));
}

static void
show_failure (LimberImportDialog *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->choose_page, _("Nothing Was Added"));
  adw_status_page_set_description (self->choose_page, text);
  adw_status_page_set_icon_name (self->choose_page, "dialog-warning-symbolic");
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static gboolean
on_progress (gpointer user_data)
{
  LimberImportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, limber_import_progress (self->import));
  return G_SOURCE_CONTINUE;
}

static void
stop_progress (LimberImportDialog *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_pointer (&self->import, limber_import_unref);
}

static void
on_ran (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberImportReport) report = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberImportDialog *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_progress (self);
  if (error)
    show_failure (self, error);
  else
    show_report (self, report);
}

static void
run_races (LimberImportDialog *self, gboolean dry_run)
{
  gtk_stack_set_visible_child_name (self->stack, "working");
  limber_store_job_async (self->store, limber_race_import_run,
                          limber_race_import_new (self->path, limber_clock_today (self->clock), dry_run,
                                                  self->cancellable),
                          (GDestroyNotify) limber_race_import_free, (GDestroyNotify) limber_import_report_free,
                          self->cancellable, on_ran, self);
}

static void
run (LimberImportDialog *self, gboolean dry_run)
{
  if (self->races)
    {
      run_races (self, dry_run);
      return;
    }
  stop_progress (self);
  self->import = limber_import_new (self->path, limber_clock_today (self->clock), dry_run, self->cancellable);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "working");
  self->progress_id = g_timeout_add (PROGRESS_MS, on_progress, self);
  limber_store_job_async (self->store, limber_import_run, limber_import_ref (self->import),
                          (GDestroyNotify) limber_import_unref, (GDestroyNotify) limber_import_report_free,
                          self->cancellable, on_ran, self);
}

static void
on_chosen (const char *path, gpointer user_data)
{
  limber_import_dialog_read (user_data, path);
}

static void
on_choose_clicked (LimberImportDialog *self)
{
  limber_file_chooser_open (GTK_WINDOW (self), self->races ? _("Choose a List of Races") : _("Choose a List of Clients"),
                            _("Tables"),
                            (const char *[]) { "csv", "tsv", "txt", NULL }, on_chosen, self);
}

static void
on_import_clicked (LimberImportDialog *self)
{
  run (self, FALSE);
}

static void
limber_import_dialog_dispose (GObject *object)
{
  LimberImportDialog *self = LIMBER_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  stop_progress (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (limber_import_dialog_parent_class)->dispose (object);
}

static void
limber_import_dialog_class_init (LimberImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LimberImportDialog, choose_page);
  gtk_widget_class_bind_template_child (widget_class, LimberImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LimberImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LimberImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LimberImportDialog, rows_window);
  gtk_widget_class_bind_template_child (widget_class, LimberImportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, LimberImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, LimberImportDialog, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
limber_import_dialog_init (LimberImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/** limber_import_dialog_new: brings clients from a table into the clinic, over @parent. */
GtkWidget *
limber_import_dialog_new (GtkWindow *parent, LimberStore *store, LimberClock *clock)
{
  LimberImportDialog *self = g_object_new (LIMBER_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

/** limber_import_dialog_new_races: brings races from a table into the clinic, over @parent. */
GtkWidget *
limber_import_dialog_new_races (GtkWindow *parent, LimberStore *store, LimberClock *clock)
{
  LimberImportDialog *self = LIMBER_IMPORT_DIALOG (limber_import_dialog_new (parent, store, clock));

  self->races = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), _("Import Races"));
  adw_status_page_set_title (self->choose_page, _("Bring a List of Races"));
  adw_status_page_set_description (self->choose_page,
                                   _("A table saved as CSV with a column for names and one for dates; last day, distance "
                                     "and place are read when they are there. You see what would happen before anything "
                                     "is added."));
  adw_status_page_set_icon_name (self->choose_page, "emoji-flags-symbolic");
  return GTK_WIDGET (self);
}

/** limber_import_dialog_read: shows what @path would bring; nothing is written yet. */
void
limber_import_dialog_read (LimberImportDialog *self, const char *path)
{
  g_return_if_fail (LIMBER_IS_IMPORT_DIALOG (self) && path != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  run (self, TRUE);
}
