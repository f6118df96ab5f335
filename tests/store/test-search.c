/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "store/client-list.h"
#include "store/finding.h"
#include "store/team.h"
#include "store/words.h"

static LimberClient *
add (LimberDb *db, const char *name, const char *phone, const char *email, const char *team_id)
{
  LimberClient *client = limber_client_new ();

  limber_record_set_text (&client->name, name);
  limber_record_set_text (&client->phone, phone);
  limber_record_set_text (&client->email, email);
  limber_record_set_text (&client->team_id, team_id);
  fixture_insert (db, &limber_client_type, client);
  return client;
}

/* Returns: (transfer full): the names found, joined. */
static char *
search (LimberDb *db, const char *text, LimberClientFilter filter)
{
  LimberClientQuery query = { .filter = filter, .text = (char *) text, .today = limber_date_from_ymd (2026, 9, 29),
                              .limit = 50 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = limber_client_list_load (db, &query, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (names, ((LimberClientSummary *) hits->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("|", (char **) names->pdata);
}

static void
assert_found (LimberDb *db, const char *text, const char *expected)
{
  g_autofree char *found = search (db, text, LIMBER_CLIENT_FILTER_ALL);

  g_test_message ("\"%s\"", text);
  g_assert_cmpstr (found, ==, expected);
}

static void
add_finding (LimberDb *db, LimberSession *session, LimberArea area, LimberFindingStatus status)
{
  g_autoptr (LimberFinding) finding = limber_finding_new ();

  limber_record_set_text (&finding->session_id, session->base.id);
  limber_record_set_text (&finding->client_id, session->client_id);
  finding->area = area;
  finding->side = LIMBER_SIDE_RIGHT;
  finding->type = LIMBER_FINDING_TYPE_KNOT;
  finding->status = status;
  fixture_insert (db, &limber_finding_type, finding);
}

static void
test_finds (Fixture *fixture, gconstpointer data)
{
  LimberDb *db = fixture->db;
  g_autoptr (LimberTeam) team = limber_team_new ();
  g_autoptr (LimberClient) maria = NULL, ben = NULL;
  g_autoptr (LimberStaff) staff = NULL;
  g_autoptr (LimberSession) session = NULL;
  g_autofree char *open = NULL, *both = NULL;

  fixture_begin (db);
  limber_record_set_text (&team->name, "Riverside Harriers");
  fixture_insert (db, &limber_team_type, team);
  maria = add (db, "Maria Müller-Lüdenscheidt", "+49 171 555-1234", "mm@example.org", team->base.id);
  ben = add (db, "Ben O'Neill", "(020) 7946 0018", "ben.oneill@run.example", NULL);
  staff = fixture_add_staff (db, "Anna");
  session = fixture_add_session (db, ben, staff, "2026-09-21");
  add_finding (db, session, LIMBER_AREA_QUADRICEPS, LIMBER_FINDING_STATUS_OPEN);
  add_finding (db, session, LIMBER_AREA_SOLEUS, LIMBER_FINDING_STATUS_RESOLVED);
  fixture_commit (db);

  assert_found (db, "-", "");
  assert_found (db, "m", "Maria Müller-Lüdenscheidt");
  assert_found (db, "MÜLLER", "Maria Müller-Lüdenscheidt");
  assert_found (db, "muell", "Maria Müller-Lüdenscheidt");
  assert_found (db, "mull maria", "Maria Müller-Lüdenscheidt");
  assert_found (db, "maria ben", "");
  assert_found (db, "neill", "Ben O'Neill");
  assert_found (db, "0171 5551", "Maria Müller-Lüdenscheidt");
  assert_found (db, "5551234", "Maria Müller-Lüdenscheidt");
  assert_found (db, "+4917155", "Maria Müller-Lüdenscheidt");
  assert_found (db, "0207946", "Ben O'Neill");
  assert_found (db, "mm@example", "Maria Müller-Lüdenscheidt");
  assert_found (db, "harr", "Maria Müller-Lüdenscheidt");
  assert_found (db, "riverside mar", "Maria Müller-Lüdenscheidt");
  assert_found (db, "quad", "Ben O'Neill");
  assert_found (db, "ben quads", "Ben O'Neill");
  assert_found (db, "soleus", "");
  assert_found (db, "nobody", "");

  /* A filter holds for what a text finds too. */
  open = search (db, "m", LIMBER_CLIENT_FILTER_OPEN);
  g_assert_cmpstr (open, ==, "");
  both = search (db, "run", LIMBER_CLIENT_FILTER_OPEN);
  g_assert_cmpstr (both, ==, "Ben O'Neill");
}

static void
test_follows_changes (Fixture *fixture, gconstpointer data)
{
  LimberDb *db = fixture->db;
  g_autoptr (LimberClient) client = NULL;
  g_autofree char *archived = NULL;

  fixture_begin (db);
  client = add (db, "Maria Kaya", NULL, NULL, NULL);
  limber_record_set_text (&client->name, "Maria Stein");
  g_assert_true (limber_record_update (db, &limber_client_type, client, NULL));
  g_assert_cmpstr (client->sort_key, ==, "stein maria");
  assert_found (db, "kaya", "");
  assert_found (db, "stein", "Maria Stein");
  g_assert_true (limber_client_archive (db, client->base.id, NULL));
  assert_found (db, "stein", "");
  archived = search (db, "stein", LIMBER_CLIENT_FILTER_ARCHIVED);
  g_assert_cmpstr (archived, ==, "Maria Stein");
  g_assert_true (limber_client_unarchive (db, client->base.id, NULL));
  assert_found (db, "stein", "Maria Stein");
  fixture_commit (db);
}

/* More of them than a search looks at candidates, and all before the one who is meant. */
static void
test_passes_over_the_archive (Fixture *fixture, gconstpointer data)
{
  LimberDb *db = fixture->db;

  fixture_begin (db);
  g_assert_true (limber_db_run_script (
    db,
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 20000)"
    " INSERT INTO client (id, version, name, sort_key, worries, opted_out, archived_at)"
    " SELECT 'old' || i, 1, 'Briony', 'briony', 0, 0, 1 FROM n;"
    "INSERT INTO search_word (word, client_id) SELECT 'briony', id FROM client;",
    NULL));
  limber_client_free (add (db, "Brionya Kaya", NULL, NULL, NULL));
  fixture_commit (db);
  assert_found (db, "brion", "Brionya Kaya");
}

static void
test_same_client (Fixture *fixture, gconstpointer data)
{
  LimberDb *db = fixture->db;
  g_autoptr (GPtrArray) by_phone = NULL, by_email = NULL, other = NULL;

  fixture_begin (db);
  limber_client_free (add (db, "Maria Kaya", "0171-555", "Maria@Example.org", NULL));
  by_phone = limber_client_find_same (db, "MARIA KAYA", "0171 555", NULL, NULL);
  by_email = limber_client_find_same (db, "maria kaya", NULL, "maria@example.org", NULL);
  other = limber_client_find_same (db, "Maria Kaya", "0172 555", "other@example.org", NULL);
  fixture_commit (db);
  g_assert_cmpuint (by_phone->len, ==, 1);
  g_assert_cmpuint (by_email->len, ==, 1);
  g_assert_cmpuint (other->len, ==, 0);
}

static void
test_fold (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "Müller", "muller" }, { "ÉLODIE", "elodie" }, { "Straße", "strasse" }, { "Łukasz", "lukasz" },
    { "Søren", "soren" }, { "\xff", "\xef\xbf\xbd" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = limber_words_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

#define ADD(path, test) g_test_add ("/search/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/fold", test_fold);
  ADD ("finds", test_finds);
  ADD ("follows-changes", test_follows_changes);
  ADD ("passes-over-the-archive", test_passes_over_the_archive);
  ADD ("same-client", test_same_client);
  return g_test_run ();
}
