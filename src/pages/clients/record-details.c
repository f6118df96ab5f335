/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/details-form.h"
#include "pages/clients/record-lists.h"
#include "store/client-save.h"
#include "store/error.h"
#include "widgets/feedback.h"

/* DESIGN
 *
 * A form over one client. What was typed stays until it is saved or discarded, also when the record is read
 * again meanwhile: the save then carries the version that the person saw, and the store tells a conflict. A draft
 * keeps it when the program is killed, and when another client is opened before it can be saved. */

struct _LimberRecordDetails {
  GtkWidget parent_instance;

  GtkWidget *box;
  LimberDetailsForm *form;
  GtkWidget *bar;
  GtkLabel *problem;
  GtkWidget *save;
  GtkWidget *discard;

  LimberStore *store;
  LimberDraftKeeper *draft;
  const LimberClientFile *file;
  LimberClient *client;
  gboolean saving;
  gboolean restored; /* what stands there was typed before the program was closed */
  gboolean conflict;
  char *failure; /* why the last save failed */
};

enum {
  SIGNAL_UNSAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberRecordDetails, limber_record_details, GTK_TYPE_WIDGET)

static gboolean
limber_record_details_is (LimberRecordDetails *self, const char *client_id)
{
  return self->client != NULL && g_str_equal (self->client->base.id, client_id);
}

/* What stands in the way of saving, what became of the last try, where the words come from. */
static const char *
limber_record_details_message (LimberRecordDetails *self, const char *problem)
{
  if (problem != NULL)
    return problem;
  if (self->failure != NULL)
    return self->failure;
  return self->restored ? _("You typed this earlier and did not save it.") : "";
}

static void
limber_record_details_show (LimberRecordDetails *self)
{
  const char *problem = limber_details_form_check (self->form);
  gboolean wrong = problem != NULL || self->failure != NULL;

  gtk_label_set_label (self->problem, limber_record_details_message (self, problem));
  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), wrong ? "limber-dim" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), wrong ? "error" : "limber-dim");
  gtk_button_set_label (GTK_BUTTON (self->save), self->conflict         ? _("_Keep Mine")
                                                 : self->failure != NULL ? _("_Retry")
                                                                         : _("_Save"));
  gtk_button_set_label (GTK_BUTTON (self->discard), self->conflict ? _("_Take Theirs") : _("_Discard"));
  gtk_widget_set_visible (self->bar, limber_record_details_get_unsaved (self));
  gtk_widget_set_sensitive (self->save, problem == NULL && !self->saving);
}

static void
limber_record_details_changed_cb (LimberRecordDetails *self)
{
  limber_draft_keeper_changed (self->draft);
  limber_record_details_show (self);
}

static void
limber_record_details_restored_cb (LimberRecordDetails *self)
{
  self->restored = TRUE;
  limber_record_details_show (self);
}

static void
limber_record_details_unsaved_cb (LimberRecordDetails *self)
{
  g_signal_emit (self, signals[SIGNAL_UNSAVED], 0);
}

/* The form begins again, with what is saved. */
static void
limber_record_details_fill (LimberRecordDetails *self)
{
  self->conflict = self->restored = FALSE;
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->client, limber_client_free);
  self->client = limber_client_copy (self->file->client);
  limber_details_form_fill (self->form, self->store, self->file);
  limber_draft_keeper_open (self->draft, self->client->base.id, self->client->base.id);
  limber_record_details_show (self);
}

/* Saving */

typedef struct {
  LimberRecordDetails *self;
  char *client_id;
  char *name;
} Saving;

static void
limber_record_details_saving_free (Saving *saving)
{
  g_object_unref (saving->self);
  g_free (saving->client_id);
  g_free (saving->name);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, limber_record_details_saving_free)

/* Over a conflict the fields that were touched here are kept, the others follow the other hand. */
static LimberClient *
limber_record_details_merge (LimberRecordDetails *self)
{
  g_autoptr (LimberClient) mine = limber_details_form_collect (self->form, self->client);

  limber_details_form_follow_team (self->form, self->file);
  return limber_record_merge (&limber_client_type, mine, self->client, self->file->client);
}

static void
limber_record_details_fail (LimberRecordDetails *self, const GError *error)
{
  self->conflict = g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT);
  g_free (self->failure);
  self->failure = self->conflict ? g_strdup (_("Somebody else changed this client meanwhile. Your words are still "
                                               "here: keep them, or take what stands there now."))
                                 : g_strdup_printf (_("Not saved: %s"), error->message);
}

static void
limber_record_details_succeed (LimberRecordDetails *self, const LimberClient *saved)
{
  limber_client_free (self->client);
  self->client = limber_client_copy (saved);
  self->conflict = self->restored = FALSE;
  g_clear_pointer (&self->failure, g_free);
  limber_draft_keeper_saved (self->draft);
  limber_feedback_toast (GTK_WIDGET (self), _("Saved"));
}

/* The person has gone on to somebody else; the draft stays until it is known to be saved. */
static void
limber_record_details_end_other (LimberRecordDetails *self, const Saving *saving, const GError *error)
{
  g_autofree char *text = NULL;

  if (error == NULL)
    {
      limber_draft_keeper_drop_other (self->draft, saving->client_id);
      return;
    }
  text = g_strdup_printf (_("What you typed about %s is not saved, but kept there."), saving->name);
  limber_feedback_toast (GTK_WIDGET (self), text);
}

