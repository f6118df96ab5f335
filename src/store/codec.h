/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LimberCodec: how an enumeration is written in the database: its domain ids; 0 is NULL. */
typedef struct {
  const char *(*to_id) (int value);
  int (*from_id) (const char *id);
} LimberCodec;

extern const LimberCodec limber_codec_area;
extern const LimberCodec limber_codec_side;
extern const LimberCodec limber_codec_finding_type;
extern const LimberCodec limber_codec_pain_quality;
extern const LimberCodec limber_codec_finding_source;
extern const LimberCodec limber_codec_finding_status;
extern const LimberCodec limber_codec_kind;
extern const LimberCodec limber_codec_style;
extern const LimberCodec limber_codec_workouts;
extern const LimberCodec limber_codec_work;
extern const LimberCodec limber_codec_appointment_status;
extern const LimberCodec limber_codec_staff_role;
extern const LimberCodec limber_codec_health_kind;
extern const LimberCodec limber_codec_health_scope;
extern const LimberCodec limber_codec_session_state;
extern const LimberCodec limber_codec_blocked_kind;
extern const LimberCodec limber_codec_motion;
extern const LimberCodec limber_codec_pause_reason;
extern const LimberCodec limber_codec_nudge_answer;
extern const LimberCodec limber_codec_contact_channel;
extern const LimberCodec limber_codec_contact_outcome;

G_END_DECLS
