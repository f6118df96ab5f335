/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/feedback.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* With a button beside it, a line of a toast fits into the smallest dialog. */
#define LINE_CHARS 36

/* Long enough to read what was done and to reach for the button. */
#define UNDO_SECONDS 10

typedef struct {
  LimberFeedbackFunc callback;
  gpointer data;
  GDestroyNotify destroy;
} Deed;

static void
deed_free (gpointer data, GClosure *closure)
{
  Deed *deed = data;

  if (deed->destroy)
    deed->destroy (deed->data);
  g_free (deed);
}

static void
deed_do (AdwToast *toast, Deed *deed)
{
  deed->callback (deed->data);
}

static void
show (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    {
      /* Nobody sees it: the window is closing, or a dialog forgot its overlay. */
      g_message ("%s", gtk_label_get_text (GTK_LABEL (adw_toast_get_custom_title (toast))));
      g_object_unref (toast);
    }
}

/* A title of the toolkit's own would cut a long sentence, and with it the way on. */
static AdwToast *
make_toast (const char *text)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  return toast;
}

/** limber_feedback_toast: shows @text (plain) in the toast overlay around @widget. */
void
limber_feedback_toast (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  show (widget, make_toast (text));
}

/**
 * limber_feedback_undo:
 * @callback: does the opposite act
 * @destroy: (nullable): frees @data when the toast has gone
 *
 * Says what was done and offers to undo it.
 */
void
limber_feedback_undo (GtkWidget *widget,
                      const char *text,
                      LimberFeedbackFunc callback,
                      gpointer data,
                      GDestroyNotify destroy)
{
  limber_feedback_button (widget, text, _("_Undo"), callback, data, destroy);
}

static AdwToast *
make_deed_toast (const char *text, const char *label, LimberFeedbackFunc callback, gpointer data, GDestroyNotify destroy)
{
  AdwToast *toast = make_toast (text);
  Deed *deed = g_new (Deed, 1);

  *deed = (Deed) { callback, data, destroy };
  adw_toast_set_button_label (toast, label);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (deed_do), deed, deed_free, 0);
  return toast;
}

/** limber_feedback_button: as limber_feedback_undo(), with another @label, "_Retry". */
void
limber_feedback_button (GtkWidget *widget,
                        const char *text,
                        const char *label,
                        LimberFeedbackFunc callback,
                        gpointer data,
                        GDestroyNotify destroy)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (callback != NULL);

  toast = make_deed_toast (text, label, callback, data, destroy);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  show (widget, toast);
}

/** limber_feedback_offer: as limber_feedback_button(), but stays until it is answered, and waits for others. */
void
limber_feedback_offer (GtkWidget *widget,
                       const char *text,
                       const char *label,
                       LimberFeedbackFunc callback,
                       gpointer data,
                       GDestroyNotify destroy)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (callback != NULL);

  toast = make_deed_toast (text, label, callback, data, destroy);
  adw_toast_set_timeout (toast, 0);
  show (widget, toast);
}

/** limber_feedback_error: says that something failed and why; a cancelled act says nothing. */
void
limber_feedback_error (GtkWidget *widget, const GError *error)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!error || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  toast = make_toast (error->message);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  show (widget, toast);
}
