/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording.h"

#include <glib/gi18n-lib.h>

static const char *
word (const char *const *words, gsize n, guint value)
{
  return value < n && words[value] ? _(words[value]) : "";
}

#define WORD(words, value) word ((words), G_N_ELEMENTS (words), (guint) (value))

static const char *const area_names[] = {
  [LIMBER_AREA_HEAD] = N_("head, temples"),
  [LIMBER_AREA_JAW] = N_("jaw"),
  [LIMBER_AREA_NECK] = N_("neck"),
  [LIMBER_AREA_UPPER_TRAPEZIUS] = N_("top of the shoulder"),
  [LIMBER_AREA_DELTOID] = N_("shoulder cap"),
  [LIMBER_AREA_ROTATOR_CUFF] = N_("shoulder blade"),
  [LIMBER_AREA_PECTORALS] = N_("chest, pecs"),
  [LIMBER_AREA_BICEPS] = N_("front of the upper arm"),
  [LIMBER_AREA_TRICEPS] = N_("back of the upper arm"),
  [LIMBER_AREA_FOREARM] = N_("forearm"),
  [LIMBER_AREA_HAND] = N_("hand, wrist"),
  [LIMBER_AREA_ABDOMINALS] = N_("stomach"),
  [LIMBER_AREA_OBLIQUES] = N_("waist"),
  [LIMBER_AREA_RHOMBOIDS] = N_("between the shoulder blades"),
  [LIMBER_AREA_LATISSIMUS] = N_("side of the back, lats"),
  [LIMBER_AREA_LOWER_BACK] = N_("lower back"),
  [LIMBER_AREA_HIP_FLEXORS] = N_("front of the hip"),
  [LIMBER_AREA_TFL] = N_("front side of the hip, TFL"),
  [LIMBER_AREA_GLUTEUS_MEDIUS] = N_("side of the hip"),
  [LIMBER_AREA_GLUTEUS_MINIMUS] = N_("deep side of the hip"),
  [LIMBER_AREA_GLUTEUS_MAXIMUS] = N_("buttock, glutes"),
  [LIMBER_AREA_DEEP_HIP_ROTATORS] = N_("deep buttock"),
  [LIMBER_AREA_ADDUCTORS] = N_("inner thigh, groin"),
  [LIMBER_AREA_QUADRICEPS] = N_("front of the thigh, quads"),
  [LIMBER_AREA_IT_BAND] = N_("outer thigh, IT band"),
  [LIMBER_AREA_HAMSTRINGS] = N_("back of the thigh"),
  [LIMBER_AREA_KNEE] = N_("knee"),
  [LIMBER_AREA_POPLITEAL] = N_("back of the knee"),
  [LIMBER_AREA_ANTERIOR_SHIN] = N_("shin"),
  [LIMBER_AREA_PERONEALS] = N_("outside of the shin"),
  [LIMBER_AREA_GASTROCNEMIUS] = N_("calf, upper"),
  [LIMBER_AREA_SOLEUS] = N_("calf, lower"),
  [LIMBER_AREA_ACHILLES] = N_("Achilles"),
  [LIMBER_AREA_ANKLE] = N_("ankle"),
  [LIMBER_AREA_FOOT] = N_("top of the foot"),
  [LIMBER_AREA_PLANTAR_FASCIA] = N_("arch of the foot"),
};

/** limber_wording_area_name: Returns: the everyday name, such as "front of the thigh, quads". */
const char *
limber_wording_area_name (LimberArea value)
{
  return WORD (area_names, value);
}

