/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_WELCOME_PAGE (limber_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (LimberWelcomePage, limber_welcome_page, LIMBER, WELCOME_PAGE, AdwBin)

/* Signals: founded (therapist id, name, boolean import), demo-requested. */
GtkWidget *limber_welcome_page_new (LimberStore *store);

G_END_DECLS
