/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/preferences/preferences-staff.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/time-wish.h"
#include "pages/preferences/preferences-rows.h"
#include "store/clinic.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

#define N_DAYS 7
#define DAY_START (9 * 60)
#define DAY_END (17 * 60)
#define BREAK_START (12 * 60)
#define BREAK_END (13 * 60)
#define QUARTER 15

/* DESIGN: one expander for each person. A change is saved as it is made and carries the row version that was
 * read; the list is rebuilt only when people come or go, so that an open expander stays open. */
struct _LimberPreferencesStaff {
  AdwPreferencesPage parent_instance;

  LimberStore *store;
  GCancellable *cancellable;
  AdwPreferencesGroup *group;
  GPtrArray *people; /* of Person */
};

G_DEFINE_FINAL_TYPE (LimberPreferencesStaff, limber_preferences_staff, ADW_TYPE_PREFERENCES_PAGE)

/* @split shows a second stretch, @again, after a break. */
typedef struct {
  GtkSwitch *works;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *split;
  GtkWidget *again;
  GtkWidget *again_from;
  GtkWidget *again_to;
} Day;

typedef struct {
  LimberPreferencesStaff *page;
  LimberStaff *staff;
  GPtrArray *hours; /* as loaded; a third stretch of a day is kept as it is */
  GtkWidget *row;
  gboolean updating;
  Day days[N_DAYS];
} Person;

typedef struct {
  LimberStaff *staff;
  GPtrArray *hours;
} Entry;

static void reload (LimberPreferencesStaff *self);

static void
person_free (gpointer data)
{
  Person *person = data;

  limber_staff_free (person->staff);
  g_ptr_array_unref (person->hours);
  g_free (person);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->staff, limber_staff_free);
  g_clear_pointer (&entry->hours, g_ptr_array_unref);
  g_free (entry);
}

static void
free_hours (gpointer data)
{
  limber_working_hours_free (data);
}

static void
add_hours (GPtrArray *all, int weekday, int from, int to)
{
  LimberWorkingHours *hours = limber_working_hours_new ();

  hours->weekday = weekday;
  hours->from_minute = from;
  hours->to_minute = to;
  g_ptr_array_add (all, hours);
}

/* Saving */

static gpointer
save_entry (LimberDb *db, gpointer data, GError **error)
{
  Entry *entry = data;
  gboolean ok;

  /* Hours are rows of their own: they do not touch the person. */
  if (entry->hours)
    ok = limber_clinic_set_hours (db, entry->staff->base.id, entry->hours, error);
  else if (entry->staff->base.version == 0)
    ok = limber_record_insert (db, &limber_staff_type, entry->staff, error);
  else
    ok = limber_record_update (db, &limber_staff_type, entry->staff, error);
  return ok ? limber_staff_copy (entry->staff) : NULL;
}

static Person *
find_person (LimberPreferencesStaff *self, const char *id)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      Person *person = g_ptr_array_index (self->people, i);

      if (g_str_equal (person->staff->base.id, id))
        return person;
    }
  return NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberStaff) staff = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_autoptr (LimberPreferencesStaff) self = user_data;
  Person *person;

  if (self->store == NULL) /* The window is closed. */
    return;
  if (error)
    {
      limber_feedback_error (GTK_WIDGET (self->group), error);
      reload (self);
      return;
    }
  person = find_person (self, staff->base.id);
  if (person == NULL || staff->archived_at)
    {
      reload (self);
      return;
    }
  limber_staff_free (person->staff);
  person->staff = g_steal_pointer (&staff);
}

static void
save (LimberPreferencesStaff *self, LimberStaff *staff, GPtrArray *hours)
{
  Entry *entry = g_new0 (Entry, 1);

  /* Closing the window does not cancel this: what was changed last must be kept. */
  entry->staff = staff;
  entry->hours = hours;
  limber_store_write_async (self->store, save_entry, entry, entry_free, (GDestroyNotify) limber_staff_free,
                            NULL, on_saved, g_object_ref (self));
}

static void
on_name_applied (AdwEntryRow *row, Person *person)
{
  LimberStaff *staff = limber_staff_copy (person->staff);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *title = g_markup_escape_text (name, -1);

  limber_record_set_text (&staff->name, name);
  if (*name)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (person->row), title);
  save (person->page, staff, NULL);
}

