/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: every date is judged before anything is written. A date against which something speaks is moved to a time near
 * by, skipped, or booked anyway for a reason that is kept, as the person chooses; then all are booked in one transaction,
 * which judges them once more. */

#include "pages/booking/booking-series-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "pages/parts/small-dialog.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "widgets/feedback.h"
#include "widgets/verdict-chip.h"
#include "widgets/widget-name.h"

#define LIST_HEIGHT 340

typedef struct {
  GtkWindow *window;
  GtkWidget *parent;
  GtkWidget *feedback;
  LimberStore *store;
  GCancellable *cancellable;
  LimberBookingRequest *first;
  char *client_name;
  LimberSeriesBooked booked;
  GPtrArray *dates;
  GPtrArray *choices; /* of GtkDropDown, NULL for a date against which nothing speaks */
  GtkWidget *list;
  GtkWidget *reason;
  GtkWidget *deed;
} SeriesDialog;

typedef enum {
  CHOICE_MOVE,
  CHOICE_SKIP,
  CHOICE_ANYWAY,
} Choice;

static void
dialog_free (gpointer data, GObject *window)
{
  SeriesDialog *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->parent);
  g_clear_object (&self->feedback);
  g_object_unref (self->store);
  limber_booking_request_free (self->first);
  g_free (self->client_name);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/* Of a date against which something speaks. The first choice is missing when there is no other time. */
static Choice
choice_of (SeriesDialog *self, guint i)
{
  const LimberSeriesDate *date = self->dates->pdata[i];

  return gtk_drop_down_get_selected (self->choices->pdata[i]) + (date->instead != 0 ? CHOICE_MOVE : CHOICE_SKIP);
}

/* When the date is booked after all; 0 when it is skipped. */
static gint64
start_of (SeriesDialog *self, guint i)
{
  const LimberSeriesDate *date = self->dates->pdata[i];

  if (self->choices->pdata[i] == NULL || choice_of (self, i) == CHOICE_ANYWAY)
    return date->start_at;
  return choice_of (self, i) == CHOICE_MOVE ? date->instead : 0;
}

static gboolean
is_anyway (SeriesDialog *self, guint i)
{
  return self->choices->pdata[i] != NULL && choice_of (self, i) == CHOICE_ANYWAY;
}

static guint
count (SeriesDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->dates->len; i++)
    n += start_of (self, i) != 0;
  return n;
}

static const char *
reason_of (SeriesDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

static void
update_deed (SeriesDialog *self)
{
  guint n = count (self);
  gboolean anyway = FALSE;
  g_autofree char *label = g_strdup_printf (ngettext ("Book %u Date", "Book %u Dates", n), n);

  for (guint i = 0; i < self->dates->len; i++)
    anyway = anyway || is_anyway (self, i);
  gtk_widget_set_visible (self->reason, anyway);
  gtk_button_set_label (GTK_BUTTON (self->deed), label);
  gtk_widget_set_sensitive (self->deed, n > 0 && (!anyway || *reason_of (self) != '\0'));
}

static char *
moment_text (SeriesDialog *self, gint64 start)
{
  g_autofree char *day = limber_wording_day (limber_date_from_instant (start, self->first->zone));
  g_autofree char *time = limber_wording_time (start, self->first->zone);

  return g_strdup_printf ("%s, %s", day, time);
}

static char *
against_text (SeriesDialog *self, const LimberSeriesDate *date)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint warning = 1; warning != 0 && warning <= date->preview->warnings; warning <<= 1)
    if (date->preview->warnings & warning)
      g_ptr_array_add (parts, limber_booking_warning_text (date->preview, warning, self->first->zone));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}

static GtkWidget *
choice_new (SeriesDialog *self, const LimberSeriesDate *date, const char *name)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *choice;

  if (date->instead != 0)
    {
      g_autofree char *moment = moment_text (self, date->instead);

      gtk_string_list_take (list, g_strdup_printf (_("Move to %s"), moment));
    }
  gtk_string_list_append (list, _("Skip"));
  gtk_string_list_append (list, _("Book anyway"));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  limber_widget_name (choice, name);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (update_deed), self);
  return choice;
}

static void
add_date (SeriesDialog *self, const LimberSeriesDate *date)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = moment_text (self, date->start_at);
  g_autofree char *against = against_text (self, date);
  g_autofree char *markup = g_markup_escape_text (against, -1);
  GtkWidget *choice = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  if (date->preview->verdict != LIMBER_VERDICT_NORMAL && date->preview->verdict != LIMBER_VERDICT_NONE)
    {
      GtkWidget *chip = limber_page_verdict_chip (date->preview->verdict, NULL);
      g_autofree char *why = limber_wording_why_of (date->preview->reasons);

      limber_verdict_chip_set_why (LIMBER_VERDICT_CHIP (chip), why);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
    }
  if (date->against)
    {
      choice = choice_new (self, date, title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
      adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "dialog-warning-symbolic");
    }
  g_ptr_array_add (self->choices, choice);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *dates = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  SeriesDialog *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (dates == NULL)
    {
      limber_feedback_error (self->deed, error);
      return;
    }
  self->dates = dates;
  for (guint i = 0; i < dates->len; i++)
    add_date (self, dates->pdata[i]);
  update_deed (self);
  gtk_widget_grab_focus (self->deed);
}

