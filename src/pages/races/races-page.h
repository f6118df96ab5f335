/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RACES_PAGE (limber_races_page_get_type ())
G_DECLARE_FINAL_TYPE (LimberRacesPage, limber_races_page, LIMBER, RACES_PAGE, AdwBin)

GtkWidget *limber_races_page_new (LimberStore *store, LimberClock *clock);
void       limber_races_page_show (LimberRacesPage *self, const char *race_id, const char *client_id);

G_END_DECLS
