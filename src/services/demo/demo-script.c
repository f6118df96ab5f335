/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/demo/demo-private.h"

#include "store/contact.h"
#include "store/health.h"
#include "store/race.h"

#define SPOT(area, side, type, severity, unaware) \
  { LIMBER_AREA_##area, LIMBER_SIDE_##side, LIMBER_FINDING_TYPE_##type, severity, unaware }

/* A knot that creeps up, and the visits of those whom the first pages show. */
static const LimberDemoScript scripts[] = {
  { "Juniper Ashgrove", 0, SPOT (QUADRICEPS, RIGHT, KNOT, 7, TRUE), 4, "Did not expect it to be that tight." },
  { "Juniper Ashgrove", 0, SPOT (GLUTEUS_MEDIUS, RIGHT, TRIGGER_POINT, 5, TRUE), 3, NULL },
  { "Juniper Ashgrove", 0, SPOT (GASTROCNEMIUS, LEFT, TENSION, 6, FALSE), 4, NULL },
  { "Juniper Ashgrove", 0, SPOT (HIP_FLEXORS, RIGHT, RESTRICTED_MOTION, 4, FALSE), 4, NULL },
  { "Juniper Ashgrove", 1, SPOT (QUADRICEPS, RIGHT, KNOT, 6, TRUE), 3, NULL },
  { "Juniper Ashgrove", 1, SPOT (GASTROCNEMIUS, LEFT, TENSION, 5, FALSE), 3, NULL },
  { "Juniper Ashgrove", 2, SPOT (QUADRICEPS, RIGHT, TENSION, 5, FALSE), 3, NULL },
  { "Juniper Ashgrove", 2, SPOT (GASTROCNEMIUS, LEFT, TENSION, 4, FALSE), 2, NULL },
  { "Juniper Ashgrove", 2, SPOT (LOWER_BACK, LEFT, SORENESS, 4, FALSE), 2, NULL },
  { "Juniper Ashgrove", 3, SPOT (QUADRICEPS, RIGHT, TENSION, 4, FALSE), 2, NULL },
  { "Juniper Ashgrove", 3, SPOT (UPPER_TRAPEZIUS, LEFT, TENSION, 3, FALSE), 3, NULL },
  { "Juniper Ashgrove", 4, SPOT (QUADRICEPS, RIGHT, TENSION, 3, FALSE), 2, NULL },
  { "Wren Halloway", 0, SPOT (GLUTEUS_MEDIUS, RIGHT, TRIGGER_POINT, 8, TRUE), 6, NULL },
  { "Wren Halloway", 0, SPOT (LOWER_BACK, LEFT, TENSION, 6, FALSE), 5, NULL },
  { "Wren Halloway", 0, SPOT (GASTROCNEMIUS, RIGHT, KNOT, 6, FALSE), 4, NULL },
  { "Rafferty Quill", 0, SPOT (QUADRICEPS, RIGHT, KNOT, 7, TRUE), 7, NULL },
  { "Rafferty Quill", 0, SPOT (GASTROCNEMIUS, LEFT, TENSION, 6, FALSE), 6, NULL },
  { "Rafferty Quill", 0, SPOT (LOWER_BACK, RIGHT, TENSION, 5, FALSE), 5, NULL },
  { "Rafferty Quill", LIMBER_DEMO_ON_TABLE, SPOT (QUADRICEPS, RIGHT, KNOT, 5, TRUE), -1, "Mid-belly, softens slowly." },
  { "Rafferty Quill", LIMBER_DEMO_ON_TABLE, SPOT (LOWER_BACK, RIGHT, TENSION, 4, FALSE), -1, NULL },
  { "Rafferty Quill", LIMBER_DEMO_ON_TABLE, SPOT (HIP_FLEXORS, LEFT, RESTRICTED_MOTION, 3, FALSE), -1, NULL },
  { "Rafferty Quill", LIMBER_DEMO_ON_TABLE, SPOT (PLANTAR_FASCIA, LEFT, TENDER_POINT, 3, TRUE), -1, NULL },
  { "Dorian Cadence", 0, SPOT (HAMSTRINGS, LEFT, SPASM, 6, FALSE), 5, NULL },
  { "Dorian Cadence", 0, SPOT (SOLEUS, RIGHT, TENSION, 4, FALSE), 3, NULL },
  { "Isolde Furlong", 0, SPOT (IT_BAND, RIGHT, ADHESION, 7, TRUE), 7, NULL },
  { "Percival Stile", 0, SPOT (QUADRICEPS, LEFT, SORENESS, 4, FALSE), 3, NULL },
  { "Percival Stile", 0, SPOT (UPPER_TRAPEZIUS, RIGHT, TENSION, 3, FALSE), 2, NULL },
};

/* A spot that is found again later is settled by the later finding. */
static gboolean
is_found_later (const LimberDemoScript *script)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_str_equal (scripts[i].name, script->name) && scripts[i].visits_ago >= 0 &&
        scripts[i].visits_ago < script->visits_ago && scripts[i].spot.area == script->spot.area &&
        scripts[i].spot.side == script->spot.side)
      return TRUE;
  return FALSE;
}

