/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/demo/demo-private.h"

#include "store/client.h"

/* Somebody with a name in the demo. @days_ago: of the visits so far, the newest first, 0 behind the last. When
 * there are fewer than @n_visits, earlier ones follow every three weeks. */
typedef struct {
  const char *name;
  int team;
  guint staff;
  int minutes;
  const char *sport;
  guint n_visits;
  int days_ago[18];
} Person;

static const Person cast[] = {
  { "Juniper Ashgrove", TEAM_HARRIER, STAFF_INES, 45, "Marathon runner", 23, { 20, 41, 55, 76, 97 } },
  { "Barnaby Pace", TEAM_OWLS, STAFF_INES, 45, "Triathlete", 11, { 27, 50 } },
  { "Caspian Rowe", TEAM_HARRIER, STAFF_INES, 60, "Marathon runner", 17,
    { 1, 22, 43, 64, 95, 116, 137, 155, 176, 200, 222, 244, 265, 290, 312, 336, 360 } },
  { "Wren Halloway", TEAM_HARRIER, STAFF_INES, 45, "Half marathon runner", 9, { 15, 36 } },
  { "Rafferty Quill", TEAM_OWLS, STAFF_INES, 60, "Triathlete", 14, { 21, 42 } },
  { "Ignatius Stride", TEAM_NONE, STAFF_INES, 45, "Trail runner", 6, { 41, 63 } },
  { "Hanne Overpass", TEAM_COLLEGE, STAFF_JONAH, 45, "Cross-country runner", 8, { 24, 45 } },
  { "Quentin Bluff", TEAM_FOXGLOVE, STAFF_JONAH, 45, "Track runner", 5, { 22, 40 } },
  { "Delphine Stair", TEAM_COLLEGE, STAFF_JONAH, 45, "Cross-country runner", 7, { 22, 43 } },
  { "Rory Millpond", TEAM_OWLS, STAFF_PRIYA, 60, "Triathlete", 10, { 22, 44 } },
  { "Marigold Tempo", TEAM_FOXGLOVE, STAFF_INES, 45, "Track runner", 12, { 17, 35 } },
  { "Linus Ferryman", TEAM_OWLS, STAFF_JONAH, 45, "Triathlete", 4, { 15, 34 } },
  { "Fern Splitwell", TEAM_COLLEGE, STAFF_PRIYA, 45, "Cross-country runner", 6, { 5, 26 } },
  { "Odalys Brightwater", TEAM_FOXGLOVE, STAFF_PRIYA, 60, "Marathon runner", 13, { 9, 30 } },
  { "Tobias Fennimore", TEAM_COLLEGE, STAFF_JONAH, 45, "Cross-country runner", 7, { 8, 29 } },
  { "Ursula Kilometer", TEAM_HARRIER, STAFF_PRIYA, 45, "Marathon runner", 9, { 33, 54 } },
  { "Wilhelmina Lap", TEAM_NONE, STAFF_INES, 30, "Parkrun regular", 0, { 0 } },
  { "Hollis Farrow", TEAM_HARRIER, STAFF_INES, 45, "Trail runner", 8, { 21, 42 } },
  { "Bettina Kerb", TEAM_FOXGLOVE, STAFF_INES, 30, "Track runner", 5, { 19, 40 } },
  { "Dorian Cadence", TEAM_OWLS, STAFF_INES, 45, "Triathlete", 11, { 18, 39 } },
  { "Isolde Furlong", TEAM_HARRIER, STAFF_INES, 60, "Track runner", 10, { 16, 37 } },
  { "Percival Stile", TEAM_FOXGLOVE, STAFF_INES, 45, "Track runner", 7, { 22, 43 } },
  { "Tabitha Loop", TEAM_COLLEGE, STAFF_JONAH, 60, "Cross-country runner", 6, { 20, 41 } },
  { "Magnus Verge", TEAM_FOXGLOVE, STAFF_JONAH, 45, "Track runner", 9, { 19, 41 } },
  { "Clementine Rise", TEAM_COLLEGE, STAFF_JONAH, 30, "Cross-country runner", 4, { 17, 38 } },
  { "Otto Switchback", TEAM_NONE, STAFF_JONAH, 60, "Trail runner", 15, { 21, 42 } },
  { "Philippa Strand", TEAM_HARRIER, STAFF_JONAH, 60, "Marathon runner", 12, { 20, 42 } },
  { "Ezra Lantern", TEAM_OWLS, STAFF_JONAH, 45, "Triathlete", 5, { 18, 39 } },
  { "Sunniva Fell", TEAM_FOXGLOVE, STAFF_PRIYA, 60, "Fell runner", 8, { 21, 43 } },
  { "Gideon Marsh-Tern", TEAM_HARRIER, STAFF_PRIYA, 45, "Marathon runner", 6, { 19, 40 } },
  { "Lorna Cairn", TEAM_COLLEGE, STAFF_PRIYA, 45, "Cross-country runner", 9, { 23, 44 } },
  { "Bram Towpath", TEAM_NONE, STAFF_PRIYA, 60, "Parkrun regular", 3, { 22, 45 } },
};

#define MAX_VISITS 32

