/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/tension.h"
#include "store/finding.h"
#include "store/health.h"
#include "store/session.h"

G_BEGIN_DECLS

/** LimberBodyHistory: what was found on one body, visit by visit. */
typedef struct _LimberBodyHistory LimberBodyHistory;

/** LimberBodyState: one open finding as it was last known, and how it compares with the time before. */
typedef struct {
  const LimberFinding *finding;
  LimberTrend trend;
} LimberBodyState;

/**
 * LimberBodyReading:
 * @before: @after: the worst of the visit's findings on the area, or %LIMBER_SEVERITY_UNKNOWN
 */
typedef struct {
  const LimberSession *session;
  int before;
  int after;
  gboolean unaware;
} LimberBodyReading;

/** LimberBodyTally: @visits is in how many visits something was found on the area. */
typedef struct {
  LimberArea area;
  LimberSide side;
  int visits;
} LimberBodyTally;

typedef struct {
  LimberArea area;
  LimberSide side;
  LimberCreep creep;
} LimberBodyCreep;

LimberBodyHistory *limber_body_history_new (GPtrArray *sessions, GPtrArray *findings);
void               limber_body_history_free (LimberBodyHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberBodyHistory, limber_body_history_free)

guint                limber_body_history_get_n_visits (const LimberBodyHistory *history);
const LimberSession *limber_body_history_get_visit (const LimberBodyHistory *history, guint index);
guint                limber_body_history_until (const LimberBodyHistory *history, LimberDate date);
GArray              *limber_body_history_as_of (const LimberBodyHistory *history, guint n_visits);
GArray              *limber_body_history_readings (const LimberBodyHistory *history, LimberArea area,
                                                   LimberSide side);
GArray              *limber_body_history_tally (const LimberBodyHistory *history);
GArray              *limber_body_history_creeping (const LimberBodyHistory *history);
gboolean             limber_health_item_forbids_on (const LimberHealthItem *item, LimberDate date);

G_END_DECLS
