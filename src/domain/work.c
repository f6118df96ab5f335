/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/work.h"

static const char *const kind_ids[] = {
  [LIMBER_KIND_MAINTENANCE] = "maintenance",
  [LIMBER_KIND_PRE_EVENT] = "pre-event",
  [LIMBER_KIND_INTER_EVENT] = "inter-event",
  [LIMBER_KIND_POST_EVENT] = "post-event",
  [LIMBER_KIND_REHABILITATION] = "rehabilitation",
};

/** limber_kind_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_kind_id (LimberKind value)
{
  return (guint) value < G_N_ELEMENTS (kind_ids) ? kind_ids[value] : NULL;
}

/** limber_kind_from_id: Returns: the value with this id, else %LIMBER_KIND_NONE. */
LimberKind
limber_kind_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (kind_ids); i++)
    if (g_strcmp0 (kind_ids[i], id) == 0)
      return (LimberKind) i;
  return LIMBER_KIND_NONE;
}

static const char *const workouts_ids[] = {
  [LIMBER_WORKOUTS_BETTER] = "better",
  [LIMBER_WORKOUTS_SAME] = "same",
  [LIMBER_WORKOUTS_WORSE] = "worse",
};

/** limber_workouts_id: Returns: (nullable): the stable id that the database uses. */
const char *
limber_workouts_id (LimberWorkouts value)
{
  return (guint) value < G_N_ELEMENTS (workouts_ids) ? workouts_ids[value] : NULL;
}

/** limber_workouts_from_id: Returns: the value with this id, else %LIMBER_WORKOUTS_NONE. */
LimberWorkouts
limber_workouts_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (workouts_ids); i++)
    if (g_strcmp0 (workouts_ids[i], id) == 0)
      return (LimberWorkouts) i;
  return LIMBER_WORKOUTS_NONE;
}

static const char *const style_ids[] = {
  [LIMBER_STYLE_RELAXATION] = "relaxation",
  [LIMBER_STYLE_SPORTS] = "sports",
  [LIMBER_STYLE_DEEP_TISSUE] = "deep-tissue",
  [LIMBER_STYLE_LIGHT] = "light",
};

/** limber_style_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_style_id (LimberStyle value)
{
  return (guint) value < G_N_ELEMENTS (style_ids) ? style_ids[value] : NULL;
}

/** limber_style_from_id: Returns: the value with this id, else %LIMBER_STYLE_NONE. */
LimberStyle
limber_style_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (style_ids); i++)
    if (g_strcmp0 (style_ids[i], id) == 0)
      return (LimberStyle) i;
  return LIMBER_STYLE_NONE;
}

static const char *const technique_ids[] = {
  [LIMBER_TECHNIQUE_EFFLEURAGE] = "effleurage",
  [LIMBER_TECHNIQUE_PETRISSAGE] = "petrissage",
  [LIMBER_TECHNIQUE_STRIPPING] = "stripping",
  [LIMBER_TECHNIQUE_FRICTION] = "friction",
  [LIMBER_TECHNIQUE_COMPRESSION] = "compression",
  [LIMBER_TECHNIQUE_TRIGGER_POINT_PRESSURE] = "trigger-point-pressure",
  [LIMBER_TECHNIQUE_MYOFASCIAL_RELEASE] = "myofascial-release",
  [LIMBER_TECHNIQUE_TAPOTEMENT] = "tapotement",
  [LIMBER_TECHNIQUE_VIBRATION] = "vibration",
  [LIMBER_TECHNIQUE_TRACTION] = "traction",
  [LIMBER_TECHNIQUE_PASSIVE_STRETCHING] = "passive-stretching",
  [LIMBER_TECHNIQUE_CONTRACT_RELAX] = "contract-relax",
  [LIMBER_TECHNIQUE_HEAT] = "heat",
  [LIMBER_TECHNIQUE_COLD] = "cold",
};

/** limber_technique_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_technique_id (LimberTechnique value)
{
  return (guint) value < G_N_ELEMENTS (technique_ids) ? technique_ids[value] : NULL;
}

/** limber_technique_from_id: Returns: the value with this id, else %LIMBER_TECHNIQUE_NONE. */
LimberTechnique
limber_technique_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (technique_ids); i++)
    if (g_strcmp0 (technique_ids[i], id) == 0)
      return (LimberTechnique) i;
  return LIMBER_TECHNIQUE_NONE;
}

static const char *const appointment_status_ids[] = {
  [LIMBER_APPOINTMENT_STATUS_BOOKED] = "booked",
  [LIMBER_APPOINTMENT_STATUS_CONFIRMED] = "confirmed",
  [LIMBER_APPOINTMENT_STATUS_ARRIVED] = "arrived",
  [LIMBER_APPOINTMENT_STATUS_IN_SESSION] = "in-session",
  [LIMBER_APPOINTMENT_STATUS_COMPLETED] = "completed",
  [LIMBER_APPOINTMENT_STATUS_CANCELLED] = "cancelled",
  [LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED] = "late-cancelled",
  [LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE] = "did-not-arrive",
};

