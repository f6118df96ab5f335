/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/client-pane.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "models/client-list.h"
#include "pages/clients/client-row.h"
#include "widgets/feedback.h"
#include "widgets/quick-answer.h"

/* No row is lower, with the smallest text. */
#define ROW_HEIGHT 48

#define SETTLING_FRAMES 3

/* Counting goes through all clients: it waits until nothing has changed for a moment. */
#define COUNT_DELAY_MS 250

struct _LimberClientPane {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchEntry *search;
  GtkWidget *pills;
  GtkToggleButton *pill_all;
  GtkToggleButton *pill_due;
  GtkToggleButton *pill_racing;
  GtkToggleButton *pill_open;
  GtkToggleButton *pill_archived;
  GtkStack *stack;
  GtkLabel *nothing;
  GtkListView *view;
  GtkLabel *total;

  LimberStore *store;
  LimberClock *clock;
  LimberClientList *list;
  GtkSingleSelection *selection;
  LimberClientFilter filter;
  char *chosen;
  guint chosen_number; /* 0 until it is known */
  gboolean reveal;     /* the chosen client was opened from elsewhere and is still to be brought into sight */
  LimberQuickAnswer *quick;
  char *entered; /* the text at an Enter that came before its answer */
  guint counts[LIMBER_CLIENT_N_FILTERS];
  guint settling; /* frames in which it is brought into sight once more */
  guint count_id;
  GCancellable *cancellable;
};

enum {
  SIGNAL_CLIENT_SELECTED,
  SIGNAL_COUNTED,
  SIGNAL_FILTER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberClientPane, limber_client_pane, GTK_TYPE_WIDGET)

static void
limber_client_pane_fill_query (LimberClientPane *self, LimberClientQuery *query)
{
  query->filter = self->filter;
  query->text = (char *) gtk_editable_get_text (GTK_EDITABLE (self->search));
  query->today = limber_clock_today (self->clock);
  query->day_start = limber_date_at_minute (query->today, 0, limber_clock_zone (self->clock));
}

static void
limber_client_pane_query (LimberClientPane *self)
{
  LimberClientQuery query = { 0 };

  if (self->list == NULL)
    return;
  limber_client_pane_fill_query (self, &query);
  limber_client_list_set_query (self->list, &query);
}

/* Says nothing rather than the length of the first screenful. */
static void
limber_client_pane_show_total (LimberClientPane *self)
{
  gboolean complete = limber_client_list_get_complete (self->list);
  guint shown = complete ? limber_client_list_get_n_found (self->list) : self->counts[self->filter];
  g_autofree char *text = NULL;

  if (!complete && shown == 0)
    text = g_strdup ("");
  else if (limber_client_list_get_more (self->list))
    text = g_strdup_printf (_("first %u found"), shown);
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    text = g_strdup_printf (ngettext ("%u found", "%u found", shown), shown);
  else
    text = g_strdup_printf (ngettext ("%u client", "%u clients", shown), shown);
  gtk_label_set_label (self->total, text);
}

static void
limber_client_pane_show_nothing (LimberClientPane *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *text = NULL;

  if (*search != '\0')
    text = g_strdup_printf (_("Nobody matches “%s”."), search);
  else if (self->filter == LIMBER_CLIENT_FILTER_ALL)
    text = g_strdup (_("Your clients will stand here."));
  else
    text = g_strdup (_("Nobody right now."));
  gtk_label_set_label (self->nothing, text);
}

static void
limber_client_pane_scroll_to (LimberClientPane *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* Whoever went on typing after Enter has changed their mind. */
static void
limber_client_pane_open_first (LimberClientPane *self)
{
  g_autofree char *entered = NULL;
  g_autoptr (LimberRow) row = NULL;

  if (self->entered == NULL || self->list == NULL || !limber_client_list_get_answered (self->list))
    return;
  entered = g_steal_pointer (&self->entered);
  if (!g_str_equal (entered, gtk_editable_get_text (GTK_EDITABLE (self->search))))
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
  if (row == NULL || limber_row_get_id (row) == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  limber_client_pane_scroll_to (self, 0);
  /* The view itself would give the focus to the line that had it before, wherever that went. */
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->view)));
}

