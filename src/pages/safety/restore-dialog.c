/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/safety/restore-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "pages/parts/small-dialog.h"
#include "services/wording/wording-safety.h"
#include "services/restore.h"
#include "widgets/feedback.h"

/* DESIGN: checking, ready, restoring. The deed can be done only when the backup was found good; closing the window
 * stops what is going on, and leaves the clinic as it is. */
typedef struct {
  GtkWindow *window;
  GtkWidget *deed;
  GtkStack *stack;
  GtkLabel *busy;
  GtkLabel *held;
  GtkLabel *loss;
  char *database;
  char *backup;
  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  LimberRestoredFunc done;
  gpointer data;
} RestoreDialog;

static void
dialog_free (gpointer data, GObject *window)
{
  RestoreDialog *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_clear_object (&self->store);
  g_object_unref (self->clock);
  g_free (self->database);
  g_free (self->backup);
  g_free (self);
}

static void
show_busy (RestoreDialog *self, const char *text)
{
  gtk_label_set_label (self->busy, text);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_widget_set_sensitive (self->deed, FALSE);
}

static void
show_words (RestoreDialog *self, const char *held, const char *loss, gboolean possible)
{
  gtk_label_set_label (self->held, held);
  gtk_label_set_label (self->loss, loss);
  gtk_stack_set_visible_child_name (self->stack, "words");
  gtk_widget_set_sensitive (self->deed, possible);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  RestoreDialog *self = data;
  g_autoptr (GError) error = NULL;
  LimberRestorePreview preview;
  g_autofree char *counts = NULL;
  g_autofree char *held = NULL;
  g_autofree char *loss = NULL;

  if (!limber_restore_preview_finish (result, &preview, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_words (self, error->message, _("Choose another backup."), FALSE);
      return;
    }
  counts = limber_wording_clinic_counts (&preview.held);
  held = g_strdup_printf (_("The backup is whole. It holds %s."), counts);
  loss = limber_wording_restore_loss (&preview);
  show_words (self, held, loss, TRUE);
  gtk_widget_grab_focus (self->deed);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  RestoreDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = limber_restore_finish (result, &error);
  LimberRestoredFunc done;
  gpointer done_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (kept == NULL)
    {
      show_words (self, error->message, _("The clinic is as it was."), TRUE);
      return;
    }
  done = self->done;
  done_data = self->data;
  gtk_window_destroy (self->window);
  if (done != NULL)
    done (done_data);
}

static void
on_deed (RestoreDialog *self)
{
  show_busy (self, _("Restoring…"));
  limber_restore_async (self->database, self->backup, self->store ? limber_store_actor_id (self->store) : NULL,
                        self->store ? limber_store_actor_name (self->store) : NULL, self->clock, self->cancellable,
                        on_restored, self);
}

static GtkWidget *
busy_new (RestoreDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *spinner = gtk_spinner_new ();

  self->busy = GTK_LABEL (gtk_label_new (NULL));
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->busy));
  return box;
}

static GtkLabel *
add_words (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
content_new (RestoreDialog *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->held = add_words (words);
  self->loss = add_words (words);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, busy_new (self), "busy");
  gtk_stack_add_named (self->stack, words, "words");
  return GTK_WIDGET (self->stack);
}

/**
 * limber_restore_dialog_present:
 * @backup: the file, made at @made_at
 * @done: (nullable): called when the backup has taken the place of the clinic
 *
 * Checks the backup, says what a restore would bring and take, and does it when asked to.
 */
void
limber_restore_dialog_present (GtkWidget *opener, const LimberRestoreTarget *target, const char *backup, gint64 made_at,
                               LimberRestoredFunc done, gpointer data)
{
  RestoreDialog *self = g_new0 (RestoreDialog, 1);
  g_autofree char *when = limber_wording_moment (made_at, target->clock);
  g_autofree char *text = g_strdup_printf (_("The clinic becomes what it was: %s."), when);

  self->database = g_strdup (target->database);
  self->backup = g_strdup (backup);
  self->store = target->store != NULL ? g_object_ref (target->store) : NULL;
  self->clock = g_object_ref (target->clock);
  self->cancellable = g_cancellable_new ();
  self->done = done;
  self->data = data;
  self->window = limber_small_dialog_new (opener, _("Restore a Backup"), text, content_new (self), _("_Restore"),
                                          "destructive-action", &self->deed);
  gtk_window_set_default_size (self->window, 520, 260);
  g_object_weak_ref (G_OBJECT (self->window), dialog_free, self);
  g_signal_connect_swapped (self->deed, "clicked", G_CALLBACK (on_deed), self);
  show_busy (self, _("Checking the backup…"));
  limber_restore_preview_async (self->database, self->backup, self->cancellable, on_previewed, self);
  gtk_window_present (self->window);
}
