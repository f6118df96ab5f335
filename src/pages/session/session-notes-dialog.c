/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-notes-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/draft-keeper.h"
#include "pages/parts/page-bits.h"
#include "pages/parts/small-dialog.h"
#include "services/session/session-amend.h"
#include "services/wording/wording-change.h"
#include "services/wording/wording-date.h"
#include "store/change-fields.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"
#include "widgets/words.h"

/* DESIGN
 *
 * The notes of a session that is over, to read and to amend. Below each text stand its earlier versions with who
 * wrote over them and when, read from the change log: nothing is overwritten unseen. A failed save leaves the
 * dialog as it is, and Save tries again. A draft keeps what is typed until it is saved, or the dialog closed by hand. */

#define LOG_READ 1000
#define RUN_GAP (10 * 60)
#define N_TEXTS (LIMBER_SESSION_TEXT_LAST + 1)

static const char *const columns[N_TEXTS] = { "subjective", "objective", "assessment", "plan", "next_time" };

typedef struct {
  LimberSession *session;
  GPtrArray *changes;
} Facts;

typedef struct {
  GtkWidget *widget;
  LimberStore *store;
  LimberClock *clock;
  char *session_id;
  Facts *facts;
  GtkWindow *window; /* cleared when it closes */
  GtkWidget *save;
  LimberDraftKeeper *draft;
  GtkWidget *views[N_TEXTS];
} Dialog;

static void
facts_free (Facts *facts)
{
  limber_session_free (facts->session);
  g_clear_pointer (&facts->changes, g_ptr_array_unref);
  g_free (facts);
}

static void
dialog_free (Dialog *dialog)
{
  g_clear_pointer (&dialog->draft, limber_draft_keeper_close);
  g_object_unref (dialog->widget);
  g_object_unref (dialog->store);
  g_object_unref (dialog->clock);
  g_free (dialog->session_id);
  g_clear_pointer (&dialog->facts, facts_free);
  g_free (dialog);
}

static gpointer
read_facts (LimberDb *db, gpointer data, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->session = limber_record_load (db, &limber_session_type, data, error);
  if (facts->session != NULL)
    facts->changes = limber_change_log_of_entity (db, "session", data, LOG_READ, error);
  if (facts->changes != NULL)
    return facts;
  facts_free (facts);
  return NULL;
}

static char *
text_of (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_typed (Dialog *dialog)
{
  limber_draft_keeper_changed (dialog->draft);
  gtk_widget_set_sensitive (dialog->save, limber_draft_keeper_get_unsaved (dialog->draft));
}

static void
on_restored (Dialog *dialog)
{
  limber_feedback_toast (dialog->save, _("You typed this earlier and did not save it."));
}

static gboolean
on_close_request (Dialog *dialog)
{
  limber_draft_keeper_drop (dialog->draft);
  return FALSE;
}

/* Saving */

static gpointer
run_save (LimberDb *db, gpointer data, GError **error)
{
  limber_session_amend_texts (db, data, error);
  return NULL;
}

typedef struct {
  GtkWidget *widget;
  GtkWindow *window;
  GtkWidget *save;
  LimberDraftKeeper *draft;
} Saving;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (GtkWidget) widget = saving->widget;
  g_autoptr (GtkWindow) window = saving->window;
  g_autoptr (LimberDraftKeeper) draft = saving->draft;
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error == NULL)
    {
      limber_draft_keeper_drop (draft);
      limber_feedback_toast (widget, _("Saved. The earlier text stays readable."));
      gtk_window_destroy (window);
      return;
    }
  limber_feedback_error (saving->save, error);
  gtk_widget_set_sensitive (saving->save, TRUE);
}

static void
on_save (Dialog *dialog)
{
  LimberSessionTexts *texts = g_new0 (LimberSessionTexts, 1);
  Saving *saving = g_new0 (Saving, 1);

  texts->session_id = g_strdup (dialog->session_id);
  for (int i = 0; i < N_TEXTS; i++)
    {
      texts->expected[i] = g_strdup (limber_session_text (dialog->facts->session, i));
      texts->text[i] = text_of (dialog->views[i]);
    }
  *saving = (Saving) { g_object_ref (dialog->widget), g_object_ref (dialog->window), dialog->save,
                       g_object_ref (dialog->draft) };
  gtk_widget_set_sensitive (dialog->save, FALSE);
  limber_store_write_async (dialog->store, run_save, texts, (GDestroyNotify) limber_session_texts_free, NULL, NULL,
                            on_saved, saving);
}

