/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What floats over the schedule while something is moved: where it would go and what speaks against it; and after it
 * was dropped on something, the question whether to move it anyway. */
#include "pages/schedule/schedule-notice.h"

#include <glib/gi18n-lib.h>

#include "pages/booking/booking-notices.h"
#include "pages/parts/day-words.h"
#include "pages/parts/page-bits.h"
#include "services/wording/wording.h"
#include "widgets/verdict-chip.h"
#include "widgets/widget-name.h"

struct _LimberScheduleNotice {
  GtkBox parent_instance;

  LimberClock *clock;
  GtkWidget *place;
  GtkWidget *chip;
  GtkWidget *lines;
  GtkWidget *notices;
  GtkWidget *buttons;
  GtkWidget *anyway;
  GtkWidget *back;
};

enum {
  ACCEPTED,
  PUT_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberScheduleNotice, limber_schedule_notice, GTK_TYPE_BOX)

static void
on_reason (LimberScheduleNotice *self)
{
  gtk_widget_set_sensitive (self->anyway, *limber_schedule_notice_get_reason (self) != '\0');
}

static void
on_anyway (LimberScheduleNotice *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
on_back (LimberScheduleNotice *self)
{
  g_signal_emit (self, signals[PUT_BACK], 0);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LimberScheduleNotice *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  on_back (self);
  return GDK_EVENT_STOP;
}

static void
limber_schedule_notice_dispose (GObject *object)
{
  g_clear_object (&LIMBER_SCHEDULE_NOTICE (object)->clock);
  G_OBJECT_CLASS (limber_schedule_notice_parent_class)->dispose (object);
}

static void
limber_schedule_notice_class_init (LimberScheduleNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_schedule_notice_dispose;
  signals[ACCEPTED] = g_signal_new ("accepted", LIMBER_TYPE_SCHEDULE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[PUT_BACK] = g_signal_new ("put-back", LIMBER_TYPE_SCHEDULE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static GtkWidget *
wrapping_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
limber_schedule_notice_init (LimberScheduleNotice *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, "halign", GTK_ALIGN_CENTER, "valign",
                GTK_ALIGN_END, "visible", FALSE, "width-request", 380, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "schedule-notice");
  self->place = wrapping_label ("heading");
  self->chip = limber_verdict_chip_new ();
  self->lines = wrapping_label ("limber-small");
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_box_append (GTK_BOX (head), self->place);
  gtk_box_append (GTK_BOX (head), self->chip);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->lines);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->back = gtk_button_new_with_mnemonic (_("_Put Back"));
  self->anyway = gtk_button_new_with_mnemonic (_("_Move Anyway"));
  gtk_widget_set_halign (self->buttons, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->anyway, "destructive-action");
  limber_widget_name (self->back, _("Put back"));
  limber_widget_name (self->anyway, _("Move anyway"));
  gtk_box_append (GTK_BOX (self->buttons), self->back);
  gtk_box_append (GTK_BOX (self->buttons), self->anyway);
  g_signal_connect_swapped (self->anyway, "clicked", G_CALLBACK (on_anyway), self);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (on_back), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
limber_schedule_notice_new (LimberClock *clock)
{
  LimberScheduleNotice *self = g_object_new (LIMBER_TYPE_SCHEDULE_NOTICE, NULL);

  self->clock = g_object_ref (clock);
  self->notices = limber_booking_notices_new (clock);
  gtk_widget_remove_css_class (self->notices, "booking-warnings");
  g_signal_connect_swapped (self->notices, "reason-changed", G_CALLBACK (on_reason), self);
  gtk_box_append (GTK_BOX (self), self->notices);
  gtk_box_append (GTK_BOX (self), self->buttons);
  return GTK_WIDGET (self);
}

static char *
warning_lines (LimberScheduleNotice *self, const LimberBookingPreview *preview)
{
  GString *lines = g_string_new (NULL);

  for (guint warning = 1; preview != NULL && warning != 0 && warning <= preview->warnings; warning <<= 1)
    if (preview->warnings & warning)
      {
        g_autofree char *line = limber_booking_warning_text (preview, warning, limber_clock_zone (self->clock));

        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
      }
  return g_string_free (lines, FALSE);
}

static void
show_chip (LimberScheduleNotice *self, const LimberBookingPreview *preview, const char *word)
{
  g_autofree char *reason = NULL;
  g_autofree char *why = NULL;

  gtk_widget_set_visible (self->chip, word != NULL);
  if (word == NULL)
    return;
  if (preview->reasons->len > 0)
    reason = limber_wording_reason (&g_array_index (preview->reasons, LimberReason, 0));
  why = limber_wording_why_of (preview->reasons);
  limber_verdict_chip_set (LIMBER_VERDICT_CHIP (self->chip), limber_verdict_id (preview->verdict), word, reason);
  limber_verdict_chip_set_why (LIMBER_VERDICT_CHIP (self->chip), why);
}

/* "Acceptable" */
static char *
verdict_word (const LimberBookingPreview *preview)
{
  if (preview == NULL || preview->verdict == LIMBER_VERDICT_NORMAL || preview->verdict == LIMBER_VERDICT_NONE)
    return NULL;
  return limber_day_words_capital (limber_wording_verdict (preview->verdict));
}

static char *
name_of (const char *place, const char *word, const char *lines)
{
  GString *name = g_string_new (place);

  if (word != NULL)
    g_string_append_printf (name, ". %s", word);
  if (*lines != '\0')
    g_string_append_printf (name, ". %s", lines);
  return g_string_free (name, FALSE);
}

static void
set (LimberScheduleNotice *self, const char *place, const LimberBookingPreview *preview, gboolean asking)
{
  g_autofree char *lines = warning_lines (self, preview);
  g_autofree char *word = verdict_word (preview);
  g_autofree char *name = name_of (place, word, lines);

  gtk_label_set_label (GTK_LABEL (self->place), place);
  gtk_label_set_label (GTK_LABEL (self->lines), lines);
  gtk_widget_set_visible (self->lines, !asking && *lines != '\0');
  show_chip (self, preview, word);
  gtk_widget_set_visible (self->buttons, asking);
  gtk_widget_set_visible (self->anyway, asking);
  gtk_button_set_label (GTK_BUTTON (self->back), asking ? _("_Put Back") : _("_Close"));
  limber_widget_name (self->back, asking ? _("Put back") : _("Close"));
  limber_booking_notices_show (LIMBER_BOOKING_NOTICES (self->notices), asking ? preview : NULL);
  limber_widget_name (GTK_WIDGET (self), name);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/** limber_schedule_notice_show: @preview: (nullable): what speaks against @place, while something is still being moved. */
void
limber_schedule_notice_show (LimberScheduleNotice *self, const char *place, const LimberBookingPreview *preview)
{
  set (self, place, preview, FALSE);
}

/** limber_schedule_notice_ask: it was dropped at @place: asks whether to move it anyway, and why. */
void
limber_schedule_notice_ask (LimberScheduleNotice *self, const char *place, const LimberBookingPreview *preview)
{
  limber_booking_notices_clear_reason (LIMBER_BOOKING_NOTICES (self->notices));
  set (self, place, preview, TRUE);
  on_reason (self);
  gtk_window_set_default_widget (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->anyway);
  gtk_widget_child_focus (self->notices, GTK_DIR_TAB_FORWARD);
}

/** limber_schedule_notice_tell: one sentence, until it is closed or the next thing happens. */
void
limber_schedule_notice_tell (LimberScheduleNotice *self, const char *text)
{
  set (self, text, NULL, FALSE);
  gtk_widget_set_visible (self->buttons, TRUE);
}

void
limber_schedule_notice_hide (LimberScheduleNotice *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_get_default_widget (GTK_WINDOW (root)) == self->anyway)
    gtk_window_set_default_widget (GTK_WINDOW (root), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** limber_schedule_notice_get_reason: Returns: (transfer none): why it is moved anyway, "" for no reason. */
const char *
limber_schedule_notice_get_reason (LimberScheduleNotice *self)
{
  return limber_booking_notices_get_reason (LIMBER_BOOKING_NOTICES (self->notices));
}
