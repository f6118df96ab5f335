/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/appointment.h"
#include "store/staff.h"
#include "store/working-time.h"

G_BEGIN_DECLS

GPtrArray *limber_calendar_of_staff (LimberDb *db, const char *staff_id, gint64 from, gint64 to, GError **error);
GPtrArray *limber_calendar_of_client (LimberDb *db, const char *client_id, gint64 from, gint64 to,
                                      GError **error);
GPtrArray *limber_calendar_working_hours (LimberDb *db, const char *staff_id, GError **error);
GPtrArray *limber_calendar_blocked (LimberDb *db, const char *staff_id, gint64 from, gint64 to, GError **error);
GPtrArray *limber_calendar_therapists (LimberDb *db, GError **error);
GPtrArray *limber_calendar_health (LimberDb *db, const char *client_id, GError **error);
GPtrArray *limber_calendar_find_clients (LimberDb *db, const char *text, int limit, GError **error);
GPtrArray *limber_calendar_day (LimberDb *db, const char *staff_id, gint64 from, gint64 to, GError **error);

G_END_DECLS
