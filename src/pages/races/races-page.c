/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/races-page.h"

#include <glib/gi18n-lib.h>

#include "models/store-list.h"
#include "pages/races/race-ask-dialog.h"
#include "pages/races/race-card.h"
#include "pages/races/race-dialog.h"
#include "pages/races/race-entry-dialog.h"
#include "pages/races/race-many-dialog.h"
#include "pages/races/race-removal.h"
#include "pages/races/race-rows.h"
#include "pages/start/import-dialog.h"
#include "services/wording/wording-date.h"
#include "store/race-list.h"
#include "widgets/adaptive-bin.h"
#include "widgets/empty-state.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

struct _LimberRacesPage {
  AdwBin parent_instance;

  LimberAdaptiveBin *bin;
  GtkStack *stack;
  AdwBin *empty_bin;
  GtkWidget *side;
  GtkListBox *coming;
  GtkWidget *past_title;
  GtkListBox *past;
  GtkToggleButton *older_toggle;
  GtkListBox *older;
  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *edit;
  GtkLabel *load;
  GtkWidget *figures;
  GtkLabel *figure;
  GtkLabel *todo;
  GtkListBox *entrants;
  GtkWidget *nobody;
  LimberRaceCard *card;

  LimberStore *store;
  LimberClock *clock;
  LimberStoreList *races;
  LimberStoreList *people;
  GPtrArray *coming_ids;
  GPtrArray *past_ids;
  GPtrArray *older_ids;
  char *race_id;
  char *entry_id; /* whose picture is shown */
  char *wanted_client; /* whose picture is to be shown once the entrants are there */
  LimberDate today;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LimberRacesPage, limber_races_page, ADW_TYPE_BIN)

static const LimberRaceSummary *
limber_races_page_find (LimberRacesPage *self, const char *race_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->races)); i++)
    {
      const LimberRaceSummary *summary = limber_store_list_get_record (self->races, i);

      if (g_strcmp0 (summary->base.id, race_id) == 0)
        return summary;
    }
  return NULL;
}

static const LimberRaceEntrant *
limber_races_page_find_entrant (LimberRacesPage *self, const char *entry_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      const LimberRaceEntrant *entrant = limber_store_list_get_record (self->people, i);

      if (g_strcmp0 (entrant->base.id, entry_id) == 0)
        return entrant;
    }
  return NULL;
}

static void
limber_races_page_clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
limber_races_page_query_people (LimberRacesPage *self)
{
  limber_store_list_set_query (self->people, limber_race_entrants_load,
                               limber_race_query_new (self->race_id, limber_clock_now (self->clock),
                                                      limber_clock_zone (self->clock)),
                               (GBoxedCopyFunc) limber_race_query_copy, (GDestroyNotify) limber_race_query_free);
}

static void
limber_races_page_show_head (LimberRacesPage *self)
{
  const LimberRaceSummary *summary = limber_races_page_find (self, self->race_id);
  const LimberRace *race = summary != NULL ? summary->race : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *when = NULL;
  g_autofree char *km = NULL;
  g_autofree char *days = NULL;

  if (race == NULL)
    return;
  when = limber_race_when_words (race);
  km = limber_race_km_words (race->km);
  days = race->last_on < self->today ? limber_wording_days_ago (race->last_on, self->today)
                                     : limber_wording_days_until (MAX (race->first_on, self->today), self->today);
  g_string_append (text, when);
  if (*km != '\0')
    g_string_append_printf (text, " · %s", km);
  if (race->place != NULL)
    g_string_append_printf (text, " · %s", race->place);
  g_string_append_printf (text, " · %s", days);
  gtk_label_set_label (self->title, race->name);
  gtk_label_set_label (self->subtitle, text->str);
}

static void
limber_races_page_choose (LimberRacesPage *self, const char *race_id)
{
  if (g_strcmp0 (self->race_id, race_id) == 0)
    return;
  g_free (self->race_id);
  self->race_id = g_strdup (race_id);
  limber_races_page_show_head (self);
  limber_races_page_query_people (self);
}

static void
limber_races_page_selected (LimberRacesPage *self, GtkListBoxRow *row, GPtrArray *ids)
{
  GtkListBox *lists[] = { self->coming, self->past, self->older };
  guint index = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;

  if (self->filling || index >= ids->len)
    return;
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (GTK_WIDGET (lists[i]) != gtk_widget_get_parent (GTK_WIDGET (row)))
      gtk_list_box_unselect_all (lists[i]);
  self->filling = FALSE;
  limber_races_page_choose (self, ids->pdata[index]);
}

