/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/finding-parser.h"

G_BEGIN_DECLS

char *limber_wording_reading (const LimberFindingReading *reading);
char *limber_wording_finding_problem (const LimberFindingReading *reading);

G_END_DECLS
