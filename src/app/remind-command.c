/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "app/data-commands.h"
#include "app/data-options.h"
#include "app/json-bits.h"
#include "app/plan-options.h"
#include "app/text-table.h"
#include "services/rebook/reminder-plan.h"
#include "services/rebook/reminders.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording-reminder.h"
#include "store/clinic.h"

static gboolean
in_summary (const LimberReminderPlan *plan, const LimberPlannedNudge *nudge)
{
  return limber_reminders_is_summary (limber_reminder_plan_together (plan, nudge));
}

static void
add_nudge (JsonBuilder *builder, const LimberReminderPlan *plan, const LimberPlannedNudge *nudge, GTimeZone *zone)
{
  g_autofree char *text = limber_wording_nudge_why (nudge, zone);

  json_builder_begin_object (builder);
  limber_json_add_named_text (builder, "kind", "rebook");
  limber_json_add_named_text (builder, "client", nudge->client_name);
  limber_json_add_named_text (builder, "id", nudge->client_id);
  json_builder_set_member_name (builder, "number");
  json_builder_add_int_value (builder, nudge->next.number);
  limber_json_add_named_instant (builder, "at", nudge->at, zone);
  limber_json_add_named_date (builder, "planned", nudge->next.date);
  json_builder_set_member_name (builder, "days_since");
  json_builder_add_int_value (builder, nudge->days_since);
  limber_json_add_named_text (builder, "reason", nudge->shown ? NULL : limber_nudge_cause_id (nudge->next.cause));
  limber_json_add_named_text (builder, "text", text);
  json_builder_set_member_name (builder, "summary");
  json_builder_add_boolean_value (builder, in_summary (plan, nudge));
  json_builder_set_member_name (builder, "shown");
  json_builder_add_boolean_value (builder, nudge->shown);
  json_builder_end_object (builder);
}

static char *
to_json (const LimberReminderPlan *plan, GTimeZone *zone)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  limber_json_add_named_date (builder, "date", plan->date);
  json_builder_set_member_name (builder, "off");
  json_builder_add_boolean_value (builder, plan->off);
  json_builder_set_member_name (builder, "reminders");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->nudges->len; i++)
    add_nudge (builder, plan, g_ptr_array_index (plan->nudges, i), zone);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return limber_json_finish (builder);
}

static GStrv
text_row (const LimberPlannedNudge *nudge, GTimeZone *zone)
{
  GStrv cells = g_new0 (char *, 5);

  cells[0] = limber_wording_time (nudge->at, zone);
  cells[1] = g_strdup (nudge->client_name);
  cells[2] = g_strdup_printf ("%d/%d", nudge->next.number, LIMBER_NUDGES_PER_ROUND);
  cells[3] = limber_wording_nudge_why (nudge, zone);
  return cells;
}

static char *
to_text (const LimberReminderPlan *plan, GTimeZone *zone)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *day = limber_wording_day (plan->date);
  g_autofree char *table = NULL;

  if (plan->off)
    return g_strdup_printf ("%s\n", _("The clinic shows no reminders; see Preferences."));
  if (plan->nudges->len == 0)
    return g_strdup_printf (_("No reminders on %s.\n"), day);
  for (guint i = 0; i < plan->nudges->len; i++)
    g_ptr_array_add (rows, text_row (g_ptr_array_index (plan->nudges, i), zone));
  table = limber_text_table (rows);
  if (!in_summary (plan, g_ptr_array_index (plan->nudges, 0)))
    return g_steal_pointer (&table);
  /* Translators: below a list of clients of whom the program reminds. */
  return g_strconcat (table, _("More than three at one moment come as one summary."), "\n", NULL);
}

static char *
report (LimberDb *db, const LimberDataOptions *options, GError **error)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);
  g_autoptr (GTimeZone) zone = clinic ? limber_clinic_time_zone (clinic) : NULL;
  g_autoptr (LimberReminderPlan) plan = NULL;
  LimberDate today;

  if (zone == NULL)
    return NULL;
  today = limber_date_from_instant (g_get_real_time () / G_USEC_PER_SEC, zone);
  plan = limber_reminder_plan_load (db, options->on, today, zone, error);
  if (plan == NULL)
    return NULL;
  return options->json ? to_json (plan, zone) : to_text (plan, zone);
}

static gboolean
check_span (const LimberDataOptions *options, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  LimberDate today = limber_date_from_instant (g_get_real_time () / G_USEC_PER_SEC, zone);

  return options->on - today <= LIMBER_PLAN_SPAN_MAX
         || limber_misuse (error, _("--on is at most %d days ahead."), LIMBER_PLAN_SPAN_MAX);
}

/** limber_remind_command_run: `limber remind`: what would be shown on a day, when and why; changes nothing */
char *
limber_remind_command_run (int argc, const char *const *argv, GError **error)
{
  static const LimberArgument known[] = {
    { "--database", LIMBER_ARGUMENT_VALUE, limber_data_set_database },
    { "--on", LIMBER_ARGUMENT_VALUE, limber_data_set_on },
    { "--format", LIMBER_ARGUMENT_VALUE, limber_data_set_format },
    { NULL },
  };
  g_auto (LimberDataOptions) options = { NULL };

  if (!limber_data_options_parse (&options, known, FALSE, argc, argv, error) || !check_span (&options, error))
    return NULL;
  return limber_data_options_report (&options, report, error);
}
