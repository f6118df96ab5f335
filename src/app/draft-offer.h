/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void limber_draft_offer (LimberWindow *window);

G_END_DECLS
