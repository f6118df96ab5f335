/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/demo/demo-private.h"

#include "store/client.h"
#include "store/nudge.h"
#include "store/race.h"

#define FRIDAY 5
#define LONG_AGO 10
#define SOME_DAYS 5
#define MAX_VISITS 64

/* What has become of somebody in the crowd. */
typedef enum {
  STORY_BOOKED,
  STORY_NOT_DUE,
  STORY_COMING_UP,
  STORY_DUE,
  STORY_SNOOZED,
  STORY_PAUSED,
  STORY_NEW,
  STORY_LAPSED,
  STORY_OPTED_OUT,
  STORY_ARCHIVED,
} Story;

static const char *const first_names[] = {
  "Alder", "Briony", "Cassius", "Dahlia", "Emrys", "Fennel", "Garnet", "Hazel", "Idris", "Jessamy", "Kestrel", "Linnea",
  "Moss", "Nerys", "Orla", "Perrin", "Quilla", "Rowan", "Sorrel", "Thaddeus", "Una", "Verity", "Willa", "Xanthe",
  "Yarrow", "Zephyr", "Ansel", "Beatrix", "Corwin", "Delia", "Elowen", "Florian", "Greta", "Harlan", "Imogen", "Jasper",
};

static const char *const last_names[] = {
  "Amblefoot", "Brackenrun", "Coldstream", "Dashwood", "Easterlap", "Fartlek", "Goodpace", "Hurdle", "Ironshoe",
  "Jogworth", "Kickfield", "Longstride", "Milestone", "Negsplit", "Overhill", "Pacewell", "Quickstep", "Runnymead",
  "Sprintley", "Trackham", "Uphill", "Vaultley", "Warmdown", "Xmile", "Yardley-Run", "Zigzag", "Bellweather",
  "Cairnway", "Dunehopper", "Fellgate", "Gorseman", "Heathrow-Lane", "Kerbside", "Lapworth", "Moorland", "Pathfinder",
  "Ridgeway", "Stilewell", "Towline", "Wolds",
};

static const char *const sports[] = { "Marathon runner", "Trail runner", "Triathlete", "Cross-country runner",
                                      "Track runner", "Parkrun regular" };

static char *
name_of (guint i)
{
  guint n_first = G_N_ELEMENTS (first_names), n_last = G_N_ELEMENTS (last_names), round = i / (n_first * n_last);
  const char *first = first_names[i % n_first], *last = last_names[(i / n_first + i) % n_last];

  if (round == 0)
    return g_strdup_printf ("%s %s", first, last);
  return g_strdup_printf ("%s %c%c. %s", first, 'A' + (int) (round % 26), 'a' + (int) (round / 26 % 26), last);
}

/* The first ninety-two show a clinic of today; of a larger crowd most have not been here for long. */
static Story
story_of (guint i)
{
  static const struct { Story story; guint share; } shares[] = {
    { STORY_BOOKED, 44 }, { STORY_NOT_DUE, 18 }, { STORY_COMING_UP, 12 }, { STORY_DUE, 6 }, { STORY_SNOOZED, 3 },
    { STORY_PAUSED, 1 }, { STORY_NEW, 3 }, { STORY_LAPSED, 4 }, { STORY_OPTED_OUT, 1 },
  };
  guint place = i * 37 % 92;

  if (i >= 92 && i % 4 != 0)
    return i % 4 == 1 ? STORY_ARCHIVED : STORY_LAPSED;
  for (guint k = 0; k < G_N_ELEMENTS (shares); k++)
    {
      if (place < shares[k].share)
        return shares[k].story;
      place -= shares[k].share;
    }
  return STORY_NOT_DUE;
}

/* Days since the last visit; 0 for none. */
static int
last_visit (LimberDemo *demo, Story story)
{
  switch (story)
    {
    case STORY_NEW:
      return 0;
    case STORY_COMING_UP:
      return limber_demo_roll (demo, 9, 11);
    case STORY_DUE:
    case STORY_SNOOZED:
      return limber_demo_roll (demo, 16, 18);
    case STORY_PAUSED:
      return limber_demo_roll (demo, 20, 60);
    case STORY_LAPSED:
      return demo->options->clients > 1000 ? limber_demo_roll (demo, 50, 1500) : limber_demo_roll (demo, 50, 120);
    case STORY_OPTED_OUT:
    case STORY_ARCHIVED:
      return limber_demo_roll (demo, 40, 1500);
    case STORY_BOOKED:
      return limber_demo_roll (demo, 1, 13);
    case STORY_NOT_DUE:
    default:
      return limber_demo_roll (demo, 1, 6);
    }
}

static void
put_client (LimberDemo *demo, guint i, Story story, const char *id, guint staff)
{
  LimberClient *client = limber_client_new ();
  LimberDate today = demo->options->today;
  int team = limber_demo_roll (demo, -1, LIMBER_DEMO_N_TEAMS - 1);
  int year, month, day;

  client->base.id = g_strdup (id);
  client->name = name_of (i);
  client->phone = g_strdup_printf ("+44 7700 9%05u", i % 100000);
  client->email = g_strdup_printf ("runner%u@example.org", i + 1);
  limber_date_to_ymd (today - limber_demo_roll (demo, 19 * 366, 62 * 365), &year, &month, &day);
  client->birthday = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  client->sport = g_strdup (sports[limber_demo_roll (demo, 0, G_N_ELEMENTS (sports) - 1)]);
  client->team_id = team >= 0 ? g_strdup (demo->teams[team]) : NULL;
  client->preferred_staff_id = g_strdup (demo->staff[staff]);
  client->preferred_minutes = 30 + 15 * limber_demo_roll (demo, 0, 2);
  client->consent_on = story == STORY_NEW ? LIMBER_DATE_NONE : today - limber_demo_roll (demo, 30, 330);
  client->opted_out = story == STORY_OPTED_OUT;
  if (story == STORY_SNOOZED)
    client->snoozed_until = today + limber_demo_roll (demo, 2, 9);
  if (story == STORY_PAUSED)
    {
      client->paused_on = today - 12;
      client->paused_until = today + 30;
      client->pause_reason = LIMBER_PAUSE_REASON_TRAVEL;
    }
  if (story == STORY_ARCHIVED)
    client->archived_at = limber_date_at_minute (today - 10, 1020, demo->options->zone);
  limber_demo_put (demo, &limber_client_type, client);
}