/* Lines that have just come into sight get their words, and with them their height, and move the chosen one away. */
static gboolean
limber_client_pane_settle (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  LimberClientPane *self = LIMBER_CLIENT_PANE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    limber_client_pane_scroll_to (self, position);
  return --self->settling > 0;
}

/* The chosen client may stand in what follows after the first screenful, or not be listed at all. */
static void
limber_client_pane_show_chosen (LimberClientPane *self)
{
  guint position = limber_client_list_find (self->list, self->chosen_number);

  gtk_single_selection_set_selected (self->selection, position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
  if (!self->reveal || position == G_MAXUINT)
    return;
  self->reveal = FALSE;
  limber_client_pane_scroll_to (self, position);
  if (self->settling == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), limber_client_pane_settle, NULL, NULL);
  self->settling = SETTLING_FRAMES;
}

static void
limber_client_pane_loaded_cb (LimberClientPane *self)
{
  gboolean any = limber_client_list_get_n_found (self->list) > 0;

  if (limber_client_list_get_answered (self->list))
    limber_quick_answer_answered (self->quick);
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing");
  limber_client_pane_show_total (self);
  if (!any)
    limber_client_pane_show_nothing (self);
  limber_client_pane_show_chosen (self);
  limber_client_pane_open_first (self);
}

static void
limber_client_pane_grown_cb (LimberClientPane *self)
{
  limber_client_pane_show_total (self);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    limber_client_pane_show_chosen (self);
}

static void
limber_client_pane_failed_cb (LimberClientPane *self, GError *error)
{
  limber_quick_answer_answered (self->quick);
  limber_feedback_error (GTK_WIDGET (self), error);
}

/* Counts */

static gpointer
limber_client_pane_count (LimberDb *db, gpointer data, GError **error)
{
  g_autofree guint *counts = g_new0 (guint, LIMBER_CLIENT_N_FILTERS);

  return limber_client_query_complete (db, data, error) && limber_client_list_counts (db, data, counts, error)
           ? g_steal_pointer (&counts)
           : NULL;
}

static void
limber_client_pane_label_pill (GtkToggleButton *pill, const char *name, guint count)
{
  g_autofree char *label = g_strdup_printf ("%s %u", name, count);

  gtk_button_set_label (GTK_BUTTON (pill), label);
}

static void
limber_client_pane_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberClientPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree guint *counts = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (counts == NULL || self->store == NULL)
    return;
  limber_client_pane_label_pill (self->pill_all, _("All"), counts[LIMBER_CLIENT_FILTER_ALL]);
  limber_client_pane_label_pill (self->pill_due, _("Due"), counts[LIMBER_CLIENT_FILTER_DUE]);
  limber_client_pane_label_pill (self->pill_racing, _("Racing"), counts[LIMBER_CLIENT_FILTER_RACING]);
  limber_client_pane_label_pill (self->pill_open, _("Open"), counts[LIMBER_CLIENT_FILTER_OPEN]);
  limber_client_pane_label_pill (self->pill_archived, _("Archived"), counts[LIMBER_CLIENT_FILTER_ARCHIVED]);
  memcpy (self->counts, counts, sizeof self->counts);
  if (limber_client_list_get_loaded (self->list))
    limber_client_pane_show_total (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search),
                            counts[LIMBER_CLIENT_FILTER_ALL] + counts[LIMBER_CLIENT_FILTER_ARCHIVED] > 0);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0,
                 counts[LIMBER_CLIENT_FILTER_ALL] + counts[LIMBER_CLIENT_FILTER_ARCHIVED]);
}

