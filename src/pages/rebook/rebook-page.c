/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * One list follows the store, ordered as somebody chose; each group of the page is a filter over it, so that an answer
 * given here or at another desk moves a row from group to group without the page doing anything. The counts on the
 * pills are the lengths of the filters.
 *
 * A row has some thirty widgets: only the groups that are shown have rows, a screenful of them at once, and the rest in
 * portions when nothing else is to be done.
 */
#include "pages/rebook/rebook-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "models/store-list.h"
#include "pages/rebook/contact-dialog.h"
#include "pages/rebook/figure-cards.h"
#include "pages/rebook/rebook-deeds.h"
#include "pages/rebook/rebook-filter.h"
#include "pages/rebook/rebook-row.h"
#include "pages/rebook/until-dialog.h"
#include "services/clock.h"
#include "services/rebook/rebook.h"
#include "store/store.h"
#include "widgets/adaptive-bin.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

#define MAX_ROWS_OF_A_GROUP 100
#define SCREENFUL 12
#define PORTION 4

#define TOPICS                                                                                                         \
  (LIMBER_TOPIC_CLIENT | LIMBER_TOPIC_TEAM | LIMBER_TOPIC_SESSION | LIMBER_TOPIC_FINDING | LIMBER_TOPIC_APPOINTMENT    \
   | LIMBER_TOPIC_RACE | LIMBER_TOPIC_NUDGE | LIMBER_TOPIC_CONTACT | LIMBER_TOPIC_SETTINGS)

typedef struct {
  LimberRebookPage *page;
  int index;
  GtkFilter *filter;
  GListModel *rows;
  GtkSliceListModel *first; /* those that have a widget */
  GtkWidget *box;
  GtkWidget *list;
  GtkLabel *count;
  GtkToggleButton *pill;
} Group;

struct _LimberRebookPage {
  AdwBin parent_instance;

  LimberStore *store;
  LimberClock *clock;
  LimberStoreList *queue;
  GtkSorter *sorter;
  GtkSortListModel *sorted;
  Group groups[LIMBER_REBOOK_N_GROUPS];
  GtkToggleButton *to_do;
  int shown; /* a group, −1 for what is to do: overdue and due */
  guint room; /* so many rows may stand there by now */
  guint grow_id;

  GHashTable *selected; /* ids of clients */
  GCancellable *figures_job;

  LimberAdaptiveBin *adaptive;
  GtkStack *stack;
  LimberFigureCards *figures;
  LimberRebookFilter *filter;
  GtkWidget *nobody;
  GtkLabel *nobody_text;
  GtkWidget *everybody;
  GtkBox *pills;
  GtkToggleButton *select;
  GtkRevealer *selection;
  GtkLabel *selected_count;
  GtkWidget *snooze;
  GtkWidget *several;
  GtkBox *groups_box;
};

G_DEFINE_FINAL_TYPE (LimberRebookPage, limber_rebook_page, ADW_TYPE_BIN)

static const struct {
  const char *title;
  const char *hint;
} group_words[] = {
  [LIMBER_REBOOK_GROUP_OVERDUE] = { N_ ("Overdue"), N_ ("longest first") },
  [LIMBER_REBOOK_GROUP_DUE] = { N_ ("Due"), N_ ("inside their own interval") },
  [LIMBER_REBOOK_GROUP_COMING_UP] = { N_ ("Coming up"), N_ ("due within a week") },
  [LIMBER_REBOOK_GROUP_SNOOZED] = { N_ ("Snoozed"), N_ ("until a date") },
  [LIMBER_REBOOK_GROUP_LAPSED] = { N_ ("Lapsed"), N_ ("three reminders without an answer") },
  [LIMBER_REBOOK_GROUP_PAUSED] = { N_ ("Paused"), N_ ("not reminded for a while") },
};

typedef struct {
  LimberClock *clock; /* only its reference is used off the main thread */
  gint64 now;
  GTimeZone *zone;
} QueueQuery;