/**
 * limber_demo_put_scripted:
 * @name: (nullable)
 *
 * Returns: %FALSE when nothing is written down for this visit
 */
gboolean
limber_demo_put_scripted (LimberDemo *demo, const char *name, int visits_ago, const char *session_id,
                          const char *client_id)
{
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_strcmp0 (scripts[i].name, name) == 0 && scripts[i].visits_ago == visits_ago)
      {
        limber_demo_put_finding (demo, session_id, client_id, &scripts[i].spot, scripts[i].after,
                                 is_found_later (&scripts[i]) ? LIMBER_FINDING_STATUS_RESOLVED
                                                              : LIMBER_FINDING_STATUS_OPEN,
                                 scripts[i].text);
        found = TRUE;
      }
  return found;
}

static void
put_entries (LimberDemo *demo)
{
  /* hard_in: days from today to the last hard workout, 0 for unknown. legs -1 while unasked. */
  static const struct { const char *name; int race; gboolean goal; int hard_in, legs, confidence; } entries[] = {
    { "Percival Stile", RACE_MILE, FALSE, 0, -1, -1 },
    { "Clementine Rise", RACE_HILL, FALSE, 0, -1, -1 },
    { "Isolde Furlong", RACE_TRACK, FALSE, 0, -1, -1 },
    { "Wren Halloway", RACE_HALF, TRUE, -3, -1, -1 },
    { "Caspian Rowe", RACE_MARATHON, TRUE, 4, -1, -1 },
    { "Juniper Ashgrove", RACE_MARATHON, TRUE, 0, -1, -1 },
    { "Odalys Brightwater", RACE_MARATHON, TRUE, 0, -1, -1 },
    { "Tobias Fennimore", RACE_MARATHON, FALSE, 0, -1, -1 },
    { "Hanne Overpass", RACE_MARATHON, FALSE, 0, -1, -1 },
    { "Fern Splitwell", RACE_FOXGLOVE, FALSE, 0, -1, -1 },
    { "Rafferty Quill", RACE_FOXGLOVE, TRUE, 0, -1, -1 },
    { "Marigold Tempo", RACE_FOXGLOVE, FALSE, 0, -1, -1 },
    { "Quentin Bluff", RACE_FOXGLOVE, FALSE, 0, -1, -1 },
    { "Sunniva Fell", RACE_FOXGLOVE, TRUE, 0, -1, -1 },
    { "Magnus Verge", RACE_FOXGLOVE, FALSE, 0, -1, -1 },
    { "Rory Millpond", RACE_LANTERN, FALSE, 0, -1, -1 },
    { "Bettina Kerb", RACE_QUARRY, FALSE, 0, -1, -1 },
    { "Lorna Cairn", RACE_QUARRY, FALSE, 0, -1, -1 },
    { "Tabitha Loop", RACE_QUARRY, FALSE, 0, -1, -1 },
    { "Caspian Rowe", RACE_SUMMER, FALSE, 0, 9, 10 },
    { "Caspian Rowe", RACE_SPRING_HALF, TRUE, 0, 8, 9 },
    { "Caspian Rowe", RACE_LANTERN_WINTER, FALSE, 0, 7, 7 },
    { "Caspian Rowe", RACE_SPRING_MARATHON, TRUE, 0, 6, 6 },
    { "Juniper Ashgrove", RACE_SPRING_HALF, TRUE, 0, 7, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const char *client_id = g_hash_table_lookup (demo->clients, entries[i].name);
      LimberRaceEntry *entry;

      if (!client_id)
        continue;
      entry = limber_race_entry_new ();
      entry->race_id = g_strdup (demo->races[entries[i].race]);
      entry->client_id = g_strdup (client_id);
      entry->goal = entries[i].goal;
      entry->hard_on = entries[i].hard_in ? demo->options->today + entries[i].hard_in : LIMBER_DATE_NONE;
      entry->legs = entries[i].legs;
      entry->confidence = entries[i].confidence;
      entry->answered_on = entries[i].legs >= 0 ? demo->options->today - 60 : LIMBER_DATE_NONE;
      limber_demo_put (demo, &limber_race_entry_type, entry);
    }
}

static void
put_health (LimberDemo *demo)
{
  static const struct {
    const char *name;
    LimberHealthKind kind;
    LimberHealthScope scope;
    LimberArea area;
    LimberSide side;
    const char *text;
    int since;
  } items[] = {
    { "Rafferty Quill", LIMBER_HEALTH_KIND_ALLERGY, 0, 0, 0, "almond oil", 400 },
    { "Wren Halloway", LIMBER_HEALTH_KIND_ALLERGY, 0, 0, 0, "arnica", 300 },
    { "Wren Halloway", LIMBER_HEALTH_KIND_CONTRAINDICATION, LIMBER_HEALTH_SCOPE_LOCAL, LIMBER_AREA_GASTROCNEMIUS,
      LIMBER_SIDE_LEFT, "bruise, no pressure", 8 },
    { "Ursula Kilometer", LIMBER_HEALTH_KIND_INJURY, 0, LIMBER_AREA_ACHILLES, LIMBER_SIDE_RIGHT, "under treatment", 20 },
    { "Otto Switchback", LIMBER_HEALTH_KIND_SURGERY, 0, LIMBER_AREA_KNEE, LIMBER_SIDE_LEFT, "meniscus, healed", 900 },
    { "Juniper Ashgrove", LIMBER_HEALTH_KIND_INJURY, 0, LIMBER_AREA_ANKLE, LIMBER_SIDE_LEFT, "old sprain", 700 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const char *client_id = g_hash_table_lookup (demo->clients, items[i].name);
      LimberHealthItem *item;

      if (!client_id)
        continue;
      item = limber_health_item_new ();
      item->client_id = g_strdup (client_id);
      item->kind = items[i].kind;
      item->scope = items[i].scope;
      item->area = items[i].area;
      item->side = items[i].side;
      item->text = g_strdup (items[i].text);
      item->since = demo->options->today - items[i].since;
      /* Told when it was new: what is old is no news at the next visit. */
      demo->day = item->since;
      limber_demo_put (demo, &limber_health_item_type, item);
    }
  demo->day = LIMBER_DATE_NONE;
}

static void
put_contacts (LimberDemo *demo)
{
  static const struct {
    const char *name;
    int days_ago;
    LimberContactChannel channel;
    LimberContactOutcome outcome;
    const char *text;
  } contacts[] = {
    { "Ignatius Stride", 5, LIMBER_CONTACT_CHANNEL_TEXT, LIMBER_CONTACT_OUTCOME_NO_ANSWER, NULL },
    { "Barnaby Pace", 7, LIMBER_CONTACT_CHANNEL_MAIL, LIMBER_CONTACT_OUTCOME_WILL_CALL_BACK, "After payday." },
    { "Rory Millpond", 1, LIMBER_CONTACT_CHANNEL_TEXT, LIMBER_CONTACT_OUTCOME_NO_ANSWER, "Has seen it." },
    { "Linus Ferryman", 1, LIMBER_CONTACT_CHANNEL_PHONE, LIMBER_CONTACT_OUTCOME_WILL_CALL_BACK, "Will call back." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      const char *client_id = g_hash_table_lookup (demo->clients, contacts[i].name);
      LimberContact *contact;

      if (!client_id)
        continue;
      contact = limber_contact_new ();
      contact->client_id = g_strdup (client_id);
      contact->at = limber_date_at_minute (demo->options->today - contacts[i].days_ago, 600, demo->options->zone);
      contact->staff_id = g_strdup (demo->staff[STAFF_INES]);
      contact->channel = contacts[i].channel;
      contact->outcome = contacts[i].outcome;
      contact->text = g_strdup (contacts[i].text);
      limber_demo_put (demo, &limber_contact_type, contact);
    }
}

/** limber_demo_put_cast_extras: races, health items and what was said on the phone */
void
limber_demo_put_cast_extras (LimberDemo *demo)
{
  put_entries (demo);
  put_health (demo);
  put_contacts (demo);
}
