/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LimberBackupReason:
 * @LIMBER_BACKUP_REASON_ROUTINE: something had changed
 * @LIMBER_BACKUP_REASON_HAND: somebody asked for it
 * @LIMBER_BACKUP_REASON_UPGRADE: before the schema changed
 * @LIMBER_BACKUP_REASON_IMPORT: before many rows came in
 * @LIMBER_BACKUP_REASON_RESTORE: before a backup took the place of the clinic
 *
 * Why a backup was made.
 */
typedef enum {
  LIMBER_BACKUP_REASON_ROUTINE,
  LIMBER_BACKUP_REASON_HAND,
  LIMBER_BACKUP_REASON_UPGRADE,
  LIMBER_BACKUP_REASON_IMPORT,
  LIMBER_BACKUP_REASON_RESTORE,
} LimberBackupReason;

#define LIMBER_BACKUP_REASON_LAST LIMBER_BACKUP_REASON_RESTORE

const char        *limber_backup_reason_id (LimberBackupReason value);
LimberBackupReason limber_backup_reason_from_id (const char *id);

/**
 * LimberBackupMark:
 * @at: when it was made, UTC seconds
 * @seq: the number of the last change it holds
 *
 * What the rules need to know about one backup.
 */
typedef struct {
  gint64 at;
  gint64 seq;
  LimberBackupReason reason;
} LimberBackupMark;

gboolean limber_backup_is_due (const LimberBackupMark *newest, gint64 now, gint64 seq);
gint64   limber_backup_due_at (const LimberBackupMark *newest, gint64 seq);
void     limber_backup_choose_kept (const LimberBackupMark *marks, guint n_marks, gint64 now, gboolean *kept);

G_END_DECLS
