/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/clock.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <time.h>

typedef enum {
  RUNS_WITH_SYSTEM,
  RUNS_FROM_START,
  STANDS_STILL,
} ClockMode;

struct _LimberClock {
  GObject parent_instance;

  ClockMode mode;
  gint64 start;
  gint64 since; /* uptime at @start; of a clock that stands still, its uptime */
  char *boot;
  GTimeZone *zone;
};

G_DEFINE_FINAL_TYPE (LimberClock, limber_clock, G_TYPE_OBJECT)

/* Goes on while the computer sleeps, and is not moved when somebody sets the system's time. */
static gint64
uptime (void)
{
  struct timespec now;

  if (clock_gettime (CLOCK_BOOTTIME, &now) == 0)
    return now.tv_sec;
  return g_get_monotonic_time () / G_USEC_PER_SEC;
}

/* Linux names each of its starts; where it does not, no session outlives a clock step unharmed. */
static char *
read_boot (void)
{
  g_autofree char *boot = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL))
    return NULL;
  return g_strdup (g_strstrip (boot));
}

static void
limber_clock_finalize (GObject *object)
{
  g_time_zone_unref (LIMBER_CLOCK (object)->zone);
  g_free (LIMBER_CLOCK (object)->boot);
  G_OBJECT_CLASS (limber_clock_parent_class)->finalize (object);
}

static void
limber_clock_class_init (LimberClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = limber_clock_finalize;
}

static void
limber_clock_init (LimberClock *self)
{
}

static LimberClock *
clock_new (ClockMode mode, gint64 start, GTimeZone *zone)
{
  LimberClock *self = g_object_new (LIMBER_TYPE_CLOCK, NULL);

  self->mode = mode;
  self->start = start;
  self->since = uptime ();
  self->boot = mode == STANDS_STILL ? g_uuid_string_random () : read_boot ();
  self->zone = zone ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  return self;
}

/**
 * limber_clock_new_system:
 * @zone: (nullable): the clinic's time zone, else that of this computer
 *
 * Returns: (transfer full): a clock that tells the real time.
 */
LimberClock *
limber_clock_new_system (GTimeZone *zone)
{
  return clock_new (RUNS_WITH_SYSTEM, 0, zone);
}

/**
 * limber_clock_new_starting:
 * @start: UTC seconds since 1970
 * @zone: (nullable): as in limber_clock_new_system()
 *
 * Returns: (transfer full): a clock that shows @start now and ticks on from there.
 */
LimberClock *
limber_clock_new_starting (gint64 start, GTimeZone *zone)
{
  return clock_new (RUNS_FROM_START, start, zone);
}

/** limber_clock_new_frozen: Returns: (transfer full): a clock that moves only through limber_clock_set(). */
LimberClock *
limber_clock_new_frozen (gint64 instant, GTimeZone *zone)
{
  return clock_new (STANDS_STILL, instant, zone);
}

/**
 * limber_clock_new_from_text:
 * @text: local time as 2026-09-29T10:22, seconds allowed
 * @zone: (nullable): as in limber_clock_new_system()
 *
 * Returns: (transfer full) (nullable): a clock that starts at @text and ticks, or %NULL with
 *   %G_IO_ERROR_INVALID_ARGUMENT.
 */
LimberClock *
limber_clock_new_from_text (const char *text, GTimeZone *zone, GError **error)
{
  g_autoptr (GTimeZone) local = zone ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  g_autofree char *padded = text && strlen (text) == strlen ("2026-09-29T10:22") ? g_strconcat (text, ":00", NULL) : NULL;
  g_autoptr (GDateTime) start = text ? g_date_time_new_from_iso8601 (padded ? padded : text, local) : NULL;

  if (start == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("“%s” is not a time such as 2026-09-29T10:22."),
                   text ? text : "");
      return NULL;
    }
  return limber_clock_new_starting (g_date_time_to_unix (start), local);
}

/**
 * limber_clock_set:
 * @instant: UTC seconds since 1970
 *
 * Sets a frozen or started clock; for tests.
 */
void
limber_clock_set (LimberClock *self, gint64 instant)
{
  g_return_if_fail (LIMBER_IS_CLOCK (self));
  g_return_if_fail (self->mode != RUNS_WITH_SYSTEM);

  if (self->mode == STANDS_STILL)
    self->since += instant - self->start;
  else
    self->since = uptime ();
  self->start = instant;
}

/** limber_clock_step: Somebody sets the time of the computer by @seconds; only of a frozen clock, for tests. */
void
limber_clock_step (LimberClock *self, gint64 seconds)
{
  g_return_if_fail (LIMBER_IS_CLOCK (self));
  g_return_if_fail (self->mode == STANDS_STILL);

  self->start += seconds;
}

/** limber_clock_reboot: The computer is off for @seconds; only of a frozen clock, for tests. */
void
limber_clock_reboot (LimberClock *self, gint64 seconds)
{
  g_return_if_fail (LIMBER_IS_CLOCK (self));
  g_return_if_fail (self->mode == STANDS_STILL);

  self->start += seconds;
  self->since = 0;
  g_free (self->boot);
  self->boot = g_uuid_string_random ();
}

/** limber_clock_set_zone: The clinic moves to another time zone. */
void
limber_clock_set_zone (LimberClock *self, GTimeZone *zone)
{
  g_return_if_fail (LIMBER_IS_CLOCK (self));

  g_time_zone_ref (zone);
  g_time_zone_unref (self->zone);
  self->zone = zone;
}

/** limber_clock_moment: Returns: the time and the uptime at once; good as long as the clock. */
LimberMoment
limber_clock_moment (LimberClock *self)
{
  LimberMoment moment = { 0 };

  g_return_val_if_fail (LIMBER_IS_CLOCK (self), moment);

  moment.wall = limber_clock_now (self);
  moment.uptime = self->mode == STANDS_STILL ? self->since : uptime ();
  moment.boot = self->boot;
  return moment;
}

/** limber_clock_now: Returns: UTC seconds since 1970. */
gint64
limber_clock_now (LimberClock *self)
{
  g_return_val_if_fail (LIMBER_IS_CLOCK (self), 0);

  switch (self->mode)
    {
    case RUNS_FROM_START:
      return self->start + uptime () - self->since;
    case STANDS_STILL:
      return self->start;
    case RUNS_WITH_SYSTEM:
    default:
      return g_get_real_time () / G_USEC_PER_SEC;
    }
}

/** limber_clock_today: Returns: the clinic's calendar day. */
LimberDate
limber_clock_today (LimberClock *self)
{
  g_return_val_if_fail (LIMBER_IS_CLOCK (self), LIMBER_DATE_NONE);

  return limber_date_from_instant (limber_clock_now (self), self->zone);
}

/** limber_clock_minute: Returns: the minute of the clinic's day, 0–1439. */
int
limber_clock_minute (LimberClock *self)
{
  g_return_val_if_fail (LIMBER_IS_CLOCK (self), 0);

  return limber_minute_of_instant (limber_clock_now (self), self->zone);
}

/** limber_clock_zone: Returns: (transfer none): the clinic's time zone. */
GTimeZone *
limber_clock_zone (LimberClock *self)
{
  g_return_val_if_fail (LIMBER_IS_CLOCK (self), NULL);

  return self->zone;
}
