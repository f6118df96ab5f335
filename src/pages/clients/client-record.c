/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/client-record.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-facts.h"
#include "pages/clients/client-words.h"
#include "pages/clients/client-writer.h"
#include "pages/clients/record-changes.h"
#include "pages/clients/record-details.h"
#include "pages/clients/record-findings.h"
#include "pages/clients/record-health.h"
#include "pages/clients/record-lists.h"
#include "pages/clients/record-overview.h"
#include "pages/clients/record-questions.h"
#include "pages/clients/record-races.h"
#include "pages/clients/record-reminders.h"
#include "pages/clients/record-self-care.h"
#include "pages/clients/record-sessions.h"
#include "pages/parts/address.h"
#include "widgets/draw-text.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* DESIGN
 *
 * The record shows one snapshot of a client's file (store/client-file.h), read by one job, and reads it again
 * after every change in the store. The tabs get the snapshot to look at; it lives until the next one. */

/* The tabs that leave the row for a menu when the window is narrow. */
#define TABS_NARROW 6
#define TABS_SMALL 5
#define TABS_LEAST 3

typedef struct {
  const char *name;
  const char *title;
} Tab;

static const Tab tabs[] = {
  { "overview", N_("Overview") }, { "sessions", N_("Sessions") },   { "findings", N_("Findings") },
  { "motion", N_("Motion") },     { "health", N_("Health") },       { "races", N_("Races") },
  { "self-care", N_("Self-care") }, { "reminders", N_("Reminders") }, { "details", N_("Details") },
  { "changes", N_("Changes") },
};

struct _LimberClientRecord {
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwAvatar *avatar;
  GtkLabel *name;
  AdwBin *chip_bin;
  GtkLabel *subtitle;
  GtkButton *phone;
  GtkButton *text;
  GtkButton *mail;
  GtkButton *start;
  GtkBox *alerts;
  GtkBox *questions;
  AdwBin *facts_bin;
  GtkBox *tab_box;
  GtkMenuButton *tab_menu;
  GtkStack *stack;

  GtkWidget *tab_buttons[G_N_ELEMENTS (tabs)];
  LimberCadenceChip *chip;
  LimberClientFacts *facts;
  LimberRecordOverview *overview;
  LimberRecordDetails *details;
  LimberRecordHealth *health;
  LimberRecordReminders *reminders;
  LimberRecordSessions *sessions;
  LimberRecordFindings *findings;
  LimberRecordRaces *races;
  LimberRecordSelfCare *self_care;
  GtkWidget *motion;
  GtkWidget *changes;

  LimberStore *store;
  LimberClock *clock;
  LimberWidth width;
  char *client_id;
  LimberClientFile *file;
  LimberClientSummary *summary;
  GCancellable *cancellable;
};

enum {
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberClientRecord, limber_client_record, GTK_TYPE_WIDGET)

/* Reading */

typedef struct {
  char *client_id;
  LimberClientQuery query;
  gint64 now;
  GTimeZone *zone;
} Job;

typedef struct {
  LimberClientFile *file;
  LimberClientSummary *summary;
} Snapshot;

static void
limber_record_job_free (gpointer data)
{
  Job *job = data;

  g_free (job->client_id);
  g_time_zone_unref (job->zone);
  g_free (job);
}

static void
limber_record_snapshot_free (gpointer data)
{
  Snapshot *snapshot = data;

  g_clear_pointer (&snapshot->file, limber_client_file_free);
  g_clear_pointer (&snapshot->summary, limber_client_summary_free);
  g_free (snapshot);
}

static gpointer
limber_record_read (LimberDb *db, gpointer data, GError **error)
{
  Job *job = data;
  Snapshot *snapshot = g_new0 (Snapshot, 1);

  snapshot->file = limber_client_file_load (db, job->client_id, job->now, job->zone, error);
  if (snapshot->file != NULL)
    {
      job->query.cadence = snapshot->file->facts->input.settings.cadence;
      snapshot->summary = limber_client_list_summary_of (db, &job->query, job->client_id, error);
    }
  if (snapshot->summary != NULL)
    return snapshot;
  limber_record_snapshot_free (snapshot);
  return NULL;
}

