/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/preferences/preferences.h"

#include <glib/gi18n-lib.h>

#include "pages/preferences/preferences-desk.h"
#include "pages/preferences/preferences-messages.h"
#include "pages/preferences/preferences-room.h"
#include "pages/preferences/preferences-rows.h"
#include "pages/preferences/preferences-staff.h"
#include "pages/preferences/preferences-time.h"
#include "store/clinic.h"
#include "widgets/feedback.h"

/* AdwPreferencesWindow is deprecated from libadwaita 1.6 on: it stays in this file. */

/* DESIGN: every control stands for one member of LimberClinic. A change goes into the member and the whole
 * struct is saved, in the order of the changes; the store writes what differs. A save that fails is said in the
 * window, and the control keeps what was entered, so that the next change tries again. */
typedef struct {
  GtkWindow *window;
  LimberStore *store;
  GSettings *settings; /* NULL when this computer remembers nothing */
  LimberClock *clock;
  GCancellable *cancellable;
  LimberClinic *clinic;
  GtkWidget *first_group;
} Preferences;

typedef struct {
  Preferences *preferences;
  gsize offset;
} Binding;

static void
preferences_free (gpointer data)
{
  Preferences *self = data;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->store);
  g_clear_object (&self->settings);
  g_object_unref (self->clock);
  g_clear_pointer (&self->clinic, limber_clinic_free);
  g_free (self);
}

static gpointer
save_clinic (LimberDb *db, gpointer data, GError **error)
{
  limber_clinic_save (db, data, error);
  return NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) group = user_data;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error)
    limber_feedback_error (group, error);
}

static void
save (Preferences *self)
{
  /* Not cancelled when the window closes: what was changed last must be kept. */
  limber_store_write_async (self->store, save_clinic, limber_clinic_copy (self->clinic),
                            (GDestroyNotify) limber_clinic_free, NULL, NULL, on_saved,
                            g_object_ref (self->first_group));
}

static Binding *
bind (Preferences *self, gsize offset)
{
  Binding *binding = g_new0 (Binding, 1);

  binding->preferences = self;
  binding->offset = offset;
  return binding;
}

static void
binding_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
set_number (Binding *binding, int value)
{
  int *member = G_STRUCT_MEMBER_P (binding->preferences->clinic, binding->offset);

  if (*member == value)
    return;
  *member = value;
  save (binding->preferences);
}

static void
on_spin (GtkSpinButton *spin, Binding *binding)
{
  set_number (binding, gtk_spin_button_get_value_as_int (spin));
}

static void
on_switch (GtkSwitch *toggle, GParamSpec *pspec, Binding *binding)
{
  set_number (binding, gtk_switch_get_active (toggle));
}

static void
on_time (GtkWidget *drop, GParamSpec *pspec, Binding *binding)
{
  set_number (binding, limber_preferences_time_drop_get (drop));
}

