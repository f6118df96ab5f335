/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/booking/booking.h"

#include <glib/gi18n-lib.h>

static char *
time_text (gint64 instant, GTimeZone *zone)
{
  int minute = limber_minute_of_instant (instant, zone);

  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

static char *
blocked_text (const LimberBookingPreview *preview)
{
  if (preview->blocked_text != NULL && *preview->blocked_text != '\0')
    return g_strdup_printf (preview->blocked_kind == LIMBER_BLOCKED_KIND_HOLIDAY ? _("The clinic is closed: %s.")
                            : preview->blocked_kind == LIMBER_BLOCKED_KIND_LEAVE ? _("The therapist is away: %s.")
                                                                                 : _("This time is blocked: %s."),
                            preview->blocked_text);
  switch (preview->blocked_kind)
    {
    case LIMBER_BLOCKED_KIND_BREAK:
      return g_strdup (_("There is a break at this time."));
    case LIMBER_BLOCKED_KIND_MEETING:
      return g_strdup (_("There is a meeting at this time."));
    case LIMBER_BLOCKED_KIND_LEAVE:
      return g_strdup (_("The therapist is on leave."));
    case LIMBER_BLOCKED_KIND_HOLIDAY:
      return g_strdup (_("The clinic is closed for a holiday."));
    default:
      return g_strdup (_("This time is blocked."));
    }
}

static char *
taken_text (const LimberBookingPreview *preview, gboolean therapist, GTimeZone *zone)
{
  g_autofree char *start = time_text (preview->other_start, zone);

  if (therapist)
    /* Translators: a client's name, a time, a number of minutes */
    return g_strdup_printf (_("Overlaps %s at %s (%d min and turnover)."), preview->other_client, start,
                            preview->other_minutes);
  return g_strdup_printf (_("The client already has an appointment at %s."), start);
}

static char *
notice_text (int minutes)
{
  int hours = minutes / 60;

  if (minutes % 60 != 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Less than %d minute ahead: too short a notice.",
                                         "Less than %d minutes ahead: too short a notice.", (gulong) minutes),
                            minutes);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Less than %d hour ahead: too short a notice.",
                                       "Less than %d hours ahead: too short a notice.", (gulong) hours),
                          hours);
}

/**
 * limber_booking_warning_text:
 *
 * Returns: (transfer full): the sentence for one warning of @preview
 */
char *
limber_booking_warning_text (const LimberBookingPreview *preview, LimberBookingWarning warning, GTimeZone *zone)
{
  switch (warning)
    {
    case LIMBER_BOOKING_THERAPIST_TAKEN:
      return taken_text (preview, TRUE, zone);
    case LIMBER_BOOKING_CLIENT_TAKEN:
      return taken_text (preview, FALSE, zone);
    case LIMBER_BOOKING_BLOCKED:
      return blocked_text (preview);
    case LIMBER_BOOKING_OUT_OF_HOURS:
      return g_strdup (_("Outside the therapist’s working hours."));
    case LIMBER_BOOKING_CONTRAINDICATION:
      return preview->health_text != NULL
                 ? g_strdup_printf (_("Contraindication: %s."), preview->health_text)
                 : g_strdup (_("An open contraindication forbids all work."));
    case LIMBER_BOOKING_RACE:
      return g_strdup (_("Too close to the race for this work."));
    case LIMBER_BOOKING_PAST:
      return g_strdup (_("This time is already past."));
    case LIMBER_BOOKING_NO_ROOM:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The only room is taken at this time.",
                                           "All %d rooms are taken at this time.", (gulong) preview->rooms),
                              preview->rooms);
    case LIMBER_BOOKING_SHORT_NOTICE:
      return notice_text (preview->minimum_notice);
    case LIMBER_BOOKING_UNUSUAL_LENGTH:
      return g_strdup (_("Sessions usually take 30 to 60 minutes."));
    default:
      return g_strdup ("");
    }
}
