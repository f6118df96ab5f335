/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with one appointment of the schedule: a menu at its block, and the actions "appointment.…" behind
 * it. The appointment is copied, so that the menu still knows it when the schedule was read again meanwhile. */
#include "pages/schedule/schedule-menu.h"

#include <glib/gi18n-lib.h>

#include "pages/schedule/calendar-menu.h"
#include "pages/parts/day-words.h"
#include "pages/parts/page-bits.h"
#include "pages/parts/status-change.h"
#include "services/wording/wording.h"

struct _LimberScheduleMenu {
  GObject parent_instance;

  GtkWidget *page; /* borrowed: owns this */
  GtkWidget *popover;
  LimberStore *store;
  LimberAppointment *appointment;
  char *client_name;
  GdkRectangle place;
};

G_DEFINE_FINAL_TYPE (LimberScheduleMenu, limber_schedule_menu, G_TYPE_OBJECT)

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

static GMenu *
deeds_of (const LimberAppointment *appointment, const char *session_id)
{
  GMenu *deeds = g_menu_new ();
  gboolean open = is_open (appointment->status);
  g_autofree char *client = g_strdup_printf ("win.show-client::%s", appointment->client_id);

  if (open)
    g_menu_append (deeds, _("Start Session"), "appointment.start-session");
  if (session_id != NULL)
    {
      g_autofree char *session = g_strdup_printf ("win.open-session::%s", session_id);

      g_menu_append (deeds, _("Open Session"), session);
    }
  if (open)
    g_menu_append (deeds, _("Move…"), "appointment.move");
  g_menu_append (deeds, _("Book Another Like It…"), "appointment.copy");
  g_menu_append (deeds, _("Show Client"), client);
  return deeds;
}

static GMenu *
statuses_of (const LimberAppointment *appointment)
{
  GMenu *statuses = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (next_of_open); i++)
    {
      g_autofree char *label = limber_day_words_capital (limber_wording_appointment_status (next_of_open[i]));
      g_autofree char *action = g_strdup_printf ("appointment.status::%s", limber_appointment_status_id (next_of_open[i]));

      if (next_of_open[i] != appointment->status)
        g_menu_append (statuses, label, action);
    }
  return statuses;
}

static GMenuModel *
model_new (const LimberAppointment *appointment, const char *session_id, const char *client_name)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) deeds = deeds_of (appointment, session_id);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  if (is_open (appointment->status))
    {
      g_autoptr (GMenu) statuses = statuses_of (appointment);

      g_menu_append_section (menu, NULL, G_MENU_MODEL (statuses));
    }
  else if (!limber_appointment_status_holds_slot (appointment->status))
    {
      g_autoptr (GMenu) back = g_menu_new ();

      g_menu_append (back, _("Book It Again"), "appointment.status::booked");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (back));
    }
  limber_calendar_menu_add_appointment (menu, appointment, client_name);
  return G_MENU_MODEL (menu);
}

static void
set_status (GSimpleAction *action, GVariant *target, gpointer data)
{
  LimberScheduleMenu *self = data;

  if (self->appointment != NULL)
    limber_status_change (self->page, self->store, self->appointment, self->client_name,
                          limber_appointment_status_from_id (g_variant_get_string (target, NULL)));
}

static void
start_session (GSimpleAction *action, GVariant *target, gpointer data)
{
  LimberScheduleMenu *self = data;
  GVariantDict dict;

  if (self->appointment == NULL)
    return;
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", self->appointment->client_id);
  g_variant_dict_insert (&dict, "appointment", "s", self->appointment->base.id);
  gtk_widget_activate_action (self->page, "win.start-session", "@a{sv}", g_variant_dict_end (&dict));
}

static void
move (GSimpleAction *action, GVariant *target, gpointer data)
{
  LimberScheduleMenu *self = data;

  if (self->appointment != NULL)
    gtk_widget_activate_action (self->page, "win.book", "@a{sv}",
                                limber_page_book_args (self->appointment->client_id, NULL, 0, self->appointment->base.id));
}

