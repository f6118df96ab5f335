/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is due, beside the day. Picking one asks for the free slots of the days shown, which become ghosts in the grid. */
#include "pages/schedule/schedule-side.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/day-words.h"
#include "pages/parts/page-bits.h"
#include "services/rebook/rebook.h"
#include "services/booking/slot-finder.h"
#include "services/today.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording-visit.h"
#include "services/wording/wording.h"
#include "widgets/cadence-chip.h"
#include "widgets/draw-text.h"
#include "widgets/feedback.h"
#include "widgets/time-grid/time-values.h"
#include "widgets/widget-name.h"

#define MAX_ROWS 12
#define GHOST "ghost-"
/* Ghosts of one column stand so far apart at least, in minutes. */
#define GHOST_GAP 90

struct _LimberScheduleSide {
  GtkBox parent_instance;

  LimberStore *store;
  LimberClock *clock;
  LimberDate from;
  LimberDate to;
  GPtrArray *due; /* LimberRebookItem */
  gboolean narrow;
  char *picked;
  LimberSlotList *slots;
  GCancellable *queue_job;
  GCancellable *slots_job;

  GtkWidget *count;
  GtkWidget *hint;
  GtkWidget *list;
  GtkWidget *all;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberScheduleSide, limber_schedule_side, GTK_TYPE_BOX)

static void show_rows (LimberScheduleSide *self);

static const LimberRebookItem *
find_due (LimberScheduleSide *self, const char *client_id)
{
  for (guint i = 0; self->due != NULL && client_id != NULL && i < self->due->len; i++)
    if (g_strcmp0 (((LimberRebookItem *) self->due->pdata[i])->base.id, client_id) == 0)
      return self->due->pdata[i];
  return NULL;
}

static void
on_slots (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberSlotList) slots = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberScheduleSide *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->slots, limber_slot_list_free);
  self->slots = g_steal_pointer (&slots);
  show_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
