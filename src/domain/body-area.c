/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/body-area.h"

/* English names stand here as the source for translation; services/wording gives the translated ones. */
typedef struct {
  const char *id;
  const char *lay;
  const char *anatomical;
  LimberView views;
  gboolean in_article;
  LimberGroup groups;
  LimberTool tool;
} AreaInfo;

#define FRONT LIMBER_VIEW_FRONT
#define BACK LIMBER_VIEW_BACK

static const AreaInfo areas[] = {
  [LIMBER_AREA_NONE] = { NULL, NULL, NULL, 0, FALSE, 0, LIMBER_TOOL_NONE },
  [LIMBER_AREA_HEAD] = { "head", "head, temples", "temporalis, scalp", FRONT | BACK, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_JAW] = { "jaw", "jaw", "masseter", FRONT, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_NECK] = { "neck", "neck", "sternocleidomastoid, scalenes, splenius, suboccipitals", FRONT | BACK, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_UPPER_TRAPEZIUS] = { "upper-trapezius", "top of the shoulder", "descending trapezius, levator scapulae", FRONT | BACK, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_DELTOID] = { "deltoid", "shoulder cap", "deltoid", FRONT | BACK, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_ROTATOR_CUFF] = { "rotator-cuff", "shoulder blade", "supraspinatus, infraspinatus, teres minor", BACK, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_PECTORALS] = { "pectorals", "chest, pecs", "pectoralis major and minor", FRONT, TRUE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_BICEPS] = { "biceps", "front of the upper arm", "biceps brachii, brachialis", FRONT, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_TRICEPS] = { "triceps", "back of the upper arm", "triceps brachii", BACK, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_FOREARM] = { "forearm", "forearm", "wrist flexors, extensors", FRONT | BACK, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_HAND] = { "hand", "hand, wrist", "intrinsic hand muscles", FRONT | BACK, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_ABDOMINALS] = { "abdominals", "stomach", "rectus abdominis", FRONT, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_OBLIQUES] = { "obliques", "waist", "external and internal oblique", FRONT, FALSE, 0,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_RHOMBOIDS] = { "rhomboids", "between the shoulder blades", "rhomboids, middle trapezius", BACK, TRUE, LIMBER_GROUP_BACK,
    LIMBER_TOOL_THERACANE },
  [LIMBER_AREA_LATISSIMUS] = { "latissimus", "side of the back, lats", "latissimus dorsi", BACK, TRUE, LIMBER_GROUP_BACK,
    LIMBER_TOOL_THERACANE },
  [LIMBER_AREA_LOWER_BACK] = { "lower-back", "lower back", "lumbar erector spinae, quadratus lumborum", BACK, TRUE, LIMBER_GROUP_BACK,
    LIMBER_TOOL_THERACANE },
  [LIMBER_AREA_HIP_FLEXORS] = { "hip-flexors", "front of the hip", "iliopsoas", FRONT, TRUE, LIMBER_GROUP_HIPS | LIMBER_GROUP_LEGS,
    LIMBER_TOOL_THERACANE },
  [LIMBER_AREA_TFL] = { "tfl", "front side of the hip, TFL", "tensor fasciae latae", FRONT, TRUE, LIMBER_GROUP_HIPS | LIMBER_GROUP_LEGS,
    LIMBER_TOOL_LACROSSE_BALL },
  [LIMBER_AREA_GLUTEUS_MEDIUS] = { "gluteus-medius", "side of the hip", "gluteus medius", BACK, TRUE, LIMBER_GROUP_HIPS | LIMBER_GROUP_GLUTES | LIMBER_GROUP_LEGS,
    LIMBER_TOOL_LACROSSE_BALL },
  [LIMBER_AREA_GLUTEUS_MINIMUS] = { "gluteus-minimus", "deep side of the hip", "gluteus minimus", BACK, TRUE, LIMBER_GROUP_HIPS | LIMBER_GROUP_GLUTES | LIMBER_GROUP_LEGS,
    LIMBER_TOOL_LACROSSE_BALL },
  [LIMBER_AREA_GLUTEUS_MAXIMUS] = { "gluteus-maximus", "buttock, glutes", "gluteus maximus", BACK, TRUE, LIMBER_GROUP_GLUTES | LIMBER_GROUP_LEGS,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_DEEP_HIP_ROTATORS] = { "deep-hip-rotators", "deep buttock", "piriformis, obturators, gemelli, quadratus femoris", BACK, TRUE, LIMBER_GROUP_HIPS | LIMBER_GROUP_LEGS,
    LIMBER_TOOL_THERACANE },
  [LIMBER_AREA_ADDUCTORS] = { "adductors", "inner thigh, groin", "adductor group, gracilis", FRONT | BACK, FALSE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_QUADRICEPS] = { "quadriceps", "front of the thigh, quads", "rectus femoris, vasti", FRONT, TRUE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_FOAM_ROLLER },
  [LIMBER_AREA_IT_BAND] = { "it-band", "outer thigh, IT band", "iliotibial tract", FRONT | BACK, TRUE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_FOAM_ROLLER },
  [LIMBER_AREA_HAMSTRINGS] = { "hamstrings", "back of the thigh", "biceps femoris, semitendinosus, semimembranosus", BACK, TRUE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_FOAM_ROLLER },
  [LIMBER_AREA_KNEE] = { "knee", "knee", "patella, patellar ligament", FRONT, FALSE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_POPLITEAL] = { "popliteal", "back of the knee", "popliteal fossa", BACK, FALSE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_ANTERIOR_SHIN] = { "anterior-shin", "shin", "tibialis anterior", FRONT, TRUE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_MASSAGE_STICK },
  [LIMBER_AREA_PERONEALS] = { "peroneals", "outside of the shin", "fibularis longus and brevis", FRONT | BACK, FALSE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_GASTROCNEMIUS] = { "gastrocnemius", "calf, upper", "gastrocnemius", BACK, TRUE, LIMBER_GROUP_CALVES | LIMBER_GROUP_LEGS,
    LIMBER_TOOL_MASSAGE_STICK },
  [LIMBER_AREA_SOLEUS] = { "soleus", "calf, lower", "soleus", BACK, TRUE, LIMBER_GROUP_CALVES | LIMBER_GROUP_LEGS,
    LIMBER_TOOL_MASSAGE_STICK },
  [LIMBER_AREA_ACHILLES] = { "achilles", "Achilles", "calcaneal tendon", BACK, FALSE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_ANKLE] = { "ankle", "ankle", "talocrural joint", FRONT, FALSE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_FOOT] = { "foot", "top of the foot", "toe extensors", FRONT, FALSE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_NONE },
  [LIMBER_AREA_PLANTAR_FASCIA] = { "plantar-fascia", "arch of the foot", "plantar fascia, flexor digitorum brevis", BACK, TRUE, LIMBER_GROUP_LEGS,
    LIMBER_TOOL_LACROSSE_BALL },
};

