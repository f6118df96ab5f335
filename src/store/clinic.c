/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/clinic.h"

#define FRIDAY 5
#define TURNOVER 15
#define LATE_CANCEL_HOURS 24

typedef struct {
  const char *key;
  gsize offset;
} Number;

/* Every whole number of the clinic's settings; the struct already holds the defaults when they are read. */
static const Number numbers[] = {
  { "turnover", G_STRUCT_OFFSET (LimberClinic, turnover) },
  { "rooms", G_STRUCT_OFFSET (LimberClinic, rooms) },
  { "minimum-notice", G_STRUCT_OFFSET (LimberClinic, minimum_notice) },
  { "late-cancel-hours", G_STRUCT_OFFSET (LimberClinic, late_cancel_hours) },
  { "nudges", G_STRUCT_OFFSET (LimberClinic, nudges) },
  { "nudges-private", G_STRUCT_OFFSET (LimberClinic, private_nudges) },
  { "working-days", G_STRUCT_OFFSET (LimberClinic, reminders.working_days) },
  { "quiet-from", G_STRUCT_OFFSET (LimberClinic, reminders.quiet_from) },
  { "quiet-to", G_STRUCT_OFFSET (LimberClinic, reminders.quiet_to) },
  { "cadence-min", G_STRUCT_OFFSET (LimberClinic, rules.cadence.min) },
  { "cadence-max", G_STRUCT_OFFSET (LimberClinic, rules.cadence.max) },
  { "ideal-from", G_STRUCT_OFFSET (LimberClinic, rules.ideal_from) },
  { "ideal-to", G_STRUCT_OFFSET (LimberClinic, rules.ideal_to) },
  { "extra-days", G_STRUCT_OFFSET (LimberClinic, rules.extra_days) },
  { "easy-days", G_STRUCT_OFFSET (LimberClinic, rules.easy_days) },
  { "sweet-spot-pairs", G_STRUCT_OFFSET (LimberClinic, rules.sweet_spot_pairs) },
};

/* gboolean, guint and int are all read and written as int. */
G_STATIC_ASSERT (sizeof (gboolean) == sizeof (int) && sizeof (guint) == sizeof (int));

static LimberClinic *
new_with_defaults (void)
{
  LimberClinic *clinic = g_new0 (LimberClinic, 1);

  clinic->turnover = TURNOVER;
  clinic->late_cancel_hours = LATE_CANCEL_HOURS;
  clinic->nudges = TRUE;
  clinic->private_nudges = TRUE;
  limber_reminder_settings_init_defaults (&clinic->reminders);
  limber_rule_settings_init_defaults (&clinic->rules);
  return clinic;
}