static void
limber_races_page_coming_cb (LimberRacesPage *self, GtkListBoxRow *row)
{
  limber_races_page_selected (self, row, self->coming_ids);
}

static void
limber_races_page_past_cb (LimberRacesPage *self, GtkListBoxRow *row)
{
  limber_races_page_selected (self, row, self->past_ids);
}

static void
limber_races_page_older_row_cb (LimberRacesPage *self, GtkListBoxRow *row)
{
  limber_races_page_selected (self, row, self->older_ids);
}

static gboolean
limber_races_page_select_row (GtkListBox *list, GPtrArray *ids, const char *race_id)
{
  guint index;

  if (race_id == NULL || !g_ptr_array_find_with_equal_func (ids, race_id, g_str_equal, &index))
    return FALSE;
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int) index));
  return TRUE;
}

/* The chosen race if it is still there, else the next one. */
static void
limber_races_page_select (LimberRacesPage *self)
{
  const char *wanted = limber_races_page_find (self, self->race_id) != NULL ? self->race_id
                       : self->coming_ids->len > 0                         ? self->coming_ids->pdata[0]
                       : self->past_ids->len > 0                           ? self->past_ids->pdata[0]
                                                                           : NULL;

  self->filling = TRUE;
  if (!limber_races_page_select_row (self->coming, self->coming_ids, wanted) &&
      !limber_races_page_select_row (self->past, self->past_ids, wanted))
    limber_races_page_select_row (self->older, self->older_ids, wanted);
  self->filling = FALSE;
  if (wanted != NULL)
    limber_races_page_choose (self, wanted);
}

static void
limber_races_page_clear_lists (LimberRacesPage *self)
{
  limber_races_page_clear (self->coming);
  limber_races_page_clear (self->past);
  limber_races_page_clear (self->older);
  g_ptr_array_set_size (self->coming_ids, 0);
  g_ptr_array_set_size (self->past_ids, 0);
  g_ptr_array_set_size (self->older_ids, 0);
}

/* Coming races in order; those that are over, the latest first. */
static void
limber_races_page_add_race (LimberRacesPage *self, const LimberRaceSummary *summary)
{
  int ago = self->today - summary->race->last_on;

  if (ago <= 0)
    {
      gtk_list_box_append (self->coming, limber_race_row_new (summary, self->today));
      g_ptr_array_add (self->coming_ids, g_strdup (summary->base.id));
      return;
    }
  gtk_list_box_prepend (ago > LIMBER_RACE_ASK_DAYS ? self->older : self->past, limber_race_past_row_new (summary));
  g_ptr_array_insert (ago > LIMBER_RACE_ASK_DAYS ? self->older_ids : self->past_ids, 0, g_strdup (summary->base.id));
}

static void
limber_races_page_races_cb (LimberRacesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->races));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, self->side);
  GtkListBoxRow *row;

  if (n == 0 && !gtk_toggle_button_get_active (self->older_toggle))
    {
      /* Where nothing is coming, what is long over is better than an empty page. */
      gtk_toggle_button_set_active (self->older_toggle, TRUE);
      return;
    }
  self->filling = TRUE;
  limber_races_page_clear_lists (self);
  for (guint i = 0; i < n; i++)
    limber_races_page_add_race (self, limber_store_list_get_record (self->races, i));
  self->filling = FALSE;
  gtk_widget_set_visible (self->past_title, self->past_ids->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->past), self->past_ids->len > 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "races" : "empty");
  limber_races_page_select (self);
  limber_races_page_show_head (self);
  row = gtk_list_box_get_selected_row (self->coming);
  if (focused && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
limber_races_page_show_figures (LimberRacesPage *self, const LimberRace *race)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people)), move = 0, book = 0;
  g_autofree char *figure = NULL;
  g_autofree char *todo = NULL;
  g_autofree char *load = NULL;
  gboolean wide = limber_adaptive_bin_get_width_class (self->bin) == LIMBER_WIDTH_WIDE;
  gboolean ahead = n > 0 && race->first_on >= self->today;

  for (guint i = 0; i < n; i++)
    {
      LimberRaceStanding standing = limber_race_standing (limber_store_list_get_record (self->people, i));

      move += standing == LIMBER_RACE_STANDING_MOVE;
      book += standing == LIMBER_RACE_STANDING_BOOK;
    }
  figure = g_strdup_printf (_("%u of %u have a visit before it"), n - book, n);
  if (move > 0)
    todo = g_strdup_printf (_("%u would be better moved, %u still to book"), move, book);
  else
    todo = book > 0 ? g_strdup_printf (_("%u still to book"), book) : g_strdup (_("nothing left to do"));
  gtk_label_set_label (self->figure, figure);
  gtk_label_set_label (self->todo, todo);
  gtk_widget_set_visible (self->figures, ahead && wide);
  load = g_strdup_printf ("%s · %s", figure, todo);
  gtk_label_set_label (self->load, load);
  gtk_widget_set_visible (GTK_WIDGET (self->load), ahead && !wide);
}

