/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-question.h"

#include <glib/gi18n-lib.h>

#include "pages/session/session-words.h"
#include "pages/parts/small-dialog.h"
#include "widgets/notice-bar.h"

/* Asked once, before the hands are on the client: what is missing, and what is new. */
typedef struct {
  char *client_id;
  GtkWindow *window;
  GtkWidget *consent; /* NULL when it was given long ago */
  LimberSessionAnswered answered;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data, GObject *window)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_free (question->client_id);
  g_free (question);
}

static void
on_start (Question *question)
{
  gboolean agreed = question->consent != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (question->consent));
  GtkWindow *window = question->window;

  question->answered (agreed ? question->client_id : NULL, question->data);
  gtk_window_destroy (window);
}

static void
add_news (GtkBox *box, GPtrArray *news)
{
  for (guint i = 0; i < news->len; i++)
    {
      const LimberHealthItem *item = g_ptr_array_index (news, i);
      g_autofree char *line = limber_session_words_health (item);
      g_autofree char *text = item->resolved != LIMBER_DATE_NONE
                                /* Translators: a health item */
                                ? g_strdup_printf (_ ("No longer: %s"), line) : g_strdup (line);
      GtkWidget *notice = limber_notice_bar_new ();

      limber_notice_bar_set (LIMBER_NOTICE_BAR (notice),
                             item->resolved != LIMBER_DATE_NONE ? LIMBER_NOTICE_INFO : LIMBER_NOTICE_ALERT, text, NULL);
      gtk_box_append (box, notice);
    }
}

static GtkWidget *
new_content (Question *question, const LimberSessionConcerns *concerns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  if (concerns->news->len > 0)
    {
      GtkWidget *label = gtk_label_new (_ ("Changed since the last visit. Ask what it means for today:"));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (box), label);
      add_news (GTK_BOX (box), concerns->news);
    }
  if (concerns->no_consent)
    {
      GtkWidget *notice = limber_notice_bar_new ();

      limber_notice_bar_set (LIMBER_NOTICE_BAR (notice), LIMBER_NOTICE_WARNING,
                             _ ("The record knows of no consent to the treatment."), NULL);
      question->consent = gtk_check_button_new_with_label (_ ("The client agrees, today and in person"));
      gtk_box_append (GTK_BOX (box), notice);
      gtk_box_append (GTK_BOX (box), question->consent);
    }
  return box;
}

/**
 * limber_session_question_present:
 * @answered: called when the session shall start
 * @destroy: frees @data when the question is over, whatever the answer
 *
 * Asks what limber_session_concerns_load() found.
 */
void
limber_session_question_present (GtkWindow *parent, const LimberSessionConcerns *concerns,
                                 LimberSessionAnswered answered, gpointer data, GDestroyNotify destroy)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *button;

  question->client_id = g_strdup (concerns->client_id);
  question->answered = answered;
  question->data = data;
  question->destroy = destroy;
  question->window
    = limber_small_dialog_new (GTK_WIDGET (parent), _ ("Before You Start"), concerns->client_name,
                               new_content (question, concerns), _ ("Start session"), "suggested-action", &button);
  gtk_window_set_default_size (question->window, 480, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_start), question);
  g_object_weak_ref (G_OBJECT (question->window), question_free, question);
  gtk_window_present (question->window);
}
