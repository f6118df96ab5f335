/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/self-care.h"

G_BEGIN_DECLS

const char *limber_wording_tool (LimberTool tool);
const char *limber_wording_tool_use (LimberTool tool);
char       *limber_wording_tool_instructions (LimberTool tool);
const char *limber_wording_tool_caution (void);
char       *limber_wording_self_care_note (const LimberSelfCareItem *item);

G_END_DECLS