/* Who sent whom; whoever sends stands before them in the cast. */
static const struct {
  const char *name;
  const char *by;
} sent[] = {
  { "Wren Halloway", "Caspian Rowe" },   { "Hollis Farrow", "Caspian Rowe" },     { "Isolde Furlong", "Wren Halloway" },
  { "Rory Millpond", "Rafferty Quill" }, { "Philippa Strand", "Caspian Rowe" },   { "Gideon Marsh-Tern", "Philippa Strand" },
  { "Dorian Cadence", "Rory Millpond" }, { "Ezra Lantern", "Rory Millpond" },
};

static void
add_referrer (LimberDemo *demo, LimberClient *client)
{
  for (guint i = 0; i < G_N_ELEMENTS (sent); i++)
    if (g_str_equal (sent[i].name, client->name))
      client->referrer_client_id = g_strdup (g_hash_table_lookup (demo->clients, sent[i].by));
  if (g_str_equal (client->name, "Bettina Kerb") || g_str_equal (client->name, "Percival Stile"))
    client->referrer_team_id = g_strdup (demo->teams[TEAM_HARRIER]);
}

static void
add_details (LimberDemo *demo, LimberClient *client)
{
  LimberDate today = demo->options->today;

  if (g_str_equal (client->name, "Ursula Kilometer"))
    {
      client->paused_on = today - 20;
      client->paused_until = today + 40;
      client->pause_reason = LIMBER_PAUSE_REASON_INJURY;
    }
  else if (g_str_equal (client->name, "Barnaby Pace"))
    client->notes = g_strdup ("Prefers messages in the evening.");
  else if (g_str_equal (client->name, "Juniper Ashgrove"))
    {
      client->referrer_text = g_strdup ("Coach of Harrier Vale AC");
      client->emergency_name = g_strdup ("Sorrel Ashgrove");
      client->emergency_phone = g_strdup ("+44 7700 900991");
    }
}

static void
put_person (LimberDemo *demo, guint i)
{
  const Person *person = &cast[i];
  LimberClient *client = limber_client_new ();
  g_autofree char *mailbox = g_ascii_strdown (person->name, -1);

  client->base.id = limber_demo_uuid (demo);
  client->name = g_strdup (person->name);
  client->phone = g_strdup_printf ("+44 7700 900%03u", i + 100);
  client->email = g_strdup_printf ("%s@example.org", g_strdelimit (mailbox, " ", '.'));
  client->birthday = g_strdup_printf ("%04d-%02d-%02d", 1968 + (int) i % 36, 1 + (int) i * 5 % 12, 1 + (int) i * 7 % 28);
  client->sport = g_strdup (person->sport);
  client->team_id = person->team >= 0 ? g_strdup (demo->teams[person->team]) : NULL;
  client->preferred_staff_id = g_strdup (demo->staff[person->staff]);
  client->preferred_minutes = person->minutes;
  client->consent_on = person->n_visits > 0 ? demo->options->today - 120 : LIMBER_DATE_NONE;
  add_details (demo, client);
  add_referrer (demo, client);
  g_hash_table_insert (demo->clients, (gpointer) person->name, g_strdup (client->base.id));
  limber_demo_put (demo, &limber_client_type, client);
}

/** limber_demo_put_cast: the persons with names. Returns: how many there are */
guint
limber_demo_put_cast (LimberDemo *demo)
{
  guint n = MIN (demo->options->clients, G_N_ELEMENTS (cast));

  for (guint i = 0; i < n; i++)
    put_person (demo, i);
  return n;
}

static void
put_person_history (LimberDemo *demo, const Person *person, const char *client_id)
{
  int days[MAX_VISITS];
  guint n = 0;

  for (; n < person->n_visits && n < MAX_VISITS; n++)
    if (n < G_N_ELEMENTS (person->days_ago) && person->days_ago[n] > 0)
      days[n] = person->days_ago[n];
    else
      days[n] = days[n - 1] + 19 + (int) n % 4;
  limber_demo_put_history (demo, client_id, person->staff, days, n, person->minutes,
                           person->name);
}

#define MAINTENANCE LIMBER_KIND_MAINTENANCE
#define PRE_EVENT LIMBER_KIND_PRE_EVENT
#define POST_EVENT LIMBER_KIND_POST_EVENT
#define CONFIRMED LIMBER_APPOINTMENT_STATUS_CONFIRMED
#define BOOKED LIMBER_APPOINTMENT_STATUS_BOOKED
#define ARRIVED LIMBER_APPOINTMENT_STATUS_ARRIVED
#define DEEP LIMBER_WORK_DEEP
#define LIGHT LIMBER_WORK_LIGHT

