/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/** LimberCalendarUse: what the dates of a calendar file are. */
typedef enum {
  LIMBER_CALENDAR_CLOSURES,
  LIMBER_CALENDAR_APPOINTMENTS,
} LimberCalendarUse;

/**
 * LimberCalendarImport:
 * @staff_id: (nullable): the therapist; %NULL for the whole clinic, which only closures can be of
 * @add_clients: make clients of names that are not known
 * @dry_run: look at everything, write nothing
 */
typedef struct {
  char *path;
  LimberCalendarUse use;
  char *staff_id;
  gboolean add_clients;
  gboolean dry_run;
  gint64 now;
  GTimeZone *zone;
} LimberCalendarImport;

typedef enum {
  LIMBER_CALENDAR_ROW_NEW,
  LIMBER_CALENDAR_ROW_KNOWN,
  LIMBER_CALENDAR_ROW_LEFT_OUT,
  LIMBER_CALENDAR_ROW_PROBLEM,
} LimberCalendarOutcome;

/** LimberCalendarRow: @reason: (nullable): why it is not simply new */
typedef struct {
  char *title;
  gint64 start_at;
  gint64 end_at;
  gboolean whole_days;
  LimberCalendarOutcome outcome;
  char *reason;
} LimberCalendarRow;

/** LimberCalendarReport: @rows: (element-type LimberCalendarRow): in order; counts by outcome. */
typedef struct {
  GPtrArray *rows;
  guint n[LIMBER_CALENDAR_ROW_PROBLEM + 1];
  gboolean written;
} LimberCalendarReport;

LimberCalendarImport *limber_calendar_import_new (const char *path, gint64 now, GTimeZone *zone);
void                  limber_calendar_import_free (LimberCalendarImport *import);
void                  limber_calendar_report_free (LimberCalendarReport *report);

/* A job for limber_store_job_async(): @data is a LimberCalendarImport, the result a LimberCalendarReport. Everything is
 * written in one transaction of its own, or nothing. */
gpointer limber_calendar_import_run (LimberDb *db, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberCalendarReport, limber_calendar_report_free)

G_END_DECLS
