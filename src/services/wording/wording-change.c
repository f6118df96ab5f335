/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-change.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-contact.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"

/* DESIGN
 *
 * An entry of the change log names a table and its columns. Here each gets the words of the pages: a title that
 * says what happened ("Appointment changed"), and details with the old and the new value of each field. A column
 * without words here (ids, sort keys, versions) is nobody's business and stays out. */

#define LONGEST_VALUE 90

typedef const char *(*WordFunc) (const char *id);

typedef enum {
  VALUE_TEXT,
  VALUE_DATE,
  VALUE_INSTANT,
  VALUE_MINUTE, /* of the day */
  VALUE_FLAG,
  VALUE_NAME_ONLY,
  VALUE_PERSON, /* an id of a member of staff, a team or a client */
} Value;

typedef struct {
  const char *entity;
  const char *column;
  const char *name;
  Value value;
  WordFunc word;
} Field;

#define WORD_FUNC(name, wording, from_id) \
  static const char *name (const char *id) { return wording (from_id (id)); }

WORD_FUNC (kind_word, limber_wording_kind, limber_kind_from_id)
WORD_FUNC (style_word, limber_wording_style, limber_style_from_id)
WORD_FUNC (workouts_word, limber_wording_workouts, limber_workouts_from_id)
WORD_FUNC (status_word, limber_wording_appointment_status, limber_appointment_status_from_id)
WORD_FUNC (health_kind_word, limber_wording_health_kind, limber_health_kind_from_id)
WORD_FUNC (health_scope_word, limber_wording_health_scope, limber_health_scope_from_id)
WORD_FUNC (area_word, limber_wording_area_name, limber_area_from_id)
WORD_FUNC (side_word, limber_wording_side, limber_side_from_id)
WORD_FUNC (finding_type_word, limber_wording_finding_type, limber_finding_type_from_id)
WORD_FUNC (finding_source_word, limber_wording_finding_source, limber_finding_source_from_id)
WORD_FUNC (finding_status_word, limber_wording_finding_status, limber_finding_status_from_id)
WORD_FUNC (quality_word, limber_wording_pain_quality, limber_pain_quality_from_id)
WORD_FUNC (pause_word, limber_wording_pause_reason, limber_pause_reason_from_id)
WORD_FUNC (channel_word, limber_wording_contact_channel, limber_contact_channel_from_id)
WORD_FUNC (outcome_word, limber_wording_contact_outcome, limber_contact_outcome_from_id)

