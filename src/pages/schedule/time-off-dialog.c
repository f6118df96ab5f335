/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/time-off-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/clients/client-writer.h"
#include "pages/parts/date-row.h"
#include "pages/preferences/preferences-rows.h"
#include "pages/parts/small-dialog.h"
#include "pages/parts/staff-row.h"
#include "pages/schedule/time-off-words.h"

#define START (12 * 60)
#define END (13 * 60)

/* One dialog for every time that is not as every week: the kind decides which rows are shown. It lives as long as its
 * window. */
typedef struct {
  GtkWindow *window;
  LimberStore *store;
  LimberClock *clock;
  LimberTimeOffEntry *entry; /* what is changed, NULL for a new one */

  AdwComboRow *kind;
  LimberStaffRow *who;
  AdwComboRow *why;
  LimberDateRow *from;
  LimberDateRow *to;
  GtkWidget *times;
  GtkWidget *from_time;
  GtkWidget *to_time;
  AdwEntryRow *text;
  GtkLabel *problem;
  GtkWidget *save;
} TimeOffDialog;

static const LimberBlockedKind reasons[] = {
  LIMBER_BLOCKED_KIND_BREAK,
  LIMBER_BLOCKED_KIND_MEETING,
  LIMBER_BLOCKED_KIND_OTHER,
};

static void
dialog_free (gpointer data, GObject *window)
{
  TimeOffDialog *self = data;

  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_clear_pointer (&self->entry, limber_time_off_entry_free);
  g_free (self);
}

static LimberTimeOffKind
kind_of (TimeOffDialog *self)
{
  return (LimberTimeOffKind) adw_combo_row_get_selected (self->kind);
}

static LimberTimeOff
read_fields (TimeOffDialog *self)
{
  LimberTimeOff said = {
    .kind = kind_of (self),
    .staff_id = kind_of (self) != LIMBER_TIME_OFF_CLOSED ? (char *) limber_staff_row_get_id (self->who) : NULL,
    .from = limber_date_row_get (self->from),
    .to = limber_date_row_get (self->to),
    .from_minute = limber_preferences_time_drop_get (self->from_time),
    .to_minute = limber_preferences_time_drop_get (self->to_time),
    .why = reasons[MIN (adw_combo_row_get_selected (self->why), G_N_ELEMENTS (reasons) - 1)],
    .text = limber_client_text_dup (gtk_editable_get_text (GTK_EDITABLE (self->text))),
  };

  if (said.to == LIMBER_DATE_NONE && !limber_client_text_is_filled (gtk_editable_get_text (GTK_EDITABLE (self->to))))
    said.to = said.from;
  return said;
}

static void
on_changed (TimeOffDialog *self)
{
  LimberTimeOffKind kind = kind_of (self);
  gboolean whole = kind == LIMBER_TIME_OFF_CLOSED || kind == LIMBER_TIME_OFF_AWAY;
  LimberTimeOff said = read_fields (self);
  gboolean dates = limber_date_row_check (self->from, TRUE) & limber_date_row_check (self->to, FALSE);
  LimberTimeOffProblem problem = dates || said.from == LIMBER_DATE_NONE ? limber_time_off_check (&said)
                                                                        : LIMBER_TIME_OFF_NO_DATE;

  gtk_widget_set_visible (GTK_WIDGET (self->who), kind != LIMBER_TIME_OFF_CLOSED);
  gtk_widget_set_visible (GTK_WIDGET (self->to), whole);
  gtk_widget_set_visible (self->times, !whole);
  gtk_widget_set_visible (GTK_WIDGET (self->why), kind == LIMBER_TIME_OFF_BLOCKED || kind == LIMBER_TIME_OFF_WEEKLY);
  gtk_widget_set_visible (GTK_WIDGET (self->text), kind != LIMBER_TIME_OFF_OTHER_HOURS);
  gtk_label_set_label (self->problem, limber_time_off_problem_text (problem));
  gtk_widget_set_sensitive (self->save, problem == LIMBER_TIME_OFF_FINE && limber_staff_row_is_ready (self->who));
  g_free (said.text);
}

static void
on_saved (GtkWidget *widget, gconstpointer record, gpointer data)
{
  g_autoptr (GtkWindow) window = data;

  if (record != NULL)
    gtk_window_close (window);
}

static void
on_save (TimeOffDialog *self)
{
  LimberTimeOff said = read_fields (self);
  GTimeZone *zone = limber_clock_zone (self->clock);
  const LimberRecordType *type = self->entry != NULL ? self->entry->type : NULL;
  gpointer record = self->entry != NULL ? limber_time_off_change (self->entry, &said, zone)
                                        : limber_time_off_record (&said, zone, &type);

  limber_client_write (self->save, self->store, type, self->entry != NULL ? LIMBER_WRITE_UPDATE : LIMBER_WRITE_INSERT,
                       record, on_saved, g_object_ref (self->window));
  g_free (said.text);
}

