/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "../store/fixture.h"

#include "app/plan-command.h"
#include "pages/clients/client-facts.h"
#include "pages/clients/client-words.h"
#include "pages/races/race-card.h"
#include "services/rebook/rebook.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "store/client-file.h"
#include "store/finding.h"
#include "store/health.h"
#include "store/race-list.h"
#include "widgets/race-picture.h"

/* What the command line says about a client and what the pages show is one and the same: random clients are written
 * into a clinic, the pages read them from there, and the command is given the same facts as arguments. What the facts
 * are (the worst hangover of the last three deep sessions, the lead of a past race …) is worked out here, from what
 * was made up, and not by the code under test. */

#define N_CASES 300
#define SEED 20260929
#define TODAY limber_date_from_ymd (2026, 9, 29)
#define NOW (limber_date_at_minute (TODAY, 622, zone))

typedef struct {
  LimberDate date;
  gboolean deep;
  int hangover_days;
  gboolean unaware;
} Visit;

typedef struct {
  LimberDate first;
  LimberDate last;
  double km;
  gboolean goal;
  LimberDate hard;
  int legs;
  int confidence;
} Race;

/* One made-up client; visits in order, the latest last. */
typedef struct {
  Visit visits[24];
  guint n_visits;
  Race races[12];
  guint n_races;
  gboolean worries;
  gboolean contraindicated;
  int pin_from;
  int pin_to;
  int cadence_min;
  int cadence_max;
  char *client_id;
  char *shown_race; /* the race whose picture is looked at */
} Case;

static int
between (GRand *random, int from, int to)
{
  return g_rand_int_range (random, from, to + 1);
}

static gboolean
one_in (GRand *random, int n)
{
  return between (random, 1, n) == 1;
}

/* Making up */

static void
add_visit (Case *c, GRand *random, LimberDate date)
{
  gboolean deep = !one_in (random, 4);
  Visit visit = { date, deep, deep ? between (random, -1, 7) : -1, one_in (random, 12) };

  for (guint i = 0; i < c->n_visits; i++)
    if (c->visits[i].date == date)
      return;
  if (date <= TODAY)
    c->visits[c->n_visits++] = visit;
}

static void
add_race (Case *c, GRand *random, LimberDate first, int days, gboolean answered)
{
  static const double lengths[] = { 0, 5, 10, 21.1, 41.9, 42.195, 100 };
  Race race = { first, first + days - 1, lengths[between (random, 0, (int) G_N_ELEMENTS (lengths) - 1)],
                one_in (random, 2), LIMBER_DATE_NONE, -1, -1 };

  if (one_in (random, 3))
    race.hard = first - between (random, 1, 10);
  if (answered)
    {
      race.legs = between (random, 0, 10);
      race.confidence = between (random, 0, 10);
    }
  c->races[c->n_races++] = race;
}

static void
make_up_past (Case *c, GRand *random)
{
  for (int i = between (random, 0, 4); i > 0; i--)
    {
      LimberDate first = TODAY - 60 - i * 25;

      add_race (c, random, first, 1, !one_in (random, 5));
      if (!one_in (random, 6))
        add_visit (c, random, first - between (random, 1, 9));
    }
}

static void
make_up (Case *c, GRand *random)
{
  if (one_in (random, 2))
    make_up_past (c, random);
  if (one_in (random, 5))
    add_race (c, random, TODAY - between (random, 3, 20), between (random, 1, 2), one_in (random, 2));
  for (int i = between (random, 1, 3); i > 0; i--)
    add_race (c, random, TODAY + between (random, 0, 40), between (random, 1, 10) == 1 ? 3 : 1, FALSE);
  for (int i = between (random, 0, 4); i > 0; i--)
    add_visit (c, random, TODAY - between (random, 0, 45));
  c->worries = one_in (random, 5);
  c->contraindicated = one_in (random, 25);
  if (one_in (random, 6))
    {
      c->pin_from = between (random, 3, 7);
      c->pin_to = between (random, c->pin_from, 7);
    }
  if (one_in (random, 4))
    {
      c->cadence_min = between (random, 5, 20);
      c->cadence_max = between (random, c->cadence_min, 40);
    }
}

/* Writing down */

