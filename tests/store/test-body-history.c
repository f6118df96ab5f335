/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/body-history.h"
#include "store/client-file.h"
#include "store/finding.h"
#include "fixture.h"

/* One client, visits in June to September, read back through the client's file. */
typedef struct {
  Fixture base;
  LimberClient *client;
  LimberStaff *staff;
  LimberClientFile *file;
  LimberBodyHistory *history;
} History;

static void
set_up (History *history, gconstpointer data)
{
  fixture_set_up (&history->base, data);
  fixture_begin (history->base.db);
  history->client = fixture_add_client (history->base.db, "Juniper Ashgrove");
  history->staff = fixture_add_staff (history->base.db, "Ines Calder");
}

static void
tear_down (History *history, gconstpointer data)
{
  limber_body_history_free (history->history);
  g_clear_pointer (&history->file, limber_client_file_free);
  limber_client_free (history->client);
  limber_staff_free (history->staff);
  fixture_tear_down (&history->base, data);
}

typedef struct {
  LimberArea area;
  LimberSide side;
  LimberFindingType type;
  int before, after;
  LimberFindingStatus status;
} Found;

static void
add_finding (History *history, const LimberSession *session, const Found *found)
{
  g_autoptr (LimberFinding) finding = limber_finding_new ();

  limber_record_set_text (&finding->session_id, session->base.id);
  limber_record_set_text (&finding->client_id, history->client->base.id);
  finding->area = found->area;
  finding->side = found->side;
  finding->type = found->type;
  finding->severity_before = found->before;
  finding->severity_after = found->after;
  finding->status = found->status;
  finding->source = LIMBER_FINDING_SOURCE_THERAPIST;
  finding->unaware = found->before == 7;
  fixture_insert (history->base.db, &limber_finding_type, finding);
}

static void
add_visit (History *history, const char *date, LimberSessionState state, const Found *found, gsize n_found)
{
  g_autoptr (LimberSession) session = fixture_add_session (history->base.db, history->client, history->staff, date);
  g_autoptr (GError) error = NULL;

  if (state != LIMBER_SESSION_STATE_COMPLETED)
    {
      session->state = state;
      limber_record_update (history->base.db, &limber_session_type, session, &error);
      g_assert_no_error (error);
    }
  for (gsize i = 0; i < n_found; i++)
    add_finding (history, session, &found[i]);
}

#define VISIT(date, ...)                                                                                              \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    const Found found[] = { __VA_ARGS__ };                                                                            \
    add_visit (history, date, LIMBER_SESSION_STATE_COMPLETED, found, G_N_ELEMENTS (found));                           \
  }                                                                                                                   \
  G_STMT_END

#define QUAD LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT
#define CALF LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT
#define KNOT LIMBER_FINDING_TYPE_KNOT
#define TENSION LIMBER_FINDING_TYPE_TENSION
#define OPEN LIMBER_FINDING_STATUS_OPEN
#define RESOLVED LIMBER_FINDING_STATUS_RESOLVED

static void
read_back (History *history)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  gint64 now = limber_date_at_minute (limber_date_parse ("2026-09-29"), 622, zone);

  fixture_commit (history->base.db);
  history->file = limber_client_file_load (history->base.db, history->client->base.id, now, zone, &error);
  g_assert_no_error (error);
  history->history = limber_body_history_new (history->file->sessions, history->file->findings);
}

static char *
as_of (History *history, const char *date)
{
  guint n = limber_body_history_until (history->history, limber_date_parse (date));
  g_autoptr (GArray) states = limber_body_history_as_of (history->history, n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < states->len; i++)
    {
      const LimberBodyState *state = &g_array_index (states, LimberBodyState, i);

      g_string_append_printf (text, "%s%s %s%d%s", i > 0 ? ", " : "", limber_area_id (state->finding->area),
                              limber_finding_type_letter (state->finding->type),
                              limber_finding_last_severity (state->finding),
                              state->trend == LIMBER_TREND_BETTER  ? "-"
                              : state->trend == LIMBER_TREND_SAME  ? "="
                              : state->trend == LIMBER_TREND_WORSE ? "+"
                                                                   : "");
    }
  return g_string_free (text, FALSE);
}

#define assert_as_of(date, expected)                                                                                  \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    g_autofree char *text = as_of (history, date);                                                                    \
    g_assert_cmpstr (text, ==, expected);                                                                             \
  }                                                                                                                   \
  G_STMT_END

