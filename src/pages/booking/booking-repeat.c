/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/booking/booking-repeat.h"

#include <glib/gi18n-lib.h>

#include "domain/booking-rules.h"
#include "pages/parts/page-bits.h"
#include "widgets/widget-name.h"

#define DEFAULT_WEEKS 3
#define DEFAULT_TIMES 4

struct _LimberBookingRepeat {
  GtkBox parent_instance;

  GtkWidget *toggle;
  GtkWidget *fields;
  GtkWidget *weeks;
  GtkWidget *times;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberBookingRepeat, limber_booking_repeat, GTK_TYPE_BOX)

static void
on_changed (LimberBookingRepeat *self)
{
  gtk_widget_set_visible (self->fields, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->toggle)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
add_number (LimberBookingRepeat *self, const char *before, const char *after, const char *name, int min, int max, int value)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (min, max, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  limber_widget_name (spin, name);
  gtk_box_append (GTK_BOX (self->fields), gtk_label_new (before));
  gtk_box_append (GTK_BOX (self->fields), spin);
  gtk_box_append (GTK_BOX (self->fields), gtk_label_new (after));
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_changed), self);
  return spin;
}

static void
limber_booking_repeat_class_init (LimberBookingRepeatClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", LIMBER_TYPE_BOOKING_REPEAT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
limber_booking_repeat_init (LimberBookingRepeat *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->toggle = gtk_check_button_new_with_label (_("Repeat every 2 or 3 weeks"));
  self->fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_visible (self->fields, FALSE);
  gtk_box_append (GTK_BOX (self), self->toggle);
  gtk_box_append (GTK_BOX (self), self->fields);
  /* Translators: "every [3] weeks, [4] times" */
  self->weeks = add_number (self, _("every"), _("weeks,"), _("Weeks between two visits"), LIMBER_REPEAT_WEEKS_MIN,
                            LIMBER_REPEAT_WEEKS_MAX, DEFAULT_WEEKS);
  self->times = add_number (self, "", _("times"), _("Number of visits"), 2, LIMBER_REPEAT_TIMES_MAX, DEFAULT_TIMES);
  g_signal_connect_swapped (self->toggle, "toggled", G_CALLBACK (on_changed), self);
}

/** limber_booking_repeat_new: Returns: (transfer floating): asks whether and how often a booking comes back. */
GtkWidget *
limber_booking_repeat_new (void)
{
  return g_object_new (LIMBER_TYPE_BOOKING_REPEAT, NULL);
}

int
limber_booking_repeat_get_weeks (LimberBookingRepeat *self)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->weeks));
}

/** limber_booking_repeat_get_times: Returns: how many visits, 1 when nothing is repeated. */
int
limber_booking_repeat_get_times (LimberBookingRepeat *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->toggle))
             ? gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->times))
             : 1;
}
