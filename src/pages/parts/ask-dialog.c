/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/ask-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "services/wording/wording-date.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* One question on its way to its answer. */
typedef struct {
  LimberStore *store;
  GWeakRef widget;
  GtkWindow *window;
  GtkWidget *first;
  GtkWidget *second;
  LimberFollowUpKind kind;
  char *id;
  LimberDate today;
} Ask;

typedef struct {
  LimberFollowUpKind kind;
  char *id;
  int first;
  int second;
  LimberDate today;
} Answer;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *ask = data;

  g_object_unref (ask->store);
  g_weak_ref_clear (&ask->widget);
  g_free (ask->id);
  g_free (ask);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->id);
  g_free (answer);
}

static gpointer
save_answer (LimberDb *db, gpointer data, GError **error)
{
  Answer *answer = data;

  if (answer->kind == LIMBER_FOLLOW_UP_HANGOVER)
    limber_follow_up_save_hangover (db, answer->id, answer->first, answer->second, answer->today, error);
  else
    limber_follow_up_save_race (db, answer->id, answer->first, answer->second, answer->today, error);
  return NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *ref = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (widget != NULL && error != NULL)
    limber_feedback_error (widget, error);
  else if (widget != NULL)
    limber_feedback_toast (widget, _("Answer saved"));
  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
on_save (GtkButton *button, gpointer data)
{
  Ask *ask = data;
  Answer *answer = g_new0 (Answer, 1);
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&ask->widget);

  answer->kind = ask->kind;
  answer->id = g_strdup (ask->id);
  answer->first = (int) gtk_range_get_value (GTK_RANGE (ask->first));
  answer->second = GTK_IS_RANGE (ask->second)
                       ? (int) gtk_range_get_value (GTK_RANGE (ask->second))
                       : gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (ask->second));
  answer->today = ask->today;
  g_weak_ref_init (ref, widget);
  limber_store_write_async (ask->store, save_answer, answer, answer_free, NULL, NULL, on_saved, ref);
  gtk_window_close (ask->window);
}

static GtkWidget *
scale_new (const char *low, const char *high)
{
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 10, 1);

  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_digits (GTK_SCALE (scale), 0);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  gtk_scale_add_mark (GTK_SCALE (scale), 0, GTK_POS_BOTTOM, low);
  gtk_scale_add_mark (GTK_SCALE (scale), 10, GTK_POS_BOTTOM, high);
  gtk_range_set_value (GTK_RANGE (scale), 5);
  return scale;
}

static void
add_question (GtkWidget *box, const char *text, GtkWidget *field)
{
  gtk_box_append (GTK_BOX (box), limber_page_label (text, "heading"));
  limber_widget_name (field, text);
  gtk_box_append (GTK_BOX (box), field);
}

static void
add_questions (Ask *ask, GtkWidget *box)
{
  if (ask->kind == LIMBER_FOLLOW_UP_HANGOVER)
    {
      ask->first = scale_new (_("fresh"), _("beat up"));
      gtk_range_set_value (GTK_RANGE (ask->first), 0);
      ask->second = gtk_spin_button_new_with_range (0, 14, 1);
      add_question (box, _("How sluggish after the session?"), ask->first);
      add_question (box, _("Days until it was gone"), ask->second);
      return;
    }
  ask->first = scale_new (_("heavy"), _("fresh"));
  ask->second = scale_new (_("low"), _("high"));
  add_question (box, _("How were the legs?"), ask->first);
  add_question (box, _("How was the confidence?"), ask->second);
}

static GtkWidget *
header_new (Ask *ask)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_data (save, "clicked", G_CALLBACK (on_save), ask, ask_free, 0);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), save);
  return header;
}

static GtkWidget *
content_new (Ask *ask, const LimberFollowUp *question)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  g_autofree char *day = limber_wording_day (question->on);
  g_autofree char *about = question->race_name != NULL ? g_strdup_printf ("%s · %s", question->race_name, day)
                                                       : g_strdup_printf (_("Session on %s"), day);

  gtk_widget_add_css_class (box, "booking-side");
  gtk_box_append (GTK_BOX (box), limber_page_label (question->client_name, "title-3"));
  gtk_box_append (GTK_BOX (box), limber_page_label (about, "limber-dim"));
  add_questions (ask, box);
  gtk_box_append (GTK_BOX (content), header_new (ask));
  gtk_box_append (GTK_BOX (content), box);
  return content;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

/** limber_ask_dialog_present: a small window that keeps the answer to @question. */
void
limber_ask_dialog_present (GtkWidget *parent, LimberStore *store, LimberClock *clock, const LimberFollowUp *question)
{
  Ask *ask = g_new0 (Ask, 1);
  GtkWidget *window = adw_window_new ();

  ask->store = g_object_ref (store);
  g_weak_ref_init (&ask->widget, parent);
  ask->window = GTK_WINDOW (window);
  ask->kind = question->kind;
  ask->id = g_strdup (question->id);
  ask->today = limber_clock_today (clock);
  gtk_window_set_title (GTK_WINDOW (window), _("Follow up"));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 420, -1);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));
  adw_window_set_content (ADW_WINDOW (window), content_new (ask, question));
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
