/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/finding.h"
#include "domain/work.h"
#include "services/demo/demo-clinic.h"
#include "store/record.h"

G_BEGIN_DECLS

#define LIMBER_DEMO_STAFF_MAX 12
#define LIMBER_DEMO_N_TEAMS 4
#define LIMBER_DEMO_N_RACES 13

/* Teams, staff and races of the demo by index. */
enum { TEAM_NONE = -1, TEAM_HARRIER, TEAM_OWLS, TEAM_COLLEGE, TEAM_FOXGLOVE };
enum { STAFF_INES, STAFF_JONAH, STAFF_PRIYA };
enum {
  RACE_MILE, RACE_HILL, RACE_TRACK, RACE_HALF, RACE_MARATHON, RACE_FOXGLOVE, RACE_CONFERENCE, RACE_LANTERN,
  RACE_QUARRY, RACE_SUMMER, RACE_SPRING_HALF, RACE_LANTERN_WINTER, RACE_SPRING_MARATHON,
};

/**
 * LimberDemo:
 *
 * The state of one run of the generator. After the first error nothing more is written.
 */
typedef struct {
  LimberDb *db;
  const LimberDemoOptions *options;
  GCancellable *cancellable;
  GRand *rand;
  guint32 n_ids;
  GError *error;
  GHashTable *clients; /* name → id, of the persons of the cast */
  char *staff[LIMBER_DEMO_STAFF_MAX];
  guint n_staff;
  guint n_to_confirm; /* booked for the next working day so far */
  char *teams[LIMBER_DEMO_N_TEAMS];
  char *races[LIMBER_DEMO_N_RACES];
  GHashTable *taken; /* set of therapist, day and slot */
  LimberDate day; /* on which the change log says that it is written; none is today */
  gboolean crowd; /* only the clients themselves go into the change log */
} LimberDemo;

/** LimberDemoTime: a slot in the book of one therapist. */
typedef struct {
  guint staff;
  LimberDate date;
  int minute;
} LimberDemoTime;

/**
 * LimberDemoVisit:
 * @status: of the appointment; a session belongs to a completed one and to one in session
 */
typedef struct {
  const char *client_id;
  LimberDemoTime time;
  int minutes;
  LimberKind kind;
  LimberWork intent;
  LimberAppointmentStatus status;
} LimberDemoVisit;

/** LimberDemoSpot: where a client tends to be tight. */
typedef struct {
  LimberArea area;
  LimberSide side;
  LimberFindingType type;
  int severity;
  gboolean unaware;
} LimberDemoSpot;

/**
 * LimberDemoScript:
 * @visits_ago: 0 is the newest completed visit before today, %LIMBER_DEMO_ON_TABLE the running one
 * @after: -1 while unknown
 *
 * A finding that has to be just so. A visit with scripts has no other findings. The last has no @name.
 */
typedef struct {
  const char *name;
  int visits_ago;
  LimberDemoSpot spot;
  int after;
  const char *text;
} LimberDemoScript;

#define LIMBER_DEMO_ON_TABLE (-1)

/* demo-clinic.c */
char *limber_demo_uuid (LimberDemo *demo);
void  limber_demo_put (LimberDemo *demo, const LimberRecordType *type, gpointer record);
int   limber_demo_roll (LimberDemo *demo, int from, int to);

/* demo-book.c */
gboolean limber_demo_find_slot (LimberDemo *demo, guint staff, LimberDate near_date, gboolean must_fit,
                                LimberDemoTime *time);
void     limber_demo_take (LimberDemo *demo, const LimberDemoTime *time, int minutes);
void     limber_demo_put_hours (LimberDemo *demo);

/* demo-calendar.c */
void limber_demo_put_calendar (LimberDemo *demo);

/* demo-visit.c */
char *limber_demo_put_appointment (LimberDemo *demo, const LimberDemoVisit *visit);
char *limber_demo_put_session (LimberDemo *demo, const LimberDemoVisit *visit, const char *appointment_id,
                               gboolean newest);
void  limber_demo_put_finding (LimberDemo *demo, const char *session_id, const char *client_id,
                               const LimberDemoSpot *spot, int after, LimberFindingStatus status, const char *text);
LimberDate limber_demo_put_history (LimberDemo *demo, const char *client_id, guint staff, const int *days_ago,
                               guint n_visits, int minutes, const char *name);

/* demo-script.c */
gboolean limber_demo_put_scripted (LimberDemo *demo, const char *name, int visits_ago, const char *session_id,
                                   const char *client_id);

/* demo-cast.c, demo-crowd.c */
guint limber_demo_put_cast (LimberDemo *demo);
void  limber_demo_put_cast_visits (LimberDemo *demo);
void  limber_demo_put_cast_extras (LimberDemo *demo);
void  limber_demo_put_crowd (LimberDemo *demo, guint n_clients);

G_END_DECLS
