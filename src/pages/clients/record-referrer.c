/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-referrer.h"

#include <glib/gi18n-lib.h>

#include "pages/booking/client-picker.h"
#include "pages/clients/client-validation.h"
#include "pages/parts/small-dialog.h"

/* Who sent the client: another client, a team, or a name that the clinic does not keep. Never the client itself. */

enum {
  BY_NOBODY,
  BY_CLIENT,
  BY_TEAM,
  BY_TEXT,
};

struct _LimberRecordReferrer {
  AdwBin parent_instance;

  GtkWidget *kind;
  GtkWidget *client;
  GtkWidget *team;
  GtkWidget *text;

  LimberStore *store;
  char *own_id;
  char *client_id;
  GPtrArray *team_ids;
  gboolean filling;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberRecordReferrer, limber_record_referrer, ADW_TYPE_BIN)

static guint
kind_of (LimberRecordReferrer *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));
}

static void
on_changed (LimberRecordReferrer *self)
{
  guint kind = kind_of (self);

  gtk_widget_set_visible (self->client, kind == BY_CLIENT);
  gtk_widget_set_visible (self->team, kind == BY_TEAM);
  gtk_widget_set_visible (self->text, kind == BY_TEXT);
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Choosing a client */

typedef struct {
  LimberRecordReferrer *self;
  GtkWidget *picker;
  GtkWidget *button;
  GtkWindow *window;
} Choosing;

static void
take_client (LimberRecordReferrer *self, const char *id, const char *name)
{
  limber_record_set_text (&self->client_id, id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->client), id != NULL && name != NULL ? name : _("not chosen yet"));
}

static void
on_picked (LimberClientPicker *picker, Choosing *choosing)
{
  const char *id = limber_client_picker_get_id (picker);

  gtk_widget_set_sensitive (choosing->button, id != NULL && g_strcmp0 (id, choosing->self->own_id) != 0);
}

static void
on_chosen (Choosing *choosing)
{
  LimberRecordReferrer *self = choosing->self;
  LimberClientPicker *picker = LIMBER_CLIENT_PICKER (choosing->picker);
  GtkWindow *window = choosing->window;

  take_client (self, limber_client_picker_get_id (picker), limber_client_picker_get_name (picker));
  on_changed (self);
  gtk_window_destroy (window);
}

static void
choosing_free (gpointer data, GObject *window)
{
  Choosing *choosing = data;

  g_object_unref (choosing->self);
  g_free (choosing);
}

static void
on_choose (LimberRecordReferrer *self)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->self = g_object_ref (self);
  choosing->picker = limber_client_picker_new (self->store);
  choosing->window = limber_small_dialog_new (GTK_WIDGET (self), _("Who Sent Them?"), NULL, choosing->picker,
                                              _("_Choose"), "suggested-action", &choosing->button);
  gtk_widget_set_sensitive (choosing->button, FALSE);
  g_signal_connect (choosing->picker, "picked", G_CALLBACK (on_picked), choosing);
  g_signal_connect_swapped (choosing->button, "clicked", G_CALLBACK (on_chosen), choosing);
  g_object_weak_ref (G_OBJECT (choosing->window), choosing_free, choosing);
  gtk_window_present (choosing->window);
}

/* Building */