static gboolean
get_text (LimberDb *db, const char *key, char **value, GError **error)
{
  GError *local = NULL;

  *value = limber_settings_get_text (db, key, NULL, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/** limber_clinic_load: Returns: (transfer full): the settings of the clinic, or %NULL with @error. */
LimberClinic *
limber_clinic_load (LimberDb *db, GError **error)
{
  g_autoptr (LimberClinic) clinic = new_with_defaults ();

  if (!get_text (db, "clinic-name", &clinic->name, error) || !get_text (db, "time-zone", &clinic->zone, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      int *value = G_STRUCT_MEMBER_P (clinic, numbers[i].offset);

      if (!limber_settings_get_int (db, numbers[i].key, *value, value, error))
        return NULL;
    }
  return g_steal_pointer (&clinic);
}

/* An unchanged setting is not written: the change log shall name what really changed. */
static gboolean
save_text (LimberDb *db, const char *key, const char *old, const char *value, GError **error)
{
  return g_strcmp0 (old, value) == 0 || limber_settings_set_text (db, key, value, error);
}

/** limber_clinic_save: writes what differs from the stored settings. In a transaction. */
gboolean
limber_clinic_save (LimberDb *db, const LimberClinic *clinic, GError **error)
{
  g_autoptr (LimberClinic) old = limber_clinic_load (db, error);

  if (old == NULL || !save_text (db, "clinic-name", old->name, clinic->name, error)
      || !save_text (db, "time-zone", old->zone, clinic->zone, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      int before = G_STRUCT_MEMBER (int, old, numbers[i].offset);
      int after = G_STRUCT_MEMBER (int, clinic, numbers[i].offset);

      if (before != after && !limber_settings_set_int (db, numbers[i].key, after, error))
        return FALSE;
    }
  return TRUE;
}

/** limber_clinic_time_zone: Returns: (transfer full): the zone of the settings, or else that of the computer. */
GTimeZone *
limber_clinic_time_zone (const LimberClinic *clinic)
{
  GTimeZone *zone = clinic->zone != NULL ? g_time_zone_new_identifier (clinic->zone) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

LimberClinic *
limber_clinic_copy (const LimberClinic *clinic)
{
  LimberClinic *copy = g_memdup2 (clinic, sizeof *clinic);

  copy->name = g_strdup (clinic->name);
  copy->zone = g_strdup (clinic->zone);
  return copy;
}

void
limber_clinic_free (LimberClinic *clinic)
{
  if (clinic == NULL)
    return;
  g_free (clinic->name);
  g_free (clinic->zone);
  g_free (clinic);
}

/**
 * limber_clinic_staff:
 * @archived: with those who left
 *
 * Returns: (transfer full) (element-type LimberStaff): by role, then by name
 */
GPtrArray *
limber_clinic_staff (LimberDb *db, gboolean archived, GError **error)
{
  return limber_record_select (db, &limber_staff_type, error,
                               archived ? "ORDER BY archived_at IS NOT NULL, role DESC, name, id"
                                        : "WHERE archived_at IS NULL ORDER BY role DESC, name, id",
                               "");
}

/** limber_clinic_hours: Returns: (transfer full) (element-type LimberWorkingHours): by weekday and time. */
GPtrArray *
limber_clinic_hours (LimberDb *db, const char *staff_id, GError **error)
{
  return limber_record_select (db, &limber_working_hours_type, error,
                               "WHERE staff_id = $1 ORDER BY weekday, from_minute, id", "s", staff_id);
}

static gboolean
same_hours (const LimberWorkingHours *a, const LimberWorkingHours *b)
{
  return a->weekday == b->weekday && a->from_minute == b->from_minute && a->to_minute == b->to_minute;
}

static gboolean
contains_hours (GPtrArray *all, const LimberWorkingHours *hours)
{
  for (guint i = 0; i < all->len; i++)
    {
      if (same_hours (g_ptr_array_index (all, i), hours))
        return TRUE;
    }
  return FALSE;
}

/**
 * limber_clinic_set_hours:
 * @hours: (element-type LimberWorkingHours): weekday and minutes are read
 *
 * Replaces the weekly hours of somebody; stretches that stay are not touched. In a transaction.
 */
gboolean
limber_clinic_set_hours (LimberDb *db, const char *staff_id, GPtrArray *hours, GError **error)
{
  g_autoptr (GPtrArray) old = limber_clinic_hours (db, staff_id, error);

  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    {
      LimberWorkingHours *one = g_ptr_array_index (old, i);

      if (!contains_hours (hours, one) && !limber_record_delete (db, &limber_working_hours_type, one, error))
        return FALSE;
    }
  for (guint i = 0; i < hours->len; i++)
    {
      const LimberWorkingHours *one = g_ptr_array_index (hours, i);
      g_autoptr (LimberWorkingHours) row = NULL;

      if (contains_hours (old, one))
        continue;
      row = limber_working_hours_new ();
      limber_record_set_text (&row->staff_id, staff_id);
      row->weekday = one->weekday;
      row->from_minute = one->from_minute;
      row->to_minute = one->to_minute;
      if (!limber_record_insert (db, &limber_working_hours_type, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_week (LimberDb *db, const char *staff_id, int from_minute, int to_minute, GError **error)
{
  for (int weekday = 1; weekday <= FRIDAY; weekday++)
    {
      g_autoptr (LimberWorkingHours) row = limber_working_hours_new ();

      limber_record_set_text (&row->staff_id, staff_id);
      row->weekday = weekday;
      row->from_minute = from_minute;
      row->to_minute = to_minute;
      if (!limber_record_insert (db, &limber_working_hours_type, row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * limber_clinic_found:
 * @name: of the clinic
 * @therapist: the first one
 *
 * The first start: names the clinic and gives its first therapist a week from Monday to Friday. In a transaction.
 *
 * Returns: (transfer full): the therapist
 */
LimberStaff *
limber_clinic_found (LimberDb *db, const char *name, const char *therapist, int from_minute, int to_minute,
                     GError **error)
{
  g_autoptr (LimberStaff) staff = limber_staff_new ();

  limber_record_set_text (&staff->name, therapist);
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  if (!limber_settings_set_text (db, "clinic-name", name, error)
      || !limber_record_insert (db, &limber_staff_type, staff, error)
      || !add_week (db, staff->base.id, from_minute, to_minute, error))
    return NULL;
  return g_steal_pointer (&staff);
}