static const Field fields_known[] = {
  { "client", "name", N_("name"), VALUE_TEXT },
  { "client", "phone", N_("phone"), VALUE_TEXT },
  { "client", "email", N_("e-mail"), VALUE_TEXT },
  { "client", "birthday", N_("birthday"), VALUE_TEXT },
  { "client", "sport", N_("sport"), VALUE_TEXT },
  { "client", "team_id", N_("team"), VALUE_PERSON },
  { "client", "notes", N_("notes"), VALUE_TEXT },
  { "client", "emergency_name", N_("emergency contact"), VALUE_TEXT },
  { "client", "emergency_phone", N_("emergency phone"), VALUE_TEXT },
  { "client", "guardian_name", N_("guardian"), VALUE_TEXT },
  { "client", "guardian_phone", N_("guardian’s phone"), VALUE_TEXT },
  { "client", "consent_on", N_("consent given on"), VALUE_DATE },
  { "client", "consent_by", N_("consent given by"), VALUE_TEXT },
  { "client", "cadence_min", N_("comes back after, in days"), VALUE_TEXT },
  { "client", "cadence_max", N_("and no later than, in days"), VALUE_TEXT },
  { "client", "preferred_minutes", N_("preferred minutes"), VALUE_TEXT },
  { "client", "preferred_staff_id", N_("preferred therapist"), VALUE_PERSON },
  { "client", "preferred_weekdays", N_("preferred days"), VALUE_NAME_ONLY },
  { "client", "preferred_from", N_("preferred times, from"), VALUE_MINUTE },
  { "client", "preferred_to", N_("preferred times, until"), VALUE_MINUTE },
  { "client", "referrer_client_id", N_("sent by"), VALUE_PERSON },
  { "client", "referrer_team_id", N_("sent by"), VALUE_PERSON },
  { "client", "referrer_text", N_("sent by"), VALUE_TEXT },
  { "client", "worries", N_("worries before a goal race"), VALUE_FLAG },
  { "client", "pin_from", N_("pinned days before a race, from"), VALUE_TEXT },
  { "client", "pin_to", N_("pinned days before a race, to"), VALUE_TEXT },
  { "client", "pin_reason", N_("reason for the pinned days"), VALUE_TEXT },
  { "client", "snoozed_until", N_("snoozed until"), VALUE_DATE },
  { "client", "paused_on", N_("paused since"), VALUE_DATE },
  { "client", "paused_until", N_("paused until"), VALUE_DATE },
  { "client", "pause_reason", N_("reason for the pause"), VALUE_TEXT, pause_word },
  { "health_item", "kind", N_("kind"), VALUE_TEXT, health_kind_word },
  { "health_item", "scope", N_("forbids"), VALUE_TEXT, health_scope_word },
  { "health_item", "area", N_("area"), VALUE_TEXT, area_word },
  { "health_item", "side", N_("side"), VALUE_TEXT, side_word },
  { "health_item", "text", N_("text"), VALUE_TEXT },
  { "health_item", "since", N_("since"), VALUE_DATE },
  { "health_item", "resolved", N_("over since"), VALUE_DATE },
  { "appointment", "staff_id", N_("therapist"), VALUE_PERSON },
  { "appointment", "start_at", N_("start"), VALUE_INSTANT },
  { "appointment", "minutes", N_("minutes"), VALUE_TEXT },
  { "appointment", "kind", N_("kind"), VALUE_TEXT, kind_word },
  { "appointment", "status", N_("status"), VALUE_TEXT, status_word },
  { "appointment", "note", N_("note"), VALUE_TEXT },
  { "appointment", "override_reason", N_("booked anyway because"), VALUE_TEXT },
  { "session", "client_id", N_("client"), VALUE_PERSON },
  { "session", "staff_id", N_("therapist"), VALUE_PERSON },
  { "session", "date", N_("day"), VALUE_DATE },
  { "session", "started_at", N_("start"), VALUE_INSTANT },
  { "session", "planned_minutes", N_("minutes"), VALUE_TEXT },
  { "session", "kind", N_("kind"), VALUE_TEXT, kind_word },
  { "session", "style", N_("style"), VALUE_TEXT, style_word },
  { "session", "pressure", N_("pressure"), VALUE_TEXT },
  { "session", "techniques", N_("techniques"), VALUE_NAME_ONLY },
  { "session", "subjective", N_("what the client says"), VALUE_TEXT },
  { "session", "objective", N_("what was found"), VALUE_TEXT },
  { "session", "assessment", N_("assessment"), VALUE_TEXT },
  { "session", "plan", N_("plan"), VALUE_TEXT },
  { "session", "next_time", N_("for next time"), VALUE_TEXT },
  { "session", "relaxation", N_("relaxation"), VALUE_TEXT },
  { "session", "void_reason", N_("reason"), VALUE_TEXT },
  { "session", "hangover_level", N_("sluggish after the session"), VALUE_TEXT },
  { "session", "hangover_days", N_("days until it was gone"), VALUE_TEXT },
  { "session", "workouts", N_("workouts since"), VALUE_TEXT, workouts_word },
  { "finding", "type", N_("type"), VALUE_TEXT, finding_type_word },
  { "finding", "quality", N_("quality"), VALUE_TEXT, quality_word },
  { "finding", "severity_before", N_("severity before"), VALUE_TEXT },
  { "finding", "severity_after", N_("severity after"), VALUE_TEXT },
  { "finding", "source", N_("source"), VALUE_TEXT, finding_source_word },
  { "finding", "unaware", N_("client was unaware"), VALUE_FLAG },
  { "finding", "text", N_("text"), VALUE_TEXT },
  { "finding", "status", N_("status"), VALUE_TEXT, finding_status_word },
  { "rom", "before", N_("degrees before"), VALUE_TEXT },
  { "rom", "after", N_("degrees after"), VALUE_TEXT },
  { "race_entry", "goal", N_("goal race"), VALUE_FLAG },
  { "race_entry", "hard_on", N_("last hard workout"), VALUE_DATE },
  { "race_entry", "legs", N_("legs"), VALUE_TEXT },
  { "race_entry", "confidence", N_("confidence"), VALUE_TEXT },
  { "race_entry", "target", N_("wants to feel"), VALUE_TEXT },
  { "race_entry", "areas_asked_on", N_("asked where it hurts"), VALUE_DATE },
  { "sore_area", "area", N_("area"), VALUE_TEXT, area_word },
  { "sore_area", "side", N_("side"), VALUE_TEXT, side_word },
  { "sore_area", "score", N_("hurts, 0 to 10"), VALUE_TEXT },
  { "mind", "worry", N_("worry"), VALUE_TEXT },
  { "mind", "confidence", N_("confidence"), VALUE_TEXT },
  { "mind", "text", N_("in the client’s words"), VALUE_TEXT },
  { "self_care_note", "area", N_("area"), VALUE_TEXT, area_word },
  { "self_care_note", "text", N_("text"), VALUE_TEXT },
  { "self_care_note", "left_out", N_("left out"), VALUE_FLAG },
  { "contact", "channel", N_("by"), VALUE_TEXT, channel_word },
  { "contact", "outcome", N_("outcome"), VALUE_TEXT, outcome_word },
  { "contact", "text", N_("note"), VALUE_TEXT },
  { "contact", "until", N_("until"), VALUE_DATE },
};

