/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/self-care.h"
#include "store/client-file.h"

G_BEGIN_DECLS

/**
 * LimberCareLine:
 * @title: "Right quad", @tool: (nullable): its tool
 * @text: (nullable): what to do: the therapist's words, else Limber's
 * @note: (nullable): what to say about this area in particular
 * @own: @text is the therapist's
 */
typedef struct {
  LimberSelfCareItem item;
  char *title;
  char *tool;
  char *text;
  char *note;
  gboolean own;
} LimberCareLine;

/**
 * LimberCarePlan:
 * @lines: (element-type LimberCareLine)
 * @left_out: (element-type LimberCareLine): areas that the therapist took out
 *
 * What a client can do at home until the next visit (rule F), ready for a page, for paper and for a mail.
 */
typedef struct {
  char *client;
  char *opening;
  char *caution;
  char *source;
  GPtrArray *lines;
  GPtrArray *left_out;
} LimberCarePlan;

LimberCarePlan *limber_care_plan_new (const LimberClientFile *file);
void            limber_care_plan_free (LimberCarePlan *plan);
char           *limber_care_plan_text (const LimberCarePlan *plan);
gboolean        limber_care_plan_is_due (const LimberClientFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberCarePlan, limber_care_plan_free)

G_END_DECLS
