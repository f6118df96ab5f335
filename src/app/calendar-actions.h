/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window-actions.h"

G_BEGIN_DECLS

const LimberWindowAction *limber_calendar_actions (gsize *n_actions);

G_END_DECLS
