/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SCHEDULE_PAGE (limber_schedule_page_get_type ())
G_DECLARE_FINAL_TYPE (LimberSchedulePage, limber_schedule_page, LIMBER, SCHEDULE_PAGE, AdwBin)

GtkWidget *limber_schedule_page_new (LimberStore *store, LimberClock *clock);

G_END_DECLS
