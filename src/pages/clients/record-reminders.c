/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-reminders.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-writer.h"
#include "pages/clients/record-lists.h"
#include "pages/parts/date-row.h"

/* Where the calendar opens for the end of a pause. */
#define USUAL_PAUSE_DAYS 28

/* Pause and opt-out are saved as they are switched, one save at a time: what is switched meanwhile is saved after it,
 * and what the store holds is shown again when nothing is on its way. A switch goes back when its save fails. */

struct _LimberRecordReminders {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *paused;
  LimberDateRow *until;
  GtkWidget *opted_out;
  GtkWidget *contacts;

  LimberStore *store;
  LimberClock *clock;
  LimberClient *client;
  gboolean filling;
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (LimberRecordReminders, limber_record_reminders, GTK_TYPE_WIDGET)

static void
limber_record_reminders_fill (LimberRecordReminders *self)
{
  const LimberClient *client = self->client;

  self->filling = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->paused), client->paused_on != LIMBER_DATE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->until), client->paused_on != LIMBER_DATE_NONE);
  limber_date_row_set (self->until, client->paused_until);
  gtk_switch_set_active (GTK_SWITCH (self->opted_out), client->opted_out);
  self->filling = FALSE;
}

static void limber_record_reminders_save (LimberRecordReminders *self);

static void
limber_record_reminders_written_cb (GtkWidget *widget, gconstpointer record, gpointer data)
{
  LimberRecordReminders *self = LIMBER_RECORD_REMINDERS (widget);
  const LimberClient *client = record;

  self->writing = FALSE;
  if (self->client == NULL)
    return;
  if (client != NULL && g_str_equal (client->base.id, self->client->base.id))
    {
      limber_client_free (self->client);
      self->client = limber_client_copy (client);
      limber_record_reminders_save (self);
    }
  if (!self->writing)
    limber_record_reminders_fill (self);
}

static void
limber_record_reminders_write (LimberRecordReminders *self, LimberClient *client)
{
  self->writing = TRUE;
  limber_client_write (GTK_WIDGET (self), self->store, &limber_client_type, LIMBER_WRITE_UPDATE, client,
                       limber_record_reminders_written_cb, NULL);
}

/* Brings the store to where the switches stand. */
static void
limber_record_reminders_save (LimberRecordReminders *self)
{
  gboolean paused = gtk_switch_get_active (GTK_SWITCH (self->paused));
  gboolean opted_out = gtk_switch_get_active (GTK_SWITCH (self->opted_out));
  gboolean was_paused = self->client->paused_on != LIMBER_DATE_NONE;
  LimberClient *client;

  if (self->writing || (paused == was_paused && opted_out == self->client->opted_out))
    return;
  client = limber_client_copy (self->client);
  if (paused != was_paused)
    {
      client->paused_on = paused ? limber_clock_today (self->clock) : LIMBER_DATE_NONE;
      client->paused_until = LIMBER_DATE_NONE;
      client->pause_reason = paused ? LIMBER_PAUSE_REASON_OTHER : LIMBER_PAUSE_REASON_NONE;
    }
  client->opted_out = opted_out;
  limber_record_reminders_write (self, client);
}

static void
limber_record_reminders_switch_cb (LimberRecordReminders *self)
{
  if (!self->filling && self->client != NULL)
    limber_record_reminders_save (self);
}

static void
limber_record_reminders_until_changed_cb (LimberRecordReminders *self)
{
  limber_date_row_check (self->until, FALSE);
}

static void
limber_record_reminders_until_cb (LimberRecordReminders *self)
{
  LimberClient *client;

  if (self->client == NULL || self->writing || !limber_date_row_check (self->until, FALSE))
    return;
  client = limber_client_copy (self->client);
  client->paused_until = limber_date_row_get (self->until);
  limber_record_reminders_write (self, client);
}

static GtkWidget *
limber_record_reminders_switch (LimberRecordReminders *self, GtkWidget *group, const char *title,
                                const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (limber_record_reminders_switch_cb), self,
                           G_CONNECT_SWAPPED);
  return toggle;
}

static void
limber_record_reminders_dispose (GObject *object)
{
  LimberRecordReminders *self = LIMBER_RECORD_REMINDERS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->client, limber_client_free);
  G_OBJECT_CLASS (limber_record_reminders_parent_class)->dispose (object);
}

static void
limber_record_reminders_class_init (LimberRecordRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_record_reminders_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
limber_record_reminders_init (LimberRecordReminders *self)
{
}

static void
limber_record_reminders_build (LimberRecordReminders *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->paused = limber_record_reminders_switch (self, group, _("Pause"), _("no reminders for a while"));
  self->until = LIMBER_DATE_ROW (limber_date_row_new (_("Until (empty is open-ended)"), self->clock,
                                                      limber_clock_today (self->clock) + USUAL_PAUSE_DAYS));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->until), TRUE);
  g_signal_connect_object (self->until, "changed", G_CALLBACK (limber_record_reminders_until_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->until, "apply", G_CALLBACK (limber_record_reminders_until_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->until));
  self->opted_out = limber_record_reminders_switch (self, group, _("Never remind"),
                                                    _("the client does not want to be reminded"));
  gtk_box_append (GTK_BOX (self->box), group);
  self->contacts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->box), self->contacts);
}

/** limber_record_reminders_new: pause, opt-out and who was in touch. */
GtkWidget *
limber_record_reminders_new (LimberStore *store, LimberClock *clock)
{
  LimberRecordReminders *self = g_object_new (LIMBER_TYPE_RECORD_REMINDERS, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  limber_record_reminders_build (self);
  return GTK_WIDGET (self);
}

/** limber_record_reminders_set_file: shows @file; a switch that is not saved yet stays. */
void
limber_record_reminders_set_file (LimberRecordReminders *self, const LimberClientFile *file)
{
  g_return_if_fail (LIMBER_IS_RECORD_REMINDERS (self));

  limber_record_show_contacts (self->contacts, file);
  if (self->writing && g_str_equal (self->client->base.id, file->client->base.id))
    return;
  g_clear_pointer (&self->client, limber_client_free);
  self->client = limber_client_copy (file->client);
  limber_record_reminders_fill (self);
}