/* Showing */

static char *
limber_client_record_subtitle (LimberClientRecord *self)
{
  const LimberClient *client = self->file->client;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *staff = limber_client_file_staff_name (self->file, client->preferred_staff_id);
  int minutes = client->preferred_minutes;

  if (client->archived_at != 0)
    g_ptr_array_add (parts, g_strdup (_("archived")));
  if (client->sport != NULL && self->width != LIMBER_WIDTH_SMALL)
    g_ptr_array_add (parts, g_strdup (client->sport));
  if (self->file->team != NULL)
    g_ptr_array_add (parts, g_strdup (self->file->team));
  if (minutes > 0 && staff != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("prefers %d min with %s"), minutes, staff));
  else if (minutes > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("prefers %d min"), minutes));
  else if (staff != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("prefers %s"), staff));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("  ·  ", (char **) parts->pdata);
}

static void
limber_client_record_show_contact (GtkButton *button, const char *address, const char *what)
{
  g_autofree char *tip = address != NULL ? g_strdup_printf ("%s: %s", what, address) : NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (button), address != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tip != NULL ? tip : what);
  limber_widget_name (GTK_WIDGET (button), what);
}

static void
limber_client_record_show_header (LimberClientRecord *self)
{
  const LimberClient *client = self->file->client;
  g_autofree char *subtitle = limber_client_record_subtitle (self);

  adw_avatar_set_text (self->avatar, client->name);
  gtk_label_set_label (self->name, client->name);
  gtk_label_set_label (self->subtitle, subtitle);
  limber_words_show_cadence (self->chip, self->summary, self->file->today, self->width == LIMBER_WIDTH_WIDE);
  limber_client_record_show_contact (self->phone, client->phone, _("Call"));
  limber_client_record_show_contact (self->text, client->phone, _("Send a text"));
  limber_client_record_show_contact (self->mail, client->email, _("Write a mail"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.wait", client->archived_at == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.archive", client->archived_at == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.restore", client->archived_at != 0);
}

static void
limber_client_record_show (LimberClientRecord *self)
{
  if (self->file == NULL)
    return;
  limber_client_record_show_header (self);
  limber_record_show_alerts (self->alerts, self->file);
  limber_record_show_questions (self->questions, self->store, self->clock, self->file);
  limber_client_facts_set_file (self->facts, self->file);
  limber_record_overview_set_file (self->overview, self->file);
  limber_record_details_set_file (self->details, self->file);
  limber_record_health_set_file (self->health, self->file);
  limber_record_reminders_set_file (self->reminders, self->file);
  limber_record_sessions_set_file (self->sessions, self->file);
  limber_record_findings_set_file (self->findings, self->file);
  limber_record_races_set_file (self->races, self->file);
  limber_record_show_motion (self->motion, self->file);
  limber_record_self_care_set_file (self->self_care, self->file);
  limber_record_show_changes (self->changes, self->file, limber_clock_zone (self->clock));
}

static void
limber_client_record_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberClientRecord) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClientFile) old_file = NULL;
  g_autoptr (LimberClientSummary) old_summary = NULL;
  Snapshot *snapshot = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (snapshot == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
        return;
      if (g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE))
        {
          g_clear_pointer (&self->client_id, g_free);
          g_signal_emit (self, signals[SIGNAL_GONE], 0);
        }
      else
        limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  /* The old snapshot stays until the tabs have let go of it. */
  old_file = self->file;
  old_summary = self->summary;
  self->file = g_steal_pointer (&snapshot->file);
  self->summary = g_steal_pointer (&snapshot->summary);
  limber_record_snapshot_free (snapshot);
  limber_client_record_show (self);
  gtk_widget_set_visible (self->box, TRUE);
}

