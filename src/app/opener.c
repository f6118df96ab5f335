/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/opener.h"

#include <glib/gi18n-lib.h>

#include "app/clinic-file.h"
#include "services/demo-clinic.h"

/* DESIGN: three steps in a row, none on the main thread: write the demo clinic (only for a demo), open the
 * store, read the settings that the window needs before its first page. */

typedef struct {
  char *path;
  char *now;
  gboolean demo;
  char *demo_folder;
  LimberClock *clock;
  LimberStore *store;
} Opening;

typedef struct {
  LimberClinic *clinic;
  GPtrArray *staff;
} Basics;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  if (opening->demo_folder)
    limber_clinic_file_remove_demo_folder (opening->demo_folder);
  g_clear_object (&opening->store);
  g_clear_object (&opening->clock);
  g_free (opening->demo_folder);
  g_free (opening->path);
  g_free (opening->now);
  g_free (opening);
}

static void
basics_free (gpointer data)
{
  Basics *basics = data;

  g_clear_pointer (&basics->clinic, limber_clinic_free);
  g_clear_pointer (&basics->staff, g_ptr_array_unref);
  g_free (basics);
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

static gpointer
load_basics (LimberDb *db, gpointer data, GError **error)
{
  Basics *basics = g_new0 (Basics, 1);

  basics->clinic = limber_clinic_load (db, error);
  if (basics->clinic)
    basics->staff = limber_clinic_staff (db, FALSE, error);
  if (basics->staff)
    return basics;
  basics_free (basics);
  return NULL;
}

static void
on_basics (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  LimberOpened *opened;
  GError *error = NULL;
  Basics *basics = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (basics && opening->clock == NULL)
    opening->clock = make_clock (opening, basics->clinic->zone, &error);
  if (error)
    {
      g_clear_pointer (&basics, basics_free);
      g_task_return_error (task, error);
      return;
    }
  opened = g_new0 (LimberOpened, 1);
  opened->store = g_steal_pointer (&opening->store);
  opened->clock = g_steal_pointer (&opening->clock);
  opened->demo_folder = g_steal_pointer (&opening->demo_folder);
  opened->staff = g_steal_pointer (&basics->staff);
  basics_free (basics);
  if (opening->now || opening->demo)
    limber_store_set_now_func (opened->store, tell_time, opened->clock);
  g_task_return_pointer (task, opened, (GDestroyNotify) limber_opened_free);
}

static void
on_store (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  opening->store = limber_store_open_finish (result, &error);
  if (opening->store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  limber_store_read_async (opening->store, load_basics, NULL, NULL, basics_free, NULL, on_basics,
                           g_steal_pointer (&task));
}

static void
open_store (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);

  limber_store_open_async (opening->path, LIMBER_DB_CREATE, g_task_get_cancellable (task), on_store,
                           g_object_ref (task));
}

static void
write_demo (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  LimberDemoOptions options;
  GError *error = NULL;

  limber_demo_options_init (&options, limber_clock_today (opening->clock), limber_clock_zone (opening->clock));
  options.minute = limber_clock_minute (opening->clock);
  if (limber_demo_create (opening->path, &options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_demo (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    open_store (task);
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
    {
      opening->path = options->database ? g_strdup (options->database) : limber_clinic_file_default ();
      open_store (task);
    }
  else if (prepare_demo (opening, &error))
    {
      g_autoptr (GTask) writing = g_task_new (NULL, cancellable, on_demo, g_object_ref (task));

      g_task_set_task_data (writing, opening, NULL);
      g_task_run_in_thread (writing, write_demo);
    }
  else
    g_task_return_error (task, error);
}

/** limber_opener_open_finish: Returns: (transfer full): the open clinic, or %NULL with @error. */
LimberOpened *
limber_opener_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
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
