/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and the choices of a session, which save themselves. */
#include "services/session/session-runner.h"

#include <glib/gi18n-lib.h>

#include "services/session/session-runner-private.h"

static char **
text_field (LimberSession *session, LimberSessionText field)
{
  char **fields[] = { &session->subjective, &session->objective, &session->assessment, &session->plan,
                      &session->next_time };

  return fields[field];
}

const char *
limber_session_text (const LimberSession *session, LimberSessionText field)
{
  const char *text = *text_field ((LimberSession *) session, field);

  return text != NULL ? text : "";
}

/**
 * limber_session_runner_set_text:
 * @expected: the text that the page saw last
 *
 * Saves a text as it is typed. Two windows that write into one field find out: LIMBER_STORE_ERROR_CONFLICT.
 */
gboolean
limber_session_runner_set_text (LimberDb *db, const char *id, LimberSessionText field, const char *expected,
                                const char *text, GError **error)
{
  g_autoptr (LimberSession) session
    = limber_session_load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP) | IN (COMPLETED), error);
  const char *stored;

  if (session == NULL)
    return FALSE;
  stored = limber_session_text (session, field);
  if (g_str_equal (stored, text))
    return TRUE;
  if (!g_str_equal (stored, expected != NULL ? expected : ""))
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT,
                   _ ("Somebody else changed this text in the meantime. Your words are still here."));
      return FALSE;
    }
  limber_record_set_text (text_field (session, field), *text != '\0' ? text : NULL);
  return limber_record_update (db, &limber_session_type, session, error);
}

gboolean
limber_session_runner_set_figure (LimberDb *db, const char *id, LimberSessionFigure field, int value,
                                  GError **error)
{
  g_autoptr (LimberSession) session
    = limber_session_load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP) | IN (COMPLETED), error);

  if (session == NULL)
    return FALSE;
  switch (field)
    {
    case LIMBER_SESSION_FIGURE_PRESSURE:
      session->pressure = CLAMP (value, 0, LIMBER_PRESSURE_MAX);
      break;
    case LIMBER_SESSION_FIGURE_STYLE:
      session->style = (LimberStyle) value;
      break;
    case LIMBER_SESSION_FIGURE_TECHNIQUES:
      session->techniques = (guint) value;
      break;
    case LIMBER_SESSION_FIGURE_RELAXATION:
      session->relaxation = CLAMP (value, -1, 10);
      break;
    }
  return limber_record_update (db, &limber_session_type, session, error);
}
