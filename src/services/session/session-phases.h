/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/session/session-runner.h"

G_BEGIN_DECLS

void     limber_session_phases_of_sheet (const LimberSessionSheet *sheet, int elapsed, LimberSessionPlan *plan);
gboolean limber_session_phases_load (LimberDb *db, const LimberSession *session, gint64 now, LimberSessionPlan *plan,
                                     int *elapsed, GError **error);
void     limber_session_phases_keep (LimberSession *session, const LimberSessionPlan *plan);
char    *limber_session_phase_name (const LimberPhase *phase);
char    *limber_session_phase_label (const LimberPhase *phase);

G_END_DECLS
