/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/preferences/preferences-time.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-writer.h"
#include "pages/parts/page-bits.h"
#include "pages/schedule/time-off-dialog.h"
#include "pages/schedule/time-off-words.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* DESIGN: the list follows the store: what is added or removed here or elsewhere shows up by `changed`. */
struct _LimberPreferencesTime {
  AdwPreferencesPage parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  AdwPreferencesGroup *weekly;
  AdwPreferencesGroup *dated;
  GPtrArray *rows;    /* of GtkWidget, borrowed from their group */
  GPtrArray *entries; /* of LimberTimeOffEntry, one for each row */
};

G_DEFINE_FINAL_TYPE (LimberPreferencesTime, limber_preferences_time, ADW_TYPE_PREFERENCES_PAGE)

/* A row that was removed and can come back. */
typedef struct {
  LimberPreferencesTime *page;
  const LimberRecordType *type;
  gpointer record;
} Removed;

static void
removed_free (gpointer data)
{
  Removed *removed = data;

  limber_record_free (removed->type, removed->record);
  g_object_unref (removed->page);
  g_free (removed);
}

static Removed *
removed_new (LimberPreferencesTime *self, const LimberRecordType *type, gconstpointer record)
{
  Removed *removed = g_new0 (Removed, 1);

  removed->page = g_object_ref (self);
  removed->type = type;
  removed->record = limber_record_copy (type, record);
  return removed;
}

static void
on_undo (gpointer data)
{
  Removed *removed = data;

  if (removed->page->store != NULL)
    limber_client_write (GTK_WIDGET (removed->page), removed->page->store, removed->type, LIMBER_WRITE_INSERT,
                         limber_record_copy (removed->type, removed->record), NULL, NULL);
}

static void
on_removed (GtkWidget *widget, gconstpointer record, gpointer data)
{
  Removed *removed = data;

  if (record != NULL)
    limber_feedback_undo (widget, _("Removed"), on_undo, removed, removed_free);
  else
    removed_free (removed);
}

/* @widget: a row, or what is in it */
static const LimberTimeOffEntry *
entry_of (LimberPreferencesTime *self, GtkWidget *widget)
{
  guint index;

  if (!g_ptr_array_find (self->rows, gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW), &index))
    return NULL;
  return self->entries->pdata[index];
}

static void
on_remove_clicked (LimberPreferencesTime *self, GtkWidget *button)
{
  const LimberTimeOffEntry *entry = entry_of (self, button);

  if (entry != NULL)
    limber_client_write (GTK_WIDGET (self), self->store, entry->type, LIMBER_WRITE_DELETE,
                         limber_record_copy (entry->type, entry->record), on_removed,
                         removed_new (self, entry->type, entry->record));
}

static void
on_edit (LimberPreferencesTime *self, GtkWidget *row)
{
  const LimberTimeOffEntry *entry = entry_of (self, row);

  if (entry != NULL)
    limber_time_off_dialog_edit (GTK_WIDGET (self), self->store, self->clock, limber_time_off_entry_copy (entry));
}

static GtkWidget *
row_new (LimberPreferencesTime *self, const LimberTimeOffEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = limber_time_off_title (&entry->said, entry->staff_name);
  g_autofree char *subtitle = limber_time_off_subtitle (&entry->said);
  g_autofree char *name = g_strdup_printf (_("Remove: %s"), title);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, name);
  limber_widget_name (remove, name);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_remove_clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Change it"));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_edit), self);
  return row;
}

static AdwPreferencesGroup *
group_of (LimberPreferencesTime *self, const LimberTimeOffEntry *entry)
{
  return entry->said.kind == LIMBER_TIME_OFF_WEEKLY ? self->weekly : self->dated;
}

static void
clear_rows (LimberPreferencesTime *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberPreferencesTime *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries == NULL)
    {
      limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  clear_rows (self);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  for (guint i = 0; i < entries->len; i++)
    {
      GtkWidget *row = row_new (self, entries->pdata[i]);

      adw_preferences_group_add (group_of (self, entries->pdata[i]), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
reload (LimberPreferencesTime *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  limber_store_read_async (self->store, limber_time_off_list,
                           limber_time_off_query_new (limber_clock_today (self->clock), limber_clock_zone (self->clock)),
                           (GDestroyNotify) limber_time_off_query_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, on_loaded, self);
}

static void
on_changed (LimberPreferencesTime *self, guint topics)
{
  if (topics & (LIMBER_TOPIC_WORKING_TIME | LIMBER_TOPIC_STAFF))
    reload (self);
}

static void
on_add_weekly (LimberPreferencesTime *self)
{
  limber_time_off_dialog_present (GTK_WIDGET (self), self->store, self->clock, LIMBER_TIME_OFF_WEEKLY, NULL,
                                  limber_clock_today (self->clock));
}

static void
on_add_dated (LimberPreferencesTime *self)
{
  limber_time_off_dialog_present (GTK_WIDGET (self), self->store, self->clock, LIMBER_TIME_OFF_CLOSED, NULL,
                                  LIMBER_DATE_NONE);
}

static AdwPreferencesGroup *
add_group (LimberPreferencesTime *self, const char *title, const char *description, const char *deed, GCallback clicked)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (add, deed);
  limber_widget_name (add, deed);
  g_signal_connect_swapped (add, "clicked", clicked, self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), add);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
limber_preferences_time_dispose (GObject *object)
{
  LimberPreferencesTime *self = LIMBER_PREFERENCES_TIME (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_preferences_time_parent_class)->dispose (object);
}

static void
limber_preferences_time_finalize (GObject *object)
{
  g_ptr_array_unref (LIMBER_PREFERENCES_TIME (object)->rows);
  g_clear_pointer (&LIMBER_PREFERENCES_TIME (object)->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (limber_preferences_time_parent_class)->finalize (object);
}

static void
limber_preferences_time_class_init (LimberPreferencesTimeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_preferences_time_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_preferences_time_finalize;
}

static void
limber_preferences_time_init (LimberPreferencesTime *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Closures"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "x-office-calendar-symbolic");
  self->dated = add_group (self, _("Closed, Away, Other Hours"),
                           _("Holidays, days off and single blocked times from today on."),
                           _("Add a closure, a holiday or other hours"), G_CALLBACK (on_add_dated));
  self->weekly = add_group (self, _("Blocked Every Week"), _("Lunch, cleaning, a meeting: nobody is booked into it."),
                            _("Add a time that is blocked every week"), G_CALLBACK (on_add_weekly));
}

/** limber_preferences_time_new: Returns: (transfer floating): the page of all that is not as every week. */
GtkWidget *
limber_preferences_time_new (LimberStore *store, LimberClock *clock)
{
  LimberPreferencesTime *self = g_object_new (LIMBER_TYPE_PREFERENCES_TIME, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
