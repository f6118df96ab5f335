/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window.h"

#include <glib/gi18n-lib.h>

#include "app/backup-watch.h"
#include "app/problem-page.h"
#include "app/rebook-badge.h"
#include "app/window-actions.h"
#include "app/session-watch.h"
#include "pages/clients/clients-page.h"
#include "pages/races/races-page.h"
#include "pages/rebook/rebook-page.h"
#include "pages/schedule/schedule-page.h"
#include "pages/session/session-bar.h"
#include "pages/session/session-page.h"
#include "pages/today/today-page.h"

struct _LimberWindow {
  AdwApplicationWindow parent_instance;

  LimberSessionWatch *watch; /* NULL before there is a clinic */
  LimberBackupWatch *backups; /* the same */
  GSettings *settings; /* NULL when nothing is to be remembered */
  LimberStore *store;
  LimberClock *clock;
  gboolean ready; /* a database is open: pages can be built */

  GtkStack *stack;
  AdwBin *problem_slot;
  AdwBin *welcome_slot;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  AdwViewSwitcher *switcher;
  AdwViewStack *pages;
  AdwViewStackPage *rebook_page;
  AdwBin *safety_slot;
  AdwBin *session_bar_slot;
  AdwBin *session_slot;
  GMenu *desk_section;
};

G_DEFINE_FINAL_TYPE (LimberWindow, limber_window, ADW_TYPE_APPLICATION_WINDOW)

typedef GtkWidget *(*PageNew) (LimberStore *store, LimberClock *clock);

typedef struct {
  const char *name;
  PageNew create;
  const char *key; /* %NULL when there is nothing of it to remember */
  const char *property;
} Page;

static const Page *
find_page (const char *name)
{
  static const Page all[] = {
    { "today", limber_today_page_new, NULL, NULL },
    { "schedule", limber_schedule_page_new, "schedule-status-colors", "status-colors" },
    { "clients", limber_clients_page_new, "clients-filter", "filter" },
    { "rebook", limber_rebook_page_new, NULL, NULL },
    { "races", limber_races_page_new, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (g_str_equal (all[i].name, name))
        return &all[i];
    }
  return NULL;
}

static void
build_page (LimberWindow *self, const Page *page, AdwBin *slot)
{
  GtkWidget *widget = page->create (self->store, self->clock);

  adw_bin_set_child (slot, widget);
  if (self->settings && page->key)
    g_settings_bind (self->settings, page->key, widget, page->property,
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
}

/* Pages are built when they are first looked at: the start pays for one of them only. */
static void
fill_visible_page (LimberWindow *self)
{
  AdwBin *slot = ADW_BIN (adw_view_stack_get_visible_child (self->pages));
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  if (slot && name && adw_bin_get_child (slot) == NULL)
    build_page (self, find_page (name), slot);
}

static void
on_page_changed (LimberWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  if (!self->ready || name == NULL)
    return;
  fill_visible_page (self);
  if (self->settings)
    g_settings_set_string (self->settings, "last-page", name);
}

static void
restore_state (LimberWindow *self)
{
  if (self->settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 1360, 860);
      return;
    }
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_state (LimberWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* Just typing looks for a client, except on Schedule, where letters are commands, and where text is expected. */
static gboolean
on_key_pressed (LimberWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  char text[8] = { 0 };
  GtkWidget *page;

  if (!self->ready || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) || !g_unichar_isalpha (letter)
      || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
      || !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "main")
      || g_str_equal (limber_window_get_page (self), "schedule"))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (letter, text);
  page = limber_window_show_page (self, "clients");
  limber_clients_page_search (LIMBER_CLIENTS_PAGE (page), text);
  return GDK_EVENT_STOP;
}

static gboolean
limber_window_close_request (GtkWindow *window)
{
  save_state (LIMBER_WINDOW (window));
  return GTK_WINDOW_CLASS (limber_window_parent_class)->close_request (window);
}

static void
limber_window_dispose (GObject *object)
{
  LimberWindow *self = LIMBER_WINDOW (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->backups);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (limber_window_parent_class)->dispose (object);
}

static void
limber_window_class_init (LimberWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = limber_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, problem_slot);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, welcome_slot);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, rebook_page);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, safety_slot);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, session_bar_slot);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, session_slot);
  gtk_widget_class_bind_template_child (widget_class, LimberWindow, desk_section);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  limber_window_actions_install (widget_class);
}

/* The menu is built when it is first opened. */
static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  LimberWindow *self = user_data;

  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_menu_model (button, self->primary_menu);
}