static void
queue_query_free (gpointer data)
{
  QueueQuery *query = data;

  g_clear_object (&query->clock);
  g_time_zone_unref (query->zone);
  g_free (query);
}

/* Each run asks the clock again: the window may be open past midnight. */
static gpointer
queue_query_copy (gpointer data)
{
  QueueQuery *query = data, *copy = g_new0 (QueueQuery, 1);

  copy->now = limber_clock_now (query->clock);
  copy->zone = g_time_zone_ref (query->zone);
  return copy;
}

static gpointer
load_queue (LimberDb *db, gpointer data, GError **error)
{
  QueueQuery *query = data;

  return limber_rebook_queue_load (db, query->now, query->zone, error);
}

static gboolean
is_chosen (LimberRebookPage *self, int group)
{
  if (self->shown >= 0)
    return group == self->shown;
  return group == LIMBER_REBOOK_GROUP_OVERDUE || group == LIMBER_REBOOK_GROUP_DUE;
}

static void
on_row_answered (LimberRebookPage *self, int answer, int days, LimberRebookRow *row)
{
  g_autoptr (LimberRebookDeed) deed = limber_rebook_deed_new (limber_clock_today (self->clock));

  g_ptr_array_add (deed->clients, g_strdup (limber_rebook_row_client_id (row)));
  deed->answer = (LimberRebookAnswer) answer;
  deed->until = days > 0 ? deed->today + days : LIMBER_DATE_NONE;
  limber_rebook_do (GTK_WIDGET (self), self->store, deed, limber_rebook_row_client_name (row), NULL, NULL);
}

static GPtrArray *
client_of_row (LimberRebookRow *row)
{
  GPtrArray *clients = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (clients, g_strdup (limber_rebook_row_client_id (row)));
  return clients;
}

static void
on_row_asked_until (LimberRebookPage *self, int answer, LimberRebookRow *row)
{
  g_autoptr (GPtrArray) clients = client_of_row (row);

  limber_until_dialog_present (GTK_WIDGET (self), self->store, self->clock, clients, limber_rebook_row_client_name (row),
                               (LimberRebookAnswer) answer);
}

static void
on_row_contacted (LimberRebookPage *self, LimberRebookRow *row)
{
  g_autoptr (GPtrArray) clients = client_of_row (row);

  limber_contact_dialog_present (GTK_WIDGET (self), self->store, self->clock, clients,
                                 limber_rebook_row_client_name (row));
}

/* Choosing several */

static GPtrArray *
selected_clients (LimberRebookPage *self)
{
  GPtrArray *clients = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (clients, g_strdup (id));
  return clients;
}

static const char *const acts_on_several[] = {
  "rebook.snooze", "rebook.snooze-until", "rebook.pause", "rebook.resume", "rebook.opt-out", "rebook.contacted",
  "rebook.write",
};

static void
update_selection (LimberRebookPage *self)
{
  guint n = g_hash_table_size (self->selected);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_text (self->selected_count, text);
  gtk_revealer_set_reveal_child (self->selection, gtk_toggle_button_get_active (self->select));
  for (guint i = 0; i < G_N_ELEMENTS (acts_on_several); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acts_on_several[i], n > 0);
  gtk_widget_set_sensitive (self->several, n > 0);
  gtk_widget_set_sensitive (self->snooze, n > 0);
}

static void
on_row_selected (LimberRebookPage *self, gboolean selected, LimberRebookRow *row)
{
  if (selected)
    g_hash_table_add (self->selected, g_strdup (limber_rebook_row_client_id (row)));
  else
    g_hash_table_remove (self->selected, limber_rebook_row_client_id (row));
  update_selection (self);
}

static void
show_selecting (LimberRebookPage *self, GtkWidget *row)
{
  LimberRebookRow *one = LIMBER_REBOOK_ROW (row);

  limber_rebook_row_set_selecting (one, gtk_toggle_button_get_active (self->select),
                                   g_hash_table_contains (self->selected, limber_rebook_row_client_id (one)));
}

static void
show_selecting_all (LimberRebookPage *self, int group)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->groups[group].list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    show_selecting (self, row);
}

