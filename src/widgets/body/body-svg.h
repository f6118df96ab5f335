/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/body/body-ink.h"
#include "widgets/body/body-pen.h"

G_BEGIN_DECLS

typedef struct {
  LimberBodyPen base;
  GString *out;
  GHashTable *ids;
} LimberSvgPen;

LimberSvgPen limber_svg_pen_begin (PangoContext *pango, const LimberBodyInk *ink, double width, double height);
GBytes      *limber_svg_pen_end (LimberSvgPen *pen);

G_END_DECLS
