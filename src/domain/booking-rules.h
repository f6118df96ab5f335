/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "domain/slot-rules.h"

G_BEGIN_DECLS

#define LIMBER_REPEAT_WEEKS_MIN 1
#define LIMBER_REPEAT_WEEKS_MAX 26
#define LIMBER_REPEAT_TIMES_MAX 26

GArray  *limber_rooms_full (const LimberInterval *stays, guint n, int rooms);
gboolean limber_notice_is_short (gint64 start, gint64 now, int minutes);
gboolean limber_cancel_is_late (gint64 start, gint64 now, int hours);
GArray  *limber_repeat_starts (gint64 first, int weeks, int times, GTimeZone *zone);

G_END_DECLS
