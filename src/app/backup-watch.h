/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/safety/safety-notice.h"
#include "services/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_BACKUP_WATCH (limber_backup_watch_get_type ())
G_DECLARE_FINAL_TYPE (LimberBackupWatch, limber_backup_watch, LIMBER, BACKUP_WATCH, GObject)

LimberBackupWatch *limber_backup_watch_new (LimberSafetyNotice *notice, LimberStore *store, LimberClock *clock);

G_END_DECLS