static void
limber_races_page_show_entrant (LimberRacesPage *self, const LimberRaceEntrant *entrant)
{
  limber_race_card_set_entrant (self->card, entrant, self->today, limber_clock_zone (self->clock));
}

static void
limber_races_page_chosen_cb (LimberRacesPage *self, GtkListBoxRow *row)
{
  const LimberRaceEntrant *entrant =
    row != NULL ? limber_store_list_get_record (self->people, (guint) gtk_list_box_row_get_index (row)) : NULL;

  if (self->filling || entrant == NULL)
    return;
  g_free (self->entry_id);
  self->entry_id = g_strdup (entrant->base.id);
  limber_races_page_show_entrant (self, entrant);
}

/* Who was chosen before, else the first. */
static void
limber_races_page_choose_entrant (LimberRacesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people)), chosen = 0;
  const LimberRaceEntrant *entrant;

  for (guint i = 0; i < n; i++)
    {
      entrant = limber_store_list_get_record (self->people, i);
      if (self->wanted_client != NULL ? g_strcmp0 (entrant->entry->client_id, self->wanted_client) == 0
                                      : g_strcmp0 (entrant->base.id, self->entry_id) == 0)
        chosen = i;
    }
  g_clear_pointer (&self->wanted_client, g_free);
  gtk_list_box_select_row (self->entrants, n > 0 ? gtk_list_box_get_row_at_index (self->entrants, (int) chosen) : NULL);
  limber_races_page_show_entrant (self, n > 0 ? limber_store_list_get_record (self->people, chosen) : NULL);
}

static void
limber_races_page_people_cb (LimberRacesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  const LimberRaceSummary *summary = limber_races_page_find (self, self->race_id);

  self->filling = TRUE;
  limber_races_page_clear (self->entrants);
  self->filling = FALSE;
  if (summary == NULL)
    return;
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->entrants,
                         limber_race_entrant_row_new (limber_store_list_get_record (self->people, i), summary->race,
                                                      self->today, limber_clock_zone (self->clock)));
  gtk_widget_set_visible (GTK_WIDGET (self->entrants), n > 0);
  gtk_widget_set_visible (self->nobody, n == 0);
  limber_races_page_choose_entrant (self);
  limber_races_page_show_figures (self, summary->race);
}

static void
limber_races_page_failed_cb (LimberRacesPage *self, const GError *error)
{
  limber_feedback_error (GTK_WIDGET (self), error);
}

static void
limber_races_page_width_cb (LimberRacesPage *self)
{
  LimberWidth width = limber_adaptive_bin_get_width_class (self->bin);
  const LimberRaceSummary *summary;

  gtk_widget_set_size_request (self->side, width == LIMBER_WIDTH_WIDE ? 316 : 256, -1);
  if (width == LIMBER_WIDTH_WIDE)
    gtk_widget_remove_css_class (self->content, "narrow");
  else
    gtk_widget_add_css_class (self->content, "narrow");
  gtk_widget_remove_css_class (GTK_WIDGET (self->title), width == LIMBER_WIDTH_WIDE ? "title-2" : "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), width == LIMBER_WIDTH_WIDE ? "title-1" : "title-2");
  summary = self->races != NULL ? limber_races_page_find (self, self->race_id) : NULL;
  if (summary != NULL)
    limber_races_page_show_figures (self, summary->race);
}

static void
limber_races_page_entrant_cb (LimberRacesPage *self, GtkListBoxRow *row)
{
  const LimberRaceEntrant *entrant =
    limber_store_list_get_record (self->people, (guint) gtk_list_box_row_get_index (row));
  const LimberRaceSummary *summary = limber_races_page_find (self, self->race_id);

  if (entrant != NULL && summary != NULL)
    limber_race_entry_dialog_present (GTK_WIDGET (self), self->store, self->clock, summary->race, entrant);
}

static void
limber_races_page_saved (GtkWidget *widget, const char *race_id)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (widget);

  limber_races_page_choose (self, race_id);
  limber_store_list_reload (self->races);
}

