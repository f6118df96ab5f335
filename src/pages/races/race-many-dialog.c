/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-many-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/parts/date-row.h"
#include "pages/parts/small-dialog.h"
#include "store/race-many.h"
#include "store/team.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* DESIGN: choosing a team marks all of its members who are not entered yet, and the search only narrows what is seen;
 * who is marked stays marked. The list shows the first of many; a team is marked whole, however large. */

#define ROWS_SHOWN 100

typedef struct {
  GtkWidget *opener;
  LimberStore *store;
  LimberRace *race;
  GtkWindow *window;
  GtkButton *add;
  GtkDropDown *team;
  GtkEditable *search;
  GtkListBox *list;
  GtkSwitch *goal;
  LimberDateRow *hard;
  GtkEditable *target;
  GPtrArray *teams;
  GPtrArray *shown;
  GHashTable *chosen; /* set of ids */
  GCancellable *cancellable;
  gboolean mark_all; /* the next answer is a team to mark */
} Many;

static void
many_free (Many *many)
{
  g_object_unref (many->opener);
  g_object_unref (many->store);
  limber_race_free (many->race);
  g_clear_pointer (&many->teams, g_ptr_array_unref);
  g_clear_pointer (&many->shown, g_ptr_array_unref);
  g_hash_table_unref (many->chosen);
  g_clear_object (&many->cancellable);
  g_free (many);
}

static const char *
team_id (Many *many)
{
  guint selected = gtk_drop_down_get_selected (many->team);

  return selected > 0 && selected <= many->teams->len
             ? ((LimberTeam *) many->teams->pdata[selected - 1])->base.id
             : NULL;
}

static void
show_deed (Many *many)
{
  guint n = g_hash_table_size (many->chosen);
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("_Add %u Entrant", "_Add %u Entrants", n), n)
                                : g_strdup (_("_Add"));

  gtk_button_set_label (many->add, text);
  gtk_widget_set_sensitive (GTK_WIDGET (many->add), n > 0 && limber_date_row_check (many->hard, FALSE));
}

static void
on_toggled (GtkCheckButton *check, Many *many)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (check));

  if (gtk_check_button_get_active (check))
    g_hash_table_add (many->chosen, g_strdup (id));
  else
    g_hash_table_remove (many->chosen, id);
  show_deed (many);
}

static void
add_row (Many *many, const LimberRaceCandidate *candidate)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = g_markup_escape_text (candidate->name, -1);
  g_autofree char *team = candidate->team != NULL ? g_markup_escape_text (candidate->team, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (team != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), team);
  gtk_widget_set_name (check, candidate->base.id);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (many->chosen, candidate->base.id));
  limber_widget_name (check, candidate->name);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), many);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (many->list, row);
}

static void
show_rows (Many *many)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (many->list))) != NULL)
    gtk_list_box_remove (many->list, row);
  for (guint i = 0; i < MIN (many->shown->len, ROWS_SHOWN); i++)
    add_row (many, many->shown->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (many->list), many->shown->len > 0);
  show_deed (many);
}

static void
on_candidates (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  Many *many = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      limber_feedback_error (GTK_WIDGET (many->list), error);
      return;
    }
  g_clear_pointer (&many->shown, g_ptr_array_unref);
  many->shown = found;
  for (guint i = 0; many->mark_all && i < found->len; i++)
    g_hash_table_add (many->chosen, g_strdup (((LimberRecord *) found->pdata[i])->id));
  many->mark_all = FALSE;
  show_rows (many);
}

static void
look (Many *many)
{
  LimberRaceCandidates *asked = g_new0 (LimberRaceCandidates, 1);
  const char *text = gtk_editable_get_text (many->search);

  g_cancellable_cancel (many->cancellable);
  g_clear_object (&many->cancellable);
  many->cancellable = g_cancellable_new ();
  asked->race_id = g_strdup (many->race->base.id);
  asked->team_id = g_strdup (team_id (many));
  asked->text = limber_client_text_dup (text);
  asked->limit = many->mark_all ? 0 : ROWS_SHOWN;
  limber_store_read_async (many->store, limber_race_candidates_load, asked,
                           (GDestroyNotify) limber_race_candidates_free, (GDestroyNotify) g_ptr_array_unref,
                           many->cancellable, on_candidates, many);
}

static void
on_search (Many *many)
{
  look (many);
}

static void
on_team (Many *many)
{
  gtk_editable_set_text (many->search, "");
  many->mark_all = team_id (many) != NULL;
  look (many);
}

