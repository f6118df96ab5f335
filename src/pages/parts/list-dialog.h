/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LimberListDialog:
 * @list: to be filled
 * @hint: the sentence above it
 * @header: for buttons
 *
 * What a window with a list is made of. Escape closes it; while the list is empty it says what the empty page says.
 */
typedef struct {
  GtkListBox *list;
  GtkLabel *hint;
  AdwHeaderBar *header;
  GtkStack *stack;
} LimberListDialog;

void limber_list_dialog_build (AdwWindow *window, GtkWidget *opener, const char *title, const char *icon_name,
                               const char *empty_title, const char *empty_text, LimberListDialog *parts);
void limber_list_dialog_clear (LimberListDialog *parts);
void limber_list_dialog_finish (LimberListDialog *parts, const char *hint);
GtkWidget *limber_list_dialog_button (const char *icon_name, const char *name);

G_END_DECLS
