/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/safety/safety-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/list-dialog.h"
#include "pages/parts/page-bits.h"
#include "pages/safety/restore-dialog.h"
#include "services/wording/wording-safety.h"
#include "services/backup.h"
#include "services/restore.h"
#include "store/change-log.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* DESIGN: the list is read from the folder anew whenever something may have changed there; nothing about backups is
 * remembered here. What takes long is done one at a time, and closing the window stops it. */

#define LIMBER_TYPE_SAFETY_DIALOG (limber_safety_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberSafetyDialog, limber_safety_dialog, LIMBER, SAFETY_DIALOG, AdwWindow)

struct _LimberSafetyDialog {
  AdwWindow parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  GPtrArray *files; /* of LimberBackupFile, oldest first */
  gint64 seq;       /* of the last change in the clinic */
  LimberListDialog parts;
  GtkWidget *back_up;
  GtkWidget *drill;
};

G_DEFINE_FINAL_TYPE (LimberSafetyDialog, limber_safety_dialog, ADW_TYPE_WINDOW)

static const LimberBackupFile *
newest (LimberSafetyDialog *self)
{
  return self->files->len > 0 ? self->files->pdata[self->files->len - 1] : NULL;
}

static void reload (LimberSafetyDialog *self);

static void
on_restored (gpointer data)
{
  LimberSafetyDialog *self = data;

  limber_feedback_toast (GTK_WIDGET (self->parts.stack), _("The backup is the clinic now"));
}

static void
on_restore (LimberSafetyDialog *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  guint index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  const LimberBackupFile *file = self->files->pdata[self->files->len - 1 - index];
  LimberRestoreTarget target = { limber_store_path (self->store), self->store, self->clock };

  limber_restore_dialog_present (GTK_WIDGET (self->parts.stack), &target, file->path, file->mark.at, on_restored, self);
}

static GtkWidget *
words_new (LimberSafetyDialog *self, const LimberBackupFile *file, const char *when)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *size = g_format_size (file->size);
  g_autofree char *line = g_strjoin (" · ", limber_wording_backup_reason (file->mark.reason), size, NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), limber_page_label (when, "limber-strong"));
  gtk_box_append (GTK_BOX (words), limber_page_label (line, "limber-hint"));
  return words;
}

static GtkWidget *
row_new (LimberSafetyDialog *self, const LimberBackupFile *file)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *restore = gtk_button_new_with_label (_("Restore…"));
  g_autofree char *when = limber_wording_moment (file->mark.at, self->clock);
  g_autofree char *name = g_strdup_printf (_("Restore the backup: %s"), when);

  gtk_widget_set_valign (restore, GTK_ALIGN_CENTER);
  limber_widget_name (restore, name);
  g_signal_connect_swapped (restore, "clicked", G_CALLBACK (on_restore), self);
  gtk_box_append (GTK_BOX (box), words_new (self, file, when));
  gtk_box_append (GTK_BOX (box), restore);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  limber_widget_name (row, when);
  return row;
}

/* When the last one was made and what the next one waits for. */
static char *
make_hint (LimberSafetyDialog *self)
{
  const LimberBackupFile *file = newest (self);
  g_autofree char *last = NULL;
  g_autofree char *next = NULL;
  gint64 due;

  if (file == NULL)
    return g_strdup ("");
  due = limber_backup_due_at (&file->mark, self->seq);
  last = limber_wording_moment (file->mark.at, self->clock);
  next = limber_wording_moment (MAX (due, limber_clock_now (self->clock)), self->clock);
  if (file->mark.seq == self->seq)
    return g_strdup_printf (_("Last backup: %s – checked, and holds everything.\n"
                              "Next backup: half an hour after a change, or %s."), last, next);
  return g_strdup_printf (_("Last backup: %s – checked; something has changed since.\n"
                            "Next backup: %s, or when Limber is closed."), last, next);
}

static void
fill (LimberSafetyDialog *self)
{
  g_autofree char *hint = make_hint (self);

  limber_list_dialog_clear (&self->parts);
  for (guint i = self->files->len; i > 0; i--)
    gtk_list_box_append (self->parts.list, row_new (self, self->files->pdata[i - 1]));
  limber_list_dialog_finish (&self->parts, hint);
  gtk_widget_set_sensitive (self->drill, self->files->len > 0);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  LimberSafetyDialog *self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *files = limber_backup_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (files == NULL)
    {
      limber_feedback_error (GTK_WIDGET (self->parts.stack), error);
      return;
    }
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = files;
  fill (self);
}

