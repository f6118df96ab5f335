/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: all that can speak against a booking, each as one bit of the preview. The rules themselves are in
 * domain/; here they are given what the store knows. */

#include "services/booking/booking-private.h"

#include "domain/booking-rules.h"
#include "store/calendar.h"
#include "store/client.h"
#include "store/health.h"
#include "store/plan-facts.h"
#include "store/work-plan.h"

#define MINUTE 60

static void
note_other (LimberDb *db, LimberBookingPreview *preview, const LimberAppointment *other)
{
  g_autoptr (LimberClient) client = NULL;

  if (preview->other_client != NULL)
    return;
  client = limber_record_load (db, &limber_client_type, other->client_id, NULL);
  preview->other_client = g_strdup (client != NULL ? client->name : "");
  preview->other_start = other->start_at;
  preview->other_minutes = other->minutes;
}

/* Whether an appointment is the one that is being booked or moved. */
static gboolean
is_itself (const LimberBookingRequest *request, const LimberAppointment *other)
{
  return g_strcmp0 (other->base.id, request->appointment_id) == 0 || g_strcmp0 (other->base.id, request->new_id) == 0;
}

static void
check_taken (LimberDb *db, const LimberBookingRequest *request, const GPtrArray *appointments, const char *staff_id,
             guint warning, LimberBookingPreview *preview)
{
  for (guint i = 0; i < appointments->len; i++)
    {
      const LimberAppointment *other = appointments->pdata[i];

      if (is_itself (request, other) || (staff_id != NULL && g_strcmp0 (other->staff_id, staff_id) != 0))
        continue;
      preview->warnings |= warning;
      note_other (db, preview, other);
      return;
    }
}

static void
check_rooms (const LimberBookingRequest *request, const GPtrArray *appointments, gint64 end, int rooms,
             LimberBookingPreview *preview)
{
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (LimberInterval));
  g_autoptr (GArray) full = NULL;

  for (guint i = 0; i < appointments->len; i++)
    {
      const LimberAppointment *other = appointments->pdata[i];
      LimberInterval stay = { other->start_at, other->start_at + (other->minutes + other->turnover) * MINUTE };

      if (!is_itself (request, other))
        g_array_append_val (stays, stay);
    }
  full = limber_rooms_full ((LimberInterval *) stays->data, stays->len, rooms);
  for (guint i = 0; i < full->len; i++)
    {
      const LimberInterval *when = &g_array_index (full, LimberInterval, i);

      if (limber_intervals_overlap (when->start, when->end, request->start_at, end))
        preview->warnings |= LIMBER_BOOKING_NO_ROOM;
    }
  preview->rooms = rooms;
}

/**
 * limber_booking_check_overlaps:
 * @turnover: minutes
 * @rooms: of the clinic, 0 for enough
 *
 * Whether therapist, client and room are free.
 */
gboolean
limber_booking_check_overlaps (LimberDb *db, const LimberBookingRequest *request, int turnover, int rooms,
                               LimberBookingPreview *preview, GError **error)
{
  gint64 hands_off = request->start_at + request->minutes * MINUTE;
  gint64 end = hands_off + turnover * MINUTE;
  g_autoptr (GPtrArray) all = limber_calendar_of_staff (db, NULL, request->start_at, end, error);
  g_autoptr (GPtrArray) own = NULL;

  if (all == NULL)
    return FALSE;
  own = limber_calendar_of_client (db, request->client_id, request->start_at, hands_off, error);
  if (own == NULL)
    return FALSE;
  check_taken (db, request, all, request->staff_id, LIMBER_BOOKING_THERAPIST_TAKEN, preview);
  check_taken (db, request, own, NULL, LIMBER_BOOKING_CLIENT_TAKEN, preview);
  check_rooms (request, all, end, rooms, preview);
  return TRUE;
}

static void
check_blocked (const LimberBookingRequest *request, const GPtrArray *blocked, LimberBookingPreview *preview)
{
  gint64 end = request->start_at + request->minutes * MINUTE;

  for (guint i = 0; i < blocked->len; i++)
    {
      const LimberBlockedTime *one = blocked->pdata[i];

      if (!limber_intervals_overlap (one->start_at, one->end_at, request->start_at, end))
        continue;
      preview->warnings |= LIMBER_BOOKING_BLOCKED;
      preview->blocked_kind = one->kind;
      preview->blocked_text = g_strdup (one->text);
      return;
    }
}

