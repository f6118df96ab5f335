/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/session/session-room.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_WRAP_UP_PAGE (limber_wrap_up_page_get_type ())
G_DECLARE_FINAL_TYPE (LimberWrapUpPage, limber_wrap_up_page, LIMBER, WRAP_UP_PAGE, AdwBin)

void limber_wrap_up_page_set_room (LimberWrapUpPage *self, LimberSessionRoom *room);
gboolean limber_wrap_up_page_is_settled (LimberWrapUpPage *self);
void limber_wrap_up_page_print (LimberWrapUpPage *self);
void limber_wrap_up_page_flush (LimberWrapUpPage *self);

G_END_DECLS
