/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook/message.h"

#include <string.h>

/* How words about health begin, folded, in the languages of the messages. What a visit is called is not among them. */
static const char *const stems[] = {
  /* English */
  "pain", "ache", "sore", "injur", "knot", "tension", "trigger point", "tender", "adhesion", "spasm", "cramp", "swelling",
  "swollen", "bruis", "inflam", "diagnos", "symptom", "disease", "illness", "surger", "operation", "medicat", "allerg",
  "pregnan", "implant", "contraindic", "fracture", "tendon", "muscle", "hamstring", "quad", "calf", "calves", "glute",
  "achilles", "knee", "ankle", "hip", "shin", "shoulder", "neck", "back pain", "lower back", "it band", "plantar",
  "rehab", "health",
  /* German */
  "schmerz", "verletz", "verspann", "verhärt", "triggerpunkt", "verkleb", "krampf", "krämpf", "schwellung", "geschwollen",
  "bluterguss", "entzünd", "symptom", "krank", "medikament", "schwanger", "kontraindik", "bruch", "sehne", "muskel",
  "wade", "oberschenkel", "unterschenkel", "knie", "knöchel", "hüfte", "schienbein", "schulter", "nacken", "rücken",
  "achillessehne", "ferse", "reha", "gesundheit", "beschwerde",
};

static gboolean
begins_word (const char *text, const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/** limber_message_health_word: Returns: (nullable): how the first word about health begins, that is in @text. */
const char *
limber_message_health_word (const char *text)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    for (const char *at = strstr (folded, stems[i]); at != NULL; at = strstr (at + 1, stems[i]))
      if (begins_word (folded, at))
        return stems[i];
  return NULL;
}
