/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/small-dialog.h"

#include <glib/gi18n-lib.h>

#include "widgets/feedback.h"

/** limber_window_close_on_escape: what every window over another one does. */
void
limber_window_close_on_escape (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error == NULL)
    gtk_window_close (window);
  else
    limber_feedback_error (gtk_window_get_child (window), error);
}

/** limber_small_dialog_write: runs @job (which returns nothing) and closes @window, or says there why it failed. */
void
limber_small_dialog_write (GtkWindow *window, LimberStore *store, LimberStoreFunc job, gpointer data,
                           GDestroyNotify free_data)
{
  limber_store_write_async (store, job, data, free_data, NULL, NULL, on_written, g_object_ref (window));
}

static GtkWidget *
new_header (const char *deed, const char *style, GtkWidget **button)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  *button = gtk_button_new_with_mnemonic (deed);
  gtk_widget_add_css_class (*button, style);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), *button);
  return header;
}

static GtkWidget *
new_body (const char *text, GtkWidget *content)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  gtk_widget_set_margin_start (body, 20);
  gtk_widget_set_margin_end (body, 20);
  gtk_widget_set_margin_top (body, 16);
  gtk_widget_set_margin_bottom (body, 20);
  if (text != NULL)
    {
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "limber-dim");
      gtk_box_append (GTK_BOX (body), label);
    }
  gtk_box_append (GTK_BOX (body), content);
  return body;
}

/**
 * limber_small_dialog_new:
 * @style: the style class of the deed: suggested-action or destructive-action
 * @button: (out) (transfer none): the deed, to connect and to make insensitive
 *
 * Returns: (transfer none): the window; Escape and Cancel close it
 */
GtkWindow *
limber_small_dialog_new (GtkWidget *parent, const char *title, const char *text, GtkWidget *content,
                         const char *deed, const char *style, GtkWidget **button)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();

  limber_window_close_on_escape (GTK_WINDOW (window));
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 460, -1);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_box_append (GTK_BOX (box), new_header (deed, style, button));
  gtk_box_append (GTK_BOX (box), new_body (text, content));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_widget (GTK_WINDOW (window), *button);
  return GTK_WINDOW (window);
}
