/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/question.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/ask-dialog.h"
#include "services/wording/wording-date.h"
#include "widgets/widget-name.h"

/* What the Ask button needs when it is pressed. */
typedef struct {
  LimberStore *store;
  LimberClock *clock;
  LimberFollowUp *question;
} Ask;

const char *
limber_question_icon (const LimberFollowUp *question)
{
  switch (question->kind)
    {
    case LIMBER_FOLLOW_UP_RACE:
      return "emoji-flags-symbolic";
    case LIMBER_FOLLOW_UP_AREAS:
      return "find-location-symbolic";
    case LIMBER_FOLLOW_UP_WORKOUTS:
      return "media-playlist-repeat-symbolic";
    case LIMBER_FOLLOW_UP_HANGOVER:
    default:
      return "face-tired-symbolic";
    }
}

/** limber_question_words: Returns: (transfer full): one line, without the name: "Workouts since Tue 22 Sep?" */
char *
limber_question_words (const LimberFollowUp *question)
{
  g_autofree char *day = limber_wording_day (question->on);

  switch (question->kind)
    {
    case LIMBER_FOLLOW_UP_RACE:
      return g_strdup_printf (_("Legs and confidence on %s?"), day);
    case LIMBER_FOLLOW_UP_AREAS:
      return g_strdup_printf (_("Where does it hurt after %s?"), question->race_name);
    case LIMBER_FOLLOW_UP_WORKOUTS:
      return g_strdup_printf (_("Workouts since %s?"), day);
    case LIMBER_FOLLOW_UP_HANGOVER:
    default:
      return g_strdup_printf (_("Massage hangover after %s?"), day);
    }
}

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *ask = data;

  g_object_unref (ask->store);
  g_object_unref (ask->clock);
  limber_follow_up_free (ask->question);
  g_free (ask);
}

static void
on_ask (GtkWidget *button, Ask *ask)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (button, ADW_TYPE_TOAST_OVERLAY);

  limber_ask_dialog_present (overlay != NULL ? gtk_widget_get_first_child (overlay) : button, ask->store, ask->clock,
                             ask->question);
}

/** limber_question_button_new: Returns: (transfer floating): opens the question, of which it keeps a copy. */
GtkWidget *
limber_question_button_new (LimberStore *store, LimberClock *clock, const LimberFollowUp *question)
{
  GtkWidget *button = gtk_button_new_with_label (_("Ask"));
  g_autofree char *words = limber_question_words (question);
  g_autofree char *name = g_strdup_printf (_("Ask %s: %s"), question->client_name, words);
  Ask *ask = g_new0 (Ask, 1);

  ask->store = g_object_ref (store);
  ask->clock = g_object_ref (clock);
  ask->question = limber_follow_up_copy (question);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_ask), ask, ask_free, 0);
  gtk_widget_set_tooltip_text (button, words);
  limber_widget_name (button, name);
  return button;
}
