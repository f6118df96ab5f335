/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/booking/booking-client.h"

#include <glib/gi18n-lib.h>

#include "store/calendar.h"
#include "store/client.h"
#include "store/team.h"

#define MAX_FOUND 6

LimberBookingClientQuery *
limber_booking_client_query_new (const char *id, const char *text, LimberDate today)
{
  LimberBookingClientQuery *query = g_new0 (LimberBookingClientQuery, 1);

  query->id = g_strdup (id);
  query->text = g_strdup (text);
  query->today = today;
  return query;
}

void
limber_booking_client_query_free (LimberBookingClientQuery *query)
{
  if (query == NULL)
    return;
  g_free (query->id);
  g_free (query->text);
  g_free (query);
}

void
limber_booking_client_free (LimberBookingClient *client)
{
  if (client == NULL)
    return;
  g_free (client->id);
  g_free (client->name);
  g_free (client->team);
  g_free (client->preferred_staff_id);
  g_clear_pointer (&client->facts, limber_plan_facts_free);
  g_clear_pointer (&client->unaware, limber_finding_free);
  g_free (client);
}

static LimberBookingClient *
from_record (LimberDb *db, const LimberClient *record)
{
  LimberBookingClient *client = g_new0 (LimberBookingClient, 1);

  client->id = g_strdup (record->base.id);
  client->name = g_strdup (record->name);
  client->preferred_minutes = record->preferred_minutes;
  client->preferred_staff_id = g_strdup (record->preferred_staff_id);
  if (record->team_id != NULL)
    {
      g_autoptr (LimberTeam) team = limber_record_load (db, &limber_team_type, record->team_id, NULL);

      client->team = team != NULL ? g_strdup (team->name) : NULL;
    }
  return client;
}

/** limber_booking_client_load: Returns: (transfer full): the LimberBookingClient with @id, with its facts. */
gpointer
limber_booking_client_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberBookingClientQuery *query = data;
  g_autoptr (LimberClient) record = limber_record_load (db, &limber_client_type, query->id, error);
  g_autoptr (LimberBookingClient) client = NULL;

  if (record == NULL)
    return NULL;
  client = from_record (db, record);
  client->facts = limber_plan_facts_load (db, query->id, query->today, error);
  if (client->facts == NULL)
    return NULL;
  if (client->facts->input.unaware)
    client->unaware = limber_finding_last_unaware (db, query->id, &client->unaware_on, NULL);
  return g_steal_pointer (&client);
}

/** limber_booking_client_add: Returns: (transfer full): a new LimberBookingClient called @text. */
gpointer
limber_booking_client_add (LimberDb *db, gpointer data, GError **error)
{
  LimberBookingClientQuery *query = data;
  g_autoptr (LimberClient) record = limber_client_new ();

  limber_record_set_text (&record->name, query->text);
  if (!limber_record_insert (db, &limber_client_type, record, error))
    return NULL;
  g_free (query->id);
  query->id = g_strdup (record->base.id);
  return limber_booking_client_load (db, query, error);
}

/** limber_booking_client_search: Returns: (transfer full): a GPtrArray of LimberBookingClient without facts. */
gpointer
limber_booking_client_search (LimberDb *db, gpointer data, GError **error)
{
  const LimberBookingClientQuery *query = data;
  g_autoptr (GPtrArray) records = limber_calendar_find_clients (db, query->text, MAX_FOUND, error);
  GPtrArray *found;

  if (records == NULL)
    return NULL;
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_booking_client_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (found, from_record (db, records->pdata[i]));
  return found;
}
