/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: one reading of the calendar answers for a queue of hundreds of clients. What stands in the way is kept
 * by therapist; where a client has no other appointment, the first room of a therapist on a day depends on the
 * minutes alone and is worked out once. The rules of free slots are domain/slot-rules.h. */

#include "store/free-time.h"

#include "domain/booking-rules.h"
#include "domain/slot-rules.h"
#include "domain/work.h"
#include "store/calendar.h"
#include "store/clinic.h"
#include "store/work-plan.h"

#define FAR_AHEAD G_GINT64_CONSTANT (253000000000) /* a day of the year 9987 */

struct _LimberFreeTime {
  GTimeZone *zone;
  gint64 earliest; /* after the minimum notice */
  int turnover;
  int rooms;
  GPtrArray *staff;
  LimberWorkPlan *plan;
  GPtrArray *taken;
  GHashTable *of_client; /* client id → GPtrArray of borrowed appointments */
  GHashTable *first;     /* FirstKey → gint64, 0 for no room */
};

typedef struct {
  const char *staff_id;
  LimberDate date;
  int minutes;
  int turnover;
} FirstKey;

static guint
first_key_hash (gconstpointer data)
{
  const FirstKey *key = data;

  return g_direct_hash (key->staff_id) ^ ((guint) key->date * 31 + (guint) key->minutes * 7 + (guint) key->turnover);
}

static gboolean
first_key_equal (gconstpointer a, gconstpointer b)
{
  const FirstKey *one = a, *two = b;

  return one->staff_id == two->staff_id && one->date == two->date && one->minutes == two->minutes &&
         one->turnover == two->turnover;
}

/** limber_free_time_free: (nullable): frees the calendar that was read. */
void
limber_free_time_free (LimberFreeTime *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->of_client, g_hash_table_unref);
  g_clear_pointer (&self->first, g_hash_table_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->plan, limber_work_plan_free);
  g_clear_pointer (&self->taken, g_ptr_array_unref);
  g_time_zone_unref (self->zone);
  g_free (self);
}

static void
sort_by_client (LimberFreeTime *self)
{
  for (guint i = 0; i < self->taken->len; i++)
    {
      LimberAppointment *appointment = self->taken->pdata[i];
      GPtrArray *own = g_hash_table_lookup (self->of_client, appointment->client_id);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (self->of_client, appointment->client_id, own);
        }
      g_ptr_array_add (own, appointment);
    }
}

/**
 * limber_free_time_load_until:
 * @now: UTC seconds; nothing before it is free
 * @until: UTC seconds; visits that end later, with their turnover, are not to be asked for
 * @zone: of the clinic
 *
 * Reads the calendar of the days in between. Call it inside a read transaction.
 */
LimberFreeTime *
limber_free_time_load_until (LimberDb *db, gint64 now, gint64 until, GTimeZone *zone, GError **error)
{
  g_autoptr (LimberFreeTime) self = g_new0 (LimberFreeTime, 1);
  g_autoptr (LimberClinic) clinic = NULL;

  self->zone = g_time_zone_ref (zone);
  self->of_client = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->first = g_hash_table_new_full (first_key_hash, first_key_equal, g_free, g_free);
  if ((clinic = limber_clinic_load (db, error)) == NULL ||
      (self->staff = limber_calendar_therapists (db, error)) == NULL ||
      (self->plan = limber_work_plan_load (db, now, until, zone, error)) == NULL ||
      (self->taken = limber_calendar_of_staff (db, NULL, now, until, error)) == NULL)
    return NULL;
  self->turnover = clinic->turnover;
  self->rooms = clinic->rooms;
  self->earliest = now + clinic->minimum_notice * 60;
  sort_by_client (self);
  return g_steal_pointer (&self);
}

/** limber_free_time_load: limber_free_time_load_until() for all that is ahead. */
LimberFreeTime *
limber_free_time_load (LimberDb *db, gint64 now, GTimeZone *zone, GError **error)
{
  return limber_free_time_load_until (db, now, FAR_AHEAD, zone, error);
}

