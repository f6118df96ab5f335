/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/session/session-runner.h"
#include "store/client.h"
#include "store/staff.h"
#include "store/store.h"

#include "wait.h"

/* When the session began: 29 September 2026, early in the morning UTC. */
#define SESSION_START ((gint64) 1790665200)

/* Founds a clinic in which Ines Calder has had Rafferty Quill on the table since SESSION_START, for @minutes or, with 0,
 * as long as usual. Returns: (transfer full): the session. */
static inline LimberSession *
session_fixture_found (const char *path, int minutes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (path, LIMBER_DB_CREATE, &error);
  g_autoptr (LimberClient) client = limber_client_new ();
  g_autoptr (LimberStaff) staff = limber_staff_new ();
  LimberSession *session;
  LimberSessionStart start = {
    .date = limber_date_from_ymd (2026, 9, 29), .started_at = SESSION_START, .now = SESSION_START, .minutes = minutes
  };

  g_assert_no_error (error);
  client->name = g_strdup ("Rafferty Quill");
  staff->name = g_strdup ("Ines Calder");
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  limber_db_begin (db, &error);
  limber_record_insert (db, &limber_client_type, client, &error);
  limber_record_insert (db, &limber_staff_type, staff, &error);
  start.client_id = client->base.id;
  start.staff_id = staff->base.id;
  session = limber_session_runner_start (db, &start, &error);
  g_assert_no_error (error);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
  return session;
}

static inline void
session_fixture_on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LimberStore **store = user_data;
  g_autoptr (GError) error = NULL;

  *store = limber_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static inline LimberStore *
session_fixture_open (const char *path)
{
  LimberStore *store = NULL;

  limber_store_open_async (path, LIMBER_DB_WRITE, NULL, session_fixture_on_opened, &store);
  WAIT_UNTIL (store != NULL);
  return store;
}
