/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * One list follows the store; each group of the page is a filter over it, so that an answer given here or at another
 * desk moves a row from group to group without the page doing anything. The counts on the pills are the lengths
 * of the filters.
 */
#include "pages/rebook-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "models/store-list.h"
#include "pages/contact-dialog.h"
#include "pages/rebook-row.h"
#include "services/clock.h"
#include "services/rebook.h"
#include "services/wording-date.h"
#include "store/store.h"
#include "widgets/feedback.h"

#define MAX_ROWS_OF_A_GROUP 100

#define TOPICS                                                                                                         \
  (LIMBER_TOPIC_CLIENT | LIMBER_TOPIC_TEAM | LIMBER_TOPIC_SESSION | LIMBER_TOPIC_FINDING | LIMBER_TOPIC_APPOINTMENT    \
   | LIMBER_TOPIC_RACE | LIMBER_TOPIC_NUDGE | LIMBER_TOPIC_CONTACT | LIMBER_TOPIC_SETTINGS)

typedef struct {
  GtkFilter *filter;
  GListModel *rows;
  GtkWidget *box;
  GtkLabel *count;
  GtkToggleButton *pill;
} Group;

struct _LimberRebookPage {
  AdwBin parent_instance;

  LimberStore *store;
  LimberClock *clock;
  LimberStoreList *queue;
  Group groups[LIMBER_REBOOK_N_GROUPS];
  GtkToggleButton *to_do;
  int shown; /* a group, −1 for what is to do: overdue and due */

  GtkStack *stack;
  GtkBox *pills;
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

typedef struct {
  LimberRebookPage *page;
  char *client_id;
  LimberRebookAnswer answer;
  LimberDate today;
  LimberDate until;
  LimberPauseReason reason;
  LimberClient *before;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->page);
  g_clear_pointer (&answer->before, limber_client_free);
  g_free (answer->client_id);
  g_free (answer);
}

/* Returns the client as they were, for Undo. */
static gpointer
write_answer (LimberDb *db, gpointer data, GError **error)
{
  Answer *answer = data;
  g_autoptr (LimberClient) before = limber_record_load (db, &limber_client_type, answer->client_id, error);

  if (before == NULL
      || !limber_rebook_answer (db, answer->client_id, answer->answer, answer->today, answer->until, answer->reason, error))
    return NULL;
  return g_steal_pointer (&before);
}

static gpointer
write_before (LimberDb *db, gpointer data, GError **error)
{
  limber_rebook_restore (db, data, error);
  return NULL;
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberRebookPage) self = user_data;
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error)
    limber_feedback_error (GTK_WIDGET (self), error);
}

static void
undo (gpointer data)
{
  Answer *answer = data;

  limber_store_write_async (answer->page->store, write_before, limber_client_copy (answer->before),
                            (GDestroyNotify) limber_client_free, NULL, NULL, on_restored, g_object_ref (answer->page));
}

static char *
answer_text (const Answer *answer)
{
  const char *name = answer->before->name;
  g_autofree char *day = NULL;

  switch (answer->answer)
    {
    case LIMBER_REBOOK_ANSWER_SNOOZE:
      day = limber_wording_near_day (answer->until, answer->today);
      /* Translators: a client, then a day. */
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

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  answer->before = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error)
    {
      limber_feedback_error (GTK_WIDGET (answer->page), error);
      answer_free (answer);
      return;
    }
  text = answer_text (answer);
  limber_feedback_undo (GTK_WIDGET (answer->page), text, undo, answer, answer_free);
}

static void
on_row_answered (LimberRebookPage *self, int answer, int days, int reason, LimberRebookRow *row)
{
  Answer *written = g_new0 (Answer, 1), *job = g_new0 (Answer, 1);

  written->page = g_object_ref (self);
  written->client_id = g_strdup (limber_rebook_row_client_id (row));
  written->answer = (LimberRebookAnswer) answer;
  written->today = limber_clock_today (self->clock);
  written->until = days > 0 ? written->today + days : LIMBER_DATE_NONE;
  written->reason = (LimberPauseReason) reason;
  *job = *written;
  job->page = NULL; /* widgets stay on the main thread */
  job->client_id = g_strdup (written->client_id);
  limber_store_write_async (self->store, write_answer, job, answer_free, NULL, NULL, on_answered, written);
}

