/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-test.h"

#include "pages/clients/client-record.h"
#include "services/clock.h"
#include "services/session/session-runner.h"
#include "store/client-file.h"
#include "store/race.h"
#include "store/store.h"
#include "store/team.h"

/* A small clinic in a real file: two clients, a therapist, two visits with findings, a race. The record of the first
 * client stands in a real window. */

#define NOW ((gint64) 1790677320) /* 2026-09-29, 10:22 UTC */
#define DAY ((gint64) 86400)

typedef struct {
  char *dir;
  char *path;
  char *client_id;
  char *other_id;
  char *staff_id;
  char *team_id;
  char *session_id;
  char *race_id;
  LimberStore *store;
  LimberClock *clock;
  GtkWidget *window;
  GtkWidget *record;
} Fixture;

static inline LimberDb *
open_again (Fixture *f, LimberDbMode mode)
{
  g_autoptr (GError) error = NULL;
  LimberDb *db = limber_db_open (f->path, mode, &error);

  g_assert_no_error (error);
  return db;
}

/* What another program would find. */
static inline gpointer
read_row (Fixture *f, const LimberRecordType *type, const char *id)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_READ);

  return limber_record_load (db, type, id, NULL);
}

static inline void
insert (LimberDb *db, const LimberRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;

  limber_record_insert (db, type, record, &error);
  g_assert_no_error (error);
}

static inline char *
add_client (LimberDb *db, const char *name)
{
  g_autoptr (LimberClient) client = limber_client_new ();

  client->name = g_strdup (name);
  insert (db, &limber_client_type, client);
  return g_strdup (client->base.id);
}

static inline char *
add_visit (Fixture *f, LimberDb *db, int days_ago, LimberArea area, int before, int after)
{
  g_autoptr (LimberSession) session = limber_session_new ();
  g_autoptr (LimberFinding) finding = limber_finding_new ();

  session->client_id = g_strdup (f->client_id);
  session->staff_id = g_strdup (f->staff_id);
  session->date = limber_date_from_ymd (2026, 9, 29) - days_ago;
  session->started_at = NOW - days_ago * DAY;
  session->ended_at = session->started_at + 2700;
  session->entered_at = session->started_at;
  session->planned_minutes = 45;
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  session->subjective = g_strdup ("heavy legs after the hills");
  session->relaxation = session->hangover_level = session->hangover_days = -1;
  insert (db, &limber_session_type, session);
  finding->session_id = g_strdup (session->base.id);
  finding->client_id = g_strdup (f->client_id);
  finding->area = area;
  finding->side = LIMBER_SIDE_RIGHT;
  finding->type = LIMBER_FINDING_TYPE_KNOT;
  finding->severity_before = before;
  finding->severity_after = after;
  finding->status = LIMBER_FINDING_STATUS_OPEN;
  insert (db, &limber_finding_type, finding);
  return g_strdup (session->base.id);
}

static inline void
fill_clinic (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_CREATE);
  g_autoptr (LimberStaff) staff = limber_staff_new ();
  g_autoptr (LimberTeam) team = limber_team_new ();
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();
  g_autofree char *older = NULL;

  limber_db_begin (db, &error);
  staff->name = g_strdup ("Ines Calder");
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  insert (db, &limber_staff_type, staff);
  f->staff_id = g_strdup (staff->base.id);
  team->name = g_strdup ("Harrier Vale AC");
  insert (db, &limber_team_type, team);
  f->team_id = g_strdup (team->base.id);
  f->client_id = add_client (db, "Rafferty Quill");
  f->other_id = add_client (db, "Juniper Ashgrove");
  older = add_visit (f, db, 40, LIMBER_AREA_SOLEUS, 6, 3);
  f->session_id = add_visit (f, db, 20, LIMBER_AREA_QUADRICEPS, 7, 4);
  race->name = g_strdup ("Saltmarsh Marathon");
  race->first_on = race->last_on = limber_date_from_ymd (2026, 10, 11);
  race->km = 42.2;
  insert (db, &limber_race_type, race);
  f->race_id = g_strdup (race->base.id);
  entry->race_id = g_strdup (race->base.id);
  entry->client_id = g_strdup (f->client_id);
  entry->legs = entry->confidence = -1;
  insert (db, &limber_race_entry_type, entry);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
}

static inline void
on_store_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *f = user_data;
  g_autoptr (GError) error = NULL;

  f->store = limber_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static inline void
present_record (Fixture *f, int width, int height)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  f->record = limber_client_record_new (f->store, f->clock);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), f->record);
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  adw_window_set_content (ADW_WINDOW (f->window), overlay);
  gtk_window_present (GTK_WINDOW (f->window));
  limber_client_record_open (LIMBER_CLIENT_RECORD (f->record), f->client_id);
  page_test_wait_text (f->window, "Rafferty Quill");
}

static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  f->dir = g_dir_make_tmp ("limber-record-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "clinic.db", NULL);
  fill_clinic (f);
  limber_store_open_async (f->path, LIMBER_DB_WRITE, NULL, on_store_opened, f);
  WAIT_UNTIL (f->store != NULL);
  limber_store_set_actor (f->store, f->staff_id, "Ines Calder");
  f->clock = limber_clock_new_frozen (NOW, zone);
  present_record (f, 1360, 860);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  run_what_is_due ();
  limber_store_close (f->store);
  g_clear_object (&f->store);
  g_clear_object (&f->clock);
  g_free (f->client_id);
  g_free (f->other_id);
  g_free (f->staff_id);
  g_free (f->team_id);
  g_free (f->session_id);
  g_free (f->race_id);
  g_free (f->path);
  g_free (f->dir);
}

static inline void
show_tab (Fixture *f, const char *tab)
{
  gtk_widget_activate_action (f->record, "record.tab", "s", tab);
}

static inline GtkWidget *
wait_for_dialog (Fixture *f)
{
  WAIT_UNTIL (page_test_dialog (f->window) != NULL);
  return page_test_dialog (f->window);
}
