/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/**
 * LimberCalendarExport:
 * @appointment_id: (nullable): the one to export; with it the other fields say nothing
 * @staff_id: (nullable): whose appointments, %NULL for everybody's
 * @from: first day
 * @to: last day
 * @without_names: no client is named, for a calendar that others see
 */
typedef struct {
  char *appointment_id;
  char *staff_id;
  LimberDate from;
  LimberDate to;
  gboolean without_names;
  gint64 now;
  GTimeZone *zone;
} LimberCalendarExport;

LimberCalendarExport *limber_calendar_export_new (gint64 now, GTimeZone *zone);
void                  limber_calendar_export_free (LimberCalendarExport *query);

/* A job for the store (LimberStoreFunc): @data is a LimberCalendarExport, the result the text of a calendar file. */
gpointer limber_calendar_export_run (LimberDb *db, gpointer data, GError **error);

G_END_DECLS