static void
limber_races_page_add (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (widget);

  limber_race_dialog_present (widget, self->store, self->clock, NULL, limber_races_page_saved);
}

static void
limber_races_page_edit (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (widget);
  const LimberRaceSummary *summary = limber_races_page_find (self, self->race_id);

  if (summary != NULL)
    limber_race_dialog_present (widget, self->store, self->clock, summary->race, limber_races_page_saved);
}

static void
limber_races_page_add_entry (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (widget);
  const LimberRaceSummary *summary = limber_races_page_find (self, self->race_id);

  if (summary != NULL)
    limber_race_entry_dialog_present (widget, self->store, self->clock, summary->race, NULL);
}

static void
limber_races_page_edit_entry (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (widget);
  const LimberRaceSummary *summary = limber_races_page_find (self, self->race_id);
  const LimberRaceEntrant *entrant = limber_races_page_find_entrant (self, g_variant_get_string (target, NULL));

  if (summary != NULL && entrant != NULL)
    limber_race_entry_dialog_present (widget, self->store, self->clock, summary->race, entrant);
}

static void
limber_races_page_ask (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (widget);
  const LimberRaceSummary *summary = limber_races_page_find (self, g_variant_get_string (target, NULL));

  if (summary != NULL)
    limber_race_ask_dialog_present (widget, self->store, self->clock, summary->race);
}

static void
limber_races_page_remove_entry (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (widget);
  const LimberRaceEntrant *entrant = limber_races_page_find_entrant (self, g_variant_get_string (target, NULL));
  g_autofree char *done = NULL;

  if (entrant == NULL)
    return;
  done = g_strdup_printf (_("%s was removed from the race"), entrant->name);
  limber_race_removal_run (widget, self->store, entrant->entry, done);
}

static void
limber_races_page_add_many (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (widget);
  const LimberRaceSummary *summary = limber_races_page_find (self, self->race_id);

  if (summary != NULL)
    limber_race_many_dialog_present (widget, self->store, self->clock, summary->race);
}

static void
limber_races_page_import (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (widget);

  gtk_window_present (GTK_WINDOW (limber_import_dialog_new_races (GTK_WINDOW (gtk_widget_get_root (widget)), self->store,
                                                                  self->clock)));
}

static void
limber_races_page_query_races (LimberRacesPage *self)
{
  LimberRaceQuery *query = limber_race_query_new (NULL, limber_clock_now (self->clock), limber_clock_zone (self->clock));

  query->older = gtk_toggle_button_get_active (self->older_toggle);
  limber_store_list_set_query (self->races, limber_race_list_load, query, (GBoxedCopyFunc) limber_race_query_copy,
                               (GDestroyNotify) limber_race_query_free);
}

static void
limber_races_page_older_cb (LimberRacesPage *self)
{
  gboolean older = gtk_toggle_button_get_active (self->older_toggle);

  gtk_button_set_label (GTK_BUTTON (self->older_toggle), older ? _("Hide older races") : _("Show older races"));
  gtk_widget_set_visible (GTK_WIDGET (self->older), older);
  limber_races_page_query_races (self);
}

/* A window may stay open over midnight. */
static void
limber_races_page_refresh (LimberRacesPage *self)
{
  LimberDate today = limber_clock_today (self->clock);

  if (today == self->today)
    return;
  self->today = today;
  limber_races_page_query_races (self);
  if (self->race_id != NULL)
    limber_races_page_query_people (self);
}

static void
limber_races_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (limber_races_page_parent_class)->map (widget);
  limber_races_page_refresh (LIMBER_RACES_PAGE (widget));
}

static void
limber_races_page_dispose (GObject *object)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (object);

  g_clear_object (&self->races);
  g_clear_object (&self->people);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (limber_races_page_parent_class)->dispose (object);
}

static void
limber_races_page_finalize (GObject *object)
{
  LimberRacesPage *self = LIMBER_RACES_PAGE (object);

  g_ptr_array_unref (self->coming_ids);
  g_ptr_array_unref (self->past_ids);
  g_ptr_array_unref (self->older_ids);
  g_free (self->race_id);
  g_free (self->entry_id);
  g_free (self->wanted_client);
  G_OBJECT_CLASS (limber_races_page_parent_class)->finalize (object);
}

