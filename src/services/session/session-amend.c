/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/session-amend.h"

#include <glib/gi18n-lib.h>

#include "store/rom.h"

/* DESIGN
 *
 * Moving a session and declaring it void are acts of session-runner.c. Here they give back what stood before, so
 * that Undo can be the opposite act: each row is written again as it was, over the version that the act left behind.
 * When somebody touched the session in between, that is a conflict and nothing is put back. */

void
limber_session_before_free (LimberSessionBefore *before)
{
  if (before == NULL)
    return;
  g_clear_pointer (&before->session, limber_session_free);
  g_clear_pointer (&before->appointment, limber_appointment_free);
  g_clear_pointer (&before->findings, g_ptr_array_unref);
  g_clear_pointer (&before->roms, g_ptr_array_unref);
  g_free (before);
}

static LimberSessionBefore *
load_before (LimberDb *db, const char *id, GError **error)
{
  g_autoptr (LimberSessionBefore) before = g_new0 (LimberSessionBefore, 1);

  before->session = limber_record_load (db, &limber_session_type, id, error);
  if (before->session == NULL)
    return NULL;
  if (before->session->appointment_id != NULL)
    {
      before->appointment = limber_record_load (db, &limber_appointment_type, before->session->appointment_id, error);
      if (before->appointment == NULL)
        return NULL;
    }
  before->findings = limber_treatment_findings (db, id, error);
  if (before->findings == NULL)
    return NULL;
  before->roms = limber_treatment_roms (db, id, error);
  return before->roms != NULL ? g_steal_pointer (&before) : NULL;
}

/** limber_session_move: limber_session_runner_move(); Returns: (transfer full) (nullable): for Undo. */
LimberSessionBefore *
limber_session_move (LimberDb *db, const char *id, const char *client_id, GError **error)
{
  g_autoptr (LimberSessionBefore) before = load_before (db, id, error);

  if (before == NULL || !limber_session_runner_move (db, id, client_id, error))
    return NULL;
  return g_steal_pointer (&before);
}

/** limber_session_void: limber_session_runner_void(); Returns: (transfer full) (nullable): for Undo. */
LimberSessionBefore *
limber_session_void (LimberDb *db, const char *id, const char *reason, gint64 now, GError **error)
{
  g_autoptr (LimberSessionBefore) before = load_before (db, id, error);

  if (before == NULL || !limber_session_runner_void (db, id, reason, now, error))
    return NULL;
  return g_steal_pointer (&before);
}

/* Writes @before over the row that the act left behind. */
static gboolean
put_back (LimberDb *db, const LimberRecordType *type, gconstpointer before, GError **error)
{
  const LimberRecord *old = before;
  LimberRecord *now = limber_record_load (db, type, old->id, error);
  gpointer copy;
  gboolean ok;

  if (now == NULL)
    return FALSE;
  copy = limber_record_copy (type, before);
  ((LimberRecord *) copy)->version = MIN (now->version, old->version + 1);
  ok = now->version == old->version || limber_record_update (db, type, copy, error);
  limber_record_free (type, copy);
  limber_record_free (type, now);
  return ok;
}

static gboolean
put_back_all (LimberDb *db, const LimberRecordType *type, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!put_back (db, type, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * limber_session_put_back:
 *
 * The opposite of the move or the voiding that gave @before; inside a transaction. Fails with
 * %LIMBER_STORE_ERROR_CONFLICT when the session was changed after that.
 */
gboolean
limber_session_put_back (LimberDb *db, const LimberSessionBefore *before, GError **error)
{
  return put_back (db, &limber_session_type, before->session, error)
         && put_back_all (db, &limber_finding_type, before->findings, error)
         && put_back_all (db, &limber_rom_type, before->roms, error)
         && (before->appointment == NULL || put_back (db, &limber_appointment_type, before->appointment, error));
}

/* The slot may have been given to another session since. */
static gboolean
take_slot (LimberDb *db, LimberSession *session, GError **error)
{
  g_autoptr (LimberAppointment) slot = NULL;

  if (session->appointment_id == NULL)
    return TRUE;
  slot = limber_record_load (db, &limber_appointment_type, session->appointment_id, error);
  if (slot == NULL)
    return FALSE;
  if (slot->status != LIMBER_APPOINTMENT_STATUS_BOOKED)
    {
      limber_record_set_text (&session->appointment_id, NULL);
      return TRUE;
    }
  slot->status = LIMBER_APPOINTMENT_STATUS_COMPLETED;
  return limber_record_update (db, &limber_appointment_type, slot, error);
}

/** limber_session_restore: Takes a session that was declared void back into the record, as a completed one. */
gboolean
limber_session_restore (LimberDb *db, const char *id, GError **error)
{
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, id, error);

  if (session == NULL || session->state != LIMBER_SESSION_STATE_VOIDED)
    return session != NULL;
  if (!take_slot (db, session, error))
    return FALSE;
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  limber_record_set_text (&session->void_reason, NULL);
  return limber_record_update (db, &limber_session_type, session, error);
}

/** limber_session_amend_texts: Saves what was amended; the change log keeps what stood there, who and when. */
gboolean
limber_session_amend_texts (LimberDb *db, const LimberSessionTexts *texts, GError **error)
{
  for (int i = 0; i <= LIMBER_SESSION_TEXT_LAST; i++)
    if (!limber_session_runner_set_text (db, texts->session_id, i, texts->expected[i],
                                         texts->text[i] != NULL ? texts->text[i] : "", error))
      return FALSE;
  return TRUE;
}

void
limber_session_texts_free (LimberSessionTexts *texts)
{
  if (texts == NULL)
    return;
  g_free (texts->session_id);
  for (int i = 0; i <= LIMBER_SESSION_TEXT_LAST; i++)
    {
      g_free (texts->expected[i]);
      g_free (texts->text[i]);
    }
  g_free (texts);
}
