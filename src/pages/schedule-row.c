/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule-row.h"

#include <glib/gi18n-lib.h>

#include "pages/day-words.h"
#include "pages/page-bits.h"
#include "pages/status-change.h"
#include "services/wording-date.h"
#include "services/wording.h"

struct _LimberScheduleRow {
  GtkListBoxRow parent_instance;

  LimberStore *store;
  LimberAppointment *appointment;
  char *client_name;
  char *session_id;
  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (LimberScheduleRow, limber_schedule_row, GTK_TYPE_LIST_BOX_ROW)

/* What can become of an appointment from here, in the order of the menu. */
static const LimberAppointmentStatus next_of_open[] = {
  LIMBER_APPOINTMENT_STATUS_CONFIRMED,       LIMBER_APPOINTMENT_STATUS_ARRIVED,
  LIMBER_APPOINTMENT_STATUS_COMPLETED,       LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE,
  LIMBER_APPOINTMENT_STATUS_CANCELLED,       LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED,
};

static gboolean
is_open (LimberAppointmentStatus status)
{
  return limber_appointment_status_is_future (status) && status != LIMBER_APPOINTMENT_STATUS_IN_SESSION;
}

static void
set_status (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberScheduleRow *self = LIMBER_SCHEDULE_ROW (widget);

  limber_status_change (widget, self->store, self->appointment, self->client_name,
                        limber_appointment_status_from_id (g_variant_get_string (target, NULL)));
}

static void
start_session (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberScheduleRow *self = LIMBER_SCHEDULE_ROW (widget);
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", self->appointment->client_id);
  g_variant_dict_insert (&dict, "appointment", "s", self->appointment->base.id);
  gtk_widget_activate_action (widget, "win.start-session", "@a{sv}", g_variant_dict_end (&dict));
}

static void
move (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberScheduleRow *self = LIMBER_SCHEDULE_ROW (widget);

  gtk_widget_activate_action (widget, "win.book", "@a{sv}",
                              limber_page_book_args (self->appointment->client_id, NULL, 0,
                                                     self->appointment->base.id));
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (LIMBER_SCHEDULE_ROW (widget)->menu_button));
}

static void
add_statuses (LimberScheduleRow *self, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (next_of_open); i++)
    {
      g_autofree char *action = g_strdup_printf ("row.status::%s", limber_appointment_status_id (next_of_open[i]));

      if (next_of_open[i] != self->appointment->status)
        {
          g_autofree char *label = limber_day_words_capital (limber_wording_appointment_status (next_of_open[i]));

          g_menu_append (section, label, action);
        }
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
menu_new (LimberScheduleRow *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autofree char *client = g_strdup_printf ("win.show-client::%s", self->appointment->client_id);
  gboolean open = is_open (self->appointment->status);

  if (open)
    g_menu_append (first, _("Start Session"), "row.start-session");
  if (self->session_id != NULL)
    {
      g_autofree char *session = g_strdup_printf ("win.open-session::%s", self->session_id);

      g_menu_append (first, _("Open Session"), session);
    }
  if (open)
    g_menu_append (first, _("Move…"), "row.move");
  g_menu_append (first, _("Show Client"), client);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (open)
    add_statuses (self, menu);
  else if (!limber_appointment_status_holds_slot (self->appointment->status))
    {
      g_autoptr (GMenu) back = g_menu_new ();

      g_menu_append (back, _("Book It Again"), "row.status::booked");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (back));
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
words_new (LimberScheduleRow *self, const LimberDayItem *item)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = limber_page_label (item->client_name, "limber-strong");
  g_autofree char *line = limber_day_words_line (item->appointment);

  if (!limber_appointment_status_holds_slot (item->appointment->status))
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (name), attributes);
      pango_attr_list_unref (attributes);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words),
                  limber_page_icon_label (limber_page_status_icon (item->appointment->status), line, "limber-hint"));
  return words;
}

static void
fill (LimberScheduleRow *self, LimberClock *clock, const LimberDayItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *start = limber_wording_time (item->appointment->start_at, limber_clock_zone (clock));
  g_autofree char *name = g_strdup_printf ("%s, %s", start, item->client_name);
  g_autofree char *menu_name = g_strdup_printf (_("What to do with %s"), item->client_name);
  g_autofree char *reason = NULL;
  g_autoptr (GMenuModel) menu = menu_new (self);
  LimberVerdict verdict = limber_day_words_verdict (item, limber_clock_zone (clock), &reason);

  gtk_widget_add_css_class (box, "schedule-row");
  gtk_box_append (GTK_BOX (box), limber_page_label (start, "numeric"));
  gtk_box_append (GTK_BOX (box), limber_page_therapist_bar (item->staff_color));
  gtk_box_append (GTK_BOX (box), words_new (self, item));
  if (is_open (item->appointment->status) && verdict != LIMBER_VERDICT_NORMAL && verdict != LIMBER_VERDICT_NONE)
    gtk_box_append (GTK_BOX (box), limber_page_verdict_chip (verdict, reason));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->menu_button, menu_name);
  limber_page_name (self->menu_button, menu_name);
  gtk_box_append (GTK_BOX (box), self->menu_button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  limber_page_name (GTK_WIDGET (self), name);
  if (!limber_appointment_status_is_future (item->appointment->status))
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
}

static void
limber_schedule_row_finalize (GObject *object)
{
  LimberScheduleRow *self = LIMBER_SCHEDULE_ROW (object);

  g_clear_object (&self->store);
  limber_appointment_free (self->appointment);
  g_free (self->client_name);
  g_free (self->session_id);
  G_OBJECT_CLASS (limber_schedule_row_parent_class)->finalize (object);
}

static void
limber_schedule_row_class_init (LimberScheduleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_schedule_row_finalize;
  gtk_widget_class_install_action (widget_class, "row.status", "s", set_status);
  gtk_widget_class_install_action (widget_class, "row.start-session", NULL, start_session);
  gtk_widget_class_install_action (widget_class, "row.move", NULL, move);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, show_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "row.menu", NULL);
}

static void
limber_schedule_row_init (LimberScheduleRow *self)
{
  self->menu_button = gtk_menu_button_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/** limber_schedule_row_new: Returns: (transfer floating): one appointment of the day with its menu. */
GtkWidget *
limber_schedule_row_new (LimberStore *store, LimberClock *clock, const LimberDayItem *item)
{
  LimberScheduleRow *self = g_object_new (LIMBER_TYPE_SCHEDULE_ROW, NULL);

  self->store = g_object_ref (store);
  self->appointment = limber_appointment_copy (item->appointment);
  self->client_name = g_strdup (item->client_name);
  self->session_id = g_strdup (item->session_id);
  fill (self, clock, item);
  return GTK_WIDGET (self);
}