static const char *const area_shorts[] = {
  [LIMBER_AREA_HEAD] = N_("head"),
  [LIMBER_AREA_JAW] = N_("jaw"),
  [LIMBER_AREA_NECK] = N_("neck"),
  [LIMBER_AREA_UPPER_TRAPEZIUS] = N_("upper trap"),
  [LIMBER_AREA_DELTOID] = N_("shoulder"),
  [LIMBER_AREA_ROTATOR_CUFF] = N_("shoulder blade"),
  [LIMBER_AREA_PECTORALS] = N_("pec"),
  [LIMBER_AREA_BICEPS] = N_("biceps"),
  [LIMBER_AREA_TRICEPS] = N_("triceps"),
  [LIMBER_AREA_FOREARM] = N_("forearm"),
  [LIMBER_AREA_HAND] = N_("hand"),
  [LIMBER_AREA_ABDOMINALS] = N_("stomach"),
  [LIMBER_AREA_OBLIQUES] = N_("waist"),
  [LIMBER_AREA_RHOMBOIDS] = N_("mid back"),
  [LIMBER_AREA_LATISSIMUS] = N_("lat"),
  [LIMBER_AREA_LOWER_BACK] = N_("lower back"),
  [LIMBER_AREA_HIP_FLEXORS] = N_("hip flexor"),
  [LIMBER_AREA_TFL] = N_("TFL"),
  [LIMBER_AREA_GLUTEUS_MEDIUS] = N_("side hip"),
  [LIMBER_AREA_GLUTEUS_MINIMUS] = N_("deep side hip"),
  [LIMBER_AREA_GLUTEUS_MAXIMUS] = N_("glute"),
  [LIMBER_AREA_DEEP_HIP_ROTATORS] = N_("deep buttock"),
  [LIMBER_AREA_ADDUCTORS] = N_("inner thigh"),
  [LIMBER_AREA_QUADRICEPS] = N_("quad"),
  [LIMBER_AREA_IT_BAND] = N_("IT band"),
  [LIMBER_AREA_HAMSTRINGS] = N_("hamstring"),
  [LIMBER_AREA_KNEE] = N_("knee"),
  [LIMBER_AREA_POPLITEAL] = N_("back of the knee"),
  [LIMBER_AREA_ANTERIOR_SHIN] = N_("shin"),
  [LIMBER_AREA_PERONEALS] = N_("outer shin"),
  [LIMBER_AREA_GASTROCNEMIUS] = N_("calf"),
  [LIMBER_AREA_SOLEUS] = N_("lower calf"),
  [LIMBER_AREA_ACHILLES] = N_("Achilles"),
  [LIMBER_AREA_ANKLE] = N_("ankle"),
  [LIMBER_AREA_FOOT] = N_("foot top"),
  [LIMBER_AREA_PLANTAR_FASCIA] = N_("arch"),
};

/** limber_wording_area_short: Returns: a short everyday name, such as "quad". */
const char *
limber_wording_area_short (LimberArea value)
{
  return WORD (area_shorts, value);
}

static const char *const sides[] = {
  [LIMBER_SIDE_LEFT] = N_("left"),
  [LIMBER_SIDE_RIGHT] = N_("right"),
  [LIMBER_SIDE_BOTH] = N_("both"),
  [LIMBER_SIDE_MIDLINE] = N_("middle"),
};

/** limber_wording_side: Returns: the client's own side. */
const char *
limber_wording_side (LimberSide value)
{
  return WORD (sides, value);
}

/* Whole phrases per side, so that other languages may order and inflect them. */
static const char *const sided_areas[] = {
  [LIMBER_SIDE_LEFT] = N_("left %s"),
  [LIMBER_SIDE_RIGHT] = N_("right %s"),
  [LIMBER_SIDE_BOTH] = N_("%s, both sides"),
};

/**
 * limber_wording_area:
 *
 * Returns: (transfer full): the short name with its side, such as "right quad".
 */
