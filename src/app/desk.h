/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void limber_desk_ensure (LimberWindow *window, GPtrArray *staff);
void limber_desk_take (LimberWindow *window, const char *staff_id, const char *name);
void limber_desk_choose (LimberWindow *window);

G_END_DECLS