static void
limber_races_page_class_init (LimberRacesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_races_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_races_page_finalize;
  widget_class->map = limber_races_page_map;
  g_type_ensure (LIMBER_TYPE_ADAPTIVE_BIN);
  g_type_ensure (LIMBER_TYPE_RACE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/races-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, bin);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, side);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, coming);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, past_title);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, past);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, older_toggle);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, older);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, content);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, title);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, edit);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, load);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, figures);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, figure);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, todo);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, entrants);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, LimberRacesPage, card);
  gtk_widget_class_bind_template_callback (widget_class, limber_races_page_width_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_races_page_coming_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_races_page_past_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_races_page_older_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_races_page_older_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_races_page_entrant_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_races_page_chosen_cb);
  gtk_widget_class_install_action (widget_class, "races.add", NULL, limber_races_page_add);
  gtk_widget_class_install_action (widget_class, "races.edit", NULL, limber_races_page_edit);
  gtk_widget_class_install_action (widget_class, "races.add-entry", NULL, limber_races_page_add_entry);
  gtk_widget_class_install_action (widget_class, "races.add-many", NULL, limber_races_page_add_many);
  gtk_widget_class_install_action (widget_class, "races.import", NULL, limber_races_page_import);
  gtk_widget_class_install_action (widget_class, "races.edit-entry", "s", limber_races_page_edit_entry);
  gtk_widget_class_install_action (widget_class, "races.remove-entry", "s", limber_races_page_remove_entry);
  gtk_widget_class_install_action (widget_class, "races.ask", "s", limber_races_page_ask);
}

static void
limber_races_page_init (LimberRacesPage *self)
{
  GtkWidget *empty;

  self->coming_ids = g_ptr_array_new_with_free_func (g_free);
  self->past_ids = g_ptr_array_new_with_free_func (g_free);
  self->older_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  limber_widget_name (self->edit, _("Edit this race"));
  empty = limber_empty_state_new (_("Add the next race"),
                                  _("Enter who runs in it, and Limber names the best day for a massage before it."));
  limber_empty_state_set_secondary (LIMBER_EMPTY_STATE (empty), _("Import a list…"), "races.import");
  limber_empty_state_set_primary (LIMBER_EMPTY_STATE (empty), _("Add a race"), "emoji-flags-symbolic", "races.add",
                                  NULL);
  adw_bin_set_child (self->empty_bin, empty);
}

/** limber_races_page_show: turns to a race, also one that is long over, and to the picture of one of its entrants. */
void
limber_races_page_show (LimberRacesPage *self, const char *race_id, const char *client_id)
{
  g_return_if_fail (LIMBER_IS_RACES_PAGE (self));

  g_free (self->wanted_client);
  self->wanted_client = g_strdup (client_id);
  g_clear_pointer (&self->race_id, g_free);
  limber_races_page_choose (self, race_id);
  if (limber_races_page_find (self, race_id) == NULL)
    gtk_toggle_button_set_active (self->older_toggle, TRUE);
  else
    limber_races_page_select (self);
}

/** limber_races_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_races_page_new (LimberStore *store, LimberClock *clock)
{
  LimberRacesPage *self = g_object_new (LIMBER_TYPE_RACES_PAGE, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  limber_race_card_set_store (self->card, store);
  self->races = limber_store_list_new (store, LIMBER_TOPIC_RACE | LIMBER_TOPIC_CLIENT,
                                       (GDestroyNotify) limber_race_summary_free);
  self->people = limber_store_list_new (store, LIMBER_TOPIC_RACE | LIMBER_TOPIC_CLIENT | LIMBER_TOPIC_APPOINTMENT |
                                                 LIMBER_TOPIC_SESSION | LIMBER_TOPIC_FINDING | LIMBER_TOPIC_HEALTH |
                                                 LIMBER_TOPIC_SETTINGS | LIMBER_TOPIC_WORKING_TIME,
                                        (GDestroyNotify) limber_race_entrant_free);
  g_signal_connect_object (self->races, "loaded", G_CALLBACK (limber_races_page_races_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "loaded", G_CALLBACK (limber_races_page_people_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->races, "failed", G_CALLBACK (limber_races_page_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "failed", G_CALLBACK (limber_races_page_failed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
