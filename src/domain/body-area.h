/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LimberArea:
 *
 * The areas of the body map. The ids (limber_area_id()) are stable: the database and the shapes of the
 * artwork use them.
 */
typedef enum {
  LIMBER_AREA_NONE,
  LIMBER_AREA_HEAD,
  LIMBER_AREA_JAW,
  LIMBER_AREA_NECK,
  LIMBER_AREA_UPPER_TRAPEZIUS,
  LIMBER_AREA_DELTOID,
  LIMBER_AREA_ROTATOR_CUFF,
  LIMBER_AREA_PECTORALS,
  LIMBER_AREA_BICEPS,
  LIMBER_AREA_TRICEPS,
  LIMBER_AREA_FOREARM,
  LIMBER_AREA_HAND,
  LIMBER_AREA_ABDOMINALS,
  LIMBER_AREA_OBLIQUES,
  LIMBER_AREA_RHOMBOIDS,
  LIMBER_AREA_LATISSIMUS,
  LIMBER_AREA_LOWER_BACK,
  LIMBER_AREA_HIP_FLEXORS,
  LIMBER_AREA_TFL,
  LIMBER_AREA_GLUTEUS_MEDIUS,
  LIMBER_AREA_GLUTEUS_MINIMUS,
  LIMBER_AREA_GLUTEUS_MAXIMUS,
  LIMBER_AREA_DEEP_HIP_ROTATORS,
  LIMBER_AREA_ADDUCTORS,
  LIMBER_AREA_QUADRICEPS,
  LIMBER_AREA_IT_BAND,
  LIMBER_AREA_HAMSTRINGS,
  LIMBER_AREA_KNEE,
  LIMBER_AREA_POPLITEAL,
  LIMBER_AREA_ANTERIOR_SHIN,
  LIMBER_AREA_PERONEALS,
  LIMBER_AREA_GASTROCNEMIUS,
  LIMBER_AREA_SOLEUS,
  LIMBER_AREA_ACHILLES,
  LIMBER_AREA_ANKLE,
  LIMBER_AREA_FOOT,
  LIMBER_AREA_PLANTAR_FASCIA,
} LimberArea;

#define LIMBER_AREA_LAST LIMBER_AREA_PLANTAR_FASCIA

/**
 * LimberSide:
 *
 * Always the client's own side.
 */
typedef enum {
  LIMBER_SIDE_NONE,
  LIMBER_SIDE_LEFT,
  LIMBER_SIDE_RIGHT,
  LIMBER_SIDE_BOTH,
  LIMBER_SIDE_MIDLINE,
} LimberSide;

typedef enum {
  LIMBER_VIEW_FRONT = 1 << 0,
  LIMBER_VIEW_BACK = 1 << 1,
} LimberView;

typedef enum {
  LIMBER_GROUP_HIPS = 1 << 0,
  LIMBER_GROUP_GLUTES = 1 << 1,
  LIMBER_GROUP_CALVES = 1 << 2,
  LIMBER_GROUP_BACK = 1 << 3,
  LIMBER_GROUP_LEGS = 1 << 4,
} LimberGroup;

/** LimberTool: the self-care tool that the source article names for an area. */
typedef enum {
  LIMBER_TOOL_NONE,
  LIMBER_TOOL_FOAM_ROLLER,
  LIMBER_TOOL_MASSAGE_STICK,
  LIMBER_TOOL_THERACANE,
  LIMBER_TOOL_LACROSSE_BALL,
} LimberTool;

const char *limber_area_id (LimberArea area);
LimberArea  limber_area_from_id (const char *id);
const char *limber_area_lay_name (LimberArea area);
const char *limber_area_anatomical_name (LimberArea area);
LimberView  limber_area_views (LimberArea area);
LimberView  limber_area_home_view (LimberArea area);
LimberGroup limber_area_groups (LimberArea area);
LimberTool  limber_area_tool (LimberArea area);
gboolean    limber_area_in_article (LimberArea area);
gboolean    limber_area_is_midline (LimberArea area);
LimberArea  limber_area_shape (LimberArea area);
LimberArea  limber_area_beneath (LimberArea area);

const char *limber_side_id (LimberSide side);
LimberSide  limber_side_from_id (const char *id);

G_END_DECLS