static void
on_select (LimberRebookPage *self)
{
  g_hash_table_remove_all (self->selected);
  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    show_selecting_all (self, i);
  update_selection (self);
}

/* How many rows a group has when all of them stand there. */
static guint
rows_of (const Group *group)
{
  return MIN (g_list_model_get_n_items (group->rows), MAX_ROWS_OF_A_GROUP);
}

static void
select_all (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRebookPage *self = LIMBER_REBOOK_PAGE (widget);

  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    {
      for (guint j = 0; is_chosen (self, i) && j < rows_of (&self->groups[i]); j++)
        {
          g_autoptr (LimberRow) row = g_list_model_get_item (self->groups[i].rows, j);

          g_hash_table_add (self->selected, g_strdup (limber_row_get_id (row)));
        }
      show_selecting_all (self, i);
    }
  update_selection (self);
}

/* The selection is over when something was done with it. */
static void
answer_selected (LimberRebookPage *self, LimberRebookAnswer answer, int days)
{
  g_autoptr (LimberRebookDeed) deed = limber_rebook_deed_new (limber_clock_today (self->clock));
  g_autoptr (GPtrArray) clients = selected_clients (self);

  g_ptr_array_extend (deed->clients, clients, (GCopyFunc) (void (*) (void)) g_strdup, NULL);
  deed->answer = answer;
  deed->until = days > 0 ? deed->today + days : LIMBER_DATE_NONE;
  limber_rebook_do (GTK_WIDGET (self), self->store, deed, NULL, NULL, NULL);
  gtk_toggle_button_set_active (self->select, FALSE);
}

static void
snooze_selected (GtkWidget *widget, const char *name, GVariant *target)
{
  answer_selected (LIMBER_REBOOK_PAGE (widget), LIMBER_REBOOK_ANSWER_SNOOZE, g_variant_get_int32 (target));
}

static void
resume_selected (GtkWidget *widget, const char *name, GVariant *target)
{
  answer_selected (LIMBER_REBOOK_PAGE (widget), LIMBER_REBOOK_ANSWER_RESUME, 0);
}

static void
opt_out_selected (GtkWidget *widget, const char *name, GVariant *target)
{
  answer_selected (LIMBER_REBOOK_PAGE (widget), LIMBER_REBOOK_ANSWER_OPT_OUT, 0);
}

static void
ask_until_for_selected (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRebookPage *self = LIMBER_REBOOK_PAGE (widget);
  g_autoptr (GPtrArray) clients = selected_clients (self);

  limber_until_dialog_present (widget, self->store, self->clock, clients, NULL,
                               g_str_equal (name, "rebook.pause") ? LIMBER_REBOOK_ANSWER_PAUSE
                                                                  : LIMBER_REBOOK_ANSWER_SNOOZE);
  gtk_toggle_button_set_active (self->select, FALSE);
}

static void
contacted_selected (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRebookPage *self = LIMBER_REBOOK_PAGE (widget);
  g_autoptr (GPtrArray) clients = selected_clients (self);

  if (g_str_equal (name, "rebook.write"))
    limber_contact_dialog_write (widget, self->store, self->clock, clients);
  else
    limber_contact_dialog_present (widget, self->store, self->clock, clients, NULL);
  gtk_toggle_button_set_active (self->select, FALSE);
}

/* Figures */

static gpointer
load_figures (LimberDb *db, gpointer data, GError **error)
{
  QueueQuery *query = data;

  return limber_figures_load (db, limber_date_from_instant (query->now, query->zone), query->zone, error);
}

static void
on_figures (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree LimberFigures *figures = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberRebookPage *self = data;

  if (figures != NULL)
    limber_figure_cards_set_figures (self->figures, figures);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    limber_feedback_error (GTK_WIDGET (self), error);
}