/* What it takes to take the whole series back. */
typedef struct {
  GtkWidget *feedback;
  LimberStore *store;
  GPtrArray *booked;
} Back;

static void
back_free (gpointer data)
{
  Back *back = data;

  g_object_unref (back->feedback);
  g_object_unref (back->store);
  g_ptr_array_unref (back->booked);
  g_free (back);
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) feedback = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) booked = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (booked == NULL)
    limber_feedback_error (feedback, error);
}

static void
take_back (gpointer data)
{
  Back *back = data;

  limber_store_write_async (back->store, limber_series_cancel, g_ptr_array_ref (back->booked),
                            (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_ptr_array_unref, NULL, on_taken_back,
                            g_object_ref (back->feedback));
}

static void
say_booked (SeriesDialog *self, GPtrArray *booked)
{
  Back *back = g_new0 (Back, 1);
  g_autofree char *text = g_strdup_printf (ngettext ("%s: %u date booked", "%s: %u dates booked", booked->len),
                                           self->client_name, booked->len);

  back->feedback = g_object_ref (self->feedback);
  back->store = g_object_ref (self->store);
  back->booked = g_ptr_array_ref (booked);
  limber_feedback_undo (self->feedback, text, take_back, back, back_free);
}

static void
on_booked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) booked = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  SeriesDialog *self = data;
  g_autoptr (GtkWidget) parent = NULL;
  LimberSeriesBooked done;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (booked == NULL)
    {
      limber_feedback_error (self->deed, error);
      update_deed (self);
      return;
    }
  if (self->feedback != NULL)
    say_booked (self, booked);
  parent = g_object_ref (self->parent);
  done = self->booked;
  gtk_window_close (self->window);
  done (parent);
}

static void
on_deed (SeriesDialog *self)
{
  GPtrArray *requests = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_booking_request_free);

  for (guint i = 0; i < self->dates->len; i++)
    {
      gint64 start = start_of (self, i);
      LimberBookingRequest *request;

      if (start == 0)
        continue;
      request = limber_booking_request_copy (self->first);
      request->start_at = start;
      /* Nothing is accepted blindly: what has come up since stops the whole series. */
      request->acknowledged = is_anyway (self, i) ? ((LimberSeriesDate *) self->dates->pdata[i])->preview->warnings : 0;
      g_free (request->reason);
      request->reason = is_anyway (self, i) ? g_strdup (reason_of (self)) : NULL;
      g_clear_pointer (&request->new_id, g_free);
      request->new_id = g_uuid_string_random ();
      g_ptr_array_add (requests, request);
    }
  gtk_widget_set_sensitive (self->deed, FALSE);
  limber_store_write_async (self->store, limber_series_book, requests, (GDestroyNotify) g_ptr_array_unref,
                            (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_booked, self);
}

static GtkWidget *
content_new (SeriesDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  limber_widget_name (self->list, _("Dates of the series"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Why it is booked anyway"));
  limber_widget_name (self->reason, _("Why it is booked anyway"));
  gtk_widget_set_visible (self->reason, FALSE);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (update_deed), self);
  gtk_box_append (GTK_BOX (content), scrolled);
  gtk_box_append (GTK_BOX (content), self->reason);
  return content;
}

/**
 * limber_booking_series_present:
 * @parent: the booking dialog
 * @feedback: (nullable): where it is said that everything is booked
 * @booked: called with @parent then
 *
 * Shows every date of the series and what speaks against it, over the window of @parent.
 */
void
limber_booking_series_present (GtkWidget *parent, GtkWidget *feedback, LimberStore *store, const LimberSeriesQuery *query,
                               const char *client_name, LimberSeriesBooked booked)
{
  SeriesDialog *self = g_new0 (SeriesDialog, 1);

  self->parent = g_object_ref (parent);
  self->feedback = feedback != NULL ? g_object_ref (feedback) : NULL;
  self->store = g_object_ref (store);
  self->cancellable = g_cancellable_new ();
  self->first = limber_booking_request_copy (query->first);
  self->client_name = g_strdup (client_name);
  self->booked = booked;
  self->choices = g_ptr_array_new ();
  self->window = limber_small_dialog_new (parent, _("Repeat"), _("Nothing is booked before you have seen every date."),
                                          content_new (self), _("_Book"), "suggested-action", &self->deed);
  gtk_window_set_default_size (self->window, 620, -1);
  gtk_widget_set_sensitive (self->deed, FALSE);
  g_object_weak_ref (G_OBJECT (self->window), dialog_free, self);
  g_signal_connect_swapped (self->deed, "clicked", G_CALLBACK (on_deed), self);
  limber_store_read_async (store, limber_series_preview,
                           limber_series_query_new (query->first, query->weeks, query->times),
                           (GDestroyNotify) limber_series_query_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, on_previewed, self);
  gtk_window_present (self->window);
}
