/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"

#include <glib/gi18n-lib.h>

#include "app/window-actions.h"
#include "app/window.h"
#include "limber-config.h"

struct _LimberApplication {
  AdwApplication parent_instance;

  LimberOptions options;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (LimberApplication, limber_application, ADW_TYPE_APPLICATION)

static gboolean
is_own_instance (const LimberOptions *options)
{
  return options->demo || options->database || options->tour;
}

/* A demo remembers nothing; and a missing schema must not stop a therapist from working. */
static GSettings *
open_settings (const LimberOptions *options)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (options->demo || options->tour || source == NULL)
    return NULL;
  schema = g_settings_schema_source_lookup (source, LIMBER_APP_ID, TRUE);
  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
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
limber_application_startup (GApplication *application)
{
  LimberApplication *self = LIMBER_APPLICATION (application);
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = on_quit },
  };

  G_APPLICATION_CLASS (limber_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  limber_window_actions_add_shortcuts (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (LIMBER_APP_ID);
  self->settings = open_settings (&self->options);
}

static void
limber_application_activate (GApplication *application)
{
  LimberApplication *self = LIMBER_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (limber_window_new (GTK_APPLICATION (self), self->settings));
      limber_window_set_store (LIMBER_WINDOW (window), NULL, NULL);
      limber_window_set_desk (LIMBER_WINDOW (window), NULL);
      limber_window_show_page (LIMBER_WINDOW (window), self->options.page ? self->options.page : "today");
    }
  gtk_window_present (window);
}

static void
limber_application_finalize (GObject *object)
{
  LimberApplication *self = LIMBER_APPLICATION (object);

  g_free (self->options.database);
  g_free (self->options.now);
  g_free (self->options.page);
  g_free (self->options.tour);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (limber_application_parent_class)->finalize (object);
}

static void
limber_application_class_init (LimberApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = limber_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = limber_application_startup;
  G_APPLICATION_CLASS (klass)->activate = limber_application_activate;
}

static void
limber_application_init (LimberApplication *self)
{
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
  return self;
}
