/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/red-flag.h"

/* A tender spot below this is a touch that every runner knows. */
#define BONY_SEVERITY 5

static const char *const bone_words[] = { "bone", "bony", "knochen", "knöchern" };
static const char *const night_words[] = { "night", "nacht", "nachts" };

/* Whether a word of the text begins with one of the given ones, in any case. */
static gboolean
says (const char *text, const char *const *words, guint n_words)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_auto (GStrv) parts = folded != NULL ? g_strsplit_set (folded, " \t\n.,;:!?/()-", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    for (guint j = 0; j < n_words; j++)
      if (g_str_has_prefix (parts[i], words[j]))
        return TRUE;
  return FALSE;
}

static gboolean
is_calf (LimberArea area)
{
  return (limber_area_groups (area) & LIMBER_GROUP_CALVES) != 0 || area == LIMBER_AREA_POPLITEAL;
}

static gboolean
hurts (const LimberRedFlagFinding *finding)
{
  return finding->severity != 0
         && (finding->type == LIMBER_FINDING_TYPE_PAIN || finding->type == LIMBER_FINDING_TYPE_TENDER_POINT
             || finding->type == LIMBER_FINDING_TYPE_SORENESS);
}

static gboolean
swells (const LimberRedFlagFinding *finding)
{
  return finding->severity != 0 && finding->type == LIMBER_FINDING_TYPE_SWELLING;
}

/* The bone lies under the skin there: shin, ankle, top of the foot. */
static gboolean
lies_on_bone (LimberArea area)
{
  return area == LIMBER_AREA_ANTERIOR_SHIN || area == LIMBER_AREA_ANKLE || area == LIMBER_AREA_FOOT;
}

static gboolean
is_bony (const LimberRedFlagFinding *finding)
{
  gboolean tender = finding->type == LIMBER_FINDING_TYPE_TENDER_POINT;

  if (!tender && finding->type != LIMBER_FINDING_TYPE_PAIN)
    return FALSE;
  return (tender && lies_on_bone (finding->area) && finding->severity >= BONY_SEVERITY)
         || says (finding->text, bone_words, G_N_ELEMENTS (bone_words));
}

static gboolean
has_both_on_calf (const LimberRedFlagFinding *findings, guint n_findings, LimberSide side)
{
  gboolean pain = FALSE, swelling = FALSE;

  for (guint i = 0; i < n_findings; i++)
    if (is_calf (findings[i].area) && findings[i].side == side)
      {
        pain = pain || hurts (&findings[i]);
        swelling = swelling || swells (&findings[i]);
      }
  return pain && swelling;
}

/**
 * limber_red_flag_of:
 * @findings: (array length=n_findings): all of this visit
 * @index: the one in question
 *
 * The red flags for runners, as a rule over what is recorded (a convention; when in doubt it speaks):
 *
 * - *focal bony tenderness*: a tender point of 5 or more where the bone lies under the skin (shin, ankle, top of the
 *   foot), or a tender point or pain whose note speaks of bone;
 * - *pain at night*: a pain whose note speaks of the night;
 * - *groin pain*: any pain of the inner thigh and groin, or of the front of the hip;
 * - *calf pain with swelling and warmth*: pain and swelling in one calf or the hollow of its knee. Warmth is no type of
 *   finding, so the two suffice.
 *
 * A finding of severity 0 is gone and raises none.
 */
LimberRedFlag
limber_red_flag_of (const LimberRedFlagFinding *findings, guint n_findings, guint index)
{
  const LimberRedFlagFinding *finding = &findings[index];
  gboolean pain = finding->type == LIMBER_FINDING_TYPE_PAIN;

  if (finding->severity == 0)
    return LIMBER_RED_FLAG_NONE;
  if (is_calf (finding->area) && (hurts (finding) || swells (finding))
      && has_both_on_calf (findings, n_findings, finding->side))
    return LIMBER_RED_FLAG_CALF;
  if (pain && (finding->area == LIMBER_AREA_ADDUCTORS || finding->area == LIMBER_AREA_HIP_FLEXORS))
    return LIMBER_RED_FLAG_GROIN_PAIN;
  if (is_bony (finding))
    return LIMBER_RED_FLAG_BONY_TENDERNESS;
  if (pain && says (finding->text, night_words, G_N_ELEMENTS (night_words)))
    return LIMBER_RED_FLAG_NIGHT_PAIN;
  return LIMBER_RED_FLAG_NONE;
}
