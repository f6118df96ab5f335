/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/body-area.h"
#include "domain/finding.h"

G_BEGIN_DECLS

/**
 * LimberBodyWords:
 *
 * The translated words that widgets about the body show and read out. A page fills a static struct with
 * functions of services/wording and hands it over; any member may be %NULL, then the domain's English
 * names stand in.
 *
 * @area: a short name with its side, "right quad"; newly allocated
 * @finding_type: "knot"
 * @pain_quality: "sharp"
 */
typedef struct {
  char *(*area) (LimberArea area, LimberSide side);
  const char *(*finding_type) (LimberFindingType type);
  const char *(*pain_quality) (LimberPainQuality quality);
} LimberBodyWords;

char *limber_body_words_area (const LimberBodyWords *words, LimberArea area, LimberSide side);
char *limber_body_words_finding_type (const LimberBodyWords *words, LimberFindingType type);
char *limber_body_words_pain_quality (const LimberBodyWords *words, LimberPainQuality quality);
char *limber_capitalize (const char *text);

G_END_DECLS
