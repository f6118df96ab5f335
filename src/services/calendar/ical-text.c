/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: a file from anywhere is not handed to the parser as it is. Only the lines that are understood here, in the
 * components they belong to and of a reasonable length, go on; everything else (alarms, attachments, properties of other
 * programs, rules in time zones that are not yearly) is dropped or refused. */

#include "services/calendar/ical-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 8
#define MAX_SUMMARY 500
#define MAX_LINE 20000

typedef enum {
  PLACE_OUTSIDE,
  PLACE_CALENDAR,
  PLACE_EVENT,
  PLACE_ZONE,
  PLACE_OBSERVANCE,
  PLACE_IGNORED,
} Place;

typedef struct {
  GString *out;
  Place places[MAX_DEPTH];
  char *names[MAX_DEPTH];
  int depth;
  int n_events;
  int n_calendars;
} Filter;

static const char *const of_event[] = { "UID",   "SUMMARY", "DTSTART", "DTEND",         "DURATION", "RRULE",
                                        "RDATE", "EXDATE",  "STATUS",  "RECURRENCE-ID", NULL };
static const char *const of_zone[] = { "TZID", NULL };
static const char *const of_observance[] = { "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE", NULL };

static gboolean
refuse (GError **error, const char *text)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, text);
  return FALSE;
}

static Place
place_of (Place outer, const char *name)
{
  if (outer == PLACE_OUTSIDE)
    return g_ascii_strcasecmp (name, "VCALENDAR") == 0 ? PLACE_CALENDAR : PLACE_IGNORED;
  if (outer == PLACE_CALENDAR && g_ascii_strcasecmp (name, "VEVENT") == 0)
    return PLACE_EVENT;
  if (outer == PLACE_CALENDAR && g_ascii_strcasecmp (name, "VTIMEZONE") == 0)
    return PLACE_ZONE;
  if (outer == PLACE_ZONE
      && (g_ascii_strcasecmp (name, "STANDARD") == 0 || g_ascii_strcasecmp (name, "DAYLIGHT") == 0))
    return PLACE_OBSERVANCE;
  return PLACE_IGNORED;
}

static Place
inner_place (const Filter *filter)
{
  return filter->depth > 0 ? filter->places[filter->depth - 1] : PLACE_OUTSIDE;
}

static gboolean
is_kept (Place place)
{
  return place == PLACE_EVENT || place == PLACE_ZONE || place == PLACE_OBSERVANCE;
}

static gboolean
begin (Filter *filter, const char *name, GError **error)
{
  Place place = place_of (inner_place (filter), name);

  if (filter->depth == MAX_DEPTH)
    return refuse (error, _("This calendar file is nested too deeply to be a real one."));
  filter->n_calendars += place == PLACE_CALENDAR;
  filter->n_events += place == PLACE_EVENT;
  if (filter->n_events > LIMBER_ICAL_MAX_EVENTS)
    return refuse (error, _("This calendar file has more than 5000 entries. Export a shorter time."));
  if (is_kept (place))
    g_string_append_printf (filter->out, "BEGIN:%s\r\n", name);
  filter->names[filter->depth] = g_strdup (name);
  filter->places[filter->depth++] = place;
  return TRUE;
}

static gboolean
end (Filter *filter, const char *name, GError **error)
{
  if (filter->depth == 0 || g_ascii_strcasecmp (filter->names[filter->depth - 1], name) != 0)
    return refuse (error, _("This calendar file is damaged: its parts do not end where they should."));
  filter->depth--;
  if (is_kept (filter->places[filter->depth]))
    g_string_append_printf (filter->out, "END:%s\r\n", name);
  g_clear_pointer (&filter->names[filter->depth], g_free);
  return TRUE;
}

