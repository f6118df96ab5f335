/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/race.h"

static const LimberColumn race_columns[] = {
  LIMBER_TEXT (LimberRace, name),
  LIMBER_DATE (LimberRace, first_on),
  LIMBER_DATE (LimberRace, last_on),
  LIMBER_DOUBLE_OR (LimberRace, km, 0),
  LIMBER_TEXT (LimberRace, place),
  LIMBER_END,
};

const LimberRecordType limber_race_type = {
  .table = "race",
  .size = sizeof (LimberRace),
  .topic = LIMBER_TOPIC_RACE,
  .columns = race_columns,
  .free_func = (GDestroyNotify) limber_race_free,
};

static const LimberColumn race_entry_columns[] = {
  LIMBER_TEXT (LimberRaceEntry, race_id),
  LIMBER_TEXT (LimberRaceEntry, client_id),
  LIMBER_BOOL (LimberRaceEntry, goal),
  LIMBER_DATE (LimberRaceEntry, hard_on),
  LIMBER_INT_OR (LimberRaceEntry, legs, -1),
  LIMBER_INT_OR (LimberRaceEntry, confidence, -1),
  LIMBER_DATE (LimberRaceEntry, answered_on),
  LIMBER_TEXT (LimberRaceEntry, target),
  LIMBER_DATE (LimberRaceEntry, areas_asked_on),
  LIMBER_END,
};

const LimberRecordType limber_race_entry_type = {
  .table = "race_entry",
  .size = sizeof (LimberRaceEntry),
  .topic = LIMBER_TOPIC_RACE,
  .columns = race_entry_columns,
  .free_func = (GDestroyNotify) limber_race_entry_free,
  .client_offset = G_STRUCT_OFFSET (LimberRaceEntry, client_id),
};
