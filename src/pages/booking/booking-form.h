/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/work.h"
#include "pages/parts/time-wish.h"

G_BEGIN_DECLS

/** LimberBookingFields: what the form says. @staff_id is %NULL for any therapist, and borrowed. */
typedef struct {
  int minutes;
  LimberKind kind;
  LimberWork intent;
  const char *staff_id;
} LimberBookingFields;

#define LIMBER_TYPE_BOOKING_FORM (limber_booking_form_get_type ())
G_DECLARE_FINAL_TYPE (LimberBookingForm, limber_booking_form, LIMBER, BOOKING_FORM, AdwBin)

/* Signal: changed, when a person changed something. */
GtkWidget          *limber_booking_form_new (GtkWidget *client_picker);
void                limber_booking_form_add_wish (LimberBookingForm *self, const LimberTimeWish *wish);
void                limber_booking_form_set_staff (LimberBookingForm *self, GPtrArray *staff);
void                limber_booking_form_set_preferred (LimberBookingForm *self, const char *staff_id);
void                limber_booking_form_set_fields (LimberBookingForm *self, const LimberBookingFields *fields);
LimberBookingFields limber_booking_form_get_fields (LimberBookingForm *self);

G_END_DECLS
