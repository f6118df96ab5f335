/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void limber_preferences_desk_add (AdwPreferencesPage *page, GSettings *settings);

G_END_DECLS
