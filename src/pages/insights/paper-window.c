/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/insights/paper-window.h"

#include <adwaita.h>

#include "pages/clients/record-lists.h"
#include "pages/parts/page-bits.h"
#include "pages/parts/small-dialog.h"
#include "widgets/feedback.h"

typedef struct {
  GtkWindow *window;
  GtkBox *content;
  LimberPaperFill fill;
  GDestroyNotify free_loaded;
  GCancellable *cancellable;
} Paper;

static void
on_destroyed (gpointer data)
{
  Paper *paper = data;

  g_cancellable_cancel (paper->cancellable);
  g_object_unref (paper->cancellable);
  g_free (paper);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer loaded = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  Paper *paper = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (loaded == NULL)
    {
      limber_feedback_error (GTK_WIDGET (paper->content), error);
      return;
    }
  paper->fill (paper->content, loaded);
  paper->free_loaded (loaded);
}

static void
show_client (GSimpleAction *action, GVariant *target, gpointer data)
{
  GtkWindow *window = data;

  gtk_widget_activate_action_variant (GTK_WIDGET (gtk_window_get_transient_for (window)), "win.show-client", target);
  gtk_window_close (window);
}

static void
add_actions (GtkWindow *window)
{
  static const GActionEntry entries[] = { { .name = "show-client", .activate = show_client, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "paper", G_ACTION_GROUP (group));
  limber_window_close_on_escape (window);
}

static GtkWidget *
content_new (Paper *paper)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *scrolled;

  paper->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  gtk_widget_add_css_class (GTK_WIDGET (paper->content), "booking-side");
  scrolled = limber_record_scrolled (GTK_WIDGET (paper->content));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  return overlay;
}

/**
 * limber_paper_window_present:
 * @data: (transfer full) (nullable): for @job
 * @free_loaded: of what @job returns
 */
void
limber_paper_window_present (GtkWindow *parent, LimberStore *store, const char *title, LimberStoreFunc job, gpointer data,
                             GDestroyNotify free_data, GDestroyNotify free_loaded, LimberPaperFill fill)
{
  Paper *paper = g_new0 (Paper, 1);

  paper->window = GTK_WINDOW (adw_window_new ());
  paper->fill = fill;
  paper->free_loaded = free_loaded;
  paper->cancellable = g_cancellable_new ();
  gtk_window_set_title (paper->window, title);
  gtk_window_set_modal (paper->window, TRUE);
  gtk_window_set_transient_for (paper->window, parent);
  gtk_window_set_default_size (paper->window, 640, 640);
  adw_window_set_content (ADW_WINDOW (paper->window), content_new (paper));
  add_actions (paper->window);
  g_object_weak_ref (G_OBJECT (paper->window), (GWeakNotify) (void (*) (void)) on_destroyed, paper);
  limber_store_read_async (store, job, data, free_data, free_loaded, paper->cancellable, on_loaded, paper);
  gtk_window_present (paper->window);
}

/** limber_paper_add_text: a text that wraps, at the end of @content. */
void
limber_paper_add_text (GtkBox *content, const char *text, const char *css_class)
{
  gtk_box_append (content, limber_page_wrapped_label (text, css_class));
}
