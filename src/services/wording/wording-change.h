/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/change-fields.h"
#include "store/client-file.h"

G_BEGIN_DECLS

char *limber_wording_change_title (const LimberChange *change, GPtrArray *fields, const LimberClientFile *file);
char *limber_wording_change_details (const LimberChange *change, GPtrArray *fields, const LimberClientFile *file,
                                     GTimeZone *zone);

const char *limber_wording_session_text (const char *column);

G_END_DECLS
