/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/appointment.h"

G_BEGIN_DECLS

void limber_calendar_menu_add_appointment (GMenu *menu, const LimberAppointment *appointment, const char *client_name);

G_END_DECLS
