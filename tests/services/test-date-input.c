/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/date-input.h"
#include "services/week.h"

/* Tuesday */
#define TODAY limber_date_from_ymd (2026, 9, 29)

static const struct {
  const char *text;
  LimberDateOrder order;
  const char *expected; /* NULL when there is no such day */
} cases[] = {
  { "2026-10-11", LIMBER_DATE_ORDER_DMY, "2026-10-11" },
  { " 2026-10-11 ", LIMBER_DATE_ORDER_MDY, "2026-10-11" },
  { "11.10.2026", LIMBER_DATE_ORDER_DMY, "2026-10-11" },
  { "11.10.26", LIMBER_DATE_ORDER_DMY, "2026-10-11" },
  { "1.2.2027", LIMBER_DATE_ORDER_DMY, "2027-02-01" },
  { "1/2/2027", LIMBER_DATE_ORDER_MDY, "2027-01-02" },
  { "1/2/2027", LIMBER_DATE_ORDER_DMY, "2027-02-01" },
  { "27/1/2", LIMBER_DATE_ORDER_YMD, "2027-01-02" },
  { "2027/1/2", LIMBER_DATE_ORDER_DMY, "2027-01-02" },
  { "11.10.", LIMBER_DATE_ORDER_DMY, "2026-10-11" },
  { "29.9.", LIMBER_DATE_ORDER_DMY, "2026-09-29" },
  { "28.9.", LIMBER_DATE_ORDER_DMY, "2027-09-28" },
  { "10/11", LIMBER_DATE_ORDER_MDY, "2026-10-11" },
  { "29.2.", LIMBER_DATE_ORDER_DMY, "2028-02-29" },
  { "11 Oct", LIMBER_DATE_ORDER_DMY, "2026-10-11" },
  { "Oct 11, 2026", LIMBER_DATE_ORDER_MDY, "2026-10-11" },
  { "11. October 2027", LIMBER_DATE_ORDER_DMY, "2027-10-11" },
  { "today", LIMBER_DATE_ORDER_DMY, "2026-09-29" },
  { "Tomorrow", LIMBER_DATE_ORDER_DMY, "2026-09-30" },
  { "thu", LIMBER_DATE_ORDER_DMY, "2026-10-01" },
  { "tuesday", LIMBER_DATE_ORDER_DMY, "2026-10-06" },
  { "monday", LIMBER_DATE_ORDER_DMY, "2026-10-05" },
  { "31.2.2027", LIMBER_DATE_ORDER_DMY, NULL },
  { "13/13/2027", LIMBER_DATE_ORDER_MDY, NULL },
  { "11.10.2026.3", LIMBER_DATE_ORDER_DMY, NULL },
  { "11", LIMBER_DATE_ORDER_DMY, NULL },
  { "soon", LIMBER_DATE_ORDER_DMY, NULL },
  { "", LIMBER_DATE_ORDER_DMY, NULL },
  { "99999.1.1", LIMBER_DATE_ORDER_DMY, NULL },
};

static void
test_what_people_type (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LimberDate date = limber_date_input_parse (cases[i].text, cases[i].order, TODAY);
      g_autofree char *iso = date != LIMBER_DATE_NONE ? limber_date_to_iso (date) : NULL;

      g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

/* As the locales of the United States, of Germany, of Egypt and of C say it. */
static void
test_first_day_of_the_week (void)
{
  g_assert_cmpint (limber_week_first_weekday_of (19971130, 1), ==, 7);
  g_assert_cmpint (limber_week_first_weekday_of (19971130, 2), ==, 1);
  g_assert_cmpint (limber_week_first_weekday_of (19971130, 7), ==, 6);
  g_assert_cmpint (limber_week_first_weekday_of (19971201, 1), ==, 1);
  g_assert_cmpint (limber_date_weekday (limber_week_start (limber_date_parse ("2026-09-29"))), ==,
                   limber_week_first_weekday ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-input/what-people-type", test_what_people_type);
  g_test_add_func ("/date-input/first-day-of-the-week", test_first_day_of_the_week);
  return g_test_run ();
}