/* The turnover may run past closing, the hands-on time may not. A booking across midnight is out of hours. */
static gboolean
check_work_plan (LimberDb *db, const LimberBookingRequest *request, LimberBookingPreview *preview, GError **error)
{
  LimberVisitTime slot = { request->start_at, request->minutes, 0 };
  LimberDate date = limber_date_from_instant (request->start_at, request->zone);
  gint64 from = limber_date_at_minute (date, 0, request->zone), to = limber_date_at_minute (date + 1, 0, request->zone);
  g_autoptr (LimberWorkPlan) plan = limber_work_plan_load (db, from, to, request->zone, error);
  g_autoptr (GArray) hours = NULL;
  g_autoptr (GPtrArray) blocked = NULL;

  if (plan == NULL)
    return FALSE;
  hours = limber_work_plan_hours (plan, request->staff_id, date);
  blocked = limber_work_plan_blocked (plan, request->staff_id, date);
  check_blocked (request, blocked, preview);
  if (limber_slot_check (&slot, (LimberInterval *) hours->data, hours->len, NULL, 0, NULL) != LIMBER_SLOT_PROBLEM_NONE)
    preview->warnings |= LIMBER_BOOKING_OUT_OF_HOURS;
  return TRUE;
}

static gboolean
check_health (LimberDb *db, const LimberBookingRequest *request, LimberBookingPreview *preview, GError **error)
{
  g_autoptr (GPtrArray) items = limber_calendar_health (db, request->client_id, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const LimberHealthItem *item = items->pdata[i];

      if (item->kind != LIMBER_HEALTH_KIND_CONTRAINDICATION || item->scope == LIMBER_HEALTH_SCOPE_LOCAL)
        continue;
      preview->warnings |= LIMBER_BOOKING_CONTRAINDICATION;
      g_clear_pointer (&preview->health_text, g_free);
      preview->health_text = g_strdup (item->text);
    }
  return TRUE;
}

static gboolean
check_races (LimberDb *db, const LimberBookingRequest *request, LimberBookingPreview *preview, GError **error)
{
  LimberDate today = limber_date_from_instant (request->now, request->zone);
  LimberDate date = limber_date_from_instant (request->start_at, request->zone);
  g_autoptr (LimberPlanFacts) facts = limber_plan_facts_load (db, request->client_id, today, error);

  if (facts == NULL)
    return FALSE;
  preview->verdict = limber_plan_verdict (&facts->input, date, request->intent);
  preview->light = limber_plan_verdict (&facts->input, date, LIMBER_WORK_LIGHT);
  preview->reasons = limber_plan_reasons (&facts->input, date);
  preview->race_names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < facts->input.n_races; i++)
    g_ptr_array_add (preview->race_names, g_strdup (limber_plan_facts_race (facts, i)->name));
  /* A contraindication makes every verdict avoid and has its own warning. */
  if (preview->verdict == LIMBER_VERDICT_AVOID && !facts->input.contraindicated)
    preview->warnings |= LIMBER_BOOKING_RACE;
  return TRUE;
}

/** limber_booking_turnover: Returns: the minutes after the appointment that @request asks for. */
int
limber_booking_turnover (const LimberBookingRequest *request, const LimberClinic *clinic)
{
  return request->turnover >= 0 ? request->turnover : clinic->turnover;
}

/**
 * limber_booking_preview:
 * @data: a LimberBookingRequest
 *
 * What speaks against the booking, and what the race rules say. Writes nothing.
 *
 * Returns: (transfer full): a LimberBookingPreview
 */
gpointer
limber_booking_preview (LimberDb *db, gpointer data, GError **error)
{
  const LimberBookingRequest *request = data;
  g_autoptr (LimberBookingPreview) preview = g_new0 (LimberBookingPreview, 1);
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);

  if (clinic == NULL
      || !limber_booking_check_overlaps (db, request, limber_booking_turnover (request, clinic), clinic->rooms, preview,
                                         error)
      || !check_work_plan (db, request, preview, error) || !check_health (db, request, preview, error) || !check_races (db, request, preview, error))
    return NULL;
  if (request->start_at < request->now)
    preview->warnings |= LIMBER_BOOKING_PAST;
  if (limber_notice_is_short (request->start_at, request->now, clinic->minimum_notice))
    preview->warnings |= LIMBER_BOOKING_SHORT_NOTICE;
  preview->minimum_notice = clinic->minimum_notice;
  if (!limber_minutes_are_usual (request->minutes))
    preview->warnings |= LIMBER_BOOKING_UNUSUAL_LENGTH;
  return g_steal_pointer (&preview);
}
