/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/backup-rules.h"

#include "domain/date.h"

#define CHANGED_SECONDS (30 * 60)
#define UNCHANGED_SECONDS (7 * 24 * 60 * 60)
#define BEFORE_DEED_SECONDS (14 * 24 * 60 * 60)

#define NEWEST 4
#define DAYS 7
#define WEEKS 4
#define MONTHS 12

static const char *const reason_ids[] = {
  [LIMBER_BACKUP_REASON_ROUTINE] = "routine",
  [LIMBER_BACKUP_REASON_HAND] = "hand",
  [LIMBER_BACKUP_REASON_UPGRADE] = "upgrade",
  [LIMBER_BACKUP_REASON_IMPORT] = "import",
  [LIMBER_BACKUP_REASON_RESTORE] = "restore",
};

/** limber_backup_reason_id: Returns: (nullable): the stable id that names of files use. */
const char *
limber_backup_reason_id (LimberBackupReason value)
{
  return (guint) value < G_N_ELEMENTS (reason_ids) ? reason_ids[value] : NULL;
}

/** limber_backup_reason_from_id: Returns: the reason with this id; %LIMBER_BACKUP_REASON_ROUTINE when there is none. */
LimberBackupReason
limber_backup_reason_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (reason_ids); i++)
    if (g_strcmp0 (reason_ids[i], id) == 0)
      return (LimberBackupReason) i;
  return LIMBER_BACKUP_REASON_ROUTINE;
}

/**
 * limber_backup_due_at:
 * @newest: (nullable): the newest backup
 * @seq: the number of the last change in the clinic
 *
 * Half an hour after the newest when something changed since, else a week after it: a backup is also the regular check
 * of the whole file.
 *
 * Returns: UTC seconds; 0 when there is no backup at all
 */
gint64
limber_backup_due_at (const LimberBackupMark *newest, gint64 seq)
{
  if (newest == NULL)
    return 0;
  return newest->at + (newest->seq != seq ? CHANGED_SECONDS : UNCHANGED_SECONDS);
}

/** limber_backup_is_due: whether a backup should be made at @now. A clock that was set back must not stop them. */
gboolean
limber_backup_is_due (const LimberBackupMark *newest, gint64 now, gint64 seq)
{
  return now >= limber_backup_due_at (newest, seq) || (now < newest->at && newest->seq != seq);
}

typedef int (*PeriodFunc) (gint64 instant);

static int
day_of (gint64 instant)
{
  return (int) (instant / (24 * 60 * 60));
}

/* Day 0 was a Thursday; a week begins on Monday. */
static int
week_of (gint64 instant)
{
  return (day_of (instant) + 3) / 7;
}

static int
month_of (gint64 instant)
{
  static const LimberDate epoch = 719163; /* 1970-01-01 */
  int year, month, day;

  limber_date_to_ymd (epoch + day_of (instant), &year, &month, &day);
  return year * 12 + month;
}

/* The newest of each of the last @n_periods in which there is one. */
static void
keep_newest_of_each (const LimberBackupMark *marks, guint n_marks, PeriodFunc period, guint n_periods, gboolean *kept)
{
  int last = -1;

  for (guint i = n_marks; i > 0 && n_periods > 0; i--)
    {
      int current = period (marks[i - 1].at);

      if (current == last)
        continue;
      kept[i - 1] = TRUE;
      last = current;
      n_periods--;
    }
}

/* What an import or a restore may be undone with. */
static gboolean
was_before_deed (const LimberBackupMark *mark, gint64 now)
{
  return mark->reason != LIMBER_BACKUP_REASON_ROUTINE && mark->at > now - BEFORE_DEED_SECONDS;
}

/**
 * limber_backup_choose_kept:
 * @marks: (array length=n_marks): all backups, oldest first
 * @kept: (out) (array length=n_marks): which of them stay
 *
 * The four newest, then the newest of each of seven days, four weeks and twelve months (in UTC), and for two weeks
 * those that were made by hand or before something that may have to be undone. Periods without a backup do not count,
 * so that a clinic that was closed for a month loses nothing.
 */
void
limber_backup_choose_kept (const LimberBackupMark *marks, guint n_marks, gint64 now, gboolean *kept)
{
  for (guint i = 0; i < n_marks; i++)
    kept[i] = i + NEWEST >= n_marks || was_before_deed (&marks[i], now);
  keep_newest_of_each (marks, n_marks, day_of, DAYS, kept);
  keep_newest_of_each (marks, n_marks, week_of, WEEKS, kept);
  keep_newest_of_each (marks, n_marks, month_of, MONTHS, kept);
}