char *
limber_wording_area (LimberArea area, LimberSide side)
{
  g_autoptr (GString) text = NULL;

  if ((guint) side >= G_N_ELEMENTS (sided_areas) || sided_areas[side] == NULL || limber_area_is_midline (area))
    return g_strdup (limber_wording_area_short (area));
  text = g_string_new (_(sided_areas[side]));
  g_string_replace (text, "%s", limber_wording_area_short (area), 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * limber_wording_creep:
 *
 * Returns: (transfer full): "right quad 3 → 7 in 5 visits", "left calf came back 2 times, now 5"
 */
char *
limber_wording_creep (LimberArea area, LimberSide side, const LimberCreep *creep)
{
  g_autofree char *name = limber_wording_area (area, side);

  if (creep->kind == LIMBER_CREEP_RETURNING)
    return g_strdup_printf (ngettext ("%s came back %d time, now %d", "%s came back %d times, now %d", creep->visits),
                            name, creep->visits, creep->to);
  return g_strdup_printf (ngettext ("%s %d → %d in %d visit", "%s %d → %d in %d visits", creep->visits), name,
                          creep->from, creep->to, creep->visits);
}

static const char *const finding_types[] = {
  [LIMBER_FINDING_TYPE_TENSION] = N_("tension"),
  [LIMBER_FINDING_TYPE_KNOT] = N_("knot"),
  [LIMBER_FINDING_TYPE_TRIGGER_POINT] = N_("trigger point"),
  [LIMBER_FINDING_TYPE_TENDER_POINT] = N_("tender point"),
  [LIMBER_FINDING_TYPE_ADHESION] = N_("adhesion"),
  [LIMBER_FINDING_TYPE_SPASM] = N_("spasm or cramp"),
  [LIMBER_FINDING_TYPE_SORENESS] = N_("soreness"),
  [LIMBER_FINDING_TYPE_PAIN] = N_("pain"),
  [LIMBER_FINDING_TYPE_RESTRICTED_MOTION] = N_("restricted motion"),
  [LIMBER_FINDING_TYPE_SWELLING] = N_("swelling"),
  [LIMBER_FINDING_TYPE_BRUISE] = N_("bruise"),
  [LIMBER_FINDING_TYPE_GUARDING] = N_("guarding"),
};

/** limber_wording_finding_type: Returns: what was observed. */
const char *
limber_wording_finding_type (LimberFindingType value)
{
  return WORD (finding_types, value);
}

static const char *const pain_qualities[] = {
  [LIMBER_PAIN_QUALITY_ACHING] = N_("aching"),
  [LIMBER_PAIN_QUALITY_SHARP] = N_("sharp"),
  [LIMBER_PAIN_QUALITY_BURNING] = N_("burning"),
  [LIMBER_PAIN_QUALITY_TINGLING] = N_("tingling"),
  [LIMBER_PAIN_QUALITY_NUMB] = N_("numb"),
};

/** limber_wording_pain_quality: Returns: how a pain feels. */
const char *
limber_wording_pain_quality (LimberPainQuality value)
{
  return WORD (pain_qualities, value);
}

static const char *const finding_sources[] = {
  [LIMBER_FINDING_SOURCE_CLIENT] = N_("client said"),
  [LIMBER_FINDING_SOURCE_THERAPIST] = N_("therapist found"),
};

/** limber_wording_finding_source: Returns: who brought a finding up. */
const char *
limber_wording_finding_source (LimberFindingSource value)
{
  return WORD (finding_sources, value);
}

static const char *const finding_statuses[] = {
  [LIMBER_FINDING_STATUS_OPEN] = N_("open"),
  [LIMBER_FINDING_STATUS_IMPROVING] = N_("improving"),
  [LIMBER_FINDING_STATUS_RESOLVED] = N_("resolved"),
};

/** limber_wording_finding_status: Returns: how a finding stands. */
const char *
limber_wording_finding_status (LimberFindingStatus value)
{
  return WORD (finding_statuses, value);
}

static const char *const red_flags[] = {
  [LIMBER_RED_FLAG_BONY_TENDERNESS] = N_("tender on the bone"),
  [LIMBER_RED_FLAG_NIGHT_PAIN] = N_("pain at night"),
  [LIMBER_RED_FLAG_GROIN_PAIN] = N_("pain in the groin"),
  [LIMBER_RED_FLAG_CALF] = N_("calf pain with swelling"),
};

/** limber_wording_red_flag: Returns: what means to refer. */
const char *
limber_wording_red_flag (LimberRedFlag value)
{
  return WORD (red_flags, value);
}
