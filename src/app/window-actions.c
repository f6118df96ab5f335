/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-actions.h"

#include "app/about.h"
#include "app/calendar-actions.h"
#include "app/desk.h"
#include "app/window.h"
#include "pages/booking/booking-dialog.h"
#include "pages/clients/clients-page.h"
#include "pages/clients/self-care-dialog.h"
#include "pages/insights/referrals-window.h"
#include "pages/insights/therapists-window.h"
#include "pages/start/import-dialog.h"
#include "pages/preferences/preferences.h"
#include "pages/races/races-page.h"
#include "pages/safety/safety-dialog.h"
#include "pages/schedule/schedule-page.h"
#include "pages/session/session-starter.h"

static void
show_page (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWidget *page = limber_window_show_page (LIMBER_WINDOW (widget), g_variant_get_string (target, NULL));

  if (page && LIMBER_IS_SCHEDULE_PAGE (page))
    gtk_widget_grab_focus (page);
}

static void
search (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWidget *page = limber_window_show_page (LIMBER_WINDOW (widget), "clients");

  if (page)
    limber_clients_page_search (LIMBER_CLIENTS_PAGE (page), NULL);
}

static void
show_client (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWidget *page = limber_window_show_page (LIMBER_WINDOW (widget), "clients");

  if (page)
    limber_clients_page_show_client (LIMBER_CLIENTS_PAGE (page), g_variant_get_string (target, NULL));
}

static void
show_race (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWidget *page = limber_window_show_page (LIMBER_WINDOW (widget), "races");
  const char *race_id, *client_id;

  g_variant_get (target, "(&s&s)", &race_id, &client_id);
  if (page)
    limber_races_page_show (LIMBER_RACES_PAGE (page), race_id, client_id);
}

static void
self_care (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberWindow *self = LIMBER_WINDOW (widget);

  if (limber_window_get_store (self))
    limber_self_care_dialog_present (GTK_WINDOW (self), limber_window_get_store (self), limber_window_get_clock (self),
                                     g_variant_get_string (target, NULL));
}

static void
referrals (GtkWidget *widget, const char *name, GVariant *target)
{
  if (limber_window_get_store (LIMBER_WINDOW (widget)))
    limber_referrals_window_present (GTK_WINDOW (widget), limber_window_get_store (LIMBER_WINDOW (widget)));
}

static void
therapists (GtkWidget *widget, const char *name, GVariant *target)
{
  if (limber_window_get_store (LIMBER_WINDOW (widget)))
    limber_therapists_window_present (GTK_WINDOW (widget), limber_window_get_store (LIMBER_WINDOW (widget)),
                                      limber_window_get_clock (LIMBER_WINDOW (widget)));
}

static void
new_client (GtkWidget *widget, const char *name, GVariant *target)
{
  GtkWidget *page = limber_window_show_page (LIMBER_WINDOW (widget), "clients");

  if (page)
    limber_clients_page_new_client (LIMBER_CLIENTS_PAGE (page));
}

static GVariant *
arguments_or_none (GVariant *target)
{
  return g_variant_ref_sink (target ? g_variant_ref (target) : g_variant_new ("a{sv}", NULL));
}

static void
book (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberWindow *self = LIMBER_WINDOW (widget);
  g_autoptr (GVariant) args = arguments_or_none (target);

  if (limber_window_get_store (self))
    limber_booking_dialog_present (GTK_WINDOW (self), limber_window_get_store (self),
                                   limber_window_get_clock (self), args);
}

static void
start_session (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberWindow *self = LIMBER_WINDOW (widget);
  g_autoptr (GVariant) args = arguments_or_none (target);

  if (limber_window_get_store (self))
    limber_session_starter_start (GTK_WINDOW (self), limber_window_get_store (self),
                                  limber_window_get_clock (self), args);
}

