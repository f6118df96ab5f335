/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/calendar/ical-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_RULES 100
#define MAX_DAYS 366

/* What is being read, and where it goes. */
typedef struct {
  icalcomponent *calendar;
  GTimeZone *zone;
  GPtrArray *items;
  int n_rules;
} Reader;

/* One event: its first date and how long it lasts. */
typedef struct {
  icalcomponent *component;
  const char *uid;
  const char *summary;
  struct icaltimetype start;
  LimberIcalZone zone;
  gint64 seconds; /* of an event with times */
  int days;       /* of one with whole days */
  gboolean cancelled;
} Event;

void
limber_ical_item_free (LimberIcalItem *item)
{
  if (item == NULL)
    return;
  g_free (item->uid);
  g_free (item->summary);
  g_free (item);
}

static gboolean
refuse (GError **error, const char *format, const char *summary)
{
  g_autofree char *text = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, summary);
#pragma GCC diagnostic pop
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, text);
  return FALSE;
}

static gboolean
find_zone (Reader *reader, icalproperty *property, LimberIcalZone *zone, const char *summary, GError **error)
{
  struct icaltimetype time = icalvalue_get_datetime (icalproperty_get_value (property));
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  const char *tzid = parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;

  *zone = (LimberIcalZone) { NULL, NULL };
  if (icaltime_is_utc (time))
    zone->known = g_time_zone_new_utc ();
  else if (tzid == NULL || time.is_date)
    zone->known = g_time_zone_ref (reader->zone);
  else if (!limber_ical_zone_find (reader->calendar, tzid, zone))
    return refuse (error, _("The time zone of “%s” is not known."), summary);
  return TRUE;
}

static gboolean
is_valid_time (struct icaltimetype time)
{
  return !icaltime_is_null_time (time) && icaltime_is_valid_time (time) && time.year >= 1970 && time.year <= 2200
         && time.month >= 1 && time.month <= 12 && time.day >= 1 && time.day <= icaltime_days_in_month (time.month, time.year)
         && time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60;
}

static LimberDate
date_of (struct icaltimetype time)
{
  return limber_date_from_ymd (time.year, time.month, time.day);
}

static gboolean
read_end (Reader *reader, Event *event, icalproperty *property, GError **error)
{
  struct icaltimetype end = icalvalue_get_datetime (icalproperty_get_value (property));
  LimberIcalZone zone;

  if (!is_valid_time (end) || end.is_date != event->start.is_date)
    return refuse (error, _("The end of “%s” cannot be read."), event->summary);
  if (end.is_date)
    {
      event->days = date_of (end) - date_of (event->start);
      return TRUE;
    }
  if (!find_zone (reader, property, &zone, event->summary, error))
    return FALSE;
  event->seconds = limber_ical_zone_instant (&zone, end) - limber_ical_zone_instant (&event->zone, event->start);
  limber_ical_zone_clear (&zone);
  return TRUE;
}

static gboolean
read_length (Reader *reader, Event *event, GError **error)
{
  icalproperty *end = icalcomponent_get_first_property (event->component, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (event->component, ICAL_DURATION_PROPERTY);

  event->days = 1;
  if (end == NULL && duration == NULL && !event->start.is_date)
    return refuse (error, _("“%s” has no end."), event->summary);
  if (end != NULL && !read_end (reader, event, end, error))
    return FALSE;
  if (end == NULL && duration != NULL)
    {
      struct icaldurationtype length = icalproperty_get_duration (duration);

      event->seconds = icaldurationtype_as_int (length);
      event->days = (int) (event->seconds / 86400);
    }
  if (event->start.is_date ? event->days < 1 : event->seconds < 1)
    return refuse (error, _("“%s” ends before it starts."), event->summary);
  if (event->start.is_date ? event->days > MAX_DAYS : event->seconds > MAX_DAYS * G_GINT64_CONSTANT (86400))
    return refuse (error, _("“%s” lasts longer than a year."), event->summary);
  return TRUE;
}

static const char *
text_of (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;
  const char *text = value != NULL && icalvalue_isa (value) == ICAL_TEXT_VALUE ? icalvalue_get_text (value) : NULL;

  return text != NULL ? text : "";
}

static gboolean
read_event (Reader *reader, icalcomponent *component, Event *event, GError **error)
{
  icalproperty *start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);

  *event = (Event) { .component = component };
  event->uid = text_of (component, ICAL_UID_PROPERTY);
  event->summary = text_of (component, ICAL_SUMMARY_PROPERTY);
  event->cancelled = icalcomponent_get_status (component) == ICAL_STATUS_CANCELLED;
  if (start == NULL || icalproperty_get_value (start) == NULL)
    return refuse (error, _("“%s” has no beginning."), event->summary);
  event->start = icalvalue_get_datetime (icalproperty_get_value (start));
  if (!is_valid_time (event->start))
    return refuse (error, _("The beginning of “%s” cannot be read."), event->summary);
  return find_zone (reader, start, &event->zone, event->summary, error) && read_length (reader, event, error);
}

