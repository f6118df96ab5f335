/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/session/session-runner.h"
#include "widgets/body/body-map.h"

G_BEGIN_DECLS

GArray *limber_session_marks (const LimberSessionSheet *sheet, GPtrArray *pending);
GArray *limber_session_forbidden (const LimberSessionSheet *sheet);

G_END_DECLS
