/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* The way from a key in a search to the list of what it finds, without a detour over the next frame. */
typedef struct _LimberQuickAnswer LimberQuickAnswer;

LimberQuickAnswer *limber_quick_answer_new (GtkEditable *entry);
void limber_quick_answer_free (LimberQuickAnswer *self);
void limber_quick_answer_asked (LimberQuickAnswer *self);
void limber_quick_answer_answered (LimberQuickAnswer *self);
gboolean limber_quick_answer_get_waiting (LimberQuickAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberQuickAnswer, limber_quick_answer_free)