/* Counted only while somebody looks: it reads half a year of visits. */
static void
refresh_figures (LimberRebookPage *self)
{
  QueueQuery *query;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  query = g_new0 (QueueQuery, 1);
  query->now = limber_clock_now (self->clock);
  query->zone = g_time_zone_ref (limber_clock_zone (self->clock));
  g_cancellable_cancel (self->figures_job);
  g_clear_object (&self->figures_job);
  self->figures_job = g_cancellable_new ();
  limber_store_survey_async (self->store, load_figures, query, queue_query_free, g_free, self->figures_job, on_figures,
                             self);
}

static void
limber_rebook_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (limber_rebook_page_parent_class)->map (widget);
  refresh_figures (LIMBER_REBOOK_PAGE (widget));
}

static void
on_width (LimberRebookPage *self)
{
  LimberWidth width = limber_adaptive_bin_get_width_class (self->adaptive);

  limber_figure_cards_set_narrow (self->figures, width != LIMBER_WIDTH_WIDE);
  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    for (GtkWidget *row = self->groups[i].list != NULL ? gtk_widget_get_first_child (self->groups[i].list) : NULL;
         row != NULL; row = gtk_widget_get_next_sibling (row))
      limber_rebook_row_set_width (LIMBER_REBOOK_ROW (row), width);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  LimberRebookPage *self = user_data;
  GtkWidget *row = limber_rebook_row_new (item, self->clock);

  g_signal_connect_object (row, "answered", G_CALLBACK (on_row_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "asked-until", G_CALLBACK (on_row_asked_until), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "contacted", G_CALLBACK (on_row_contacted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "selected", G_CALLBACK (on_row_selected), self, G_CONNECT_SWAPPED);
  show_selecting (self, row);
  limber_rebook_row_set_width (LIMBER_REBOOK_ROW (row), limber_adaptive_bin_get_width_class (self->adaptive));
  return row;
}

static void
on_row_activated (LimberRebookPage *self, LimberRebookRow *row)
{
  if (gtk_toggle_button_get_active (self->select))
    limber_rebook_row_toggle (row);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-client", "s", limber_rebook_row_client_id (row));
}

static gboolean
is_of_group (gpointer item, gpointer user_data)
{
  const LimberRebookItem *record = limber_row_get_record (item);
  const Group *group = user_data;

  return record && (int) record->group == group->index && limber_rebook_filter_matches (group->page->filter, record);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  LimberRebookPage *self = user_data;
  const LimberRebookItem *one = limber_row_get_record ((LimberRow *) a), *two = limber_row_get_record ((LimberRow *) b);

  return one == NULL || two == NULL ? 0 : limber_rebook_filter_compare (self->filter, one, two);
}

static void
set_pill (GtkToggleButton *pill, const char *title, guint count)
{
  g_autofree char *label = g_strdup_printf ("%s %u", title, count);

  gtk_button_set_label (GTK_BUTTON (pill), label);
}

static guint
count_overdue (LimberRebookPage *self)
{
  GListModel *queue = G_LIST_MODEL (self->queue);
  guint overdue = 0;

  for (guint i = 0; i < g_list_model_get_n_items (queue); i++)
    {
      g_autoptr (LimberRow) row = g_list_model_get_item (queue, i);
      const LimberRebookItem *item = limber_row_get_record (row);

      overdue += item != NULL && item->group == LIMBER_REBOOK_GROUP_OVERDUE;
    }
  return overdue;
}

/* Returns how many of the group match the filter. */
static guint
update_group (LimberRebookPage *self, int index)
{
  Group *group = &self->groups[index];
  g_autofree char *text = NULL;
  guint count;

  gtk_filter_changed (group->filter, GTK_FILTER_CHANGE_DIFFERENT);
  count = g_list_model_get_n_items (group->rows);
  text = g_strdup_printf ("%u", count);
  gtk_label_set_text (group->count, text);
  set_pill (group->pill, _ (group_words[index].title), count);
  gtk_widget_set_visible (group->box, is_chosen (self, index) && count > 0);
  return count;
}

static void
say_nobody (LimberRebookPage *self, guint shown)
{
  gboolean filtered = limber_rebook_filter_is_active (self->filter);

  gtk_widget_set_visible (self->nobody, shown == 0);
  gtk_label_set_text (self->nobody_text, filtered ? _ ("Nobody here answers to that choice.") : _ ("Nobody is here now."));
  gtk_widget_set_visible (self->everybody, filtered);
}

/* Gives the room to the groups in their order. Returns: whether all rows stand there. */
static gboolean
share_room (LimberRebookPage *self)
{
  guint left = self->room, missing = 0;

  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    {
      guint all = is_chosen (self, i) ? rows_of (&self->groups[i]) : 0, n = MIN (all, left);

      gtk_slice_list_model_set_size (self->groups[i].first, n);
      left -= n;
      missing += all - n;
    }
  return missing == 0;
}

static gboolean
grow (gpointer data)
{
  LimberRebookPage *self = data;

  self->room += PORTION;
  if (!share_room (self))
    return G_SOURCE_CONTINUE;
  self->grow_id = 0;
  return G_SOURCE_REMOVE;
}

static void
fill (LimberRebookPage *self)
{
  if (!share_room (self) && self->grow_id == 0)
    self->grow_id = g_idle_add_full (G_PRIORITY_LOW, grow, self, NULL);
}

static void
update (LimberRebookPage *self)
{
  guint counts[LIMBER_REBOOK_N_GROUPS], shown = 0;
  guint total = g_list_model_get_n_items (G_LIST_MODEL (self->queue));

  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    {
      counts[i] = update_group (self, i);
      shown += is_chosen (self, i) ? counts[i] : 0;
    }
  fill (self);
  limber_figure_cards_set_overdue (self->figures, count_overdue (self));
  set_pill (self->to_do, _ ("To do"), counts[LIMBER_REBOOK_GROUP_OVERDUE] + counts[LIMBER_REBOOK_GROUP_DUE]);
  say_nobody (self, shown);
  gtk_stack_set_visible_child_name (self->stack, total > 0 ? "queue" : "empty");
}

static void
on_loaded (LimberRebookPage *self)
{
  limber_rebook_filter_offer (self->filter, G_LIST_MODEL (self->queue));
  update (self);
}

static void
on_filter (LimberRebookPage *self)
{
  if (self->queue == NULL)
    return;
  update (self);
  on_select (self); /* nobody stays selected who is out of sight */
}

static void
on_everybody (LimberRebookPage *self)
{
  limber_rebook_filter_clear (self->filter);
}

static void
on_failed (LimberRebookPage *self, const GError *error)
{
  limber_feedback_error (GTK_WIDGET (self), error);
}

static void
on_pill (GtkToggleButton *pill, LimberRebookPage *self)
{
  if (!gtk_toggle_button_get_active (pill))
    return;
  self->shown = -1;
  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    if (self->groups[i].pill == pill)
      self->shown = i;
  self->room = SCREENFUL;
  update (self);
}

static GtkToggleButton *
add_pill (LimberRebookPage *self, GtkToggleButton *first)
{
  GtkWidget *pill = gtk_toggle_button_new ();

  gtk_widget_add_css_class (pill, "flat");
  gtk_widget_add_css_class (pill, "pill-toggle");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (pill), first);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), first == NULL);
  gtk_box_append (self->pills, pill);
  g_signal_connect_object (pill, "toggled", G_CALLBACK (on_pill), self, 0);
  return GTK_TOGGLE_BUTTON (pill);
}

