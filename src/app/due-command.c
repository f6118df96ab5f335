/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "app/data-commands.h"
#include "app/data-options.h"
#include "app/json-bits.h"
#include "app/text-table.h"
#include "domain/suggestion.h"
#include "services/wording/wording.h"
#include "store/clinic.h"
#include "store/due.h"

#define N_COLUMNS 7

static LimberDate
next_appointment (const LimberDueClient *client, GTimeZone *zone)
{
  return client->next_appointment_at ? limber_date_from_instant (client->next_appointment_at, zone)
                                     : LIMBER_DATE_NONE;
}

static LimberDate
next_race (const LimberDueClient *client)
{
  return client->next_race < 0 ? LIMBER_DATE_NONE : client->facts->input.races[client->next_race].first;
}

static void
add_client (JsonBuilder *builder, const LimberDueClient *client, GTimeZone *zone)
{
  const LimberPlanRaceInfo *race = limber_plan_facts_race (client->facts, client->next_race);
  g_autoptr (GArray) suggested = limber_plan_suggest (&client->facts->input, NULL, NULL);

  json_builder_begin_object (builder);
  limber_json_add_named_text (builder, "client", client->name);
  limber_json_add_named_text (builder, "id", client->id);
  limber_json_add_named_text (builder, "state", limber_reminder_state_id (client->state));
  limber_json_add_named_date (builder, "last", client->last);
  limber_json_add_named_date (builder, "due_from", client->due.from);
  limber_json_add_named_date (builder, "due_to", client->due.to);
  json_builder_set_member_name (builder, "days_since");
  if (client->last == LIMBER_DATE_NONE)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, client->facts->input.today - client->last);
  limber_json_add_named_date (builder, "next_appointment", next_appointment (client, zone));
  limber_json_add_named_instant (builder, "next_appointment_at", client->next_appointment_at, zone);
  limber_json_add_named_date (builder, "next_race", next_race (client));
  limber_json_add_named_text (builder, "next_race_name", race ? race->name : NULL);
  json_builder_set_member_name (builder, "suggested");
  json_builder_begin_array (builder);
  for (guint i = 0; i < suggested->len; i++)
    limber_json_add_date (builder, g_array_index (suggested, LimberDate, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static char *
to_json (GPtrArray *clients, GTimeZone *zone)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < clients->len; i++)
    add_client (builder, g_ptr_array_index (clients, i), zone);
  json_builder_end_array (builder);
  return limber_json_finish (builder);
}

static char *
date_cell (LimberDate date)
{
  return date == LIMBER_DATE_NONE ? g_strdup ("–") : limber_date_to_iso (date);
}

static char *
suggested_cell (const LimberDueClient *client)
{
  g_autoptr (GArray) days = limber_plan_suggest (&client->facts->input, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (days->len, 3); i++)
    {
      g_autofree char *iso = limber_date_to_iso (g_array_index (days, LimberDate, i));

      g_string_append_printf (text, "%s%s", i ? ", " : "", iso);
    }
  if (days->len > 3)
    g_string_append (text, ", …");
  return g_string_free (text, FALSE);
}

static GStrv
text_row (const LimberDueClient *client, GTimeZone *zone)
{
  GStrv cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = g_strdup (client->name);
  cells[1] = g_strdup (limber_wording_reminder_state (client->state));
  cells[2] = date_cell (client->last);
  cells[3] = client->last == LIMBER_DATE_NONE
               ? g_strdup ("–")
               : g_strdup_printf ("%d", client->facts->input.today - client->last);
  cells[4] = date_cell (next_appointment (client, zone));
  cells[5] = date_cell (next_race (client));
  cells[6] = suggested_cell (client);
  return cells;
}

static char *
to_text (GPtrArray *clients, GTimeZone *zone)
{
  const char *titles[] = { _("Client"),     _("State"),     _("Last visit"), _("Days"),
                           _("Next visit"), _("Next race"), _("Suggested"),  NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (clients->len == 0)
    return g_strdup_printf ("%s\n", _("There are no clients yet."));
  g_ptr_array_add (rows, g_strdupv ((GStrv) titles));
  for (guint i = 0; i < clients->len; i++)
    g_ptr_array_add (rows, text_row (g_ptr_array_index (clients, i), zone));
  return limber_text_table (rows);
}

static char *
report (LimberDb *db, const LimberDataOptions *options, GError **error)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);
  g_autoptr (GTimeZone) zone = clinic ? limber_clinic_time_zone (clinic) : NULL;
  g_autoptr (GPtrArray) clients = NULL;

  if (!zone)
    return NULL;
  clients = limber_due_load (db, options->on, zone, error);
  if (!clients)
    return NULL;
  return options->json ? to_json (clients, zone) : to_text (clients, zone);
}

/** limber_due_command_run: `limber due`: where every client who is not archived stands */
char *
limber_due_command_run (int argc, const char *const *argv, GError **error)
{
  static const LimberArgument known[] = {
    { "--database", LIMBER_ARGUMENT_VALUE, limber_data_set_database },
    { "--on", LIMBER_ARGUMENT_VALUE, limber_data_set_on },
    { "--format", LIMBER_ARGUMENT_VALUE, limber_data_set_format },
    { NULL },
  };
  g_auto (LimberDataOptions) options = { NULL };

  if (!limber_data_options_parse (&options, known, FALSE, argc, argv, error))
    return NULL;
  return limber_data_options_report (&options, report, error);
}
