/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

/* Words that were typed into a form and are not saved: they outlive the program. Everybody finds their own. */
typedef struct {
  char *form;        /* which one, such as "details" */
  char *subject;     /* the id of what it is about; "" for something new */
  char *client_id;   /* (nullable): the client it is about */
  char *client_name; /* (nullable) */
} LimberDraft;

void        limber_draft_free (LimberDraft *draft);
gboolean    limber_draft_write (LimberDb *db, const LimberDraft *draft, GHashTable *fields, GError **error);
GHashTable *limber_draft_read (LimberDb *db, const char *form, const char *subject, GError **error);
GPtrArray  *limber_draft_list (LimberDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberDraft, limber_draft_free)

G_END_DECLS
