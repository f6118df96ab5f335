/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "store/change-log.h"
#include "store/draft.h"

/* What was typed and not saved: everybody's own, forgotten when it is saved, and no change of the clinic. */

static void
keep (LimberDb *db, const char *form, const char *subject, const char *client_id, const char *text)
{
  LimberDraft draft = { (char *) form, (char *) subject, (char *) client_id, NULL };
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    g_hash_table_insert (fields, (gpointer) "text", (gpointer) text);
  fixture_begin (db);
  limber_draft_write (db, &draft, fields, &error);
  g_assert_no_error (error);
  fixture_commit (db);
}

static char *
kept (LimberDb *db, const char *form, const char *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) fields = limber_draft_read (db, form, subject, &error);

  g_assert_no_error (error);
  return g_strdup (g_hash_table_lookup (fields, "text"));
}

static void
assert_kept (LimberDb *db, const char *form, const char *subject, const char *text)
{
  g_autofree char *now = kept (db, form, subject);

  g_assert_cmpstr (now, ==, text);
}

static guint
n_listed (LimberDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = limber_draft_list (db, &error);

  g_assert_no_error (error);
  return drafts->len;
}

static void
test_replaces_and_forgets (Fixture *fixture, gconstpointer data)
{
  keep (fixture->db, "details", "c1", NULL, "tight");
  keep (fixture->db, "details", "c2", NULL, "other");
  keep (fixture->db, "details", "c1", NULL, "tight calves");
  assert_kept (fixture->db, "details", "c1", "tight calves");
  g_assert_cmpuint (n_listed (fixture->db), ==, 2);
  keep (fixture->db, "details", "c1", NULL, NULL);
  assert_kept (fixture->db, "details", "c1", NULL);
  assert_kept (fixture->db, "details", "c2", "other");
}

static void
test_everybody_finds_their_own (Fixture *fixture, gconstpointer data)
{
  limber_db_set_actor (fixture->db, "anna", "Anna");
  keep (fixture->db, "details", "c1", NULL, "Anna’s words");
  limber_db_set_actor (fixture->db, "ben", "Ben");
  assert_kept (fixture->db, "details", "c1", NULL);
  g_assert_cmpuint (n_listed (fixture->db), ==, 0);
  keep (fixture->db, "details", "c1", NULL, "Ben’s words");
  limber_db_set_actor (fixture->db, "anna", "Anna");
  assert_kept (fixture->db, "details", "c1", "Anna’s words");
}

static void
test_names_the_client (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  const LimberDraft *draft;

  fixture_begin (fixture->db);
  client = fixture_add_client (fixture->db, "Maria Müller");
  fixture_commit (fixture->db);
  keep (fixture->db, "session-notes", "s1", client->base.id, "better");
  drafts = limber_draft_list (fixture->db, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = drafts->pdata[0];
  g_assert_cmpstr (draft->form, ==, "session-notes");
  g_assert_cmpstr (draft->subject, ==, "s1");
  g_assert_cmpstr (draft->client_id, ==, client->base.id);
  g_assert_cmpstr (draft->client_name, ==, "Maria Müller");
}

/* Nobody's page reads anything again because somebody types. */
static void
test_is_no_change (Fixture *fixture, gconstpointer data)
{
  gint64 before = 0, after = 0;

  limber_change_log_last (fixture->db, &before, NULL);
  keep (fixture->db, "details", "c1", NULL, "tight");
  limber_change_log_last (fixture->db, &after, NULL);
  g_assert_cmpint (after, ==, before);
  g_assert_cmpuint (limber_db_take_touched (fixture->db), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/draft/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("replaces-and-forgets", test_replaces_and_forgets);
  ADD ("everybody-finds-their-own", test_everybody_finds_their_own);
  ADD ("names-the-client", test_names_the_client);
  ADD ("is-no-change", test_is_no_change);
#undef ADD
  return g_test_run ();
}