static void
write_visit (LimberDb *db, const Case *c, const Visit *visit, LimberClient *client, LimberStaff *staff)
{
  g_autofree char *iso = limber_date_to_iso (visit->date);
  g_autoptr (LimberSession) session = limber_session_new ();

  limber_record_set_text (&session->client_id, client->base.id);
  limber_record_set_text (&session->staff_id, staff->base.id);
  session->date = visit->date;
  session->planned_minutes = 45;
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  session->relaxation = -1;
  session->pressure = visit->deep ? 4 : 2;
  session->hangover_days = visit->hangover_days;
  session->hangover_level = visit->hangover_days < 0 ? -1 : 5;
  fixture_insert (db, &limber_session_type, session);
  if (visit->unaware)
    {
      g_autoptr (LimberFinding) finding = limber_finding_new ();

      limber_record_set_text (&finding->session_id, session->base.id);
      limber_record_set_text (&finding->client_id, client->base.id);
      finding->area = LIMBER_AREA_QUADRICEPS;
      finding->side = LIMBER_SIDE_RIGHT;
      finding->type = LIMBER_FINDING_TYPE_KNOT;
      finding->source = LIMBER_FINDING_SOURCE_THERAPIST;
      finding->unaware = TRUE;
      finding->severity_before = finding->severity_after = 7;
      finding->status = LIMBER_FINDING_STATUS_OPEN;
      fixture_insert (db, &limber_finding_type, finding);
    }
}

static char *
write_race (LimberDb *db, const Race *of, LimberClient *client, guint index)
{
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();

  /* Of two races on one day the pages take the first by name, the command the first that is given. */
  race->name = g_strdup_printf ("Race %02u", index);
  race->first_on = of->first;
  race->last_on = of->last;
  race->km = of->km;
  fixture_insert (db, &limber_race_type, race);
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, client->base.id);
  entry->goal = of->goal;
  entry->hard_on = of->hard;
  entry->legs = of->legs;
  entry->confidence = of->confidence;
  fixture_insert (db, &limber_race_entry_type, entry);
  return g_strdup (race->base.id);
}

static void
write_down (LimberDb *db, Case *c, guint number, LimberStaff *staff)
{
  g_autoptr (LimberClient) client = limber_client_new ();

  client->name = g_strdup_printf ("Client %03u", number);
  client->worries = c->worries;
  client->pin_from = c->pin_from;
  client->pin_to = c->pin_to;
  client->cadence_min = c->cadence_min;
  client->cadence_max = c->cadence_max;
  fixture_insert (db, &limber_client_type, client);
  c->client_id = g_strdup (client->base.id);
  for (guint i = 0; i < c->n_visits; i++)
    write_visit (db, c, &c->visits[i], client, staff);
  for (guint i = 0; i < c->n_races; i++)
    {
      g_free (c->shown_race);
      c->shown_race = write_race (db, &c->races[i], client, i);
    }
  if (c->contraindicated)
    {
      g_autoptr (LimberHealthItem) item = limber_health_item_new ();

      limber_record_set_text (&item->client_id, client->base.id);
      item->kind = LIMBER_HEALTH_KIND_CONTRAINDICATION;
      item->scope = LIMBER_HEALTH_SCOPE_TOTAL;
      fixture_insert (db, &limber_health_item_type, item);
    }
}

/* The same as arguments */

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return ((const Visit *) b)->date - ((const Visit *) a)->date;
}

static LimberDate
visit_before (const Case *c, LimberDate race)
{
  for (guint i = 0; i < c->n_visits; i++)
    if (c->visits[i].date < race)
      return c->visits[i].date;
  return LIMBER_DATE_NONE;
}

static void
add_argument (GPtrArray *arguments, const char *name, char *value)
{
  g_ptr_array_add (arguments, g_strdup (name));
  if (value != NULL)
    g_ptr_array_add (arguments, value);
}

static void
add_history (GPtrArray *arguments, const Case *c)
{
  int worst = 0;
  guint n_deep = 0;
  gboolean unaware = FALSE;

  for (guint i = 0; i < c->n_visits; i++)
    {
      unaware |= i < 3 && c->visits[i].unaware;
      if (c->visits[i].deep && n_deep++ < 3)
        worst = MAX (worst, c->visits[i].hangover_days);
    }
  if (unaware)
    add_argument (arguments, "--unaware", NULL);
  if (worst > 0)
    add_argument (arguments, "--hangover", g_strdup_printf ("%d", worst));
  if (c->n_visits > 0)
    add_argument (arguments, "--last", limber_date_to_iso (c->visits[0].date));
}

