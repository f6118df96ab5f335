/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/booking/slot-view.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/day-words.h"
#include "pages/parts/page-bits.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "widgets/verdict-chip.h"
#include "widgets/verdict-strip.h"
#include "widgets/widget-name.h"

#define N_BEST 3
#define N_OTHER 7
/* A row of plain days must not push the others, with something to say, out of sight. */
#define N_PLAIN 2

struct _LimberSlotView {
  AdwBin parent_instance;

  LimberClock *clock;
  LimberSlotList *slots;
  int minutes;
  LimberDate day;
  gboolean all_day;
  gboolean judged;
  gint64 start;
  char *staff_id;

  GtkWidget *strip;
  GtkWidget *best_title;
  GtkWidget *best_hint;
  GtkWidget *best;
  GtkWidget *other_title;
  GtkWidget *other;
  GtkCheckButton *group;
};

enum {
  SIGNAL_SLOT_CHOSEN,
  SIGNAL_PERIOD_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberSlotView, limber_slot_view, ADW_TYPE_BIN)

static void rebuild (LimberSlotView *self);

static LimberSlotDay *
find_day (LimberSlotView *self, LimberDate date)
{
  for (guint i = 0; i < self->slots->days->len; i++)
    {
      LimberSlotDay *day = self->slots->days->pdata[i];

      if (day->date == date)
        return day;
    }
  return NULL;
}

/* How willingly a day is offered: a lower number first. */
static int
verdict_rank (LimberVerdict verdict)
{
  static const LimberVerdict order[]
      = { LIMBER_VERDICT_IDEAL,   LIMBER_VERDICT_ACCEPTABLE, LIMBER_VERDICT_NORMAL,     LIMBER_VERDICT_FINE,
          LIMBER_VERDICT_CAUTION, LIMBER_VERDICT_EARLY,      LIMBER_VERDICT_LIGHT_ONLY, LIMBER_VERDICT_AVOID };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == verdict)
      return i == 3 ? 2 : i;
  return G_N_ELEMENTS (order);
}

static gboolean
is_suggested (LimberSlotView *self, LimberDate date)
{
  for (guint i = 0; i < self->slots->suggested->len; i++)
    if (g_array_index (self->slots->suggested, LimberDate, i) == date)
      return TRUE;
  return FALSE;
}

/* The first of the day that the client prefers, else the first. */
static const LimberSlot *
first_slot (LimberSlotView *self, LimberDate date)
{
  const LimberSlot *first = NULL;

  for (guint i = 0; i < self->slots->slots->len; i++)
    {
      const LimberSlot *slot = self->slots->slots->pdata[i];

      if (slot->date == date && slot->preferred)
        return slot;
      if (slot->date == date && first == NULL)
        first = slot;
    }
  return first;
}

static gboolean
has_preferred (LimberSlotView *self, LimberDate date)
{
  const LimberSlot *slot = first_slot (self, date);

  return slot != NULL && slot->preferred;
}

static void
on_toggled (GtkCheckButton *button, const LimberSlot *slot)
{
  LimberSlotView *self = LIMBER_SLOT_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (button), LIMBER_TYPE_SLOT_VIEW));

  if (self != NULL && gtk_check_button_get_active (button)
      && (slot->start_at != self->start || g_strcmp0 (slot->staff_id, self->staff_id) != 0))
    {
      limber_slot_view_select (self, slot->start_at, slot->staff_id);
      g_signal_emit (self, signals[SIGNAL_SLOT_CHOSEN], 0, slot->start_at, slot->staff_id);
    }
}

