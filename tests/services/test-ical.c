/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "services/calendar/ical.h"

static GTimeZone *zone;

#define EVENT(lines)                                                                                                   \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260901T000000Z\r\nSUMMARY:Fair\r\n" \
  lines "END:VEVENT\r\nEND:VCALENDAR\r\n"

#define BERLIN                                                                                                         \
  "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\n" \
  "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"                   \
  "DTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"     \
  "END:DAYLIGHT\r\nEND:VTIMEZONE\r\n"

#define WINDOWS(lines)                                                                                                 \
  "BEGIN:VCALENDAR\r\n" BERLIN "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Fair\r\n" lines "END:VEVENT\r\nEND:VCALENDAR\r\n"

/* What a good file gives: each date as "start – end" of the clinic's wall clock. */
static const struct {
  const char *name;
  const char *text;
  const char *dates;
} good[] = {
  { "a time without a zone is the clinic's", EVENT ("DTSTART:20261005T100000\r\nDTEND:20261005T110000\r\n"),
    "2026-10-05 10:00 – 2026-10-05 11:00" },
  { "UTC in summer", EVENT ("DTSTART:20261005T080000Z\r\nDURATION:PT45M\r\n"), "2026-10-05 10:00 – 2026-10-05 10:45" },
  { "UTC in winter", EVENT ("DTSTART:20261105T080000Z\r\nDURATION:PT45M\r\n"), "2026-11-05 09:00 – 2026-11-05 09:45" },
  { "another zone", EVENT ("DTSTART;TZID=America/New_York:20261005T100000\r\nDTEND;TZID=America/New_York:20261005T110000\r\n"),
    "2026-10-05 16:00 – 2026-10-05 17:00" },
  { "a zone with a prefix",
    EVENT ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261005T100000\r\nDURATION:PT1H\r\n"),
    "2026-10-05 10:00 – 2026-10-05 11:00" },
  { "a zone that only the file knows, summer",
    WINDOWS ("DTSTART;TZID=W. Europe Standard Time:20261005T100000\r\nDURATION:PT1H\r\n"),
    "2026-10-05 10:00 – 2026-10-05 11:00" },
  { "a zone that only the file knows, winter",
    WINDOWS ("DTSTART;TZID=W. Europe Standard Time:20261205T100000\r\nDURATION:PT1H\r\n"),
    "2026-12-05 10:00 – 2026-12-05 11:00" },
  { "one whole day", EVENT ("DTSTART;VALUE=DATE:20261224\r\n"), "2026-12-24 00:00 – 2026-12-25 00:00" },
  { "a week of whole days", EVENT ("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20270102\r\n"),
    "2026-12-24 00:00 – 2027-01-02 00:00" },
  { "every week over the change of the clocks",
    EVENT ("DTSTART:20261020T120000\r\nDTEND:20261020T130000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"),
    "2026-10-20 12:00 – 2026-10-20 13:00, 2026-10-27 12:00 – 2026-10-27 13:00, 2026-11-03 12:00 – 2026-11-03 13:00" },
  { "one date of a rule taken out",
    EVENT ("DTSTART:20261020T120000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:20261027T120000\r\n"),
    "2026-10-20 12:00 – 2026-10-20 13:00, 2026-11-03 12:00 – 2026-11-03 13:00" },
  { "folded lines and only line feeds",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMM\n ARY:Fair\nDTSTART:2026\n 1005T100000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n",
    "2026-10-05 10:00 – 2026-10-05 11:00" },
  { "alarms and unknown lines are not ours",
    EVENT ("X-FOO:bar\r\nDTSTART:20261005T100000\r\nDURATION:PT1H\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n"),
    "2026-10-05 10:00 – 2026-10-05 11:00" },
  { "no events", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "" },
};

