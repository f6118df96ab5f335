/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/finding-parser.h"

#include <string.h>

#include "domain/finding-words.h"

/*
 * DESIGN
 *
 * The entry is cut into words. At each word the longest known phrase is taken, looking through "the" and
 * "of"; numbers are the severity; what means nothing is text. The first problem is kept and reading goes on,
 * so that a half-typed entry already shows what was understood.
 */
typedef struct {
  LimberFindingReading *reading;
  GPtrArray *typed;
  GPtrArray *folded;
  GString *text;
  const char *unknown;
  char *area_word;
  char *group_word;
  gboolean typed_type;
} Parser;

static const char *
word_at (const GPtrArray *words, guint index)
{
  return g_ptr_array_index (words, index);
}

static void
report (Parser *parser, LimberFindingProblem problem, const char *word)
{
  if (parser->reading->problem != LIMBER_FINDING_PROBLEM_NONE)
    return;
  parser->reading->problem = problem;
  parser->reading->word = g_strdup (word);
}

static void
add_text (Parser *parser, const char *word)
{
  if (parser->text->len > 0)
    g_string_append_c (parser->text, ' ');
  g_string_append (parser->text, word);
}

/* Cuts at white space and commas; a full stop at the end of a word is no part of it. */
static void
split_words (Parser *parser, const char *entry)
{
  g_auto (GStrv) parts = g_strsplit_set (entry, " \t\r\n,;", -1);

  for (guint i = 0; parts[i]; i++)
    {
      gsize length = strlen (parts[i]);
      g_autofree char *folded = NULL;

      if (length > 1 && parts[i][length - 1] == '.')
        parts[i][length - 1] = '\0';
      if (parts[i][0] == '\0')
        continue;
      g_ptr_array_add (parser->typed, g_strdup (parts[i]));
      folded = g_utf8_strdown (parts[i], -1);
      g_strdelimit (folded, "-", ' ');
      g_ptr_array_add (parser->folded, g_steal_pointer (&folded));
    }
}

static gboolean
is_filler (const char *word)
{
  return strcmp (word, "the") == 0 || strcmp (word, "of") == 0;
}

/* The longest phrase that starts at word @start; @end is the word behind it. */
static const LimberWord *
find_phrase (const Parser *parser, guint start, guint *end)
{
  g_autoptr (GString) phrase = g_string_new (NULL);
  const LimberWord *found = NULL;
  guint n = 0;

  for (guint i = start; i < parser->folded->len && n < LIMBER_WORD_PHRASE_MAX; i++)
    {
      const char *word = word_at (parser->folded, i);
      const LimberWord *longer;

      if (i > start && is_filler (word))
        continue;
      g_string_append_printf (phrase, "%s%s", n++ > 0 ? " " : "", word);
      longer = limber_word_find (phrase->str);
      if (longer)
        {
          found = longer;
          *end = i + 1;
        }
    }
  if (found == NULL)
    {
      found = limber_word_find_prefix (word_at (parser->folded, start));
      *end = start + 1;
    }
  return found;
}

static void
take_area (Parser *parser, LimberArea area, const char *typed)
{
  LimberFindingReading *reading = parser->reading;

  if (reading->area != LIMBER_AREA_NONE && reading->area != area)
    {
      report (parser, LIMBER_FINDING_PROBLEM_TWO_AREAS, typed);
      return;
    }
  reading->area = area;
  g_free (parser->area_word);
  parser->area_word = g_strdup (typed);
}

static void
take_group (Parser *parser, int group, const char *typed)
{
  LimberFindingReading *reading = parser->reading;

  if (parser->group_word)
    return;
  parser->group_word = g_strdup (typed);
  reading->n_candidates = limber_word_candidates (group, reading->candidates, LIMBER_FINDING_CANDIDATES_MAX);
}

static void
take_side (Parser *parser, LimberSide side)
{
  LimberFindingReading *reading = parser->reading;

  if (reading->side == LIMBER_SIDE_NONE || reading->side == LIMBER_SIDE_MIDLINE || reading->side == side)
    reading->side = side;
  else if (side != LIMBER_SIDE_MIDLINE)
    reading->side = LIMBER_SIDE_BOTH;
}

static void
take_type (Parser *parser, LimberFindingType type, const char *typed)
{
  if (parser->typed_type && parser->reading->type != type)
    {
      report (parser, LIMBER_FINDING_PROBLEM_TWO_TYPES, typed);
      return;
    }
  parser->reading->type = type;
  parser->typed_type = TRUE;
}

