/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/finding.h"

G_BEGIN_DECLS

/** LimberWordKind: what a typed phrase says. */
typedef enum {
  LIMBER_WORD_AREA,
  LIMBER_WORD_AREAS,
  LIMBER_WORD_SIDE,
  LIMBER_WORD_TYPE,
  LIMBER_WORD_QUALITY,
  LIMBER_WORD_UNAWARE,
  LIMBER_WORD_SOURCE,
} LimberWordKind;

/**
 * LimberWord:
 * @phrase: lower-case words with one blank between them, without "the" and "of"
 * @value: the enum value that @kind tells; for %LIMBER_WORD_AREAS an index for limber_word_candidates()
 */
typedef struct {
  const char *phrase;
  LimberWordKind kind;
  int value;
} LimberWord;

const LimberWord *limber_word_find (const char *phrase);
const LimberWord *limber_word_find_prefix (const char *start);
guint             limber_word_candidates (int group, LimberArea *areas, guint max);

#define LIMBER_WORD_PHRASE_MAX 4

G_END_DECLS