static void
add_races (GPtrArray *arguments, const Case *c)
{
  for (guint i = 0; i < c->n_races; i++)
    {
      const Race *race = &c->races[i];
      g_autofree char *first = limber_date_to_iso (race->first);
      g_autofree char *last = limber_date_to_iso (race->last);
      g_autofree char *hard = race->hard != LIMBER_DATE_NONE ? limber_date_to_iso (race->hard) : NULL;
      g_autoptr (GString) text = g_string_new (first);
      LimberDate before = visit_before (c, race->first);

      g_string_append_printf (text, "..%s", last);
      if (race->km > 0)
        {
          char km[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append_printf (text, ",km=%s", g_ascii_formatd (km, sizeof km, "%g", race->km));
        }
      if (race->goal)
        g_string_append (text, ",goal");
      if (hard != NULL)
        g_string_append_printf (text, ",hard=%s", hard);
      add_argument (arguments, "--race", g_strdup (text->str));
      if (race->legs >= 0 && before != LIMBER_DATE_NONE)
        add_argument (arguments, "--pair",
                      g_strdup_printf ("%d,%d,%d", race->first - before, race->legs, race->confidence));
    }
}

static GPtrArray *
arguments_of (const Case *c)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func (g_free);
  const Race *shown = &c->races[c->n_races - 1];

  add_argument (arguments, "--format", g_strdup ("json"));
  add_argument (arguments, "--today", limber_date_to_iso (TODAY));
  add_argument (arguments, "--from", limber_date_to_iso (shown->first - 14));
  add_argument (arguments, "--to", limber_date_to_iso (shown->last + 21));
  add_history (arguments, c);
  add_races (arguments, c);
  if (c->worries)
    add_argument (arguments, "--worries", NULL);
  if (c->contraindicated)
    add_argument (arguments, "--contraindicated", NULL);
  if (c->pin_from > 0)
    add_argument (arguments, "--pin", g_strdup_printf ("%d-%d", c->pin_from, c->pin_to));
  if (c->cadence_min > 0)
    add_argument (arguments, "--cadence", g_strdup_printf ("%d-%d", c->cadence_min, c->cadence_max));
  return arguments;
}

static JsonObject *
plan_of (const Case *c)
{
  g_autoptr (GPtrArray) arguments = arguments_of (c);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = limber_plan_command_run ((int) arguments->len,
                                                     (const char *const *) arguments->pdata, &error);
  g_autoptr (JsonNode) root = NULL;

  g_assert_no_error (error);
  root = json_from_string (output, NULL);
  return json_object_ref (json_node_get_object (root));
}

/* Looking */

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static const char *
words_of (JsonObject *day, const char *work)
{
  return limber_wording_verdict (limber_verdict_from_id (json_object_get_string_member (day, work)));
}

/* The reason that the picture reads out is one of those that the command gives. */
static void
assert_reason (JsonObject *day, const char *reading, const char *after)
{
  const char *why = strstr (reading, after) + strlen (after);
  JsonArray *reasons = json_object_get_array_member (day, "reasons");

  if (g_str_equal (json_object_get_string_member (day, "deep"), "normal"))
    {
      g_assert_cmpuint (json_array_get_length (reasons), ==, 0);
      return;
    }
  for (guint i = 0; i < json_array_get_length (reasons); i++)
    if (strstr (why, json_object_get_string_member (json_array_get_object_element (reasons, i), "text")) != NULL)
      return;
  g_error ("No reason of the plan is in “%s”", reading);
}

static void
assert_day (JsonObject *day, LimberRacePicture *picture)
{
  g_autofree char *iso = limber_date_to_iso (limber_race_picture_get_day (picture));
  g_autofree char *expected = g_strdup_printf ("Deep work: %s. Light work: %s.", words_of (day, "deep"),
                                               words_of (day, "light"));
  const char *reading = limber_race_picture_get_reading (picture);

  g_assert_cmpstr (json_object_get_string_member (day, "date"), ==, iso);
  if (strstr (reading, expected) == NULL)
    g_error ("%s: the plan says “%s”, the picture “%s”", iso, expected, reading);
  assert_reason (day, reading, expected);
}

static JsonObject *
shown_race (JsonObject *plan, const Race *race)
{
  JsonArray *races = json_object_get_array_member (plan, "races");
  g_autofree char *iso = limber_date_to_iso (race->first);

  for (guint i = json_array_get_length (races); i > 0; i--)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (races, i - 1), "date"), iso))
      return json_array_get_object_element (races, i - 1);
  g_assert_not_reached ();
}

static void
assert_window (JsonObject *plan, const Race *race, GtkWidget *card)
{
  JsonObject *shown = shown_race (plan, race);
  JsonArray *leads = json_object_get_array_member (shown, "ideal_leads");
  guint n = json_array_get_length (leads);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    {
      g_assert_true (says (card, "No ideal day before this race") || says (card, "Sweet spot:"));
      return;
    }
  from = limber_wording_day (race->first - (int) json_array_get_int_element (leads, n - 1));
  to = limber_wording_day (race->first - (int) json_array_get_int_element (leads, 0));
  if (g_str_equal (json_object_get_string_member (shown, "ideal_source"), "learned"))
    text = g_strdup_printf ("Sweet spot: %d day", (int) json_array_get_int_element (leads, 0));
  else
    text = n == 1 ? g_strdup_printf ("Best before: %s", from) : g_strdup_printf ("Best before: %s – %s", from, to);
  if (!says (card, text))
    g_error ("The card does not say “%s”", text);
}

