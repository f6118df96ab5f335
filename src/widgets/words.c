/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/words.h"

#include <string.h>

static char *
from_id (const char *id)
{
  return g_strdelimit (g_strdup (id ? id : ""), "-", ' ');
}

/**
 * limber_body_words_area:
 * @words: (nullable): the words, or %NULL for the domain's own
 *
 * Returns: (transfer full): the name of the area with its side
 */
char *
limber_body_words_area (const LimberBodyWords *words, LimberArea area, LimberSide side)
{
  const char *name = limber_area_lay_name (area);

  if (words && words->area)
    return words->area (area, side);
  if (side == LIMBER_SIDE_LEFT || side == LIMBER_SIDE_RIGHT)
    return g_strdup_printf ("%s %s", limber_side_id (side), name);
  return g_strdup (name);
}

/** limber_body_words_finding_type: (transfer full): the name of a type of finding. */
char *
limber_body_words_finding_type (const LimberBodyWords *words, LimberFindingType type)
{
  if (words && words->finding_type)
    return g_strdup (words->finding_type (type));
  return from_id (limber_finding_type_id (type));
}

/** limber_body_words_pain_quality: (transfer full): the name of a quality of pain. */
char *
limber_body_words_pain_quality (const LimberBodyWords *words, LimberPainQuality quality)
{
  if (words && words->pain_quality)
    return g_strdup (words->pain_quality (quality));
  return from_id (limber_pain_quality_id (quality));
}

/** limber_capitalize: (transfer full): @text with its first letter large, for headings. */
char *
limber_capitalize (const char *text)
{
  char first[7] = { 0 };

  if (!text || !*text)
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}