static GtkSpinButton *
add_number (Preferences *self, GtkWidget *group, gsize offset, const char *title, const char *subtitle, int min,
            int max)
{
  GtkSpinButton *spin;
  GtkWidget *row
    = limber_preferences_spin_row (title, subtitle, min, max, G_STRUCT_MEMBER (int, self->clinic, offset), &spin);

  g_signal_connect_data (spin, "value-changed", G_CALLBACK (on_spin), bind (self, offset), binding_free, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return spin;
}

static void
raise_to (GtkSpinButton *from, GtkSpinButton *to)
{
  if (gtk_spin_button_get_value (to) < gtk_spin_button_get_value (from))
    gtk_spin_button_set_value (to, gtk_spin_button_get_value (from));
}

static void
lower_from (GtkSpinButton *to, GtkSpinButton *from)
{
  if (gtk_spin_button_get_value (from) > gtk_spin_button_get_value (to))
    gtk_spin_button_set_value (from, gtk_spin_button_get_value (to));
}

/* The two ends of a range never cross: whoever is in the way moves along. */
static void
keep_in_order (GtkSpinButton *from, GtkSpinButton *to)
{
  g_signal_connect_object (from, "value-changed", G_CALLBACK (raise_to), to, 0);
  g_signal_connect_object (to, "value-changed", G_CALLBACK (lower_from), from, 0);
}

static void
add_switch (Preferences *self, GtkWidget *group, gsize offset, const char *title, const char *subtitle)
{
  GtkSwitch *toggle;
  GtkWidget *row
    = limber_preferences_switch_row (title, subtitle, G_STRUCT_MEMBER (int, self->clinic, offset), &toggle);

  g_signal_connect_data (toggle, "notify::active", G_CALLBACK (on_switch), bind (self, offset), binding_free, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_time (Preferences *self, GtkWidget *group, gsize offset, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop = limber_preferences_time_drop (title, G_STRUCT_MEMBER (int, self->clinic, offset));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  g_signal_connect_data (drop, "notify::selected", G_CALLBACK (on_time), bind (self, offset), binding_free, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static char *
applied_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
on_name_applied (AdwEntryRow *row, Preferences *self)
{
  g_free (self->clinic->name);
  self->clinic->name = applied_text (row);
  save (self);
}

static void
on_zone_applied (AdwEntryRow *row, Preferences *self)
{
  g_autofree char *name = applied_text (row);
  g_autoptr (GTimeZone) zone = *name ? g_time_zone_new_identifier (name) : NULL;

  if (*name && zone == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      limber_feedback_toast (self->first_group, _("There is no such time zone. Write it like Europe/Berlin."));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  g_free (self->clinic->zone);
  self->clinic->zone = *name ? g_steal_pointer (&name) : NULL;
  save (self);
  limber_feedback_toast (self->first_group, _("The time zone holds from the next start on."));
}

static void
add_entry (Preferences *self, GtkWidget *group, const char *title, const char *text, GCallback applied)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", applied, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return group;
}

static AdwPreferencesPage *
add_page (Preferences *self, const char *title, const char *icon_name)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon_name);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self->window), ADW_PREFERENCES_PAGE (page));
  return ADW_PREFERENCES_PAGE (page);
}

#define MEMBER(name) G_STRUCT_OFFSET (LimberClinic, name)

static void
build_clinic (Preferences *self)
{
  AdwPreferencesPage *page = add_page (self, _("Clinic"), "go-home-symbolic");
  GtkWidget *group = add_group (page, _("Clinic"), NULL);

  self->first_group = group;
  add_entry (self, group, _("Name"), self->clinic->name, G_CALLBACK (on_name_applied));
  add_entry (self, group, _("Time zone (empty for this computer's)"), self->clinic->zone,
             G_CALLBACK (on_zone_applied));
  group = add_group (page, _("Booking"), _("What goes against these is never silent: it can be booked anyway, with a reason."));
  add_number (self, group, MEMBER (turnover), _("Turnover"), _("Minutes after each appointment"), 0, 60);
  add_number (self, group, MEMBER (rooms), _("Treatment rooms"),
              _("Clients who can be treated at once; 0 for as many as there are therapists"), 0, 50);
  add_number (self, group, MEMBER (minimum_notice), _("Minimum notice"),
              _("Minutes that must remain before a new appointment"), 0, 2880);
  add_number (self, group, MEMBER (late_cancel_hours), _("Late cancellation"),
              _("Hours before the start from which a cancellation counts as late; 0 for never"), 0, 168);
}

static void
build_rules (Preferences *self)
{
  AdwPreferencesPage *page = add_page (self, _("Rules"), "emoji-flags-symbolic");
  GtkWidget *group = add_group (page, _("Coming back"), _("Days since the last visit; a client may have their own."));
  GtkSpinButton *from, *to;

  from = add_number (self, group, MEMBER (rules.cadence.min), _("Due from day"), NULL, 1, 365);
  to = add_number (self, group, MEMBER (rules.cadence.max), _("Due until day"), NULL, 1, 365);
  keep_in_order (from, to);
  group = add_group (page, _("Before a race"),
                     _("Days between the massage and the race. The defaults follow the article; see About."));
  from = add_number (self, group, MEMBER (rules.ideal_from), _("Ideal from"), NULL, LIMBER_LEAD_MIN, LIMBER_LEAD_MAX);
  to = add_number (self, group, MEMBER (rules.ideal_to), _("Ideal to"), NULL, LIMBER_LEAD_MIN, LIMBER_LEAD_MAX);
  keep_in_order (from, to);
  add_number (self, group, MEMBER (rules.extra_days), _("Extra days"),
              _("Before a goal race, for clients who worry or had tight spots they did not know of"), 1, 4);
  add_number (self, group, MEMBER (rules.easy_days), _("Easy days"),
              _("That should be left between the massage and the race"), 0, 7);
  add_number (self, group, MEMBER (rules.sweet_spot_pairs), _("Races to learn from"),
              _("Before the answers of past races decide the ideal day"), 1, 20);
}

static void
build_reminders (Preferences *self)
{
  AdwPreferencesPage *page = add_page (self, _("Reminders"), "alarm-symbolic");
  GtkWidget *group = add_group (page, _("Rebooking reminders"), _("The list on Rebook is always complete."));

  add_switch (self, group, MEMBER (nudges), _("Show reminders"), _("When a client is due to come back"));
  add_switch (self, group, MEMBER (private_nudges), _("Private"), _("Do not name the client in a notification"));
  group = add_group (page, _("Quiet hours"), _("What falls due in them comes when they end."));
  add_time (self, group, MEMBER (reminders.quiet_from), _("From"));
  add_time (self, group, MEMBER (reminders.quiet_to), _("To"));
  limber_preferences_desk_add (page, self->settings);
}

static gpointer
load_clinic (LimberDb *db, gpointer data, GError **error)
{
  return limber_clinic_load (db, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  LimberClinic *clinic = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  Preferences *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    {
      limber_feedback_error (GTK_WIDGET (gtk_window_get_transient_for (self->window)), error);
      gtk_window_close (self->window);
      return;
    }
  self->clinic = clinic;
  build_clinic (self);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self->window),
                              ADW_PREFERENCES_PAGE (limber_preferences_staff_new (self->store)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self->window),
                              ADW_PREFERENCES_PAGE (limber_preferences_time_new (self->store, self->clock)));
  build_rules (self);
  build_reminders (self);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self->window),
                              ADW_PREFERENCES_PAGE (limber_preferences_messages_new (self->store, self->clock)));
  if (self->settings != NULL)
    adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self->window),
                                ADW_PREFERENCES_PAGE (limber_preferences_room_new (self->settings)));
}

static void
on_window_gone (gpointer user_data, GObject *window)
{
  preferences_free (user_data);
}

/**
 * limber_preferences_present:
 * @settings: (nullable): what this computer remembers
 *
 * Opens the preferences of the clinic over @parent; each change is saved at once.
 */
void
limber_preferences_present (GtkWindow *parent, LimberStore *store, LimberClock *clock, GSettings *settings)
{
  Preferences *self = g_new0 (Preferences, 1);

  self->window = GTK_WINDOW (adw_preferences_window_new ());
  self->store = g_object_ref (store);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->clock = g_object_ref (clock);
  self->cancellable = g_cancellable_new ();
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, 640, 680);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self->window), FALSE);
  g_object_weak_ref (G_OBJECT (self->window), on_window_gone, self);
  limber_store_read_async (store, load_clinic, NULL, NULL, (GDestroyNotify) limber_clinic_free, self->cancellable,
                           on_loaded, self);
  gtk_window_present (self->window);
}