static GtkWidget *
heading_new (int index, GtkLabel **count)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_ (group_words[index].title));
  GtkWidget *hint = gtk_label_new (_ (group_words[index].hint));

  *count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (*count), "limber-dim");
  gtk_widget_add_css_class (hint, "limber-hint");
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (*count));
  gtk_box_append (GTK_BOX (heading), hint);
  return heading;
}

static void
build_group (LimberRebookPage *self, int index)
{
  Group *group = &self->groups[index];
  GtkWidget *list = gtk_list_box_new ();

  group->page = self;
  group->index = index;
  group->filter = GTK_FILTER (gtk_custom_filter_new (is_of_group, group, NULL));
  group->rows = G_LIST_MODEL (gtk_filter_list_model_new (NULL, g_object_ref (group->filter)));
  group->first = gtk_slice_list_model_new (g_object_ref (group->rows), 0, 0);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  limber_widget_name (GTK_WIDGET (list), _ (group_words[index].title));
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (group->first), create_row, self, NULL);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);

  group->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (group->box), heading_new (index, &group->count));
  group->list = list;
  gtk_box_append (GTK_BOX (group->box), list);
  gtk_box_append (self->groups_box, group->box);
  group->pill = add_pill (self, self->to_do);
}

static void
limber_rebook_page_dispose (GObject *object)
{
  LimberRebookPage *self = LIMBER_REBOOK_PAGE (object);

  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    {
      g_clear_object (&self->groups[i].filter);
      g_clear_object (&self->groups[i].rows);
      g_clear_object (&self->groups[i].first);
    }
  g_clear_object (&self->sorted);
  g_clear_object (&self->sorter);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_cancellable_cancel (self->figures_job);
  g_clear_object (&self->figures_job);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_clear_object (&self->queue);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (limber_rebook_page_parent_class)->dispose (object);
}

