/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TIME_WISH_DAYS 7

/**
 * LimberTimeWish:
 * @days_box: the days of a week, in the order of the person's locale; none chosen means any
 * @times_box: from when, and when it has to be over
 * @days: by weekday, Monday first
 *
 * The controls for "Thursday after 4". The owner places both boxes.
 */
typedef struct {
  GtkWidget *days_box;
  GtkWidget *times_box;
  GtkWidget *days[LIMBER_TIME_WISH_DAYS];
  GtkWidget *from;
  GtkWidget *to;
} LimberTimeWish;

void  limber_time_wish_build (LimberTimeWish *wish, GCallback changed, gpointer data);
void  limber_time_wish_set (LimberTimeWish *wish, guint weekdays, int from_minute, int to_minute);
guint limber_time_wish_get_weekdays (const LimberTimeWish *wish);
int   limber_time_wish_get_from (const LimberTimeWish *wish);
int   limber_time_wish_get_to (const LimberTimeWish *wish);
char *limber_time_wish_weekday (int weekday, const char *format);

G_END_DECLS
