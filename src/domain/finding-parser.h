/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/finding.h"

G_BEGIN_DECLS

/**
 * LimberFindingProblem:
 * @LIMBER_FINDING_PROBLEM_NONE: understood
 * @LIMBER_FINDING_PROBLEM_EMPTY: nothing was typed
 * @LIMBER_FINDING_PROBLEM_NO_AREA: no word names a body area; the offending word is the first unknown one
 * @LIMBER_FINDING_PROBLEM_WHICH_AREA: the word means several areas; the candidates say which
 * @LIMBER_FINDING_PROBLEM_TWO_AREAS: the word names a second area
 * @LIMBER_FINDING_PROBLEM_WHICH_SIDE: the area has two sides and none was typed; the word names the area
 * @LIMBER_FINDING_PROBLEM_TWO_TYPES: the word names a second type
 * @LIMBER_FINDING_PROBLEM_SEVERITY: the word is a number that is not 0–10, or a second one
 */
typedef enum {
  LIMBER_FINDING_PROBLEM_NONE,
  LIMBER_FINDING_PROBLEM_EMPTY,
  LIMBER_FINDING_PROBLEM_NO_AREA,
  LIMBER_FINDING_PROBLEM_WHICH_AREA,
  LIMBER_FINDING_PROBLEM_TWO_AREAS,
  LIMBER_FINDING_PROBLEM_WHICH_SIDE,
  LIMBER_FINDING_PROBLEM_TWO_TYPES,
  LIMBER_FINDING_PROBLEM_SEVERITY,
} LimberFindingProblem;

#define LIMBER_FINDING_CANDIDATES_MAX 20

/**
 * LimberFindingReading:
 * @problem: what keeps the entry from being findings
 * @word: (nullable): the word the problem is about, as typed
 * @candidates: for %LIMBER_FINDING_PROBLEM_WHICH_AREA the areas to choose from
 * @area: what was read so far, also beside a problem
 * @side: "both" stands for two findings, see limber_finding_reading_sides()
 * @type: %LIMBER_FINDING_TYPE_TENSION when none was typed
 * @quality: only with type pain
 * @severity: 0–10, or %LIMBER_SEVERITY_UNKNOWN when none was typed
 * @unaware: the client did not know of it
 * @source: %LIMBER_FINDING_SOURCE_NONE when nothing speaks of it; therapist when @unaware
 * @text: the words that mean nothing else, and all behind a colon
 *
 * How a typed entry was understood.
 */
typedef struct {
  LimberFindingProblem problem;
  char *word;
  LimberArea candidates[LIMBER_FINDING_CANDIDATES_MAX];
  guint n_candidates;
  LimberArea area;
  LimberSide side;
  LimberFindingType type;
  LimberPainQuality quality;
  int severity;
  gboolean unaware;
  LimberFindingSource source;
  char *text;
} LimberFindingReading;

LimberFindingReading *limber_finding_parse (const char *entry);
void                  limber_finding_reading_free (LimberFindingReading *self);
guint                 limber_finding_reading_sides (const LimberFindingReading *self, LimberSide sides[2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberFindingReading, limber_finding_reading_free)

G_END_DECLS
