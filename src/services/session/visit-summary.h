/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/session/session-runner.h"

G_BEGIN_DECLS

/** LimberSummaryKind: how a line of the summary looks. */
typedef enum {
  LIMBER_SUMMARY_TITLE,
  LIMBER_SUMMARY_HEADING,
  LIMBER_SUMMARY_TEXT,
  LIMBER_SUMMARY_ROW,
} LimberSummaryKind;

/** LimberSummaryLine: @value: (nullable): what stands at the end of a row */
typedef struct {
  LimberSummaryKind kind;
  char *text;
  char *value;
} LimberSummaryLine;

GPtrArray *limber_visit_summary_new (const LimberSessionSheet *sheet, gint64 next_at, GTimeZone *zone);

G_END_DECLS
