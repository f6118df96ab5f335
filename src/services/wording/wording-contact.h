/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/states.h"

G_BEGIN_DECLS

const char *limber_wording_contact_channel (LimberContactChannel channel);
const char *limber_wording_contact_outcome (LimberContactOutcome outcome);
const char *limber_wording_pause_reason (LimberPauseReason reason);

G_END_DECLS
