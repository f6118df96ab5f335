/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/self-care.h"
#include "services/session/session-runner.h"

G_BEGIN_DECLS

GArray *limber_session_home_plan (const LimberSessionSheet *sheet);

G_END_DECLS
