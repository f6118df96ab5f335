/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/mind-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/parts/score-picker.h"
#include "pages/parts/small-dialog.h"
#include "store/mind.h"
#include "widgets/widget-name.h"

/* From here on a worry is one that the window before a goal race should know of; the therapist has the last word. */
#define WORRYING 6

typedef struct {
  LimberStore *store;
  LimberDate today;
  char *client_id;
  GtkWindow *window;
  GtkWidget *save;
  LimberScorePicker *worry;
  LimberScorePicker *confidence;
  GtkSwitch *worries;
  GtkEditable *text;
  gboolean worried; /* before */
} Dialog;

static void
dialog_free (Dialog *dialog)
{
  g_object_unref (dialog->store);
  g_free (dialog->client_id);
  g_free (dialog);
}

static void
check (Dialog *dialog)
{
  gtk_widget_set_sensitive (dialog->save, limber_score_picker_get (dialog->worry) >= 0
                                            && limber_score_picker_get (dialog->confidence) >= 0);
}

static void
on_worry (Dialog *dialog)
{
  gtk_switch_set_active (dialog->worries, dialog->worried || limber_score_picker_get (dialog->worry) >= WORRYING);
  check (dialog);
}

static void
on_save (Dialog *dialog)
{
  LimberMindNote *note = g_new0 (LimberMindNote, 1);

  note->mind = limber_mind_new ();
  note->mind->client_id = g_strdup (dialog->client_id);
  note->mind->said_on = dialog->today;
  note->mind->worry = limber_score_picker_get (dialog->worry);
  note->mind->confidence = limber_score_picker_get (dialog->confidence);
  note->mind->text = limber_client_text_dup (gtk_editable_get_text (dialog->text));
  note->worries = gtk_switch_get_active (dialog->worries);
  limber_small_dialog_write (dialog->window, dialog->store, limber_mind_keep, note,
                             (GDestroyNotify) limber_mind_note_free);
}

static GtkWidget *
rows_new (Dialog *dialog, gboolean worries)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *text = adw_entry_row_new ();

  dialog->worries = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (dialog->worries, worries);
  gtk_widget_set_valign (GTK_WIDGET (dialog->worries), GTK_ALIGN_CENTER);
  limber_widget_name (GTK_WIDGET (dialog->worries), _("Worries before a goal race"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Worries before a goal race"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Gives some extra days between the massage and the race"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (dialog->worries));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (dialog->worries));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (text), _("In the client’s words"));
  dialog->text = GTK_EDITABLE (text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), text);
  return group;
}

/** limber_mind_dialog_present: asks for worry and confidence of @client today. */
void
limber_mind_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, const LimberClient *client)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  dialog->store = g_object_ref (store);
  dialog->today = limber_clock_today (clock);
  dialog->client_id = g_strdup (client->base.id);
  dialog->worried = client->worries;
  dialog->worry = LIMBER_SCORE_PICKER (limber_score_picker_new (_("Worry"), _("none"), _("great")));
  dialog->confidence = LIMBER_SCORE_PICKER (limber_score_picker_new (_("Confidence"), _("none"), _("full")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (dialog->worry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (dialog->confidence));
  gtk_box_append (GTK_BOX (box), rows_new (dialog, client->worries));
  dialog->window = limber_small_dialog_new (widget, client->name, NULL, box, _("_Save"), "suggested-action",
                                            &dialog->save);
  gtk_window_set_default_size (dialog->window, 480, -1);
  g_signal_connect_swapped (dialog->worry, "changed", G_CALLBACK (on_worry), dialog);
  g_signal_connect_swapped (dialog->confidence, "changed", G_CALLBACK (check), dialog);
  g_signal_connect_swapped (dialog->save, "clicked", G_CALLBACK (on_save), dialog);
  g_object_weak_ref (G_OBJECT (dialog->window), (GWeakNotify) (void (*) (void)) dialog_free, dialog);
  check (dialog);
  gtk_window_present (dialog->window);
}
