/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "app/clinic-file.h"
#include "app/desk.h"
#include "app/opener.h"
#include "app/tour.h"
#include "app/window-actions.h"
#include "app/window.h"
#include "limber-config.h"
#include "pages/parts/file-chooser.h"
#include "pages/start/welcome-page.h"
#include "services/desk-settings.h"
#include "services/rebook/reminder-service.h"

/* DESIGN: opening, problem, welcome, main. The clinic is opened while the toolkit starts. The window comes onto
 * the screen with its first page filled, or after PATIENCE_MS with what it has: a frame that shows nothing yet
 * costs as much as one that does. What other programs ask for over D-Bus meanwhile waits in `pending`. */
#define PATIENCE_MS 150

struct _LimberApplication {
  AdwApplication parent_instance;

  LimberOptions options;
  GSettings *settings;
  LimberOpened *opened;
  char *last_clinic; /* after the end: the file that is to be backed up */
  GCancellable *opening;
  gboolean is_opening;
  GQueue pending; /* of Request: asked for before the clinic was open */
  guint present_id;
  guint terminate_id;
  guint interrupt_id;
  gboolean failed;
};

typedef struct {
  char *action;
  GVariant *target;
} Request;

G_DEFINE_FINAL_TYPE (LimberApplication, limber_application, ADW_TYPE_APPLICATION)

static gboolean
is_own_instance (const LimberOptions *options)
{
  return options->demo || options->database || options->tour;
}

static LimberWindow *
get_window (LimberApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item; item = item->next)
    {
      if (LIMBER_IS_WINDOW (item->data))
        return item->data;
    }
  return NULL;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->action);
  g_clear_pointer (&request->target, g_variant_unref);
  g_free (request);
}

/* Does what was asked for, now or as soon as the clinic is open. */
static void
ask_window (LimberApplication *self, const char *action, GVariant *target)
{
  Request *request;

  g_application_activate (G_APPLICATION (self));
  if (self->opened && self->opened->staff->len > 0)
    {
      gtk_widget_activate_action_variant (GTK_WIDGET (get_window (self)), action, target);
      return;
    }
  request = g_new0 (Request, 1);
  request->action = g_strdup (action);
  request->target = target ? g_variant_ref_sink (target) : NULL;
  g_queue_push_tail (&self->pending, request);
}

static void
do_pending (LimberApplication *self)
{
  Request *request;

  while ((request = g_queue_pop_head (&self->pending)))
    {
      gtk_widget_activate_action_variant (GTK_WIDGET (get_window (self)), request->action, request->target);
      request_free (request);
    }
}

static gboolean
present (gpointer user_data)
{
  LimberApplication *self = user_data;
  LimberWindow *window = get_window (self);

  self->present_id = 0;
  if (window)
    gtk_window_present (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

/* Only the first time: a window that somebody has put aside stays there. */
static void
present_first (LimberApplication *self)
{
  if (self->present_id == 0)
    return;
  g_clear_handle_id (&self->present_id, g_source_remove);
  present (self);
}

static gpointer
do_nothing (LimberDb *db, gpointer data, GError **error)
{
  return NULL;
}

static void
on_page_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberApplication) self = user_data;

  limber_store_run_finish (LIMBER_STORE (source), result, NULL);
  present_first (self);
}

/* Jobs run in order: when this one is back, so is what the page asked for. */
static void
present_when_filled (LimberApplication *self)
{
  limber_store_read_async (self->opened->store, do_nothing, NULL, NULL, NULL, NULL, on_page_answered,
                           g_object_ref (self));
}

static void
on_toured (gboolean ok, gpointer user_data)
{
  LimberApplication *self = user_data;

  self->failed = !ok;
  g_application_quit (G_APPLICATION (self));
}

static void
show_clinic (LimberApplication *self)
{
  LimberWindow *window = get_window (self);
  const char *page = self->options.page;
  g_autofree char *last = self->settings ? g_settings_get_string (self->settings, "last-page") : NULL;

  if (!limber_window_show_page (window, page ? page : last ? last : "today"))
    limber_window_show_page (window, "today");
  present_when_filled (self);
  do_pending (self);
  if (self->opened->staff->len > 0)
    limber_desk_ensure (window, self->opened->staff);
  if (self->options.tour)
    limber_tour_start (window, self->options.tour, self->options.manner, on_toured, self);
}

static void
on_founded (LimberApplication *self, const char *staff_id, const char *name, gboolean import)
{
  LimberWindow *window = get_window (self);
  LimberStaff *staff = limber_staff_new ();

  limber_record_set_text (&staff->base.id, staff_id);
  limber_record_set_text (&staff->name, name);
  g_ptr_array_add (self->opened->staff, staff);
  limber_desk_take (window, staff_id, name);
  show_clinic (self);
  limber_window_set_welcome (window, NULL);
  if (import)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.import", NULL);
}

