/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "services/calendar/ical.h"

G_BEGIN_DECLS

/** LimberIcalZone: where the wall clock of an event stands: a zone of this computer, or one of the file. */
typedef struct {
  GTimeZone *known;
  icaltimezone *own;
} LimberIcalZone;

char          *limber_ical_filter (const char *bytes, gsize length, GError **error);
icalcomponent *limber_ical_zone_component (GTimeZone *zone, gint64 from, gint64 to);
gboolean       limber_ical_zone_find (icalcomponent *calendar, const char *tzid, LimberIcalZone *zone);
void           limber_ical_zone_clear (LimberIcalZone *zone);
gint64         limber_ical_zone_instant (const LimberIcalZone *zone, struct icaltimetype time);

G_END_DECLS
