/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/rebook/until-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/date-row.h"
#include "pages/rebook/rebook-deeds.h"
#include "services/wording/wording-contact.h"

#define USUAL_SNOOZE_DAYS 14
#define USUAL_PAUSE_DAYS 28

#define LIMBER_TYPE_UNTIL_DIALOG (limber_until_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberUntilDialog, limber_until_dialog, LIMBER, UNTIL_DIALOG, AdwWindow)

struct _LimberUntilDialog {
  AdwWindow parent_instance;

  GtkWidget *page; /* says what became of it, also after this window is gone */
  LimberStore *store;
  LimberClock *clock;
  GPtrArray *clients;
  char *client_name;
  LimberRebookAnswer answer;

  AdwPreferencesGroup *group;
  AdwComboRow *reason;
  LimberDateRow *until;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (LimberUntilDialog, limber_until_dialog, ADW_TYPE_WINDOW)

static const LimberPauseReason reasons[] = {
  LIMBER_PAUSE_REASON_OFF_SEASON,
  LIMBER_PAUSE_REASON_INJURY,
  LIMBER_PAUSE_REASON_TRAVEL,
  LIMBER_PAUSE_REASON_OTHER,
};

static void
on_done (const GError *error, gpointer data)
{
  g_autoptr (LimberUntilDialog) self = data;

  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (self->save, TRUE);
  adw_preferences_group_set_description (self->group, error->message);
}

static void
on_save (LimberUntilDialog *self)
{
  g_autoptr (LimberRebookDeed) deed = limber_rebook_deed_new (limber_clock_today (self->clock));

  g_ptr_array_extend (deed->clients, self->clients, (GCopyFunc) (void (*) (void)) g_strdup, NULL);
  deed->answer = self->answer;
  deed->until = limber_date_row_get (self->until);
  if (self->answer == LIMBER_REBOOK_ANSWER_PAUSE)
    deed->reason = reasons[adw_combo_row_get_selected (self->reason)];
  gtk_widget_set_sensitive (self->save, FALSE);
  limber_rebook_do (self->page, self->store, deed, self->client_name, on_done, g_object_ref (self));
}

/* A snooze needs a day to come; a pause may stay open, or end today. */
static void
on_until (LimberUntilDialog *self)
{
  gboolean snooze = self->answer == LIMBER_REBOOK_ANSWER_SNOOZE, good;
  LimberDate until, first;

  if (self->clock == NULL)
    return;
  until = limber_date_row_get (self->until);
  first = limber_clock_today (self->clock) + (snooze ? 1 : 0);
  good = limber_date_row_check (self->until, snooze) && (until == LIMBER_DATE_NONE ? !snooze : until >= first);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->until), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->until), "error");
  gtk_widget_set_sensitive (self->save, good);
}

static void
limber_until_dialog_finalize (GObject *object)
{
  LimberUntilDialog *self = LIMBER_UNTIL_DIALOG (object);

  g_clear_object (&self->page);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_free (self->client_name);
  G_OBJECT_CLASS (limber_until_dialog_parent_class)->finalize (object);
}

static void
limber_until_dialog_class_init (LimberUntilDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_until_dialog_finalize;
  g_type_ensure (LIMBER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/until-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberUntilDialog, group);
  gtk_widget_class_bind_template_child (widget_class, LimberUntilDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, LimberUntilDialog, until);
  gtk_widget_class_bind_template_child (widget_class, LimberUntilDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_until);
}

static void
limber_until_dialog_init (LimberUntilDialog *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    gtk_string_list_append (words, limber_wording_pause_reason (reasons[i]));
  adw_combo_row_set_model (self->reason, G_LIST_MODEL (words));
}

static void
show_deed (LimberUntilDialog *self)
{
  gboolean snooze = self->answer == LIMBER_REBOOK_ANSWER_SNOOZE;
  LimberDate today = limber_clock_today (self->clock);

  gtk_window_set_title (GTK_WINDOW (self), snooze ? _ ("Snooze Until") : _ ("Pause Reminders"));
  gtk_button_set_label (GTK_BUTTON (self->save), snooze ? _ ("Snooze") : _ ("Pause"));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !snooze);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->until),
                                 snooze ? _ ("Remind again on") : _ ("Last day of the pause (empty for open)"));
  limber_date_row_prepare (self->until, self->clock, today + (snooze ? USUAL_SNOOZE_DAYS : USUAL_PAUSE_DAYS));
  if (snooze)
    limber_date_row_set (self->until, today + USUAL_SNOOZE_DAYS);
}

/**
 * limber_until_dialog_present:
 * @page: the page that asks; toasts appear there
 * @clients: (element-type utf8): whom it is about
 * @client_name: (nullable): of the only client; %NULL for several
 * @answer: a snooze or a pause
 *
 * Asks until when, for a pause also why, and writes it with Undo.
 */
void
limber_until_dialog_present (GtkWidget *page,
                             LimberStore *store,
                             LimberClock *clock,
                             GPtrArray *clients,
                             const char *client_name,
                             LimberRebookAnswer answer)
{
  LimberUntilDialog *self = g_object_new (LIMBER_TYPE_UNTIL_DIALOG, "transient-for", gtk_widget_get_root (page), NULL);

  self->page = g_object_ref (page);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->clients = g_ptr_array_ref (clients);
  self->client_name = g_strdup (client_name);
  self->answer = answer;
  show_deed (self);
  on_until (self);
  gtk_window_present (GTK_WINDOW (self));
}