/** limber_free_time_therapists: Returns: (transfer none): LimberStaff who treat and work here, by name. */
GPtrArray *
limber_free_time_therapists (LimberFreeTime *self)
{
  return self->staff;
}

static const LimberStaff *
find_staff (LimberFreeTime *self, const char *staff_id)
{
  for (guint i = 0; i < self->staff->len; i++)
    {
      const LimberStaff *staff = self->staff->pdata[i];

      if (g_strcmp0 (staff->base.id, staff_id) == 0)
        return staff;
    }
  return NULL;
}

/** limber_free_time_has_therapist: Returns: whether @staff_id (nullable) is somebody who treats here. */
gboolean
limber_free_time_has_therapist (LimberFreeTime *self, const char *staff_id)
{
  return find_staff (self, staff_id) != NULL;
}

/** limber_free_time_has_hours: Returns: whether any therapist has working hours at all. */
gboolean
limber_free_time_has_hours (LimberFreeTime *self)
{
  for (guint i = 0; i < self->staff->len; i++)
    if (limber_work_plan_has_hours (self->plan, ((LimberStaff *) self->staff->pdata[i])->base.id))
      return TRUE;
  return FALSE;
}

/** limber_free_time_is_open: Returns: whether the therapist, or any when %NULL, can be booked on @date at all. */
gboolean
limber_free_time_is_open (LimberFreeTime *self, const char *staff_id, LimberDate date)
{
  for (guint i = 0; i < self->staff->len; i++)
    {
      const LimberStaff *staff = self->staff->pdata[i];

      if ((staff_id == NULL || g_strcmp0 (staff->base.id, staff_id) == 0)
          && limber_work_plan_minutes (self->plan, staff->base.id, date) > 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_busy (GArray *busy, gint64 start, gint64 end, gboolean blocked, const LimberInterval *reach)
{
  LimberBusy one = { start, end, blocked };

  if (limber_intervals_overlap (start, end, reach->start, reach->end))
    g_array_append_val (busy, one);
}

/* When every room is taken, whoever treats there. */
static void
add_full_rooms (LimberFreeTime *self, const LimberVisitWish *wish, GArray *busy, const LimberInterval *reach)
{
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (LimberInterval));
  g_autoptr (GArray) full = NULL;

  for (guint i = 0; self->rooms > 0 && i < self->taken->len; i++)
    {
      const LimberAppointment *other = self->taken->pdata[i];
      LimberInterval stay = { other->start_at, other->start_at + (other->minutes + other->turnover) * 60 };

      if (g_strcmp0 (other->base.id, wish->except_id) != 0
          && limber_intervals_overlap (stay.start, stay.end, reach->start, reach->end))
        g_array_append_val (stays, stay);
    }
  full = limber_rooms_full ((LimberInterval *) stays->data, stays->len, self->rooms);
  for (guint i = 0; i < full->len; i++)
    {
      const LimberInterval *when = &g_array_index (full, LimberInterval, i);

      add_busy (busy, when->start, when->end, FALSE, reach);
    }
}

/* What stands in the way of the therapist, and where the client already is. The turnover may run into
 * the client's own next visit, as it may run into a break. */
static GArray *
busy_of (LimberFreeTime *self, const LimberVisitWish *wish, const char *staff_id,
         const LimberInterval *reach)
{
  GArray *busy = g_array_new (FALSE, FALSE, sizeof (LimberBusy));
  const GPtrArray *own = wish->client_id != NULL ? g_hash_table_lookup (self->of_client, wish->client_id) : NULL;
  g_autoptr (GPtrArray) blocked = NULL;

  for (guint i = 0; i < self->taken->len; i++)
    {
      const LimberAppointment *other = self->taken->pdata[i];

      if (g_strcmp0 (other->staff_id, staff_id) == 0 && g_strcmp0 (other->base.id, wish->except_id) != 0)
        add_busy (busy, other->start_at, other->start_at + (other->minutes + other->turnover) * 60, FALSE, reach);
    }
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const LimberAppointment *other = own->pdata[i];

      if (g_strcmp0 (other->base.id, wish->except_id) != 0)
        add_busy (busy, other->start_at, other->start_at + other->minutes * 60, TRUE, reach);
    }
  blocked = limber_work_plan_blocked (self->plan, staff_id, limber_date_from_instant (reach->start, self->zone));
  for (guint i = 0; i < blocked->len; i++)
    {
      const LimberBlockedTime *one = blocked->pdata[i];

      add_busy (busy, one->start_at, one->end_at, TRUE, reach);
    }
  add_full_rooms (self, wish, busy, reach);
  return busy;
}

static int
minutes_of (const LimberVisitWish *wish)
{
  return wish->minutes > 0 ? wish->minutes : LIMBER_MINUTES_DEFAULT;
}

static int
turnover_of (LimberFreeTime *self, const LimberVisitWish *wish)
{
  return wish->turnover >= 0 ? wish->turnover : self->turnover;
}

/**
 * limber_free_time_starts:
 * @wish: whose preferred therapist plays no part here
 *
 * Returns: (transfer full) (element-type gint64): when a visit could start with the therapist on @date, on quarter
 *   hours, in order
 */
GArray *
limber_free_time_starts (LimberFreeTime *self, const LimberVisitWish *wish, const char *staff_id, LimberDate date)
{
  LimberInterval day = { limber_date_at_minute (date, 0, self->zone), limber_date_at_minute (date + 1, 0, self->zone) };
  LimberInterval reach = { day.start, day.end + turnover_of (self, wish) * 60 };
  g_autoptr (GArray) working = limber_work_plan_hours (self->plan, staff_id, date);
  g_autoptr (GArray) busy = NULL;

  if (working->len == 0 || day.end <= self->earliest)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  busy = busy_of (self, wish, staff_id, &reach);
  return limber_slots_free ((LimberInterval *) working->data, working->len, (LimberBusy *) busy->data, busy->len,
                            minutes_of (wish), turnover_of (self, wish), self->earliest);
}

static gint64
find_first (LimberFreeTime *self, const LimberVisitWish *wish, const char *staff_id, LimberDate date)
{
  g_autoptr (GArray) starts = limber_free_time_starts (self, wish, staff_id, date);

  return starts->len > 0 ? g_array_index (starts, gint64, 0) : 0;
}

static gint64
first_start (LimberFreeTime *self, const LimberVisitWish *wish, const LimberStaff *staff, LimberDate date)
{
  FirstKey key = { staff->base.id, date, minutes_of (wish), turnover_of (self, wish) };
  gint64 *known;

  if (wish->except_id != NULL ||
      (wish->client_id != NULL && g_hash_table_contains (self->of_client, wish->client_id)))
    return find_first (self, wish, staff->base.id, date);
  known = g_hash_table_lookup (self->first, &key);
  if (known == NULL)
    {
      known = g_new (gint64, 1);
      *known = find_first (self, wish, staff->base.id, date);
      g_hash_table_insert (self->first, g_memdup2 (&key, sizeof key), known);
    }
  return *known;
}

/**
 * limber_free_time_first:
 * @staff_id: (nullable): with whom; %NULL for whoever has room first
 * @visit: (out) (optional):
 *
 * Returns: whether there is room on @date.
 */
gboolean
limber_free_time_first (LimberFreeTime *self, const LimberVisitWish *wish, const char *staff_id, LimberDate date,
                        LimberFreeVisit *visit)
{
  LimberFreeVisit first = { NULL, 0 };

  for (guint i = 0; i < self->staff->len; i++)
    {
      const LimberStaff *staff = self->staff->pdata[i];
      gint64 start;

      if (staff_id != NULL && g_strcmp0 (staff->base.id, staff_id) != 0)
        continue;
      start = first_start (self, wish, staff, date);
      if (start != 0 && (first.staff == NULL || start < first.start_at))
        first = (LimberFreeVisit) { staff, start };
    }
  if (visit != NULL)
    *visit = first;
  return first.staff != NULL;
}
