/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-ask-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/score-picker.h"
#include "store/follow-up.h"
#include "store/race-list.h"
#include "widgets/feedback.h"

#define LIMBER_TYPE_RACE_ASK_DIALOG (limber_race_ask_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberRaceAskDialog, limber_race_ask_dialog, LIMBER, RACE_ASK_DIALOG, AdwWindow)

typedef struct {
  char *entry_id;
  LimberScorePicker *legs;
  LimberScorePicker *confidence;
} Person;

struct _LimberRaceAskDialog {
  AdwWindow parent_instance;

  GtkBox *people;
  GtkButton *save;

  LimberStore *store;
  GtkWidget *opener;
  LimberDate today;
  GPtrArray *persons;
};

G_DEFINE_FINAL_TYPE (LimberRaceAskDialog, limber_race_ask_dialog, ADW_TYPE_WINDOW)

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->entry_id);
  g_free (person);
}

static gboolean
person_is_answered (const Person *person)
{
  return limber_score_picker_get (person->legs) >= 0 && limber_score_picker_get (person->confidence) >= 0;
}

static void
limber_race_ask_dialog_check (LimberRaceAskDialog *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->persons->len; i++)
    any |= person_is_answered (self->persons->pdata[i]);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), any);
}

static gpointer
limber_race_ask_dialog_job (LimberDb *db, gpointer data, GError **error)
{
  GPtrArray *answers = data;

  for (guint i = 0; i < answers->len; i++)
    if (!limber_follow_up_save (db, answers->pdata[i], error))
      return NULL;
  return NULL;
}

static void
limber_race_ask_dialog_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberRaceAskDialog) self = data;
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  limber_feedback_error (GTK_WIDGET (self->save), error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
}

static void
limber_race_ask_dialog_save_cb (LimberRaceAskDialog *self)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_follow_up_answer_free);

  for (guint i = 0; i < self->persons->len; i++)
    {
      const Person *person = self->persons->pdata[i];
      LimberFollowUpAnswer *answer;

      if (!person_is_answered (person))
        continue;
      answer = g_new0 (LimberFollowUpAnswer, 1);
      *answer = (LimberFollowUpAnswer) { LIMBER_FOLLOW_UP_RACE, g_strdup (person->entry_id),
                                         limber_score_picker_get (person->legs),
                                         limber_score_picker_get (person->confidence), NULL, self->today };
      g_ptr_array_add (answers, answer);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
  limber_store_write_async (self->store, limber_race_ask_dialog_job, answers, (GDestroyNotify) g_ptr_array_unref, NULL,
                            NULL, limber_race_ask_dialog_saved_cb, g_object_ref (self));
}

static void
limber_race_ask_dialog_add (LimberRaceAskDialog *self, const LimberRaceEntrant *entrant)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *name = gtk_label_new (entrant->name);
  Person *person = g_new0 (Person, 1);

  person->entry_id = g_strdup (entrant->base.id);
  person->legs = LIMBER_SCORE_PICKER (limber_score_picker_new (_("Legs"), _("heavy"), _("fresh")));
  person->confidence = LIMBER_SCORE_PICKER (limber_score_picker_new (_("Confidence"), _("none"), _("full")));
  g_signal_connect_swapped (person->legs, "changed", G_CALLBACK (limber_race_ask_dialog_check), self);
  g_signal_connect_swapped (person->confidence, "changed", G_CALLBACK (limber_race_ask_dialog_check), self);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "limber-card-pad");
  gtk_widget_add_css_class (name, "heading");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (card), name);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (person->legs));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (person->confidence));
  gtk_box_append (self->people, card);
  g_ptr_array_add (self->persons, person);
}

static void
limber_race_ask_dialog_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberRaceAskDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entrants = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (entrants == NULL)
    {
      limber_feedback_error (self->opener, error);
      return;
    }
  for (guint i = 0; i < entrants->len; i++)
    if (((LimberRaceEntrant *) entrants->pdata[i])->entry->legs < 0)
      limber_race_ask_dialog_add (self, entrants->pdata[i]);
  limber_race_ask_dialog_check (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
limber_race_ask_dialog_dispose (GObject *object)
{
  LimberRaceAskDialog *self = LIMBER_RACE_ASK_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->opener);
  G_OBJECT_CLASS (limber_race_ask_dialog_parent_class)->dispose (object);
}

static void
limber_race_ask_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (LIMBER_RACE_ASK_DIALOG (object)->persons);
  G_OBJECT_CLASS (limber_race_ask_dialog_parent_class)->finalize (object);
}

static void
limber_race_ask_dialog_class_init (LimberRaceAskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_race_ask_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_race_ask_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/race-ask-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRaceAskDialog, people);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceAskDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, limber_race_ask_dialog_save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
limber_race_ask_dialog_init (LimberRaceAskDialog *self)
{
  self->persons = g_ptr_array_new_with_free_func (person_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_race_ask_dialog_present: asks who of @race was not asked yet how the legs and the confidence were. */
void
limber_race_ask_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, const LimberRace *race)
{
  LimberRaceAskDialog *self = g_object_new (LIMBER_TYPE_RACE_ASK_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->opener = g_object_ref (widget);
  self->today = limber_clock_today (clock);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  limber_store_read_async (store, limber_race_entrants_load,
                           limber_race_query_new (race->base.id, limber_clock_now (clock), limber_clock_zone (clock)),
                           (GDestroyNotify) limber_race_query_free, (GDestroyNotify) g_ptr_array_unref, NULL,
                           limber_race_ask_dialog_loaded_cb, g_object_ref (self));
}