static gboolean
limber_client_pane_count_cb (gpointer user_data)
{
  LimberClientPane *self = user_data;
  LimberClientQuery query = { 0 };

  self->count_id = 0;
  limber_client_pane_fill_query (self, &query);
  limber_store_survey_async (self->store, limber_client_pane_count, limber_client_query_copy (&query),
                             (GDestroyNotify) limber_client_query_free, g_free, self->cancellable,
                             limber_client_pane_counted_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
limber_client_pane_changed_cb (LimberClientPane *self)
{
  g_clear_handle_id (&self->count_id, g_source_remove);
  self->count_id = g_timeout_add (COUNT_DELAY_MS, limber_client_pane_count_cb, self);
}

/* The list */

static void
limber_client_pane_setup_cb (LimberClientPane *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, limber_client_row_new ());
}

static void
limber_client_pane_bind_cb (LimberClientPane *self, GtkListItem *item)
{
  limber_client_row_set_row (LIMBER_CLIENT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                             limber_clock_today (self->clock));
}

static void
limber_client_pane_unbind_cb (LimberClientPane *self, GtkListItem *item)
{
  limber_client_row_set_row (LIMBER_CLIENT_ROW (gtk_list_item_get_child (item)), NULL, LIMBER_DATE_NONE);
}

static void
limber_client_pane_choose (LimberClientPane *self, const LimberClientSummary *summary)
{
  if (summary == NULL || g_strcmp0 (summary->base.id, self->chosen) == 0)
    return;
  limber_record_set_text (&self->chosen, summary->base.id);
  self->chosen_number = summary->number;
  self->reveal = FALSE;
  g_signal_emit (self, signals[SIGNAL_CLIENT_SELECTED], 0, self->chosen);
}

static void
limber_client_pane_selected_cb (LimberClientPane *self)
{
  LimberRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL)
    limber_client_pane_choose (self, limber_row_get_record (row));
}

static void
limber_client_pane_search_cb (LimberClientPane *self)
{
  limber_client_pane_query (self);
  if (!limber_client_list_get_answered (self->list))
    limber_quick_answer_asked (self->quick);
}

/* Enter in the search opens the first match: of what stands there now, not of the letters before. */
static void
limber_client_pane_activate_cb (LimberClientPane *self)
{
  limber_client_pane_query (self);
  g_free (self->entered);
  self->entered = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  limber_client_pane_open_first (self);
}

static void
limber_client_pane_pill_cb (LimberClientPane *self, GtkToggleButton *pill)
{
  GtkToggleButton *pills[] = { self->pill_all, self->pill_due, self->pill_racing, self->pill_open,
                               self->pill_archived };

  if (!gtk_toggle_button_get_active (pill))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (pills); i++)
    if (pills[i] == pill)
      self->filter = i;
  limber_client_pane_query (self);
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
}

static void
limber_client_pane_dispose (GObject *object)
{
  LimberClientPane *self = LIMBER_CLIENT_PANE (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->quick, limber_quick_answer_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->entered, g_free);
  G_OBJECT_CLASS (limber_client_pane_parent_class)->dispose (object);
}

