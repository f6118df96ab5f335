/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-entry-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/clients/client-writer.h"
#include "pages/parts/date-row.h"
#include "pages/parts/score-picker.h"
#include "store/client-list.h"
#include "widgets/feedback.h"

#define HITS_SHOWN 8

#define LIMBER_TYPE_RACE_ENTRY_DIALOG (limber_race_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberRaceEntryDialog, limber_race_entry_dialog, LIMBER, RACE_ENTRY_DIALOG, AdwWindow)

struct _LimberRaceEntryDialog {
  AdwWindow parent_instance;

  GtkStack *who;
  GtkSearchEntry *search;
  GtkListBox *found;
  AdwAvatar *avatar;
  GtkLabel *client;
  GtkWidget *other;
  GtkSwitch *goal;
  LimberDateRow *hard;
  GtkEditable *target;
  AdwBin *legs_bin;
  AdwBin *confidence_bin;
  GtkLabel *problem;
  GtkButton *save;

  LimberStore *store;
  GCancellable *cancellable;
  GPtrArray *hits;
  LimberRace *race;
  LimberRaceEntry *entry;
  LimberScorePicker *legs;
  LimberScorePicker *confidence;
  LimberDate today;
};

G_DEFINE_FINAL_TYPE (LimberRaceEntryDialog, limber_race_entry_dialog, ADW_TYPE_WINDOW)

static void
limber_race_entry_dialog_check_cb (LimberRaceEntryDialog *self)
{
  LimberDate hard;
  const char *problem = NULL;

  if (self->entry == NULL)
    return;
  hard = limber_date_row_get (self->hard);
  if (!limber_date_row_check (self->hard, FALSE))
    problem = _("Write a day as year-month-day, such as 2026-10-11, or choose it from the calendar.");
  else if (hard != LIMBER_DATE_NONE && hard >= self->race->first_on)
    problem = _("The last hard workout lies before the race.");
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), problem == NULL && self->entry->client_id != NULL);
}

static void
limber_race_entry_dialog_show_client (LimberRaceEntryDialog *self, const char *name)
{
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->client, name);
  gtk_stack_set_visible_child_name (self->who, "chosen");
}

static void
limber_race_entry_dialog_choose (LimberRaceEntryDialog *self, const LimberClientSummary *hit)
{
  limber_record_set_text (&self->entry->client_id, hit->base.id);
  limber_race_entry_dialog_show_client (self, hit->name);
  limber_race_entry_dialog_check_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->goal));
}

static void
limber_race_entry_dialog_found_cb (LimberRaceEntryDialog *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  if (self->hits != NULL && index < self->hits->len)
    limber_race_entry_dialog_choose (self, self->hits->pdata[index]);
}

static void
limber_race_entry_dialog_activate_cb (LimberRaceEntryDialog *self)
{
  if (self->hits != NULL && self->hits->len > 0)
    limber_race_entry_dialog_choose (self, self->hits->pdata[0]);
}

static void
limber_race_entry_dialog_other_cb (LimberRaceEntryDialog *self)
{
  limber_record_set_text (&self->entry->client_id, NULL);
  gtk_stack_set_visible_child_name (self->who, "search");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  limber_race_entry_dialog_check_cb (self);
}

static void
limber_race_entry_dialog_add_hit (LimberRaceEntryDialog *self, const LimberClientSummary *hit)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (hit->name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (hit->team != NULL || hit->phone != NULL)
    {
      g_autofree char *more = g_markup_escape_text (hit->team != NULL ? hit->team : hit->phone, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), more);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->found, row);
}

static gpointer
limber_race_entry_dialog_search_job (LimberDb *db, gpointer data, GError **error)
{
  return limber_client_list_load (db, data, error);
}

static void
limber_race_entry_dialog_hits_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberRaceEntryDialog) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  GtkWidget *row;

  if (hits == NULL)
    {
      limber_feedback_error (GTK_WIDGET (self->save), error);
      return;
    }
  if (self->store == NULL)
    {
      g_ptr_array_unref (hits);
      return;
    }
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = hits;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->found))) != NULL)
    gtk_list_box_remove (self->found, row);
  for (guint i = 0; i < hits->len; i++)
    limber_race_entry_dialog_add_hit (self, hits->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->found), hits->len > 0);
}

static void
limber_race_entry_dialog_search_cb (LimberRaceEntryDialog *self)
{
  char *text = (char *) gtk_editable_get_text (GTK_EDITABLE (self->search));
  LimberClientQuery query = { .text = text, .today = self->today, .limit = HITS_SHOWN };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->found), FALSE);
  if (self->store == NULL || !limber_client_text_is_filled (text))
    return;
  self->cancellable = g_cancellable_new ();
  limber_store_read_async (self->store, limber_race_entry_dialog_search_job, limber_client_query_copy (&query),
                           (GDestroyNotify) limber_client_query_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, limber_race_entry_dialog_hits_cb,
                           g_object_ref (self));
}