static void
limber_client_record_reload (LimberClientRecord *self)
{
  Job *job;

  if (self->client_id == NULL)
    return;
  job = g_new0 (Job, 1);
  job->client_id = g_strdup (self->client_id);
  job->query.today = limber_clock_today (self->clock);
  job->now = limber_clock_now (self->clock);
  job->zone = g_time_zone_ref (limber_clock_zone (self->clock));
  job->query.day_start = limber_date_at_minute (job->query.today, 0, limber_clock_zone (self->clock));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  limber_store_read_async (self->store, limber_record_read, job, limber_record_job_free, limber_record_snapshot_free,
                           self->cancellable, limber_client_record_read_cb, g_object_ref (self));
}

/* Acts */

static void
limber_client_record_contact_cb (LimberClientRecord *self, GtkButton *button)
{
  const LimberClient *client = self->file != NULL ? self->file->client : NULL;

  if (client == NULL)
    return;
  if (button == self->mail)
    limber_address_mail (GTK_WIDGET (self), client->email, NULL, NULL);
  else if (button == self->text)
    limber_address_text (GTK_WIDGET (self), client->phone, NULL);
  else
    limber_address_call (GTK_WIDGET (self), client->phone);
}

static void
limber_client_record_start_cb (LimberClientRecord *self)
{
  GVariantDict dict;

  if (self->file == NULL)
    return;
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", self->client_id);
  /* An appointment later today is what this session is about. */
  if (self->file->next != NULL &&
      limber_date_from_instant (self->file->next->start_at, limber_clock_zone (self->clock)) == self->file->today)
    g_variant_dict_insert (&dict, "appointment", "s", self->file->next->base.id);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.start-session", g_variant_dict_end (&dict));
}

typedef struct {
  LimberClientRecord *record;
  LimberClient *client;
} Undo;

static void
limber_client_record_undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->record);
  limber_client_free (undo->client);
  g_free (undo);
}

static void
limber_client_record_undo_archive (gpointer data)
{
  Undo *undo = data;
  LimberClient *client = limber_client_copy (undo->client);

  client->archived_at = client->archived_at != 0 ? 0 : limber_clock_now (undo->record->clock);
  limber_client_write (GTK_WIDGET (undo->record), undo->record->store, &limber_client_type, LIMBER_WRITE_UPDATE, client,
                       NULL, NULL);
}

static void
limber_client_record_archived_cb (GtkWidget *widget, gconstpointer record, gpointer data)
{
  const LimberClient *client = record;
  g_autofree char *text = NULL;
  Undo *undo;

  if (client == NULL)
    return;
  undo = g_new0 (Undo, 1);
  undo->record = g_object_ref (LIMBER_CLIENT_RECORD (widget));
  undo->client = limber_client_copy (client);
  text = client->archived_at != 0 ? g_strdup_printf (_("%s is archived"), client->name)
                                  : g_strdup_printf (_("%s is back in the list"), client->name);
  limber_feedback_undo (widget, text, limber_client_record_undo_archive, undo, limber_client_record_undo_free);
}

static void
limber_client_record_archive (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberClientRecord *self = LIMBER_CLIENT_RECORD (widget);
  LimberClient *client;

  if (self->file == NULL)
    return;
  client = limber_client_copy (self->file->client);
  client->archived_at = g_str_equal (name, "record.archive") ? limber_clock_now (self->clock) : 0;
  limber_client_write (widget, self->store, &limber_client_type, LIMBER_WRITE_UPDATE, client,
                       limber_client_record_archived_cb, NULL);
}

/* Whoever wants to come earlier than there is room. */
static void
limber_client_record_wait (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberClientRecord *self = LIMBER_CLIENT_RECORD (widget);
  GVariantDict dict;

  if (self->file == NULL)
    return;
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", self->file->client->base.id);
  g_variant_dict_insert (&dict, "name", "s", self->file->client->name);
  if (self->file->client->preferred_minutes > 0)
    g_variant_dict_insert (&dict, "minutes", "i", self->file->client->preferred_minutes);
  if (self->file->client->preferred_staff_id != NULL)
    g_variant_dict_insert (&dict, "staff", "s", self->file->client->preferred_staff_id);
  gtk_widget_activate_action (widget, "win.wait", "@a{sv}", g_variant_dict_end (&dict));
}

