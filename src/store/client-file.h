/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/appointment.h"
#include "store/change-log.h"
#include "store/client.h"
#include "store/contact.h"
#include "store/finding.h"
#include "store/follow-up.h"
#include "store/health.h"
#include "store/mind.h"
#include "store/plan-facts.h"
#include "store/race.h"
#include "store/rom.h"
#include "store/session.h"
#include "store/self-care.h"
#include "store/sore-area.h"
#include "store/staff.h"
#include "store/team.h"

G_BEGIN_DECLS

/**
 * LimberClientFile:
 * @referrer: (nullable): the name of who sent the client
 * @next: (nullable): the next appointment
 * @staff: everybody who works or worked here
 * @sessions: newest first, without voided ones
 * @findings: those of @sessions, in the same order
 * @entries: of @races, with the same index; the latest race first
 * @voided: sessions declared void, newest first
 * @names: (element-type utf8 utf8): of the other clients that the changes speak of, by id
 * @questions: (element-type LimberFollowUp): what to ask at the next contact
 * @sore: (element-type LimberSoreArea): where it hurt after races, the newest first
 * @minds: (element-type LimberMind): worry and confidence, the newest first
 * @care_notes: (element-type LimberSelfCareNote): what was changed in the plan for home
 * @care_templates: (element-type LimberSelfCareTemplate): instructions of the clinic, by name
 * @suggested: LimberDate, the best dates with room for the next visit
 *
 * All that stands in the record of one client, read at one moment.
 */
typedef struct {
  LimberClient *client;
  char *team;
  char *referrer;
  LimberAppointment *next;
  GPtrArray *staff;
  GPtrArray *teams;
  GPtrArray *sessions;
  GPtrArray *findings;
  GPtrArray *roms;
  GPtrArray *health;
  GPtrArray *races;
  GPtrArray *entries;
  GPtrArray *contacts;
  GPtrArray *changes;
  GPtrArray *voided;
  GPtrArray *questions;
  GPtrArray *sore;
  GPtrArray *minds;
  GPtrArray *care_notes;
  GPtrArray *care_templates;
  GHashTable *names;
  LimberPlanFacts *facts;
  GArray *suggested;
  LimberDate today;
} LimberClientFile;

LimberClientFile *limber_client_file_load (LimberDb *db, const char *client_id, gint64 now, GTimeZone *zone,
                                           GError **error);
void              limber_client_file_free (LimberClientFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberClientFile, limber_client_file_free)

const char          *limber_client_file_staff_name (const LimberClientFile *file, const char *staff_id);
const char          *limber_client_file_name (const LimberClientFile *file, const char *id);
const LimberSession *limber_client_file_session (const LimberClientFile *file, const char *session_id);
int                  limber_finding_last_severity (const LimberFinding *finding);

G_END_DECLS