/** limber_appointment_status_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_appointment_status_id (LimberAppointmentStatus value)
{
  return (guint) value < G_N_ELEMENTS (appointment_status_ids) ? appointment_status_ids[value] : NULL;
}

/** limber_appointment_status_from_id: Returns: the value with this id, else %LIMBER_APPOINTMENT_STATUS_NONE. */
LimberAppointmentStatus
limber_appointment_status_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (appointment_status_ids); i++)
    if (g_strcmp0 (appointment_status_ids[i], id) == 0)
      return (LimberAppointmentStatus) i;
  return LIMBER_APPOINTMENT_STATUS_NONE;
}

static const char *const staff_role_ids[] = {
  [LIMBER_STAFF_ROLE_THERAPIST] = "therapist",
  [LIMBER_STAFF_ROLE_FRONT_DESK] = "front-desk",
};

/** limber_staff_role_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_staff_role_id (LimberStaffRole value)
{
  return (guint) value < G_N_ELEMENTS (staff_role_ids) ? staff_role_ids[value] : NULL;
}

/** limber_staff_role_from_id: Returns: the value with this id, else %LIMBER_STAFF_ROLE_NONE. */
LimberStaffRole
limber_staff_role_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (staff_role_ids); i++)
    if (g_strcmp0 (staff_role_ids[i], id) == 0)
      return (LimberStaffRole) i;
  return LIMBER_STAFF_ROLE_NONE;
}

static const char *const health_kind_ids[] = {
  [LIMBER_HEALTH_KIND_CONTRAINDICATION] = "contraindication",
  [LIMBER_HEALTH_KIND_ALLERGY] = "allergy",
  [LIMBER_HEALTH_KIND_INJURY] = "injury",
  [LIMBER_HEALTH_KIND_SURGERY] = "surgery",
  [LIMBER_HEALTH_KIND_MEDICATION] = "medication",
  [LIMBER_HEALTH_KIND_PREGNANCY] = "pregnancy",
  [LIMBER_HEALTH_KIND_IMPLANT] = "implant",
  [LIMBER_HEALTH_KIND_RED_FLAG] = "red-flag",
};

/** limber_health_kind_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_health_kind_id (LimberHealthKind value)
{
  return (guint) value < G_N_ELEMENTS (health_kind_ids) ? health_kind_ids[value] : NULL;
}

/** limber_health_kind_from_id: Returns: the value with this id, else %LIMBER_HEALTH_KIND_NONE. */
LimberHealthKind
limber_health_kind_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (health_kind_ids); i++)
    if (g_strcmp0 (health_kind_ids[i], id) == 0)
      return (LimberHealthKind) i;
  return LIMBER_HEALTH_KIND_NONE;
}

static const char *const health_scope_ids[] = {
  [LIMBER_HEALTH_SCOPE_TOTAL] = "total",
  [LIMBER_HEALTH_SCOPE_LOCAL] = "local",
  [LIMBER_HEALTH_SCOPE_CLEARANCE] = "clearance",
};

/** limber_health_scope_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_health_scope_id (LimberHealthScope value)
{
  return (guint) value < G_N_ELEMENTS (health_scope_ids) ? health_scope_ids[value] : NULL;
}

/** limber_health_scope_from_id: Returns: the value with this id, else %LIMBER_HEALTH_SCOPE_NONE. */
LimberHealthScope
limber_health_scope_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (health_scope_ids); i++)
    if (g_strcmp0 (health_scope_ids[i], id) == 0)
      return (LimberHealthScope) i;
  return LIMBER_HEALTH_SCOPE_NONE;
}

/**
 * limber_work_of_session:
 * @pressure: Walton 1–5, 0 when not recorded
 * @style: the style of the session
 * @techniques: mask of LIMBER_TECHNIQUE_BIT()
 *
 * Light work is pressure 2 or less, without a deep technique and not in deep-tissue style. All else is
 * deep: medium pressure too, and work whose pressure nobody noted.
 */
LimberWork
limber_work_of_session (int pressure, LimberStyle style, guint techniques)
{
  const guint deep = LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_STRIPPING) | LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_FRICTION)
                     | LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_TRIGGER_POINT_PRESSURE)
                     | LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_MYOFASCIAL_RELEASE);

  if (pressure < LIMBER_PRESSURE_MIN || pressure > LIMBER_PRESSURE_LIGHT_MAX)
    return LIMBER_WORK_DEEP;
  return style == LIMBER_STYLE_DEEP_TISSUE || (techniques & deep) ? LIMBER_WORK_DEEP : LIMBER_WORK_LIGHT;
}

/** limber_minutes_are_usual: Returns: whether the length lies in 30–60, the range of rule A2. */
gboolean
limber_minutes_are_usual (int minutes)
{
  return minutes >= 30 && minutes <= 60;
}

/** limber_appointment_status_is_future: Returns: whether a client with such an appointment today or later is booked. */
gboolean
limber_appointment_status_is_future (LimberAppointmentStatus status)
{
  return status >= LIMBER_APPOINTMENT_STATUS_BOOKED && status <= LIMBER_APPOINTMENT_STATUS_IN_SESSION;
}

/** limber_appointment_status_holds_slot: Returns: whether the appointment occupies its therapist's time. */
gboolean
limber_appointment_status_holds_slot (LimberAppointmentStatus status)
{
  return status >= LIMBER_APPOINTMENT_STATUS_BOOKED && status <= LIMBER_APPOINTMENT_STATUS_COMPLETED;
}
