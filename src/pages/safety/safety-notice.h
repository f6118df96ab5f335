/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

/* Over the pages: what somebody must know about the clinic's data. Nothing on an ordinary day. */
#define LIMBER_TYPE_SAFETY_NOTICE (limber_safety_notice_get_type ())
G_DECLARE_FINAL_TYPE (LimberSafetyNotice, limber_safety_notice, LIMBER, SAFETY_NOTICE, AdwBin)

GtkWidget *limber_safety_notice_new (LimberStore *store, LimberClock *clock);
void       limber_safety_notice_set_failure (LimberSafetyNotice *self, const char *why);

G_END_DECLS
