/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/team.h"

static const LimberColumn team_columns[] = {
  LIMBER_TEXT (LimberTeam, name),
  LIMBER_TEXT (LimberTeam, note),
  LIMBER_END,
};

const LimberRecordType limber_team_type = {
  .table = "team",
  .size = sizeof (LimberTeam),
  .topic = LIMBER_TOPIC_TEAM,
  .columns = team_columns,
  .free_func = (GDestroyNotify) limber_team_free,
};
