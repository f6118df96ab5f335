/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"

G_BEGIN_DECLS

#define LIMBER_WEEKDAY_BIT(weekday) (1u << ((weekday) - 1))
#define LIMBER_WEEKDAYS_ALL 0x7fu

/**
 * LimberWaitingWish:
 * @from: the first day that would do, none for any
 * @until: the last day, none for any
 * @weekdays: a mask of LIMBER_WEEKDAY_BIT(); 0 for any
 * @from_minute: the earliest start of the day
 * @to_minute: when the hands-on time must be over; 0 for any
 * @minutes: hands-on time
 * @staff_id: (nullable): with whom; %NULL for anybody
 * @before: the start of the appointment that should be earlier; 0 when there is none
 *
 * What a client on the waiting list would take.
 */
typedef struct {
  LimberDate from;
  LimberDate until;
  guint weekdays;
  int from_minute;
  int to_minute;
  int minutes;
  const char *staff_id;
  gint64 before;
} LimberWaitingWish;

/**
 * LimberWaitingSlot:
 * @start: UTC seconds
 * @minutes: hands-on time that there is room for
 */
typedef struct {
  gint64 start;
  int minutes;
  const char *staff_id;
} LimberWaitingSlot;

/** LimberWaitingMismatch: why a slot would not do; a set of bits. */
typedef enum {
  LIMBER_WAITING_FITS = 0,
  LIMBER_WAITING_WRONG_DATE = 1 << 0,
  LIMBER_WAITING_WRONG_WEEKDAY = 1 << 1,
  LIMBER_WAITING_WRONG_TIME = 1 << 2,
  LIMBER_WAITING_TOO_SHORT = 1 << 3,
  LIMBER_WAITING_WRONG_THERAPIST = 1 << 4,
  LIMBER_WAITING_NOT_EARLIER = 1 << 5,
} LimberWaitingMismatch;

LimberWaitingMismatch limber_waiting_match (const LimberWaitingWish *wish, const LimberWaitingSlot *slot,
                                            GTimeZone *zone);

G_END_DECLS