static void
copy (GSimpleAction *action, GVariant *target, gpointer data)
{
  LimberScheduleMenu *self = data;
  GVariantDict dict;

  if (self->appointment == NULL)
    return;
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", self->appointment->client_id);
  g_variant_dict_insert (&dict, "staff", "s", self->appointment->staff_id);
  g_variant_dict_insert (&dict, "minutes", "i", self->appointment->minutes);
  gtk_widget_activate_action (self->page, "win.book", "@a{sv}", g_variant_dict_end (&dict));
}

static void
on_session (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberScheduleMenu) self = data;
  g_autofree char *session_id = limber_store_run_finish (LIMBER_STORE (source), result, NULL);
  g_autoptr (GMenuModel) model = NULL;

  if (self->popover == NULL || !gtk_widget_get_mapped (self->page))
    return;
  model = model_new (self->appointment, session_id, self->client_name);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &self->place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
limber_schedule_menu_dispose (GObject *object)
{
  LimberScheduleMenu *self = LIMBER_SCHEDULE_MENU (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (limber_schedule_menu_parent_class)->dispose (object);
}

static void
limber_schedule_menu_finalize (GObject *object)
{
  LimberScheduleMenu *self = LIMBER_SCHEDULE_MENU (object);

  g_clear_pointer (&self->appointment, limber_appointment_free);
  g_free (self->client_name);
  G_OBJECT_CLASS (limber_schedule_menu_parent_class)->finalize (object);
}

static void
limber_schedule_menu_class_init (LimberScheduleMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_schedule_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_schedule_menu_finalize;
}

static void
limber_schedule_menu_init (LimberScheduleMenu *self)
{
}

/**
 * limber_schedule_menu_new:
 * @page: where the menu opens and outcomes are said; dispose the menu before it
 *
 * Returns: (transfer full): the menu, and its actions on @page
 */
LimberScheduleMenu *
limber_schedule_menu_new (GtkWidget *page, LimberStore *store)
{
  static const GActionEntry entries[] = {
    { .name = "status", .activate = set_status, .parameter_type = "s" },
    { .name = "start-session", .activate = start_session },
    { .name = "move", .activate = move },
    { .name = "copy", .activate = copy },
  };
  LimberScheduleMenu *self = g_object_new (LIMBER_TYPE_SCHEDULE_MENU, NULL);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->page = page;
  self->store = g_object_ref (store);
  self->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (self->popover, page);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (page, "appointment", G_ACTION_GROUP (actions));
  return self;
}

static void
take (LimberScheduleMenu *self, const LimberScheduleItem *item)
{
  g_clear_pointer (&self->appointment, limber_appointment_free);
  g_free (self->client_name);
  self->appointment = limber_appointment_copy (item->appointment);
  self->client_name = g_strdup (item->client_name);
}

/** limber_schedule_menu_cancel: cancels @item as the menu would. */
void
limber_schedule_menu_cancel (LimberScheduleMenu *self, const LimberScheduleItem *item)
{
  take (self, item);
  limber_status_change (self->page, self->store, self->appointment, self->client_name, LIMBER_APPOINTMENT_STATUS_CANCELLED);
}

/** limber_schedule_menu_popup: opens the menu of @item at its @block, once the store said whether there is a session. */
void
limber_schedule_menu_popup (LimberScheduleMenu *self, const LimberScheduleItem *item, GtkWidget *block)
{
  double x, y;

  take (self, item);
  gtk_widget_translate_coordinates (block, self->page, 0, 0, &x, &y);
  self->place = (GdkRectangle) { (int) x, (int) y, gtk_widget_get_width (block), gtk_widget_get_height (block) };
  limber_store_read_async (self->store, limber_schedule_session_load, g_strdup (self->appointment->base.id), g_free, g_free,
                           NULL, on_session, g_object_ref (self));
}

/** limber_schedule_menu_present: places the open menu; for the size-allocate of the page. */
void
limber_schedule_menu_present (LimberScheduleMenu *self)
{
  gtk_popover_present (GTK_POPOVER (self->popover));
}
