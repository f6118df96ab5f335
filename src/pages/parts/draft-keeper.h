/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_DRAFT_KEEPER (limber_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (LimberDraftKeeper, limber_draft_keeper, LIMBER, DRAFT_KEEPER, GObject)

/* The forms, as the store knows them. */
#define LIMBER_DRAFT_DETAILS "details"
#define LIMBER_DRAFT_HEALTH "health"
#define LIMBER_DRAFT_NEW_CLIENT "new-client"
#define LIMBER_DRAFT_SESSION_NOTES "session-notes"

typedef char *(*LimberDraftGet) (gpointer input);
typedef void  (*LimberDraftSet) (gpointer input, const char *value);

/* Signals: restored, after kept words were put into the form; unsaved, when get_unsaved() has another answer. */
LimberDraftKeeper *limber_draft_keeper_new (LimberStore *store, const char *form);
void               limber_draft_keeper_add (LimberDraftKeeper *self, const char *field, GtkWidget *input);
void               limber_draft_keeper_add_custom (LimberDraftKeeper *self, const char *field, gpointer input,
                                                   LimberDraftGet get, LimberDraftSet set);
void               limber_draft_keeper_add_context (LimberDraftKeeper *self, const char *field, gpointer input,
                                                    LimberDraftGet get, LimberDraftSet set);
void               limber_draft_keeper_open (LimberDraftKeeper *self, const char *subject, const char *client_id);
void               limber_draft_keeper_changed (LimberDraftKeeper *self);
gboolean           limber_draft_keeper_get_unsaved (LimberDraftKeeper *self);
void               limber_draft_keeper_saving (LimberDraftKeeper *self);
void               limber_draft_keeper_saved (LimberDraftKeeper *self);
void               limber_draft_keeper_drop (LimberDraftKeeper *self);
void               limber_draft_keeper_drop_other (LimberDraftKeeper *self, const char *subject);
void               limber_draft_keeper_close (LimberDraftKeeper *self);

G_END_DECLS