/* Tabs */

static void
limber_client_record_tab_cb (LimberClientRecord *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (self->tab_buttons[i] == GTK_WIDGET (button))
      gtk_stack_set_visible_child_name (self->stack, tabs[i].name);
}

static void
limber_client_record_tab (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberClientRecord *self = LIMBER_CLIENT_RECORD (widget);
  const char *tab = g_variant_get_string (target, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_str_equal (tabs[i].name, tab))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tab_buttons[i]), TRUE);
}

/* A dot marks a tab with words that are not saved. */
static char *
limber_client_record_tab_title (LimberClientRecord *self, guint i)
{
  gboolean unsaved = (g_str_equal (tabs[i].name, "details") && limber_record_details_get_unsaved (self->details)) ||
                     (g_str_equal (tabs[i].name, "health") && limber_record_health_get_unsaved (self->health));

  return unsaved ? g_strdup_printf ("%s •", _(tabs[i].title)) : g_strdup (_(tabs[i].title));
}

static void
limber_client_record_arrange_tabs (LimberClientRecord *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  double zoom = MAX (1, limber_text_zoom (GTK_WIDGET (self)));
  guint shown = self->width == LIMBER_WIDTH_WIDE   ? G_N_ELEMENTS (tabs)
                : self->width == LIMBER_WIDTH_SMALL ? MAX (TABS_LEAST, TABS_SMALL / zoom)
                                                    : TABS_NARROW;

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *action = g_strdup_printf ("record.tab('%s')", tabs[i].name);
      g_autofree char *title = limber_client_record_tab_title (self, i);

      gtk_button_set_label (GTK_BUTTON (self->tab_buttons[i]), title);
      gtk_widget_set_visible (self->tab_buttons[i], i < shown);
      if (i >= shown)
        g_menu_append (menu, title, action);
    }
  gtk_menu_button_set_menu_model (self->tab_menu, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->tab_menu), shown < G_N_ELEMENTS (tabs));
}

static void
limber_client_record_build_tabs (LimberClientRecord *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(tabs[i].title));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "record-tab");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->tab_buttons[0]));
      self->tab_buttons[i] = button;
      gtk_box_append (self->tab_box, button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (limber_client_record_tab_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
limber_client_record_add_tab (LimberClientRecord *self, GtkWidget *tab, const char *name)
{
  gtk_stack_add_named (self->stack, limber_record_scrolled (tab), name);
}

static GtkWidget *
limber_client_record_add_list (LimberClientRecord *self, const char *name)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  limber_client_record_add_tab (self, list, name);
  return list;
}

static void
limber_client_record_build_pages (LimberClientRecord *self)
{
  self->overview = LIMBER_RECORD_OVERVIEW (limber_record_overview_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->overview), "overview");
  self->sessions = LIMBER_RECORD_SESSIONS (limber_record_sessions_new (self->store, self->clock));
  limber_client_record_add_tab (self, GTK_WIDGET (self->sessions), "sessions");
  self->findings = LIMBER_RECORD_FINDINGS (limber_record_findings_new ());
  limber_client_record_add_tab (self, GTK_WIDGET (self->findings), "findings");
  self->motion = limber_client_record_add_list (self, "motion");
  self->health = LIMBER_RECORD_HEALTH (limber_record_health_new (self->store, self->clock));
  limber_client_record_add_tab (self, GTK_WIDGET (self->health), "health");
  self->races = LIMBER_RECORD_RACES (limber_record_races_new (self->store, self->clock));
  limber_client_record_add_tab (self, GTK_WIDGET (self->races), "races");
  self->self_care = LIMBER_RECORD_SELF_CARE (limber_record_self_care_new (self->store));
  limber_client_record_add_tab (self, GTK_WIDGET (self->self_care), "self-care");
  self->reminders = LIMBER_RECORD_REMINDERS (limber_record_reminders_new (self->store, self->clock));
  limber_client_record_add_tab (self, GTK_WIDGET (self->reminders), "reminders");
  self->details = LIMBER_RECORD_DETAILS (limber_record_details_new (self->store, self->clock));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->details), "details");
  self->changes = limber_client_record_add_list (self, "changes");
  g_signal_connect_object (self->details, "unsaved", G_CALLBACK (limber_client_record_arrange_tabs), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->health, "unsaved", G_CALLBACK (limber_client_record_arrange_tabs), self,
                           G_CONNECT_SWAPPED);
}

