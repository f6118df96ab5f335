/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LimberKind:
 *
 * Why a client comes.
 */
typedef enum {
  LIMBER_KIND_NONE,
  LIMBER_KIND_MAINTENANCE,
  LIMBER_KIND_PRE_EVENT,
  LIMBER_KIND_INTER_EVENT,
  LIMBER_KIND_POST_EVENT,
  LIMBER_KIND_REHABILITATION,
} LimberKind;

#define LIMBER_KIND_LAST LIMBER_KIND_REHABILITATION

const char *limber_kind_id (LimberKind value);
LimberKind limber_kind_from_id (const char *id);

/**
 * LimberStyle:
 *
 * One per session. %LIMBER_STYLE_LIGHT is the light flush.
 */
typedef enum {
  LIMBER_STYLE_NONE,
  LIMBER_STYLE_RELAXATION,
  LIMBER_STYLE_SPORTS,
  LIMBER_STYLE_DEEP_TISSUE,
  LIMBER_STYLE_LIGHT,
} LimberStyle;

#define LIMBER_STYLE_LAST LIMBER_STYLE_LIGHT

const char *limber_style_id (LimberStyle value);
LimberStyle limber_style_from_id (const char *id);

/**
 * LimberTechnique:
 *
 * After the taxonomy of Sherman 2006, shortened. A set is a mask of
 * LIMBER_TECHNIQUE_BIT (technique).
 */
typedef enum {
  LIMBER_TECHNIQUE_NONE,
  LIMBER_TECHNIQUE_EFFLEURAGE,
  LIMBER_TECHNIQUE_PETRISSAGE,
  LIMBER_TECHNIQUE_STRIPPING,
  LIMBER_TECHNIQUE_FRICTION,
  LIMBER_TECHNIQUE_COMPRESSION,
  LIMBER_TECHNIQUE_TRIGGER_POINT_PRESSURE,
  LIMBER_TECHNIQUE_MYOFASCIAL_RELEASE,
  LIMBER_TECHNIQUE_TAPOTEMENT,
  LIMBER_TECHNIQUE_VIBRATION,
  LIMBER_TECHNIQUE_TRACTION,
  LIMBER_TECHNIQUE_PASSIVE_STRETCHING,
  LIMBER_TECHNIQUE_CONTRACT_RELAX,
  LIMBER_TECHNIQUE_HEAT,
  LIMBER_TECHNIQUE_COLD,
} LimberTechnique;

#define LIMBER_TECHNIQUE_LAST LIMBER_TECHNIQUE_COLD

const char *limber_technique_id (LimberTechnique value);
LimberTechnique limber_technique_from_id (const char *id);

/**
 * LimberAppointmentStatus:
 *
 * The states of a planned slot.
 */
typedef enum {
  LIMBER_APPOINTMENT_STATUS_NONE,
  LIMBER_APPOINTMENT_STATUS_BOOKED,
  LIMBER_APPOINTMENT_STATUS_CONFIRMED,
  LIMBER_APPOINTMENT_STATUS_ARRIVED,
  LIMBER_APPOINTMENT_STATUS_IN_SESSION,
  LIMBER_APPOINTMENT_STATUS_COMPLETED,
  LIMBER_APPOINTMENT_STATUS_CANCELLED,
  LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED,
  LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE,
} LimberAppointmentStatus;

#define LIMBER_APPOINTMENT_STATUS_LAST LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE

const char *limber_appointment_status_id (LimberAppointmentStatus value);
LimberAppointmentStatus limber_appointment_status_from_id (const char *id);

/**
 * LimberStaffRole:
 *
 * What a person does in the clinic.
 */
typedef enum {
  LIMBER_STAFF_ROLE_NONE,
  LIMBER_STAFF_ROLE_THERAPIST,
  LIMBER_STAFF_ROLE_FRONT_DESK,
} LimberStaffRole;

#define LIMBER_STAFF_ROLE_LAST LIMBER_STAFF_ROLE_FRONT_DESK

const char *limber_staff_role_id (LimberStaffRole value);
LimberStaffRole limber_staff_role_from_id (const char *id);

/**
 * LimberHealthKind:
 *
 * What a health item is.
 */
typedef enum {
  LIMBER_HEALTH_KIND_NONE,
  LIMBER_HEALTH_KIND_CONTRAINDICATION,
  LIMBER_HEALTH_KIND_ALLERGY,
  LIMBER_HEALTH_KIND_INJURY,
  LIMBER_HEALTH_KIND_SURGERY,
  LIMBER_HEALTH_KIND_MEDICATION,
  LIMBER_HEALTH_KIND_PREGNANCY,
  LIMBER_HEALTH_KIND_IMPLANT,
  LIMBER_HEALTH_KIND_RED_FLAG,
} LimberHealthKind;

#define LIMBER_HEALTH_KIND_LAST LIMBER_HEALTH_KIND_RED_FLAG

const char *limber_health_kind_id (LimberHealthKind value);
LimberHealthKind limber_health_kind_from_id (const char *id);

/**
 * LimberHealthScope:
 *
 * What a contraindication forbids: all work, work on one area, or work until cleared.
 */
typedef enum {
  LIMBER_HEALTH_SCOPE_NONE,
  LIMBER_HEALTH_SCOPE_TOTAL,
  LIMBER_HEALTH_SCOPE_LOCAL,
  LIMBER_HEALTH_SCOPE_CLEARANCE,
} LimberHealthScope;

#define LIMBER_HEALTH_SCOPE_LAST LIMBER_HEALTH_SCOPE_CLEARANCE

const char *limber_health_scope_id (LimberHealthScope value);
LimberHealthScope limber_health_scope_from_id (const char *id);

/**
 * LimberWorkouts:
 *
 * How the workouts since a visit went, beside those before it.
 */
typedef enum {
  LIMBER_WORKOUTS_NONE,
  LIMBER_WORKOUTS_BETTER,
  LIMBER_WORKOUTS_SAME,
  LIMBER_WORKOUTS_WORSE,
} LimberWorkouts;

#define LIMBER_WORKOUTS_LAST LIMBER_WORKOUTS_WORSE

const char *limber_workouts_id (LimberWorkouts value);
LimberWorkouts limber_workouts_from_id (const char *id);

#define LIMBER_TECHNIQUE_BIT(technique) (1u << (technique))

/** LimberWork: the two kinds of work that the race rules judge. */
typedef enum {
  LIMBER_WORK_DEEP,
  LIMBER_WORK_LIGHT,
} LimberWork;

#define LIMBER_PRESSURE_MIN 1
#define LIMBER_PRESSURE_MAX 5
#define LIMBER_PRESSURE_LIGHT_MAX 2

#define LIMBER_MINUTES_DEFAULT 45
#define LIMBER_MINUTES_MIN 10
#define LIMBER_MINUTES_MAX 180

LimberWork limber_work_of_session (int pressure, LimberStyle style, guint techniques);
gboolean   limber_minutes_are_usual (int minutes);
gboolean   limber_appointment_status_is_future (LimberAppointmentStatus status);
gboolean   limber_appointment_status_holds_slot (LimberAppointmentStatus status);

G_END_DECLS
