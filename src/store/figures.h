/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

#define LIMBER_FIGURE_MONTHS 6

/** LimberRatio: @part ÷ @whole; a @whole of 0 has no value. */
typedef struct {
  guint part;
  guint whole;
} LimberRatio;

/**
 * LimberMonthFigures:
 * @first: the first day of the month
 * @rebooked: completed visits whose client had a future appointment by the end of that day ÷ completed visits
 * @rebook_rate: attended appointments with a later appointment ÷ attended appointments
 * @on_window: sessions before a race inside lead 3–7 ÷ sessions with lead 0–7
 */
typedef struct {
  LimberDate first;
  LimberRatio rebooked;
  LimberRatio rebook_rate;
  LimberRatio on_window;
} LimberMonthFigures;

/**
 * LimberFigures:
 * @months: oldest first; the last one is the month of today
 * @clients: everybody who is not archived
 *
 * How well the clinic rebooks. A cancelled appointment counts nowhere; one of which nobody knows when it was booked
 * counts as booked in time.
 */
typedef struct {
  LimberMonthFigures months[LIMBER_FIGURE_MONTHS];
  guint clients;
} LimberFigures;

LimberFigures *limber_figures_load (LimberDb *db, LimberDate today, GTimeZone *zone, GError **error);

G_END_DECLS
