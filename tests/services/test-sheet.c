/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "services/paper/sheet-draw.h"

#define WIDTH 770
#define HEIGHT 523

static GTimeZone *zone;

static LimberScheduleStaff *
staff_new (const char *id, const char *name)
{
  LimberScheduleStaff *staff = g_new0 (LimberScheduleStaff, 1);

  staff->id = g_strdup (id);
  staff->name = g_strdup (name);
  return staff;
}

static void
staff_free (LimberScheduleStaff *staff)
{
  g_free (staff->id);
  g_free (staff->name);
  g_free (staff);
}

static void
item_free (LimberScheduleItem *item)
{
  limber_appointment_free (item->appointment);
  g_free (item->client_name);
  g_free (item);
}

static void
add_item (LimberScheduleFacts *facts, const char *staff, int day, int minute, const char *client)
{
  LimberScheduleItem *item = g_new0 (LimberScheduleItem, 1);

  item->appointment = limber_appointment_new ();
  limber_record_set_text (&item->appointment->staff_id, staff);
  item->appointment->start_at = limber_date_at_minute (facts->from + day, minute, zone);
  item->appointment->minutes = 45;
  item->appointment->status = LIMBER_APPOINTMENT_STATUS_BOOKED;
  item->client_name = g_strdup (client);
  g_ptr_array_add (facts->items, item);
}

/* The week of 28 September 2026: Ines has a Tuesday of @n visits, Jonah one. */
static LimberScheduleFacts
facts_of (int n)
{
  LimberScheduleFacts facts = { .from = limber_date_from_ymd (2026, 9, 28), .to = limber_date_from_ymd (2026, 10, 4) };

  facts.staff = g_ptr_array_new_with_free_func ((GDestroyNotify) staff_free);
  facts.items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  facts.blocked = g_ptr_array_new ();
  g_ptr_array_add (facts.staff, staff_new ("i", "Ines Calder"));
  g_ptr_array_add (facts.staff, staff_new ("j", "Jonah Reeve"));
  for (int i = 0; i < n; i++)
    add_item (&facts, "i", 1, 480 + i * 15, "Wren Halloway");
  add_item (&facts, "j", 1, 600, "Otto Switchback");
  return facts;
}

static void
facts_clear (LimberScheduleFacts *facts)
{
  g_ptr_array_unref (facts->staff);
  g_ptr_array_unref (facts->items);
  g_ptr_array_unref (facts->blocked);
}

static guint
count_marks (const LimberSheet *sheet, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < sheet->pages->len; i++)
    {
      const GArray *marks = sheet->pages->pdata[i];

      for (guint j = 0; j < marks->len; j++)
        n += g_strcmp0 (g_array_index (marks, LimberSheetMark, j).text, text) == 0;
    }
  return n;
}

static void
assert_inside (const LimberSheet *sheet)
{
  for (guint i = 0; i < sheet->pages->len; i++)
    {
      const GArray *marks = sheet->pages->pdata[i];

      for (guint j = 0; j < marks->len; j++)
        {
          const LimberSheetMark *mark = &g_array_index (marks, LimberSheetMark, j);

          g_assert_cmpfloat (mark->x, >=, 0);
          g_assert_cmpfloat (mark->x + mark->width, <=, WIDTH + .01);
          g_assert_cmpfloat (mark->y + 12, <=, HEIGHT);
        }
    }
}

/* Whatever the number, everybody stands on paper once, and inside the page. */
static void
test_layout (void)
{
  for (int n = 0; n <= 60; n += 6)
    {
      LimberScheduleFacts facts = facts_of (n);
      g_autoptr (LimberSheet) day = limber_sheet_of_day (&facts, facts.from + 1, "as of now", zone);
      g_autoptr (LimberSheet) week = limber_sheet_of_week (&facts, NULL, "as of now", zone);

      limber_sheet_lay_out (day, WIDTH, HEIGHT);
      limber_sheet_lay_out (week, WIDTH, HEIGHT);
      g_assert_cmpuint (day->columns->len, ==, 2);
      g_assert_cmpuint (week->columns->len, ==, 7);
      g_assert_cmpuint (count_marks (day, "Wren Halloway"), ==, (guint) n);
      g_assert_cmpuint (count_marks (week, "Wren Halloway"), ==, (guint) n);
      g_assert_cmpuint (count_marks (day, "Otto Switchback"), ==, 1);
      g_assert_cmpuint (day->pages->len, ==, MAX (1, (guint) (n + 14) / 15));
      assert_inside (day);
      assert_inside (week);
      facts_clear (&facts);
    }
}

static void
test_text (void)
{
  LimberScheduleFacts facts = facts_of (1);
  g_autoptr (LimberSheet) day = limber_sheet_of_day (&facts, facts.from + 1, "", zone);
  g_autofree char *text = limber_sheet_text (day);

  g_assert_cmpstr (text, ==,
                   "Tuesday 29 September\n\nInes Calder\n08:00\tWren Halloway\t45 min · Booked\n"
                   "\nJonah Reeve\n10:00\tOtto Switchback\t45 min · Booked\n");
  facts_clear (&facts);
}

/* Written without a display. */
static void
test_pdf (void)
{
  LimberScheduleFacts facts = facts_of (20);
  g_autoptr (LimberSheet) week = limber_sheet_of_week (&facts, "i", "as of now", zone);
  g_autofree char *folder = g_dir_make_tmp ("limber-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "week.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "week.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (limber_sheet_write_pdf (week, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (week->pages->len, ==, 2);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpuint (length, >, 2000);
  g_assert_false (limber_sheet_write_pdf (week, nowhere, &error));
  g_assert_nonnull (error);
  g_unlink (path);
  g_rmdir (folder);
  facts_clear (&facts);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_test_add_func ("/sheet/layout", test_layout);
  g_test_add_func ("/sheet/text", test_text);
  g_test_add_func ("/sheet/pdf", test_pdf);
  result = g_test_run ();
  g_time_zone_unref (zone);
  return result;
}
