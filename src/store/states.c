/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/states.h"

/* Defines limber_NAME_id() and limber_NAME_from_id() over the array NAME_ids. */
#define DEFINE_IDS(Type, name)                                                                               \
  const char *limber_##name##_id (Type value)                                                                \
  {                                                                                                          \
    return (guint) value < G_N_ELEMENTS (name##_ids) ? name##_ids[value] : NULL;                             \
  }                                                                                                          \
                                                                                                             \
  Type limber_##name##_from_id (const char *id)                                                              \
  {                                                                                                          \
    for (guint i = 1; i < G_N_ELEMENTS (name##_ids); i++)                                                    \
      if (g_strcmp0 (name##_ids[i], id) == 0)                                                                \
        return (Type) i;                                                                                     \
    return (Type) 0;                                                                                         \
  }

static const char *const session_state_ids[] = {
  [LIMBER_SESSION_STATE_RUNNING] = "running",
  [LIMBER_SESSION_STATE_WRAP_UP] = "wrap-up",
  [LIMBER_SESSION_STATE_COMPLETED] = "completed",
  [LIMBER_SESSION_STATE_VOIDED] = "voided",
};

static const char *const blocked_kind_ids[] = {
  [LIMBER_BLOCKED_KIND_BREAK] = "break",
  [LIMBER_BLOCKED_KIND_MEETING] = "meeting",
  [LIMBER_BLOCKED_KIND_LEAVE] = "leave",
  [LIMBER_BLOCKED_KIND_HOLIDAY] = "holiday",
  [LIMBER_BLOCKED_KIND_OTHER] = "other",
};

static const char *const pause_reason_ids[] = {
  [LIMBER_PAUSE_REASON_INJURY] = "injury",
  [LIMBER_PAUSE_REASON_OFF_SEASON] = "off-season",
  [LIMBER_PAUSE_REASON_TRAVEL] = "travel",
  [LIMBER_PAUSE_REASON_OTHER] = "other",
};

static const char *const nudge_answer_ids[] = {
  [LIMBER_NUDGE_ANSWER_BOOKED] = "booked",       [LIMBER_NUDGE_ANSWER_SNOOZED] = "snoozed",
  [LIMBER_NUDGE_ANSWER_CONTACTED] = "contacted", [LIMBER_NUDGE_ANSWER_PAUSED] = "paused",
  [LIMBER_NUDGE_ANSWER_OPTED_OUT] = "opted-out",
};

static const char *const contact_channel_ids[] = {
  [LIMBER_CONTACT_CHANNEL_PHONE] = "phone",
  [LIMBER_CONTACT_CHANNEL_TEXT] = "text",
  [LIMBER_CONTACT_CHANNEL_MAIL] = "mail",
  [LIMBER_CONTACT_CHANNEL_IN_PERSON] = "in-person",
};

static const char *const contact_outcome_ids[] = {
  [LIMBER_CONTACT_OUTCOME_BOOKED] = "booked",
  [LIMBER_CONTACT_OUTCOME_WILL_CALL_BACK] = "will-call-back",
  [LIMBER_CONTACT_OUTCOME_NO_ANSWER] = "no-answer",
  [LIMBER_CONTACT_OUTCOME_NOT_INTERESTED] = "not-interested",
};

DEFINE_IDS (LimberSessionState, session_state)
DEFINE_IDS (LimberBlockedKind, blocked_kind)
DEFINE_IDS (LimberPauseReason, pause_reason)
DEFINE_IDS (LimberNudgeAnswer, nudge_answer)
DEFINE_IDS (LimberContactChannel, contact_channel)
DEFINE_IDS (LimberContactOutcome, contact_outcome)
