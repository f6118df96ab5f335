/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

/**
 * LimberRestoreTarget:
 * @database: the file of the clinic
 * @store: (nullable): the clinic, when it stands open
 *
 * What a backup is to take the place of.
 */
typedef struct {
  const char *database;
  LimberStore *store;
  LimberClock *clock;
} LimberRestoreTarget;

typedef void (*LimberRestoredFunc) (gpointer data);

void limber_restore_dialog_present (GtkWidget *opener, const LimberRestoreTarget *target, const char *backup,
                                    gint64 made_at, LimberRestoredFunc done, gpointer data);

G_END_DECLS
