/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"

G_BEGIN_DECLS

/* Calendar files (RFC 5545). Only these files know libical. */

#define LIMBER_ICAL_MAX_BYTES (10 * 1024 * 1024)
#define LIMBER_ICAL_MAX_EVENTS 5000
#define LIMBER_ICAL_MAX_DATES 5000

/* The uid of an appointment is its id and this. */
#define LIMBER_CALENDAR_UID_SUFFIX "@limber"

/** LimberIcalStatus: how firm an event is. */
typedef enum {
  LIMBER_ICAL_TENTATIVE,
  LIMBER_ICAL_CONFIRMED,
  LIMBER_ICAL_CANCELLED,
} LimberIcalStatus;

/**
 * LimberIcalEvent:
 * @uid: stays the same for as long as the appointment lives
 * @sequence: grows with each change
 * @stamp: UTC seconds, when the file is written
 * @start_at: UTC seconds
 * @end_at: UTC seconds
 * @summary: one line
 * @description: (nullable): more about it
 * @location: (nullable): where
 */
typedef struct {
  char *uid;
  gint64 sequence;
  gint64 stamp;
  gint64 start_at;
  gint64 end_at;
  LimberIcalStatus status;
  char *summary;
  char *description;
  char *location;
} LimberIcalEvent;

/**
 * LimberIcalItem:
 * @uid: (nullable): of the event in its own calendar
 * @summary: "" for none
 * @start_at: UTC seconds
 * @end_at: UTC seconds, later than @start_at
 * @whole_days: from midnight to midnight
 *
 * One date of one event that was read; an event that repeats gives several.
 */
typedef struct {
  char *uid;
  char *summary;
  gint64 start_at;
  gint64 end_at;
  gboolean whole_days;
  gboolean cancelled;
} LimberIcalItem;

void limber_ical_event_free (LimberIcalEvent *event);
void limber_ical_item_free (LimberIcalItem *item);

char      *limber_ical_write (const GPtrArray *events, GTimeZone *zone);
GPtrArray *limber_ical_read (const char *bytes, gsize length, GTimeZone *zone, GError **error);
GPtrArray *limber_ical_read_file (const char *path, GTimeZone *zone, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberIcalEvent, limber_ical_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberIcalItem, limber_ical_item_free)

G_END_DECLS
