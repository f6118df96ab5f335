/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/schedule-facts.h"

G_BEGIN_DECLS

GMenuModel *limber_schedule_menu_new (const LimberScheduleItem *item, const char *session_id);

G_END_DECLS
