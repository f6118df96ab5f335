/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "domain/motion.h"

G_BEGIN_DECLS

/** LimberSessionState: where a session stands. Amending keeps it completed. */
typedef enum {
  LIMBER_SESSION_STATE_NONE,
  LIMBER_SESSION_STATE_RUNNING,
  LIMBER_SESSION_STATE_WRAP_UP,
  LIMBER_SESSION_STATE_COMPLETED,
  LIMBER_SESSION_STATE_VOIDED,
} LimberSessionState;

const char *limber_session_state_id (LimberSessionState value);
LimberSessionState limber_session_state_from_id (const char *id);

/** LimberBlockedKind: why nobody can be booked. */
typedef enum {
  LIMBER_BLOCKED_KIND_NONE,
  LIMBER_BLOCKED_KIND_BREAK,
  LIMBER_BLOCKED_KIND_MEETING,
  LIMBER_BLOCKED_KIND_LEAVE,
  LIMBER_BLOCKED_KIND_HOLIDAY,
  LIMBER_BLOCKED_KIND_OTHER,
} LimberBlockedKind;

const char *limber_blocked_kind_id (LimberBlockedKind value);
LimberBlockedKind limber_blocked_kind_from_id (const char *id);

/** LimberPauseReason: why a client does not come for a while. */
typedef enum {
  LIMBER_PAUSE_REASON_NONE,
  LIMBER_PAUSE_REASON_INJURY,
  LIMBER_PAUSE_REASON_OFF_SEASON,
  LIMBER_PAUSE_REASON_TRAVEL,
  LIMBER_PAUSE_REASON_OTHER,
} LimberPauseReason;

const char *limber_pause_reason_id (LimberPauseReason value);
LimberPauseReason limber_pause_reason_from_id (const char *id);

/** LimberNudgeAnswer: what became of a nudge. */
typedef enum {
  LIMBER_NUDGE_ANSWER_NONE,
  LIMBER_NUDGE_ANSWER_BOOKED,
  LIMBER_NUDGE_ANSWER_SNOOZED,
  LIMBER_NUDGE_ANSWER_CONTACTED,
  LIMBER_NUDGE_ANSWER_PAUSED,
  LIMBER_NUDGE_ANSWER_OPTED_OUT,
} LimberNudgeAnswer;

const char *limber_nudge_answer_id (LimberNudgeAnswer value);
LimberNudgeAnswer limber_nudge_answer_from_id (const char *id);

typedef enum {
  LIMBER_CONTACT_CHANNEL_NONE,
  LIMBER_CONTACT_CHANNEL_PHONE,
  LIMBER_CONTACT_CHANNEL_TEXT,
  LIMBER_CONTACT_CHANNEL_MAIL,
  LIMBER_CONTACT_CHANNEL_IN_PERSON,
} LimberContactChannel;

const char *limber_contact_channel_id (LimberContactChannel value);
LimberContactChannel limber_contact_channel_from_id (const char *id);

typedef enum {
  LIMBER_CONTACT_OUTCOME_NONE,
  LIMBER_CONTACT_OUTCOME_BOOKED,
  LIMBER_CONTACT_OUTCOME_WILL_CALL_BACK,
  LIMBER_CONTACT_OUTCOME_NO_ANSWER,
  LIMBER_CONTACT_OUTCOME_NOT_INTERESTED,
} LimberContactOutcome;

const char *limber_contact_outcome_id (LimberContactOutcome value);
LimberContactOutcome limber_contact_outcome_from_id (const char *id);

G_END_DECLS
