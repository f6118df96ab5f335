/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/referrals.h"
#include "store/store.h"

G_BEGIN_DECLS

void  limber_referrals_window_present (GtkWindow *parent, LimberStore *store);
char *limber_referrals_letter (const LimberReferral *referral);

G_END_DECLS
