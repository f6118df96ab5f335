/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/waiting-wish-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/booking/client-picker.h"
#include "pages/clients/client-validation.h"
#include "pages/clients/client-writer.h"
#include "pages/parts/date-row.h"
#include "pages/parts/page-bits.h"
#include "pages/preferences/preferences-rows.h"
#include "pages/parts/small-dialog.h"
#include "pages/parts/staff-row.h"
#include "pages/parts/time-wish.h"
#include "store/waiting.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

#define DEFAULT_MINUTES 45

/* What a client would take, to be put on the waiting list. It lives as long as its window. */
typedef struct {
  GtkWindow *window;
  GtkWidget *opener;
  LimberStore *store;
  LimberClock *clock;
  char *client_id;
  char *appointment_id;

  LimberClientPicker *picker;
  GtkSpinButton *minutes;
  LimberStaffRow *who;
  LimberDateRow *from;
  LimberDateRow *until;
  LimberTimeWish wish;
  AdwEntryRow *note;
  GtkLabel *problem;
  GtkWidget *save;
} WishDialog;

static void
dialog_free (gpointer data, GObject *window)
{
  WishDialog *self = data;

  g_object_unref (self->opener);
  g_object_unref (self->store);
  g_object_unref (self->clock);
  g_free (self->client_id);
  g_free (self->appointment_id);
  g_free (self);
}

static const char *
client_of (WishDialog *self)
{
  return self->picker != NULL ? limber_client_picker_get_id (self->picker) : self->client_id;
}

static const char *
problem_of (WishDialog *self)
{
  gboolean from_ok = limber_date_row_check (self->from, FALSE), until_ok = limber_date_row_check (self->until, FALSE);
  LimberDate from = limber_date_row_get (self->from), until = limber_date_row_get (self->until);
  int from_minute = limber_time_wish_get_from (&self->wish), to_minute = limber_time_wish_get_to (&self->wish);

  if (client_of (self) == NULL)
    return _("Choose who is waiting.");
  if (!from_ok || !until_ok)
    return _("Write a day, or choose it from the calendar.");
  if (from != LIMBER_DATE_NONE && until != LIMBER_DATE_NONE && until < from)
    return _("The last day is before the first.");
  if (to_minute > 0 && to_minute < from_minute + gtk_spin_button_get_value_as_int (self->minutes))
    return _("The session does not fit between these times.");
  return NULL;
}

static void
on_changed (WishDialog *self)
{
  const char *problem = problem_of (self);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_sensitive (self->save, problem == NULL && limber_staff_row_is_ready (self->who));
}

static LimberWaiting *
read_fields (WishDialog *self)
{
  LimberWaiting *waiting = limber_waiting_new ();

  limber_record_set_text (&waiting->client_id, client_of (self));
  limber_record_set_text (&waiting->staff_id, limber_staff_row_get_id (self->who));
  limber_record_set_text (&waiting->appointment_id, self->appointment_id);
  waiting->minutes = gtk_spin_button_get_value_as_int (self->minutes);
  waiting->intent = LIMBER_WORK_DEEP;
  waiting->from_on = limber_date_row_get (self->from);
  waiting->until_on = limber_date_row_get (self->until);
  waiting->weekdays = limber_time_wish_get_weekdays (&self->wish);
  waiting->from_minute = limber_time_wish_get_from (&self->wish);
  waiting->to_minute = limber_time_wish_get_to (&self->wish);
  waiting->note = limber_client_text_dup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  waiting->asked_at = limber_clock_now (self->clock);
  return waiting;
}

/* A wish that is being written, and what it takes to take it off the list again. */
typedef struct {
  GtkWindow *window;
  GWeakRef widget;
  LimberStore *store;
  LimberWaiting *waiting;
} Added;

static void
added_free (gpointer data)
{
  Added *added = data;

  g_clear_object (&added->window);
  g_weak_ref_clear (&added->widget);
  g_object_unref (added->store);
  g_clear_pointer (&added->waiting, limber_waiting_free);
  g_free (added);
}

static void
on_undo (gpointer data)
{
  Added *added = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&added->widget);

  if (widget != NULL)
    limber_client_write (widget, added->store, &limber_waiting_type, LIMBER_WRITE_DELETE,
                         limber_waiting_copy (added->waiting), NULL, NULL);
}

