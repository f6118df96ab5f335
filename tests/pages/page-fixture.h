/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

#include "services/clock.h"
#include "services/demo/demo-clinic.h"
#include "store/appointment.h"
#include "store/client.h"
#include "store/store.h"

#include "../folder.h"
#include "../wait.h"

/* A page in a real window over a real store: a demo clinic on Tuesday 29 September 2026, 10:22. What a page asks of
 * its window is caught: the last booking that was asked for, and the client to show. */
typedef struct {
  char *dir;
  char *path;
  GTimeZone *zone;
  LimberStore *store;
  LimberClock *clock;
  GtkWidget *window;
  GtkWidget *overlay;
  GtkWidget *page;
  GVariant *asked;
  char *shown;
} PageFixture;

#define PAGE_TODAY "2026-09-29"

static inline void
page_on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PageFixture *f = user_data;
  g_autoptr (GError) error = NULL;

  f->store = limber_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static inline void
page_on_book (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  PageFixture *f = user_data;

  g_clear_pointer (&f->asked, g_variant_unref);
  f->asked = g_variant_ref (target);
}

static inline void
page_on_show (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  PageFixture *f = user_data;

  g_free (f->shown);
  f->shown = g_variant_dup_string (target, NULL);
}

static inline void
page_add_actions (PageFixture *f)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) book = g_simple_action_new ("book", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GSimpleAction) client = g_simple_action_new ("show-client", G_VARIANT_TYPE_STRING);
  g_autoptr (GSimpleAction) page = g_simple_action_new ("show-page", G_VARIANT_TYPE_STRING);

  g_signal_connect (book, "activate", G_CALLBACK (page_on_book), f);
  g_signal_connect (client, "activate", G_CALLBACK (page_on_show), f);
  g_signal_connect (page, "activate", G_CALLBACK (page_on_show), f);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (book));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (client));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (page));
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
}

static inline void
page_set_up (PageFixture *f, GtkWidget *(*create) (LimberStore *store, LimberClock *clock))
{
  LimberDemoOptions options;
  LimberDate today = limber_date_parse (PAGE_TODAY);
  g_autoptr (GError) error = NULL;

  f->dir = g_dir_make_tmp ("limber-page-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "clinic.db", NULL);
  f->zone = g_time_zone_new_identifier ("Europe/Berlin");
  limber_demo_options_init (&options, today, f->zone);
  limber_demo_create (f->path, &options, NULL, &error);
  g_assert_no_error (error);
  limber_store_open_async (f->path, LIMBER_DB_WRITE, NULL, page_on_opened, f);
  WAIT_UNTIL (f->store != NULL);
  f->clock = limber_clock_new_frozen (limber_date_at_minute (today, LIMBER_DEMO_MINUTE, f->zone), f->zone);

  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1360, 860);
  f->overlay = adw_toast_overlay_new ();
  adw_window_set_content (ADW_WINDOW (f->window), f->overlay);
  page_add_actions (f);
  f->page = create (f->store, f->clock);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (f->overlay), f->page);
  gtk_window_present (GTK_WINDOW (f->window));
}

static inline void
page_tear_down (PageFixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  run_what_is_due ();
  limber_store_close (f->store);
  g_clear_object (&f->store);
  g_clear_object (&f->clock);
  g_clear_pointer (&f->asked, g_variant_unref);
  g_clear_pointer (&f->shown, g_free);
  g_time_zone_unref (f->zone);
  remove_folder (f->dir);
  g_free (f->path);
  g_free (f->dir);
}

/* The first visible widget of @type under @widget; of a label or a button, the one that says @text. */
static inline GtkWidget *
page_find (GtkWidget *widget, GType type, const char *text)
{
  const char *says = GTK_IS_LABEL (widget)    ? gtk_label_get_text (GTK_LABEL (widget))
                     : GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget))
                                              : NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (text == NULL || g_strcmp0 (says, text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = page_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline GtkWidget *
page_find_label (GtkWidget *widget, const char *text)
{
  return page_find (widget, GTK_TYPE_LABEL, text);
}

/* The row of a list in which somebody is named. */
static inline GtkWidget *
page_find_row (GtkWidget *widget, const char *name)
{
  GtkWidget *label = page_find_label (widget, name);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

static inline void
page_click (GtkWidget *widget, const char *text)
{
  GtkWidget *button = page_find (widget, GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Takes back what the toast with @text says; waits until it is there. */
static inline void
page_undo (PageFixture *f, const char *text)
{
  GtkWidget *toast, *button = NULL;

  WAIT_UNTIL ((toast = page_find_label (f->overlay, text)) != NULL);
  for (; toast != NULL && button == NULL; toast = gtk_widget_get_parent (toast))
    button = page_find (toast, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static inline LimberDb *
page_open_db (PageFixture *f, LimberDbMode mode)
{
  g_autoptr (GError) error = NULL;
  LimberDb *db = limber_db_open (f->path, mode, &error);

  g_assert_no_error (error);
  return db;
}

/* Reads with a connection of its own, as another program would. */
static inline LimberClient *
page_read_client (PageFixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  LimberClient *client = limber_record_find (db, &limber_client_type, &error, "WHERE name = $1", "s", name);

  g_assert_no_error (error);
  return client;
}

/* Returns: (nullable): the last written appointment of the client. */
static inline LimberAppointment *
page_read_appointment (PageFixture *f, const char *client_id, gint64 from)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  g_autoptr (GError) error = NULL;
  LimberAppointment *appointment = limber_record_find (db, &limber_appointment_type, &error,
                                                       "WHERE client_id = $1 AND start_at >= $2 "
                                                       "ORDER BY start_at LIMIT 1",
                                                       "si", client_id, from);

  g_assert_no_error (error);
  return appointment;
}