static GtkWidget *
add_row (GtkWidget *group, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
build (LimberRecordReferrer *self)
{
  const char *const kinds[] = { _("nobody in particular"), _("another client"), _("a team"), _("somebody else"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (kinds);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *choose = gtk_button_new_with_mnemonic (_("_Choose…"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Referral"));
  self->kind = add_row (group, adw_combo_row_new (), _("Sent by"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind), G_LIST_MODEL (names));
  self->client = add_row (group, adw_action_row_new (), _("Client"));
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->client), choose);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->client), choose);
  self->team = add_row (group, adw_combo_row_new (), _("Team"));
  self->text = add_row (group, adw_entry_row_new (), _("Name"));
  g_signal_connect_object (choose, "clicked", G_CALLBACK (on_choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->team, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), group);
}

static void
limber_record_referrer_finalize (GObject *object)
{
  LimberRecordReferrer *self = LIMBER_RECORD_REFERRER (object);

  g_clear_object (&self->store);
  g_free (self->own_id);
  g_free (self->client_id);
  g_ptr_array_unref (self->team_ids);
  G_OBJECT_CLASS (limber_record_referrer_parent_class)->finalize (object);
}

static void
limber_record_referrer_class_init (LimberRecordReferrerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = limber_record_referrer_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
limber_record_referrer_init (LimberRecordReferrer *self)
{
  self->team_ids = g_ptr_array_new_with_free_func (g_free);
  build (self);
}

/** limber_record_referrer_new: asks who sent a client. Signal: changed, by hand. */
GtkWidget *
limber_record_referrer_new (void)
{
  return g_object_new (LIMBER_TYPE_RECORD_REFERRER, NULL);
}

static void
fill_teams (LimberRecordReferrer *self, const LimberClientFile *file)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->team_ids, 0);
  for (guint i = 0; i < file->teams->len; i++)
    {
      const LimberTeam *team = file->teams->pdata[i];

      if (g_strcmp0 (team->base.id, file->client->referrer_team_id) == 0)
        selected = i;
      gtk_string_list_append (names, team->name);
      g_ptr_array_add (self->team_ids, g_strdup (team->base.id));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->team), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->team), selected);
}

/** limber_record_referrer_fill: shows what stands in @file. */
void
limber_record_referrer_fill (LimberRecordReferrer *self, LimberStore *store, const LimberClientFile *file)
{
  const LimberClient *client = file->client;

  g_return_if_fail (LIMBER_IS_RECORD_REFERRER (self));

  self->filling = TRUE;
  g_set_object (&self->store, store);
  limber_record_set_text (&self->own_id, client->base.id);
  fill_teams (self, file);
  take_client (self, client->referrer_client_id, file->referrer);
  gtk_editable_set_text (GTK_EDITABLE (self->text), client->referrer_text != NULL ? client->referrer_text : "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), client->referrer_client_id != NULL ? BY_CLIENT
                                                          : client->referrer_team_id != NULL ? BY_TEAM
                                                          : client->referrer_text != NULL    ? BY_TEXT
                                                                                             : BY_NOBODY);
  on_changed (self);
  self->filling = FALSE;
}

/** limber_record_referrer_apply: writes the choice into @client: at most one of the three. */
void
limber_record_referrer_apply (LimberRecordReferrer *self, LimberClient *client)
{
  guint kind = kind_of (self);
  guint team = adw_combo_row_get_selected (ADW_COMBO_ROW (self->team));
  g_autofree char *text = limber_client_text_dup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  limber_record_set_text (&client->referrer_client_id, kind == BY_CLIENT ? self->client_id : NULL);
  limber_record_set_text (&client->referrer_team_id,
                          kind == BY_TEAM && team < self->team_ids->len ? self->team_ids->pdata[team] : NULL);
  limber_record_set_text (&client->referrer_text, kind == BY_TEXT ? text : NULL);
}

/** limber_record_referrer_is_complete: whether what was chosen is also named. */
gboolean
limber_record_referrer_is_complete (LimberRecordReferrer *self)
{
  guint kind = kind_of (self);

  if (kind == BY_CLIENT)
    return self->client_id != NULL;
  if (kind == BY_TEXT)
    return limber_client_text_is_filled (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  return kind != BY_TEAM || self->team_ids->len > 0;
}

/* A draft keeps the chosen client as the id and the name. */

static char *
get_client (gpointer input)
{
  LimberRecordReferrer *self = input;

  if (self->client_id == NULL)
    return g_strdup ("");
  return g_strconcat (self->client_id, "\n", adw_action_row_get_subtitle (ADW_ACTION_ROW (self->client)), NULL);
}

static void
set_client (gpointer input, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "\n", 2);

  if (g_strv_length (parts) == 2)
    take_client (input, parts[0], parts[1]);
}

/** limber_record_referrer_keep: tells @keeper what belongs to the question. */
void
limber_record_referrer_keep (LimberRecordReferrer *self, LimberDraftKeeper *keeper)
{
  limber_draft_keeper_add (keeper, "referrer_kind", self->kind);
  limber_draft_keeper_add_custom (keeper, "referrer_client", self, get_client, set_client);
  limber_draft_keeper_add (keeper, "referrer_team", self->team);
  limber_draft_keeper_add (keeper, "referrer_text", self->text);
}
