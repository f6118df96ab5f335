/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/rebook/rebook-deeds.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"
#include "widgets/feedback.h"

typedef struct {
  GtkWidget *widget;
  LimberStore *store;
  LimberRebookDeed *deed;
  char *client_name;
  LimberRebookDone done;
  gpointer data;
  GPtrArray *before;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->widget);
  g_object_unref (act->store);
  limber_rebook_deed_free (act->deed);
  g_clear_pointer (&act->before, g_ptr_array_unref);
  g_free (act->client_name);
  g_free (act);
}

/* Translators, for all of the following: one client by name, or a number of clients. */
static char *
text_of_one (const Act *act, const char *day)
{
  const char *name = act->client_name;

  if (act->deed->contact != NULL)
    return g_strdup_printf (_ ("Contact with %s noted"), name);
  switch (act->deed->answer)
    {
    case LIMBER_REBOOK_ANSWER_SNOOZE:
      return g_strdup_printf (_ ("%s is snoozed until %s"), name, day);
    case LIMBER_REBOOK_ANSWER_PAUSE:
      return g_strdup_printf (_ ("Reminders for %s are paused"), name);
    case LIMBER_REBOOK_ANSWER_OPT_OUT:
      return g_strdup_printf (_ ("%s will not be reminded again"), name);
    case LIMBER_REBOOK_ANSWER_RESUME:
    default:
      return g_strdup_printf (_ ("Reminders for %s go on"), name);
    }
}

static char *
text_of_many (const Act *act, const char *day)
{
  guint n = act->deed->clients->len;

  if (act->deed->contact != NULL)
    return g_strdup_printf (ngettext ("Contact with %u client noted", "Contact with %u clients noted", n), n);
  switch (act->deed->answer)
    {
    case LIMBER_REBOOK_ANSWER_SNOOZE:
      return g_strdup_printf (ngettext ("%u client is snoozed until %s", "%u clients are snoozed until %s", n), n, day);
    case LIMBER_REBOOK_ANSWER_PAUSE:
      return g_strdup_printf (ngettext ("Reminders for %u client are paused", "Reminders for %u clients are paused", n), n);
    case LIMBER_REBOOK_ANSWER_OPT_OUT:
      return g_strdup_printf (ngettext ("%u client will not be reminded again", "%u clients will not be reminded again", n),
                              n);
    case LIMBER_REBOOK_ANSWER_RESUME:
    default:
      return g_strdup_printf (ngettext ("Reminders for %u client go on", "Reminders for %u clients go on", n), n);
    }
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error != NULL)
    limber_feedback_error (widget, error);
}

static void
take_back (gpointer data)
{
  Act *act = data;

  limber_store_write_async (act->store, limber_rebook_deed_take_back, g_ptr_array_ref (act->before),
                            (GDestroyNotify) g_ptr_array_unref, NULL, NULL, on_taken_back, g_object_ref (act->widget));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Act *act = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  act->before = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (act->done != NULL)
    act->done (error, act->data);
  else if (error != NULL)
    limber_feedback_error (act->widget, error);
  if (error != NULL)
    {
      act_free (act);
      return;
    }
  if (act->deed->until != LIMBER_DATE_NONE)
    day = limber_wording_near_day (act->deed->until, act->deed->today);
  text = act->client_name != NULL ? text_of_one (act, day) : text_of_many (act, day);
  limber_feedback_undo (act->widget, text, take_back, act, act_free);
}

/**
 * limber_rebook_do:
 * @widget: where the words appear
 * @client_name: (nullable): of the only client; %NULL for several
 * @done: (nullable) (scope async): told when it is written or failed; without it a failure is said here
 *
 * Writes @deed in one transaction and offers Undo.
 */
void
limber_rebook_do (GtkWidget *widget, LimberStore *store, const LimberRebookDeed *deed, const char *client_name,
                  LimberRebookDone done, gpointer data)
{
  Act *act = g_new0 (Act, 1);

  act->widget = g_object_ref (widget);
  act->store = g_object_ref (store);
  act->deed = limber_rebook_deed_copy (deed);
  act->client_name = g_strdup (client_name);
  act->done = done;
  act->data = data;
  limber_store_write_async (store, limber_rebook_deed_write, limber_rebook_deed_copy (deed),
                            (GDestroyNotify) limber_rebook_deed_free, (GDestroyNotify) g_ptr_array_unref, NULL,
                            on_written, act);
}
