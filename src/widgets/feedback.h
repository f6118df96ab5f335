/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*LimberFeedbackFunc) (gpointer data);

void limber_feedback_toast (GtkWidget *widget, const char *text);
void limber_feedback_undo (GtkWidget *widget, const char *text, LimberFeedbackFunc callback, gpointer data,
                           GDestroyNotify destroy);
void limber_feedback_button (GtkWidget *widget, const char *text, const char *label,
                             LimberFeedbackFunc callback, gpointer data, GDestroyNotify destroy);
void limber_feedback_offer (GtkWidget *widget, const char *text, const char *label,
                            LimberFeedbackFunc callback, gpointer data, GDestroyNotify destroy);
void limber_feedback_error (GtkWidget *widget, const GError *error);

G_END_DECLS
