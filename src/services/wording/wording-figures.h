/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/figures.h"

G_BEGIN_DECLS

/** LimberFigure: the figures that are shares, with the formula of each. */
typedef enum {
  LIMBER_FIGURE_REBOOKED,
  LIMBER_FIGURE_REBOOK_RATE,
  LIMBER_FIGURE_ON_WINDOW,
} LimberFigure;
#define LIMBER_FIGURE_LAST LIMBER_FIGURE_ON_WINDOW

const LimberRatio *limber_figure_of_month (const LimberMonthFigures *month, LimberFigure figure);

const char *limber_wording_figure_name (LimberFigure figure);
const char *limber_wording_figure_formula (LimberFigure figure);
char       *limber_wording_ratio (const LimberRatio *ratio);
char       *limber_wording_figure_counts (const LimberMonthFigures *month, LimberFigure figure);
char       *limber_wording_month (LimberDate first);
char       *limber_wording_figure_course (const LimberFigures *figures, LimberFigure figure);

G_END_DECLS
