/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * The teams and therapists on offer are those of the queue. When the queue changes they are offered anew and what
 * was chosen stays chosen, as long as somebody in the queue still answers to it.
 */
#include "pages/rebook/rebook-filter.h"

#include <glib/gi18n-lib.h>

#include "models/row.h"
#include "widgets/widget-name.h"

#define RACE_SOON_DAYS 21

typedef enum {
  ORDER_URGENT,
  ORDER_NAME,
  ORDER_RACE,
  ORDER_DAY,
  ORDER_CONTACT,
} Order;

struct _LimberRebookFilter {
  GtkBox parent_instance;

  GtkDropDown *team;
  GtkDropDown *therapist;
  GtkToggleButton *race;
  GtkDropDown *order;
  gboolean offering;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberRebookFilter, limber_rebook_filter, GTK_TYPE_BOX)

static void
on_changed (LimberRebookFilter *self)
{
  if (!self->offering)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkDropDown *
add_choice (LimberRebookFilter *self, const char *name, const char *const *words)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (words);

  gtk_widget_add_css_class (choice, "flat");
  limber_widget_name (choice, name);
  gtk_widget_set_tooltip_text (choice, name);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), choice);
  return GTK_DROP_DOWN (choice);
}

static void
limber_rebook_filter_class_init (LimberRebookFilterClass *klass)
{
  /** LimberRebookFilter::changed: another choice or order. */
  signals[CHANGED] = g_signal_new ("changed", LIMBER_TYPE_REBOOK_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
limber_rebook_filter_init (LimberRebookFilter *self)
{
  const char *teams[] = { _ ("All teams"), NULL };
  const char *therapists[] = { _ ("All therapists"), NULL };
  const char *orders[] = { _ ("Most urgent first"), _ ("By name"),          _ ("Next race first"),
                           _ ("Best day first"),    _ ("Longest not contacted"), NULL };
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->team = add_choice (self, _ ("Team"), teams);
  self->therapist = add_choice (self, _ ("Therapist"), therapists);
  self->race = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_ ("Race within 3 weeks")));
  gtk_widget_add_css_class (GTK_WIDGET (self->race), "flat");
  g_signal_connect_object (self->race, "toggled", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->race));
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (self), gap);
  self->order = add_choice (self, _ ("Order"), orders);
}

/** limber_rebook_filter_new: Returns: (transfer floating): the choices above the queue, all of them open. */
GtkWidget *
limber_rebook_filter_new (void)
{
  return g_object_new (LIMBER_TYPE_REBOOK_FILTER, NULL);
}

/* The first entry stands for all. */
static const char *
chosen (GtkDropDown *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (choice)), selected);
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) name);
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
offer (GtkDropDown *choice, GPtrArray *names)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (choice));
  g_autofree char *before = g_strdup (chosen (choice));
  guint selected = 0;

  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    if (g_strcmp0 (names->pdata[i], before) == 0)
      selected = i + 1;
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (list, 1, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1, (const char *const *) names->pdata);
  gtk_drop_down_set_selected (choice, selected);
  gtk_widget_set_visible (GTK_WIDGET (choice), names->len > 2);
}

/** limber_rebook_filter_offer: @rows: (element-type LimberRow): whose records are LimberRebookItem */
void
limber_rebook_filter_offer (LimberRebookFilter *self, GListModel *rows)
{
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();
  g_autoptr (GPtrArray) therapists = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (LimberRow) row = g_list_model_get_item (rows, i);
      const LimberRebookItem *item = limber_row_get_record (row);

      if (item == NULL)
        continue;
      add_name (teams, item->team);
      add_name (therapists, item->therapist);
    }
  self->offering = TRUE;
  offer (self->team, teams);
  offer (self->therapist, therapists);
  self->offering = FALSE;
}

static LimberDate
next_race (const LimberRebookItem *item)
{
  return item->due->next_race < 0 ? G_MAXINT : item->due->facts->input.races[item->due->next_race].first;
}

/** limber_rebook_filter_matches: Returns: whether @item is among those to show. */
gboolean
limber_rebook_filter_matches (LimberRebookFilter *self, const LimberRebookItem *item)
{
  const char *team = chosen (self->team), *therapist = chosen (self->therapist);

  return (team == NULL || g_strcmp0 (team, item->team) == 0)
         && (therapist == NULL || g_strcmp0 (therapist, item->therapist) == 0)
         && (!gtk_toggle_button_get_active (self->race)
             || next_race (item) <= item->due->facts->input.today + RACE_SOON_DAYS);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b ? 1 : 0;
}

/** limber_rebook_filter_compare: Returns: like strcmp(); 0 where the order of the queue holds. */
int
limber_rebook_filter_compare (LimberRebookFilter *self, const LimberRebookItem *a, const LimberRebookItem *b)
{
  switch ((Order) gtk_drop_down_get_selected (self->order))
    {
    case ORDER_NAME:
      return g_utf8_collate (a->due->name, b->due->name);
    case ORDER_RACE:
      return compare_numbers (next_race (a), next_race (b));
    case ORDER_DAY:
      return compare_numbers (a->next.date ? a->next.date : G_MAXINT, b->next.date ? b->next.date : G_MAXINT);
    case ORDER_CONTACT:
      return compare_numbers (a->last_contact ? a->last_contact->at : 0, b->last_contact ? b->last_contact->at : 0);
    case ORDER_URGENT:
    default:
      return 0;
    }
}

/** limber_rebook_filter_is_active: Returns: whether anybody may be left out. */
gboolean
limber_rebook_filter_is_active (LimberRebookFilter *self)
{
  return chosen (self->team) != NULL || chosen (self->therapist) != NULL || gtk_toggle_button_get_active (self->race);
}

/** limber_rebook_filter_clear: shows everybody again. */
void
limber_rebook_filter_clear (LimberRebookFilter *self)
{
  gtk_drop_down_set_selected (self->team, 0);
  gtk_drop_down_set_selected (self->therapist, 0);
  gtk_toggle_button_set_active (self->race, FALSE);
}
