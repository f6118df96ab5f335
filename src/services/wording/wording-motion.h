/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/states.h"

G_BEGIN_DECLS

const char *limber_wording_motion (LimberMotion motion);

G_END_DECLS
