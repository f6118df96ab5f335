/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "domain/finding.h"

G_BEGIN_DECLS

/** LimberTrend: how a finding stands, compared with the last visit. */
typedef enum {
  LIMBER_TREND_NONE,
  LIMBER_TREND_BETTER,
  LIMBER_TREND_SAME,
  LIMBER_TREND_WORSE,
} LimberTrend;

LimberTrend limber_trend_of (int earlier, int now);

/**
 * LimberAreaVisit:
 * @found: whether anything was found on the area at this visit
 * @before: the worst severity before the work, or %LIMBER_SEVERITY_UNKNOWN
 * @left: the worst severity that was left after it: 0 when all was resolved or nothing found
 *
 * What one completed visit of the client says about one area and side.
 */
typedef struct {
  gboolean found;
  int before;
  int left;
} LimberAreaVisit;

typedef enum {
  LIMBER_CREEP_NONE,
  LIMBER_CREEP_RISING,
  LIMBER_CREEP_RETURNING,
} LimberCreepKind;

/**
 * LimberCreep:
 * @from: @to: the severity at the start of the rise (or at the first return) and now
 * @visits: in how many visits it rose, or was found again
 */
typedef struct {
  LimberCreepKind kind;
  int from;
  int to;
  int visits;
} LimberCreep;

LimberCreep limber_creep_judge (const LimberAreaVisit *visits, gsize n_visits);
int         limber_creep_compare (const LimberCreep *a, const LimberCreep *b);

G_END_DECLS
