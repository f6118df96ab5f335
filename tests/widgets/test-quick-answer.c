/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/quick-answer.h"

#include <adwaita.h>

#include "../wait.h"

/* Between a key and its answer nothing is painted, but not for ever; and while somebody types the cursor rests. */

typedef struct {
  GtkWidget *window;
  GtkWidget *entry;
  LimberQuickAnswer *quick;
  guint n_frames;
  guint n_frames_waiting;
} Fixture;

static void
count_frame (Fixture *f)
{
  f->n_frames++;
  if (f->quick != NULL && limber_quick_answer_get_waiting (f->quick))
    f->n_frames_waiting++;
}

static void
wait_for_frames (Fixture *f, guint n)
{
  guint end = f->n_frames + n;

  WAIT_UNTIL (f->n_frames >= end);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->window = gtk_window_new ();
  f->entry = gtk_search_entry_new ();
  f->quick = limber_quick_answer_new (GTK_EDITABLE (f->entry));
  gtk_window_set_child (GTK_WINDOW (f->window), f->entry);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_widget_grab_focus (f->entry);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (f->window), "before-paint", G_CALLBACK (count_frame), f);
  wait_for_frames (f, 1);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->quick, limber_quick_answer_free);
  gtk_window_destroy (GTK_WINDOW (f->window));
}

static gboolean
answer (gpointer data)
{
  Fixture *f = data;

  limber_quick_answer_answered (f->quick);
  return G_SOURCE_REMOVE;
}

static void
test_letter_and_list_are_one_frame (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (f->entry), i % 2 ? "a" : "ab");
      limber_quick_answer_asked (f->quick);
      g_assert_true (limber_quick_answer_get_waiting (f->quick));
      g_timeout_add (1, answer, f);
      wait_for_frames (f, 1);
      g_assert_false (limber_quick_answer_get_waiting (f->quick));
    }
  g_assert_cmpuint (f->n_frames_waiting, ==, 0);
}

/* Whatever has become of the answer, the letter appears. */
static void
test_painting_does_not_wait_for_ever (Fixture *f, gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (f->entry), "a");
  limber_quick_answer_asked (f->quick);
  wait_for_frames (f, 1);
  g_assert_false (limber_quick_answer_get_waiting (f->quick));
}

static gboolean
blinks (Fixture *f)
{
  gboolean blinking;

  g_object_get (gtk_widget_get_settings (f->entry), "gtk-cursor-blink", &blinking, NULL);
  return blinking;
}

static void
test_the_cursor_rests (Fixture *f, gconstpointer data)
{
  g_assert_true (blinks (f));
  limber_quick_answer_asked (f->quick);
  g_assert_false (blinks (f));
  WAIT_UNTIL (blinks (f));
  /* A blinking cursor asks for frames. */
  wait_for_frames (f, 30);
}

static void
test_nothing_is_left_behind (Fixture *f, gconstpointer data)
{
  limber_quick_answer_asked (f->quick);
  g_clear_pointer (&f->quick, limber_quick_answer_free);
  g_assert_true (blinks (f));
  gtk_widget_queue_draw (f->entry);
  wait_for_frames (f, 1);
}

/* Somebody who has no blinking cursor keeps it so. */
static void
test_a_still_cursor_stays_still (Fixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (f->entry);

  g_object_set (settings, "gtk-cursor-blink", FALSE, NULL);
  limber_quick_answer_asked (f->quick);
  g_clear_pointer (&f->quick, limber_quick_answer_free);
  g_assert_false (blinks (f));
  g_object_set (settings, "gtk-cursor-blink", TRUE, NULL);
}

#define ADD(path, test) g_test_add ("/quick-answer/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("letter-and-list-are-one-frame", test_letter_and_list_are_one_frame);
  ADD ("painting-does-not-wait-for-ever", test_painting_does_not_wait_for_ever);
  ADD ("the-cursor-rests", test_the_cursor_rests);
  ADD ("nothing-is-left-behind", test_nothing_is_left_behind);
  ADD ("a-still-cursor-stays-still", test_a_still_cursor_stays_still);
  return g_test_run ();
}
