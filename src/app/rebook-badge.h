/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_rebook_badge_follow (AdwViewStackPage *page, LimberStore *store, LimberClock *clock);

G_END_DECLS
