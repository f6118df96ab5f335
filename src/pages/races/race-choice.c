/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-choice.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "pages/parts/page-bits.h"
#include "pages/races/race-dialog.h"
#include "pages/races/race-entry-dialog.h"
#include "pages/clients/record-lists.h"
#include "pages/parts/small-dialog.h"
#include "store/race-list.h"
#include "widgets/feedback.h"

/* Which race a client runs: one of those on the Races page, or a new one. Then the entry itself is asked for. */

typedef struct {
  GtkWidget *widget;
  LimberStore *store;
  LimberClock *clock;
  char *client_id;
  char *client_name;
  GPtrArray *races;
  GtkWindow *window;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->widget);
  g_object_unref (choice->store);
  g_object_unref (choice->clock);
  g_free (choice->client_id);
  g_free (choice->client_name);
  g_clear_pointer (&choice->races, g_ptr_array_unref);
  g_free (choice);
}

static void
ask_entry (Choice *choice, const LimberRace *race)
{
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();
  LimberRaceEntrant entrant = { .entry = entry, .name = choice->client_name };

  entry->legs = entry->confidence = -1;
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, choice->client_id);
  limber_race_entry_dialog_present (choice->widget, choice->store, choice->clock, race, &entrant);
}

static void
on_chosen (Choice *choice, GtkListBoxRow *row)
{
  const LimberRaceSummary *summary = choice->races->pdata[gtk_list_box_row_get_index (row)];
  GtkWindow *window = choice->window;

  ask_entry (choice, summary->race);
  gtk_window_destroy (window);
}

/* The dialog that asked is gone by then: the record goes on with the new race. */
static void
on_saved (GtkWidget *widget, const char *race_id)
{
  gtk_widget_activate_action (widget, "entry.add-to", "s", race_id);
}

static void
on_new (Choice *choice)
{
  GtkWindow *window = choice->window;

  limber_race_dialog_present (choice->widget, choice->store, choice->clock, NULL, on_saved);
  gtk_window_destroy (window);
}

static GtkWidget *
content_new (Choice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListBox *list = limber_record_start_list (box, choice->races->len, _("Races"),
                                               _("No race is coming up. Add one with New Race."));

  for (guint i = 0; i < choice->races->len; i++)
    {
      const LimberRace *race = ((LimberRaceSummary *) choice->races->pdata[i])->race;
      AdwActionRow *row = limber_record_add_row (list, race->name, limber_words_date_year (race->first_on));

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  if (list != NULL)
    g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_chosen), choice);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static void
on_races (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  choice->races = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (choice->races == NULL || gtk_widget_get_root (choice->widget) == NULL)
    {
      limber_feedback_error (choice->widget, error);
      choice_free (choice);
      return;
    }
  choice->window = limber_small_dialog_new (choice->widget, _("Which Race?"), NULL, content_new (choice),
                                            _("_New Race…"), "flat", &button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_new), choice);
  g_object_weak_ref (G_OBJECT (choice->window), (GWeakNotify) (void (*) (void)) choice_free, choice);
  gtk_window_present (choice->window);
}

/**
 * limber_race_choice_present:
 * @widget: over whose window it asks; has the action `entry.add-to` for a race that was made on the way
 */
void
limber_race_choice_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *client_id,
                            const char *client_name)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->widget = g_object_ref (widget);
  choice->store = g_object_ref (store);
  choice->clock = g_object_ref (clock);
  choice->client_id = g_strdup (client_id);
  choice->client_name = g_strdup (client_name);
  limber_store_read_async (store, limber_race_list_load,
                           limber_race_query_new (NULL, limber_clock_now (clock), limber_clock_zone (clock)),
                           (GDestroyNotify) limber_race_query_free, (GDestroyNotify) g_ptr_array_unref, NULL, on_races,
                           choice);
}