static GtkWidget *
combo_new (const char *title, const char *const *words)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  return row;
}

static AdwEntryRow *
entry_new (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return ADW_ENTRY_ROW (row);
}

static GtkWidget *
times_new (TimeOffDialog *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Time"));
  self->from_time = limber_preferences_time_drop (_("Beginning"), START);
  self->to_time = limber_preferences_time_drop (_("End"), END);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->from_time);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->to_time);
  return row;
}

static GtkWidget *
build_rows (TimeOffDialog *self, const char *staff_id, LimberDate day)
{
  const char *const kinds[] = { _("The clinic is closed"), _("A therapist is away"), _("Other hours on one day"),
                                _("Blocked once"), _("Blocked every week"), NULL };
  const char *const whys[] = { _("Break"), _("Meeting or training"), _("Something else"), NULL };
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->kind = ADW_COMBO_ROW (combo_new (_("What"), kinds));
  self->who = LIMBER_STAFF_ROW (limber_staff_row_new (self->store, _("Who"), _("Whole clinic"), staff_id));
  self->why = ADW_COMBO_ROW (combo_new (_("Why"), whys));
  self->from = LIMBER_DATE_ROW (limber_date_row_new (_("Day"), self->clock, day));
  self->to = LIMBER_DATE_ROW (limber_date_row_new (_("Last day (empty for one day)"), self->clock, day));
  self->times = times_new (self);
  self->text = entry_new (_("Text, such as Lunch or Summer holiday"));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->kind));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->who));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->from));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->to));
  gtk_list_box_append (GTK_LIST_BOX (list), self->times);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->why));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->text));
  return list;
}

static void
connect_rows (TimeOffDialog *self)
{
  GtkWidget *const drops[] = { GTK_WIDGET (self->kind), GTK_WIDGET (self->why), self->from_time,
                               self->to_time };
  AdwEntryRow *const entries[] = { ADW_ENTRY_ROW (self->from), ADW_ENTRY_ROW (self->to), self->text };

  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    g_signal_connect_swapped (drops[i], "notify::selected", G_CALLBACK (on_changed), self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_signal_connect_swapped (entries[i], "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->who, "chosen", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (on_save), self);
}

static GtkWidget *
build_content (TimeOffDialog *self, const char *staff_id, LimberDate day)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (content), build_rows (self, staff_id, day));
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "limber-hint");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->problem));
  return content;
}

static TimeOffDialog *
dialog_new (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *staff_id, LimberDate date)
{
  TimeOffDialog *self = g_new0 (TimeOffDialog, 1);
  GtkWidget *content;

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  content = build_content (self, staff_id, date != LIMBER_DATE_NONE ? date : limber_clock_today (clock));
  self->window = limber_small_dialog_new (widget, _("Not as Every Week"), NULL, content, _("_Save"), "suggested-action",
                                          &self->save);
  g_object_weak_ref (G_OBJECT (self->window), dialog_free, self);
  limber_date_row_set (self->from, date);
  return self;
}

static void
present (TimeOffDialog *self)
{
  connect_rows (self);
  on_changed (self);
  gtk_window_present (self->window);
}

/**
 * limber_time_off_dialog_present:
 * @widget: over whose window
 * @kind: to begin with
 * @staff_id: (nullable): whom it is about
 * @date: to begin with, none for nothing
 *
 * Asks for a closure, a holiday, other hours or blocked time.
 */
void
limber_time_off_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, LimberTimeOffKind kind,
                                const char *staff_id, LimberDate date)
{
  TimeOffDialog *self = dialog_new (widget, store, clock, staff_id, date);

  adw_combo_row_set_selected (self->kind, (guint) kind);
  present (self);
}

static void
show_reason (TimeOffDialog *self, LimberBlockedKind why)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i] == why)
      adw_combo_row_set_selected (self->why, i);
}

/**
 * limber_time_off_dialog_edit:
 * @entry: (transfer full): what is to be changed; its kind stays
 */
void
limber_time_off_dialog_edit (GtkWidget *widget, LimberStore *store, LimberClock *clock, LimberTimeOffEntry *entry)
{
  const LimberTimeOff *said = &entry->said;
  TimeOffDialog *self = dialog_new (widget, store, clock, said->staff_id, said->from);

  self->entry = entry;
  adw_combo_row_set_selected (self->kind, (guint) said->kind);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), FALSE);
  limber_date_row_set (self->to, said->to > said->from ? said->to : LIMBER_DATE_NONE);
  limber_preferences_time_drop_set (self->from_time, said->from_minute);
  limber_preferences_time_drop_set (self->to_time, said->to_minute);
  show_reason (self, said->why);
  gtk_editable_set_text (GTK_EDITABLE (self->text), said->text != NULL ? said->text : "");
  present (self);
}