static void
on_role_changed (AdwComboRow *row, GParamSpec *pspec, Person *person)
{
  LimberStaff *staff = limber_staff_copy (person->staff);

  staff->role = adw_combo_row_get_selected (row) == 0 ? LIMBER_STAFF_ROLE_THERAPIST : LIMBER_STAFF_ROLE_FRONT_DESK;
  save (person->page, staff, NULL);
}

static void
on_color_changed (AdwComboRow *row, GParamSpec *pspec, Person *person)
{
  LimberStaff *staff = limber_staff_copy (person->staff);

  staff->color = (int) adw_combo_row_get_selected (row);
  save (person->page, staff, NULL);
}

static gboolean
is_split (const Day *day)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (day->split));
}

static void
show_day (const Day *day)
{
  gboolean works = gtk_switch_get_active (day->works);

  gtk_widget_set_sensitive (day->from, works);
  gtk_widget_set_sensitive (day->to, works);
  gtk_widget_set_sensitive (day->split, works);
  gtk_widget_set_visible (day->again, works && is_split (day));
}

static void
add_day (GPtrArray *hours, const Day *day, int weekday)
{
  int from = limber_preferences_time_drop_get (day->from), to = limber_preferences_time_drop_get (day->to);
  int again_from = limber_preferences_time_drop_get (day->again_from);
  int again_to = limber_preferences_time_drop_get (day->again_to);

  if (from < to)
    add_hours (hours, weekday, from, to);
  else
    limber_feedback_toast (day->to, _("The day must end after it begins."));
  if (!is_split (day))
    return;
  if (to < again_from && again_from < again_to)
    add_hours (hours, weekday, again_from, again_to);
  else
    limber_feedback_toast (day->to, _("The break must end after it begins, and work must go on after it."));
}

/* Two stretches of each day as chosen, any further one as it was. */
static void
on_hours_changed (Person *person)
{
  GPtrArray *hours;
  guint seen[N_DAYS + 1] = { 0 };

  if (person->updating)
    return;
  hours = g_ptr_array_new_with_free_func (free_hours);
  for (int i = 0; i < N_DAYS; i++)
    {
      show_day (&person->days[i]);
      if (gtk_switch_get_active (person->days[i].works))
        add_day (hours, &person->days[i], i + 1);
    }
  for (guint i = 0; i < person->hours->len; i++)
    {
      const LimberWorkingHours *old = g_ptr_array_index (person->hours, i);

      if (seen[old->weekday]++ >= 2 && gtk_switch_get_active (person->days[old->weekday - 1].works))
        add_hours (hours, old->weekday, old->from_minute, old->to_minute);
    }
  save (person->page, limber_staff_copy (person->staff), hours);
}

/* A break at noon, or in the middle of a day that does not reach over noon; without it the day is one stretch again. */
static void
set_break (const Day *day, gboolean split)
{
  int from = limber_preferences_time_drop_get (day->from), to = limber_preferences_time_drop_get (day->to);
  int middle = (from + to) / 2 / QUARTER * QUARTER;
  gboolean noon = from < BREAK_START && to > BREAK_END;

  if (!split)
    {
      limber_preferences_time_drop_set (day->to, MAX (to, limber_preferences_time_drop_get (day->again_to)));
      return;
    }
  limber_preferences_time_drop_set (day->to, noon ? BREAK_START : middle);
  limber_preferences_time_drop_set (day->again_from, noon ? BREAK_END : middle + QUARTER);
  limber_preferences_time_drop_set (day->again_to, to);
}

static void
on_split (GtkToggleButton *split, Person *person)
{
  for (int i = 0; i < N_DAYS; i++)
    if (person->days[i].split == GTK_WIDGET (split))
      {
        person->updating = TRUE;
        set_break (&person->days[i], gtk_toggle_button_get_active (split));
        person->updating = FALSE;
      }
  on_hours_changed (person);
}

static void
on_archive_clicked (Person *person)
{
  LimberStaff *staff = limber_staff_copy (person->staff);

  staff->archived_at = g_get_real_time () / G_USEC_PER_SEC;
  save (person->page, staff, NULL);
}

