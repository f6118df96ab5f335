/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/today/today-page.h"

#include <glib/gi18n-lib.h>

#include "pages/today/agenda-row.h"
#include "pages/parts/page-bits.h"
#include "pages/today/today-side.h"
#include "pages/today/up-next.h"
#include "services/clock.h"
#include "services/today.h"
#include "services/wording/wording-date.h"
#include "store/store.h"
#include "widgets/adaptive-bin.h"
#include "widgets/feedback.h"

/* How often the now line and the remaining minutes move on, in seconds. */
#define TICK 30

struct _LimberTodayPage {
  AdwBin parent_instance;

  LimberStore *store;
  LimberClock *clock;
  LimberTodayFacts *facts;
  LimberTodaySide *calls;
  char *staff_id;
  GCancellable *cancellable;
  guint tick;
  gboolean updating;

  GtkWidget *adaptive;
  GtkWidget *page;
  GtkWidget *title;
  GtkWidget *line;
  GtkWidget *therapist;
  GtkWidget *up_next;
  GtkWidget *agenda;
  GtkWidget *empty;
  GtkWidget *side;
};

G_DEFINE_FINAL_TYPE (LimberTodayPage, limber_today_page, ADW_TYPE_BIN)

static gboolean
is_shown (LimberTodayPage *self, const LimberDayItem *item)
{
  return limber_appointment_status_holds_slot (item->appointment->status)
         && (self->staff_id == NULL || g_strcmp0 (item->appointment->staff_id, self->staff_id) == 0);
}

static gboolean
is_waiting (const LimberDayItem *item)
{
  return limber_appointment_status_is_future (item->appointment->status)
         && item->appointment->status != LIMBER_APPOINTMENT_STATUS_IN_SESSION;
}

/* The first who is still to come and whose time is not over. */
static const LimberDayItem *
find_next (LimberTodayPage *self)
{
  gint64 now = limber_clock_now (self->clock);

  for (guint i = 0; i < self->facts->day->items->len; i++)
    {
      const LimberDayItem *item = self->facts->day->items->pdata[i];

      if (is_shown (self, item) && is_waiting (item)
          && item->appointment->start_at + item->appointment->minutes * 60 > now)
        return item;
    }
  return NULL;
}

static void
update_up_next (LimberTodayPage *self)
{
  const LimberDayItem *next = find_next (self);
  gboolean wide = limber_adaptive_bin_get_width_class (LIMBER_ADAPTIVE_BIN (self->adaptive)) == LIMBER_WIDTH_WIDE;

  adw_bin_set_child (ADW_BIN (self->up_next),
                     next != NULL ? limber_up_next_new (self->clock, next, wide) : NULL);
}

/* Of one therapist only: of several it would be a list. */
static char *
free_words (LimberTodayPage *self)
{
  const LimberTodayFree *free = self->staff_id != NULL ? limber_today_facts_free_of (self->facts, self->staff_id) : NULL;
  g_autofree char *time = NULL;

  if (self->staff_id == NULL)
    return NULL;
  if (free == NULL)
    return g_strdup (_("no room left today"));
  time = limber_wording_time (free->start_at, limber_clock_zone (self->clock));
  /* Translators: minutes, a time of day. */
  return g_strdup_printf (_("%d min free at %s"), free->minutes, time);
}

static void
update_head (LimberTodayPage *self, guint n_clients, int minutes)
{
  g_autofree char *day = limber_wording_long_day (limber_clock_today (self->clock));
  g_autofree char *clients = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u client", "%u clients", n_clients),
                                              n_clients);
  g_autofree char *hours = limber_wording_minutes (minutes);
  /* Translators: "7 clients · 5 h 30 min on the table" */
  g_autofree char *line = n_clients > 0 ? g_strdup_printf (_("%s · %s on the table"), clients, hours)
                                        : g_strdup (_("Nobody is booked"));
  g_autofree char *room = free_words (self);
  g_autofree char *both = room != NULL ? g_strdup_printf ("%s · %s", line, room) : g_strdup (line);

  gtk_label_set_label (GTK_LABEL (self->title), day);
  gtk_label_set_label (GTK_LABEL (self->line), both);
}

static void
update_agenda (LimberTodayPage *self)
{
  gint64 now = limber_clock_now (self->clock);
  gboolean now_shown = FALSE;
  guint n_clients = 0;
  int minutes = 0;

  limber_page_clear (self->agenda);
  for (guint i = 0; i < self->facts->day->items->len; i++)
    {
      const LimberDayItem *item = self->facts->day->items->pdata[i];

      if (!is_shown (self, item))
        continue;
      if (!now_shown && item->appointment->start_at > now)
        {
          gtk_list_box_append (GTK_LIST_BOX (self->agenda), limber_agenda_now_new (self->clock));
          now_shown = TRUE;
        }
      gtk_list_box_append (GTK_LIST_BOX (self->agenda), limber_agenda_row_new (self->clock, item));
      n_clients++;
      minutes += item->appointment->minutes;
    }
  if (!now_shown && n_clients > 0)
    gtk_list_box_append (GTK_LIST_BOX (self->agenda), limber_agenda_now_new (self->clock));
  gtk_widget_set_visible (self->agenda, n_clients > 0);
  gtk_widget_set_visible (self->empty, n_clients == 0);
  update_head (self, n_clients, minutes);
}

