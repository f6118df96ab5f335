/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording.h"

#include <glib/gi18n-lib.h>

static const char *
word (const char *const *words, gsize n, guint value)
{
  return value < n && words[value] ? _(words[value]) : "";
}

#define WORD(words, value) word ((words), G_N_ELEMENTS (words), (guint) (value))

static const char *const kinds[] = {
  [LIMBER_KIND_MAINTENANCE] = N_("Maintenance"),
  [LIMBER_KIND_PRE_EVENT] = N_("Before an event"),
  [LIMBER_KIND_INTER_EVENT] = N_("Between events"),
  [LIMBER_KIND_POST_EVENT] = N_("After an event"),
  [LIMBER_KIND_REHABILITATION] = N_("Rehabilitation"),
};

/** limber_wording_kind: Returns: why a client comes. */
const char *
limber_wording_kind (LimberKind value)
{
  return WORD (kinds, value);
}

static const char *const styles[] = {
  [LIMBER_STYLE_RELAXATION] = N_("Relaxation"),
  [LIMBER_STYLE_SPORTS] = N_("Sports"),
  [LIMBER_STYLE_DEEP_TISSUE] = N_("Deep tissue"),
  [LIMBER_STYLE_LIGHT] = N_("Light (flush)"),
};

/** limber_wording_style: Returns: the style of a session. */
const char *
limber_wording_style (LimberStyle value)
{
  return WORD (styles, value);
}

static const char *const workouts[] = {
  [LIMBER_WORKOUTS_BETTER] = N_("Better"),
  [LIMBER_WORKOUTS_SAME] = N_("The same"),
  [LIMBER_WORKOUTS_WORSE] = N_("Worse"),
};

/** limber_wording_workouts: Returns: how the workouts went. */
const char *
limber_wording_workouts (LimberWorkouts value)
{
  return WORD (workouts, value);
}

static const char *const techniques[] = {
  [LIMBER_TECHNIQUE_EFFLEURAGE] = N_("Effleurage"),
  [LIMBER_TECHNIQUE_PETRISSAGE] = N_("Petrissage"),
  [LIMBER_TECHNIQUE_STRIPPING] = N_("Stripping"),
  [LIMBER_TECHNIQUE_FRICTION] = N_("Friction"),
  [LIMBER_TECHNIQUE_COMPRESSION] = N_("Compression"),
  [LIMBER_TECHNIQUE_TRIGGER_POINT_PRESSURE] = N_("Trigger point pressure"),
  [LIMBER_TECHNIQUE_MYOFASCIAL_RELEASE] = N_("Myofascial release"),
  [LIMBER_TECHNIQUE_TAPOTEMENT] = N_("Tapotement"),
  [LIMBER_TECHNIQUE_VIBRATION] = N_("Vibration"),
  [LIMBER_TECHNIQUE_TRACTION] = N_("Traction"),
  [LIMBER_TECHNIQUE_PASSIVE_STRETCHING] = N_("Passive stretching"),
  [LIMBER_TECHNIQUE_CONTRACT_RELAX] = N_("Contract-relax"),
  [LIMBER_TECHNIQUE_HEAT] = N_("Heat"),
  [LIMBER_TECHNIQUE_COLD] = N_("Cold"),
};

/** limber_wording_technique: Returns: the name of a technique. */
const char *
limber_wording_technique (LimberTechnique value)
{
  return WORD (techniques, value);
}

static const char *const appointment_statuses[] = {
  [LIMBER_APPOINTMENT_STATUS_BOOKED] = N_("Booked"),
  [LIMBER_APPOINTMENT_STATUS_CONFIRMED] = N_("Confirmed"),
  [LIMBER_APPOINTMENT_STATUS_ARRIVED] = N_("Arrived"),
  [LIMBER_APPOINTMENT_STATUS_IN_SESSION] = N_("In session"),
  [LIMBER_APPOINTMENT_STATUS_COMPLETED] = N_("Completed"),
  [LIMBER_APPOINTMENT_STATUS_CANCELLED] = N_("Cancelled"),
  [LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED] = N_("Cancelled late"),
  [LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE] = N_("Did not arrive"),
};

/** limber_wording_appointment_status: Returns: how an appointment stands. */
const char *
limber_wording_appointment_status (LimberAppointmentStatus value)
{
  return WORD (appointment_statuses, value);
}

static const char *const staff_roles[] = {
  [LIMBER_STAFF_ROLE_THERAPIST] = N_("Therapist"),
  [LIMBER_STAFF_ROLE_FRONT_DESK] = N_("Front desk"),
};

/** limber_wording_staff_role: Returns: what a person does in the clinic. */
const char *
limber_wording_staff_role (LimberStaffRole value)
{
  return WORD (staff_roles, value);
}

static const char *const health_kinds[] = {
  [LIMBER_HEALTH_KIND_CONTRAINDICATION] = N_("Contraindication"),
  [LIMBER_HEALTH_KIND_ALLERGY] = N_("Allergy"),
  [LIMBER_HEALTH_KIND_INJURY] = N_("Injury"),
  [LIMBER_HEALTH_KIND_SURGERY] = N_("Surgery"),
  [LIMBER_HEALTH_KIND_MEDICATION] = N_("Medication"),
  [LIMBER_HEALTH_KIND_PREGNANCY] = N_("Pregnancy"),
  [LIMBER_HEALTH_KIND_IMPLANT] = N_("Implant"),
  [LIMBER_HEALTH_KIND_RED_FLAG] = N_("Red flag"),
};

/** limber_wording_health_kind: Returns: what a health item is. */
const char *
limber_wording_health_kind (LimberHealthKind value)
{
  return WORD (health_kinds, value);
}

static const char *const health_scopes[] = {
  [LIMBER_HEALTH_SCOPE_TOTAL] = N_("No massage at all"),
  [LIMBER_HEALTH_SCOPE_LOCAL] = N_("Not on this area"),
  [LIMBER_HEALTH_SCOPE_CLEARANCE] = N_("Only once cleared"),
};

/** limber_wording_health_scope: Returns: what a contraindication forbids. */
const char *
limber_wording_health_scope (LimberHealthScope value)
{
  return WORD (health_scopes, value);
}

static const char *const pressures[] = {
  NULL, N_("Light lotioning"), N_("Heavy lotioning"), N_("Medium"), N_("Strong"), N_("Deep"),
};

/** limber_wording_pressure: Returns: the name of a step of the pressure scale, 1–5. */
const char *
limber_wording_pressure (int pressure)
{
  return pressure < LIMBER_PRESSURE_MIN ? "" : WORD (pressures, pressure);
}
