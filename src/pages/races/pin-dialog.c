/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/pin-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/race-rules.h"
#include "pages/clients/client-validation.h"
#include "pages/clients/client-writer.h"
#include "pages/parts/small-dialog.h"
#include "store/client.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* Rule D2: the therapist sets the days before a race, changes them or lets them go again, each time with a reason. */
typedef struct {
  GtkWidget *opener;
  LimberStore *store;
  LimberClient *client;
  GtkWindow *window;
  GtkWidget *save;
  GtkSwitch *pinned;
  GtkSpinButton *from;
  GtkSpinButton *to;
  GtkEditable *reason;
} Pin;

static void
pin_free (Pin *pin)
{
  g_object_unref (pin->opener);
  g_object_unref (pin->store);
  g_clear_pointer (&pin->client, limber_client_free);
  g_free (pin);
}

static void
check (Pin *pin)
{
  gboolean pinned = gtk_switch_get_active (pin->pinned);
  int from = gtk_spin_button_get_value_as_int (pin->from), to = gtk_spin_button_get_value_as_int (pin->to);
  gboolean told = limber_client_text_is_filled (gtk_editable_get_text (pin->reason));
  gboolean is_new = pinned != (pin->client->pin_from > 0)
                    || (pinned && (from != pin->client->pin_from || to != pin->client->pin_to
                                   || g_strcmp0 (gtk_editable_get_text (pin->reason), pin->client->pin_reason) != 0));

  gtk_widget_set_sensitive (GTK_WIDGET (pin->from), pinned);
  gtk_widget_set_sensitive (GTK_WIDGET (pin->to), pinned);
  gtk_widget_set_sensitive (pin->save, told && is_new && (!pinned || from <= to));
}

static void
on_pinned (Pin *pin)
{
  /* Why it was pinned is no reason to let it go. */
  gboolean as_before = gtk_switch_get_active (pin->pinned) && pin->client->pin_from > 0 && pin->client->pin_reason != NULL;

  gtk_editable_set_text (pin->reason, as_before ? pin->client->pin_reason : "");
  check (pin);
}

static void
on_written (GtkWidget *widget, gconstpointer record, gpointer data)
{
  g_autoptr (GtkWindow) window = data;

  if (record != NULL)
    gtk_window_close (window);
}

static void
on_save (Pin *pin)
{
  LimberClient *client = limber_client_copy (pin->client);
  gboolean pinned = gtk_switch_get_active (pin->pinned);

  client->pin_from = pinned ? gtk_spin_button_get_value_as_int (pin->from) : 0;
  client->pin_to = pinned ? gtk_spin_button_get_value_as_int (pin->to) : 0;
  g_free (client->pin_reason);
  client->pin_reason = limber_client_text_dup (gtk_editable_get_text (pin->reason));
  limber_client_write (pin->save, pin->store, &limber_client_type, LIMBER_WRITE_UPDATE, client, on_written,
                       g_object_ref (pin->window));
}

static GtkWidget *
row_new (const char *title, GtkWidget *field)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  limber_widget_name (field, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), field);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), field);
  return row;
}

static GtkSpinButton *
days_new (int days)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (LIMBER_LEAD_MIN, LIMBER_LEAD_MAX, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), days);
  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
form_new (Pin *pin)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *reason = adw_entry_row_new ();
  gboolean pinned = pin->client->pin_from > 0;

  pin->pinned = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (pin->pinned, TRUE);
  pin->from = days_new (pinned ? pin->client->pin_from : 4);
  pin->to = days_new (pinned ? pin->client->pin_to : 5);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason), _("Reason"));
  pin->reason = GTK_EDITABLE (reason);
  if (pinned && pin->client->pin_reason != NULL)
    gtk_editable_set_text (pin->reason, pin->client->pin_reason);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (_("Pinned"), GTK_WIDGET (pin->pinned)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (_("From, days before the race"), GTK_WIDGET (pin->from)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (_("To, days before the race"), GTK_WIDGET (pin->to)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), reason);
  return group;
}

static void
present (Pin *pin)
{
  GtkWidget *form = form_new (pin);

  pin->window = limber_small_dialog_new (pin->opener, pin->client->name,
                                         _("Pinned days are this client’s best days before every race, and nothing "
                                           "moves them. The reason is kept, also when they are let go again."),
                                         form, _("_Save"), "suggested-action", &pin->save);
  g_signal_connect_swapped (pin->pinned, "notify::active", G_CALLBACK (on_pinned), pin);
  g_signal_connect_swapped (pin->from, "value-changed", G_CALLBACK (check), pin);
  g_signal_connect_swapped (pin->to, "value-changed", G_CALLBACK (check), pin);
  g_signal_connect_swapped (pin->reason, "changed", G_CALLBACK (check), pin);
  g_signal_connect_swapped (pin->save, "clicked", G_CALLBACK (on_save), pin);
  g_object_weak_ref (G_OBJECT (pin->window), (GWeakNotify) (void (*) (void)) pin_free, pin);
  check (pin);
  gtk_window_present (pin->window);
}

static gpointer
load_client (LimberDb *db, gpointer id, GError **error)
{
  return limber_record_load (db, &limber_client_type, id, error);
}

static void
on_client (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Pin *pin = data;

  pin->client = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (pin->client != NULL && gtk_widget_get_root (pin->opener) != NULL)
    {
      present (pin);
      return;
    }
  if (error != NULL)
    limber_feedback_error (pin->opener, error);
  pin_free (pin);
}

/** limber_pin_dialog_present: asks over the window of @widget for the pinned days of a client. */
void
limber_pin_dialog_present (GtkWidget *widget, LimberStore *store, const char *client_id)
{
  Pin *pin = g_new0 (Pin, 1);

  pin->opener = g_object_ref (widget);
  pin->store = g_object_ref (store);
  limber_store_read_async (store, load_client, g_strdup (client_id), g_free, (GDestroyNotify) limber_client_free, NULL,
                           on_client, pin);
}
