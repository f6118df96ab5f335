/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session-amend.h"

#include <glib/gi18n-lib.h>

#include "pages/client-picker.h"
#include "pages/small-dialog.h"

typedef struct {
  LimberSessionRoom *room;
  char *session_id;
  GtkWindow *window;
  GtkWidget *content;
  GtkWidget *button;
} Amend;

static void
amend_free (gpointer data)
{
  Amend *amend = data;

  g_object_unref (amend->room);
  g_free (amend->session_id);
  g_free (amend);
}

/* The window behind a modal one may show another session by the time of the answer. */
static gboolean
is_current (Amend *amend)
{
  return g_strcmp0 (limber_session_room_id (amend->room), amend->session_id) == 0;
}

static Amend *
amend_new (LimberSessionRoom *room, GtkWidget *content)
{
  Amend *amend = g_new0 (Amend, 1);

  amend->room = g_object_ref (room);
  amend->session_id = g_strdup (limber_session_room_id (room));
  amend->content = content;
  return amend;
}

static void
present (Amend *amend, GCallback on_deed)
{
  gtk_widget_set_sensitive (amend->button, FALSE);
  g_signal_connect_data (amend->button, "clicked", on_deed, amend, (GClosureNotify) (void (*) (void)) amend_free,
                         G_CONNECT_SWAPPED);
  gtk_window_present (amend->window);
}

static void
on_picked (LimberClientPicker *picker, GtkWidget *button)
{
  gtk_widget_set_sensitive (button, limber_client_picker_get_id (picker) != NULL);
}

static void
on_move (Amend *amend)
{
  const char *client_id = limber_client_picker_get_id (LIMBER_CLIENT_PICKER (amend->content));
  GtkWindow *window = amend->window;

  if (client_id != NULL && is_current (amend))
    limber_session_room_move (amend->room, client_id);
  gtk_window_destroy (window);
}

/** limber_session_amend_move: Asks on which client the session really was. */
void
limber_session_amend_move (GtkWidget *widget, LimberSessionRoom *room)
{
  Amend *amend;

  if (limber_session_room_sheet (room) == NULL)
    return;
  amend = amend_new (room, limber_client_picker_new (limber_session_room_store (room)));
  amend->window = limber_small_dialog_new (
    widget, _ ("Move This Session"),
    _ ("Its time, findings and notes go to the client you choose. The change log names both clients."),
    amend->content, _ ("_Move"), "suggested-action", &amend->button);
  g_signal_connect_object (amend->content, "picked", G_CALLBACK (on_picked), amend->button, 0);
  present (amend, G_CALLBACK (on_move));
}

static void
on_reason (GtkEditable *entry, GtkWidget *button)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  gtk_widget_set_sensitive (button, *reason != '\0');
}

static void
on_void (Amend *amend)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (amend->content))));
  GtkWindow *window = amend->window;

  if (is_current (amend))
    limber_session_room_void (amend->room, reason);
  gtk_window_destroy (window);
}

/** limber_session_amend_void: Asks why the session is void. */
void
limber_session_amend_void (GtkWidget *widget, LimberSessionRoom *room)
{
  Amend *amend;

  if (limber_session_room_sheet (room) == NULL)
    return;
  amend = amend_new (room, gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (amend->content), _ ("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (amend->content), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (amend->content), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  amend->window = limber_small_dialog_new (
    widget, _ ("Declare This Session Void"),
    _ ("It stays in the record, crossed out, with your reason. Its appointment can be started again."),
    amend->content, _ ("_Declare Void"), "destructive-action", &amend->button);
  g_signal_connect_object (amend->content, "changed", G_CALLBACK (on_reason), amend->button, 0);
  present (amend, G_CALLBACK (on_void));
}
