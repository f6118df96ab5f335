/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/session-plan.h"
#include "domain/session-time.h"
#include "store/appointment.h"
#include "store/client.h"
#include "store/finding.h"
#include "store/rom.h"
#include "store/session.h"
#include "store/sore-area.h"
#include "store/staff.h"
#include "store/treatment.h"

G_BEGIN_DECLS

/*
 * DESIGN. A running session lives in the store alone: its start, its pauses, its end. Elapsed time is arithmetic
 * over them, so a killed program, a suspended machine or a second window show the same minute. Every function
 * here is one step inside the caller's transaction, checks the state again there, and is called on the store's
 * worker thread. `now` is always a parameter: UTC seconds by the clock that the session began with, which
 * limber_session_instant() tells; setting the time of the computer changes nothing then.
 */

/**
 * LimberSessionStart:
 * @appointment_id: (nullable): the slot it fills; its client, therapist and kind win
 * @minutes: hands on; 0 for those of the appointment or the client
 * @ended_at: 0 for a session that starts now; for a forgotten one, when it was over
 * @boot: (nullable): of limber_clock_moment(), with @boot_at the instant of that start of the computer
 */
typedef struct {
  char *client_id;
  char *staff_id;
  char *appointment_id;
  int minutes;
  LimberKind kind;
  LimberDate date;
  gint64 started_at;
  gint64 ended_at;
  gint64 now;
  char *boot;
  gint64 boot_at;
} LimberSessionStart;

/** LimberProgress: what the client says about a finding of the last visit. */
typedef enum {
  LIMBER_PROGRESS_NONE,
  LIMBER_PROGRESS_BETTER,
  LIMBER_PROGRESS_SAME,
  LIMBER_PROGRESS_WORSE,
  LIMBER_PROGRESS_GONE,
} LimberProgress;

/** LimberSessionText: the texts of a session that save themselves. */
typedef enum {
  LIMBER_SESSION_TEXT_SUBJECTIVE,
  LIMBER_SESSION_TEXT_OBJECTIVE,
  LIMBER_SESSION_TEXT_ASSESSMENT,
  LIMBER_SESSION_TEXT_PLAN,
  LIMBER_SESSION_TEXT_NEXT_TIME,
} LimberSessionText;

#define LIMBER_SESSION_TEXT_LAST LIMBER_SESSION_TEXT_NEXT_TIME

/** LimberSessionFigure: what is chosen, not written. */
typedef enum {
  LIMBER_SESSION_FIGURE_PRESSURE,
  LIMBER_SESSION_FIGURE_STYLE,
  LIMBER_SESSION_FIGURE_TECHNIQUES,
  LIMBER_SESSION_FIGURE_RELAXATION,
} LimberSessionFigure;

/**
 * LimberSessionSheet:
 * @open: (element-type LimberFinding): what was still open after the last visit
 * @sore: (element-type LimberSoreArea): where it hurts since a race after the last visit, the worst first
 * @known: (element-type LimberFinding): findings of earlier visits, newest first
 * @roms: (element-type LimberRom): the motions measured in this session
 * @usual_techniques: mask of what the therapist does most
 *
 * Everything that the treatment room shows, read in one go.
 */
typedef struct {
  LimberSession *session;
  LimberClient *client;
  LimberStaff *staff;
  LimberSession *last_visit;
  LimberTreatmentNeighbour *next;
  GPtrArray *pauses;
  GPtrArray *findings;
  GPtrArray *open;
  GPtrArray *sore;
  GPtrArray *known;
  GPtrArray *health;
  GPtrArray *roms;
  guint usual_techniques;
  int turnover;
} LimberSessionSheet;

void limber_session_start_free (LimberSessionStart *start);
void limber_session_start_set_moment (LimberSessionStart *start, const LimberMoment *moment);
void limber_session_sheet_free (LimberSessionSheet *sheet);

LimberSession *limber_session_runner_start (LimberDb *db, const LimberSessionStart *start, GError **error);
LimberSession *limber_session_runner_enter_later (LimberDb *db, const LimberSessionStart *start, GError **error);
gboolean       limber_session_runner_pause (LimberDb *db, const char *id, gint64 now, GError **error);
gboolean       limber_session_runner_resume (LimberDb *db, const char *id, gint64 now, GError **error);
gboolean       limber_session_runner_extend (LimberDb *db, const char *id, int minutes, gint64 now, GError **error);
gboolean       limber_session_runner_skip (LimberDb *db, const char *id, gint64 now, GError **error);
gboolean       limber_session_runner_stretch (LimberDb *db, const char *id, guint phase, int seconds, gint64 now,
                                              GError **error);
gboolean       limber_session_runner_finish (LimberDb *db, const char *id, gint64 now, GError **error);
gboolean       limber_session_runner_reopen (LimberDb *db, const char *id, gint64 now, GError **error);
gboolean       limber_session_runner_close (LimberDb *db, const char *id, gint64 now, GError **error);
gboolean       limber_session_runner_move (LimberDb *db, const char *id, const char *client_id, GError **error);
gboolean       limber_session_runner_void (LimberDb *db, const char *id, const char *reason, gint64 now,
                                           GError **error);

gboolean limber_session_runner_set_text (LimberDb *db, const char *id, LimberSessionText field,
                                         const char *expected, const char *text, GError **error);
gboolean limber_session_runner_set_figure (LimberDb *db, const char *id, LimberSessionFigure field, int value,
                                           GError **error);
const char *limber_session_text (const LimberSession *session, LimberSessionText field);

LimberFinding *limber_session_runner_record (LimberDb *db, const char *id, const LimberFinding *values, gint64 now,
                                             GError **error);
LimberFinding *limber_session_runner_follow (LimberDb *db, const char *id, const char *earlier_id,
                                             LimberProgress progress, gint64 now, GError **error);
gboolean       limber_session_runner_amend (LimberDb *db, const LimberFinding *finding, GError **error);
gboolean       limber_session_runner_put_back (LimberDb *db, const LimberRecordType *type, const char *id,
                                               gconstpointer before, GError **error);
gboolean       limber_session_runner_set_after (LimberDb *db, const char *finding_id, int after, GError **error);
gboolean       limber_session_runner_measure (LimberDb *db, const char *id, const LimberRom *motion, gboolean after,
                                              int degrees, GError **error);
LimberProgress limber_session_progress (const LimberFinding *earlier, const LimberFinding *now);
int            limber_session_last_severity (const LimberFinding *finding);

LimberSessionSheet *limber_session_runner_load (LimberDb *db, const char *id, GError **error);
GPtrArray          *limber_session_open_findings (LimberDb *db, const LimberSession *last_visit, GError **error);
GPtrArray          *limber_session_sore_areas (LimberDb *db, const LimberSession *session,
                                               const LimberSession *last_visit, GError **error);
gint64              limber_session_instant (const LimberSession *session, const LimberMoment *moment);
LimberSessionTime   limber_session_stand (const LimberSession *session, GPtrArray *pauses, gint64 now);
int                 limber_session_elapsed (const LimberSession *session, GPtrArray *pauses, gint64 now);
gboolean            limber_session_is_paused (GPtrArray *pauses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberSessionStart, limber_session_start_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberSessionSheet, limber_session_sheet_free)

G_END_DECLS
