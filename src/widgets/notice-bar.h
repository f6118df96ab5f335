/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  LIMBER_NOTICE_INFO,
  LIMBER_NOTICE_WARNING,
  LIMBER_NOTICE_ALERT,
} LimberNotice;

#define LIMBER_TYPE_NOTICE_BAR (limber_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (LimberNoticeBar, limber_notice_bar, LIMBER, NOTICE_BAR, GtkWidget)

GtkWidget *limber_notice_bar_new (void);
void       limber_notice_bar_set (LimberNoticeBar *self, LimberNotice kind, const char *text, const char *button);

G_END_DECLS
