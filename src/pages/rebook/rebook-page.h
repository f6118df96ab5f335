/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_REBOOK_PAGE (limber_rebook_page_get_type ())
G_DECLARE_FINAL_TYPE (LimberRebookPage, limber_rebook_page, LIMBER, REBOOK_PAGE, AdwBin)

GtkWidget *limber_rebook_page_new (LimberStore *store, LimberClock *clock);

G_END_DECLS
