/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/clock.h"
#include "services/wording/wording-figures.h"
#include "services/wording/wording-reading.h"
#include "services/wording/wording-visit.h"
#include "services/wording/wording.h"

#include <gio/gio.h>
#include <string.h>

static void
test_every_value_has_words (void)
{
#define ALL(first, last, function) \
  for (guint i = (first); i <= (guint) (last); i++) \
    g_assert_cmpstr (function (i), !=, "")

  ALL (1, LIMBER_VERDICT_LAST, limber_wording_verdict);
  ALL (1, LIMBER_CADENCE_STATE_LAST, limber_wording_cadence_state);
  ALL (0, LIMBER_REMINDER_STATE_LAST, limber_wording_reminder_state);
  ALL (1, LIMBER_IDEAL_SOURCE_LAST, limber_wording_ideal_source);
  ALL (1, LIMBER_RULE_LAST, limber_wording_rule_source);
  ALL (1, LIMBER_AREA_LAST, limber_wording_area_name);
  ALL (1, LIMBER_AREA_LAST, limber_wording_area_short);
  ALL (1, LIMBER_FINDING_TYPE_LAST, limber_wording_finding_type);
  ALL (1, LIMBER_PAIN_QUALITY_LAST, limber_wording_pain_quality);
  ALL (1, LIMBER_FINDING_SOURCE_LAST, limber_wording_finding_source);
  ALL (1, LIMBER_FINDING_STATUS_LAST, limber_wording_finding_status);
  ALL (1, LIMBER_KIND_LAST, limber_wording_kind);
  ALL (1, LIMBER_STYLE_LAST, limber_wording_style);
  ALL (1, LIMBER_TECHNIQUE_LAST, limber_wording_technique);
  ALL (1, LIMBER_APPOINTMENT_STATUS_LAST, limber_wording_appointment_status);
  ALL (1, LIMBER_STAFF_ROLE_LAST, limber_wording_staff_role);
  ALL (1, LIMBER_HEALTH_KIND_LAST, limber_wording_health_kind);
  ALL (1, LIMBER_HEALTH_SCOPE_LAST, limber_wording_health_scope);
  ALL (1, LIMBER_PRESSURE_MAX, limber_wording_pressure);
#undef ALL
  for (LimberArea area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
    g_assert_cmpstr (limber_wording_area_name (area), ==, limber_area_lay_name (area));
  g_assert_cmpstr (limber_wording_verdict (99), ==, "");
  g_assert_cmpstr (limber_wording_pressure (-1), ==, "");
}

static void
test_area_with_side (void)
{
  g_autofree char *right = limber_wording_area (LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT);
  g_autofree char *both = limber_wording_area (LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_BOTH);
  g_autofree char *middle = limber_wording_area (LIMBER_AREA_HEAD, LIMBER_SIDE_MIDLINE);
  g_autofree char *none = limber_wording_area (LIMBER_AREA_HEAD, LIMBER_SIDE_NONE);

  g_assert_cmpstr (right, ==, "right quad");
  g_assert_cmpstr (both, ==, "calf, both sides");
  g_assert_cmpstr (middle, ==, "head");
  g_assert_cmpstr (none, ==, "head");
}

static void
test_every_day_has_a_reason (void)
{
  LimberPlanRace race = { 1000, 1001, 42.195, TRUE, LIMBER_DATE_NONE };
  LimberPlanInput input;

  limber_plan_input_init (&input, NULL);
  input.races = &race;
  input.n_races = 1;
  for (int hangover = 0; hangover <= 5; hangover += 5)
    for (LimberDate date = 990; date < 1020; date++)
      {
        g_autoptr (GArray) reasons = NULL;

        input.hangover_days = hangover;
        reasons = limber_plan_reasons (&input, date);
        for (guint i = 0; i < reasons->len; i++)
          {
            const LimberReason *reason = &g_array_index (reasons, LimberReason, i);
            g_autofree char *text = limber_wording_reason (reason);
            g_autofree char *lead = limber_wording_lead (reason);

            g_assert_true (g_str_has_suffix (text, "."));
            g_assert_cmpstr (lead, !=, "");
            g_assert_null (strstr (text, " 0 "));
          }
      }
}

static void
test_reading (void)
{
  g_autoptr (LimberFindingReading) good = limber_finding_parse ("r quad knot 7 unaware");
  g_autoptr (LimberFindingReading) bad = limber_finding_parse ("l back knot");
  g_autofree char *good_text = limber_wording_reading (good);
  g_autofree char *bad_text = limber_wording_reading (bad);
  g_autofree char *problem = limber_wording_finding_problem (bad);

  g_assert_cmpstr (good_text, ==, "right quad · knot · 7/10 · client unaware");
  g_assert_null (limber_wording_finding_problem (good));
  g_assert_cmpstr (bad_text, ==, "left · knot");
  g_assert_cmpstr (problem, ==, "“back” can be several areas: mid back, lat, lower back?");
}

static void
test_clocks (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClock) frozen = limber_clock_new_frozen (1790677320, zone);
  g_autoptr (LimberClock) started = limber_clock_new_from_text ("2026-09-29T23:59", zone, &error);
  g_autoptr (LimberClock) system = limber_clock_new_system (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (limber_clock_now (frozen), ==, 1790677320);
  limber_clock_set (frozen, 1790677321);
  g_assert_cmpint (limber_clock_now (frozen), ==, 1790677321);
  g_assert_cmpint (limber_clock_today (started), ==, limber_date_from_ymd (2026, 9, 29));
  g_assert_cmpint (limber_clock_minute (started), ==, 23 * 60 + 59);
  limber_clock_set (started, limber_clock_now (started) + 60);
  g_assert_cmpint (limber_clock_today (started), ==, limber_date_from_ymd (2026, 9, 30));
  g_assert_cmpint (ABS (limber_clock_now (system) - g_get_real_time () / G_USEC_PER_SEC), <=, 1);
  g_assert_null (limber_clock_new_from_text ("yesterday", zone, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
assert_why (const LimberNextVisit *visit, const LimberPlanInput *input, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *text = limber_wording_visit_why (visit, input, zone);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_why_this_day (void)
{
  LimberDate today = limber_date_parse ("2026-09-29");
  LimberPlanRace race = { .first = today + 12, .last = today + 12, .km = 42.2 };
  LimberPlanInput input;
  LimberNextVisit visit = { .verdict = LIMBER_VERDICT_NORMAL, .minutes = 45, .staff_name = (char *) "Ines Calder" };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  limber_plan_input_init (&input, NULL);
  input.today = today;
  input.last_session = today - 27;
  assert_why (&visit, &input, NULL);
  visit.date = today + 1;
  visit.start_at = limber_date_at_minute (visit.date, 13 * 60, zone);
  assert_why (&visit, &input, "Ines has 45 min at 13:00");
  visit.date = today + 2;
  assert_why (&visit, &input, "on day 29");
  visit.waited = TRUE;
  assert_why (&visit, &input, "first day with room");
  input.races = &race;
  input.n_races = 1;
  visit.date = today + 7;
  visit.verdict = limber_plan_verdict (&input, visit.date, LIMBER_WORK_DEEP);
  assert_why (&visit, &input, "5 days before the race");
}

static void
test_figures (void)
{
  static const struct {
    guint part, whole;
    const char *text;
  } lines[] = { { 0, 0, "–" }, { 0, 3, "0 %" }, { 32, 45, "71 %" }, { 2, 3, "67 %" }, { 1, 8, "13 %" }, { 4, 4, "100 %" } };
  LimberMonthFigures month = { .first = limber_date_from_ymd (2026, 9, 1), .rebooked = { 32, 45 } };
  g_autofree char *counts = limber_wording_figure_counts (&month, LIMBER_FIGURE_REBOOKED);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      LimberRatio ratio = { lines[i].part, lines[i].whole };
      g_autofree char *text = limber_wording_ratio (&ratio);

      g_assert_cmpstr (text, ==, lines[i].text);
    }
  g_assert_cmpstr (counts, ==, "32 of 45 visits in September");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/every-value", test_every_value_has_words);
  g_test_add_func ("/wording/area-with-side", test_area_with_side);
  g_test_add_func ("/wording/every-day", test_every_day_has_a_reason);
  g_test_add_func ("/wording/reading", test_reading);
  g_test_add_func ("/wording/figures", test_figures);
  g_test_add_func ("/wording/why-this-day", test_why_this_day);
  g_test_add_func ("/clock/kinds", test_clocks);
  return g_test_run ();
}