typedef struct {
  const char *entity;
  const char *added;
  const char *changed;
  const char *removed;
} Title;

static const Title titles[] = {
  { "client", N_("Client added"), N_("Details changed"), N_("Client removed") },
  { "health_item", N_("Health note added"), N_("Health note changed"), N_("Health note removed") },
  { "appointment", N_("Appointment booked"), N_("Appointment changed"), N_("Appointment removed") },
  { "session", N_("Session entered"), N_("Session changed"), N_("Session removed") },
  { "session_pause", N_("Session paused"), N_("Session resumed"), N_("Pause removed") },
  { "finding", N_("Finding recorded"), N_("Finding changed"), N_("Finding taken back") },
  { "rom", N_("Motion measured"), N_("Motion changed"), N_("Motion taken back") },
  { "race_entry", N_("Race entered"), N_("Race entry changed"), N_("Race entry removed") },
  { "sore_area", N_("Sore after a race"), N_("Sore area changed"), N_("Sore area taken back") },
  { "mind", N_("Worry and confidence noted"), N_("Worry and confidence changed"), N_("Worry and confidence removed") },
  { "self_care_note", N_("Plan for home changed"), N_("Plan for home changed"), N_("Plan for home as before") },
  { "nudge", N_("Reminder planned"), N_("Reminder updated"), N_("Reminder removed") },
  { "contact", N_("Contact noted"), N_("Contact changed"), N_("Contact removed") },
};

/* Titles */

static const char *
after_of (GPtrArray *fields, const char *column)
{
  const LimberChangeField *field = limber_change_field_find (fields, column);

  return field != NULL ? field->after : NULL;
}

static gboolean
has (GPtrArray *fields, const char *column)
{
  return limber_change_field_find (fields, column) != NULL;
}

static const char *
client_title (GPtrArray *fields)
{
  if (has (fields, "archived_at"))
    return after_of (fields, "archived_at") != NULL ? _("Archived") : _("Put back into the list");
  if (has (fields, "opted_out"))
    return g_strcmp0 (after_of (fields, "opted_out"), "1") == 0 ? _("Reminders switched off")
                                                                : _("Reminders switched on");
  if (has (fields, "paused_on"))
    return after_of (fields, "paused_on") != NULL ? _("Reminders paused") : _("Reminders resumed");
  if (has (fields, "snoozed_until") && fields->len == 1)
    return after_of (fields, "snoozed_until") != NULL ? _("Reminder snoozed") : _("Snooze ended");
  return NULL;
}

