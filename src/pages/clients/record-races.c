/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-races.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "pages/clients/mind-dialog.h"
#include "pages/parts/page-bits.h"
#include "pages/races/pin-dialog.h"
#include "pages/races/race-choice.h"
#include "pages/races/race-entry-dialog.h"
#include "pages/races/race-removal.h"
#include "pages/clients/record-lists.h"
#include "pages/clients/record-sweet-spot.h"
#include "services/wording/wording.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* The best days of a client, how the head is, and the races: enter one, edit the entry with the answers after it, take it out again. */

#define ROWS_SHOWN 200

struct _LimberRecordRaces {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *spot;
  GtkWidget *mind;

  LimberStore *store;
  LimberClock *clock;
  const LimberClientFile *file;
};

G_DEFINE_FINAL_TYPE (LimberRecordRaces, limber_record_races, GTK_TYPE_WIDGET)

static gboolean
find (LimberRecordRaces *self, const char *entry_id, const LimberRace **race, const LimberRaceEntry **entry)
{
  for (guint i = 0; self->file != NULL && i < MIN (self->file->entries->len, self->file->races->len); i++)
    {
      *race = self->file->races->pdata[i];
      *entry = self->file->entries->pdata[i];
      if (g_str_equal ((*entry)->base.id, entry_id))
        return TRUE;
    }
  return FALSE;
}

static void
present_entry (LimberRecordRaces *self, const LimberRace *race, const LimberRaceEntry *entry)
{
  LimberRaceEntrant entrant = { .entry = (LimberRaceEntry *) entry, .name = self->file->client->name };

  limber_race_entry_dialog_present (GTK_WIDGET (self), self->store, self->clock, race, &entrant);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordRaces *self = LIMBER_RECORD_RACES (widget);
  const LimberRace *race;
  const LimberRaceEntry *entry;

  if (find (self, g_variant_get_string (target, NULL), &race, &entry))
    present_entry (self, race, entry);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordRaces *self = LIMBER_RECORD_RACES (widget);
  const LimberRace *race;
  const LimberRaceEntry *entry;
  g_autofree char *done = NULL;

  if (!find (self, g_variant_get_string (target, NULL), &race, &entry))
    return;
  done = g_strdup_printf (_("%s was removed from the race"), self->file->client->name);
  limber_race_removal_run (widget, self->store, entry, done);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordRaces *self = LIMBER_RECORD_RACES (widget);

  if (self->file != NULL)
    limber_race_choice_present (widget, self->store, self->clock, self->file->client->base.id,
                                self->file->client->name);
}

static gpointer
read_race (LimberDb *db, gpointer data, GError **error)
{
  return limber_record_load (db, &limber_race_type, data, error);
}

static void
on_race (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberRecordRaces) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberRace) race = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();

  if (race == NULL || self->file == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    {
      limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  entry->legs = entry->confidence = -1;
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, self->file->client->base.id);
  present_entry (self, race, entry);
}

static void
add_to_action (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_store_read_async (LIMBER_RECORD_RACES (widget)->store, read_race, g_variant_dup_string (target, NULL), g_free,
                           (GDestroyNotify) limber_race_free, NULL, on_race, g_object_ref (widget));
}

static void
pin_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordRaces *self = LIMBER_RECORD_RACES (widget);

  if (self->file != NULL)
    limber_pin_dialog_present (widget, self->store, self->file->client->base.id);
}

static void
mind_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordRaces *self = LIMBER_RECORD_RACES (widget);

  if (self->file != NULL)
    limber_mind_dialog_present (widget, self->store, self->clock, self->file->client);
}

/* Rows */

/* "hurts: left quad 6, left lower calf 4" */
static void
add_sore (GString *text, const LimberClientFile *file, const LimberRaceEntry *entry)
{
  g_autoptr (GString) areas = g_string_new (NULL);

  for (guint i = 0; i < file->sore->len; i++)
    {
      const LimberSoreArea *sore = file->sore->pdata[i];
      g_autofree char *area = limber_wording_area (sore->area, sore->side);

      if (g_str_equal (sore->entry_id, entry->base.id))
        g_string_append_printf (areas, "%s%s %d", areas->len > 0 ? ", " : "", area, sore->score);
    }
  if (areas->len > 0)
    /* Translators: areas and how much each hurts: "hurts: left quad 6, left calf 4" */
    g_string_append_printf (text, _("  ·  hurts: %s"), areas->str);
  else if (entry->areas_asked_on != LIMBER_DATE_NONE)
    g_string_append_printf (text, "  ·  %s", _("nothing hurt afterwards"));
}

