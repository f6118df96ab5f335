/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/finding.h"
#include "store/health.h"
#include "store/session.h"

G_BEGIN_DECLS

/**
 * LimberTreatmentNeighbour:
 *
 * The next appointment of the same therapist: who is waiting.
 */
typedef struct {
  char *client_name;
  gint64 start_at;
} LimberTreatmentNeighbour;

void limber_treatment_neighbour_free (LimberTreatmentNeighbour *neighbour);

LimberSession *limber_treatment_running_of_staff (LimberDb *db, const char *staff_id, GError **error);
LimberSession *limber_treatment_session_of_appointment (LimberDb *db, const char *appointment_id, GError **error);
LimberSession *limber_treatment_last_of_client (LimberDb *db, const char *client_id, GError **error);
LimberSession *limber_treatment_last_visit (LimberDb *db, const char *client_id, const LimberSession *before,
                                            GError **error);
GPtrArray     *limber_treatment_open_sessions (LimberDb *db, GError **error);
GPtrArray     *limber_treatment_pauses (LimberDb *db, const char *session_id, GError **error);
GPtrArray     *limber_treatment_findings (LimberDb *db, const char *session_id, GError **error);
GPtrArray     *limber_treatment_known_findings (LimberDb *db, const char *client_id, const char *except_session_id,
                                                GError **error);
LimberFinding *limber_treatment_finding_at (LimberDb *db, const char *session_id, LimberArea area, LimberSide side,
                                            LimberFindingType type, GError **error);
GPtrArray     *limber_treatment_roms (LimberDb *db, const char *session_id, GError **error);
guint          limber_treatment_usual_techniques (LimberDb *db, const char *staff_id, guint n, GError **error);
gboolean       limber_treatment_move_rom (LimberDb *db, const char *session_id, const char *client_id,
                                          GError **error);
GPtrArray     *limber_treatment_health (LimberDb *db, const char *client_id, GError **error);
LimberTreatmentNeighbour *limber_treatment_next_appointment (LimberDb *db, const char *staff_id,
                                                             const char *except_id, gint64 from, gint64 until,
                                                             GError **error);
GPtrArray     *limber_treatment_find_clients (LimberDb *db, const char *text, int limit, GError **error);
LimberTreatmentNeighbour *limber_treatment_next_visit (LimberDb *db, const char *client_id, gint64 from,
                                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberTreatmentNeighbour, limber_treatment_neighbour_free)

gboolean limber_treatment_count_later (LimberDb *db, const char *client_id, LimberDate date, gint64 *count,
                                       GError **error);

G_END_DECLS