static void
on_add_clicked (LimberPreferencesStaff *self)
{
  LimberStaff *staff = limber_staff_new ();

  limber_record_set_text (&staff->name, _("New colleague"));
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  staff->color = (int) self->people->len % 3;
  save (self, staff, NULL);
}

/* Building */

static GtkWidget *
make_combo (const char *title, const char *const *words, guint selected, GCallback changed, Person *person)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect (row, "notify::selected", changed, person);
  return row;
}

static const LimberWorkingHours *
find_stretch (const Person *person, int weekday, guint n)
{
  for (guint i = 0; i < person->hours->len; i++)
    {
      const LimberWorkingHours *hours = g_ptr_array_index (person->hours, i);

      if (hours->weekday == weekday && n-- == 0)
        return hours;
    }
  return NULL;
}

static GtkWidget *
make_split_button (const char *weekday, gboolean split)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *name = g_strdup_printf (_("%s, with a break"), weekday);

  gtk_button_set_icon_name (GTK_BUTTON (button), "list-add-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), split);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("With a break between two stretches"));
  limber_widget_name (button, name);
  return button;
}

static GtkWidget *
make_again_row (Person *person, int weekday)
{
  Day *day = &person->days[weekday - 1];
  const LimberWorkingHours *hours = find_stretch (person, weekday, 1);
  g_autofree char *name = limber_time_wish_weekday (weekday, "%A");
  g_autofree char *begin = g_strdup_printf (_("%s after the break, beginning"), name);
  g_autofree char *end = g_strdup_printf (_("%s after the break, end"), name);

  day->again = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (day->again), _("After the break"));
  day->again_from = limber_preferences_time_drop (begin, hours ? hours->from_minute : BREAK_END);
  day->again_to = limber_preferences_time_drop (end, hours ? hours->to_minute : DAY_END);
  adw_action_row_add_suffix (ADW_ACTION_ROW (day->again), day->again_from);
  adw_action_row_add_suffix (ADW_ACTION_ROW (day->again), day->again_to);
  g_signal_connect_swapped (day->again_from, "notify::selected", G_CALLBACK (on_hours_changed), person);
  g_signal_connect_swapped (day->again_to, "notify::selected", G_CALLBACK (on_hours_changed), person);
  return day->again;
}

static GtkWidget *
make_day_row (Person *person, int weekday)
{
  Day *day = &person->days[weekday - 1];
  const LimberWorkingHours *hours = find_stretch (person, weekday, 0);
  g_autofree char *name = limber_time_wish_weekday (weekday, "%A");
  g_autofree char *begin = g_strdup_printf (_("%s, beginning"), name);
  g_autofree char *end = g_strdup_printf (_("%s, end"), name);
  GtkWidget *row = limber_preferences_switch_row (name, NULL, hours != NULL, &day->works);

  day->from = limber_preferences_time_drop (begin, hours ? hours->from_minute : DAY_START);
  day->to = limber_preferences_time_drop (end, hours ? hours->to_minute : DAY_END);
  day->split = make_split_button (name, find_stretch (person, weekday, 1) != NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), day->from);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), day->to);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), day->split);
  g_signal_connect (day->split, "toggled", G_CALLBACK (on_split), person);
  g_signal_connect_swapped (day->works, "notify::active", G_CALLBACK (on_hours_changed), person);
  g_signal_connect_swapped (day->from, "notify::selected", G_CALLBACK (on_hours_changed), person);
  g_signal_connect_swapped (day->to, "notify::selected", G_CALLBACK (on_hours_changed), person);
  return row;
}