/* Today, and what is booked later by somebody with a name. */
static const struct {
  const char *name;
  int in_days;
  guint staff;
  int minute;
  int minutes;
  LimberKind kind;
  LimberAppointmentStatus status;
  LimberWork intent;
} bookings[] = {
  { "Hollis Farrow", 0, STAFF_INES, 480, 45, MAINTENANCE, CONFIRMED, DEEP },
  { "Bettina Kerb", 0, STAFF_INES, 540, 30, POST_EVENT, CONFIRMED, LIGHT },
  { "Rafferty Quill", 0, STAFF_INES, 585, 60, MAINTENANCE, CONFIRMED, DEEP },
  { "Wren Halloway", 0, STAFF_INES, 660, 45, PRE_EVENT, CONFIRMED, DEEP },
  { "Dorian Cadence", 0, STAFF_INES, 780, 45, MAINTENANCE, CONFIRMED, DEEP },
  { "Isolde Furlong", 0, STAFF_INES, 840, 60, MAINTENANCE, BOOKED, DEEP },
  { "Percival Stile", 0, STAFF_INES, 915, 45, PRE_EVENT, BOOKED, LIGHT },
  { "Tabitha Loop", 0, STAFF_JONAH, 540, 60, MAINTENANCE, CONFIRMED, DEEP },
  { "Magnus Verge", 0, STAFF_JONAH, 630, 45, MAINTENANCE, ARRIVED, DEEP },
  { "Clementine Rise", 0, STAFF_JONAH, 690, 30, PRE_EVENT, BOOKED, DEEP },
  { "Otto Switchback", 0, STAFF_JONAH, 810, 60, MAINTENANCE, CONFIRMED, DEEP },
  { "Philippa Strand", 0, STAFF_JONAH, 900, 60, MAINTENANCE, BOOKED, DEEP },
  { "Ezra Lantern", 0, STAFF_JONAH, 975, 45, MAINTENANCE, BOOKED, DEEP },
  { "Sunniva Fell", 0, STAFF_PRIYA, 720, 60, MAINTENANCE, BOOKED, DEEP },
  { "Gideon Marsh-Tern", 0, STAFF_PRIYA, 840, 45, MAINTENANCE, CONFIRMED, DEEP },
  { "Lorna Cairn", 0, STAFF_PRIYA, 930, 45, POST_EVENT, BOOKED, DEEP },
  { "Bram Towpath", 0, STAFF_PRIYA, 1020, 60, MAINTENANCE, BOOKED, DEEP },
  { "Hollis Farrow", 21, STAFF_INES, 480, 45, MAINTENANCE, BOOKED, DEEP },
  { "Caspian Rowe", 7, STAFF_INES, 600, 60, PRE_EVENT, BOOKED, DEEP },
  { "Caspian Rowe", 18, STAFF_INES, 540, 60, POST_EVENT, BOOKED, DEEP },
  { "Odalys Brightwater", 8, STAFF_PRIYA, 840, 60, PRE_EVENT, CONFIRMED, DEEP },
  { "Tobias Fennimore", 10, STAFF_JONAH, 570, 45, PRE_EVENT, BOOKED, DEEP },
};

#undef MAINTENANCE
#undef PRE_EVENT
#undef POST_EVENT
#undef CONFIRMED
#undef BOOKED
#undef ARRIVED
#undef DEEP
#undef LIGHT

/* What the day has made of an appointment by now. Only one client is on a table. */
static LimberAppointmentStatus
status_by_now (LimberDemo *demo, guint booking)
{
  int now = demo->options->minute, start = bookings[booking].minute;

  if (bookings[booking].in_days > 0)
    return bookings[booking].status;
  if (start + bookings[booking].minutes <= now)
    return LIMBER_APPOINTMENT_STATUS_COMPLETED;
  if (start <= now && bookings[booking].staff == STAFF_INES)
    return LIMBER_APPOINTMENT_STATUS_IN_SESSION;
  return bookings[booking].status;
}

static void
put_booking (LimberDemo *demo, guint i, const char *client_id)
{
  LimberDemoVisit visit = {
    .client_id = client_id,
    .time = { bookings[i].staff, demo->options->today + bookings[i].in_days, bookings[i].minute },
    .minutes = bookings[i].minutes,
    .kind = bookings[i].kind,
    .intent = bookings[i].intent,
    .status = status_by_now (demo, i),
  };
  g_autofree char *appointment = limber_demo_put_appointment (demo, &visit);

  limber_demo_take (demo, &visit.time, visit.minutes);
  if (visit.status == LIMBER_APPOINTMENT_STATUS_COMPLETED || visit.status == LIMBER_APPOINTMENT_STATUS_IN_SESSION)
    {
      g_autofree char *session = limber_demo_put_session (demo, &visit, appointment, TRUE);

      if (visit.status == LIMBER_APPOINTMENT_STATUS_IN_SESSION)
        limber_demo_put_scripted (demo, bookings[i].name, LIMBER_DEMO_ON_TABLE, session, client_id);
    }
}

/** limber_demo_put_cast_visits: what they have had, have today and have booked */
void
limber_demo_put_cast_visits (LimberDemo *demo)
{
  for (guint i = 0; i < G_N_ELEMENTS (bookings); i++)
    {
      const char *client_id = g_hash_table_lookup (demo->clients, bookings[i].name);

      if (client_id)
        put_booking (demo, i, client_id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cast); i++)
    {
      const char *client_id = g_hash_table_lookup (demo->clients, cast[i].name);

      if (client_id)
        put_person_history (demo, &cast[i], client_id);
    }
}