/* The day and the time are never cut off; who and why give way. */
static GtkWidget *
whole_label (const char *text, const char *css_class)
{
  GtkWidget *label = limber_page_label (text, css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  return label;
}

static GtkWidget *
slot_words (LimberSlotView *self, const LimberSlot *slot, const char *reasons, char **name)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *day = limber_wording_near_day (slot->date, limber_clock_today (self->clock));
  g_autofree char *span = limber_day_words_span (slot->start_at, self->minutes, limber_clock_zone (self->clock));
  g_autofree char *staff = g_strdup_printf ("· %s", slot->staff_name);

  gtk_box_append (GTK_BOX (line), whole_label (day, "limber-strong"));
  gtk_box_append (GTK_BOX (line), whole_label (span, "numeric"));
  gtk_box_append (GTK_BOX (line), limber_page_label (staff, "limber-dim"));
  gtk_box_append (GTK_BOX (words), line);
  if (*reasons != '\0')
    gtk_box_append (GTK_BOX (words), limber_page_label (reasons, "limber-hint"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  *name = g_strdup_printf ("%s %s, %s, %s. %s", day, span, slot->staff_name, limber_wording_verdict (slot->verdict), reasons);
  return words;
}

/* Race, cadence, and what the client prefers. */
static char *
reasons_of (LimberSlotView *self, const LimberSlot *slot)
{
  const LimberSlotDay *day = find_day (self, slot->date);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();

  if (day != NULL && day->reason != NULL)
    g_ptr_array_add (reasons, day->reason);
  if (slot->preferred)
    g_ptr_array_add (reasons, _("When the client likes to come."));
  if (day != NULL && day->cadence != NULL)
    g_ptr_array_add (reasons, day->cadence);
  g_ptr_array_add (reasons, NULL);
  return g_strjoinv (" ", (char **) reasons->pdata);
}

static GtkWidget *
chip_new (LimberVerdict verdict, const LimberSlotDay *day)
{
  GtkWidget *chip = limber_page_verdict_chip (verdict, day != NULL ? day->reason : NULL);

  limber_verdict_chip_set_why (LIMBER_VERDICT_CHIP (chip), day != NULL ? day->why : NULL);
  return chip;
}

static GtkWidget *
slot_row (LimberSlotView *self, const LimberSlot *slot)
{
  const LimberSlotDay *day = find_day (self, slot->date);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *radio = gtk_check_button_new ();
  g_autofree char *reasons = reasons_of (self, slot);
  g_autofree char *name = NULL;

  gtk_widget_add_css_class (box, "slot-row");
  gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), self->group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (radio), slot->start_at == self->start
                                                             && g_strcmp0 (slot->staff_id, self->staff_id) == 0);
  gtk_box_append (GTK_BOX (box), radio);
  gtk_box_append (GTK_BOX (box), slot_words (self, slot, reasons, &name));
  if (self->judged && slot->verdict == LIMBER_VERDICT_AVOID && slot->light == LIMBER_VERDICT_LIGHT_ONLY)
    gtk_box_append (GTK_BOX (box), chip_new (slot->light, day));
  if (self->judged)
    gtk_box_append (GTK_BOX (box), chip_new (slot->verdict, day));
  limber_widget_name (radio, name);
  gtk_widget_set_tooltip_text (row, *reasons != '\0' ? reasons : NULL);
  g_signal_connect (radio, "toggled", G_CALLBACK (on_toggled), (gpointer) slot);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_focusable (row, FALSE);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (radio)))
    gtk_widget_add_css_class (row, "chosen");
  return row;
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (box)), TRUE);
}

/* The slots of the chosen day: all of them when the person picked the day, else three spread over it, or over the hours
 * that the client prefers. */
static void
fill_best (LimberSlotView *self)
{
  g_autoptr (GPtrArray) of_day = g_ptr_array_new ();
  gboolean preferred = !self->all_day && has_preferred (self, self->day);
  guint step;

  limber_page_clear (self->best);
  for (guint i = 0; i < self->slots->slots->len; i++)
    {
      const LimberSlot *slot = self->slots->slots->pdata[i];

      if (slot->date == self->day && (slot->preferred || !preferred))
        g_ptr_array_add (of_day, self->slots->slots->pdata[i]);
    }
  step = self->all_day || of_day->len <= N_BEST ? 1 : of_day->len / N_BEST;
  for (guint i = 0, n = 0; i < of_day->len && (self->all_day || n < N_BEST); i += step, n++)
    gtk_list_box_append (GTK_LIST_BOX (self->best), slot_row (self, of_day->pdata[i]));
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer data)
{
  const LimberSlotDay *one = *(LimberSlotDay **) a;
  const LimberSlotDay *two = *(LimberSlotDay **) b;
  int rank = (verdict_rank (one->verdict) - is_suggested (data, one->date) * 10)
             - (verdict_rank (two->verdict) - is_suggested (data, two->date) * 10);

  if (rank == 0)
    rank = has_preferred (data, two->date) - has_preferred (data, one->date);
  return rank != 0 ? rank : one->date - two->date;
}