find_slots (LimberScheduleSide *self)
{
  const LimberRebookItem *item = find_due (self, self->picked);
  LimberDate today = limber_clock_today (self->clock);
  LimberSlotQuery query = {
    .client_id = self->picked,
    .from = MAX (self->from, today),
    .to = self->to,
    .minutes = item != NULL ? item->next.minutes : 0,
    .turnover = -1,
    .intent = LIMBER_WORK_DEEP,
    .now = limber_clock_now (self->clock),
    .zone = limber_clock_zone (self->clock),
  };

  g_cancellable_cancel (self->slots_job);
  g_clear_object (&self->slots_job);
  g_clear_pointer (&self->slots, limber_slot_list_free);
  if (item == NULL || query.to < query.from)
    {
      show_rows (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  if (query.minutes <= 0)
    query.minutes = LIMBER_MINUTES_DEFAULT;
  self->slots_job = g_cancellable_new ();
  limber_store_read_async (self->store, limber_slots_find, limber_slot_query_copy (&query),
                           (GDestroyNotify) limber_slot_query_free, (GDestroyNotify) limber_slot_list_free, self->slots_job,
                           on_slots, self);
}

static GtkWidget *
chip_new (LimberScheduleSide *self, const LimberRebookItem *item)
{
  LimberDate today = limber_clock_today (self->clock);
  gboolean over = item->group == LIMBER_REBOOK_GROUP_OVERDUE;
  GtkWidget *chip = limber_cadence_chip_new ();
  g_autofree char *text = over ? g_strdup_printf (_("%d d over"), today - item->due->due.to) : g_strdup (_("Due"));

  limber_cadence_chip_set (LIMBER_CADENCE_CHIP (chip), over ? "overdue" : "due", text, today - item->due->last,
                           item->due->due.to - item->due->last, NULL);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

static char *
second_line (LimberScheduleSide *self, const LimberRebookItem *item)
{
  const LimberPlanRaceInfo *race = limber_plan_facts_race (item->due->facts, item->due->next_race);
  LimberDate today = limber_clock_today (self->clock);

  if (race != NULL && g_strcmp0 (item->base.id, self->picked) == 0)
    {
      LimberDate first = item->due->facts->input.races[item->due->next_race].first;
      g_autofree char *when = limber_wording_days_until (first, today);

      return g_strdup_printf ("%s %s", race->name, when);
    }
  if (item->next.date == LIMBER_DATE_NONE)
    return g_strdup (_("No day with room"));
  {
    g_autofree char *day = item->next.date <= today + 1 ? limber_wording_days_until (item->next.date, today)
                                                        : limber_wording_day (item->next.date);

    return g_strdup_printf (_("Suggested %s"), day);
  }
}

static GtkWidget *
head_line (LimberScheduleSide *self, const LimberRebookItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = limber_page_label (item->due->name, "limber-strong");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), chip_new (self, item));
  return line;
}

/* A verdict, "Mon 5 Oct, 08:30", Book. */
static GtkWidget *
offer_new (LimberScheduleSide *self, const LimberRebookItem *item, LimberVerdict verdict, gint64 start, const char *staff_id,
           gboolean first)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new_with_label (_("Book"));
  LimberDate date = limber_date_from_instant (start, limber_clock_zone (self->clock));
  g_autofree char *day = self->narrow && date > limber_clock_today (self->clock)
                             /* Translators: a day where there is no room for the month: "Mon 5" */
                             ? limber_format_day (date, _("%a %-e"))
                             : limber_wording_near_day (date, limber_clock_today (self->clock));
  g_autofree char *time = limber_wording_time (start, limber_clock_zone (self->clock));
  g_autofree char *when = g_strdup_printf ("%s, %s", day, time);
  g_autofree char *name = g_strdup_printf (_("Book %s for %s"), item->due->name, when);
  GtkWidget *label = limber_page_label (when, first ? "limber-strong" : NULL);
  GtkWidget *chip = limber_page_verdict_chip_why (verdict, NULL, &item->due->facts->input, date);

  gtk_widget_set_hexpand (label, TRUE);
  g_object_set (chip, "compact", TRUE, NULL);
  gtk_box_append (GTK_BOX (line), chip);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (button, first ? "suggested-action" : "raised");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.book");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          limber_page_book_args (item->base.id, staff_id, start, NULL));
  limber_widget_name (button, name);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static void
append_offers (LimberScheduleSide *self, const LimberRebookItem *item, GtkWidget *card)
{
  const LimberNextVisit *next = &item->next;
  gboolean best = next->date != LIMBER_DATE_NONE && next->start_at != 0;

  if (best)
    gtk_box_append (GTK_BOX (card), offer_new (self, item, next->verdict, next->start_at, next->staff_id, TRUE));
  if (self->slots == NULL || self->slots->slots->len == 0)
    {
      if (self->slots != NULL)
        gtk_box_append (GTK_BOX (card), limber_page_label (_("No room on the days shown"), "limber-hint"));
      return;
    }
  {
    const LimberSlot *slot = self->slots->slots->pdata[0];

    if (!best || slot->start_at != next->start_at)
      gtk_box_append (GTK_BOX (card), offer_new (self, item, slot->verdict, slot->start_at, slot->staff_id, !best));
  }
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, gtk_widget_get_name (row));
}

static GtkWidget *
row_new (LimberScheduleSide *self, const LimberRebookItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkDragSource *drag = gtk_drag_source_new ();
  gboolean picked = g_strcmp0 (item->base.id, self->picked) == 0;
  g_autofree char *line = second_line (self, item);
  g_autofree char *name = g_strdup_printf ("%s, %s", item->due->name, line);

  gtk_widget_set_name (row, item->base.id);
  gtk_widget_add_css_class (card, "due-card");
  gtk_box_append (GTK_BOX (card), head_line (self, item));
  gtk_box_append (GTK_BOX (card), limber_page_label (line, "limber-hint"));
  if (picked)
    append_offers (self, item, card);
  gtk_widget_add_css_class (row, "card");
  if (picked)
    gtk_widget_add_css_class (row, "chosen");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), card);
  limber_widget_name (row, name);
  g_signal_connect (drag, "prepare", G_CALLBACK (on_prepare), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  return row;
}

