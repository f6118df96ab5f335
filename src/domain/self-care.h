/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/body-area.h"

G_BEGIN_DECLS

/**
 * LimberSelfCareSpot:
 * @severity: the last known, 0 to 10; -1 when nobody said
 * @open: not resolved
 * @visit: which visit it was seen at: 0 is the newest
 *
 * One finding, as far as the plan for home cares.
 */
typedef struct {
  LimberArea area;
  LimberSide side;
  int severity;
  gboolean open;
  guint visit;
} LimberSelfCareSpot;

/** LimberSelfCareBar: an area that must be left alone; %LIMBER_AREA_NONE with @total is the whole body. */
typedef struct {
  LimberArea area;
  LimberSide side;
  gboolean total;
} LimberSelfCareBar;

/**
 * LimberSelfCareItem:
 * @side: %LIMBER_SIDE_BOTH when left and right are open
 * @tool: %LIMBER_TOOL_NONE when the source names no tool for the area
 * @barred: a contraindication or a red flag lies there: no tool, ask first
 * @disputed: rolling it is disputed, ask (the IT band)
 */
typedef struct {
  LimberArea area;
  LimberSide side;
  int severity;
  LimberTool tool;
  gboolean barred;
  gboolean disputed;
} LimberSelfCareItem;

GArray *limber_self_care_plan (const LimberSelfCareSpot *spots, guint n_spots, const LimberSelfCareBar *bars,
                               guint n_bars);

G_END_DECLS
