/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/rebook/rebook.h"

G_BEGIN_DECLS

/**
 * LimberRebookDeed:
 * @clients: (element-type utf8): whom it is about
 * @contact: (nullable): what to note for each of them; without it @answer is written
 * @language: (nullable): in which the client was spoken to, with @contact: it is kept for the next time
 * @until: the end of a snooze, the last day of a pause, or none
 *
 * One act of the desk on one or several clients, written as one transaction.
 */
typedef struct {
  GPtrArray *clients;
  LimberContact *contact;
  char *language;
  LimberRebookAnswer answer;
  LimberPauseReason reason;
  LimberDate today;
  LimberDate until;
} LimberRebookDeed;

LimberRebookDeed *limber_rebook_deed_new (LimberDate today);
LimberRebookDeed *limber_rebook_deed_copy (const LimberRebookDeed *deed);
void              limber_rebook_deed_free (LimberRebookDeed *deed);

/* Jobs for the store (LimberStoreFunc). Writing gives what taking back needs. */
gpointer limber_rebook_deed_write (LimberDb *db, gpointer deed, GError **error);
gpointer limber_rebook_deed_take_back (LimberDb *db, gpointer before, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberRebookDeed, limber_rebook_deed_free)

G_END_DECLS
