/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/follow-up.h"
#include "store/store.h"

G_BEGIN_DECLS

/* A question that is still open, wherever it stands: beside the day and in a record. */
const char *limber_question_icon (const LimberFollowUp *question);
char       *limber_question_words (const LimberFollowUp *question);
GtkWidget  *limber_question_button_new (LimberStore *store, LimberClock *clock, const LimberFollowUp *question);

G_END_DECLS
