/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_SCORE_PICKER (limber_score_picker_get_type ())
G_DECLARE_FINAL_TYPE (LimberScorePicker, limber_score_picker, LIMBER, SCORE_PICKER, GtkBox)

/* Signal: changed, after a choice of the user. */
GtkWidget *limber_score_picker_new (const char *title, const char *low, const char *high);
int        limber_score_picker_get (LimberScorePicker *self);
void       limber_score_picker_set (LimberScorePicker *self, int score);

G_END_DECLS