/* A demo is a program of its own: nothing it does can touch the clinic that is open here. */
static void
on_demo_requested (LimberApplication *self)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) demo
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program ? program : "limber", "--demo", NULL);

  if (demo == NULL)
    limber_window_show_problem (get_window (self), error, NULL);
}

static void
show_welcome (LimberApplication *self)
{
  LimberWindow *window = get_window (self);
  GtkWidget *welcome = limber_welcome_page_new (self->opened->store);

  g_signal_connect_object (welcome, "founded", G_CALLBACK (on_founded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (welcome, "demo-requested", G_CALLBACK (on_demo_requested), self, G_CONNECT_SWAPPED);
  limber_window_set_welcome (window, welcome);
  limber_window_show_view (window, "welcome");
  present_first (self);
}

/* The windows, and the dialogs over them, go first: they borrow the clinic. */
static void
close_clinic (LimberApplication *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (g_list_model_get_n_items (windows) > 0)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);

      gtk_window_destroy (window);
    }
  g_clear_pointer (&self->opened, limber_opened_free);
}

/* A demo has no backups, and must not offer those of the clinic. */
static void
show_problem (LimberApplication *self, const GError *error)
{
  g_autofree char *path = self->options.database ? g_strdup (self->options.database) : limber_clinic_file_default ();

  limber_window_show_problem (get_window (self), error, self->options.demo ? NULL : path);
}

typedef struct {
  LimberApplication *application;
  GError *error;
} Damage;

static void
damage_free (gpointer data)
{
  Damage *damage = data;

  g_object_unref (damage->application);
  g_error_free (damage->error);
  g_free (damage);
}

static LimberWindow *
make_window (LimberApplication *self)
{
  LimberWindow *window = LIMBER_WINDOW (limber_window_new (GTK_APPLICATION (self), self->settings));

  limber_window_set_desk (window, NULL);
  return window;
}

/* Nothing more is written to what is damaged, and what the pages show can no longer be trusted. */
static gboolean
leave_damaged (gpointer data)
{
  Damage *damage = data;
  LimberApplication *self = damage->application;
  LimberWindow *window;

  if (self->opened == NULL)
    return G_SOURCE_REMOVE;
  g_application_hold (G_APPLICATION (self));
  close_clinic (self);
  window = make_window (self);
  show_problem (self, damage->error);
  gtk_window_present (GTK_WINDOW (window));
  g_application_release (G_APPLICATION (self));
  return G_SOURCE_REMOVE;
}

static void
on_damaged (LimberStore *store, GError *error, LimberApplication *self)
{
  Damage *damage = g_new0 (Damage, 1);

  damage->application = g_object_ref (self);
  damage->error = g_error_copy (error);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_damaged, damage, damage_free);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  LimberOpened *opened = limber_opener_open_finish (result, &error);
  LimberWindow *window = get_window (self);

  self->is_opening = FALSE;
  if (window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      limber_opened_free (opened);
      return;
    }
  if (opened == NULL)
    {
      if (self->options.tour)
        {
          g_printerr ("limber: %s\n", error->message);
          self->failed = TRUE;
          g_application_quit (G_APPLICATION (self));
        }
      show_problem (self, error);
      present_first (self);
      return;
    }
  self->opened = opened;
  g_signal_connect_object (opened->store, "damaged", G_CALLBACK (on_damaged), self, 0);
  if (!is_own_instance (&self->options))
    limber_reminder_service_start (FALSE);
  limber_window_set_store (window, opened->store, opened->clock);
  if (opened->staff->len == 0 && !self->options.tour)
    show_welcome (self);
  else
    show_clinic (self);
}

static void
begin_opening (LimberApplication *self)
{
  if (self->opened || self->is_opening)
    return;
  self->is_opening = TRUE;
  limber_opener_open_async (&self->options, self->opening, on_opened, g_object_ref (self));
}

static void
open_clinic (LimberApplication *self)
{
  if (self->opened)
    return;
  limber_window_show_view (get_window (self), "opening");
  begin_opening (self);
}

static void
on_quit (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  LimberApplication *self = user_data;
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *item = windows; item; item = item->next)
    gtk_window_close (item->data);
  g_list_free (windows);
}

static void
on_reopen (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  open_clinic (user_data);
}

static void
on_file_chosen (const char *path, gpointer user_data)
{
  LimberApplication *self = user_data;

  if (self->opened)
    return;
  g_free (self->options.database);
  self->options.database = g_strdup (path);
  open_clinic (self);
}

static void
on_open_database (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  LimberApplication *self = user_data;

  limber_file_chooser_open (GTK_WINDOW (get_window (self)), _("Open a Clinic"), _("Limber clinics"),
                            (const char *[]) { "db", NULL }, on_file_chosen, self);
}

