/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must not be missed about this client, and the touch that keeps a new red flag for the visits to come. */
#include "pages/session/session-alert.h"

#include <glib/gi18n-lib.h>

#include "pages/session/session-words.h"
#include "services/session/session-flags.h"
#include "services/wording/wording.h"
#include "widgets/feedback.h"
#include "widgets/notice-bar.h"

struct _LimberSessionAlert {
  AdwBin parent_instance;

  LimberSessionRoom *room;
  LimberNoticeBar *notice;
  GtkWidget *keep;
};

G_DEFINE_FINAL_TYPE (LimberSessionAlert, limber_session_alert, ADW_TYPE_BIN)

/* Returns: (transfer full) (nullable): the red flag that the next touch keeps, in words */
static LimberHealthItem *
next_flag (LimberSessionAlert *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);
  LimberRedFlag flag;
  LimberHealthItem *item;

  if (sheet == NULL)
    return NULL;
  item = limber_session_red_flag_to_keep (sheet->health, sheet->findings, &flag);
  if (item != NULL)
    limber_record_set_text (&item->text, limber_wording_red_flag (flag));
  return item;
}

static void
on_room_changed (LimberSessionAlert *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);
  g_autoptr (LimberHealthItem) item = next_flag (self);
  g_autofree char *text = NULL;

  if (sheet == NULL)
    return;
  text = limber_session_words_alerts (sheet->health, sheet->findings);
  limber_notice_bar_set (self->notice, LIMBER_NOTICE_ALERT, text, NULL);
  gtk_widget_set_visible (self->keep, item != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

typedef struct {
  LimberSessionRoom *room;
  char *item_id;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_object_unref (kept->room);
  g_free (kept->item_id);
  g_free (kept);
}

static void
on_undo (gpointer data)
{
  Kept *kept = data;

  limber_session_room_forget_red_flag (kept->room, kept->item_id);
}

static void
on_keep (LimberSessionAlert *self)
{
  g_autoptr (LimberHealthItem) item = next_flag (self);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  Kept *kept;

  if (item == NULL)
    return;
  item->base.id = g_uuid_string_random ();
  limber_session_room_keep_red_flag (self->room, item);
  kept = g_new0 (Kept, 1);
  kept->room = g_object_ref (self->room);
  kept->item_id = g_strdup (item->base.id);
  words = limber_session_words_health (item);
  /* Translators: a health item, such as "Red flag: groin pain (left groin)" */
  text = g_strdup_printf (_ ("Kept in the health record. %s"), words);
  limber_feedback_undo (GTK_WIDGET (self), text, on_undo, kept, kept_free);
}

static void
limber_session_alert_dispose (GObject *object)
{
  g_clear_object (&LIMBER_SESSION_ALERT (object)->room);
  G_OBJECT_CLASS (limber_session_alert_parent_class)->dispose (object);
}

static void
limber_session_alert_class_init (LimberSessionAlertClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_session_alert_dispose;
}

static void
limber_session_alert_init (LimberSessionAlert *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->notice = LIMBER_NOTICE_BAR (limber_notice_bar_new ());
  self->keep = gtk_button_new_with_label (_ ("Keep in the health record"));
  gtk_widget_set_tooltip_text (self->keep, _ ("The red flag stands there at the next visit too, until somebody resolves it"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->keep))), TRUE);
  gtk_widget_add_css_class (self->keep, "session-touch");
  gtk_widget_set_visible (self->keep, FALSE);
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (on_keep), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (box), self->keep);
  adw_bin_set_child (ADW_BIN (self), box);
}

/** limber_session_alert_set_room: The session whose client is meant; once. */
void
limber_session_alert_set_room (LimberSessionAlert *self, LimberSessionRoom *room)
{
  g_return_if_fail (LIMBER_IS_SESSION_ALERT (self));

  g_set_object (&self->room, room);
  g_signal_connect_object (room, "changed", G_CALLBACK (on_room_changed), self, G_CONNECT_SWAPPED);
}