static const char *
session_title (GPtrArray *fields)
{
  const LimberChangeField *state = limber_change_field_find (fields, "state");

  if (has (fields, "client_id"))
    return _("Session moved to another client");
  if (state != NULL && g_strcmp0 (state->after, "voided") == 0)
    return _("Session declared void");
  if (state != NULL && g_strcmp0 (state->before, "voided") == 0)
    return _("Session restored");
  if (state != NULL && g_strcmp0 (state->after, "completed") == 0)
    return _("Session completed");
  if (state != NULL && g_strcmp0 (state->after, "wrap-up") == 0)
    return _("Session finished");
  if (has (fields, "hangover_level"))
    return _("Asked how the session went down");
  if (has (fields, "workouts"))
    return _("Asked how the workouts were");
  return NULL;
}

static const char *
title_of (const LimberChange *change, GPtrArray *fields)
{
  gboolean update = g_str_equal (change->action, "update");
  const char *special = NULL;

  if (update && g_str_equal (change->entity, "client"))
    special = client_title (fields);
  else if (update && g_str_equal (change->entity, "session"))
    special = session_title (fields);
  if (special != NULL)
    return special;
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].entity, change->entity))
      return _(g_str_equal (change->action, "insert") ? titles[i].added
               : update                               ? titles[i].changed
                                                      : titles[i].removed);
  return _("Changed");
}

/* Which one: what the row is about, as far as the record still knows it. */

static gpointer
find_row (GPtrArray *rows, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (((LimberRecord *) rows->pdata[i])->id, id))
      return rows->pdata[i];
  return NULL;
}

static char *
finding_subject (GPtrArray *fields, const LimberFinding *finding)
{
  const LimberChangeField *area = limber_change_field_find (fields, "area");
  const LimberChangeField *side = limber_change_field_find (fields, "side");
  const char *id = area == NULL ? NULL : area->after != NULL ? area->after : area->before;
  const char *side_id = side == NULL ? NULL : side->after != NULL ? side->after : side->before;

  if (finding != NULL)
    return limber_wording_area (finding->area, finding->side);
  return id != NULL ? limber_wording_area (limber_area_from_id (id), limber_side_from_id (side_id)) : NULL;
}

static char *
race_subject (GPtrArray *fields, const char *entity_id, const LimberClientFile *file)
{
  const LimberRaceEntry *entry = find_row (file->entries, entity_id);
  const char *race_id = entry != NULL ? entry->race_id : after_of (fields, "race_id");
  const LimberRace *race = race_id != NULL ? find_row (file->races, race_id) : NULL;

  return race != NULL ? g_strdup (race->name) : NULL;
}

static char *
subject_of (const LimberChange *change, GPtrArray *fields, const LimberClientFile *file)
{
  const LimberHealthItem *item;
  const LimberSession *session = limber_client_file_session (file, change->entity_id);

  if (g_str_equal (change->entity, "finding"))
    return finding_subject (fields, find_row (file->findings, change->entity_id));
  if (g_str_equal (change->entity, "race_entry"))
    return race_subject (fields, change->entity_id, file);
  if (g_str_equal (change->entity, "health_item") && (item = find_row (file->health, change->entity_id)) != NULL)
    return g_strdup (item->text != NULL ? item->text : limber_wording_health_kind (item->kind));
  if (session == NULL)
    session = find_row (file->voided, change->entity_id);
  return session != NULL ? limber_wording_day (session->date) : NULL;
}

/**
 * limber_wording_change_title:
 * @fields: (element-type LimberChangeField): what changed, of one entry or of a run of them
 *
 * Returns: (transfer full): what happened: "Finding recorded: right quad"
 */
char *
limber_wording_change_title (const LimberChange *change, GPtrArray *fields, const LimberClientFile *file)
{
  g_autofree char *subject = subject_of (change, fields, file);
  const char *title = title_of (change, fields);

  return subject != NULL ? g_strdup_printf ("%s: %s", title, subject) : g_strdup (title);
}