static void
on_row_contacted (LimberRebookPage *self, LimberRebookRow *row)
{
  limber_contact_dialog_present (GTK_WIDGET (self), self->store, self->clock, limber_rebook_row_client_id (row),
                                 limber_rebook_row_client_name (row));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  LimberRebookPage *self = user_data;
  GtkWidget *row = limber_rebook_row_new (item, self->clock);

  g_signal_connect_object (row, "answered", G_CALLBACK (on_row_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "contacted", G_CALLBACK (on_row_contacted), self, G_CONNECT_SWAPPED);
  return row;
}

static void
on_row_activated (LimberRebookPage *self, LimberRebookRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-client", "s", limber_rebook_row_client_id (row));
}

static gboolean
is_of_group (gpointer item, gpointer user_data)
{
  const LimberRebookItem *record = limber_row_get_record (item);

  return record && record->group == (LimberRebookGroup) GPOINTER_TO_INT (user_data);
}

static gboolean
is_chosen (LimberRebookPage *self, int group)
{
  if (self->shown >= 0)
    return group == self->shown;
  return group == LIMBER_REBOOK_GROUP_OVERDUE || group == LIMBER_REBOOK_GROUP_DUE;
}

static void
set_pill (GtkToggleButton *pill, const char *title, guint count)
{
  g_autofree char *label = g_strdup_printf ("%s %u", title, count);

  gtk_button_set_label (GTK_BUTTON (pill), label);
}

static void
update (LimberRebookPage *self)
{
  guint counts[LIMBER_REBOOK_N_GROUPS];
  guint total = g_list_model_get_n_items (G_LIST_MODEL (self->queue));

  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    {
      Group *group = &self->groups[i];
      g_autofree char *count = NULL;

      gtk_filter_changed (group->filter, GTK_FILTER_CHANGE_DIFFERENT);
      counts[i] = g_list_model_get_n_items (group->rows);
      count = g_strdup_printf ("%u", counts[i]);
      gtk_label_set_text (group->count, count);
      set_pill (group->pill, _ (group_words[i].title), counts[i]);
      gtk_widget_set_visible (group->box, is_chosen (self, i) && counts[i] > 0);
    }
  set_pill (self->to_do, _ ("To do"), counts[LIMBER_REBOOK_GROUP_OVERDUE] + counts[LIMBER_REBOOK_GROUP_DUE]);
  gtk_stack_set_visible_child_name (self->stack, total > 0 ? "queue" : "empty");
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
  GtkSliceListModel *first;

  group->filter = GTK_FILTER (gtk_custom_filter_new (is_of_group, GINT_TO_POINTER (index), NULL));
  group->rows = G_LIST_MODEL (gtk_filter_list_model_new (NULL, g_object_ref (group->filter)));
  first = gtk_slice_list_model_new (g_object_ref (group->rows), 0, MAX_ROWS_OF_A_GROUP);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (group_words[index].title),
                                  -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (first), create_row, self, NULL);
  g_object_unref (first);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);

  group->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (group->box), heading_new (index, &group->count));
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
    }
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
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/rebook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookPage, pills);
  gtk_widget_class_bind_template_child_full (widget_class, "groups", FALSE,
                                             G_STRUCT_OFFSET (LimberRebookPage, groups_box));
}

static void
limber_rebook_page_init (LimberRebookPage *self)
{
  self->shown = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->to_do = add_pill (self, NULL);
  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    build_group (self, i);
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
  for (int i = 0; i < LIMBER_REBOOK_N_GROUPS; i++)
    gtk_filter_list_model_set_model (GTK_FILTER_LIST_MODEL (self->groups[i].rows), G_LIST_MODEL (self->queue));
  g_signal_connect_object (self->queue, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);

  query->clock = g_object_ref (clock);
  query->zone = g_time_zone_ref (limber_clock_zone (clock));
  limber_store_list_set_query (self->queue, load_queue, query, queue_query_copy, queue_query_free);
  return GTK_WIDGET (self);
}
