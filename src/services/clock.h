/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "domain/date.h"
#include "domain/session-time.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_CLOCK (limber_clock_get_type ())
G_DECLARE_FINAL_TYPE (LimberClock, limber_clock, LIMBER, CLOCK, GObject)

LimberClock *limber_clock_new_system (GTimeZone *zone);
LimberClock *limber_clock_new_starting (gint64 start, GTimeZone *zone);
LimberClock *limber_clock_new_frozen (gint64 instant, GTimeZone *zone);
LimberClock *limber_clock_new_from_text (const char *text, GTimeZone *zone, GError **error);
void         limber_clock_set (LimberClock *self, gint64 instant);
void         limber_clock_step (LimberClock *self, gint64 seconds);
void         limber_clock_reboot (LimberClock *self, gint64 seconds);
void         limber_clock_set_zone (LimberClock *self, GTimeZone *zone);
LimberMoment limber_clock_moment (LimberClock *self);
gint64       limber_clock_now (LimberClock *self);
LimberDate   limber_clock_today (LimberClock *self);
int          limber_clock_minute (LimberClock *self);
GTimeZone   *limber_clock_zone (LimberClock *self);

G_END_DECLS
