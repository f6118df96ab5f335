/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberMind:
 * @worry: 0 to 10, @confidence: 0 to 10
 * @text: (nullable)
 *
 * How a client's head was on a day.
 */
typedef struct {
  LimberRecord base;
  char *client_id;
  LimberDate said_on;
  int worry;
  int confidence;
  char *text;
} LimberMind;

LIMBER_DECLARE_RECORD (LimberMind, mind)

/**
 * LimberMindNote:
 * @worries: whether the client is from now on one who worries (rule C2)
 *
 * A new entry, and what follows from it; @data of limber_mind_keep().
 */
typedef struct {
  LimberMind *mind;
  gboolean worries;
} LimberMindNote;

void       limber_mind_note_free (LimberMindNote *note);
GPtrArray *limber_mind_list (LimberDb *db, const char *client_id, GError **error);
gpointer   limber_mind_keep (LimberDb *db, gpointer note, GError **error);

G_END_DECLS
