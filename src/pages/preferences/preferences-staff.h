/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_PREFERENCES_STAFF (limber_preferences_staff_get_type ())
G_DECLARE_FINAL_TYPE (LimberPreferencesStaff, limber_preferences_staff, LIMBER, PREFERENCES_STAFF,
                      AdwPreferencesPage)

GtkWidget *limber_preferences_staff_new (LimberStore *store);

G_END_DECLS
