/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/opener.h"

#include <glib/gi18n-lib.h>

#include "app/clinic-file.h"
#include "services/demo/demo-clinic.h"

/* DESIGN: one task on a thread of its own writes the demo clinic (only for a demo), opens the database and reads
 * what the window needs before its first page, while the main thread is busy with the toolkit. Objects are made on
 * the main thread only: the clock of a demo before the task, the store and any other clock after it. */

typedef struct {
  char *path;
  char *now;
  gboolean demo;
  char *demo_folder;
  LimberClock *clock;
  LimberDb *db;
  LimberClinic *clinic;
  GPtrArray *staff;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_pointer (&opening->db, limber_db_free);
  if (opening->demo_folder)
    limber_clinic_file_remove_demo_folder (opening->demo_folder);
  g_clear_object (&opening->clock);
  g_clear_pointer (&opening->clinic, limber_clinic_free);
  g_clear_pointer (&opening->staff, g_ptr_array_unref);
  g_free (opening->demo_folder);
  g_free (opening->path);
  g_free (opening->now);
  g_free (opening);
}

static LimberClock *
make_clock (const Opening *opening, const char *zone_name, GError **error)
{
  g_autoptr (GTimeZone) zone = zone_name ? g_time_zone_new_identifier (zone_name) : NULL;
  LimberDate today;

  if (zone == NULL)
    zone = g_time_zone_new_local ();
  if (opening->now)
    return limber_clock_new_from_text (opening->now, zone, error);
  if (!opening->demo)
    return limber_clock_new_system (zone);
  /* A demo always begins in the middle of a busy morning. */
  today = limber_date_from_instant (g_get_real_time () / G_USEC_PER_SEC, zone);
  return limber_clock_new_starting (limber_date_at_minute (today, LIMBER_DEMO_MINUTE, zone), zone);
}

static gint64
tell_time (gpointer data)
{
  return limber_clock_now (data);
}

static gboolean
write_demo (const Opening *opening, GCancellable *cancellable, GError **error)
{
  LimberDemoOptions options;

  limber_demo_options_init (&options, limber_clock_today (opening->clock), limber_clock_zone (opening->clock));
  options.minute = limber_clock_minute (opening->clock);
  return limber_demo_create (opening->path, &options, cancellable, error);
}

static gboolean
load_basics (Opening *opening, GError **error)
{
  opening->clinic = limber_clinic_load (opening->db, error);
  if (opening->clinic)
    opening->staff = limber_clinic_staff (opening->db, FALSE, error);
  return opening->staff != NULL;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;

  if (opening->demo && !write_demo (opening, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  opening->db = limber_db_open (opening->path, LIMBER_DB_CREATE, &error);
  if (opening->db && load_basics (opening, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
prepare_demo (Opening *opening, GError **error)
{
  opening->demo_folder = limber_clinic_file_make_demo_folder (error);
  if (opening->demo_folder == NULL)
    return FALSE;
  opening->path = g_build_filename (opening->demo_folder, "demo.db", NULL);
  opening->clock = make_clock (opening, NULL, error);
  return opening->clock != NULL;
}

/** limber_opener_open_async: opens the clinic that @options ask for, or writes and opens a demo. */
void
limber_opener_open_async (const LimberOptions *options, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);
  GError *error = NULL;

  opening->now = g_strdup (options->now);
  opening->demo = options->demo;
  g_task_set_task_data (task, opening, opening_free);
  if (!options->demo)
    opening->path = options->database ? g_strdup (options->database) : limber_clinic_file_default ();
  else if (!prepare_demo (opening, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_run_in_thread (task, open_in_thread);
}

/** limber_opener_open_finish: Returns: (transfer full): the open clinic, or %NULL with @error. */
LimberOpened *
limber_opener_open_finish (GAsyncResult *result, GError **error)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));
  LimberOpened *opened;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (opening->clock == NULL)
    opening->clock = make_clock (opening, opening->clinic->zone, error);
  if (opening->clock == NULL)
    return NULL;
  opened = g_new0 (LimberOpened, 1);
  opened->store = limber_store_new_for_db (g_steal_pointer (&opening->db));
  opened->clock = g_steal_pointer (&opening->clock);
  opened->demo_folder = g_steal_pointer (&opening->demo_folder);
  opened->staff = g_steal_pointer (&opening->staff);
  if (opening->now || opening->demo)
    limber_store_set_now_func (opened->store, tell_time, opened->clock);
  return opened;
}

/** limber_opened_free: closes the clinic; a demo clinic is removed. */
void
limber_opened_free (LimberOpened *opened)
{
  if (opened == NULL)
    return;
  if (opened->store)
    limber_store_close (opened->store);
  g_clear_object (&opened->store);
  g_clear_object (&opened->clock);
  g_clear_pointer (&opened->staff, g_ptr_array_unref);
  if (opened->demo_folder)
    limber_clinic_file_remove_demo_folder (opened->demo_folder);
  g_free (opened->demo_folder);
  g_free (opened);
}
