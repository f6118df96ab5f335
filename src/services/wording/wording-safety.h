/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/clock.h"
#include "store/restore.h"

G_BEGIN_DECLS

char       *limber_wording_moment (gint64 at, LimberClock *clock);
const char *limber_wording_backup_reason (LimberBackupReason reason);
char       *limber_wording_clinic_counts (const LimberClinicCounts *counts);
char       *limber_wording_restore_loss (const LimberRestorePreview *preview);

G_END_DECLS
