/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rom.h"

static const LimberColumn rom_columns[] = {
  LIMBER_TEXT (LimberRom, session_id),
  LIMBER_TEXT (LimberRom, client_id),
  LIMBER_ENUM (LimberRom, motion, motion),
  LIMBER_ENUM (LimberRom, side, side),
  LIMBER_BOOL (LimberRom, active),
  LIMBER_DOUBLE_OR (LimberRom, before, -1),
  LIMBER_DOUBLE_OR (LimberRom, after, -1),
  LIMBER_END,
};

const LimberRecordType limber_rom_type = {
  .table = "rom",
  .size = sizeof (LimberRom),
  .topic = LIMBER_TOPIC_ROM,
  .columns = rom_columns,
  .free_func = (GDestroyNotify) limber_rom_free,
  .client_offset = G_STRUCT_OFFSET (LimberRom, client_id),
};
