/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberRestored:
 * @made_at: when the backup was made that this clinic is now
 * @kept: the path of what was there before
 * @confirmed_at: 0 until somebody has looked; nothing is done automatically before that
 *
 * A backup took the place of the clinic.
 */
typedef struct {
  LimberRecord base;
  gint64 made_at;
  gint64 restored_at;
  char *kept;
  gint64 confirmed_at;
} LimberRestored;

LIMBER_DECLARE_RECORD (LimberRestored, restored)

LimberRestored *limber_restored_load_open (LimberDb *db, GError **error);

G_END_DECLS
