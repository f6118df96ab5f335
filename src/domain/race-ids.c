/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/race-rules.h"

static const char *const verdict_ids[] = {
  [LIMBER_VERDICT_AVOID] = "avoid",
  [LIMBER_VERDICT_LIGHT_ONLY] = "light-only",
  [LIMBER_VERDICT_EARLY] = "early",
  [LIMBER_VERDICT_CAUTION] = "caution",
  [LIMBER_VERDICT_ACCEPTABLE] = "acceptable",
  [LIMBER_VERDICT_IDEAL] = "ideal",
  [LIMBER_VERDICT_FINE] = "fine",
  [LIMBER_VERDICT_NORMAL] = "normal",
};

/** limber_verdict_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_verdict_id (LimberVerdict value)
{
  return (guint) value < G_N_ELEMENTS (verdict_ids) ? verdict_ids[value] : NULL;
}

/** limber_verdict_from_id: Returns: the value with this id, else %LIMBER_VERDICT_NONE. */
LimberVerdict
limber_verdict_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (verdict_ids); i++)
    if (g_strcmp0 (verdict_ids[i], id) == 0)
      return (LimberVerdict) i;
  return LIMBER_VERDICT_NONE;
}

static const char *const rule_ids[] = {
  [LIMBER_RULE_A1] = "A1",
  [LIMBER_RULE_A2] = "A2",
  [LIMBER_RULE_B1] = "B1",
  [LIMBER_RULE_B2] = "B2",
  [LIMBER_RULE_B4] = "B4",
  [LIMBER_RULE_B5] = "B5",
  [LIMBER_RULE_B6] = "B6",
  [LIMBER_RULE_B7] = "B7",
  [LIMBER_RULE_C1] = "C1",
  [LIMBER_RULE_C2] = "C2",
  [LIMBER_RULE_D1] = "D1",
  [LIMBER_RULE_D2] = "D2",
  [LIMBER_RULE_E1] = "E1",
  [LIMBER_RULE_E2] = "E2",
  [LIMBER_RULE_E3] = "E3",
  [LIMBER_RULE_F] = "F",
  [LIMBER_RULE_G] = "G",
  [LIMBER_RULE_K1] = "K1",
  [LIMBER_RULE_H] = "H",
};

/** limber_rule_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_rule_id (LimberRule value)
{
  return (guint) value < G_N_ELEMENTS (rule_ids) ? rule_ids[value] : NULL;
}

/** limber_rule_from_id: Returns: the value with this id, else %LIMBER_RULE_NONE. */
LimberRule
limber_rule_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (rule_ids); i++)
    if (g_strcmp0 (rule_ids[i], id) == 0)
      return (LimberRule) i;
  return LIMBER_RULE_NONE;
}

static const char *const ideal_source_ids[] = {
  [LIMBER_IDEAL_SOURCE_DEFAULT] = "default",
  [LIMBER_IDEAL_SOURCE_EXTRA_DAYS] = "extra-days",
  [LIMBER_IDEAL_SOURCE_LEARNED] = "learned",
  [LIMBER_IDEAL_SOURCE_PINNED] = "pinned",
};

/** limber_ideal_source_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_ideal_source_id (LimberIdealSource value)
{
  return (guint) value < G_N_ELEMENTS (ideal_source_ids) ? ideal_source_ids[value] : NULL;
}

/** limber_ideal_source_from_id: Returns: the value with this id, else %LIMBER_IDEAL_SOURCE_NONE. */
LimberIdealSource
limber_ideal_source_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (ideal_source_ids); i++)
    if (g_strcmp0 (ideal_source_ids[i], id) == 0)
      return (LimberIdealSource) i;
  return LIMBER_IDEAL_SOURCE_NONE;
}
