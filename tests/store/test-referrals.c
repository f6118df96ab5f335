/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/referrals.h"
#include "store/staff-work.h"
#include "store/team.h"

static LimberClient *
add (Fixture *f, const char *name, LimberClient *by)
{
  LimberClient *client = limber_client_new ();

  limber_record_set_text (&client->name, name);
  limber_record_set_text (&client->referrer_client_id, by != NULL ? by->base.id : NULL);
  fixture_insert (f->db, &limber_client_type, client);
  return client;
}

/* "name:direct/total" a line, a level deeper is a dot. */
static void
assert_tree (Fixture *f, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tree = limber_referrals_load (f->db, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tree->len; i++)
    {
      const LimberReferral *referral = tree->pdata[i];

      g_string_append (text, i > 0 ? " " : "");
      for (guint depth = 0; depth < referral->depth; depth++)
        g_string_append_c (text, '.');
      g_string_append_printf (text, "%s:%u/%u", referral->name, referral->direct, referral->total);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_tree (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberTeam) team = limber_team_new ();
  g_autoptr (LimberClient) ann = NULL, ben = NULL, cid = NULL, dot = NULL, eve = NULL, fay = NULL;

  fixture_begin (f->db);
  limber_record_set_text (&team->name, "Harriers");
  fixture_insert (f->db, &limber_team_type, team);
  ann = add (f, "Ann", NULL);
  ben = add (f, "Ben", ann);
  cid = add (f, "Cid", ann);
  dot = add (f, "Dot", ben);
  eve = limber_client_new ();
  limber_record_set_text (&eve->name, "Eve");
  limber_record_set_text (&eve->referrer_team_id, team->base.id);
  fixture_insert (f->db, &limber_client_type, eve);
  fay = limber_client_new ();
  limber_record_set_text (&fay->name, "Fay");
  limber_record_set_text (&fay->referrer_text, "the coach");
  fixture_insert (f->db, &limber_client_type, fay);
  fixture_commit (f->db);
  assert_tree (f, "Ann:2/3 .Ben:1/1 ..Dot:0/0 .Cid:0/0 Harriers:1/1 .Eve:0/0 the coach:1/1 .Fay:0/0");
}

/* Who sent each other stand in the tree once, and it ends. */
static void
test_ring (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) ann = NULL, ben = NULL;

  fixture_begin (f->db);
  ann = add (f, "Ann", NULL);
  ben = add (f, "Ben", ann);
  limber_record_set_text (&ann->referrer_client_id, ben->base.id);
  g_assert_true (limber_record_update (f->db, &limber_client_type, ann, NULL));
  fixture_commit (f->db);
  assert_tree (f, "Ann:1/1 .Ben:1/0");
}

static void
test_top (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) ann = NULL, ben = NULL, cid = NULL, dot = NULL, eve = NULL;
  g_autoptr (GPtrArray) tree = NULL;
  g_autoptr (GArray) top = NULL;

  fixture_begin (f->db);
  ann = add (f, "Ann", NULL);
  ben = add (f, "Ben", ann);
  cid = add (f, "Cid", ben);
  dot = add (f, "Dot", ben);
  eve = add (f, "Eve", ben);
  fixture_commit (f->db);
  tree = limber_referrals_load (f->db, NULL, NULL);
  top = limber_referrals_top (tree, 1);
  g_assert_cmpuint (top->len, ==, 1);
  g_assert_cmpstr (g_array_index (top, LimberReferral *, 0)->name, ==, "Ben");
  g_assert_cmpstr (g_array_index (top, LimberReferral *, 0)->sent, ==, "Cid, Dot, Eve");
}

static void
test_styles (Fixture *f, gconstpointer data)
{
  LimberDate today = limber_date_parse ("2026-09-29");
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (LimberStaff) staff = NULL;
  g_autoptr (GPtrArray) work = NULL;
  const LimberStaffWork *ines;

  fixture_begin (f->db);
  client = fixture_add_client (f->db, "Wren Halloway");
  staff = fixture_add_staff (f->db, "Ines Calder");
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (LimberSession) session = fixture_add_session (f->db, client, staff, i == 0 ? "2024-03-01" : "2026-09-01");

      session->style = i < 3 ? LIMBER_STYLE_SPORTS : LIMBER_STYLE_DEEP_TISSUE;
      session->state = i == 4 ? LIMBER_SESSION_STATE_VOIDED : LIMBER_SESSION_STATE_COMPLETED;
      g_assert_true (limber_record_update (f->db, &limber_session_type, session, NULL));
    }
  fixture_commit (f->db);
  work = limber_staff_work_load (f->db, &today, NULL);
  g_assert_cmpuint (work->len, ==, 1);
  ines = work->pdata[0];
  g_assert_cmpuint (ines->styles[LIMBER_STYLE_SPORTS], ==, 3);
  g_assert_cmpuint (ines->recent[LIMBER_STYLE_SPORTS], ==, 2);
  g_assert_cmpuint (ines->styles[LIMBER_STYLE_DEEP_TISSUE], ==, 1);
  g_assert_cmpint (ines->first_on, ==, limber_date_parse ("2024-03-01"));
}

#define ADD(path, func) g_test_add ("/referrals/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tree", test_tree);
  ADD ("ring", test_ring);
  ADD ("top", test_top);
  ADD ("styles", test_styles);
  return g_test_run ();
}
