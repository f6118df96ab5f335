/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"
#include "store/states.h"

G_BEGIN_DECLS

/**
 * LimberContact:
 * @until: pause or call back until
 *
 * Somebody spoke to a client about the next visit.
 */
typedef struct {
  LimberRecord base;
  char *client_id;
  gint64 at;
  char *staff_id;
  LimberContactChannel channel;
  LimberContactOutcome outcome;
  char *text;
  LimberDate until;
} LimberContact;

LIMBER_DECLARE_RECORD (LimberContact, contact)

LimberContact *limber_contact_last (LimberDb *db, const char *client_id, GError **error);

G_END_DECLS
