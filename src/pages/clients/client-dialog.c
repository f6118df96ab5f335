/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/client-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/clients/client-writer.h"
#include "pages/parts/draft-keeper.h"
#include "store/client.h"

#define LIMBER_TYPE_CLIENT_DIALOG (limber_client_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberClientDialog, limber_client_dialog, LIMBER, CLIENT_DIALOG, AdwWindow)

struct _LimberClientDialog {
  AdwWindow parent_instance;

  AdwEntryRow *name;
  AdwEntryRow *phone;
  AdwEntryRow *email;
  GtkLabel *problem;
  GtkButton *add;

  LimberStore *store;
  LimberDraftKeeper *draft;
  GtkWidget *opener;
};

G_DEFINE_FINAL_TYPE (LimberClientDialog, limber_client_dialog, ADW_TYPE_WINDOW)

static void
limber_client_dialog_check (LimberClientDialog *self)
{
  gboolean named = limber_client_text_is_filled (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  gboolean phone_ok = limber_client_phone_is_valid (gtk_editable_get_text (GTK_EDITABLE (self->phone)));
  gboolean email_ok = limber_client_email_is_valid (gtk_editable_get_text (GTK_EDITABLE (self->email)));

  limber_client_mark_row (GTK_WIDGET (self->phone), phone_ok);
  limber_client_mark_row (GTK_WIDGET (self->email), email_ok);
  gtk_label_set_label (self->problem, !phone_ok  ? _("This is not a phone number.")
                                      : !email_ok ? _("This is not an e-mail address.")
                                                  : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), named && phone_ok && email_ok);
}

static void
limber_client_dialog_changed_cb (LimberClientDialog *self)
{
  if (self->draft == NULL)
    return;
  limber_draft_keeper_changed (self->draft);
  limber_client_dialog_check (self);
}

/* Whoever closes it by hand does not want it. */
static gboolean
limber_client_dialog_close_request (GtkWindow *window)
{
  limber_draft_keeper_drop (LIMBER_CLIENT_DIALOG (window)->draft);
  return GTK_WINDOW_CLASS (limber_client_dialog_parent_class)->close_request (window);
}

static void
limber_client_dialog_added_cb (GtkWidget *widget, gconstpointer record, gpointer data)
{
  LimberClientDialog *self = data;
  const LimberClient *client = record;

  if (client != NULL)
    {
      gtk_widget_activate_action (self->opener, "win.show-client", "s", client->base.id);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self->add), TRUE);
  g_object_unref (self);
}

static void
limber_client_dialog_add_cb (LimberClientDialog *self)
{
  LimberClient *client;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->add)))
    return;
  client = limber_client_new ();
  client->name = limber_client_text_dup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  client->phone = limber_client_text_dup (gtk_editable_get_text (GTK_EDITABLE (self->phone)));
  client->email = limber_client_text_dup (gtk_editable_get_text (GTK_EDITABLE (self->email)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), FALSE);
  limber_client_write (self->opener, self->store, &limber_client_type, LIMBER_WRITE_INSERT, client,
                       limber_client_dialog_added_cb, g_object_ref (self));
}

static void
limber_client_dialog_dispose (GObject *object)
{
  LimberClientDialog *self = LIMBER_CLIENT_DIALOG (object);

  g_clear_pointer (&self->draft, limber_draft_keeper_close);
  g_clear_object (&self->store);
  g_clear_object (&self->opener);
  G_OBJECT_CLASS (limber_client_dialog_parent_class)->dispose (object);
}

static void
limber_client_dialog_class_init (LimberClientDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_client_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = limber_client_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/client-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberClientDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LimberClientDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, LimberClientDialog, email);
  gtk_widget_class_bind_template_child (widget_class, LimberClientDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, LimberClientDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, limber_client_dialog_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_client_dialog_add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
limber_client_dialog_init (LimberClientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
limber_client_dialog_keep_draft (LimberClientDialog *self)
{
  self->draft = limber_draft_keeper_new (self->store, LIMBER_DRAFT_NEW_CLIENT);
  limber_draft_keeper_add (self->draft, "name", GTK_WIDGET (self->name));
  limber_draft_keeper_add (self->draft, "phone", GTK_WIDGET (self->phone));
  limber_draft_keeper_add (self->draft, "email", GTK_WIDGET (self->email));
  limber_draft_keeper_open (self->draft, "", NULL);
}

/** limber_client_dialog_present: asks for a new client over the window of @widget, and opens the record. */
void
limber_client_dialog_present (GtkWidget *widget, LimberStore *store)
{
  LimberClientDialog *self = g_object_new (LIMBER_TYPE_CLIENT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->opener = g_object_ref (widget);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  limber_client_dialog_keep_draft (self);
  limber_client_dialog_check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_window_present (GTK_WINDOW (self));
}
