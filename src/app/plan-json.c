/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/json-bits.h"
#include "app/plan-command.h"
#include "domain/suggestion.h"
#include "services/wording/wording.h"

static void
add_due (JsonBuilder *builder, const LimberPlanInput *input)
{
  LimberDue due = limber_cadence_due (input->settings.cadence, input->last_session, input->today);

  json_builder_set_member_name (builder, "due");
  if (input->last_session == LIMBER_DATE_NONE)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  limber_json_add_named_text (builder, "state", limber_cadence_state_id (due.state));
  limber_json_add_named_date (builder, "from", due.from);
  limber_json_add_named_date (builder, "to", due.to);
  limber_json_add_named_date (builder, "overdue_from", due.overdue_from);
  json_builder_end_object (builder);
}

static void
add_race (JsonBuilder *builder, const LimberPlanInput *input, guint race)
{
  LimberIdealWindow window = limber_plan_window (input, race);
  int leads[LIMBER_LEAD_MAX + 1];
  guint n = limber_ideal_window_leads (&window, leads);

  json_builder_begin_object (builder);
  limber_json_add_named_date (builder, "date", input->races[race].first);
  json_builder_set_member_name (builder, "ideal_leads");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    json_builder_add_int_value (builder, leads[i]);
  json_builder_end_array (builder);
  limber_json_add_named_text (builder, "ideal_source", limber_ideal_source_id (window.source));
  limber_json_add_named_date (builder, "target", limber_race_target (&input->races[race]));
  json_builder_end_object (builder);
}

static void
add_reason (JsonBuilder *builder, const LimberPlanInput *input, const LimberReason *reason)
{
  g_autofree char *text = limber_wording_reason (reason);

  json_builder_begin_object (builder);
  limber_json_add_named_text (builder, "rule", limber_rule_id (reason->rule));
  limber_json_add_named_date (builder, "race", reason->race < 0 ? LIMBER_DATE_NONE : input->races[reason->race].first);
  limber_json_add_named_text (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_day (JsonBuilder *builder, const LimberPlanInput *input, LimberDate date)
{
  g_autoptr (GArray) reasons = limber_plan_reasons (input, date);

  json_builder_begin_object (builder);
  limber_json_add_named_date (builder, "date", date);
  limber_json_add_named_text (builder, "deep", limber_verdict_id (limber_plan_verdict (input, date, LIMBER_WORK_DEEP)));
  limber_json_add_named_text (builder, "light", limber_verdict_id (limber_plan_verdict (input, date, LIMBER_WORK_LIGHT)));
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reasons->len; i++)
    add_reason (builder, input, &g_array_index (reasons, LimberReason, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_plan (JsonBuilder *builder, const LimberPlanOptions *options)
{
  const LimberPlanInput *input = &options->input;
  g_autoptr (GArray) suggested = limber_plan_suggest (input, NULL, NULL);

  add_due (builder, input);
  json_builder_set_member_name (builder, "races");
  json_builder_begin_array (builder);
  for (guint i = 0; i < input->n_races; i++)
    add_race (builder, input, i);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  for (LimberDate date = options->from; date <= options->to; date++)
    add_day (builder, input, date);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "suggested");
  json_builder_begin_array (builder);
  for (guint i = 0; i < suggested->len; i++)
    limber_json_add_date (builder, g_array_index (suggested, LimberDate, i));
  json_builder_end_array (builder);
}

/** limber_plan_to_json: Returns: (transfer full): the whole answer as one JSON object and a line feed. */
char *
limber_plan_to_json (const LimberPlanOptions *options)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_plan (builder, options);
  json_builder_end_object (builder);
  return limber_json_finish (builder);
}
