/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/race-rules.h"
#include "store/appointment.h"
#include "store/next-visit.h"

G_BEGIN_DECLS

/* Small pieces that Today, the schedule and the booking dialog build their rows from. */

GtkWidget  *limber_page_label (const char *text, const char *css_class);
GtkWidget  *limber_page_wrapped_label (const char *text, const char *css_class);
GtkWidget  *limber_page_icon_label (const char *icon_name, const char *text, const char *css_class);
GtkWidget  *limber_page_verdict_chip (LimberVerdict verdict, const char *reason);
GtkWidget  *limber_page_verdict_chip_why (LimberVerdict verdict, const char *reason, const LimberPlanInput *input,
                                          LimberDate date);
GtkWidget  *limber_page_therapist_bar (int color);
void        limber_page_clear (GtkWidget *container);
const char *limber_page_status_icon (LimberAppointmentStatus status);
GVariant   *limber_page_book_args (const char *client, const char *staff, gint64 start, const char *appointment);
GVariant   *limber_page_book_visit_args (const char *client, const LimberNextVisit *visit);

G_END_DECLS
