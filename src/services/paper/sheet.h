/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/schedule-facts.h"

G_BEGIN_DECLS

/* The day and the week on paper: what stands in which column, and where it lies on which page. No drawing here. */

/** LimberSheetEntry: @dim: cancelled, or time that is blocked. */
typedef struct {
  char *time;
  char *title;
  char *detail;
  gboolean dim;
} LimberSheetEntry;

/** LimberSheetColumn: @entries: (element-type LimberSheetEntry): in order. */
typedef struct {
  char *title;
  GPtrArray *entries;
} LimberSheetColumn;

/** LimberSheetStyle: how a text is set. */
typedef enum {
  LIMBER_SHEET_TITLE,
  LIMBER_SHEET_SUBTITLE,
  LIMBER_SHEET_HEADING,
  LIMBER_SHEET_STRONG,
  LIMBER_SHEET_SMALL,
  LIMBER_SHEET_DIM,
} LimberSheetStyle;

/** LimberSheetMark: one line of text, or a rule when @text is %NULL; in points from the upper left corner of the page. */
typedef struct {
  double x;
  double y;
  double width;
  const char *text; /* borrowed from the sheet */
  LimberSheetStyle style;
} LimberSheetMark;

/** LimberSheet: @pages: (element-type GArray): of LimberSheetMark. */
typedef struct {
  char *title;
  char *subtitle;
  GPtrArray *columns;
  GPtrArray *pages;
} LimberSheet;

LimberSheet *limber_sheet_of_day (const LimberScheduleFacts *facts, LimberDate date, const char *subtitle, GTimeZone *zone);
LimberSheet *limber_sheet_of_week (const LimberScheduleFacts *facts, const char *staff_id, const char *subtitle,
                                   GTimeZone *zone);
void         limber_sheet_free (LimberSheet *sheet);
void         limber_sheet_lay_out (LimberSheet *sheet, double width, double height);
char        *limber_sheet_text (const LimberSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberSheet, limber_sheet_free)

G_END_DECLS