static void
on_saved (GtkWidget *button, gconstpointer record, gpointer data)
{
  Added *added = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&added->widget);

  if (record == NULL || widget == NULL)
    {
      added_free (added);
      return;
    }
  gtk_window_close (added->window);
  g_clear_object (&added->window);
  added->waiting = limber_waiting_copy (record);
  limber_feedback_undo (widget, _("On the waiting list"), on_undo, added, added_free);
}

static void
on_save (WishDialog *self)
{
  Added *added = g_new0 (Added, 1);

  added->window = g_object_ref (self->window);
  added->store = g_object_ref (self->store);
  g_weak_ref_init (&added->widget, self->opener);
  limber_client_write (self->save, self->store, &limber_waiting_type, LIMBER_WRITE_INSERT, read_fields (self), on_saved,
                       added);
}

static GtkWidget *
wish_row_new (const char *title, const char *subtitle, GtkWidget *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  return row;
}

static AdwEntryRow *
entry_new (GtkWidget *list, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return ADW_ENTRY_ROW (row);
}

static LimberDateRow *
date_new (WishDialog *self, GtkWidget *list, const char *title)
{
  GtkWidget *row = limber_date_row_new (title, self->clock, limber_clock_today (self->clock));

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return LIMBER_DATE_ROW (row);
}

static GtkWidget *
rows_new (WishDialog *self, int minutes, const char *staff_id)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), limber_preferences_spin_row (_("Minutes"), NULL, LIMBER_MINUTES_MIN,
                                                                         LIMBER_MINUTES_MAX, minutes, &self->minutes));
  self->who = LIMBER_STAFF_ROW (limber_staff_row_new (self->store, _("Therapist"), _("Anybody"), staff_id));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->who));
  limber_time_wish_build (&self->wish, G_CALLBACK (on_changed), self);
  gtk_list_box_append (GTK_LIST_BOX (list), wish_row_new (_("Days"), _("None chosen: any day"), self->wish.days_box));
  gtk_list_box_append (GTK_LIST_BOX (list), wish_row_new (_("Between"), "", self->wish.times_box));
  self->from = date_new (self, list, _("First day (empty for any)"));
  self->until = date_new (self, list, _("Last day (empty for any)"));
  self->note = entry_new (list, _("Note"));
  return list;
}

static void
connect_rows (WishDialog *self)
{
  if (self->picker != NULL)
    g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->who, "chosen", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->minutes, "value-changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->from, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->until, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (on_save), self);
}

static GtkWidget *
content_new (WishDialog *self, int minutes, const char *staff_id)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  if (self->client_id == NULL)
    {
      self->picker = LIMBER_CLIENT_PICKER (limber_client_picker_new (self->store));
      gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->picker));
    }
  gtk_box_append (GTK_BOX (content), rows_new (self, minutes, staff_id));
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "limber-hint");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->problem));
  return content;
}

/**
 * limber_waiting_wish_dialog_present:
 * @widget: over whose window; says what became of it
 * @args: a{sv}, all optional: client (s id), name (s of the client), staff (s id), minutes (i), appointment (s id of the
 *   one that should be earlier)
 *
 * Asks what a client would take and puts it on the waiting list.
 */
void
limber_waiting_wish_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, GVariant *args)
{
  WishDialog *self = g_new0 (WishDialog, 1);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (args);
  const char *name = NULL, *staff_id = NULL;
  g_autofree char *text = NULL;
  int minutes = DEFAULT_MINUTES;

  g_variant_dict_lookup (&dict, "client", "s", &self->client_id);
  g_variant_dict_lookup (&dict, "staff", "&s", &staff_id);
  g_variant_dict_lookup (&dict, "appointment", "s", &self->appointment_id);
  g_variant_dict_lookup (&dict, "name", "&s", &name);
  g_variant_dict_lookup (&dict, "minutes", "i", &minutes);
  self->opener = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  text = name != NULL ? g_strdup_printf (_("When would %s come earlier?"), name) : NULL;
  self->window = limber_small_dialog_new (widget, _("Waiting List"), text, content_new (self, minutes, staff_id), _("_Add"),
                                          "suggested-action", &self->save);
  gtk_window_set_default_size (self->window, 520, -1);
  g_object_weak_ref (G_OBJECT (self->window), dialog_free, self);
  connect_rows (self);
  on_changed (self);
  gtk_window_present (self->window);
}
