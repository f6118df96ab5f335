/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/nudge.h"

static const LimberColumn nudge_columns[] = {
  LIMBER_TEXT (LimberNudge, client_id),
  LIMBER_DATE (LimberNudge, cycle_on),
  LIMBER_INT (LimberNudge, round),
  LIMBER_INT (LimberNudge, number),
  LIMBER_INSTANT (LimberNudge, due_at),
  LIMBER_INSTANT (LimberNudge, claimed_at),
  LIMBER_INSTANT (LimberNudge, shown_at),
  LIMBER_ENUM (LimberNudge, answer, nudge_answer),
  LIMBER_INSTANT (LimberNudge, answered_at),
  LIMBER_END,
};

const LimberRecordType limber_nudge_type = {
  .table = "nudge",
  .size = sizeof (LimberNudge),
  .topic = LIMBER_TOPIC_NUDGE,
  .columns = nudge_columns,
  .free_func = (GDestroyNotify) limber_nudge_free,
  .client_offset = G_STRUCT_OFFSET (LimberNudge, client_id),
};