static void
fill_other (LimberSlotView *self)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  guint shown = 0, plain = 0;
  gboolean speaks = FALSE;

  limber_page_clear (self->other);
  for (guint i = 0; i < self->slots->days->len; i++)
    {
      LimberSlotDay *day = self->slots->days->pdata[i];

      speaks = speaks || day->verdict != LIMBER_VERDICT_NORMAL;
      if (day->n_slots > 0 && day->date != self->day)
        g_ptr_array_add (days, day);
    }
  g_ptr_array_sort_with_data (days, compare_days, self);
  for (guint i = 0; i < days->len && shown < N_OTHER; i++)
    {
      const LimberSlotDay *day = days->pdata[i];

      if (speaks && day->verdict == LIMBER_VERDICT_NORMAL && plain++ >= N_PLAIN)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (self->other), slot_row (self, first_slot (self, day->date)));
      shown++;
    }
  gtk_widget_set_visible (self->other, days->len > 0);
  gtk_widget_set_visible (self->other_title, days->len > 0);
}

static void
fill_strip (LimberSlotView *self)
{
  g_autofree LimberVerdictDay *days = g_new0 (LimberVerdictDay, self->slots->days->len);

  for (guint i = 0; i < self->slots->days->len; i++)
    {
      const LimberSlotDay *day = self->slots->days->pdata[i];

      days[i].date = day->date;
      days[i].verdict = limber_verdict_id (day->verdict);
      days[i].word = limber_wording_verdict (day->verdict);
      days[i].reason = day->reason;
      days[i].closed = day->closed;
      days[i].race = day->race;
    }
  limber_verdict_strip_set_days (LIMBER_VERDICT_STRIP (self->strip), days, self->slots->days->len);
  limber_verdict_strip_set_selected (LIMBER_VERDICT_STRIP (self->strip), self->day);
}

static void
fill_titles (LimberSlotView *self)
{
  const LimberSlotDay *day = find_day (self, self->day);
  g_autofree char *name = NULL;
  g_autofree char *hint = NULL;

  if (day == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->best_title), _("No free time in these days"));
      gtk_label_set_label (GTK_LABEL (self->best_hint), "");
      return;
    }
  name = limber_wording_long_day (self->day);
  if (day->closed)
    hint = g_strdup (_("Nobody works on this day"));
  else if (day->n_slots == 0)
    hint = g_strdup (_("No room on this day"));
  else
    hint = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u free time", "%u free times", day->n_slots),
                            day->n_slots);
  gtk_label_set_label (GTK_LABEL (self->best_title), !self->all_day && is_suggested (self, self->day) ? _("Best") : name);
  gtk_label_set_label (GTK_LABEL (self->best_hint), hint);
  gtk_widget_set_visible (self->best, day->n_slots > 0);
}

static void
rebuild (LimberSlotView *self)
{
  if (self->slots == NULL)
    return;
  fill_strip (self);
  fill_titles (self);
  fill_best (self);
  fill_other (self);
}

static void
on_day (LimberSlotView *self, int date)
{
  const LimberSlot *slot = first_slot (self, date);

  self->day = date;
  self->all_day = TRUE;
  if (slot != NULL)
    {
      self->start = slot->start_at;
      g_free (self->staff_id);
      self->staff_id = g_strdup (slot->staff_id);
    }
  rebuild (self);
  if (slot != NULL)
    g_signal_emit (self, signals[SIGNAL_SLOT_CHOSEN], 0, self->start, self->staff_id);
}

static void
on_period (GtkButton *button, gpointer data)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (button), LIMBER_TYPE_SLOT_VIEW);

  g_signal_emit (view, signals[SIGNAL_PERIOD_CHANGED], 0, GPOINTER_TO_INT (data));
}

static GtkWidget *
list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  limber_widget_name (list, name);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row), NULL);
  return list;
}

static GtkWidget *
period_button (const char *icon_name, const char *name, int direction)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "strip-arrow");
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, name);
  limber_widget_name (button, name);
  g_signal_connect (button, "clicked", G_CALLBACK (on_period), GINT_TO_POINTER (direction));
  return button;
}

static void
limber_slot_view_finalize (GObject *object)
{
  LimberSlotView *self = LIMBER_SLOT_VIEW (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->slots, limber_slot_list_free);
  g_clear_object (&self->group);
  g_free (self->staff_id);
  G_OBJECT_CLASS (limber_slot_view_parent_class)->finalize (object);
}