static gpointer
load_seq (LimberDb *db, gpointer data, GError **error)
{
  gint64 seq = 0;

  return limber_change_log_last (db, &seq, error) ? g_memdup2 (&seq, sizeof seq) : NULL;
}

static void
on_seq (GObject *source, GAsyncResult *result, gpointer data)
{
  LimberSafetyDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *seq = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (seq != NULL)
    self->seq = *seq;
  limber_backup_list_async (limber_store_path (self->store), self->cancellable, on_listed, self);
}

static void
reload (LimberSafetyDialog *self)
{
  limber_store_read_async (self->store, load_seq, NULL, NULL, g_free, self->cancellable, on_seq, self);
}

static void
set_busy (LimberSafetyDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->back_up, !busy);
  gtk_widget_set_sensitive (self->drill, !busy && self->files != NULL && self->files->len > 0);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), busy ? "progress" : NULL);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  LimberSafetyDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = limber_backup_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (path == NULL)
    limber_feedback_error (GTK_WIDGET (self->parts.stack), error);
  else
    limber_feedback_toast (GTK_WIDGET (self->parts.stack), _("Backed up and checked"));
  reload (self);
}

static void
on_back_up (LimberSafetyDialog *self)
{
  set_busy (self, TRUE);
  limber_backup_async (self->store, self->clock, self->cancellable, on_backed_up, self);
}

static void
on_drilled (GObject *source, GAsyncResult *result, gpointer data)
{
  LimberSafetyDialog *self = data;
  g_autoptr (GError) error = NULL;
  LimberClinicCounts held;
  gboolean ok = limber_restore_drill_finish (result, &held, &error);
  g_autofree char *counts = NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (!ok)
    {
      limber_feedback_error (GTK_WIDGET (self->parts.stack), error);
      return;
    }
  counts = limber_wording_clinic_counts (&held);
  text = g_strdup_printf (_("The newest backup became a clinic with %s. It was only a drill."), counts);
  limber_feedback_toast (GTK_WIDGET (self->parts.stack), text);
}

static void
on_drill (LimberSafetyDialog *self)
{
  set_busy (self, TRUE);
  limber_restore_drill_async (limber_store_path (self->store), newest (self)->path, self->cancellable, on_drilled,
                              self);
}

static void
on_folder (LimberSafetyDialog *self)
{
  g_autofree char *folder = limber_backup_folder (limber_store_path (self->store));
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
limber_safety_dialog_dispose (GObject *object)
{
  LimberSafetyDialog *self = LIMBER_SAFETY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_safety_dialog_parent_class)->dispose (object);
}

static void
limber_safety_dialog_class_init (LimberSafetyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_safety_dialog_dispose;
}

static void
limber_safety_dialog_init (LimberSafetyDialog *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
add_buttons (LimberSafetyDialog *self)
{
  GtkWidget *folder = limber_list_dialog_button ("folder-open-symbolic", _("Open the folder of the backups"));

  self->back_up = gtk_button_new_with_mnemonic (_("_Back Up Now"));
  self->drill = gtk_button_new_with_mnemonic (_("Restore _Drill"));
  gtk_widget_add_css_class (self->back_up, "suggested-action");
  gtk_widget_set_tooltip_text (self->drill, _("Try whether the newest backup can become a clinic"));
  gtk_widget_set_sensitive (self->drill, FALSE);
  adw_header_bar_pack_start (self->parts.header, self->back_up);
  adw_header_bar_pack_start (self->parts.header, self->drill);
  adw_header_bar_pack_end (self->parts.header, folder);
  g_signal_connect_swapped (self->back_up, "clicked", G_CALLBACK (on_back_up), self);
  g_signal_connect_swapped (self->drill, "clicked", G_CALLBACK (on_drill), self);
  g_signal_connect_swapped (folder, "clicked", G_CALLBACK (on_folder), self);
}

/** limber_safety_dialog_present: shows which backups there are, over the window of @opener. */
void
limber_safety_dialog_present (GtkWidget *opener, LimberStore *store, LimberClock *clock)
{
  LimberSafetyDialog *self = g_object_new (LIMBER_TYPE_SAFETY_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  limber_list_dialog_build (ADW_WINDOW (self), opener, _("Data Safety"), "drive-harddisk-symbolic", _("No Backup Yet"),
                            _("The first one is made by itself within some minutes, and at once when you ask for it."),
                            &self->parts);
  add_buttons (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}