static void
take_word (Parser *parser, const LimberWord *word, const char *typed)
{
  switch (word->kind)
    {
    case LIMBER_WORD_AREA:
      take_area (parser, (LimberArea) word->value, typed);
      break;
    case LIMBER_WORD_AREAS:
      take_group (parser, word->value, typed);
      break;
    case LIMBER_WORD_SIDE:
      take_side (parser, (LimberSide) word->value);
      break;
    case LIMBER_WORD_TYPE:
      take_type (parser, (LimberFindingType) word->value, typed);
      break;
    case LIMBER_WORD_QUALITY:
      if (parser->reading->quality != LIMBER_PAIN_QUALITY_NONE)
        add_text (parser, typed);
      else
        parser->reading->quality = (LimberPainQuality) word->value;
      break;
    case LIMBER_WORD_UNAWARE:
      parser->reading->unaware = word->value != 0;
      break;
    case LIMBER_WORD_SOURCE:
      parser->reading->source = (LimberFindingSource) word->value;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* "7" or "7/10"; any other number is a slip of the finger, not text. */
static gboolean
take_number (Parser *parser, const char *typed)
{
  LimberFindingReading *reading = parser->reading;
  gsize length = strspn (typed, "0123456789.,+-/");
  gsize digits = strspn (typed, "0123456789");
  gint64 number = g_ascii_strtoll (typed, NULL, 10);

  if (typed[length] != '\0' || strpbrk (typed, "0123456789") == NULL)
    return FALSE;
  if (digits == 0 || number > LIMBER_SEVERITY_MAX ||
      (typed[digits] != '\0' && strcmp (typed + digits, "/10") != 0) || reading->severity != LIMBER_SEVERITY_UNKNOWN)
    report (parser, LIMBER_FINDING_PROBLEM_SEVERITY, typed);
  else
    reading->severity = (int) number;
  return TRUE;
}

static void
take_words (Parser *parser)
{
  guint next;

  for (guint i = 0; i < parser->folded->len; i = next)
    {
      const char *typed = word_at (parser->typed, i);
      const LimberWord *word;

      next = i + 1;
      if (take_number (parser, typed))
        continue;
      word = find_phrase (parser, i, &next);
      if (word)
        {
          g_autoptr (GString) phrase = g_string_new (typed);

          for (guint j = i + 1; j < next; j++)
            g_string_append_printf (phrase, " %s", word_at (parser->typed, j));
          take_word (parser, word, phrase->str);
          continue;
        }
      next = i + 1;
      if (parser->unknown == NULL)
        parser->unknown = typed;
      add_text (parser, typed);
    }
}

/* "hip tfl" is no question; "hip" alone is one. */
static void
settle_group (Parser *parser)
{
  LimberFindingReading *reading = parser->reading;
  gboolean settled = parser->group_word == NULL;

  for (guint i = 0; i < reading->n_candidates && !settled; i++)
    settled = reading->candidates[i] == reading->area;
  if (settled)
    reading->n_candidates = 0;
  else
    report (parser, LIMBER_FINDING_PROBLEM_WHICH_AREA, parser->group_word);
}

static void
settle_side (Parser *parser)
{
  LimberFindingReading *reading = parser->reading;

  if (limber_area_is_midline (reading->area))
    reading->side = LIMBER_SIDE_MIDLINE;
  else if (reading->side == LIMBER_SIDE_NONE || reading->side == LIMBER_SIDE_MIDLINE)
    report (parser, LIMBER_FINDING_PROBLEM_WHICH_SIDE, parser->area_word);
}

/* What can be told only when all words are read. */
static void
conclude (Parser *parser)
{
  LimberFindingReading *reading = parser->reading;

  settle_group (parser);
  if (parser->typed->len == 0)
    report (parser, LIMBER_FINDING_PROBLEM_EMPTY, NULL);
  else if (reading->area == LIMBER_AREA_NONE)
    report (parser, LIMBER_FINDING_PROBLEM_NO_AREA, parser->unknown ? parser->unknown : word_at (parser->typed, 0));
  else
    settle_side (parser);
  if (reading->quality != LIMBER_PAIN_QUALITY_NONE && !parser->typed_type)
    reading->type = LIMBER_FINDING_TYPE_PAIN;
  if (reading->quality != LIMBER_PAIN_QUALITY_NONE && reading->type != LIMBER_FINDING_TYPE_PAIN)
    {
      add_text (parser, limber_pain_quality_id (reading->quality));
      reading->quality = LIMBER_PAIN_QUALITY_NONE;
    }
  if (reading->unaware)
    reading->source = LIMBER_FINDING_SOURCE_THERAPIST;
}

/**
 * limber_finding_parse:
 * @entry: UTF-8 as typed, such as "r quad knot 7 unaware", in any order
 *
 * Returns: (transfer full): how it was understood; look at its problem first.
 */
LimberFindingReading *
limber_finding_parse (const char *entry)
{
  LimberFindingReading *reading = g_new0 (LimberFindingReading, 1);
  g_autofree char *valid = g_utf8_make_valid (entry ? entry : "", -1);
  g_autoptr (GPtrArray) typed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  Parser parser = { .reading = reading, .typed = typed, .folded = folded, .text = g_string_new (NULL) };
  char *colon = strchr (valid, ':');

  reading->severity = LIMBER_SEVERITY_UNKNOWN;
  reading->type = LIMBER_FINDING_TYPE_TENSION;
  if (colon)
    *colon++ = '\0';
  split_words (&parser, valid);
  take_words (&parser);
  conclude (&parser);
  g_free (parser.area_word);
  g_free (parser.group_word);
  if (colon && g_strstrip (colon)[0] != '\0')
    add_text (&parser, colon);
  reading->text = g_string_free (parser.text, FALSE);
  return reading;
}

void
limber_finding_reading_free (LimberFindingReading *self)
{
  g_free (self->word);
  g_free (self->text);
  g_free (self);
}

/**
 * limber_finding_reading_sides:
 * @sides: (out caller-allocates): the side of each finding
 *
 * Returns: how many findings the entry means: 2 for both sides, 0 when there is a problem.
 */
guint
limber_finding_reading_sides (const LimberFindingReading *self, LimberSide sides[2])
{
  if (self->problem != LIMBER_FINDING_PROBLEM_NONE)
    return 0;
  if (self->side != LIMBER_SIDE_BOTH)
    {
      sides[0] = self->side;
      return 1;
    }
  sides[0] = LIMBER_SIDE_LEFT;
  sides[1] = LIMBER_SIDE_RIGHT;
  return 2;
}
