/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"
#include "store/schedule-facts.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SCHEDULE_MENU (limber_schedule_menu_get_type ())
G_DECLARE_FINAL_TYPE (LimberScheduleMenu, limber_schedule_menu, LIMBER, SCHEDULE_MENU, GObject)

LimberScheduleMenu *limber_schedule_menu_new (GtkWidget *page, LimberStore *store);
void                limber_schedule_menu_popup (LimberScheduleMenu *self, const LimberScheduleItem *item, GtkWidget *block);
void                limber_schedule_menu_cancel (LimberScheduleMenu *self, const LimberScheduleItem *item);
void                limber_schedule_menu_present (LimberScheduleMenu *self);

G_END_DECLS
