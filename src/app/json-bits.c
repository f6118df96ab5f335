/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/json-bits.h"

/** limber_json_add_date: adds the ISO text of @date, null for none. */
void
limber_json_add_date (JsonBuilder *builder, LimberDate date)
{
  g_autofree char *iso = date == LIMBER_DATE_NONE ? NULL : limber_date_to_iso (date);

  if (iso)
    json_builder_add_string_value (builder, iso);
  else
    json_builder_add_null_value (builder);
}

void
limber_json_add_named_date (JsonBuilder *builder, const char *name, LimberDate date)
{
  json_builder_set_member_name (builder, name);
  limber_json_add_date (builder, date);
}

/** limber_json_add_named_text: @text: (nullable): null when there is none */
void
limber_json_add_named_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/** limber_json_add_named_instant: @instant: UTC seconds, written with the offset of @zone; 0 is null */
void
limber_json_add_named_instant (JsonBuilder *builder, const char *name, gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = instant != 0 ? g_date_time_new_from_unix_utc (instant) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *text = local != NULL ? g_date_time_format_iso8601 (local) : NULL;

  limber_json_add_named_text (builder, name, text);
}

/** limber_json_finish: Returns: (transfer full): what was built, indented, with a line break at the end. */
char *
limber_json_finish (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *json = json_to_string (root, TRUE);

  return g_strconcat (json, "\n", NULL);
}