static gboolean
add_item (Reader *reader, const Event *event, struct icaltimetype start, GError **error)
{
  LimberIcalItem *item = g_new0 (LimberIcalItem, 1);

  item->uid = g_strdup (event->uid);
  item->summary = g_strdup (event->summary);
  item->whole_days = event->start.is_date;
  item->cancelled = event->cancelled;
  if (item->whole_days)
    {
      item->start_at = limber_date_at_minute (date_of (start), 0, reader->zone);
      item->end_at = limber_date_at_minute (date_of (start) + event->days, 0, reader->zone);
    }
  else
    {
      item->start_at = limber_ical_zone_instant (&event->zone, start);
      item->end_at = item->start_at + event->seconds;
    }
  g_ptr_array_add (reader->items, item);
  if (reader->items->len > LIMBER_ICAL_MAX_DATES)
    return refuse (error, _("With all its repetitions this calendar file has more than 5000 dates; “%s” is one too many."),
                   event->summary);
  return TRUE;
}

static gboolean
is_sub_daily (const struct icalrecurrencetype *rule)
{
  return rule->freq == ICAL_SECONDLY_RECURRENCE || rule->freq == ICAL_MINUTELY_RECURRENCE
         || rule->freq == ICAL_HOURLY_RECURRENCE || rule->by_second[0] != ICAL_RECURRENCE_ARRAY_MAX
         || rule->by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX || rule->by_hour[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

static gboolean
check_rule (Reader *reader, const Event *event, const struct icalrecurrencetype *rule, GError **error)
{
  if (is_sub_daily (rule))
    return refuse (error, _("“%s” repeats more than once a day, which cannot be imported."), event->summary);
  if (rule->freq == ICAL_NO_RECURRENCE || rule->rscale != NULL || rule->interval < 1 || rule->count < 0)
    return refuse (error, _("The rule by which “%s” repeats cannot be read."), event->summary);
  if (rule->count == 0 && icaltime_is_null_time (rule->until))
    return refuse (error, _("“%s” repeats for ever. Give it an end in the other calendar and try again."), event->summary);
  if (rule->count > LIMBER_ICAL_MAX_DATES || ++reader->n_rules > MAX_RULES)
    return refuse (error, _("“%s” repeats too often to be imported."), event->summary);
  return TRUE;
}

static gboolean
same_time (struct icaltimetype a, struct icaltimetype b)
{
  return date_of (a) == date_of (b) && (a.is_date || b.is_date || (a.hour == b.hour && a.minute == b.minute));
}

/* Dates that were taken out, and those that have an event of their own. */
static gboolean
is_exception (Reader *reader, const Event *event, struct icaltimetype start)
{
  for (icalproperty *one = icalcomponent_get_first_property (event->component, ICAL_EXDATE_PROPERTY); one != NULL;
       one = icalcomponent_get_next_property (event->component, ICAL_EXDATE_PROPERTY))
    if (same_time (icalproperty_get_exdate (one), start))
      return TRUE;
  for (icalcompiter iter = icalcomponent_begin_component (reader->calendar, ICAL_VEVENT_COMPONENT);
       icalcompiter_deref (&iter) != NULL; icalcompiter_next (&iter))
    {
      icalproperty *of = icalcomponent_get_first_property (icalcompiter_deref (&iter), ICAL_RECURRENCEID_PROPERTY);

      if (of != NULL && strcmp (text_of (icalcompiter_deref (&iter), ICAL_UID_PROPERTY), event->uid) == 0
          && same_time (icalproperty_get_recurrenceid (of), start))
        return TRUE;
    }
  return FALSE;
}

static gboolean
expand (Reader *reader, const Event *event, struct icalrecurrencetype rule, GError **error)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (rule, event->start);
  gboolean ok = TRUE;
  int n = 0;

  if (iterator == NULL)
    return refuse (error, _("The rule by which “%s” repeats cannot be read."), event->summary);
  while (ok && n++ < LIMBER_ICAL_MAX_DATES + 1)
    {
      struct icaltimetype next = icalrecur_iterator_next (iterator);

      if (icaltime_is_null_time (next) || !is_valid_time (next))
        break;
      if (!is_exception (reader, event, next))
        ok = add_item (reader, event, next, error);
    }
  icalrecur_iterator_free (iterator);
  return ok;
}

static gboolean
add_dates (Reader *reader, const Event *event, GError **error)
{
  icalproperty *property = icalcomponent_get_first_property (event->component, ICAL_RRULE_PROPERTY);
  struct icalrecurrencetype rule;

  if (icalcomponent_get_first_property (event->component, ICAL_RDATE_PROPERTY) != NULL)
    return refuse (error, _("“%s” has extra dates, which cannot be imported."), event->summary);
  if (property == NULL)
    return add_item (reader, event, event->start, error);
  rule = icalproperty_get_rrule (property);
  return check_rule (reader, event, &rule, error) && expand (reader, event, rule, error);
}

/* The parser leaves what it could not read as error properties. */
static gboolean
check_errors (icalcomponent *component, GError **error)
{
  if (icalcomponent_get_first_property (component, ICAL_XLICERROR_PROPERTY) == NULL)
    return TRUE;
  return refuse (error, _("“%s” has a line that cannot be read."), text_of (component, ICAL_SUMMARY_PROPERTY));
}

static gboolean
read_events (Reader *reader, GError **error)
{
  for (icalcompiter iter = icalcomponent_begin_component (reader->calendar, ICAL_VEVENT_COMPONENT);
       icalcompiter_deref (&iter) != NULL; icalcompiter_next (&iter))
    {
      icalcomponent *component = icalcompiter_deref (&iter);
      Event event = { 0 };
      gboolean ok = check_errors (component, error) && read_event (reader, component, &event, error)
                    && add_dates (reader, &event, error);

      limber_ical_zone_clear (&event.zone);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const LimberIcalItem *one = *(LimberIcalItem **) a, *two = *(LimberIcalItem **) b;

  return (one->start_at > two->start_at) - (one->start_at < two->start_at);
}

/**
 * limber_ical_read:
 * @bytes: (array length=length): a file from anywhere
 * @zone: of the clinic, for times without one
 *
 * Returns: (transfer full) (nullable) (element-type LimberIcalItem): every date in order; or %NULL and @error is one
 *   sentence about what is wrong with the file
 */
GPtrArray *
limber_ical_read (const char *bytes, gsize length, GTimeZone *zone, GError **error)
{
  g_autofree char *text = limber_ical_filter (bytes, length, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_ical_item_free);
  Reader reader = { .zone = zone, .items = items };
  gboolean ok;

  if (text == NULL)
    return NULL;
  icalerror_set_errors_are_fatal (0);
  reader.calendar = icalparser_parse_string (text);
  if (reader.calendar == NULL)
    {
      refuse (error, "%s", _("This is not a calendar file."));
      return NULL;
    }
  ok = read_events (&reader, error);
  icalcomponent_free (reader.calendar);
  g_ptr_array_sort (items, compare_items);
  return ok ? g_steal_pointer (&items) : NULL;
}

/** limber_ical_read_file: as limber_ical_read(), from a file; one that is too large is not read at all. */
GPtrArray *
limber_ical_read_file (const char *path, GTimeZone *zone, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autofree char *bytes = NULL;
  gsize length;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > LIMBER_ICAL_MAX_BYTES)
    {
      refuse (error, "%s", _("This calendar file is larger than 10 MB. Export a shorter time."));
      return NULL;
    }
  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  return limber_ical_read (bytes, length, zone, error);
}
