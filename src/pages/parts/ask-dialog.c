/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/ask-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/area-check.h"
#include "pages/parts/page-bits.h"
#include "pages/parts/score-picker.h"
#include "pages/parts/small-dialog.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* DESIGN: a question is asked on the phone, so the last click that it needs saves it and closes the window; Undo opens
 * it again. A hangover of 0 needs one click, all else two; where it hurts takes as many as there are spots, and Save. */
typedef struct {
  LimberStore *store;
  GWeakRef widget;
  GtkWindow *window;
  LimberScorePicker *first;
  LimberScorePicker *second;
  LimberAreaCheck *check;
  LimberFollowUp *question;
  LimberDate today;
} Ask;

/* What Undo needs. */
typedef struct {
  LimberStore *store;
  GWeakRef widget;
  LimberFollowUpKind kind;
  char *id;
} Saved;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_object_unref (ask->store);
  g_weak_ref_clear (&ask->widget);
  limber_follow_up_free (ask->question);
  g_free (ask);
}

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_object_unref (saved->store);
  g_weak_ref_clear (&saved->widget);
  g_free (saved->id);
  g_free (saved);
}

static Saved *
saved_new (LimberStore *store, GtkWidget *widget, LimberFollowUpKind kind, const char *id)
{
  Saved *saved = g_new0 (Saved, 1);

  saved->store = g_object_ref (store);
  g_weak_ref_init (&saved->widget, widget);
  saved->kind = kind;
  saved->id = g_strdup (id);
  return saved;
}

static gpointer
take_back (LimberDb *db, gpointer data, GError **error)
{
  Saved *saved = data;

  limber_follow_up_take_back (db, saved->kind, saved->id, error);
  return NULL;
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer data)
{
  Saved *saved = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&saved->widget);
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (widget != NULL && error != NULL)
    limber_feedback_error (widget, error);
  saved_free (saved);
}

static void
on_undo (gpointer data)
{
  Saved *saved = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&saved->widget);

  limber_store_write_async (saved->store, take_back, saved_new (saved->store, widget, saved->kind, saved->id),
                            saved_free, NULL, NULL, on_taken_back,
                            saved_new (saved->store, widget, saved->kind, saved->id));
}

static gpointer
save_answer (LimberDb *db, gpointer data, GError **error)
{
  limber_follow_up_save (db, data, error);
  return NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Saved *saved = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&saved->widget);
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (widget != NULL && error == NULL)
    {
      limber_feedback_undo (widget, _("Answer saved"), on_undo, saved, saved_free);
      return;
    }
  if (widget != NULL)
    limber_feedback_error (widget, error);
  saved_free (saved);
}

static gboolean
close_window (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

/* The button that was pressed is still at work: the window goes once it is done, and takes no second answer. */
static void
save (Ask *ask, int first, int second, GPtrArray *areas)
{
  LimberFollowUpAnswer *answer = g_new0 (LimberFollowUpAnswer, 1);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&ask->widget);

  *answer = (LimberFollowUpAnswer) { ask->question->kind, g_strdup (ask->question->id), first, second, areas,
                                     ask->today };
  limber_store_write_async (ask->store, save_answer, answer, (GDestroyNotify) limber_follow_up_answer_free, NULL, NULL,
                            on_saved, saved_new (ask->store, widget, answer->kind, answer->id));
  gtk_widget_set_sensitive (GTK_WIDGET (ask->window), FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT, close_window, g_object_ref (ask->window), g_object_unref);
}

static void
on_score (Ask *ask)
{
  int first = limber_score_picker_get (ask->first), second = limber_score_picker_get (ask->second);
  gboolean nothing = ask->question->kind == LIMBER_FOLLOW_UP_HANGOVER && first == 0;

  if (nothing || (first >= 0 && second >= 0))
    save (ask, first, nothing ? 0 : second, NULL);
}

static void
on_areas (Ask *ask)
{
  save (ask, 0, 0, limber_area_check_get_areas (ask->check));
}

