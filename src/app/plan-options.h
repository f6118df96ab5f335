/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"

G_BEGIN_DECLS

#define LIMBER_PLAN_SPAN_MAX 3660

/**
 * LimberPlanOptions:
 * @input: what the rules are asked, pointing into @races and @pairs
 * @from: the first day to judge
 * @to: the last one
 * @json: whether a program will read the answer
 */
typedef struct {
  LimberPlanInput input;
  LimberDate from;
  LimberDate to;
  gboolean json;
  GArray *races;
  GArray *pairs;
} LimberPlanOptions;

LimberPlanOptions *limber_plan_options_parse (int argc, const char *const *argv, GError **error);
void               limber_plan_options_free (LimberPlanOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberPlanOptions, limber_plan_options_free)

G_END_DECLS
