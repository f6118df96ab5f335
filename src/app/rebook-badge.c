/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rebook-badge.h"

#include "store/due.h"

/* Counting looks at every client: it waits until a burst of changes, or the start of the window, is over. */
#define DELAY_MS 700

#define TOPICS \
  (LIMBER_TOPIC_CLIENT | LIMBER_TOPIC_APPOINTMENT | LIMBER_TOPIC_SESSION | LIMBER_TOPIC_NUDGE \
   | LIMBER_TOPIC_CONTACT | LIMBER_TOPIC_SETTINGS)

typedef struct {
  AdwViewStackPage *page; /* outlives this */
  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  guint delay_id;
} Badge;

typedef struct {
  LimberDate today;
  GTimeZone *zone;
} Day;

static void
day_free (gpointer data)
{
  Day *day = data;

  g_time_zone_unref (day->zone);
  g_free (day);
}

static gpointer
count_due (LimberDb *db, gpointer data, GError **error)
{
  const Day *day = data;
  g_autoptr (GPtrArray) all = limber_due_load (db, day->today, day->zone, error);
  guint count = 0;

  for (guint i = 0; all && i < all->len; i++)
    {
      const LimberDueClient *one = g_ptr_array_index (all, i);

      count += one->state == LIMBER_REMINDER_STATE_DUE || one->state == LIMBER_REMINDER_STATE_OVERDUE;
    }
  return GUINT_TO_POINTER (count);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  guint count = GPOINTER_TO_UINT (limber_store_run_finish (LIMBER_STORE (source), result, &error));
  Badge *badge = user_data;

  if (error == NULL)
    adw_view_stack_page_set_badge_number (badge->page, count);
}

static gboolean
on_delay (gpointer user_data)
{
  Badge *badge = user_data;
  Day *day = g_new0 (Day, 1);

  badge->delay_id = 0;
  day->today = limber_clock_today (badge->clock);
  day->zone = g_time_zone_ref (limber_clock_zone (badge->clock));
  limber_store_survey_async (badge->store, count_due, day, day_free, NULL, badge->cancellable, on_counted, badge);
  return G_SOURCE_REMOVE;
}

static void
on_changed (LimberStore *store, guint topics, Badge *badge)
{
  if ((topics & TOPICS) && badge->delay_id == 0)
    badge->delay_id = g_timeout_add (DELAY_MS, on_delay, badge);
}

static void
on_page_gone (gpointer user_data, GObject *page)
{
  Badge *badge = user_data;

  g_cancellable_cancel (badge->cancellable);
  g_signal_handlers_disconnect_by_data (badge->store, badge);
  g_clear_handle_id (&badge->delay_id, g_source_remove);
  g_object_unref (badge->cancellable);
  g_object_unref (badge->store);
  g_object_unref (badge->clock);
  g_free (badge);
}

/** limber_rebook_badge_follow: keeps the badge of @page at the number of clients who are due or overdue. */
void
limber_rebook_badge_follow (AdwViewStackPage *page, LimberStore *store, LimberClock *clock)
{
  Badge *badge = g_new0 (Badge, 1);

  badge->page = page;
  badge->store = g_object_ref (store);
  badge->clock = g_object_ref (clock);
  badge->cancellable = g_cancellable_new ();
  g_object_weak_ref (G_OBJECT (page), on_page_gone, badge);
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), badge);
  badge->delay_id = g_timeout_add (DELAY_MS, on_delay, badge);
}
