/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/backup-watch.h"

#include <glib/gi18n-lib.h>

#include "services/backup.h"
#include "widgets/feedback.h"

/* DESIGN: has backups made while the window is open, and says when there are none. Once may be chance, such as a stick
 * that was just pulled out; twice is said over every page, and in a bubble, until it is mended. */

#define BUBBLE_ID "backup-failed"
#define TOO_OFTEN 2

struct _LimberBackupWatch {
  GObject parent_instance;

  LimberSafetyNotice *notice; /* not owned: the watch lives no longer */
  LimberBackupKeeper *keeper;
};

G_DEFINE_FINAL_TYPE (LimberBackupWatch, limber_backup_watch, G_TYPE_OBJECT)

static void
show_bubble (const GError *error)
{
  g_autoptr (GNotification) bubble = g_notification_new (_("The Clinic Is Not Backed Up"));

  g_notification_set_body (bubble, error->message);
  g_notification_set_priority (bubble, G_NOTIFICATION_PRIORITY_HIGH);
  g_application_send_notification (g_application_get_default (), BUBBLE_ID, bubble);
}

static void
on_failed (LimberBackupWatch *self, GError *error, guint times)
{
  if (times == 1)
    limber_feedback_error (GTK_WIDGET (self->notice), error);
  if (times < TOO_OFTEN)
    return;
  limber_safety_notice_set_failure (self->notice, error->message);
  show_bubble (error);
}

static void
on_done (LimberBackupWatch *self)
{
  limber_safety_notice_set_failure (self->notice, NULL);
  g_application_withdraw_notification (g_application_get_default (), BUBBLE_ID);
}

static void
limber_backup_watch_dispose (GObject *object)
{
  g_clear_object (&LIMBER_BACKUP_WATCH (object)->keeper);
  G_OBJECT_CLASS (limber_backup_watch_parent_class)->dispose (object);
}

static void
limber_backup_watch_class_init (LimberBackupWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_backup_watch_dispose;
}

static void
limber_backup_watch_init (LimberBackupWatch *self)
{
}

/** limber_backup_watch_new: Returns: (transfer full): keeps the clinic backed up, and @notice informed. */
LimberBackupWatch *
limber_backup_watch_new (LimberSafetyNotice *notice, LimberStore *store, LimberClock *clock)
{
  LimberBackupWatch *self = g_object_new (LIMBER_TYPE_BACKUP_WATCH, NULL);

  self->notice = notice;
  self->keeper = limber_backup_keeper_new (store, clock);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  return self;
}