static const struct {
  const char *name;
  const char *text;
} bad[] = {
  { "a letter", "Dear clinic, we are open." },
  { "nothing", "" },
  { "cut short", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261005T100000\r\n" },
  { "ends crossed", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n" },
  { "UTF-16", "\xff\xfe" "B" },
  { "Latin-1", EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nDESCRIPTION:M\xfcller\r\n") },
  { "no beginning", EVENT ("DTEND:20261005T100000\r\n") },
  { "no end", EVENT ("DTSTART:20261005T100000\r\n") },
  { "ends before it starts", EVENT ("DTSTART:20261005T100000\r\nDTEND:20261005T090000\r\n") },
  { "ends when it starts", EVENT ("DTSTART:20261005T100000\r\nDTEND:20261005T100000\r\n") },
  { "whole days that end before they start", EVENT ("DTSTART;VALUE=DATE:20261005\r\nDTEND;VALUE=DATE:20261004\r\n") },
  { "lasts for years", EVENT ("DTSTART;VALUE=DATE:20261005\r\nDTEND;VALUE=DATE:20361005\r\n") },
  { "a day and an hour mixed", EVENT ("DTSTART;VALUE=DATE:20261005\r\nDTEND:20261005T090000\r\n") },
  { "no such day", EVENT ("DTSTART:20261332T100000\r\nDURATION:PT1H\r\n") },
  { "unknown zone", EVENT ("DTSTART;TZID=Middle/Earth:20261005T100000\r\nDURATION:PT1H\r\n") },
  { "a path as a zone", EVENT ("DTSTART;TZID=../../../etc/passwd:20261005T100000\r\nDURATION:PT1H\r\n") },
  { "for ever", EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\n") },
  { "every minute of a day that never comes",
    EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30\r\n") },
  { "every hour", EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=HOURLY;COUNT=5\r\n") },
  { "every day at many minutes",
    EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=9;BYMINUTE=1,2,3\r\n") },
  { "a rule without a word", EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=NEVER;COUNT=5\r\n") },
  { "a rule of nothing", EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nRRULE:\r\n") },
  { "a hundred thousand times", EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=100000\r\n") },
  { "until the end of time", EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;UNTIL=21991231\r\n") },
  { "a day that never comes",
    EVENT ("DTSTART;VALUE=DATE:20260201\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3\r\n") },
  { "extra dates", EVENT ("DTSTART:20261005T100000\r\nDURATION:PT1H\r\nRDATE:20261006T100000\r\n") },
};

static char *
instant_text (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static char *
dates_text (const GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const LimberIcalItem *item = items->pdata[i];
      g_autofree char *start = instant_text (item->start_at);
      g_autofree char *end = instant_text (item->end_at);

      g_assert_cmpstr (item->summary, ==, "Fair");
      g_string_append_printf (text, "%s%s – %s", i > 0 ? ", " : "", start, end);
    }
  return g_string_free (text, FALSE);
}

static void
test_good_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = limber_ical_read (good[i].text, strlen (good[i].text), zone, &error);
      g_autofree char *text = NULL;

      g_test_message ("%s", good[i].name);
      g_assert_no_error (error);
      text = dates_text (items);
      g_assert_cmpstr (text, ==, good[i].dates);
    }
}

static void
test_bad_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = limber_ical_read (bad[i].text, strlen (bad[i].text), zone, &error);

      g_test_message ("%s: %s", bad[i].name, error != NULL ? error->message : "was read");
      g_assert_null (items);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
assert_refused (GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = limber_ical_read (text->str, text->len, zone, &error);

  g_assert_null (items);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_test_message ("%s", error->message);
  g_string_free (text, TRUE);
}

static void
test_huge_files (void)
{
  GString *large = g_string_new ("BEGIN:VCALENDAR\r\nX-BLOB:");
  GString *line = g_string_new ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026");
  GString *many = g_string_new ("BEGIN:VCALENDAR\r\n");
  GString *deep = g_string_new (NULL);

  while (large->len <= LIMBER_ICAL_MAX_BYTES)
    g_string_append (large, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  for (int i = 0; i < 100000; i++)
    g_string_append (line, "0123456789");
  for (int i = 0; i < 6000; i++)
    g_string_append (many, "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261005\r\nEND:VEVENT\r\n");
  for (int i = 0; i < 10000; i++)
    g_string_append (deep, "BEGIN:VCALENDAR\r\n");
  g_string_append (line, "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  g_string_append (many, "END:VCALENDAR\r\n");
  assert_refused (large);
  assert_refused (line);
  assert_refused (many);
  assert_refused (deep);
}

static LimberIcalEvent *
event_new (int year, int month, int day, int hour, LimberIcalStatus status)
{
  LimberIcalEvent *event = g_new0 (LimberIcalEvent, 1);

  event->uid = g_strdup_printf ("%04d%02d%02d@limber", year, month, day);
  event->sequence = 4;
  event->stamp = limber_date_at_minute (limber_date_from_ymd (2026, 9, 29), 622, zone);
  event->start_at = limber_date_at_minute (limber_date_from_ymd (year, month, day), hour * 60, zone);
  event->end_at = event->start_at + 45 * 60;
  event->status = status;
  event->summary = g_strdup ("Müller, Anna; 45 min\nsecond line");
  event->location = g_strdup ("Harrier Vale");
  return event;
}

static GPtrArray *
make_events (void)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_ical_event_free);

  g_ptr_array_add (events, event_new (2026, 10, 24, 10, LIMBER_ICAL_TENTATIVE));
  g_ptr_array_add (events, event_new (2026, 10, 26, 10, LIMBER_ICAL_CONFIRMED));
  g_ptr_array_add (events, event_new (2027, 3, 27, 10, LIMBER_ICAL_CANCELLED));
  g_ptr_array_add (events, event_new (2027, 3, 29, 10, LIMBER_ICAL_TENTATIVE));
  return events;
}

static void
test_written_and_read_again (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zones[i]);
      g_autoptr (GPtrArray) events = make_events ();
      g_autofree char *text = limber_ical_write (events, there);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = limber_ical_read (text, strlen (text), zone, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (items->len, ==, events->len);
      for (guint j = 0; j < items->len; j++)
        {
          const LimberIcalItem *item = items->pdata[j];
          const LimberIcalEvent *event = events->pdata[j];

          g_assert_cmpstr (item->uid, ==, event->uid);
          g_assert_cmpstr (item->summary, ==, event->summary);
          g_assert_cmpint (item->start_at, ==, event->start_at);
          g_assert_cmpint (item->end_at, ==, event->end_at);
          g_assert_cmpint (item->cancelled, ==, event->status == LIMBER_ICAL_CANCELLED);
        }
    }
}

/* The file for the independent reader; see test-ical-reader.py. */
static int
write_sample (const char *name)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (name);
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *text = NULL;

  zone = there;
  events = make_events ();
  text = limber_ical_write (events, there);
  fputs (text, stdout);
  return 0;
}

/* ---- Mutations ---- */

#define N_MUTATIONS 20000

static const char *const snippets[] = {
  "RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30\r\n", "RRULE:FREQ=DAILY;COUNT=4;BYSETPOS=-1\r\n",
  "RRULE:FREQ=WEEKLY;UNTIL=20270101;BYDAY=MO,TU,-1WE\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VALARM\r\n",
  "DTSTART;VALUE=DATE:20280229\r\n", "DTSTART;TZID=W. Europe Standard Time:20260329T023000\r\n", "DURATION:P99999999W\r\n",
  "DURATION:-PT1S\r\n", "EXDATE:99999999T999999Z\r\n", "RECURRENCE-ID:20261005T100000\r\n", "\r\n ", "\xff", "\xc3", "99999999999999",
  "-1", ";", ":", "\"", "=", ",", "\\", "TZOFFSETTO:+9999\r\n", "STATUS:CANCELLED\r\n", "\xef\xbb\xbf", "INTERVAL=0;", "COUNT=-1;",
};

static void
mutate_once (GString *text, GRand *rand)
{
  gsize at = text->len > 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) text->len) : 0;
  gsize wanted = (gsize) g_rand_int_range (rand, 1, 40), n = MIN (wanted, text->len - at);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      if (text->len > 0)
        text->str[at] = (char) g_rand_int_range (rand, 1, 256);
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) n);
      break;
    case 2:
      {
        g_autofree char *copy = g_strndup (text->str + at, n);

        g_string_insert (text, g_rand_int_range (rand, 0, (gint32) text->len + 1), copy);
      }
      break;
    case 3:
      g_string_truncate (text, at);
      break;
    default:
      g_string_insert (text, (gssize) at, snippets[g_rand_int_range (rand, 0, G_N_ELEMENTS (snippets))]);
    }
}

static void
replay (const char *seed_text, GRand *rand)
{
  g_autoptr (GString) text = g_string_new (seed_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    mutate_once (text, rand);
  items = limber_ical_read (text->str, text->len, zone, &error);
  if (items == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  for (guint i = 0; items != NULL && i < items->len; i++)
    g_assert_cmpint (((LimberIcalItem *) items->pdata[i])->end_at, >, ((LimberIcalItem *) items->pdata[i])->start_at);
}

static void
test_mutations (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (int i = 0; i < N_MUTATIONS; i++)
    {
      int which = g_rand_int_range (rand, 0, G_N_ELEMENTS (good) + G_N_ELEMENTS (bad));

      replay (which < (int) G_N_ELEMENTS (good) ? good[which].text : bad[which - (int) G_N_ELEMENTS (good)].text, rand);
    }
}

int
main (int argc, char **argv)
{
  int result;

  if (argc == 3 && g_str_equal (argv[1], "--sample"))
    return write_sample (argv[2]);
  g_test_init (&argc, &argv, NULL);
  zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_test_add_func ("/ical/good-files", test_good_files);
  g_test_add_func ("/ical/bad-files", test_bad_files);
  g_test_add_func ("/ical/huge-files", test_huge_files);
  g_test_add_func ("/ical/written-and-read-again", test_written_and_read_again);
  g_test_add_func ("/ical/mutations", test_mutations);
  result = g_test_run ();
  g_time_zone_unref (zone);
  return result;
}
