/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/booking/client-picker.h"

#include <glib/gi18n-lib.h>

#include "store/treatment.h"
#include "store/client.h"
#include "widgets/widget-name.h"

#define MAX_ROWS 6

struct _LimberClientPicker {
  AdwBin parent_instance;

  LimberStore *store;
  GCancellable *searching;
  GPtrArray *clients;
  GtkWidget *entry;
  GtkWidget *list;
  char *id;
  char *name;
};

G_DEFINE_FINAL_TYPE (LimberClientPicker, limber_client_picker, ADW_TYPE_BIN)

static guint picked_signal;

static void
set_choice (LimberClientPicker *self, const LimberClient *client)
{
  g_free (self->id);
  g_free (self->name);
  self->id = g_strdup (client != NULL ? client->base.id : NULL);
  self->name = g_strdup (client != NULL ? client->name : NULL);
  g_signal_emit (self, picked_signal, 0);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, LimberClientPicker *self)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  set_choice (self, index >= 0 && index < (int) self->clients->len ? g_ptr_array_index (self->clients, (guint) index)
                                                                   : NULL);
}

static void
show_clients (LimberClientPicker *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < self->clients->len; i++)
    {
      const LimberClient *client = g_ptr_array_index (self->clients, i);
      GtkWidget *label = gtk_label_new (client->name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_top (label, 8);
      gtk_widget_set_margin_bottom (label, 8);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
  gtk_widget_set_visible (self->list, self->clients->len > 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

static gpointer
run_find (LimberDb *db, gpointer data, GError **error)
{
  return limber_treatment_find_clients (db, data, MAX_ROWS, error);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberClientPicker) self = user_data;
  GPtrArray *clients = limber_store_run_finish (LIMBER_STORE (source), result, NULL);

  /* A failed search keeps the rows that are there. */
  if (clients == NULL || self->list == NULL)
    {
      g_clear_pointer (&clients, g_ptr_array_unref);
      return;
    }
  g_ptr_array_unref (self->clients);
  self->clients = clients;
  show_clients (self);
}

static void
on_typed (GtkEditable *entry, LimberClientPicker *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  limber_store_read_async (self->store, run_find, g_strdup (gtk_editable_get_text (entry)), g_free,
                           (GDestroyNotify) g_ptr_array_unref, self->searching, on_found, g_object_ref (self));
}

static void
limber_client_picker_dispose (GObject *object)
{
  LimberClientPicker *self = LIMBER_CLIENT_PICKER (object);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_object (&self->store);
  G_OBJECT_CLASS (limber_client_picker_parent_class)->dispose (object);
}

static void
limber_client_picker_finalize (GObject *object)
{
  LimberClientPicker *self = LIMBER_CLIENT_PICKER (object);

  g_ptr_array_unref (self->clients);
  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (limber_client_picker_parent_class)->finalize (object);
}

static void
limber_client_picker_class_init (LimberClientPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_client_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_client_picker_finalize;
  picked_signal = g_signal_new ("picked", LIMBER_TYPE_CLIENT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
limber_client_picker_init (LimberClientPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->clients = g_ptr_array_new ();
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Client"), NULL);
  limber_widget_name (GTK_WIDGET (self->entry), _ ("Client"));
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_visible (self->list, FALSE);
  limber_widget_name (GTK_WIDGET (self->list), _ ("Clients"));
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->list);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (on_typed), self);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
}

GtkWidget *
limber_client_picker_new (LimberStore *store)
{
  LimberClientPicker *self = g_object_new (LIMBER_TYPE_CLIENT_PICKER, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

/** limber_client_picker_get_id: Returns: (nullable): of the client that is chosen */
const char *
limber_client_picker_get_id (LimberClientPicker *self)
{
  return self->id;
}

const char *
limber_client_picker_get_name (LimberClientPicker *self)
{
  return self->name;
}
