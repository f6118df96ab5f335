/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/demo/demo-private.h"

#include "store/appointment.h"
#include "store/finding.h"
#include "store/session.h"

static const LimberDemoSpot spots[] = {
  { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 5, FALSE },
  { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 6, FALSE },
  { LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_TENSION, 5, FALSE },
  { LIMBER_AREA_GLUTEUS_MEDIUS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_TRIGGER_POINT, 6, TRUE },
  { LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_SORENESS, 4, FALSE },
  { LIMBER_AREA_IT_BAND, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 5, FALSE },
  { LIMBER_AREA_PLANTAR_FASCIA, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENDER_POINT, 4, FALSE },
  { LIMBER_AREA_LOWER_BACK, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_TENSION, 4, FALSE },
  { LIMBER_AREA_HIP_FLEXORS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_RESTRICTED_MOTION, 4, FALSE },
  { LIMBER_AREA_UPPER_TRAPEZIUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 3, FALSE },
  { LIMBER_AREA_ANTERIOR_SHIN, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_SORENESS, 4, FALSE },
  { LIMBER_AREA_DEEP_HIP_ROTATORS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_KNOT, 6, TRUE },
  { LIMBER_AREA_TFL, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_ADHESION, 5, FALSE },
  { LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_SPASM, 5, FALSE },
};

static const char *const subjective[] = {
  "Long run on Sunday, legs feel heavy on stairs.",
  "Slept badly, shoulders up to the ears.",
  "New shoes this week, arches talk in the morning.",
  "Hill repeats on Tuesday, calves still full.",
  "Felt light all week after the last visit.",
};

static const char *const plan[] = {
  "Foam roller three times a week, slowly.",
  "Two easy days, then back to normal training.",
  "Massage stick on the calves after runs.",
  "Start lower next time, leave the hips for the end.",
};

static gint64
instant_of (LimberDemo *demo, const LimberDemoTime *time)
{
  return limber_date_at_minute (time->date, time->minute, demo->options->zone);
}

/** limber_demo_put_appointment: Returns: (transfer full): its id */
char *
limber_demo_put_appointment (LimberDemo *demo, const LimberDemoVisit *visit)
{
  LimberAppointment *appointment = limber_appointment_new ();
  char *id = limber_demo_uuid (demo);

  appointment->base.id = g_strdup (id);
  appointment->client_id = g_strdup (visit->client_id);
  appointment->staff_id = g_strdup (demo->staff[visit->time.staff]);
  appointment->start_at = instant_of (demo, &visit->time);
  appointment->minutes = visit->minutes;
  appointment->turnover = 15;
  appointment->kind = visit->kind;
  appointment->intent = visit->intent;
  appointment->status = visit->status;
  limber_demo_put (demo, &limber_appointment_type, appointment);
  return id;
}

static void
describe_work (LimberDemo *demo, LimberSession *session, const LimberDemoVisit *visit)
{
  gboolean light = visit->intent == LIMBER_WORK_LIGHT || limber_demo_roll (demo, 0, 9) == 0;

  session->pressure = light ? 2 : limber_demo_roll (demo, 3, 4);
  session->style = light ? LIMBER_STYLE_LIGHT : LIMBER_STYLE_SPORTS;
  session->techniques = LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_EFFLEURAGE) |
                        LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_PETRISSAGE);
  if (!light)
    session->techniques |= LIMBER_TECHNIQUE_BIT (limber_demo_roll (demo, LIMBER_TECHNIQUE_STRIPPING,
                                                                   LIMBER_TECHNIQUE_MYOFASCIAL_RELEASE));
  if (limber_demo_roll (demo, 0, 2) == 0)
    session->subjective = g_strdup (subjective[limber_demo_roll (demo, 0, G_N_ELEMENTS (subjective) - 1)]);
  if (limber_demo_roll (demo, 0, 2) == 0)
    session->plan = g_strdup (plan[limber_demo_roll (demo, 0, G_N_ELEMENTS (plan) - 1)]);
}

static void
describe_hangover (LimberDemo *demo, LimberSession *session, gboolean newest)
{
  session->hangover_level = -1;
  session->hangover_days = -1;
  if (newest || limber_demo_roll (demo, 0, 2) > 0)
    return;
  session->hangover_level = limber_demo_roll (demo, 0, 4);
  session->hangover_days = session->hangover_level > 2 ? 2 : session->hangover_level > 0;
  session->hangover_asked_on = session->date + 3;
}

/**
 * limber_demo_put_session:
 * @newest: the client's last session so far, not yet asked about
 *
 * Returns: (transfer full): its id
 */