/* Returns: the day of the last visit, none for a new client. */
static LimberDate
put_past (LimberDemo *demo, Story story, const char *id, guint staff)
{
  int days[MAX_VISITS], ago = last_visit (demo, story);
  guint n = (guint) limber_demo_roll (demo, 1, 39);

  if (ago == 0)
    return LIMBER_DATE_NONE;
  for (guint i = 0; i < n; i++)
    {
      days[i] = ago;
      ago += limber_demo_roll (demo, 14, 32);
    }
  return limber_demo_put_history (demo, id, staff, days, n, 30 + 15 * limber_demo_roll (demo, 0, 2), NULL);
}

static void
put_nudges (LimberDemo *demo, const char *id, LimberDate cycle)
{
  static const int after[] = { 14, 22, 29 };

  for (int i = 0; i < 3; i++)
    {
      LimberNudge *nudge = limber_nudge_new ();

      nudge->client_id = g_strdup (id);
      nudge->cycle_on = cycle;
      nudge->number = i + 1;
      nudge->due_at = limber_date_at_minute (cycle + after[i], 480, demo->options->zone);
      nudge->claimed_at = nudge->shown_at = nudge->due_at;
      limber_demo_put (demo, &limber_nudge_type, nudge);
    }
}

/* Some of those who would come much later come on the next working day, and have not been asked yet whether they do. */
static void
bring_forward (LimberDemo *demo, LimberDate last, LimberDemoTime *time)
{
  static const struct { guint staff; int minute; } open[] = {
    { STAFF_INES, 855 }, { STAFF_JONAH, 945 }, { STAFF_PRIYA, 795 }, { STAFF_PRIYA, 1020 },
  };
  LimberDate date = demo->options->today + 1;

  if (demo->n_to_confirm == G_N_ELEMENTS (open) || demo->n_staff < 3 || last > demo->options->today - LONG_AGO
      || time->date < demo->options->today + SOME_DAYS)
    return;
  while (limber_date_weekday (date) > FRIDAY)
    date++;
  *time = (LimberDemoTime) { open[demo->n_to_confirm].staff, date, open[demo->n_to_confirm].minute };
  demo->n_to_confirm++;
}

static void
put_next (LimberDemo *demo, const char *id, guint staff, LimberDate last)
{
  LimberDemoVisit visit = {
    .client_id = id, .minutes = 45, .kind = LIMBER_KIND_MAINTENANCE, .intent = LIMBER_WORK_DEEP,
    .status = LIMBER_APPOINTMENT_STATUS_BOOKED,
  };
  LimberDate wanted = last + limber_demo_roll (demo, 14, 21);

  if (!limber_demo_find_slot (demo, staff, MAX (wanted, demo->options->today + 2), TRUE, &visit.time))
    return;
  bring_forward (demo, last, &visit.time);
  limber_demo_take (demo, &visit.time, visit.minutes);
  g_free (limber_demo_put_appointment (demo, &visit));
}

/* So many of the crowd run, beside those of the cast. */
static void
put_entry (LimberDemo *demo, guint i, const char *id)
{
  static const struct { int race; guint from, to; } fields[] = {
    { RACE_HALF, 0, 5 }, { RACE_FOXGLOVE, 5, 8 }, { RACE_CONFERENCE, 8, 15 }, { RACE_LANTERN, 15, 16 },
  };
  int race = i >= 92 && i % 40 == 0 ? RACE_CONFERENCE + (int) (i / 40 % 2) : -1;
  LimberRaceEntry *entry;

  for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
    if (i >= fields[k].from && i < fields[k].to)
      race = fields[k].race;
  if (race < 0)
    return;
  entry = limber_race_entry_new ();
  entry->race_id = g_strdup (demo->races[race]);
  entry->client_id = g_strdup (id);
  entry->goal = i % 3 == 0;
  entry->legs = entry->confidence = -1;
  limber_demo_put (demo, &limber_race_entry_type, entry);
}

/** limber_demo_put_crowd: everybody who is not in the cast */
void
limber_demo_put_crowd (LimberDemo *demo, guint n_clients)
{
  guint n_runners = 0;

  demo->crowd = TRUE;
  for (guint i = 0; i < n_clients && !demo->error; i++)
    {
      Story story = story_of (i);
      g_autofree char *id = limber_demo_uuid (demo);
      guint staff = i % demo->n_staff;
      LimberDate last;

      if (g_cancellable_set_error_if_cancelled (demo->cancellable, &demo->error))
        return;
      put_client (demo, i, story, id, staff);
      last = put_past (demo, story, id, staff);
      if (story == STORY_LAPSED && (i < 200 || i % 8 == 2))
        put_nudges (demo, id, last);
      if (story == STORY_BOOKED)
        put_next (demo, id, staff, last);
      if (story == STORY_BOOKED || story == STORY_NOT_DUE)
        put_entry (demo, n_runners++, id);
    }
}