/* Details */

static char *
clip (const char *text)
{
  g_autofree char *start = NULL;
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');

  if (g_utf8_strlen (line, -1) <= LONGEST_VALUE)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, LONGEST_VALUE);
  return g_strconcat (start, "…", NULL);
}

static char *
instant_words (const char *digits, GTimeZone *zone)
{
  gint64 instant = g_ascii_strtoll (digits, NULL, 10);
  g_autofree char *day = limber_wording_day (limber_date_from_instant (instant, zone));
  g_autofree char *time = limber_wording_time (instant, zone);

  return g_strdup_printf ("%s, %s", day, time);
}

static char *
value_words (const Field *field, const char *value, const LimberClientFile *file, GTimeZone *zone)
{
  const char *name;
  LimberDate date;
  int minute;

  if (value == NULL)
    return NULL;
  switch (field->value)
    {
    case VALUE_DATE:
      date = limber_date_parse (value);
      return date != LIMBER_DATE_NONE ? limber_wording_full_date (date) : g_strdup (value);
    case VALUE_MINUTE:
      minute = (int) g_ascii_strtoll (value, NULL, 10);
      return minute > 0 ? g_strdup_printf ("%02d:%02d", minute / 60, minute % 60) : NULL;
    case VALUE_INSTANT:
      return instant_words (value, zone);
    case VALUE_FLAG:
      return g_strdup (g_str_equal (value, "1") ? _("yes") : _("no"));
    case VALUE_PERSON:
      name = limber_client_file_name (file, value);
      return g_strdup (name != NULL ? name : _("somebody else"));
    default:
      return field->word != NULL ? g_strdup (field->word (value)) : clip (value);
    }
}

static const Field *
find_field (const char *entity, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields_known); i++)
    if (g_str_equal (fields_known[i].entity, entity) && g_str_equal (fields_known[i].column, column))
      return &fields_known[i];
  return NULL;
}

static void
add_update (GString *text, const Field *field, const char *before, const char *after)
{
  g_string_append (text, text->len > 0 ? "\n" : "");
  if (field->value == VALUE_NAME_ONLY)
    g_string_append (text, _(field->name));
  else
    /* Translators: what a field held before and holds now: "phone: 555-0101 → 555-0102" */
    g_string_append_printf (text, _("%s: %s → %s"), _(field->name), before != NULL ? before : "–",
                            after != NULL ? after : "–");
}

static void
add_value (GString *text, const Field *field, const char *value)
{
  if (value == NULL || field->value == VALUE_NAME_ONLY)
    return;
  if (field->value == VALUE_FLAG)
    return;
  g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "  ·  " : "", _(field->name), value);
}

/* A client of a session that begins is the one whose record this is. */
static gboolean
is_plain (const LimberChange *change, const LimberChangeField *field)
{
  return g_str_equal (field->column, "client_id") && !g_str_equal (change->action, "update");
}

/**
 * limber_wording_change_details:
 * @fields: (element-type LimberChangeField): as for limber_wording_change_title()
 * @zone: of the clinic
 *
 * Returns: (transfer full): the fields in words, one a line for an update; may be empty
 */
char *
limber_wording_change_details (const LimberChange *change, GPtrArray *fields, const LimberClientFile *file,
                               GTimeZone *zone)
{
  gboolean update = g_str_equal (change->action, "update");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const LimberChangeField *changed = fields->pdata[i];
      const Field *field = find_field (change->entity, changed->column);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (field == NULL || is_plain (change, changed))
        continue;
      before = value_words (field, changed->before, file, zone);
      after = value_words (field, changed->after, file, zone);
      if (update)
        add_update (text, field, before, after);
      else
        add_value (text, field, g_str_equal (change->action, "insert") ? after : before);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** limber_wording_session_text: Returns: (nullable): the heading of a text of a session. */
const char *
limber_wording_session_text (const char *column)
{
  const Field *field = find_field ("session", column);

  return field != NULL ? _(field->name) : NULL;
}