static void
show_rows (LimberScheduleSide *self)
{
  gboolean inside = gtk_widget_get_focus_child (self->list) != NULL;
  guint n = self->due != NULL ? self->due->len : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *all = g_strdup_printf (_("All %u"), n);

  limber_page_clear (self->list);
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    {
      GtkWidget *row = row_new (self, self->due->pdata[i]);

      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      if (inside && g_strcmp0 (gtk_widget_get_name (row), self->picked) == 0)
        gtk_widget_grab_focus (row);
    }
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_label_set_label (GTK_LABEL (self->hint),
                       n > 0 ? _("Pick a client to see where they fit, or drag one onto the day.") : _("Nobody is waiting."));
  gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_widget_set_visible (self->all, n > MAX_ROWS);
}

static gpointer
load_queue (LimberDb *db, gpointer data, GError **error)
{
  const LimberTodayQuery *query = data;
  GPtrArray *queue = limber_rebook_queue_load (db, query->now, query->zone, error);

  for (guint i = queue != NULL ? queue->len : 0; i > 0; i--)
    {
      const LimberRebookItem *item = queue->pdata[i - 1];

      if (item->group != LIMBER_REBOOK_GROUP_OVERDUE && item->group != LIMBER_REBOOK_GROUP_DUE)
        g_ptr_array_remove_index (queue, i - 1);
    }
  return queue;
}

static void
on_queue (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberScheduleSide *self = data;

  if (due == NULL)
    return;
  g_clear_pointer (&self->due, g_ptr_array_unref);
  self->due = g_steal_pointer (&due);
  if (find_due (self, self->picked) == NULL)
    g_clear_pointer (&self->picked, g_free);
  find_slots (self);
}

/* Found among all clients: the day does not wait for them. */
static void
reload (LimberScheduleSide *self)
{
  g_cancellable_cancel (self->queue_job);
  g_clear_object (&self->queue_job);
  self->queue_job = g_cancellable_new ();
  limber_store_survey_async (self->store, load_queue,
                             limber_today_query_new (limber_clock_now (self->clock), limber_clock_zone (self->clock)),
                             (GDestroyNotify) limber_today_query_free, (GDestroyNotify) g_ptr_array_unref,
                             self->queue_job, on_queue, self);
}

static void
on_row_activated (LimberScheduleSide *self, GtkListBoxRow *row)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (row));

  limber_schedule_side_pick (self, g_strcmp0 (id, self->picked) == 0 ? NULL : id);
}

static void
limber_schedule_side_dispose (GObject *object)
{
  LimberScheduleSide *self = LIMBER_SCHEDULE_SIDE (object);

  g_cancellable_cancel (self->queue_job);
  g_cancellable_cancel (self->slots_job);
  g_clear_object (&self->queue_job);
  g_clear_object (&self->slots_job);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->slots, limber_slot_list_free);
  g_clear_pointer (&self->picked, g_free);
  G_OBJECT_CLASS (limber_schedule_side_parent_class)->dispose (object);
}

static void
limber_schedule_side_class_init (LimberScheduleSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_schedule_side_dispose;
  signals[CHANGED] = g_signal_new ("changed", LIMBER_TYPE_SCHEDULE_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
limber_schedule_side_init (LimberScheduleSide *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = limber_page_label (_("Due to rebook"), "heading");
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "schedule-side");
  self->count = limber_page_label ("", "limber-dim");
  self->hint = gtk_label_new (NULL);
  self->list = gtk_list_box_new ();
  self->all = gtk_button_new ();
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "limber-hint");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "due-list");
  limber_widget_name (self->list, _("Due to rebook"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_add_css_class (self->all, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->all), "win.show-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all), "s", "rebook");
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->all);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->hint);
  gtk_box_append (GTK_BOX (self), scroller);
}