static LimberScorePicker *
add_picker (Ask *ask, GtkWidget *box, const char *title, const char *low, const char *high)
{
  GtkWidget *picker = limber_score_picker_new (title, low, high);

  g_signal_connect_swapped (picker, "changed", G_CALLBACK (on_score), ask);
  gtk_box_append (GTK_BOX (box), picker);
  return LIMBER_SCORE_PICKER (picker);
}

static void
on_workouts (GtkButton *button, Ask *ask)
{
  save (ask, (int) limber_workouts_from_id (gtk_widget_get_name (GTK_WIDGET (button))), 0, NULL);
}

static void
add_workouts (Ask *ask, GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (box), limber_page_label (_("How were the workouts since?"), "heading"));
  for (LimberWorkouts i = LIMBER_WORKOUTS_BETTER; i <= LIMBER_WORKOUTS_LAST; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (limber_wording_workouts (i));

      gtk_widget_set_name (button, limber_workouts_id (i));
      gtk_widget_add_css_class (button, "choice");
      g_signal_connect (button, "clicked", G_CALLBACK (on_workouts), ask);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_questions (Ask *ask, GtkWidget *box)
{
  switch (ask->question->kind)
    {
    case LIMBER_FOLLOW_UP_WORKOUTS:
      add_workouts (ask, box);
      break;
    case LIMBER_FOLLOW_UP_RACE:
      ask->first = add_picker (ask, box, _("Legs"), _("heavy"), _("fresh"));
      ask->second = add_picker (ask, box, _("Confidence"), _("none"), _("full"));
      break;
    case LIMBER_FOLLOW_UP_AREAS:
      ask->check = LIMBER_AREA_CHECK (limber_area_check_new ());
      g_signal_connect_swapped (ask->check, "done", G_CALLBACK (on_areas), ask);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (ask->check));
      break;
    case LIMBER_FOLLOW_UP_HANGOVER:
    default:
      ask->first = add_picker (ask, box, _("Beat up or sluggish after it"), _("not at all"), _("very"));
      ask->second = add_picker (ask, box, _("Days until it was gone"), _("the same day"), _("ten days"));
      break;
    }
}

static const char *
hint_of (LimberFollowUpKind kind)
{
  switch (kind)
    {
    case LIMBER_FOLLOW_UP_RACE:
      return _("From three races on, this finds the client’s own best day for a massage.");
    case LIMBER_FOLLOW_UP_AREAS:
      return _("Point at what hurts and say how much. The next session begins there.");
    case LIMBER_FOLLOW_UP_WORKOUTS:
      return _("One click, and it is saved.");
    case LIMBER_FOLLOW_UP_HANGOVER:
    default:
      return _("The slowest recovery of the last deep sessions moves the best day before a race.");
    }
}

static GtkWidget *
header_new (void)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  return header;
}

static GtkWidget *
content_new (Ask *ask)
{
  const LimberFollowUp *question = ask->question;
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *hint = limber_page_label (hint_of (question->kind), "limber-hint");
  g_autofree char *day = limber_wording_day (question->on);
  g_autofree char *about = question->race_name != NULL ? g_strdup_printf ("%s · %s", question->race_name, day)
                                                       : g_strdup_printf (_("Session on %s"), day);

  gtk_widget_add_css_class (box, "booking-side");
  gtk_box_append (GTK_BOX (box), limber_page_label (question->client_name, "title-3"));
  gtk_box_append (GTK_BOX (box), limber_page_label (about, "limber-dim"));
  add_questions (ask, box);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (content), header_new ());
  gtk_box_append (GTK_BOX (content), box);
  return content;
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
  ask->question = limber_follow_up_copy (question);
  ask->today = limber_clock_today (clock);
  gtk_window_set_title (GTK_WINDOW (window), _("Follow Up"));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), question->kind == LIMBER_FOLLOW_UP_AREAS ? 560 : 480, -1);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));
  adw_window_set_content (ADW_WINDOW (window), content_new (ask));
  limber_window_close_on_escape (GTK_WINDOW (window));
  g_object_weak_ref (G_OBJECT (window), (GWeakNotify) (void (*) (void)) ask_free, ask);
  gtk_window_present (GTK_WINDOW (window));
}