static void
limber_slot_view_class_init (LimberSlotViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = limber_slot_view_finalize;
  signals[SIGNAL_SLOT_CHOSEN] = g_signal_new ("slot-chosen", LIMBER_TYPE_SLOT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[SIGNAL_PERIOD_CHANGED] = g_signal_new ("period-changed", LIMBER_TYPE_SLOT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
limber_slot_view_init (LimberSlotView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->group = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  self->strip = limber_verdict_strip_new ();
  gtk_widget_set_hexpand (self->strip, TRUE);
  g_signal_connect_swapped (self->strip, "day-selected", G_CALLBACK (on_day), self);
  gtk_box_append (GTK_BOX (strip), period_button ("go-previous-symbolic", _("Earlier days"), -1));
  gtk_box_append (GTK_BOX (strip), self->strip);
  gtk_box_append (GTK_BOX (strip), period_button ("go-next-symbolic", _("Later days"), 1));
  self->best_title = limber_page_label ("", "heading");
  gtk_widget_set_hexpand (self->best_title, TRUE);
  self->best_hint = limber_page_label ("", "limber-hint");
  gtk_box_append (GTK_BOX (head), self->best_title);
  gtk_box_append (GTK_BOX (head), self->best_hint);
  self->best = list_new (_("Free times of the day"));
  self->other_title = limber_page_label (_("Other days"), "heading");
  self->other = list_new (_("Other days"));
  gtk_box_append (GTK_BOX (box), strip);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->best);
  gtk_box_append (GTK_BOX (box), self->other_title);
  gtk_box_append (GTK_BOX (box), self->other);
  adw_bin_set_child (ADW_BIN (self), box);
}

/** limber_slot_view_new: Returns: (transfer floating): the strip of days and the free slots under it. */
GtkWidget *
limber_slot_view_new (LimberClock *clock)
{
  LimberSlotView *self = g_object_new (LIMBER_TYPE_SLOT_VIEW, NULL);

  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

/**
 * limber_slot_view_set_slots:
 * @slots: (transfer full): what to offer
 * @judged: whether there is a client for whom the days have verdicts
 */
void
limber_slot_view_set_slots (LimberSlotView *self, LimberSlotList *slots, int minutes, gboolean judged)
{
  LimberSlotList *old = self->slots;

  self->slots = slots;
  self->minutes = minutes;
  self->judged = judged;
  if (find_day (self, self->day) == NULL)
    self->day = LIMBER_DATE_NONE;
  rebuild (self);
  g_clear_pointer (&old, limber_slot_list_free);
}

/** limber_slot_view_select: shows @start with @staff_id as chosen, also when it is none of the free slots. */
void
limber_slot_view_select (LimberSlotView *self, gint64 start, const char *staff_id)
{
  LimberDate date = limber_date_from_instant (start, limber_clock_zone (self->clock));

  self->start = start;
  if (staff_id != self->staff_id)
    {
      g_free (self->staff_id);
      self->staff_id = g_strdup (staff_id);
    }
  if (date != self->day)
    self->all_day = FALSE;
  self->day = date;
  rebuild (self);
}

static const LimberSlot *
best_of_all (LimberSlotView *self)
{
  LimberSlotDay *best = NULL;

  for (guint i = 0; i < self->slots->days->len; i++)
    {
      LimberSlotDay *day = self->slots->days->pdata[i];

      if (day->n_slots > 0 && (best == NULL || compare_days (&day, &best, self) < 0))
        best = day;
    }
  return best != NULL ? first_slot (self, best->date) : NULL;
}

/**
 * limber_slot_view_get_best:
 * @date: the day wished for, or %LIMBER_DATE_NONE
 *
 * Returns: (nullable) (transfer none): the first slot of @date, else of the first suggested day, else of the
 *   best of all days; one that the client prefers comes before the others of that day or among those days
 */
const LimberSlot *
limber_slot_view_get_best (LimberSlotView *self, LimberDate date)
{
  const LimberSlot *best = NULL;

  if (self->slots == NULL)
    return NULL;
  if (date != LIMBER_DATE_NONE)
    return first_slot (self, date);
  for (guint i = 0; (best == NULL || !best->preferred) && i < self->slots->suggested->len; i++)
    {
      const LimberSlot *first = first_slot (self, g_array_index (self->slots->suggested, LimberDate, i));

      if (first != NULL && (best == NULL || first->preferred))
        best = first;
    }
  return best != NULL ? best : best_of_all (self);
}
