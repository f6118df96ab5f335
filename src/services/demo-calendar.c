/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/demo-private.h"

#include <glib/gi18n-lib.h>

#include "store/client.h"
#include "store/waiting.h"
#include "store/working-time.h"

#define FRIDAY 5

static const struct {
  guint staff;
  int from, to;
} lunches[] = { { STAFF_INES, 720, 780 }, { STAFF_JONAH, 750, 795 } };

static const struct {
  const char *name;
  gboolean with_ines;
  int minutes, from, to;
  guint weekdays;
  const char *note;
} wishes[] = {
  { "Marigold Tempo", TRUE, 45, 960, 0, LIMBER_WEEKDAY_BIT (4), NULL },
  { "Ezra Lantern", FALSE, 45, 0, 720, 0, "before noon, at short notice" },
  { "Linus Ferryman", FALSE, 60, 840, 1020, LIMBER_WEEKDAY_BIT (1) | LIMBER_WEEKDAY_BIT (2), NULL },
};

static void
put_lunches (LimberDemo *demo)
{
  for (guint i = 0; i < G_N_ELEMENTS (lunches); i++)
    for (int weekday = 1; weekday <= FRIDAY; weekday++)
      {
        LimberWeeklyBlock *block = limber_weekly_block_new ();

        block->staff_id = g_strdup (demo->staff[lunches[i].staff]);
        block->weekday = weekday;
        block->from_minute = lunches[i].from;
        block->to_minute = lunches[i].to;
        block->kind = LIMBER_BLOCKED_KIND_BREAK;
        block->text = g_strdup (_("Lunch"));
        limber_demo_put (demo, &limber_weekly_block_type, block);
      }
}

static void
put_days_off (LimberDemo *demo, const char *staff_id, int in_days, int n_days, LimberBlockedKind kind, const char *text)
{
  LimberBlockedTime *blocked = limber_blocked_time_new ();
  LimberDate first = demo->options->today + in_days;

  blocked->staff_id = g_strdup (staff_id);
  blocked->start_at = limber_date_at_minute (first, 0, demo->options->zone);
  blocked->end_at = limber_date_at_minute (first + n_days, 0, demo->options->zone);
  blocked->kind = kind;
  blocked->text = g_strdup (text);
  limber_demo_put (demo, &limber_blocked_time_type, blocked);
}

static void
put_wishes (LimberDemo *demo)
{
  gint64 now = limber_date_at_minute (demo->options->today, demo->options->minute, demo->options->zone);

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      const char *client_id = g_hash_table_lookup (demo->clients, wishes[i].name);
      LimberWaiting *waiting;

      if (client_id == NULL)
        continue;
      waiting = limber_waiting_new ();
      waiting->client_id = g_strdup (client_id);
      waiting->staff_id = wishes[i].with_ines ? g_strdup (demo->staff[STAFF_INES]) : NULL;
      waiting->minutes = wishes[i].minutes;
      waiting->intent = LIMBER_WORK_DEEP;
      waiting->weekdays = wishes[i].weekdays;
      waiting->from_minute = wishes[i].from;
      waiting->to_minute = wishes[i].to;
      waiting->note = g_strdup (wishes[i].note);
      waiting->asked_at = now - (gint64) (G_N_ELEMENTS (wishes) - i) * 86400;
      limber_demo_put (demo, &limber_waiting_type, waiting);
    }
}

/* Clients of tomorrow; nobody has asked them yet. */
static guint
put_tomorrow (LimberDemo *demo)
{
  static const struct {
    const char *name;
    const char *phone;
    const char *email;
    LimberDemoTime time; /* in days from today */
  } visits[] = {
    { "Sidonie Marlowe", "+44 7700 900141", "sidonie@harriervale.example", { STAFF_INES, 1, 555 } },
    { "Aurelio Finch", "+44 7700 900142", NULL, { STAFF_JONAH, 1, 615 } },
    { "Tess Quillon", NULL, "tess@harriervale.example", { STAFF_PRIYA, 1, 795 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    {
      LimberClient *client = limber_client_new ();
      LimberDemoVisit visit = { .time = visits[i].time, .minutes = 45, .kind = LIMBER_KIND_MAINTENANCE,
                                .intent = LIMBER_WORK_DEEP, .status = LIMBER_APPOINTMENT_STATUS_BOOKED };
      g_autofree char *id = limber_demo_uuid (demo);

      client->base.id = g_strdup (id);
      client->name = g_strdup (visits[i].name);
      client->phone = g_strdup (visits[i].phone);
      client->email = g_strdup (visits[i].email);
      limber_demo_put (demo, &limber_client_type, client);
      visit.client_id = id;
      visit.time.date += demo->options->today;
      g_free (limber_demo_put_appointment (demo, &visit));
      limber_demo_take (demo, &visit.time, visit.minutes);
    }
  return G_N_ELEMENTS (visits);
}

/** limber_demo_put_calendar: what is not as every week, and who waits for an earlier time; Returns: the clients it added */
guint
limber_demo_put_calendar (LimberDemo *demo, guint n_left)
{
  put_lunches (demo);
  put_days_off (demo, demo->staff[STAFF_PRIYA], 40, 5, LIMBER_BLOCKED_KIND_LEAVE, _("Autumn holiday"));
  put_days_off (demo, NULL, 50, 1, LIMBER_BLOCKED_KIND_HOLIDAY, _("Stocktaking"));
  put_wishes (demo);
  return n_left >= 3 ? put_tomorrow (demo) : 0;
}
