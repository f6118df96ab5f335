/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/race-rules.h"

G_BEGIN_DECLS

/* Why a day is judged as it is: each reason with its rule and where the rule comes from. */
GtkWidget *limber_reasons_new (const LimberPlanInput *input, LimberDate date);

G_END_DECLS
