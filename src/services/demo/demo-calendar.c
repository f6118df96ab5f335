/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/demo/demo-private.h"

#include <glib/gi18n-lib.h>

#include "store/waiting.h"
#include "store/working-time.h"

#define FRIDAY 5

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

/* At the end of the week, when nobody is booked any more. */
static void
put_cleaning (LimberDemo *demo)
{
  LimberWeeklyBlock *block = limber_weekly_block_new ();

  block->staff_id = g_strdup (demo->staff[STAFF_INES]);
  block->weekday = FRIDAY;
  block->from_minute = 990;
  block->to_minute = 1020;
  block->kind = LIMBER_BLOCKED_KIND_OTHER;
  block->text = g_strdup (_("Cleaning"));
  limber_demo_put (demo, &limber_weekly_block_type, block);
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

/** limber_demo_put_calendar: what is not as every week, and who waits for an earlier time */
void
limber_demo_put_calendar (LimberDemo *demo)
{
  put_cleaning (demo);
  put_days_off (demo, demo->staff[STAFF_PRIYA], 40, 5, LIMBER_BLOCKED_KIND_LEAVE, _("Autumn holiday"));
  put_days_off (demo, NULL, 50, 1, LIMBER_BLOCKED_KIND_HOLIDAY, _("Stocktaking"));
  put_wishes (demo);
}