static char *
subtitle_of (const LimberClientFile *file, const LimberRace *race, const LimberRaceEntry *entry)
{
  g_autofree char *date = limber_words_date_year (race->first_on);
  g_autoptr (GString) text = g_string_new (date);

  if (race->km > 0)
    g_string_append_printf (text, "  ·  %g km", race->km);
  if (entry->goal)
    g_string_append_printf (text, "  ·  %s", _("goal race"));
  if (entry->hard_on != LIMBER_DATE_NONE)
    {
      g_autofree char *hard = limber_words_date_short (entry->hard_on);

      g_string_append (text, "  ·  ");
      g_string_append_printf (text, _("last hard workout %s"), hard);
    }
  if (entry->legs >= 0 && entry->confidence >= 0)
    {
      g_string_append (text, "  ·  ");
      g_string_append_printf (text, _("legs %d, confidence %d"), entry->legs, entry->confidence);
    }
  if (entry->target != NULL)
    {
      g_string_append (text, "  ·  ");
      g_string_append_printf (text, _("wants to feel: %s"), entry->target);
    }
  add_sore (text, file, entry);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_button (AdwActionRow *row, const char *icon, const char *name, const char *action, const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  limber_widget_name (button, name);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
show_button_new (const LimberRace *race, const LimberRaceEntry *entry)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("emoji-flags-symbolic");
  g_autofree char *name = g_strdup_printf (_("Show the days around %s"), race->name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-race");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", race->base.id, entry->client_id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  limber_widget_name (button, name);
  return button;
}

static void
add_entry (LimberRecordRaces *self, GtkListBox *list, const LimberRace *race, const LimberRaceEntry *entry)
{
  g_autofree char *ago = limber_words_days_ago (self->file->today - race->first_on);
  g_autofree char *edit = g_strdup_printf (_("Edit the entry for %s"), race->name);
  g_autofree char *remove = g_strdup_printf (_("Remove from %s"), race->name);
  AdwActionRow *row = limber_record_add_row (list, race->name, subtitle_of (self->file, race, entry));

  adw_action_row_set_subtitle_lines (row, 0);
  limber_record_add_suffix (row, ago);
  adw_action_row_add_suffix (row, show_button_new (race, entry));
  add_button (row, "document-edit-symbolic", edit, "entry.edit", entry->base.id);
  add_button (row, "user-trash-symbolic", remove, "entry.remove", entry->base.id);
}

static void
limber_record_races_dispose (GObject *object)
{
  LimberRecordRaces *self = LIMBER_RECORD_RACES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_record_races_parent_class)->dispose (object);
}

static void
limber_record_races_class_init (LimberRecordRacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_record_races_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "entry.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "entry.add-to", "s", add_to_action);
  gtk_widget_class_install_action (widget_class, "entry.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "entry.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "spot.pin", NULL, pin_action);
  gtk_widget_class_install_action (widget_class, "mind.note", NULL, mind_action);
}

static void
limber_record_races_init (LimberRecordRaces *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add to a Race…"));

  limber_widget_name (add, _("Add to a race"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "entry.add");
  gtk_widget_set_halign (add, GTK_ALIGN_END);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->spot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->mind = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->spot);
  gtk_box_append (GTK_BOX (self->box), self->mind);
  gtk_box_append (GTK_BOX (self->box), add);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** limber_record_races_new: the races of a client. */
GtkWidget *
limber_record_races_new (LimberStore *store, LimberClock *clock)
{
  LimberRecordRaces *self = g_object_new (LIMBER_TYPE_RECORD_RACES, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

/** limber_record_races_set_file: @file must live until the next call. */
void
limber_record_races_set_file (LimberRecordRaces *self, const LimberClientFile *file)
{
  guint n = MIN (file->entries->len, file->races->len);
  GtkListBox *list;

  g_return_if_fail (LIMBER_IS_RECORD_RACES (self));

  self->file = file;
  limber_record_show_sweet_spot (GTK_BOX (self->spot), file);
  limber_record_show_mind (GTK_BOX (self->mind), file);
  list = limber_record_start_list (self->rows, n, _("Races"),
                                   _("No races yet. A race tells the best days for the next visit."));
  for (guint i = 0; i < MIN (n, ROWS_SHOWN); i++)
    add_entry (self, list, file->races->pdata[i], file->entries->pdata[i]);
}
