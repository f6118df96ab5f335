/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * The only file that knows libnotify, and only the reminder process links it: a call into a daemon that hangs
 * blocks for many seconds, which no window may do. A bubble lives in the table under the caller's key for
 * exactly as long as the daemon shows it, since libnotify forgets the callbacks of a notification that nobody holds.
 *
 * Without a daemon every call fails with an error and nothing else happens.
 */
#define G_LOG_DOMAIN "limber-notifier"

#include "services/rebook/notifier.h"

#include "limber-config.h"

#include <libnotify/notify.h>

struct _LimberNotifier {
  GObject parent_instance;

  GHashTable *open; /* key → NotifyNotification */
};

enum {
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberNotifier, limber_notifier, G_TYPE_OBJECT)

typedef struct {
  LimberNotifier *notifier; /* the table of bubbles belongs to it, so it outlives them */
  char *key;
} Bubble;

static void
bubble_free (gpointer data)
{
  Bubble *bubble = data;

  g_free (bubble->key);
  g_free (bubble);
}

static Bubble *
bubble_new (LimberNotifier *self, const char *key)
{
  Bubble *bubble = g_new0 (Bubble, 1);

  bubble->notifier = self;
  bubble->key = g_strdup (key);
  return bubble;
}

static void
on_action (NotifyNotification *notification, char *action, gpointer user_data)
{
  Bubble *bubble = user_data;
  g_autoptr (LimberNotifier) self = g_object_ref (bubble->notifier);
  g_autofree char *key = g_strdup (bubble->key);

  g_signal_emit (self, signals[ACTIVATED], 0, key, action, notify_notification_get_activation_token (notification));
  limber_notifier_close (self, key);
}

static void
on_closed (NotifyNotification *notification, gpointer user_data)
{
  LimberNotifier *self = user_data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == notification)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static gboolean
server_can (const char *capability)
{
  GList *capabilities = notify_get_server_caps ();
  gboolean found = g_list_find_custom (capabilities, capability, (GCompareFunc) g_strcmp0) != NULL;

  g_list_free_full (capabilities, g_free);
  return found;
}

static void
release (gpointer data)
{
  NotifyNotification *notification = data;

  g_signal_handlers_disconnect_matched (notification, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, (gpointer) on_closed, NULL);
  g_object_unref (notification);
}

static void
limber_notifier_finalize (GObject *object)
{
  LimberNotifier *self = LIMBER_NOTIFIER (object);

  g_hash_table_unref (self->open);
  G_OBJECT_CLASS (limber_notifier_parent_class)->finalize (object);
}