static void
open_session (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_window_open_session (LIMBER_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
open_running_session (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *session_id = limber_window_get_running_session (LIMBER_WINDOW (widget));

  if (session_id)
    limber_window_open_session (LIMBER_WINDOW (widget), session_id);
}

static void
leave_session (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_window_show_view (LIMBER_WINDOW (widget), "main");
}

static void
import (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberWindow *self = LIMBER_WINDOW (widget);

  if (limber_window_get_store (self))
    gtk_window_present (GTK_WINDOW (limber_import_dialog_new (GTK_WINDOW (self), limber_window_get_store (self),
                                                              limber_window_get_clock (self))));
}

static void
preferences (GtkWidget *widget, const char *name, GVariant *target)
{
  if (limber_window_get_store (LIMBER_WINDOW (widget)))
    limber_preferences_present (GTK_WINDOW (widget), limber_window_get_store (LIMBER_WINDOW (widget)),
                                limber_window_get_clock (LIMBER_WINDOW (widget)),
                                limber_window_get_settings (LIMBER_WINDOW (widget)));
}

static void
data_safety (GtkWidget *widget, const char *name, GVariant *target)
{
  if (limber_window_get_store (LIMBER_WINDOW (widget)))
    limber_safety_dialog_present (widget, limber_window_get_store (LIMBER_WINDOW (widget)),
                                  limber_window_get_clock (LIMBER_WINDOW (widget)));
}

static void
choose_desk (GtkWidget *widget, const char *name, GVariant *target)
{
  if (limber_window_get_store (LIMBER_WINDOW (widget)))
    limber_desk_choose (LIMBER_WINDOW (widget));
}

/* Built when somebody asks: GtkApplication would build it for every window at the start. */
static void
show_help_overlay (GtkWidget *widget, const char *name, GVariant *target)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/limber/Limber/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  /* The template sets its properties before its sections are there. */
  g_object_set (overlay, "section-name", "general", NULL);
  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

static void
about (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_about_present (GTK_WINDOW (widget));
}

static const LimberWindowAction clinic_actions[] = {
  { "win.show-page", "s", show_page },
  { "win.search", NULL, search },
  { "win.show-client", "s", show_client },
  { "win.show-race", "(ss)", show_race },
  { "win.self-care", "s", self_care },
  { "win.referrals", NULL, referrals },
  { "win.therapists", NULL, therapists },
  { "win.new-client", NULL, new_client },
  { "win.book", "a{sv}", book },
  { "win.book-empty", NULL, book },
  { "win.start-session", "a{sv}", start_session },
  { "win.open-session", "s", open_session },
  { "win.open-running-session", NULL, open_running_session },
  { "win.leave-session", NULL, leave_session },
  { "win.import", NULL, import },
  { "win.data-safety", NULL, data_safety },
  { "win.preferences", NULL, preferences },
  { "win.choose-desk", NULL, choose_desk },
};

/** limber_window_actions_install: gives the window class the actions that pages and menus ask for. */
void
limber_window_actions_install (GtkWidgetClass *klass)
{
  gsize n_calendar;
  const LimberWindowAction *calendar = limber_calendar_actions (&n_calendar);

  for (gsize i = 0; i < G_N_ELEMENTS (clinic_actions); i++)
    gtk_widget_class_install_action (klass, clinic_actions[i].name, clinic_actions[i].type, clinic_actions[i].activate);
  for (gsize i = 0; i < n_calendar; i++)
    gtk_widget_class_install_action (klass, calendar[i].name, calendar[i].type, calendar[i].activate);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, show_help_overlay);
  gtk_widget_class_install_action (klass, "win.about", NULL, about);
}

/** limber_window_actions_enable: @enabled: whether there is a clinic to act on; its keys sleep otherwise */
void
limber_window_actions_enable (GtkWidget *window, gboolean enabled)
{
  gsize n_calendar;
  const LimberWindowAction *calendar = limber_calendar_actions (&n_calendar);

  for (gsize i = 0; i < G_N_ELEMENTS (clinic_actions); i++)
    gtk_widget_action_set_enabled (window, clinic_actions[i].name, enabled);
  for (gsize i = 0; i < n_calendar; i++)
    gtk_widget_action_set_enabled (window, calendar[i].name, enabled);
}

/** limber_window_actions_add_shortcuts: the keys of the whole window; ui/help-overlay.ui lists them for people. */
void
limber_window_actions_add_shortcuts (GtkApplication *application)
{
  static const struct {
    const char *action;
    const char *key;
  } all[] = {
    { "win.show-page::today", "<Control>1" },  { "win.show-page::schedule", "<Control>2" },
    { "win.show-page::clients", "<Control>3" }, { "win.show-page::rebook", "<Control>4" },
    { "win.show-page::races", "<Control>5" },  { "win.search", "<Control>f" },
    { "win.new-client", "<Control>n" },        { "win.book-empty", "<Control>b" },
    { "win.preferences", "<Control>comma" },   { "win.show-help-overlay", "<Control>question" },
    { "window.close", "<Control>w" },          { "app.quit", "<Control>q" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_application_set_accels_for_action (application, all[i].action,
                                           (const char *[]) { all[i].key, NULL });
}
