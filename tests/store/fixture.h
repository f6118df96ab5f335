/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "store/db/db.h"
#include "store/client.h"
#include "store/session.h"
#include "store/staff.h"

#include "../folder.h"

/* A real database in a folder of its own that goes away with the test. */
typedef struct {
  char *folder;
  char *path;
  LimberDb *db;
} Fixture;

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("limber-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "clinic", "clinic.db", NULL);
  fixture->db = limber_db_open (fixture->path, LIMBER_DB_CREATE, &error);
  g_assert_no_error (error);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->db, limber_db_free);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline void
fixture_begin (LimberDb *db)
{
  g_autoptr (GError) error = NULL;

  limber_db_begin (db, &error);
  g_assert_no_error (error);
}

static inline void
fixture_commit (LimberDb *db)
{
  g_autoptr (GError) error = NULL;

  limber_db_commit (db, &error);
  g_assert_no_error (error);
}

/* Inserts in the open transaction; fails the test when it cannot. */
static inline void
fixture_insert (LimberDb *db, const LimberRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;

  limber_record_insert (db, type, record, &error);
  g_assert_no_error (error);
}

static inline LimberClient *
fixture_add_client (LimberDb *db, const char *name)
{
  LimberClient *client = limber_client_new ();

  limber_record_set_text (&client->name, name);
  fixture_insert (db, &limber_client_type, client);
  return client;
}

static inline LimberStaff *
fixture_add_staff (LimberDb *db, const char *name)
{
  LimberStaff *staff = limber_staff_new ();

  limber_record_set_text (&staff->name, name);
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  fixture_insert (db, &limber_staff_type, staff);
  return staff;
}

static inline LimberSession *
fixture_add_session (LimberDb *db, LimberClient *client, LimberStaff *staff, const char *date)
{
  LimberSession *session = limber_session_new ();

  limber_record_set_text (&session->client_id, client->base.id);
  limber_record_set_text (&session->staff_id, staff->base.id);
  session->date = limber_date_parse (date);
  session->planned_minutes = 45;
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  fixture_insert (db, &limber_session_type, session);
  return session;
}
