/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/session/session-runner.h"

G_BEGIN_DECLS

char *limber_session_result_headline (GPtrArray *findings);
char *limber_session_result_eased (GPtrArray *findings);
char *limber_session_result_new (GPtrArray *findings);

G_END_DECLS