static void
limber_record_details_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  LimberRecordDetails *self = saving->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClient) saved = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  self->saving = FALSE;
  if (self->store == NULL)
    return;
  if (!limber_record_details_is (self, saving->client_id))
    limber_record_details_end_other (self, saving, error);
  else if (saved != NULL)
    limber_record_details_succeed (self, saved);
  else
    limber_record_details_fail (self, error);
  limber_record_details_show (self);
}

static void
limber_record_details_save_cb (LimberRecordDetails *self)
{
  g_autofree char *team = NULL;
  LimberClient *client;
  Saving *saving;

  if (self->client == NULL || self->saving)
    return;
  client = self->conflict ? limber_record_details_merge (self) : limber_details_form_collect (self->form, self->client);
  team = limber_details_form_dup_team (self->form);
  saving = g_new0 (Saving, 1);
  *saving = (Saving) { g_object_ref (self), g_strdup (client->base.id), g_strdup (client->name) };
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  limber_draft_keeper_saving (self->draft);
  limber_store_write_async (self->store, limber_client_save_run, limber_client_save_new (client, team),
                            limber_client_save_free, (GDestroyNotify) limber_client_free, NULL,
                            limber_record_details_saved_cb, saving);
}

static void
limber_record_details_discard_cb (LimberRecordDetails *self)
{
  if (self->file == NULL)
    return;
  limber_draft_keeper_drop (self->draft);
  limber_record_details_fill (self);
}

/* Building */

static void
limber_record_details_add_button (LimberRecordDetails *self, GtkWidget **button, const char *label, GCallback callback)
{
  *button = gtk_button_new_with_mnemonic (label);
  g_signal_connect_object (*button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), *button);
}

static void
limber_record_details_build_bar (LimberRecordDetails *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_margin_bottom (self->bar, 12);
  gtk_widget_set_visible (self->bar, FALSE);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->problem), TRUE);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->problem));
  limber_record_details_add_button (self, &self->discard, _("_Discard"),
                                    G_CALLBACK (limber_record_details_discard_cb));
  limber_record_details_add_button (self, &self->save, _("_Save"), G_CALLBACK (limber_record_details_save_cb));
  gtk_widget_add_css_class (self->save, "suggested-action");
}

static void
limber_record_details_build (LimberRecordDetails *self, LimberClock *clock)
{
  GtkWidget *scrolled;

  self->form = LIMBER_DETAILS_FORM (limber_details_form_new (clock));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (limber_record_details_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  scrolled = limber_record_scrolled (GTK_WIDGET (self->form));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  limber_record_details_build_bar (self);
  gtk_box_append (GTK_BOX (self->box), self->bar);
}

static void
limber_record_details_keep_draft (LimberRecordDetails *self)
{
  self->draft = limber_draft_keeper_new (self->store, LIMBER_DRAFT_DETAILS);
  limber_details_form_keep (self->form, self->draft);
  g_signal_connect_object (self->draft, "restored", G_CALLBACK (limber_record_details_restored_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "unsaved", G_CALLBACK (limber_record_details_unsaved_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
limber_record_details_dispose (GObject *object)
{
  LimberRecordDetails *self = LIMBER_RECORD_DETAILS (object);

  g_clear_pointer (&self->draft, limber_draft_keeper_close);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_pointer (&self->client, limber_client_free);
  g_clear_pointer (&self->failure, g_free);
  G_OBJECT_CLASS (limber_record_details_parent_class)->dispose (object);
}

static void
limber_record_details_class_init (LimberRecordDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_record_details_dispose;
  signals[SIGNAL_UNSAVED] = g_signal_new ("unsaved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
limber_record_details_init (LimberRecordDetails *self)
{
}

/** limber_record_details_new: the form with what is known about a client. Signal: unsaved, when get_unsaved() has
 * another answer. */
GtkWidget *
limber_record_details_new (LimberStore *store, LimberClock *clock)
{
  LimberRecordDetails *self = g_object_new (LIMBER_TYPE_RECORD_DETAILS, NULL);

  self->store = g_object_ref (store);
  limber_record_details_build (self, clock);
  limber_record_details_keep_draft (self);
  return GTK_WIDGET (self);
}

/** limber_record_details_get_unsaved: whether something was typed that is not saved. */
gboolean
limber_record_details_get_unsaved (LimberRecordDetails *self)
{
  return limber_draft_keeper_get_unsaved (self->draft) || self->conflict;
}

/** limber_record_details_set_file: @file must live until the next call; what is being typed stays. */
void
limber_record_details_set_file (LimberRecordDetails *self, const LimberClientFile *file)
{
  gboolean same, busy;

  g_return_if_fail (LIMBER_IS_RECORD_DETAILS (self));

  self->file = file;
  same = limber_record_details_is (self, file->client->base.id);
  busy = limber_record_details_get_unsaved (self) || self->saving;
  if (same && busy)
    return;
  /* Going to another client must not lose what was typed about this one. */
  if (!same && limber_record_details_get_unsaved (self) && gtk_widget_get_sensitive (self->save))
    limber_record_details_save_cb (self);
  limber_record_details_fill (self);
}
