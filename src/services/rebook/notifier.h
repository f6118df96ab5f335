/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_NOTIFIER (limber_notifier_get_type ())
G_DECLARE_FINAL_TYPE (LimberNotifier, limber_notifier, LIMBER, NOTIFIER, GObject)

/** LimberNotifierAction: a button of a bubble; the id "default" is a click on the bubble itself. */
typedef struct {
  const char *id;
  const char *label;
} LimberNotifierAction;

/**
 * LimberNotifierBubble:
 * @key: names the bubble for ::activated and limber_notifier_close()
 * @title: plain text
 * @body: plain text; escaped here for daemons that read markup
 * @category: (nullable): of the notification specification
 * @urgent: stays and breaks through
 * @actions: (array length=n_actions): buttons, left out where the daemon has none
 */
typedef struct {
  const char *key;
  const char *title;
  const char *body;
  const char *category;
  gboolean urgent;
  const LimberNotifierAction *actions;
  guint n_actions;
} LimberNotifierBubble;

LimberNotifier *limber_notifier_new (void);
gboolean        limber_notifier_is_available (LimberNotifier *self);
gboolean        limber_notifier_has_actions (LimberNotifier *self);
gboolean        limber_notifier_show (LimberNotifier *self, const LimberNotifierBubble *bubble, GError **error);
char           *limber_notifier_dup_daemon (LimberNotifier *self);
void            limber_notifier_close (LimberNotifier *self, const char *key);
void            limber_notifier_forget (LimberNotifier *self);
GStrv           limber_notifier_dup_open_keys (LimberNotifier *self);
guint           limber_notifier_get_n_open (LimberNotifier *self);

G_END_DECLS
