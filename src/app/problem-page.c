/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/problem-page.h"

#include <glib/gi18n-lib.h>

#include "pages/safety/restore-dialog.h"
#include "services/wording/wording-safety.h"
#include "services/backup.h"

struct _LimberProblemPage {
  AdwBin parent_instance;

  AdwStatusPage *problem;
  GtkWidget *retry;
  GtkWidget *restore;

  char *database; /* %NULL when it is about something else */
  LimberClock *clock;
  GCancellable *cancellable;
  LimberBackupFile *newest;
};

G_DEFINE_FINAL_TYPE (LimberProblemPage, limber_problem_page, ADW_TYPE_BIN)

static void
on_restored (gpointer data)
{
  gtk_widget_activate_action (data, "app.reopen", NULL);
}

static void
on_restore (LimberProblemPage *self)
{
  LimberRestoreTarget target = { self->database, NULL, self->clock };

  limber_restore_dialog_present (GTK_WIDGET (self), &target, self->newest->path, self->newest->mark.at, on_restored,
                                 self);
}

static void
offer_newest (LimberProblemPage *self)
{
  g_autofree char *when = limber_wording_moment (self->newest->mark.at, self->clock);
  g_autofree char *label = g_strdup_printf (_("_Restore the Backup: %s…"), when);

  gtk_button_set_label (GTK_BUTTON (self->restore), label);
  gtk_widget_set_visible (self->restore, TRUE);
  gtk_widget_remove_css_class (self->retry, "suggested-action");
  gtk_widget_grab_focus (self->restore);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = limber_backup_list_finish (result, &error);
  LimberProblemPage *self = data;

  if (error != NULL || files->len == 0)
    return;
  self->newest = g_ptr_array_steal_index (files, files->len - 1);
  offer_newest (self);
}

static void
limber_problem_page_dispose (GObject *object)
{
  LimberProblemPage *self = LIMBER_PROBLEM_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->newest, limber_backup_file_free);
  g_clear_pointer (&self->database, g_free);
  G_OBJECT_CLASS (limber_problem_page_parent_class)->dispose (object);
}

static void
limber_problem_page_class_init (LimberProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_problem_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberProblemPage, problem);
  gtk_widget_class_bind_template_child (widget_class, LimberProblemPage, retry);
  gtk_widget_class_bind_template_child (widget_class, LimberProblemPage, restore);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
}

static void
limber_problem_page_init (LimberProblemPage *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->clock = limber_clock_new_system (zone);
  self->cancellable = g_cancellable_new ();
}

/**
 * limber_problem_page_new:
 * @database: (nullable): the file of the clinic, for backups to be offered
 *
 * Returns: (transfer floating): why no clinic is open, and ways on
 */
GtkWidget *
limber_problem_page_new (const GError *error, const char *database)
{
  LimberProblemPage *self = g_object_new (LIMBER_TYPE_PROBLEM_PAGE, NULL);
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, text);
  self->database = g_strdup (database);
  if (database != NULL)
    limber_backup_list_async (database, self->cancellable, on_listed, self);
  return GTK_WIDGET (self);
}
