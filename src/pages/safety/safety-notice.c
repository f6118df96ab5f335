/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/safety/safety-notice.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-safety.h"
#include "services/restore.h"
#include "store/restored.h"
#include "widgets/feedback.h"
#include "widgets/notice-bar.h"

struct _LimberSafetyNotice {
  AdwBin parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  LimberRestored *restored; /* %NULL when nothing waits for somebody to look */
  char *failure;            /* %NULL while backups are made */
};

G_DEFINE_FINAL_TYPE (LimberSafetyNotice, limber_safety_notice, ADW_TYPE_BIN)

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) self = data;
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error != NULL)
    limber_feedback_error (self, error);
}

static void
on_activated (LimberSafetyNotice *self)
{
  if (self->restored != NULL)
    limber_restore_confirm_async (self->store, self->clock, on_confirmed, g_object_ref (self));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.data-safety", NULL);
}

static LimberNoticeBar *
get_bar (LimberSafetyNotice *self)
{
  GtkWidget *bar = adw_bin_get_child (ADW_BIN (self));

  if (bar == NULL)
    {
      bar = limber_notice_bar_new ();
      g_signal_connect_swapped (bar, "activated", G_CALLBACK (on_activated), self);
      adw_bin_set_child (ADW_BIN (self), bar);
    }
  return LIMBER_NOTICE_BAR (bar);
}

static void
update (LimberSafetyNotice *self)
{
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->restored != NULL || self->failure != NULL);
  if (self->restored != NULL)
    {
      when = limber_wording_moment (self->restored->made_at, self->clock);
      text = g_strdup_printf (_("The clinic was restored as it was: %s. No reminders are shown until you have looked."),
                              when);
      limber_notice_bar_set (get_bar (self), LIMBER_NOTICE_WARNING, text, _("All Is Right"));
    }
  else if (self->failure != NULL)
    limber_notice_bar_set (get_bar (self), LIMBER_NOTICE_ALERT, self->failure, _("Data Safety"));
}

static gpointer
load_restored (LimberDb *db, gpointer data, GError **error)
{
  return limber_restored_load_open (db, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  LimberSafetyNotice *self = data;
  g_autoptr (GError) error = NULL;
  LimberRestored *restored = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (error != NULL)
    return;
  g_clear_pointer (&self->restored, limber_restored_free);
  self->restored = restored;
  update (self);
}

static void
reload (LimberSafetyNotice *self)
{
  limber_store_read_async (self->store, load_restored, NULL, NULL, (GDestroyNotify) limber_restored_free,
                           self->cancellable, on_loaded, self);
}

/* A restore, and its confirmation, touch everything. */
static void
on_changed (LimberSafetyNotice *self, guint topics)
{
  if (topics == LIMBER_TOPIC_ALL)
    reload (self);
}

static void
limber_safety_notice_dispose (GObject *object)
{
  LimberSafetyNotice *self = LIMBER_SAFETY_NOTICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->restored, limber_restored_free);
  g_clear_pointer (&self->failure, g_free);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_safety_notice_parent_class)->dispose (object);
}

static void
limber_safety_notice_class_init (LimberSafetyNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_safety_notice_dispose;
}

static void
limber_safety_notice_init (LimberSafetyNotice *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
limber_safety_notice_new (LimberStore *store, LimberClock *clock)
{
  LimberSafetyNotice *self = g_object_new (LIMBER_TYPE_SAFETY_NOTICE, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

/** limber_safety_notice_set_failure: @why: (nullable): a sentence on why there is no backup; %NULL when there is one */
void
limber_safety_notice_set_failure (LimberSafetyNotice *self, const char *why)
{
  g_return_if_fail (LIMBER_IS_SAFETY_NOTICE (self));

  g_free (self->failure);
  self->failure = g_strdup (why);
  update (self);
}
