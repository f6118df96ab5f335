/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"
#include "store/appointment.h"
#include "store/working-time.h"

G_BEGIN_DECLS

/**
 * LimberBookingWarning:
 * @LIMBER_BOOKING_THERAPIST_TAKEN: another appointment or its turnover is in the way
 * @LIMBER_BOOKING_CLIENT_TAKEN: the client is on another table at that time
 * @LIMBER_BOOKING_BLOCKED: a break, leave or holiday
 * @LIMBER_BOOKING_OUT_OF_HOURS: not inside one stretch of working hours
 * @LIMBER_BOOKING_CONTRAINDICATION: an open contraindication forbids all work, or asks for clearance first
 * @LIMBER_BOOKING_RACE: the rules say to avoid this work on that date
 * @LIMBER_BOOKING_PAST: it lies in the past
 * @LIMBER_BOOKING_UNUSUAL_LENGTH: outside 30 to 60 minutes; only a remark
 *
 * @LIMBER_BOOKING_NO_ROOM: every room of the clinic is taken
 * @LIMBER_BOOKING_SHORT_NOTICE: sooner than the clinic's minimum notice
 *
 * What speaks against a booking.
 */
typedef enum {
  LIMBER_BOOKING_THERAPIST_TAKEN = 1 << 0,
  LIMBER_BOOKING_CLIENT_TAKEN = 1 << 1,
  LIMBER_BOOKING_BLOCKED = 1 << 2,
  LIMBER_BOOKING_OUT_OF_HOURS = 1 << 3,
  LIMBER_BOOKING_CONTRAINDICATION = 1 << 4,
  LIMBER_BOOKING_RACE = 1 << 5,
  LIMBER_BOOKING_PAST = 1 << 6,
  LIMBER_BOOKING_UNUSUAL_LENGTH = 1 << 7,
  LIMBER_BOOKING_NO_ROOM = 1 << 8,
  LIMBER_BOOKING_SHORT_NOTICE = 1 << 9,
} LimberBookingWarning;

#define LIMBER_BOOKING_TAKEN (LIMBER_BOOKING_THERAPIST_TAKEN | LIMBER_BOOKING_CLIENT_TAKEN | LIMBER_BOOKING_NO_ROOM)
#define LIMBER_BOOKING_REMARKS (LIMBER_BOOKING_UNUSUAL_LENGTH)

/**
 * LimberBookingRequest:
 * @appointment_id: the appointment to move, %NULL for a new one
 * @version: the version of it that the person saw
 * @new_id: (nullable): the id of a new appointment, made by the caller so that a retry does no harm
 * @turnover: minutes, negative for the default
 * @acknowledged: mask of the warnings that the person accepted
 * @reason: why they were accepted; kept with the appointment
 * @now: UTC seconds
 */
typedef struct {
  char *appointment_id;
  gint64 version;
  char *new_id;
  char *client_id;
  char *staff_id;
  gint64 start_at;
  int minutes;
  int turnover;
  LimberKind kind;
  LimberWork intent;
  char *note;
  guint acknowledged;
  char *reason;
  gint64 now;
  GTimeZone *zone;
} LimberBookingRequest;

/**
 * LimberBookingPreview:
 * @warnings: mask of LimberBookingWarning
 * @other_client: whose appointment is in the way, @other_start when and @other_minutes how long
 * @blocked_text: why the time is blocked, %NULL when nobody said
 * @health_text: the contraindication
 * @rooms: of the clinic
 * @minimum_notice: minutes
 * @verdict: of the planned work, @light of light work on that date
 * @reasons: LimberReason, with @races to name them by
 */
typedef struct {
  guint warnings;
  char *other_client;
  gint64 other_start;
  int other_minutes;
  LimberBlockedKind blocked_kind;
  char *blocked_text;
  char *health_text;
  int rooms;
  int minimum_notice;
  LimberVerdict verdict;
  LimberVerdict light;
  GArray *reasons;
  GPtrArray *race_names;
} LimberBookingPreview;

/**
 * LimberStatusRequest:
 * @expected: the version seen; 0 takes whatever is there
 * @judge_notice: whether cancelling late makes it late cancelled, as it does when the client asks for it; a booking
 *   that is taken back is just cancelled
 */
typedef struct {
  char *appointment_id;
  gint64 expected;
  LimberAppointmentStatus status;
  gboolean judge_notice;
} LimberStatusRequest;

LimberBookingRequest *limber_booking_request_new (gint64 now, GTimeZone *zone);
LimberBookingRequest *limber_booking_request_copy (const LimberBookingRequest *request);
void                  limber_booking_request_free (LimberBookingRequest *request);
void                  limber_booking_preview_free (LimberBookingPreview *preview);
LimberStatusRequest  *limber_status_request_new (const char *appointment_id, gint64 expected,
                                                 LimberAppointmentStatus status);
void                  limber_status_request_free (LimberStatusRequest *request);

/* Jobs for the store (LimberStoreFunc): @data is a request; the writing ones return the LimberAppointment. */
gpointer limber_booking_preview (LimberDb *db, gpointer data, GError **error);
gpointer limber_booking_book (LimberDb *db, gpointer data, GError **error);
gpointer limber_booking_move (LimberDb *db, gpointer data, GError **error);
gpointer limber_booking_set_status (LimberDb *db, gpointer data, GError **error);

char *limber_booking_warning_text (const LimberBookingPreview *preview, LimberBookingWarning warning,
                                   GTimeZone *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberBookingRequest, limber_booking_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberBookingPreview, limber_booking_preview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberStatusRequest, limber_status_request_free)

G_END_DECLS
