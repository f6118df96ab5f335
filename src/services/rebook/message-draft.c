/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook/message-draft.h"

#include "store/clinic.h"
#include "store/message-template.h"
#include "store/next-visit.h"
#include "store/plan-facts.h"

/** limber_message_query_new: Returns: (transfer full): for limber_message_draft_load() */
LimberMessageQuery *
limber_message_query_new (const char *client_id, LimberContactChannel channel, const char *language, gint64 now,
                          GTimeZone *zone)
{
  LimberMessageQuery *query = g_new0 (LimberMessageQuery, 1);

  query->client_id = g_strdup (client_id);
  query->channel = channel;
  query->language = g_strdup (language);
  query->now = now;
  query->zone = g_time_zone_ref (zone);
  return query;
}

void
limber_message_query_free (LimberMessageQuery *query)
{
  g_free (query->client_id);
  g_free (query->language);
  g_time_zone_unref (query->zone);
  g_free (query);
}

/** limber_message_draft_free: (nullable) */
void
limber_message_draft_free (LimberMessageDraft *draft)
{
  if (draft == NULL)
    return;
  limber_client_free (draft->client);
  g_free (draft->clinic);
  g_free (draft->race);
  g_free (draft->address);
  g_free (draft->subject);
  g_free (draft->body);
  g_free (draft);
}

/** limber_message_has_address: Returns: whether this way needs a number or an address. */
gboolean
limber_message_has_address (LimberContactChannel channel)
{
  return channel != LIMBER_CONTACT_CHANNEL_IN_PERSON && channel != LIMBER_CONTACT_CHANNEL_NONE;
}

/* Days with room that the rules like best. */
static gboolean
take_dates (LimberMessageDraft *draft, LimberDb *db, const LimberPlanFacts *facts, const LimberMessageQuery *query,
            GError **error)
{
  g_autoptr (LimberFreeTime) free_time = limber_free_time_load (db, query->now, query->zone, error);
  LimberVisitWish wish = limber_visit_wish_of (draft->client);
  g_autoptr (GArray) days = NULL;

  if (free_time == NULL)
    return FALSE;
  days = limber_next_visit_days (free_time, &wish, &facts->input);
  for (guint i = 0; i < days->len && draft->values.n_dates < LIMBER_MESSAGE_MAX_DATES; i++)
    if (g_array_index (days, LimberDate, i) > facts->input.today)
      draft->values.dates[draft->values.n_dates++] = g_array_index (days, LimberDate, i);
  return TRUE;
}

static void
take_race (LimberMessageDraft *draft, const LimberPlanFacts *facts)
{
  int race = limber_plan_nearest_race (&facts->input, facts->input.today);

  if (race < 0)
    return;
  draft->race = g_strdup (limber_plan_facts_race (facts, race)->name);
  draft->values.race = draft->race;
  draft->values.race_on = facts->input.races[race].first;
}

static gboolean
take_values (LimberMessageDraft *draft, LimberDb *db, const LimberMessageQuery *query, GError **error)
{
  LimberDate today = limber_date_from_instant (query->now, query->zone);
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);
  g_autoptr (LimberPlanFacts) facts = clinic ? limber_plan_facts_load (db, query->client_id, today, error) : NULL;

  if (facts == NULL)
    return FALSE;
  draft->clinic = g_strdup (clinic->name);
  draft->values.clinic = draft->clinic;
  draft->values.name = draft->client->name;
  draft->values.language = limber_message_language_find (query->language ? query->language : draft->client->language);
  if (facts->input.last_session != LIMBER_DATE_NONE)
    draft->values.days = today - facts->input.last_session;
  take_race (draft, facts);
  return take_dates (draft, db, facts, query, error);
}

static gboolean
take_words (LimberMessageDraft *draft, LimberDb *db, GError **error)
{
  const LimberMessageLanguage *language = draft->values.language;
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberMessageTemplate) own
      = limber_message_template_find (db, draft->channel, limber_message_language_id (language), &local);
  const char *subject = own != NULL ? own->subject : limber_message_language_subject (language, draft->channel);
  const char *body = own != NULL ? own->body : limber_message_language_body (language, draft->channel);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  draft->subject = subject != NULL ? limber_message_expand (subject, &draft->values, error) : NULL;
  draft->body = subject == NULL || draft->subject != NULL ? limber_message_expand (body, &draft->values, error) : NULL;
  return draft->body != NULL;
}

/**
 * limber_message_draft_load:
 * @data: a LimberMessageQuery
 *
 * Returns: (transfer full): a LimberMessageDraft, or %NULL with @error
 */
gpointer
limber_message_draft_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberMessageQuery *query = data;
  g_autoptr (LimberMessageDraft) draft = g_new0 (LimberMessageDraft, 1);
  gboolean by_mail = query->channel == LIMBER_CONTACT_CHANNEL_MAIL;

  draft->channel = query->channel;
  draft->client = limber_record_load (db, &limber_client_type, query->client_id, error);
  if (draft->client == NULL || !take_values (draft, db, query, error))
    return NULL;
  if (!limber_message_has_address (query->channel))
    return g_steal_pointer (&draft);
  draft->address = g_strdup (by_mail ? draft->client->email : draft->client->phone);
  return take_words (draft, db, error) ? g_steal_pointer (&draft) : NULL;
}