static void
limber_race_entry_dialog_saved_cb (GtkWidget *widget, gconstpointer record, gpointer data)
{
  LimberRaceEntryDialog *self = data;

  if (record != NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
  g_object_unref (self);
}

static void
limber_race_entry_dialog_take_answers (LimberRaceEntryDialog *self, LimberRaceEntry *entry)
{
  int legs = limber_score_picker_get (self->legs), confidence = limber_score_picker_get (self->confidence);

  if (legs == entry->legs && confidence == entry->confidence)
    return;
  entry->legs = legs;
  entry->confidence = confidence;
  entry->answered_on = self->today;
}

static void
limber_race_entry_dialog_save_cb (LimberRaceEntryDialog *self)
{
  LimberRaceEntry *entry;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  entry = limber_race_entry_copy (self->entry);
  entry->goal = gtk_switch_get_active (self->goal);
  entry->hard_on = limber_date_row_get (self->hard);
  g_free (entry->target);
  entry->target = limber_client_text_dup (gtk_editable_get_text (self->target));
  if (self->legs != NULL)
    limber_race_entry_dialog_take_answers (self, entry);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
  limber_client_write (GTK_WIDGET (self->save), self->store, &limber_race_entry_type,
                       entry->base.version > 0 ? LIMBER_WRITE_UPDATE : LIMBER_WRITE_INSERT, entry,
                       limber_race_entry_dialog_saved_cb, g_object_ref (self));
}

static void
limber_race_entry_dialog_dispose (GObject *object)
{
  LimberRaceEntryDialog *self = LIMBER_RACE_ENTRY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->race, limber_race_free);
  g_clear_pointer (&self->entry, limber_race_entry_free);
  G_OBJECT_CLASS (limber_race_entry_dialog_parent_class)->dispose (object);
}

static void
limber_race_entry_dialog_class_init (LimberRaceEntryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_race_entry_dialog_dispose;
  g_type_ensure (LIMBER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/race-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, who);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, found);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, avatar);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, client);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, other);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, goal);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, hard);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, target);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, legs_bin);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, confidence_bin);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceEntryDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, limber_race_entry_dialog_check_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_race_entry_dialog_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_race_entry_dialog_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_race_entry_dialog_found_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_race_entry_dialog_other_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_race_entry_dialog_save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
limber_race_entry_dialog_init (LimberRaceEntryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
limber_race_entry_dialog_fill (LimberRaceEntryDialog *self, const char *name)
{
  if (self->entry->base.version > 0)
    gtk_window_set_title (GTK_WINDOW (self), _("Edit Entrant"));
  limber_race_entry_dialog_show_client (self, name);
  gtk_widget_set_visible (self->other, FALSE);
  gtk_switch_set_active (self->goal, self->entry->goal);
  limber_date_row_set (self->hard, self->entry->hard_on);
  if (self->entry->target != NULL)
    gtk_editable_set_text (self->target, self->entry->target);
}

static void
limber_race_entry_dialog_add_answers (LimberRaceEntryDialog *self)
{
  self->legs = LIMBER_SCORE_PICKER (limber_score_picker_new (_("Legs"), _("heavy"), _("fresh")));
  self->confidence = LIMBER_SCORE_PICKER (limber_score_picker_new (_("Confidence"), _("none"), _("full")));
  limber_score_picker_set (self->legs, self->entry->legs);
  limber_score_picker_set (self->confidence, self->entry->confidence);
  adw_bin_set_child (self->legs_bin, GTK_WIDGET (self->legs));
  adw_bin_set_child (self->confidence_bin, GTK_WIDGET (self->confidence));
}

/**
 * limber_race_entry_dialog_present:
 * @entrant: (nullable): the one to edit, or to add when its entry is not stored yet; %NULL to ask whom to add
 *
 * Asks over the window of @widget who runs and how it was, once the race is over.
 */
void
limber_race_entry_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, const LimberRace *race,
                                  const LimberRaceEntrant *entrant)
{
  LimberRaceEntryDialog *self = g_object_new (LIMBER_TYPE_RACE_ENTRY_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->today = limber_clock_today (clock);
  self->race = limber_race_copy (race);
  limber_date_row_prepare (self->hard, clock, race->first_on - 8);
  if (entrant != NULL)
    {
      self->entry = limber_race_entry_copy (entrant->entry);
      limber_race_entry_dialog_fill (self, entrant->name);
    }
  else
    {
      self->entry = limber_race_entry_new ();
      self->entry->legs = self->entry->confidence = -1;
      limber_record_set_text (&self->entry->race_id, race->base.id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->legs_bin), race->last_on < self->today);
  gtk_widget_set_visible (GTK_WIDGET (self->confidence_bin), race->last_on < self->today);
  if (race->last_on < self->today)
    limber_race_entry_dialog_add_answers (self);
  limber_race_entry_dialog_check_cb (self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (self));
}
