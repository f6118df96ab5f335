/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/appointment-share.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/address.h"
#include "services/wording/appointment-text.h"
#include "services/calendar/calendar-export.h"
#include "widgets/feedback.h"

/* A mail being prepared: the letter and, below it, the calendar file, which mail programs take from a text too. */
typedef struct {
  GtkWidget *widget;
  LimberAppointmentText *text;
  char *calendar;
} Letter;

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_clear_object (&letter->widget);
  g_clear_pointer (&letter->text, limber_appointment_text_free);
  g_free (letter->calendar);
  g_free (letter);
}

/* Both are read in one job, so that they say the same. */
typedef struct {
  LimberAppointmentTextQuery *text;
  LimberCalendarExport *calendar;
} LetterQuery;

static void
letter_query_free (gpointer data)
{
  LetterQuery *query = data;

  limber_appointment_text_query_free (query->text);
  limber_calendar_export_free (query->calendar);
  g_free (query);
}

static gpointer
load_letter (LimberDb *db, gpointer data, GError **error)
{
  const LetterQuery *query = data;
  Letter *letter = g_new0 (Letter, 1);

  letter->text = limber_appointment_text_load (db, query->text, error);
  letter->calendar = letter->text != NULL ? limber_calendar_export_run (db, query->calendar, error) : NULL;
  if (letter->calendar != NULL)
    return letter;
  letter_free (letter);
  return NULL;
}

static void
on_letter (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  Letter *letter = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_autofree char *body = NULL;

  if (letter == NULL)
    {
      limber_feedback_error (widget, error);
      return;
    }
  if (letter->text->email == NULL)
    limber_feedback_toast (widget, _("This client has no e-mail address."));
  else if (gtk_widget_get_root (widget) != NULL)
    {
      body = g_strdup_printf ("%s\n%s", letter->text->letter, letter->calendar);
      limber_address_mail (widget, letter->text->email, letter->text->subject, body);
    }
  letter_free (letter);
}

/** limber_appointment_mail: opens the mail program with a confirmation and the calendar text of the appointment. */
void
limber_appointment_mail (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *appointment_id)
{
  LetterQuery *query = g_new0 (LetterQuery, 1);

  query->text = limber_appointment_text_query_new (appointment_id, limber_clock_zone (clock));
  query->calendar = limber_calendar_export_new (limber_clock_now (clock), limber_clock_zone (clock));
  query->calendar->appointment_id = g_strdup (appointment_id);
  query->calendar->without_names = TRUE;
  limber_store_read_async (store, load_letter, query, letter_query_free, letter_free, NULL, on_letter,
                           g_object_ref (widget));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberAppointmentText) text = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (text == NULL)
    {
      limber_feedback_error (widget, error);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->line);
  limber_feedback_toast (widget, _("Copied"));
}

/** limber_appointment_copy_text: puts the appointment in words on the clipboard. */
void
limber_appointment_copy_text (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *appointment_id)
{
  limber_store_read_async (store, limber_appointment_text_load,
                           limber_appointment_text_query_new (appointment_id, limber_clock_zone (clock)),
                           (GDestroyNotify) limber_appointment_text_query_free,
                           (GDestroyNotify) limber_appointment_text_free, NULL, on_text, g_object_ref (widget));
}