static gboolean
is_one_of (const char *const *names, const char *line, gsize length)
{
  for (; *names != NULL; names++)
    if (strlen (*names) == length && g_ascii_strncasecmp (*names, line, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_wanted (Place place, const char *line, gsize name_length)
{
  switch (place)
    {
    case PLACE_EVENT:
      return is_one_of (of_event, line, name_length);
    case PLACE_ZONE:
      return is_one_of (of_zone, line, name_length);
    case PLACE_OBSERVANCE:
      return is_one_of (of_observance, line, name_length)
             && (g_ascii_strncasecmp (line, "RRULE", 5) != 0 || strstr (line, "FREQ=YEARLY") != NULL);
    case PLACE_OUTSIDE:
    case PLACE_CALENDAR:
    case PLACE_IGNORED:
    default:
      return FALSE;
    }
}

static gboolean
add_line (Filter *filter, char *line, gsize name_length, GError **error)
{
  gsize length = strlen (line);

  if (g_ascii_strncasecmp (line, "SUMMARY", name_length) == 0 && length > MAX_SUMMARY)
    *g_utf8_find_prev_char (line, line + MAX_SUMMARY) = '\0';
  else if (length > MAX_LINE)
    return refuse (error, _("This calendar file has a line that is far too long."));
  g_string_append (filter->out, line);
  g_string_append (filter->out, "\r\n");
  return TRUE;
}

static gboolean
take_line (Filter *filter, char *line, GError **error)
{
  gsize name_length = strcspn (line, ":;");

  if (g_ascii_strncasecmp (line, "BEGIN:", 6) == 0)
    return begin (filter, g_strstrip (line + 6), error);
  if (g_ascii_strncasecmp (line, "END:", 4) == 0)
    return end (filter, g_strstrip (line + 4), error);
  if (line[name_length] == '\0' || !is_wanted (inner_place (filter), line, name_length))
    return TRUE;
  return add_line (filter, line, name_length, error);
}

/* Takes the folds out: a line that begins with a blank belongs to the one before. */
static char *
unfold (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c++)
    {
      gsize skip = *c == '\r' && c[1] == '\n' ? 2 : *c == '\n' || *c == '\r' ? 1 : 0;

      if (skip == 0)
        g_string_append_c (out, *c);
      else if (c[skip] == ' ' || c[skip] == '\t')
        c += skip;
      else
        {
          g_string_append_c (out, '\n');
          c += skip - 1;
        }
    }
  return g_string_free (out, FALSE);
}

static char *
check_bytes (const char *bytes, gsize length, GError **error)
{
  if (length > LIMBER_ICAL_MAX_BYTES)
    refuse (error, _("This calendar file is larger than 10 MB. Export a shorter time."));
  else if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    refuse (error, _("This calendar file is not written in UTF-8. Save it in UTF-8 and try again."));
  else if (memchr (bytes, '\0', length) != NULL)
    refuse (error, _("This is not a calendar file."));
  else if (!g_utf8_validate (bytes, (gssize) length, NULL))
    refuse (error, _("This calendar file is not written in UTF-8. Save it in UTF-8 and try again."));
  else
    return g_strndup (bytes, length);
  return NULL;
}

static gboolean
take_lines (Filter *filter, char *text, GError **error)
{
  char *next;

  for (char *line = text; line != NULL; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      if (!take_line (filter, line, error))
        return FALSE;
    }
  if (filter->n_calendars == 0)
    return refuse (error, _("This is not a calendar file."));
  if (filter->depth > 0)
    return refuse (error, _("This calendar file is cut short."));
  return TRUE;
}

/**
 * limber_ical_filter:
 * @bytes: (array length=length): a file from anywhere
 *
 * Returns: (transfer full) (nullable): one calendar with what is understood here, or %NULL with a sentence
 */
char *
limber_ical_filter (const char *bytes, gsize length, GError **error)
{
  g_autofree char *plain = check_bytes (bytes, length, error);
  g_autofree char *text = NULL;
  g_autoptr (GString) out = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
  Filter filter = { .out = out };
  gboolean ok;

  if (plain == NULL)
    return NULL;
  text = unfold (g_str_has_prefix (plain, "\xef\xbb\xbf") ? plain + 3 : plain);
  ok = take_lines (&filter, text, error);
  for (int i = 0; i < filter.depth; i++)
    g_free (filter.names[i]);
  g_string_append (out, "END:VCALENDAR\r\n");
  return ok ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