static void
update_therapists (LimberTodayPage *self)
{
  GtkStringList *names = gtk_string_list_new ((const char *[]) { _("All therapists"), NULL });
  guint selected = 0;

  for (guint i = 0; i < self->facts->day->staff->len; i++)
    {
      const LimberDayStaff *staff = self->facts->day->staff->pdata[i];

      gtk_string_list_append (names, staff->name);
      if (g_strcmp0 (staff->id, self->staff_id) == 0)
        selected = i + 1;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->therapist), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->therapist), selected);
  gtk_widget_set_visible (self->therapist, self->facts->day->staff->len > 1);
  self->updating = FALSE;
  g_object_unref (names);
}

static void
update_day (LimberTodayPage *self)
{
  update_agenda (self);
  update_up_next (self);
}

static void
on_therapist (LimberTodayPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->therapist));

  if (self->updating || self->facts == NULL)
    return;
  g_clear_pointer (&self->staff_id, g_free);
  if (selected > 0 && selected <= self->facts->day->staff->len)
    self->staff_id = g_strdup (((LimberDayStaff *) self->facts->day->staff->pdata[selected - 1])->id);
  update_day (self);
}

static void
on_width (LimberTodayPage *self)
{
  LimberWidth width = limber_adaptive_bin_get_width_class (LIMBER_ADAPTIVE_BIN (self->adaptive));

  gtk_widget_set_size_request (self->side, width == LIMBER_WIDTH_WIDE ? 318 : width == LIMBER_WIDTH_NARROW ? 272 : 256,
                               -1);
  if (width == LIMBER_WIDTH_WIDE)
    gtk_widget_remove_css_class (self->page, "narrow");
  else
    gtk_widget_add_css_class (self->page, "narrow");
  if (self->facts != NULL)
    update_up_next (self);
}

static void
on_calls (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberTodaySide) calls = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberTodayPage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  limber_page_clear (self->side);
  g_clear_pointer (&self->calls, limber_today_side_free);
  self->calls = g_steal_pointer (&calls);
  limber_today_side_fill (self->side, self->store, self->clock, self->calls);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberTodayFacts) facts = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberTodayPage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->facts, limber_today_facts_free);
  self->facts = g_steal_pointer (&facts);
  update_therapists (self);
  update_day (self);
}

static LimberTodayQuery *
ask_now (LimberTodayPage *self)
{
  return limber_today_query_new (limber_clock_now (self->clock), limber_clock_zone (self->clock));
}

/* Whom to call is found among all clients: it comes when it is known, and the day does not wait for it. */
static void
reload (LimberTodayPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  limber_store_read_async (self->store, limber_today_load, ask_now (self), (GDestroyNotify) limber_today_query_free,
                           (GDestroyNotify) limber_today_facts_free, self->cancellable, on_loaded, self);
  limber_store_survey_async (self->store, limber_today_side_load, ask_now (self),
                             (GDestroyNotify) limber_today_query_free, (GDestroyNotify) limber_today_side_free,
                             self->cancellable, on_calls, self);
}

/* What stands on the screen depends on the minute, and after midnight on another day. */
static gboolean
on_tick (gpointer data)
{
  LimberTodayPage *self = data;

  if (self->facts == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_CONTINUE;
  if (self->facts->day->date != limber_clock_today (self->clock))
    reload (self);
  else if (gtk_widget_get_focus_child (self->agenda) == NULL)
    update_agenda (self);
  return G_SOURCE_CONTINUE;
}

static void
limber_today_page_dispose (GObject *object)
{
  LimberTodayPage *self = LIMBER_TODAY_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_today_page_parent_class)->dispose (object);
}

static void
limber_today_page_finalize (GObject *object)
{
  LimberTodayPage *self = LIMBER_TODAY_PAGE (object);

  g_clear_pointer (&self->facts, limber_today_facts_free);
  g_clear_pointer (&self->calls, limber_today_side_free);
  g_free (self->staff_id);
  G_OBJECT_CLASS (limber_today_page_parent_class)->finalize (object);
}

static void
limber_today_page_class_init (LimberTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_today_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_today_page_finalize;
  g_type_ensure (LIMBER_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberTodayPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, LimberTodayPage, page);
  gtk_widget_class_bind_template_child (widget_class, LimberTodayPage, title);
  gtk_widget_class_bind_template_child (widget_class, LimberTodayPage, line);
  gtk_widget_class_bind_template_child (widget_class, LimberTodayPage, therapist);
  gtk_widget_class_bind_template_child (widget_class, LimberTodayPage, up_next);
  gtk_widget_class_bind_template_child (widget_class, LimberTodayPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, LimberTodayPage, empty);
  gtk_widget_class_bind_template_child (widget_class, LimberTodayPage, side);
}

static void
limber_today_page_init (LimberTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->therapist, "notify::selected", G_CALLBACK (on_therapist), self);
  g_signal_connect_swapped (self->adaptive, "notify::width-class", G_CALLBACK (on_width), self);
  self->tick = g_timeout_add_seconds (TICK, on_tick, self);
}

/** limber_today_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_today_page_new (LimberStore *store, LimberClock *clock)
{
  LimberTodayPage *self = g_object_new (LIMBER_TYPE_TODAY_PAGE, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->staff_id = g_strdup (limber_store_actor_id (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