/* Earlier versions */

static void
add_version (Dialog *dialog, GtkWidget *box, const LimberChange *change, const char *before)
{
  GTimeZone *zone = limber_clock_zone (dialog->clock);
  g_autofree char *day = limber_wording_full_date (limber_date_from_instant (change->at, zone));
  g_autofree char *time = limber_wording_time (change->at, zone);
  g_autofree char *head = g_strdup_printf (_("Until %s, %s, then changed by %s"), day, time,
                                           change->actor_name != NULL ? change->actor_name : _("Limber"));
  GtkWidget *text = limber_page_label (before, NULL);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_margin_start (text, 12);
  gtk_box_append (GTK_BOX (box), limber_page_label (head, "limber-hint"));
  gtk_box_append (GTK_BOX (box), text);
}

static void
add_versions (Dialog *dialog, GtkWidget *box, const char *column)
{
  GPtrArray *changes = dialog->facts->changes;
  guint end;

  for (guint i = 0; i < changes->len; i = end)
    {
      g_autoptr (GPtrArray) fields = NULL;
      const LimberChangeField *field;

      end = limber_change_run_end (changes, i, RUN_GAP);
      fields = limber_change_fields_of_run (changes, i, end);
      field = limber_change_field_find (fields, column);
      if (field != NULL && field->before != NULL)
        add_version (dialog, box, changes->pdata[i], field->before);
    }
}

/* Building */

static void
add_text (Dialog *dialog, GtkWidget *box, int i)
{
  const char *title = limber_wording_session_text (columns[i]);
  g_autofree char *heading = limber_capitalize (title);
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 10);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 10);
  gtk_widget_add_css_class (view, "card");
  limber_widget_name (view, heading);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, limber_session_text (dialog->facts->session, i), -1);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (on_typed), dialog);
  dialog->views[i] = view;
  limber_draft_keeper_add (dialog->draft, columns[i], view);
  gtk_box_append (GTK_BOX (box), limber_page_label (heading, "heading"));
  gtk_box_append (GTK_BOX (box), view);
  add_versions (dialog, box, columns[i]);
}

static GtkWidget *
content_new (Dialog *dialog)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_end (box, 12);
  for (int i = 0; i < N_TEXTS; i++)
    add_text (dialog, box, i);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
on_facts (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Dialog *dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  dialog->facts = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (dialog->facts == NULL || gtk_widget_get_root (dialog->widget) == NULL)
    {
      limber_feedback_error (dialog->widget, error);
      dialog_free (dialog);
      return;
    }
  dialog->draft = limber_draft_keeper_new (dialog->store, LIMBER_DRAFT_SESSION_NOTES);
  day = limber_wording_full_date (dialog->facts->session->date);
  title = g_strdup_printf (_("Session on %s"), day);
  dialog->window = limber_small_dialog_new (dialog->widget, title,
                                            _("What you change is kept beside what stood here before."),
                                            content_new (dialog), _("_Save"), "suggested-action", &dialog->save);
  gtk_window_set_default_size (dialog->window, 560, 640);
  gtk_widget_set_sensitive (dialog->save, FALSE);
  g_signal_connect_swapped (dialog->save, "clicked", G_CALLBACK (on_save), dialog);
  g_signal_connect_swapped (dialog->draft, "restored", G_CALLBACK (on_restored), dialog);
  g_signal_connect_swapped (dialog->window, "close-request", G_CALLBACK (on_close_request), dialog);
  limber_draft_keeper_open (dialog->draft, dialog->session_id, dialog->facts->session->client_id);
  g_object_weak_ref (G_OBJECT (dialog->window), (GWeakNotify) (void (*) (void)) dialog_free, dialog);
  gtk_window_present (dialog->window);
}

/** limber_session_notes_dialog_present: shows the notes of a session over the window of @widget, to amend them. */
void
limber_session_notes_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock,
                                     const char *session_id)
{
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->widget = g_object_ref (widget);
  dialog->store = g_object_ref (store);
  dialog->clock = g_object_ref (clock);
  dialog->session_id = g_strdup (session_id);
  limber_store_read_async (store, read_facts, g_strdup (session_id), g_free, (GDestroyNotify) facts_free, NULL,
                           on_facts, dialog);
}