char *
limber_demo_put_session (LimberDemo *demo, const LimberDemoVisit *visit, const char *appointment_id, gboolean newest)
{
  LimberSession *session = limber_session_new ();
  gboolean running = visit->status == LIMBER_APPOINTMENT_STATUS_IN_SESSION;
  char *id = limber_demo_uuid (demo);

  session->base.id = g_strdup (id);
  session->client_id = g_strdup (visit->client_id);
  session->staff_id = g_strdup (demo->staff[visit->time.staff]);
  session->appointment_id = g_strdup (appointment_id);
  session->date = visit->time.date;
  session->started_at = instant_of (demo, &visit->time);
  session->ended_at = running ? 0 : session->started_at + visit->minutes * 60;
  session->entered_at = running ? session->started_at : session->ended_at + 120;
  session->planned_minutes = visit->minutes;
  session->state = running ? LIMBER_SESSION_STATE_RUNNING : LIMBER_SESSION_STATE_COMPLETED;
  session->kind = visit->kind;
  session->relaxation = running ? -1 : limber_demo_roll (demo, 5, 9);
  describe_work (demo, session, visit);
  describe_hangover (demo, session, newest);
  limber_demo_put (demo, &limber_session_type, session);
  return id;
}

/** limber_demo_put_finding: @after: -1 while unknown. @text: (nullable) */
void
limber_demo_put_finding (LimberDemo *demo, const char *session_id, const char *client_id, const LimberDemoSpot *spot,
                         int after, LimberFindingStatus status, const char *text)
{
  LimberFinding *finding = limber_finding_new ();

  finding->base.id = limber_demo_uuid (demo);
  finding->session_id = g_strdup (session_id);
  finding->client_id = g_strdup (client_id);
  finding->area = spot->area;
  finding->side = spot->side;
  finding->type = spot->type;
  finding->severity_before = spot->severity;
  finding->severity_after = after;
  finding->source = spot->unaware ? LIMBER_FINDING_SOURCE_THERAPIST : LIMBER_FINDING_SOURCE_CLIENT;
  finding->unaware = spot->unaware;
  finding->text = g_strdup (text);
  finding->status = status;
  finding->offset_seconds = limber_demo_roll (demo, 120, 1500);
  limber_demo_put (demo, &limber_finding_type, finding);
}

/* Three of the client's spots; all but the newest visit's are settled. */
static void
put_findings (LimberDemo *demo, const char *session_id, const char *client_id, guint first_spot, guint visits_ago)
{
  for (guint i = 0; i < 3; i++)
    {
      LimberDemoSpot spot = spots[(first_spot + i * 4) % G_N_ELEMENTS (spots)];
      int after;

      if (i == 2 && limber_demo_roll (demo, 0, 1))
        continue;
      spot.severity += limber_demo_roll (demo, -2, 2);
      spot.severity = CLAMP (spot.severity, 1, 9);
      spot.unaware = spot.unaware && visits_ago % 5 == 4;
      after = spot.severity - limber_demo_roll (demo, 1, 3);
      after = MAX (after, 0);
      limber_demo_put_finding (demo, session_id, client_id, &spot, after,
                               visits_ago > 0 ? LIMBER_FINDING_STATUS_RESOLVED : LIMBER_FINDING_STATUS_OPEN, NULL);
    }
}

/**
 * limber_demo_put_history:
 * @name: (nullable): whose findings are scripted
 * @days_ago: (array length=n_visits): of completed visits, the newest first; about so many, but for the newest
 *   visit of somebody with a name
 *
 * Returns: the day of the newest
 */
LimberDate
limber_demo_put_history (LimberDemo *demo, const char *client_id, guint staff, const int *days_ago, guint n_visits,
                         int minutes, const char *name)
{
  LimberDate newest = LIMBER_DATE_NONE;
  guint first_spot = (guint) limber_demo_roll (demo, 0, G_N_ELEMENTS (spots) - 1);

  for (guint i = 0; i < n_visits && !demo->error; i++)
    {
      LimberDemoVisit visit = {
        .client_id = client_id, .minutes = minutes, .kind = LIMBER_KIND_MAINTENANCE, .intent = LIMBER_WORK_DEEP,
        .status = LIMBER_APPOINTMENT_STATUS_COMPLETED,
      };
      LimberDate date = demo->options->today - days_ago[i];
      g_autofree char *appointment = NULL, *session = NULL;

      limber_demo_find_slot (demo, staff, date, FALSE, &visit.time);
      if (i == 0 && name)
        visit.time.date = date;
      newest = i == 0 ? visit.time.date : newest;
      appointment = limber_demo_put_appointment (demo, &visit);
      session = limber_demo_put_session (demo, &visit, appointment, i == 0);
      if (!limber_demo_put_scripted (demo, name, (int) i, session, client_id))
        put_findings (demo, session, client_id, first_spot, i);
    }
  return newest;
}