static void
limber_client_pane_class_init (LimberClientPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_client_pane_dispose;
  signals[SIGNAL_CLIENT_SELECTED] = g_signal_new ("client-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/client-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, box);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, search);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, pills);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, pill_all);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, pill_due);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, pill_racing);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, pill_open);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, pill_archived);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, view);
  gtk_widget_class_bind_template_child (widget_class, LimberClientPane, total);
  gtk_widget_class_bind_template_callback (widget_class, limber_client_pane_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_client_pane_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_client_pane_pill_cb);
}

static void
limber_client_pane_init (LimberClientPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->quick = limber_quick_answer_new (GTK_EDITABLE (self->search));
}

static void
limber_client_pane_height_cb (LimberClientPane *self, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  double height = gtk_adjustment_get_page_size (adjustment);

  if (height >= ROW_HEIGHT)
    limber_client_list_set_screenful (self->list, (guint) (height / ROW_HEIGHT) + 1);
}

static void
limber_client_pane_build_list (LimberClientPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (limber_client_pane_setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (limber_client_pane_bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (limber_client_pane_unbind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  g_object_unref (factory);

  self->list = limber_client_list_new (self->store);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (limber_client_pane_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "notify::page-size",
                           G_CALLBACK (limber_client_pane_height_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (limber_client_pane_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (limber_client_pane_grown_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (limber_client_pane_failed_cb), self,
                           G_CONNECT_SWAPPED);
}

/** limber_client_pane_new: the list of clients with its search and filters. */
GtkWidget *
limber_client_pane_new (LimberStore *store, LimberClock *clock)
{
  LimberClientPane *self = g_object_new (LIMBER_TYPE_CLIENT_PANE, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  limber_client_pane_build_list (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (limber_client_pane_changed_cb), self, G_CONNECT_SWAPPED);
  limber_client_pane_query (self);
  limber_client_pane_changed_cb (self);
  return GTK_WIDGET (self);
}

/* As a hand does: what stays is not touched, so that one change is one question. An entry that is given another text
 * is empty in between, and asks that too. */
static void
limber_client_pane_type (LimberClientPane *self, const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (self->search);
  const char *old = gtk_editable_get_text (entry), *rest = text;
  int position = 0;

  while (*rest != '\0' && g_utf8_get_char (rest) == g_utf8_get_char (old))
    {
      rest = g_utf8_next_char (rest);
      old = g_utf8_next_char (old);
      position++;
    }
  if (*old != '\0')
    gtk_editable_delete_text (entry, position, -1);
  if (*rest != '\0')
    gtk_editable_insert_text (entry, rest, -1, &position);
  gtk_editable_set_position (entry, -1);
}

/** limber_client_pane_search: focuses the search; @text (nullable) replaces what stands there. */
void
limber_client_pane_search (LimberClientPane *self, const char *text)
{
  g_return_if_fail (LIMBER_IS_CLIENT_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  if (text != NULL)
    limber_client_pane_type (self, text);
}

typedef struct {
  char *client_id;
  guint number;
} Place;

static void
limber_client_pane_place_free (gpointer data)
{
  Place *place = data;

  g_free (place->client_id);
  g_free (place);
}

static gpointer
limber_client_pane_find_place (LimberDb *db, gpointer data, GError **error)
{
  Place *place = g_new0 (Place, 1);

  place->client_id = g_strdup (data);
  limber_client_list_number_of (db, place->client_id, &place->number, error);
  return place;
}

/* Whoever was chosen meanwhile is not disturbed. */
static void
limber_client_pane_found_place_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberClientPane) self = user_data;
  g_autoptr (GError) error = NULL;
  Place *place = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (place == NULL)
    return;
  if (g_strcmp0 (place->client_id, self->chosen) == 0)
    {
      self->chosen_number = place->number;
      limber_client_pane_show_chosen (self);
    }
  limber_client_pane_place_free (place);
}

/** limber_client_pane_select: marks a client as the one whose record is open, and brings the row into sight as soon
 * as it is listed. */
void
limber_client_pane_select (LimberClientPane *self, const char *client_id)
{
  g_return_if_fail (LIMBER_IS_CLIENT_PANE (self) && client_id != NULL);

  limber_record_set_text (&self->chosen, client_id);
  self->chosen_number = 0;
  self->reveal = TRUE;
  limber_client_pane_show_chosen (self);
  limber_store_read_async (self->store, limber_client_pane_find_place, g_strdup (client_id), g_free,
                           limber_client_pane_place_free, self->cancellable, limber_client_pane_found_place_cb,
                           g_object_ref (self));
}

/* By their names in the settings. An archive that opens by itself would look like a clinic that has lost its clients,
 * so it has none. */
static const char *const filter_names[] = { "all", "due", "racing", "open" };

/** limber_client_pane_get_filter: Returns: the name of the filter, to be remembered. */
const char *
limber_client_pane_get_filter (LimberClientPane *self)
{
  g_return_val_if_fail (LIMBER_IS_CLIENT_PANE (self), NULL);

  return self->filter < G_N_ELEMENTS (filter_names) ? filter_names[self->filter] : filter_names[0];
}

/** limber_client_pane_set_filter: @filter: a name that limber_client_pane_get_filter() gave; others are all clients */
void
limber_client_pane_set_filter (LimberClientPane *self, const char *filter)
{
  GtkToggleButton *pills[] = { self->pill_all, self->pill_due, self->pill_racing, self->pill_open };

  g_return_if_fail (LIMBER_IS_CLIENT_PANE (self));

  for (guint i = 0; i < G_N_ELEMENTS (pills); i++)
    if (g_str_equal (filter, filter_names[i]))
      gtk_toggle_button_set_active (pills[i], TRUE);
}

/** limber_client_pane_set_narrow: a narrow window gives the list less room. */
void
limber_client_pane_set_narrow (LimberClientPane *self, gboolean narrow)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), narrow ? 278 : 316, -1);
}
