/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "store/staff.h"

G_BEGIN_DECLS

/**
 * LimberFreeTime:
 *
 * The calendar of the clinic, read once, to ask for room again and again: working hours, blocked time and the
 * appointments from a moment on. It does not follow the store; use it inside one job.
 */
typedef struct _LimberFreeTime LimberFreeTime;

/**
 * LimberVisitWish:
 * @client_id: (nullable): who cannot lie on two tables at once
 * @staff_id: (nullable): whom the client prefers
 * @except_id: (nullable): an appointment that is being moved and so does not stand in its own way
 * @minutes: hands-on time; 0 for %LIMBER_MINUTES_DEFAULT
 * @turnover: minutes after it, negative for the clinic's
 */
typedef struct {
  const char *client_id;
  const char *staff_id;
  const char *except_id;
  int minutes;
  int turnover;
} LimberVisitWish;

/** LimberFreeVisit: the first room of a day. @staff is borrowed from the free time. */
typedef struct {
  const LimberStaff *staff;
  gint64 start_at;
} LimberFreeVisit;

LimberFreeTime *limber_free_time_load (LimberDb *db, gint64 now, GTimeZone *zone, GError **error);
LimberFreeTime *limber_free_time_load_until (LimberDb *db, gint64 now, gint64 until, GTimeZone *zone, GError **error);
void            limber_free_time_free (LimberFreeTime *self);
GPtrArray      *limber_free_time_therapists (LimberFreeTime *self);
gboolean        limber_free_time_has_therapist (LimberFreeTime *self, const char *staff_id);
gboolean        limber_free_time_has_hours (LimberFreeTime *self);
gboolean        limber_free_time_is_open (LimberFreeTime *self, const char *staff_id, LimberDate date);
GArray         *limber_free_time_starts (LimberFreeTime *self, const LimberVisitWish *wish, const char *staff_id,
                                         LimberDate date);
gboolean        limber_free_time_first (LimberFreeTime *self, const LimberVisitWish *wish, const char *staff_id,
                                        LimberDate date, LimberFreeVisit *visit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberFreeTime, limber_free_time_free)

G_END_DECLS
