/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/session/session-room.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_AUTOSAVE (limber_autosave_get_type ())
G_DECLARE_FINAL_TYPE (LimberAutosave, limber_autosave, LIMBER, AUTOSAVE, GObject)

/* Signals: problem (char *message), solved. */
LimberAutosave *limber_autosave_new (LimberSessionRoom *room, LimberSessionText field);
GtkTextBuffer  *limber_autosave_get_buffer (LimberAutosave *self);
void            limber_autosave_flush (LimberAutosave *self);

G_END_DECLS
