/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/draft-keeper.h"
#include "store/client-file.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_REFERRER (limber_record_referrer_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordReferrer, limber_record_referrer, LIMBER, RECORD_REFERRER, AdwBin)

GtkWidget *limber_record_referrer_new (void);
void       limber_record_referrer_fill (LimberRecordReferrer *self, LimberStore *store, const LimberClientFile *file);
void       limber_record_referrer_apply (LimberRecordReferrer *self, LimberClient *client);
gboolean   limber_record_referrer_is_complete (LimberRecordReferrer *self);
void       limber_record_referrer_keep (LimberRecordReferrer *self, LimberDraftKeeper *keeper);

G_END_DECLS