static void
limber_rebook_page_class_init (LimberRebookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_rebook_page_dispose;
  widget_class->map = limber_rebook_page_map;
  gtk_widget_class_install_action (widget_class, "rebook.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "rebook.snooze", "i", snooze_selected);
  gtk_widget_class_install_action (widget_class, "rebook.snooze-until", NULL, ask_until_for_selected);
  gtk_widget_class_install_action (widget_class, "rebook.pause", NULL, ask_until_for_selected);
  gtk_widget_class_install_action (widget_class, "rebook.resume", NULL, resume_selected);
  gtk_widget_class_install_action (widget_class, "rebook.opt-out", NULL, opt_out_selected);
  gtk_widget_class_install_action (widget_class, "rebook.write", NULL, contacted_selected);
  gtk_widget_class_install_action (widget_class, "rebook.contacted", NULL, contacted_selected);
  g_type_ensure (LIMBER_TYPE_ADAPTIVE_BIN);
  g_type_ensure (LIMBER_TYPE_FIGURE_CARDS);
  g_type_ensure (LIMBER_TYPE_REBOOK_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/rebook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, figures);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, filter);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, nobody_text);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, everybody);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, snooze);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, several);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_everybody);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, select);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, selection);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, selected_count);
  gtk_widget_class_bind_template_callback (widget_class, on_select);
  gtk_widget_class_bind_template_callback (widget_class, on_width);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, pills);
  gtk_widget_class_bind_template_child_full (widget_class, "groups", FALSE,
                                             G_STRUCT_OFFSET (LimberRebookPage, groups_box));
}

static void
limber_rebook_page_init (LimberRebookPage *self)
{
  self->shown = -1;
  self->room = SCREENFUL;
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->to_do = add_pill (self, NULL);
  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    build_group (self, i);
  update_selection (self);
}

/** limber_rebook_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_rebook_page_new (LimberStore *store, LimberClock *clock)
{
  LimberRebookPage *self = g_object_new (LIMBER_TYPE_REBOOK_PAGE, NULL);
  QueueQuery *query = g_new0 (QueueQuery, 1);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->queue = limber_store_list_new (store, TOPICS, (GDestroyNotify) limber_rebook_item_free);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, self, NULL));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->queue)), g_object_ref (self->sorter));
  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    gtk_filter_list_model_set_model (GTK_FILTER_LIST_MODEL (self->groups[i].rows), G_LIST_MODEL (self->sorted));
  g_signal_connect_object (self->queue, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (store, "changed", G_CALLBACK (refresh_figures), self, G_CONNECT_SWAPPED);
  query->clock = g_object_ref (clock);
  query->zone = g_time_zone_ref (limber_clock_zone (clock));
  limber_store_list_set_survey (self->queue, TRUE);
  limber_store_list_set_query (self->queue, load_queue, query, queue_query_copy, queue_query_free);
  return GTK_WIDGET (self);
}