static void
limber_client_record_dispose (GObject *object)
{
  LimberClientRecord *self = LIMBER_CLIENT_RECORD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->file, limber_client_file_free);
  g_clear_pointer (&self->summary, limber_client_summary_free);
  G_OBJECT_CLASS (limber_client_record_parent_class)->dispose (object);
}

static void
limber_client_record_class_init (LimberClientRecordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_client_record_dispose;
  signals[SIGNAL_GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "record.wait", NULL, limber_client_record_wait);
  gtk_widget_class_install_action (widget_class, "record.archive", NULL, limber_client_record_archive);
  gtk_widget_class_install_action (widget_class, "record.restore", NULL, limber_client_record_archive);
  gtk_widget_class_install_action (widget_class, "record.tab", "s", limber_client_record_tab);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/client-record.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, box);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, avatar);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, name);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, chip_bin);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, phone);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, text);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, mail);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, start);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, alerts);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, questions);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, facts_bin);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, tab_box);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, tab_menu);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRecord, stack);
  gtk_widget_class_bind_template_callback (widget_class, limber_client_record_contact_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_client_record_start_cb);
}

static void
limber_client_record_init (LimberClientRecord *self)
{
  self->width = LIMBER_WIDTH_WIDE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chip = LIMBER_CADENCE_CHIP (limber_cadence_chip_new ());
  adw_bin_set_child (self->chip_bin, GTK_WIDGET (self->chip));
  self->facts = LIMBER_CLIENT_FACTS (limber_client_facts_new ());
  adw_bin_set_child (self->facts_bin, GTK_WIDGET (self->facts));
  limber_client_record_build_tabs (self);
}

/** limber_client_record_new: the record of one client, empty until one is opened. */
GtkWidget *
limber_client_record_new (LimberStore *store, LimberClock *clock)
{
  LimberClientRecord *self = g_object_new (LIMBER_TYPE_CLIENT_RECORD, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  limber_client_record_build_pages (self);
  limber_client_record_arrange_tabs (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tab_buttons[0]), TRUE);
  g_signal_connect_object (store, "changed", G_CALLBACK (limber_client_record_reload), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** limber_client_record_open: shows the client @client_id. */
void
limber_client_record_open (LimberClientRecord *self, const char *client_id)
{
  g_return_if_fail (LIMBER_IS_CLIENT_RECORD (self));

  if (g_strcmp0 (client_id, self->client_id) != 0)
    {
      char *copy = g_strdup (client_id);

      g_free (self->client_id);
      self->client_id = copy;
    }
  limber_client_record_reload (self);
}

const char *
limber_client_record_get_client_id (LimberClientRecord *self)
{
  g_return_val_if_fail (LIMBER_IS_CLIENT_RECORD (self), NULL);

  return self->client_id;
}

/** limber_client_record_set_width: rearranges the record for the room that the window has. */
void
limber_client_record_set_width (LimberClientRecord *self, LimberWidth width)
{
  gboolean wide = width == LIMBER_WIDTH_WIDE;

  g_return_if_fail (LIMBER_IS_CLIENT_RECORD (self));

  self->width = width;
  adw_avatar_set_size (self->avatar, wide ? 64 : 52);
  gtk_widget_remove_css_class (GTK_WIDGET (self->name), wide ? "title-2" : "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->name), wide ? "title-1" : "title-2");
  if (wide)
    gtk_button_set_label (self->start, _("Start session"));
  else
    gtk_button_set_icon_name (self->start, "media-playback-start-symbolic");
  limber_client_record_arrange_tabs (self);
  limber_client_facts_set_width (self->facts, width);
  limber_record_overview_set_width (self->overview, width);
  if (self->file != NULL)
    limber_client_record_show_header (self);
}