static void
on_add (Many *many)
{
  LimberRaceMany *job = g_new0 (LimberRaceMany, 1);
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, many->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));
  g_ptr_array_add (ids, NULL);
  job->client_ids = (char **) g_ptr_array_free (ids, FALSE);
  job->entry = limber_race_entry_new ();
  limber_record_set_text (&job->entry->race_id, many->race->base.id);
  job->entry->goal = gtk_switch_get_active (many->goal);
  job->entry->hard_on = limber_date_row_get (many->hard);
  job->entry->target = limber_client_text_dup (gtk_editable_get_text (many->target));
  job->entry->legs = job->entry->confidence = -1;
  limber_small_dialog_write (many->window, many->store, limber_race_enter_many, job,
                             (GDestroyNotify) limber_race_many_free);
}

static GtkWidget *
list_new (Many *many)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  many->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (many->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (many->list), "boxed-list");
  limber_widget_name (GTK_WIDGET (many->list), _("Clients"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 220);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (many->list));
  return scrolled;
}

static GtkWidget *
filter_new (Many *many)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Anybody"));
  for (guint i = 0; i < many->teams->len; i++)
    gtk_string_list_append (names, ((LimberTeam *) many->teams->pdata[i])->name);
  many->team = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  limber_widget_name (GTK_WIDGET (many->team), _("Team"));
  many->search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (many->search), TRUE);
  g_object_set (many->search, "placeholder-text", _("Name"), NULL);
  limber_widget_name (GTK_WIDGET (many->search), _("Search clients"));
  g_signal_connect_swapped (many->team, "notify::selected", G_CALLBACK (on_team), many);
  g_signal_connect_swapped (many->search, "search-changed", G_CALLBACK (on_search), many);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (many->team));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (many->search));
  return box;
}

static GtkWidget *
shared_new (Many *many, LimberClock *clock)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *goal = adw_action_row_new ();
  GtkWidget *target = adw_entry_row_new ();

  many->goal = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (many->goal), GTK_ALIGN_CENTER);
  limber_widget_name (GTK_WIDGET (many->goal), _("Goal race"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (goal), _("Goal race of all of them"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (goal), GTK_WIDGET (many->goal));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (goal), GTK_WIDGET (many->goal));
  many->hard = LIMBER_DATE_ROW (limber_date_row_new (_("Last hard workout before it"), clock, many->race->first_on - 8));
  g_signal_connect_swapped (many->hard, "changed", G_CALLBACK (show_deed), many);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (target), _("How it should feel on the day"));
  many->target = GTK_EDITABLE (target);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), goal);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (many->hard));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), target);
  return group;
}

static void
on_closed (gpointer data)
{
  Many *many = data;

  g_cancellable_cancel (many->cancellable);
  many_free (many);
}

static void
present (Many *many, LimberClock *clock)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *add;

  gtk_box_append (GTK_BOX (box), filter_new (many));
  gtk_box_append (GTK_BOX (box), list_new (many));
  gtk_box_append (GTK_BOX (box), shared_new (many, clock));
  many->window = limber_small_dialog_new (many->opener, many->race->name,
                                          _("Choosing a team marks everybody in it who is not entered yet."), box,
                                          _("_Add"), "suggested-action", &add);
  many->add = GTK_BUTTON (add);
  gtk_window_set_default_size (many->window, 500, -1);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), many);
  g_object_weak_ref (G_OBJECT (many->window), (GWeakNotify) (void (*) (void)) on_closed, many);
  show_deed (many);
  look (many);
  gtk_window_present (many->window);
}

typedef struct {
  Many *many;
  LimberClock *clock;
} Opening;

static gpointer
load_teams (LimberDb *db, gpointer data, GError **error)
{
  return limber_team_list (db, error);
}

static void
on_teams (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (LimberClock) clock = opening->clock;
  g_autoptr (GError) error = NULL;
  Many *many = opening->many;

  many->teams = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (many->teams != NULL && gtk_widget_get_root (many->opener) != NULL)
    {
      present (many, clock);
      return;
    }
  limber_feedback_error (many->opener, error);
  many_free (many);
}

/** limber_race_many_dialog_present: asks over the window of @widget whom to enter in @race, one by one or a team. */
void
limber_race_many_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, const LimberRace *race)
{
  Opening *opening = g_new0 (Opening, 1);
  Many *many = g_new0 (Many, 1);

  many->opener = g_object_ref (widget);
  many->store = g_object_ref (store);
  many->race = limber_race_copy (race);
  many->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  *opening = (Opening) { many, g_object_ref (clock) };
  limber_store_read_async (store, load_teams, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, on_teams, opening);
}
