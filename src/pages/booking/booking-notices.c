/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/booking/booking-notices.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "services/wording/wording.h"
#include "widgets/notice-bar.h"

struct _LimberBookingNotices {
  GtkBox parent_instance;

  LimberClock *clock;
  GtkWidget *warnings;
  GtkWidget *reason;
};

enum {
  REASON_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberBookingNotices, limber_booking_notices, GTK_TYPE_BOX)

static void
on_reason (LimberBookingNotices *self)
{
  g_signal_emit (self, signals[REASON_CHANGED], 0);
}

static LimberNotice
notice_of (guint warning)
{
  if (warning & LIMBER_BOOKING_REMARKS)
    return LIMBER_NOTICE_INFO;
  return warning & LIMBER_BOOKING_CONTRAINDICATION ? LIMBER_NOTICE_ALERT : LIMBER_NOTICE_WARNING;
}

static void
add_notice (LimberBookingNotices *self, const LimberBookingPreview *preview, guint warning)
{
  g_autofree char *text = limber_booking_warning_text (preview, warning, limber_clock_zone (self->clock));
  g_autofree char *why = NULL;
  GtkWidget *bar = limber_notice_bar_new ();

  if (warning == LIMBER_BOOKING_RACE && preview->reasons->len > 0)
    why = limber_wording_reason (&g_array_index (preview->reasons, LimberReason, 0));
  limber_notice_bar_set (LIMBER_NOTICE_BAR (bar), notice_of (warning), why != NULL ? why : text, NULL);
  gtk_box_append (GTK_BOX (self->warnings), bar);
}

static void
limber_booking_notices_dispose (GObject *object)
{
  LimberBookingNotices *self = LIMBER_BOOKING_NOTICES (object);

  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_booking_notices_parent_class)->dispose (object);
}

static void
limber_booking_notices_class_init (LimberBookingNoticesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_booking_notices_dispose;
  signals[REASON_CHANGED] = g_signal_new ("reason-changed", LIMBER_TYPE_BOOKING_NOTICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/booking-notices.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberBookingNotices, warnings);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingNotices, reason);
}

static void
limber_booking_notices_init (LimberBookingNotices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (on_reason), self);
}

/** limber_booking_notices_new: Returns: (transfer floating): what speaks against a booking; hidden while nothing does. */
GtkWidget *
limber_booking_notices_new (LimberClock *clock)
{
  LimberBookingNotices *self = g_object_new (LIMBER_TYPE_BOOKING_NOTICES, NULL);

  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

/** limber_booking_notices_show: shows what @preview (nullable) says; whatever is more than a remark asks for a reason. */
void
limber_booking_notices_show (LimberBookingNotices *self, const LimberBookingPreview *preview)
{
  guint warnings = preview != NULL ? preview->warnings : 0;

  limber_page_clear (self->warnings);
  for (guint warning = 1; warning != 0 && warning <= warnings; warning <<= 1)
    if (warnings & warning)
      add_notice (self, preview, warning);
  gtk_widget_set_visible (GTK_WIDGET (self), warnings != 0);
  gtk_widget_set_visible (self->reason, (warnings & ~LIMBER_BOOKING_REMARKS) != 0);
}

/** limber_booking_notices_get_reason: Returns: (transfer none): why it is booked anyway, "" for no reason. */
const char *
limber_booking_notices_get_reason (LimberBookingNotices *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

void
limber_booking_notices_clear_reason (LimberBookingNotices *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
}
