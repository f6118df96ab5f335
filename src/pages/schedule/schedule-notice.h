/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/booking/booking.h"
#include "services/clock.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SCHEDULE_NOTICE (limber_schedule_notice_get_type ())
G_DECLARE_FINAL_TYPE (LimberScheduleNotice, limber_schedule_notice, LIMBER, SCHEDULE_NOTICE, GtkBox)

/* Signals: accepted (a reason stands there), put-back. */
GtkWidget  *limber_schedule_notice_new (LimberClock *clock);
void        limber_schedule_notice_show (LimberScheduleNotice *self, const char *place, const LimberBookingPreview *preview);
void        limber_schedule_notice_ask (LimberScheduleNotice *self, const char *place, const LimberBookingPreview *preview);
void        limber_schedule_notice_tell (LimberScheduleNotice *self, const char *text);
void        limber_schedule_notice_hide (LimberScheduleNotice *self);
const char *limber_schedule_notice_get_reason (LimberScheduleNotice *self);

G_END_DECLS
