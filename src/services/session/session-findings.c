/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/session-runner.h"

#include "services/session/session-runner-private.h"

/* A step of better or worse; the slider or the editor corrects it. */
#define PROGRESS_STEP 2

/** limber_session_last_severity: Returns: after the visit where recorded, else before it */
int
limber_session_last_severity (const LimberFinding *finding)
{
  return finding->severity_after != LIMBER_SEVERITY_UNKNOWN ? finding->severity_after : finding->severity_before;
}

static gboolean
stamp (LimberDb *db, const LimberSession *session, gint64 now, LimberFinding *finding, GError **error)
{
  g_autoptr (GPtrArray) pauses = limber_treatment_pauses (db, session->base.id, error);

  if (pauses == NULL)
    return FALSE;
  finding->offset_seconds = limber_session_elapsed (session, pauses, now);
  return TRUE;
}

static void
copy_values (LimberFinding *finding, const LimberFinding *values)
{
  finding->quality = values->type == LIMBER_FINDING_TYPE_PAIN ? values->quality : LIMBER_PAIN_QUALITY_NONE;
  finding->severity_before = values->severity_before;
  finding->unaware = values->unaware;
  /* What the client did not know, the client cannot have said. */
  finding->source = values->unaware                                      ? LIMBER_FINDING_SOURCE_THERAPIST
                    : values->source != LIMBER_FINDING_SOURCE_NONE ? values->source
                                                                   : LIMBER_FINDING_SOURCE_CLIENT;
  limber_record_set_text (&finding->text, values->text);
  finding->status = values->severity_before == 0                    ? LIMBER_FINDING_STATUS_RESOLVED
                    : values->status != LIMBER_FINDING_STATUS_NONE ? values->status
                                                                   : LIMBER_FINDING_STATUS_OPEN;
}

static gboolean
is_spot (const LimberFinding *finding, const LimberFinding *other)
{
  return finding->area == other->area && finding->side == other->side && finding->type == other->type;
}

/* The finding of an earlier visit that a new one on the same spot takes up. */
static const char *
find_followed (GPtrArray *known, const LimberFinding *values)
{
  for (guint i = 0; i < known->len; i++)
    {
      const LimberFinding *earlier = g_ptr_array_index (known, i);

      if (is_spot (earlier, values))
        return earlier->status != LIMBER_FINDING_STATUS_RESOLVED ? earlier->base.id : NULL;
    }
  return NULL;
}

static LimberFinding *
insert_finding (LimberDb *db, const LimberSession *session, const LimberFinding *values, gint64 now, GError **error)
{
  g_autoptr (LimberFinding) finding = limber_finding_new ();
  g_autoptr (GPtrArray) known = limber_treatment_known_findings (db, session->client_id, session->base.id, error);

  if (known == NULL)
    return NULL;
  finding->base.id = g_strdup (values->base.id);
  finding->session_id = g_strdup (session->base.id);
  finding->client_id = g_strdup (session->client_id);
  finding->area = values->area;
  finding->side = values->side;
  finding->type = values->type;
  finding->severity_after = LIMBER_SEVERITY_UNKNOWN;
  copy_values (finding, values);
  finding->follows_id = g_strdup (values->follows_id != NULL ? values->follows_id : find_followed (known, values));
  if (!stamp (db, session, now, finding, error) || !limber_record_insert (db, &limber_finding_type, finding, error))
    return NULL;
  return g_steal_pointer (&finding);
}