static void
on_book (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "client", target);
  ask_window (user_data, "win.book", g_variant_dict_end (&dict));
}

static void
on_show_client (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  ask_window (user_data, "win.show-client", target);
}

static void
on_show_page (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  ask_window (user_data, "win.show-page", target);
}

static gboolean
on_signal (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
}

static void
limber_application_startup (GApplication *application)
{
  LimberApplication *self = LIMBER_APPLICATION (application);
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = on_quit },
    { .name = "reopen", .activate = on_reopen },
    { .name = "open-database", .activate = on_open_database },
    { .name = "book", .activate = on_book, .parameter_type = "s" },
    { .name = "show-client", .activate = on_show_client, .parameter_type = "s" },
    { .name = "show-page", .activate = on_show_page, .parameter_type = "s" },
  };

  /* A service may never be asked for a window. */
  if (!self->options.service)
    begin_opening (self);
  G_APPLICATION_CLASS (limber_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  limber_window_actions_add_shortcuts (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (LIMBER_APP_ID);
  /* A demo remembers nothing. */
  if (!self->options.demo && !self->options.tour)
    self->settings = limber_desk_settings_open (NULL);
  /* Being told to stop removes a demo clinic too. */
  self->terminate_id = g_unix_signal_add (SIGTERM, on_signal, self);
  self->interrupt_id = g_unix_signal_add (SIGINT, on_signal, self);
}

static void
limber_application_activate (GApplication *application)
{
  LimberApplication *self = LIMBER_APPLICATION (application);
  LimberWindow *window = get_window (self);

  if (window)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  make_window (self);
  self->present_id = g_timeout_add (PATIENCE_MS, present, self);
  open_clinic (self);
}

static void
limber_application_shutdown (GApplication *application)
{
  LimberApplication *self = LIMBER_APPLICATION (application);

  if (self->opened && !self->opened->demo_folder)
    self->last_clinic = g_strdup (limber_store_path (self->opened->store));
  g_cancellable_cancel (self->opening);
  g_clear_handle_id (&self->present_id, g_source_remove);
  close_clinic (self);
  g_queue_clear_full (&self->pending, request_free);
  g_clear_handle_id (&self->terminate_id, g_source_remove);
  g_clear_handle_id (&self->interrupt_id, g_source_remove);
  G_APPLICATION_CLASS (limber_application_parent_class)->shutdown (application);
}

static void
limber_application_finalize (GObject *object)
{
  LimberApplication *self = LIMBER_APPLICATION (object);

  g_free (self->options.database);
  g_free (self->options.now);
  g_free (self->options.page);
  g_free (self->options.tour);
  g_free (self->options.manner);
  g_free (self->last_clinic);
  g_clear_object (&self->settings);
  g_clear_object (&self->opening);
  G_OBJECT_CLASS (limber_application_parent_class)->finalize (object);
}

static void
limber_application_class_init (LimberApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = limber_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = limber_application_startup;
  G_APPLICATION_CLASS (klass)->activate = limber_application_activate;
  G_APPLICATION_CLASS (klass)->shutdown = limber_application_shutdown;
}

static void
limber_application_init (LimberApplication *self)
{
  self->opening = g_cancellable_new ();
  g_queue_init (&self->pending);
}

/** limber_application_new: @options is copied. A demo or another file is an instance of its own. */
LimberApplication *
limber_application_new (const LimberOptions *options)
{
  GApplicationFlags flags = G_APPLICATION_DEFAULT_FLAGS;
  LimberApplication *self;

  if (is_own_instance (options))
    flags |= G_APPLICATION_NON_UNIQUE;
  else if (options->service)
    flags |= G_APPLICATION_IS_SERVICE;
  self = g_object_new (LIMBER_TYPE_APPLICATION, "application-id", LIMBER_APP_ID, "flags", flags,
                       "resource-base-path", "/org/limber/Limber", NULL);
  self->options.demo = options->demo;
  self->options.service = options->service;
  self->options.database = g_strdup (options->database);
  self->options.now = g_strdup (options->now);
  self->options.page = g_strdup (options->page);
  self->options.tour = g_strdup (options->tour);
  self->options.manner = g_strdup (options->manner);
  return self;
}

/**
 * limber_application_get_last_clinic:
 *
 * Returns: (nullable) (transfer none): once the application has run, the clinic that was open until the end. It should
 * be backed up when the application is gone, so that another one can start meanwhile.
 */
const char *
limber_application_get_last_clinic (LimberApplication *self)
{
  g_return_val_if_fail (LIMBER_IS_APPLICATION (self), NULL);
  return self->last_clinic;
}

/** limber_application_failed: Returns: whether a tour could not show all it should have shown. */
gboolean
limber_application_failed (LimberApplication *self)
{
  g_return_val_if_fail (LIMBER_IS_APPLICATION (self), TRUE);
  return self->failed;
}
