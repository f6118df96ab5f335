/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/start/desk-dialog.h"

#include <glib/gi18n-lib.h>

#include "store/clinic.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

struct _LimberDeskDialog {
  AdwWindow parent_instance;

  LimberStore *store;
  GCancellable *cancellable;
  GPtrArray *staff;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LimberDeskDialog, limber_desk_dialog, ADW_TYPE_WINDOW)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
role_name (LimberStaffRole role)
{
  return role == LIMBER_STAFF_ROLE_THERAPIST ? _("Therapist") : _("Front desk");
}

static GtkWidget *
make_row (LimberDeskDialog *self, const LimberStaff *staff)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (staff->name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), role_name (staff->role));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (32, staff->name, TRUE));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (g_strcmp0 (staff->base.id, limber_store_actor_id (self->store)) == 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  limber_widget_name (row, staff->name);
  return row;
}

static void
on_row_activated (LimberDeskDialog *self, GtkListBoxRow *row)
{
  const LimberStaff *staff = g_ptr_array_index (self->staff, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[CHOSEN], 0, staff->base.id, staff->name);
  gtk_window_close (GTK_WINDOW (self));
}

static gpointer
load_staff (LimberDb *db, gpointer data, GError **error)
{
  return limber_clinic_staff (db, FALSE, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *staff = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberDeskDialog *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    {
      limber_feedback_error (GTK_WIDGET (self->list), error);
      return;
    }
  self->staff = staff;
  for (guint i = 0; i < staff->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (staff, i)));
}

static void
limber_desk_dialog_dispose (GObject *object)
{
  LimberDeskDialog *self = LIMBER_DESK_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  G_OBJECT_CLASS (limber_desk_dialog_parent_class)->dispose (object);
}

static void
limber_desk_dialog_class_init (LimberDeskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_desk_dialog_dispose;
  /** LimberDeskDialog::chosen: somebody said who they are: id and name. */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/desk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberDeskDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
limber_desk_dialog_init (LimberDeskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/** limber_desk_dialog_new: asks over @parent who works at this computer. */
GtkWidget *
limber_desk_dialog_new (GtkWindow *parent, LimberStore *store)
{
  LimberDeskDialog *self = g_object_new (LIMBER_TYPE_DESK_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  limber_store_read_async (store, load_staff, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, on_loaded, self);
  return GTK_WIDGET (self);
}