static const char *const side_ids[] = {
  [LIMBER_SIDE_LEFT] = "left",
  [LIMBER_SIDE_RIGHT] = "right",
  [LIMBER_SIDE_BOTH] = "both",
  [LIMBER_SIDE_MIDLINE] = "midline",
};

static const AreaInfo *
area_info (LimberArea area)
{
  return (guint) area < G_N_ELEMENTS (areas) ? &areas[area] : &areas[LIMBER_AREA_NONE];
}

/** limber_area_id: Returns: (nullable): the stable id; %NULL for %LIMBER_AREA_NONE. */
const char *
limber_area_id (LimberArea area)
{
  return area_info (area)->id;
}

/** limber_area_from_id: Returns: the area with this id, else %LIMBER_AREA_NONE. */
LimberArea
limber_area_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (areas); i++)
    if (g_strcmp0 (areas[i].id, id) == 0)
      return (LimberArea) i;
  return LIMBER_AREA_NONE;
}

/** limber_area_lay_name: Returns: (nullable): the everyday name, in English. */
const char *
limber_area_lay_name (LimberArea area)
{
  return area_info (area)->lay;
}

/** limber_area_anatomical_name: Returns: (nullable): the muscles or structures meant. */
const char *
limber_area_anatomical_name (LimberArea area)
{
  return area_info (area)->anatomical;
}

/** limber_area_views: Returns: the views that show the area. */
LimberView
limber_area_views (LimberArea area)
{
  return area_info (area)->views;
}

/**
 * limber_area_home_view:
 *
 * Of an area that both views show, one is its home: its marks are drawn and counted there alone, since a mark in
 * both would read as two findings. Neck and top of the shoulder are worked on from behind, the rest (head, shoulder
 * cap, forearm, hand, inner thigh, IT band, outer shin) from the front.
 *
 * Returns: the one view that an area's marks stand in
 */
LimberView
limber_area_home_view (LimberArea area)
{
  LimberView shown = limber_area_views (area);

  if (shown != (FRONT | BACK))
    return shown;
  return area == LIMBER_AREA_NECK || area == LIMBER_AREA_UPPER_TRAPEZIUS ? BACK : FRONT;
}

/** limber_area_groups: Returns: the groups that the area belongs to, for search and statistics. */
LimberGroup
limber_area_groups (LimberArea area)
{
  return area_info (area)->groups;
}

/** limber_area_tool: Returns: the tool the source article names for the area; none is invented. */
LimberTool
limber_area_tool (LimberArea area)
{
  return area_info (area)->tool;
}

/** limber_area_in_article: Returns: whether the source article names the area. */
gboolean
limber_area_in_article (LimberArea area)
{
  return area_info (area)->in_article;
}

/** limber_area_is_midline: Returns: whether the area is one shape on the midline, without sides. */
gboolean
limber_area_is_midline (LimberArea area)
{
  return area == LIMBER_AREA_HEAD || area == LIMBER_AREA_ABDOMINALS;
}

/**
 * limber_area_shape:
 *
 * Returns: the area whose shape on the map stands for @area: itself, but for gluteus minimus, which
 *   lies under gluteus medius.
 */
LimberArea
limber_area_shape (LimberArea area)
{
  return area == LIMBER_AREA_GLUTEUS_MINIMUS ? LIMBER_AREA_GLUTEUS_MEDIUS : area;
}

/** limber_area_beneath: Returns: the area that lies beneath the shape of @area, or %LIMBER_AREA_NONE. */
LimberArea
limber_area_beneath (LimberArea area)
{
  return limber_area_shape (area) == LIMBER_AREA_GLUTEUS_MEDIUS ? LIMBER_AREA_GLUTEUS_MINIMUS : LIMBER_AREA_NONE;
}

/** limber_side_id: Returns: (nullable): "left", "right", "both" or "midline". */
const char *
limber_side_id (LimberSide side)
{
  return (guint) side < G_N_ELEMENTS (side_ids) ? side_ids[side] : NULL;
}

/** limber_side_from_id: Returns: the side, else %LIMBER_SIDE_NONE. */
LimberSide
limber_side_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (side_ids); i++)
    if (g_strcmp0 (side_ids[i], id) == 0)
      return (LimberSide) i;
  return LIMBER_SIDE_NONE;
}