/** limber_schedule_side_new: Returns: (transfer floating): who is due. */
GtkWidget *
limber_schedule_side_new (LimberStore *store, LimberClock *clock)
{
  LimberScheduleSide *self = g_object_new (LIMBER_TYPE_SCHEDULE_SIDE, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

/** limber_schedule_side_set_days: the days in which the picked client is to fit. */
void
limber_schedule_side_set_days (LimberScheduleSide *self, LimberDate from, LimberDate to)
{
  if (self->from == from && self->to == to)
    return;
  self->from = from;
  self->to = to;
  if (self->picked != NULL)
    find_slots (self);
}

/** limber_schedule_side_set_narrow: days are told without their month. */
void
limber_schedule_side_set_narrow (LimberScheduleSide *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  show_rows (self);
}

/** limber_schedule_side_pick: @client_id: (nullable): one of those who are due; nobody else can be picked */
void
limber_schedule_side_pick (LimberScheduleSide *self, const char *client_id)
{
  g_autofree char *before = g_steal_pointer (&self->picked);

  self->picked = find_due (self, client_id) != NULL ? g_strdup (client_id) : NULL;
  find_slots (self);
}

static char *
first_name (const char *name)
{
  const char *end = strchr (name, ' ');

  return end != NULL ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

static LimberTimeBlock *
ghost_new (LimberScheduleSide *self, const LimberRebookItem *item, const LimberSlot *slot, guint index, guint column)
{
  GTimeZone *zone = limber_clock_zone (self->clock);
  LimberTimeBlock *ghost = limber_time_block_new ();
  g_autofree char *first = first_name (item->due->name);
  g_autofree char *time = limber_wording_time (slot->start_at, zone);
  g_autofree char *verdict = slot->verdict != LIMBER_VERDICT_NORMAL ? g_strdup (limber_wording_verdict (slot->verdict)) : NULL;

  ghost->id = g_strdup_printf (GHOST "%u", index);
  ghost->column = column;
  ghost->from = limber_minute_of_instant (slot->start_at, zone);
  ghost->to = ghost->from + (item->next.minutes > 0 ? item->next.minutes : LIMBER_MINUTES_DEFAULT);
  ghost->look = LIMBER_TIME_LOOK_GHOST;
  /* Translators: a first name, a time: "Juniper fits: 16:15" */
  ghost->title = g_strdup_printf (_("%s fits: %s"), first, time);
  ghost->race = verdict != NULL ? limber_day_words_capital (verdict) : NULL;
  ghost->name = g_strdup_printf (_("%s, free for %s with %s"), time, item->due->name, slot->staff_name);
  if (verdict != NULL)
    {
      g_autofree char *name = ghost->name;

      ghost->name = g_strdup_printf ("%s, %s", name, verdict);
    }
  return ghost;
}

/* The next ghost of a column stands well after the one before. */
static gboolean
is_far_enough (const GPtrArray *ghosts, guint column, int minute)
{
  for (guint i = 0; i < ghosts->len; i++)
    {
      const LimberTimeBlock *other = ghosts->pdata[i];

      if (other->look == LIMBER_TIME_LOOK_GHOST && other->column == column && minute < other->from + GHOST_GAP)
        return FALSE;
    }
  return TRUE;
}

/** limber_schedule_side_add_ghosts: appends to the blocks of @sheet where the picked client fits. */
void
limber_schedule_side_add_ghosts (LimberScheduleSide *self, LimberScheduleSheet *sheet)
{
  const LimberRebookItem *item = find_due (self, self->picked);

  if (item == NULL || self->slots == NULL)
    return;
  for (guint i = 0; i < self->slots->slots->len; i++)
    {
      const LimberSlot *slot = self->slots->slots->pdata[i];
      int minute = limber_minute_of_instant (slot->start_at, limber_clock_zone (self->clock));
      guint column;

      if (limber_schedule_sheet_column (sheet, slot->staff_id, slot->date, &column)
          && is_far_enough (sheet->blocks, column, minute))
        g_ptr_array_add (sheet->blocks, ghost_new (self, item, slot, i, column));
    }
}

/** limber_schedule_side_book_args: Returns: (transfer floating) (nullable): the target of win.book for a ghost */
GVariant *
limber_schedule_side_book_args (LimberScheduleSide *self, const char *ghost_id)
{
  const LimberSlot *slot;
  guint64 index;

  if (self->picked == NULL || self->slots == NULL || !g_str_has_prefix (ghost_id, GHOST)
      || !g_ascii_string_to_unsigned (ghost_id + strlen (GHOST), 10, 0, G_MAXUINT, &index, NULL)
      || index >= self->slots->slots->len)
    return NULL;
  slot = self->slots->slots->pdata[index];
  return limber_page_book_args (self->picked, slot->staff_id, slot->start_at, NULL);
}