static void
limber_window_init (LimberWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  limber_window_actions_enable (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * limber_window_new:
 * @settings: (nullable): where size, page and filters are remembered
 */
GtkWidget *
limber_window_new (GtkApplication *application, GSettings *settings)
{
  LimberWindow *self = g_object_new (LIMBER_TYPE_WINDOW, "application", application, NULL);

  g_set_object (&self->settings, settings);
  restore_state (self);
  return GTK_WIDGET (self);
}

/** limber_window_get_store: Returns: (nullable) (transfer none): the open clinic. */
LimberStore *
limber_window_get_store (LimberWindow *self)
{
  g_return_val_if_fail (LIMBER_IS_WINDOW (self), NULL);
  return self->store;
}

/** limber_window_get_clock: Returns: (nullable) (transfer none): what tells the time here. */
LimberClock *
limber_window_get_clock (LimberWindow *self)
{
  g_return_val_if_fail (LIMBER_IS_WINDOW (self), NULL);
  return self->clock;
}

/** limber_window_get_settings: Returns: (nullable) (transfer none): what this computer remembers. */
GSettings *
limber_window_get_settings (LimberWindow *self)
{
  g_return_val_if_fail (LIMBER_IS_WINDOW (self), NULL);
  return self->settings;
}

/**
 * limber_window_set_store:
 *
 * Hands the window its clinic. Both are borrowed: the application keeps them as long as the window lives.
 */
void
limber_window_set_store (LimberWindow *self, LimberStore *store, LimberClock *clock)
{
  GtkWidget *notice = limber_safety_notice_new (store, clock);

  g_return_if_fail (LIMBER_IS_WINDOW (self));

  self->store = store;
  self->clock = clock;
  self->ready = TRUE;
  adw_bin_set_child (self->session_bar_slot, limber_session_bar_new (store, clock));
  adw_bin_set_child (self->safety_slot, notice);
  g_clear_object (&self->backups);
  self->backups = limber_backup_watch_new (LIMBER_SAFETY_NOTICE (notice), store, clock);
  limber_rebook_badge_follow (self->rebook_page, store, clock);
  g_clear_object (&self->watch);
  self->watch = limber_session_watch_new (GTK_WINDOW (self), self->settings, store, clock);
}

/** limber_window_show_view: @view is opening, problem, welcome, main or session. */
void
limber_window_show_view (LimberWindow *self, const char *view)
{
  g_return_if_fail (LIMBER_IS_WINDOW (self));

  if (g_str_equal (view, "main"))
    fill_visible_page (self);
  limber_window_actions_enable (GTK_WIDGET (self), g_str_equal (view, "main") || g_str_equal (view, "session"));
  gtk_stack_set_visible_child_name (self->stack, view);
}

/**
 * limber_window_show_problem:
 * @database: (nullable): the file that could not be opened
 *
 * Fills the window with the reason why no clinic is open, and ways on.
 */
void
limber_window_show_problem (LimberWindow *self, const GError *error, const char *database)
{
  g_return_if_fail (LIMBER_IS_WINDOW (self) && error != NULL);

  adw_bin_set_child (self->problem_slot, limber_problem_page_new (error, database));
  limber_window_show_view (self, "problem");
}

/**
 * limber_window_show_page:
 * @name: today, schedule, clients, rebook or races
 *
 * Returns: (nullable) (transfer none): the page; %NULL when there is none of that name or no clinic is open
 */
GtkWidget *
limber_window_show_page (LimberWindow *self, const char *name)
{
  g_return_val_if_fail (LIMBER_IS_WINDOW (self), NULL);

  if (!self->ready || find_page (name) == NULL)
    return NULL;
  adw_view_stack_set_visible_child_name (self->pages, name);
  limber_window_show_view (self, "main");
  return adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->pages)));
}

/** limber_window_get_page: Returns: the name of the page that is shown, or stands behind the session. */
const char *
limber_window_get_page (LimberWindow *self)
{
  g_return_val_if_fail (LIMBER_IS_WINDOW (self), NULL);
  return adw_view_stack_get_visible_child_name (self->pages);
}

/** limber_window_open_session: shows the session @session_id in the whole window. */
void
limber_window_open_session (LimberWindow *self, const char *session_id)
{
  g_return_if_fail (LIMBER_IS_WINDOW (self));

  if (!self->ready)
    return;
  if (adw_bin_get_child (self->session_slot) == NULL)
    {
      GtkWidget *page = limber_session_page_new (self->store, self->clock);

      adw_bin_set_child (self->session_slot, page);
      g_object_bind_property (self->watch, "awake", page, "awake", G_BINDING_SYNC_CREATE);
    }
  limber_session_page_open (LIMBER_SESSION_PAGE (adw_bin_get_child (self->session_slot)), session_id);
  limber_window_show_view (self, "session");
}

/** limber_window_set_desk: names in the menu who sits at this desk; %NULL for nobody. */
void
limber_window_set_desk (LimberWindow *self, const char *name)
{
  g_autofree char *label = NULL;

  g_return_if_fail (LIMBER_IS_WINDOW (self));

  label = name ? g_strdup_printf (_("At This Desk: %s…"), name) : g_strdup (_("Who Is at This Desk?"));
  g_menu_remove_all (self->desk_section);
  g_menu_append (self->desk_section, label, "win.choose-desk");
  if (adw_bin_get_child (self->session_bar_slot))
    limber_session_bar_reload (LIMBER_SESSION_BAR (adw_bin_get_child (self->session_bar_slot)));
  if (self->watch)
    limber_session_watch_reload (self->watch);
}

/** limber_window_set_welcome: @welcome (nullable) is what a first start shows. */
void
limber_window_set_welcome (LimberWindow *self, GtkWidget *welcome)
{
  g_return_if_fail (LIMBER_IS_WINDOW (self));
  adw_bin_set_child (self->welcome_slot, welcome);
}

/** limber_window_get_running_session: Returns: (nullable): the session that the bar at the bottom shows. */
const char *
limber_window_get_running_session (LimberWindow *self)
{
  GtkWidget *bar;

  g_return_val_if_fail (LIMBER_IS_WINDOW (self), NULL);

  bar = adw_bin_get_child (self->session_bar_slot);
  return bar ? limber_session_bar_get_session (LIMBER_SESSION_BAR (bar)) : NULL;
}
