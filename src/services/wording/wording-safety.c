/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-safety.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"

/** limber_wording_moment: Returns: (transfer full): "Today, 10:30", "Mon 5 Oct, 08:30", with the year when it is another. */
char *
limber_wording_moment (gint64 at, LimberClock *clock)
{
  LimberDate date = limber_date_from_instant (at, limber_clock_zone (clock));
  LimberDate today = limber_clock_today (clock);
  g_autofree char *time = limber_wording_time (at, limber_clock_zone (clock));
  g_autofree char *day = today - date < 300 ? limber_wording_near_day (date, today) : limber_wording_full_date (date);

  /* Translators: a day and a time, such as "Mon 5 Oct, 08:30". */
  return g_strdup_printf (_("%s, %s"), day, time);
}

/** limber_wording_backup_reason: Returns: why a backup was made, as the second line of a row. */
const char *
limber_wording_backup_reason (LimberBackupReason reason)
{
  switch (reason)
    {
    case LIMBER_BACKUP_REASON_HAND:
      return _("By hand");
    case LIMBER_BACKUP_REASON_UPGRADE:
      return _("Before an update of Limber");
    case LIMBER_BACKUP_REASON_IMPORT:
      return _("Before an import");
    case LIMBER_BACKUP_REASON_RESTORE:
      return _("Before a restore");
    case LIMBER_BACKUP_REASON_ROUTINE:
    default:
      return _("By itself");
    }
}

/** limber_wording_clinic_counts: Returns: (transfer full): "127 clients, 2300 sessions, 812 appointments". */
char *
limber_wording_clinic_counts (const LimberClinicCounts *counts)
{
  g_autofree char *clients = g_strdup_printf (
      ngettext ("%d client", "%d clients", (gulong) counts->clients), (int) counts->clients);
  g_autofree char *sessions = g_strdup_printf (
      ngettext ("%d session", "%d sessions", (gulong) counts->sessions), (int) counts->sessions);
  g_autofree char *appointments = g_strdup_printf (
      ngettext ("%d appointment", "%d appointments", (gulong) counts->appointments), (int) counts->appointments);

  return g_strjoin (", ", clients, sessions, appointments, NULL);
}

/** limber_wording_restore_loss: Returns: (transfer full): a sentence on what would not be in the clinic any more. */
char *
limber_wording_restore_loss (const LimberRestorePreview *preview)
{
  g_autofree char *added = limber_wording_clinic_counts (&preview->added);

  if (!preview->is_readable)
    return g_strdup (_("What is there now cannot be read. It is kept aside, whole, for somebody who may save more."));
  if (preview->changes == 0)
    return g_strdup (_("Nothing has changed since."));
  return g_strdup_printf (ngettext ("Since then there was %d change, with %s new. It would be gone from the clinic, but "
                                    "stay in a backup that is made first.",
                                    "Since then there were %d changes, with %s new. They would be gone from the "
                                    "clinic, but stay in a backup that is made first.",
                                    (gulong) preview->changes),
                          (int) preview->changes, added);
}
