/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/backup-rules.h"
#include "domain/date.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* A Tuesday, 10:00. */
#define NOW G_GINT64_CONSTANT (1790676000)

static void
test_when_one_is_due (void)
{
  static const struct {
    gint64 at;
    gint64 seq;
    gboolean due;
  } cases[] = {
    { NOW - 29 * MINUTE, 7, FALSE }, /* changed, but only just now */
    { NOW - 30 * MINUTE, 7, TRUE },
    { NOW - 6 * DAY, 8, FALSE }, /* holds all there is */
    { NOW - 7 * DAY, 8, TRUE },
    { NOW + DAY, 8, FALSE }, /* the clock was set back */
    { NOW + DAY, 7, TRUE },
  };

  g_assert_true (limber_backup_is_due (NULL, NOW, 0));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LimberBackupMark newest = { cases[i].at, cases[i].seq, LIMBER_BACKUP_REASON_ROUTINE };

      g_test_message ("case %u", i);
      g_assert_cmpint (limber_backup_is_due (&newest, NOW, 8), ==, cases[i].due);
    }
}

static guint
count_kept (const LimberBackupMark *marks, guint n_marks, gboolean *kept)
{
  guint n = 0;

  limber_backup_choose_kept (marks, n_marks, NOW, kept);
  for (guint i = 0; i < n_marks; i++)
    n += kept[i] ? 1 : 0;
  return n;
}

/* Every half hour of two years, as if each had been kept. */
static void
test_thinned_to_days_weeks_and_months (void)
{
  guint n_marks = 2 * 365 * 48;
  g_autofree LimberBackupMark *marks = g_new0 (LimberBackupMark, n_marks);
  g_autofree gboolean *kept = g_new0 (gboolean, n_marks);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  LimberDate oldest = LIMBER_DATE_NONE;

  for (guint i = 0; i < n_marks; i++)
    marks[i].at = NOW - (gint64) (n_marks - 1 - i) * 30 * MINUTE;
  /* 4 of today and 6 days before; two of the four weeks and one of the twelve months are among those already. */
  g_assert_cmpuint (count_kept (marks, n_marks, kept), ==, 4 + 6 + 2 + 11);
  for (guint i = n_marks; i > 0; i--)
    if (kept[i - 1])
      oldest = limber_date_from_instant (marks[i - 1].at, utc);
  g_assert_cmpint (oldest, ==, limber_date_from_ymd (2025, 10, 31));
}

/* Days without a backup take no place away. */
static void
test_a_closed_clinic_loses_nothing (void)
{
  LimberBackupMark marks[7];
  gboolean kept[7];

  for (guint i = 0; i < 7; i++)
    marks[i] = (LimberBackupMark) { NOW - (gint64) (200 - i) * DAY, i, LIMBER_BACKUP_REASON_ROUTINE };
  g_assert_cmpuint (count_kept (marks, 7, kept), ==, 7);
}

static void
test_before_an_import_stays_two_weeks (void)
{
  LimberBackupMark marks[60];
  gboolean kept[60];

  for (guint i = 0; i < 60; i++)
    marks[i] = (LimberBackupMark) { NOW - 10 * DAY + i * MINUTE, i, LIMBER_BACKUP_REASON_ROUTINE };
  count_kept (marks, 60, kept);
  g_assert_false (kept[20]);
  marks[20].reason = LIMBER_BACKUP_REASON_IMPORT;
  count_kept (marks, 60, kept);
  g_assert_true (kept[20]);
  for (guint i = 0; i < 60; i++)
    marks[i].at -= 5 * DAY;
  count_kept (marks, 60, kept);
  g_assert_false (kept[20]);
}

static void
test_reasons_have_ids (void)
{
  for (int i = 0; i <= LIMBER_BACKUP_REASON_LAST; i++)
    g_assert_cmpint (limber_backup_reason_from_id (limber_backup_reason_id (i)), ==, i);
  g_assert_cmpint (limber_backup_reason_from_id ("no such"), ==, LIMBER_BACKUP_REASON_ROUTINE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-rules/when-one-is-due", test_when_one_is_due);
  g_test_add_func ("/backup-rules/thinned-to-days-weeks-and-months", test_thinned_to_days_weeks_and_months);
  g_test_add_func ("/backup-rules/a-closed-clinic-loses-nothing", test_a_closed_clinic_loses_nothing);
  g_test_add_func ("/backup-rules/before-an-import-stays-two-weeks", test_before_an_import_stays_two_weeks);
  g_test_add_func ("/backup-rules/reasons-have-ids", test_reasons_have_ids);
  return g_test_run ();
}