static void
limber_notifier_class_init (LimberNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = limber_notifier_finalize;

  /**
   * LimberNotifier::activated:
   * @key: what limber_notifier_show() was given
   * @action: the id of the button, "default" for the bubble itself
   * @token: (nullable): lets the window that answers come to the front
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
limber_notifier_init (LimberNotifier *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, release);
}

/** limber_notifier_new: Returns: (transfer full): a notifier without bubbles. */
LimberNotifier *
limber_notifier_new (void)
{
  return g_object_new (LIMBER_TYPE_NOTIFIER, NULL);
}

/** limber_notifier_is_available: Returns: whether a notification daemon answers; asks it, and may wait for it. */
gboolean
limber_notifier_is_available (LimberNotifier *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (LIMBER_IS_NOTIFIER (self), FALSE);

  return (notify_is_initted () || notify_init ("Limber")) && notify_get_server_info (&name, NULL, NULL, NULL);
}

/** limber_notifier_has_actions: Returns: whether the daemon shows buttons; asks it, and may wait for it. */
gboolean
limber_notifier_has_actions (LimberNotifier *self)
{
  g_return_val_if_fail (LIMBER_IS_NOTIFIER (self), FALSE);

  return (notify_is_initted () || notify_init ("Limber")) && server_can ("actions");
}

static NotifyNotification *
make_notification (LimberNotifier *self, const LimberNotifierBubble *bubble)
{
  g_autofree char *text = bubble->body && server_can ("body-markup") ? g_markup_escape_text (bubble->body, -1)
                                                                     : g_strdup (bubble->body);
  NotifyNotification *notification = notify_notification_new (bubble->title, text, LIMBER_APP_ID);

  notify_notification_set_hint (notification, "desktop-entry", g_variant_new_string (LIMBER_APP_ID));
  notify_notification_set_timeout (notification, NOTIFY_EXPIRES_NEVER);
  notify_notification_set_urgency (notification, bubble->urgent ? NOTIFY_URGENCY_CRITICAL : NOTIFY_URGENCY_NORMAL);
  if (bubble->category != NULL)
    notify_notification_set_category (notification, bubble->category);
  if (bubble->n_actions > 0 && server_can ("actions"))
    for (guint i = 0; i < bubble->n_actions; i++)
      notify_notification_add_action (notification, bubble->actions[i].id, bubble->actions[i].label, on_action,
                                      bubble_new (self, bubble->key), bubble_free);
  g_signal_connect (notification, "closed", G_CALLBACK (on_closed), self);
  return notification;
}

/**
 * limber_notifier_show:
 *
 * Shows a bubble; one with the same key is replaced.
 *
 * Returns: %FALSE with @error when there is no bus, no daemon, or the daemon refuses.
 */
gboolean
limber_notifier_show (LimberNotifier *self, const LimberNotifierBubble *bubble, GError **error)
{
  NotifyNotification *notification;

  g_return_val_if_fail (LIMBER_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (bubble->key != NULL && bubble->title != NULL, FALSE);

  if (!notify_is_initted () && !notify_init ("Limber"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "The notification service cannot be reached");
      return FALSE;
    }
  notification = make_notification (self, bubble);
  if (!notify_notification_show (notification, error))
    {
      release (notification);
      return FALSE;
    }
  limber_notifier_close (self, bubble->key);
  g_hash_table_insert (self->open, g_strdup (bubble->key), notification);
  return TRUE;
}

/** limber_notifier_dup_daemon: Returns: (transfer full) (nullable): "dunst 1.9"; %NULL when no daemon answers. */
char *
limber_notifier_dup_daemon (LimberNotifier *self)
{
  g_autofree char *name = NULL;
  g_autofree char *version = NULL;

  g_return_val_if_fail (LIMBER_IS_NOTIFIER (self), NULL);

  if ((!notify_is_initted () && !notify_init ("Limber")) || !notify_get_server_info (&name, NULL, &version, NULL))
    return NULL;
  return g_strdup_printf ("%s %s", name, version);
}

/** limber_notifier_close: Takes the bubble with @key away, if it is still there. */
void
limber_notifier_close (LimberNotifier *self, const char *key)
{
  g_autofree char *stolen_key = NULL;
  NotifyNotification *notification = NULL;

  g_return_if_fail (LIMBER_IS_NOTIFIER (self));

  if (!g_hash_table_steal_extended (self->open, key, (gpointer *) &stolen_key, (gpointer *) &notification))
    return;
  notify_notification_close (notification, NULL);
  release (notification);
}

/**
 * limber_notifier_forget:
 *
 * The daemon is gone and all bubbles with it. A new one counts from the beginning, so an old bubble that was kept would
 * take the clicks of a new one for its own.
 */
void
limber_notifier_forget (LimberNotifier *self)
{
  g_return_if_fail (LIMBER_IS_NOTIFIER (self));

  g_hash_table_remove_all (self->open);
}

/** limber_notifier_dup_open_keys: Returns: (transfer full): the keys of the bubbles now shown. */
GStrv
limber_notifier_dup_open_keys (LimberNotifier *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (LIMBER_IS_NOTIFIER (self), NULL);

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_strv_builder_add (keys, key);
  return g_strv_builder_end (keys);
}

/** limber_notifier_get_n_open: Returns: how many bubbles are shown. */
guint
limber_notifier_get_n_open (LimberNotifier *self)
{
  g_return_val_if_fail (LIMBER_IS_NOTIFIER (self), 0);

  return g_hash_table_size (self->open);
}