static void
test_as_of (History *history, gconstpointer data)
{
  VISIT ("2026-06-24", { QUAD, KNOT, 5, 3, OPEN });
  VISIT ("2026-07-15", { QUAD, KNOT, 6, 4, OPEN }, { QUAD, TENSION, 2, -1, OPEN }, { CALF, TENSION, 4, -1, OPEN });
  VISIT ("2026-08-05", { QUAD, KNOT, 4, 0, RESOLVED }, { CALF, TENSION, 6, 4, OPEN });
  VISIT ("2026-08-19", { LIMBER_AREA_NECK, LIMBER_SIDE_LEFT, TENSION, 3, -1, OPEN });
  VISIT ("2026-09-09", { QUAD, KNOT, 7, 2, OPEN }, { CALF, TENSION, 5, 3, OPEN });
  read_back (history);

  assert_as_of ("2026-06-23", "");
  assert_as_of ("2026-06-24", "quadriceps K3");
  assert_as_of ("2026-07-14", "quadriceps K3");
  /* The severity after the visit where recorded, else before it. */
  assert_as_of ("2026-07-15", "quadriceps K4+, gastrocnemius T4, quadriceps T2");
  /* A resolved finding leaves its area, with all that was found there earlier. */
  assert_as_of ("2026-08-05", "gastrocnemius T4=");
  /* What a visit did not look at stays as it was. */
  assert_as_of ("2026-08-31", "neck T3, gastrocnemius T4=");
  /* After having been resolved, anything is worse. */
  assert_as_of ("2026-09-29", "quadriceps K2+, gastrocnemius T3-, neck T3");
}

/* What was settled by a later visit was still there on the day itself, and is no return. */
static void
test_settled_later (History *history, gconstpointer data)
{
  g_autoptr (GArray) creeps = NULL;

  VISIT ("2026-06-24", { QUAD, KNOT, 5, 3, RESOLVED });
  VISIT ("2026-07-15", { QUAD, KNOT, 5, 3, RESOLVED });
  VISIT ("2026-08-05", { QUAD, KNOT, 5, 2, RESOLVED });
  read_back (history);
  assert_as_of ("2026-06-24", "quadriceps K3");
  assert_as_of ("2026-07-15", "quadriceps K3=");
  assert_as_of ("2026-09-29", "");
  creeps = limber_body_history_creeping (history->history);
  g_assert_cmpuint (creeps->len, ==, 0);
}

static void
test_voided_visits_never_were (History *history, gconstpointer data)
{
  const Found slip = { QUAD, KNOT, 9, -1, OPEN };

  VISIT ("2026-06-24", { QUAD, KNOT, 5, 3, OPEN });
  add_visit (history, "2026-07-15", LIMBER_SESSION_STATE_VOIDED, &slip, 1);
  read_back (history);
  g_assert_cmpuint (limber_body_history_get_n_visits (history->history), ==, 1);
  assert_as_of ("2026-09-29", "quadriceps K3");
}

static void
test_readings (History *history, gconstpointer data)
{
  g_autoptr (GArray) readings = NULL, deep = NULL;
  const LimberBodyReading *reading;

  VISIT ("2026-06-24", { QUAD, KNOT, 5, 3, OPEN }, { QUAD, TENSION, 7, -1, OPEN });
  VISIT ("2026-07-15", { CALF, TENSION, 4, -1, OPEN });
  VISIT ("2026-08-05", { LIMBER_AREA_GLUTEUS_MINIMUS, LIMBER_SIDE_LEFT, TENSION, 3, 2, OPEN });
  read_back (history);
  readings = limber_body_history_readings (history->history, QUAD);
  g_assert_cmpuint (readings->len, ==, 1);
  reading = &g_array_index (readings, LimberBodyReading, 0);
  g_assert_cmpint (reading->before, ==, 7);
  g_assert_cmpint (reading->after, ==, 3);
  g_assert_true (reading->unaware);
  g_assert_cmpint (reading->session->date, ==, limber_date_parse ("2026-06-24"));
  /* One shape on the map, one curve. */
  deep = limber_body_history_readings (history->history, LIMBER_AREA_GLUTEUS_MEDIUS, LIMBER_SIDE_LEFT);
  g_assert_cmpuint (deep->len, ==, 1);
}