static GtkWidget *
make_archive_row (Person *person)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Archive"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No longer works here"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Past sessions keep the name."));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button,
                            g_strcmp0 (person->staff->base.id, limber_store_actor_id (person->page->store)) != 0);
  limber_widget_name (button, _("Archive"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_archive_clicked), person);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_person (Person *person)
{
  const char *const roles[] = { _("Therapist"), _("Front desk"), NULL };
  const char *const colors[] = { _("Blue"), _("Brown"), _("Purple"), NULL };
  AdwExpanderRow *row = ADW_EXPANDER_ROW (person->row);
  GtkWidget *name = adw_entry_row_new ();
  gboolean therapist = person->staff->role == LIMBER_STAFF_ROLE_THERAPIST;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), _("Name"));
  gtk_editable_set_text (GTK_EDITABLE (name), person->staff->name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (name), TRUE);
  g_signal_connect (name, "apply", G_CALLBACK (on_name_applied), person);
  adw_expander_row_add_row (row, name);
  adw_expander_row_add_row (row, make_combo (_("Role"), roles, therapist ? 0 : 1, G_CALLBACK (on_role_changed),
                                             person));
  adw_expander_row_add_row (row, make_combo (_("Colour in the schedule"), colors, (guint) person->staff->color % 3,
                                             G_CALLBACK (on_color_changed), person));
  for (int weekday = 1; weekday <= N_DAYS; weekday++)
    {
      adw_expander_row_add_row (row, make_day_row (person, weekday));
      adw_expander_row_add_row (row, make_again_row (person, weekday));
      show_day (&person->days[weekday - 1]);
    }
  adw_expander_row_add_row (row, make_archive_row (person));
}

static void
add_person (LimberPreferencesStaff *self, Entry *entry)
{
  Person *person = g_new0 (Person, 1);
  g_autofree char *title = g_markup_escape_text (entry->staff->name, -1);

  person->page = self;
  person->staff = g_steal_pointer (&entry->staff);
  person->hours = g_steal_pointer (&entry->hours);
  person->row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (person->row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (person->row),
                                 person->staff->role == LIMBER_STAFF_ROLE_THERAPIST ? _("Therapist")
                                                                                    : _("Front desk"));
  g_ptr_array_add (self->people, person);
  fill_person (person);
  adw_preferences_group_add (self->group, person->row);
}

static gpointer
load_staff (LimberDb *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) staff = limber_clinic_staff (db, FALSE, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; staff && i < staff->len; i++)
    {
      Entry *entry = g_new0 (Entry, 1);

      g_ptr_array_add (entries, entry);
      entry->staff = limber_staff_copy (g_ptr_array_index (staff, i));
      entry->hours = limber_clinic_hours (db, entry->staff->base.id, error);
      if (entry->hours == NULL)
        return NULL;
    }
  return staff ? g_steal_pointer (&entries) : NULL;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberPreferencesStaff *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    {
      limber_feedback_error (GTK_WIDGET (self->group), error);
      return;
    }
  for (guint i = 0; i < self->people->len; i++)
    adw_preferences_group_remove (self->group, ((Person *) g_ptr_array_index (self->people, i))->row);
  g_ptr_array_set_size (self->people, 0);
  for (guint i = 0; i < entries->len; i++)
    add_person (self, g_ptr_array_index (entries, i));
}

static void
reload (LimberPreferencesStaff *self)
{
  limber_store_read_async (self->store, load_staff, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, on_loaded, self);
}

static void
limber_preferences_staff_dispose (GObject *object)
{
  LimberPreferencesStaff *self = LIMBER_PREFERENCES_STAFF (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (limber_preferences_staff_parent_class)->dispose (object);
}

/* The rows, whose signals point to the people, are gone by now. */
static void
limber_preferences_staff_finalize (GObject *object)
{
  g_ptr_array_unref (LIMBER_PREFERENCES_STAFF (object)->people);
  G_OBJECT_CLASS (limber_preferences_staff_parent_class)->finalize (object);
}

static void
limber_preferences_staff_class_init (LimberPreferencesStaffClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_preferences_staff_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_preferences_staff_finalize;
}

static void
limber_preferences_staff_init (LimberPreferencesStaff *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->cancellable = g_cancellable_new ();
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Staff"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "system-users-symbolic");
  adw_preferences_group_set_title (self->group, _("Who works here, and when"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _("Add a colleague"));
  limber_widget_name (GTK_WIDGET (add), _("Add a colleague"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_clicked), self);
  adw_preferences_group_set_header_suffix (self->group, add);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->group);
}

/** limber_preferences_staff_new: Returns: (transfer floating): the page of people and their working hours. */
GtkWidget *
limber_preferences_staff_new (LimberStore *store)
{
  LimberPreferencesStaff *self = g_object_new (LIMBER_TYPE_PREFERENCES_STAFF, NULL);

  self->store = g_object_ref (store);
  reload (self);
  return GTK_WIDGET (self);
}