static void
assert_picture (Fixture *fixture, const Case *c, JsonObject *plan, GtkWidget *card, GTimeZone *zone)
{
  g_autoptr (LimberRaceQuery) query = limber_race_query_new (c->shown_race, NOW, zone);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entrants = limber_race_entrants_load (fixture->db, query, &error);
  LimberRacePicture *picture = LIMBER_RACE_PICTURE (find (card, LIMBER_TYPE_RACE_PICTURE));
  JsonArray *days = json_object_get_array_member (plan, "days");

  g_assert_no_error (error);
  g_assert_cmpuint (entrants->len, ==, 1);
  limber_race_card_set_entrant (LIMBER_RACE_CARD (card), entrants->pdata[0], TODAY, zone);
  gtk_widget_activate_action (GTK_WIDGET (picture), "picture.move", "i", -1000);
  for (guint i = 0; i < json_array_get_length (days); i++)
    {
      assert_day (json_array_get_object_element (days, i), picture);
      gtk_widget_activate_action (GTK_WIDGET (picture), "picture.move", "i", 1);
    }
  assert_window (plan, &c->races[c->n_races - 1], card);
}

static LimberDate
first_suggested (JsonObject *plan)
{
  JsonArray *days = json_object_get_array_member (plan, "suggested");

  return json_array_get_length (days) > 0 ? limber_date_parse (json_array_get_string_element (days, 0)) : LIMBER_DATE_NONE;
}

static void
assert_record (Fixture *fixture, const Case *c, JsonObject *plan, LimberClientFacts *facts, GTimeZone *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClientFile) file = limber_client_file_load (fixture->db, c->client_id, NOW, zone, &error);
  LimberDate best = first_suggested (plan);
  g_autofree char *day = best != LIMBER_DATE_NONE ? limber_words_date (best) : NULL;
  g_autofree char *text = day != NULL ? g_strdup_printf ("Suggested: %s", day) : g_strdup ("Suggested:");

  g_assert_no_error (error);
  limber_client_facts_set_file (facts, file);
  if (says (GTK_WIDGET (facts), text) != (best != LIMBER_DATE_NONE))
    g_error ("The plan says “%s”, the record not", text);
  g_assert_cmpuint (file->suggested->len, ==, json_array_get_length (json_object_get_array_member (plan, "suggested")));
}

static void
assert_queue (const Case *c, JsonObject *plan, GPtrArray *queue)
{
  for (guint i = 0; i < queue->len; i++)
    {
      const LimberRebookItem *item = queue->pdata[i];

      if (g_str_equal (item->base.id, c->client_id))
        g_assert_cmpint (item->next.date, ==, first_suggested (plan));
    }
}

static void
test_plan_and_pages_agree (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autofree Case *cases = g_new0 (Case, N_CASES);
  g_autoptr (GPtrArray) queue = NULL;
  g_autoptr (LimberStaff) staff = NULL;
  g_autoptr (GtkWidget) card = g_object_ref_sink (limber_race_card_new ());
  g_autoptr (GtkWidget) facts = g_object_ref_sink (limber_client_facts_new ());

  fixture_begin (fixture->db);
  staff = fixture_add_staff (fixture->db, "Ines Calder");
  for (guint i = 0; i < N_CASES; i++)
    {
      make_up (&cases[i], random);
      write_down (fixture->db, &cases[i], i, staff);
      qsort (cases[i].visits, cases[i].n_visits, sizeof (Visit), newest_first);
    }
  fixture_commit (fixture->db);
  queue = limber_rebook_queue_load (fixture->db, NOW, zone, NULL);
  g_assert_cmpuint (queue->len, >, 10);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (JsonObject) plan = plan_of (&cases[i]);

      assert_picture (fixture, &cases[i], plan, card, zone);
      assert_record (fixture, &cases[i], plan, LIMBER_CLIENT_FACTS (facts), zone);
      assert_queue (&cases[i], plan, queue);
      g_free (cases[i].client_id);
      g_free (cases[i].shown_race);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/plan/agrees-with-the-pages", Fixture, NULL, fixture_set_up, test_plan_and_pages_agree,
              fixture_tear_down);
  return g_test_run ();
}