static LimberFinding *
record_one (LimberDb *db, const LimberSession *session, const LimberFinding *values, gint64 now, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (LimberFinding) finding = limber_treatment_finding_at (db, session->base.id, values->area, values->side,
                                                                   values->type, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (finding == NULL)
    return insert_finding (db, session, values, now, error);
  copy_values (finding, values);
  if (values->follows_id != NULL)
    limber_record_set_text (&finding->follows_id, values->follows_id);
  if (!limber_record_update (db, &limber_finding_type, finding, error))
    return NULL;
  return g_steal_pointer (&finding);
}

/**
 * limber_session_runner_record:
 * @values: area, side, type, severity before, unaware, source, text; both sides make two findings
 *
 * Records a finding. The same type on the same spot is edited, another type is another finding.
 *
 * Returns: (transfer full): the finding, of both sides the right one
 */
LimberFinding *
limber_session_runner_record (LimberDb *db, const char *id, const LimberFinding *values, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_writable (db, id, error);
  g_autoptr (LimberFinding) side = NULL;
  g_autoptr (LimberFinding) left = NULL;

  if (session == NULL)
    return NULL;
  if (limber_area_is_midline (values->area) && values->side != LIMBER_SIDE_MIDLINE)
    {
      side = limber_finding_copy (values);
      side->side = LIMBER_SIDE_MIDLINE;
      return record_one (db, session, side, now, error);
    }
  if (values->side != LIMBER_SIDE_BOTH)
    return record_one (db, session, values, now, error);
  side = limber_finding_copy (values);
  limber_record_set_text (&side->base.id, NULL);
  side->side = LIMBER_SIDE_LEFT;
  left = record_one (db, session, side, now, error);
  if (left == NULL)
    return NULL;
  side->side = LIMBER_SIDE_RIGHT;
  return record_one (db, session, side, now, error);
}

static int
severity_after_progress (const LimberFinding *earlier, LimberProgress progress)
{
  int last = limber_session_last_severity (earlier);

  if (last == LIMBER_SEVERITY_UNKNOWN)
    last = LIMBER_SEVERITY_DEFAULT;
  switch (progress)
    {
    case LIMBER_PROGRESS_BETTER:
      return MAX (MIN (last, 1), last - PROGRESS_STEP);
    case LIMBER_PROGRESS_WORSE:
      return MIN (LIMBER_SEVERITY_MAX, last + PROGRESS_STEP);
    case LIMBER_PROGRESS_GONE:
      return 0;
    default:
      return last;
    }
}

/**
 * limber_session_runner_follow:
 *
 * Takes up a finding of an earlier visit: records one of this visit, with its own severity, that follows it. The
 * severity of the earlier visit stays as it was.
 */
LimberFinding *
limber_session_runner_follow (LimberDb *db, const char *id, const char *earlier_id, LimberProgress progress,
                              gint64 now, GError **error)
{
  g_autoptr (LimberFinding) earlier = limber_record_load (db, &limber_finding_type, earlier_id, error);
  g_autoptr (LimberFinding) values = NULL;

  if (earlier == NULL)
    return NULL;
  values = limber_finding_copy (earlier);
  limber_record_set_text (&values->base.id, NULL);
  values->severity_before = severity_after_progress (earlier, progress);
  values->status = progress == LIMBER_PROGRESS_GONE     ? LIMBER_FINDING_STATUS_RESOLVED
                   : progress == LIMBER_PROGRESS_BETTER ? LIMBER_FINDING_STATUS_IMPROVING
                                                        : LIMBER_FINDING_STATUS_OPEN;
  /* By now the client knows: the ring belongs to the visit at which it was found. */
  values->unaware = FALSE;
  values->source = LIMBER_FINDING_SOURCE_CLIENT;
  limber_record_set_text (&values->text, NULL);
  limber_record_set_text (&values->follows_id, earlier_id);
  return limber_session_runner_record (db, id, values, now, error);
}

/** limber_session_progress: Returns: what @now (nullable) says about @earlier, which it follows */
LimberProgress
limber_session_progress (const LimberFinding *earlier, const LimberFinding *now)
{
  int last;

  if (now == NULL)
    return LIMBER_PROGRESS_NONE;
  last = limber_session_last_severity (earlier);
  if (last == LIMBER_SEVERITY_UNKNOWN)
    last = LIMBER_SEVERITY_DEFAULT;
  if (now->severity_before == 0)
    return LIMBER_PROGRESS_GONE;
  if (now->severity_before == last)
    return now->status == LIMBER_FINDING_STATUS_IMPROVING ? LIMBER_PROGRESS_BETTER : LIMBER_PROGRESS_SAME;
  return now->severity_before < last ? LIMBER_PROGRESS_BETTER : LIMBER_PROGRESS_WORSE;
}

/**
 * limber_session_runner_amend:
 * @finding: the whole finding as it shall be, with the version that was seen
 *
 * Changes a recorded finding; its change log keeps what it was.
 */
gboolean
limber_session_runner_amend (LimberDb *db, const LimberFinding *finding, GError **error)
{
  g_autoptr (LimberFinding) stored = limber_record_load (db, &limber_finding_type, finding->base.id, error);

  if (stored == NULL)
    return FALSE;
  stored->area = finding->area;
  stored->side = finding->side;
  stored->type = finding->type;
  copy_values (stored, finding);
  return limber_record_update (db, &limber_finding_type, stored, error);
}

/**
 * limber_session_runner_put_back:
 * @type: of a finding, a motion or a health item
 * @before: (nullable): the record as it was, %NULL when it was not there
 *
 * Undoes one touch by the opposite one: removes what was added, restores what was changed or removed.
 */
gboolean
limber_session_runner_put_back (LimberDb *db, const LimberRecordType *type, const char *id, gconstpointer before,
                                GError **error)
{
  LimberRecord *stored = limber_record_load (db, type, id, NULL);
  LimberRecord *wanted = NULL;
  gboolean done;

  if (before == NULL)
    done = stored == NULL || limber_record_delete (db, type, stored, error);
  else
    {
      wanted = limber_record_copy (type, before);
      wanted->version = stored != NULL ? stored->version : 0;
      done = stored == NULL ? limber_record_insert (db, type, wanted, error)
                            : limber_record_update (db, type, wanted, error);
    }
  limber_record_free (type, wanted);
  limber_record_free (type, stored);
  return done;
}

/** limber_session_runner_set_after: How the area feels when the work is done; 0 resolves the finding. */
gboolean
limber_session_runner_set_after (LimberDb *db, const char *finding_id, int after, GError **error)
{
  g_autoptr (LimberFinding) finding = limber_record_load (db, &limber_finding_type, finding_id, error);

  if (finding == NULL)
    return FALSE;
  finding->severity_after = CLAMP (after, LIMBER_SEVERITY_UNKNOWN, LIMBER_SEVERITY_MAX);
  if (after == 0)
    finding->status = LIMBER_FINDING_STATUS_RESOLVED;
  else if (after > 0)
    finding->status = after < finding->severity_before ? LIMBER_FINDING_STATUS_IMPROVING : LIMBER_FINDING_STATUS_OPEN;
  return limber_record_update (db, &limber_finding_type, finding, error);
}

static LimberRom *
find_motion (GPtrArray *roms, const LimberRom *motion)
{
  for (guint i = 0; i < roms->len; i++)
    {
      LimberRom *rom = g_ptr_array_index (roms, i);

      if (rom->motion == motion->motion && rom->side == motion->side && rom->active == motion->active)
        return rom;
    }
  return NULL;
}

/**
 * limber_session_runner_measure:
 * @motion: which motion, on which side, active or passive
 * @after: whether it was measured after the work
 * @degrees: -1 takes the value back; a motion without any value is forgotten
 *
 * Keeps how far a joint moves.
 */
gboolean
limber_session_runner_measure (LimberDb *db, const char *id, const LimberRom *motion, gboolean after, int degrees,
                               GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_writable (db, id, error);
  g_autoptr (GPtrArray) roms = session != NULL ? limber_treatment_roms (db, id, error) : NULL;
  g_autoptr (LimberRom) fresh = NULL;
  LimberRom *rom;

  if (roms == NULL)
    return FALSE;
  rom = find_motion (roms, motion);
  if (rom == NULL)
    {
      rom = fresh = limber_rom_copy (motion);
      limber_record_set_text (&fresh->session_id, id);
      limber_record_set_text (&fresh->client_id, session->client_id);
      fresh->before = fresh->after = LIMBER_DEGREES_UNKNOWN;
    }
  *(after ? &rom->after : &rom->before) = CLAMP (degrees, LIMBER_DEGREES_UNKNOWN, LIMBER_DEGREES_MAX);
  if (rom->before < 0 && rom->after < 0)
    return fresh != NULL || limber_record_delete (db, &limber_rom_type, rom, error);
  return fresh != NULL ? limber_record_insert (db, &limber_rom_type, rom, error)
                       : limber_record_update (db, &limber_rom_type, rom, error);
}
