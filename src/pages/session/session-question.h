/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/session/session-concerns.h"

G_BEGIN_DECLS

/** LimberSessionAnswered: @consented: (nullable): the client who just agreed; not called when the answer is no */
typedef void (*LimberSessionAnswered) (const char *consented, gpointer data);

void limber_session_question_present (GtkWindow *parent, const LimberSessionConcerns *concerns,
                                      LimberSessionAnswered answered, gpointer data, GDestroyNotify destroy);

G_END_DECLS