static void
test_tally (History *history, gconstpointer data)
{
  g_autoptr (GArray) tallies = NULL;

  VISIT ("2026-06-24", { QUAD, KNOT, 5, 3, OPEN }, { QUAD, TENSION, 7, -1, OPEN });
  VISIT ("2026-07-15", { QUAD, TENSION, 4, -1, RESOLVED }, { CALF, TENSION, 4, -1, OPEN });
  read_back (history);
  tallies = limber_body_history_tally (history->history);
  g_assert_cmpuint (tallies->len, ==, 2);
  g_assert_cmpint (g_array_index (tallies, LimberBodyTally, 0).area, ==, LIMBER_AREA_QUADRICEPS);
  g_assert_cmpint (g_array_index (tallies, LimberBodyTally, 0).side, ==, LIMBER_SIDE_RIGHT);
  g_assert_cmpint (g_array_index (tallies, LimberBodyTally, 0).visits, ==, 2);
  g_assert_cmpint (g_array_index (tallies, LimberBodyTally, 1).visits, ==, 1);
}

static void
test_creeping (History *history, gconstpointer data)
{
  const Found running = { QUAD, KNOT, 1, -1, OPEN };
  g_autoptr (GArray) creeps = NULL;
  const LimberBodyCreep *creep;

  VISIT ("2026-06-24", { QUAD, KNOT, 3, 2, OPEN }, { CALF, TENSION, 6, 0, RESOLVED });
  VISIT ("2026-07-15", { QUAD, KNOT, 4, 2, OPEN }, { QUAD, TENSION, 1, -1, OPEN });
  VISIT ("2026-08-05", { QUAD, KNOT, 5, 3, OPEN }, { CALF, TENSION, 5, 0, RESOLVED });
  VISIT ("2026-08-19", { LIMBER_AREA_NECK, LIMBER_SIDE_LEFT, TENSION, 3, -1, OPEN });
  VISIT ("2026-09-09", { QUAD, KNOT, 7, 4, OPEN }, { CALF, TENSION, 6, -1, OPEN });
  /* Who is on the table is not judged yet. */
  add_visit (history, "2026-09-29", LIMBER_SESSION_STATE_RUNNING, &running, 1);
  read_back (history);
  creeps = limber_body_history_creeping (history->history);
  g_assert_cmpuint (creeps->len, ==, 2);
  creep = &g_array_index (creeps, LimberBodyCreep, 0);
  g_assert_cmpint (creep->area, ==, LIMBER_AREA_QUADRICEPS);
  g_assert_cmpint (creep->creep.kind, ==, LIMBER_CREEP_RISING);
  g_assert_cmpint (creep->creep.from, ==, 3);
  g_assert_cmpint (creep->creep.to, ==, 7);
  g_assert_cmpint (creep->creep.visits, ==, 4);
  creep = &g_array_index (creeps, LimberBodyCreep, 1);
  g_assert_cmpint (creep->area, ==, LIMBER_AREA_GASTROCNEMIUS);
  g_assert_cmpint (creep->creep.kind, ==, LIMBER_CREEP_RETURNING);
  g_assert_cmpint (creep->creep.visits, ==, 2);
}

static void
test_forbidden_on_a_day (History *history, gconstpointer data)
{
  g_autoptr (LimberHealthItem) item = limber_health_item_new ();

  item->area = LIMBER_AREA_POPLITEAL;
  item->scope = LIMBER_HEALTH_SCOPE_LOCAL;
  item->since = 100;
  item->resolved = 200;
  g_assert_false (limber_health_item_forbids_on (item, 99));
  g_assert_true (limber_health_item_forbids_on (item, 100));
  g_assert_true (limber_health_item_forbids_on (item, 199));
  g_assert_false (limber_health_item_forbids_on (item, 200));
  item->since = item->resolved = LIMBER_DATE_NONE;
  g_assert_true (limber_health_item_forbids_on (item, 1));
  item->scope = LIMBER_HEALTH_SCOPE_TOTAL;
  g_assert_false (limber_health_item_forbids_on (item, 1));
}

#define ADD(name, func) g_test_add ("/body-history/" name, History, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("as-of", test_as_of);
  ADD ("settled-later", test_settled_later);
  ADD ("voided-visits-never-were", test_voided_visits_never_were);
  ADD ("readings", test_readings);
  ADD ("tally", test_tally);
  ADD ("creeping", test_creeping);
  ADD ("forbidden-on-a-day", test_forbidden_on_a_day);
  return g_test_run ();
}
