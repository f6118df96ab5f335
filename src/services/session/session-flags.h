/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/red-flag.h"
#include "store/finding.h"
#include "store/health.h"

G_BEGIN_DECLS

LimberRedFlag     limber_session_red_flag (GPtrArray *findings, guint index);
gboolean          limber_session_red_flag_is_kept (GPtrArray *health, const LimberFinding *finding);
LimberHealthItem *limber_session_red_flag_to_keep (GPtrArray *health, GPtrArray *findings, LimberRedFlag *flag);
gboolean          limber_session_runner_keep_red_flag (LimberDb *db, const char *id, const LimberHealthItem *item,
                                                       GError **error);

G_END_DECLS
