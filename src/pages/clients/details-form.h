/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/parts/draft-keeper.h"
#include "services/clock.h"
#include "store/client-file.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_DETAILS_FORM (limber_details_form_get_type ())
G_DECLARE_FINAL_TYPE (LimberDetailsForm, limber_details_form, LIMBER, DETAILS_FORM, GtkWidget)

/* Signal: changed, by hand. */
GtkWidget    *limber_details_form_new (LimberClock *clock);
void          limber_details_form_fill (LimberDetailsForm *self, LimberStore *store, const LimberClientFile *file);
const char   *limber_details_form_check (LimberDetailsForm *self);
LimberClient *limber_details_form_collect (LimberDetailsForm *self, const LimberClient *client);
char         *limber_details_form_dup_team (LimberDetailsForm *self);
void          limber_details_form_follow_team (LimberDetailsForm *self, const LimberClientFile *file);
void          limber_details_form_keep (LimberDetailsForm *self, LimberDraftKeeper *keeper);

G_END_DECLS
