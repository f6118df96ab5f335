/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/list-dialog.h"

#include "pages/parts/page-bits.h"
#include "widgets/widget-name.h"

#define WIDTH 620
#define HEIGHT 560

static GtkWidget *
list_page (LimberListDialog *parts)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  parts->hint = GTK_LABEL (gtk_label_new (NULL));
  parts->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_label_set_xalign (parts->hint, 0);
  gtk_label_set_wrap (parts->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (parts->hint), "limber-dim");
  gtk_widget_set_valign (GTK_WIDGET (parts->list), GTK_ALIGN_START);
  gtk_list_box_set_selection_mode (parts->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (parts->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (parts->list), "dialog-list");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->hint));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->list));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 14);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static GtkWidget *
empty_page (const char *icon_name, const char *title, const char *text)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  return page;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

/**
 * limber_list_dialog_build:
 * @opener: over whose window it stands
 * @parts: (out): what it is made of
 *
 * Makes a modal window with a list of @window.
 */
void
limber_list_dialog_build (AdwWindow *window, GtkWidget *opener, const char *title, const char *icon_name,
                          const char *empty_title, const char *empty_text, LimberListDialog *parts)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  parts->header = ADW_HEADER_BAR (adw_header_bar_new ());
  parts->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (parts->stack), TRUE);
  gtk_stack_add_named (parts->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "loading");
  gtk_stack_add_named (parts->stack, list_page (parts), "list");
  gtk_stack_add_named (parts->stack, empty_page (icon_name, empty_title, empty_text), "empty");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->header));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->stack));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_window_set_content (window, overlay);
  limber_widget_name (GTK_WIDGET (parts->list), title);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (opener)));
  close_on_escape (GTK_WIDGET (window));
}

/** limber_list_dialog_clear: takes all rows out, to fill it again. */
void
limber_list_dialog_clear (LimberListDialog *parts)
{
  limber_page_clear (GTK_WIDGET (parts->list));
}

/** limber_list_dialog_finish: shows the list, or the empty page when it has no rows. */
void
limber_list_dialog_finish (LimberListDialog *parts, const char *hint)
{
  gboolean empty = gtk_list_box_get_row_at_index (parts->list, 0) == NULL;

  gtk_label_set_label (parts->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (parts->hint), *hint != '\0');
  gtk_stack_set_visible_child_name (parts->stack, empty ? "empty" : "list");
}

/** limber_list_dialog_button: Returns: (transfer floating): a flat button with an icon, called @name. */
GtkWidget *
limber_list_dialog_button (const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  limber_widget_name (button, name);
  return button;
}
