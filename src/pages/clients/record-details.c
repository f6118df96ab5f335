/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/parts/date-row.h"
#include "pages/clients/record-lists.h"
#include "pages/clients/record-referrer.h"
#include "store/client-save.h"
#include "store/error.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* DESIGN
 *
 * A form over one client. What was typed stays until it is saved or discarded, also when the record is read
 * again meanwhile: the save then carries the version that the person saw, and the store tells a conflict. */

typedef enum {
  CHECK_NONE,
  CHECK_NAME,
  CHECK_PHONE,
  CHECK_EMAIL,
  CHECK_BIRTHDAY,
  CHECK_DATE,
} Check;

typedef struct {
  const char *title;
  gsize offset;
  Check check;
  gboolean date;
} TextField;

typedef struct {
  const char *title;
  const char *subtitle;
  gsize offset;
  int from;
  int to;
} NumberField;

#define TEXT(title, member, check) { title, G_STRUCT_OFFSET (LimberClient, member), check, FALSE }

static const TextField text_fields[] = {
  TEXT (N_("Name"), name, CHECK_NAME),
  TEXT (N_("Phone"), phone, CHECK_PHONE),
  TEXT (N_("E-mail"), email, CHECK_EMAIL),
  TEXT (N_("Birthday (year-month-day)"), birthday, CHECK_BIRTHDAY),
  TEXT (N_("Sport"), sport, CHECK_NONE),
  TEXT (N_("Notes"), notes, CHECK_NONE),
  TEXT (N_("Emergency contact"), emergency_name, CHECK_NONE),
  TEXT (N_("Emergency phone"), emergency_phone, CHECK_PHONE),
  TEXT (N_("Guardian"), guardian_name, CHECK_NONE),
  TEXT (N_("Guardian’s phone"), guardian_phone, CHECK_PHONE),
  { N_("Consent given on"), G_STRUCT_OFFSET (LimberClient, consent_on), CHECK_DATE, TRUE },
  TEXT (N_("Consent given by"), consent_by, CHECK_NONE),
  TEXT (N_("Reason for the pinned days"), pin_reason, CHECK_NONE),
};

#define FIELD_BIRTHDAY 3
#define FIELD_GUARDIAN 8
#define FIELD_GUARDIAN_PHONE 9
#define FIELD_CONSENT 10
#define FIELD_PIN_REASON 12

static const NumberField number_fields[] = {
  { N_("Comes back after"), N_("days, at the earliest; 0 is the clinic’s usual"),
    G_STRUCT_OFFSET (LimberClient, cadence_min), 0, 365 },
  { N_("and no later than"), N_("days; 0 is the clinic’s usual"), G_STRUCT_OFFSET (LimberClient, cadence_max), 0,
    365 },
  { N_("Preferred minutes"), N_("0 when it does not matter"), G_STRUCT_OFFSET (LimberClient, preferred_minutes), 0,
    180 },
  { N_("Best days before a race, from"), N_("3 to 7 days out; 0 follows the rules"),
    G_STRUCT_OFFSET (LimberClient, pin_from), 0, 7 },
  { N_("to"), N_("days out"), G_STRUCT_OFFSET (LimberClient, pin_to), 0, 7 },
};

struct _LimberRecordDetails {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *texts[G_N_ELEMENTS (text_fields)];
  GtkWidget *numbers[G_N_ELEMENTS (number_fields)];
  GtkWidget *team;
  GtkWidget *staff;
  GtkWidget *worries;
  LimberRecordReferrer *referrer;
  GtkWidget *bar;
  GtkLabel *problem;
  GtkWidget *save;
  GtkWidget *discard;

  LimberStore *store;
  LimberClock *clock;
  const LimberClientFile *file;
  LimberClient *client;
  GPtrArray *staff_ids;
  gboolean filling;
  gboolean dirty;
  gboolean saving;
  gboolean conflict;
  char *seen_team;
  char *failure; /* why the last save failed */
};

G_DEFINE_FINAL_TYPE (LimberRecordDetails, limber_record_details, GTK_TYPE_WIDGET)

static const char *
limber_record_details_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static int
limber_record_details_number (GtkWidget *spin)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin));
}

static gboolean
limber_record_details_check_text (LimberRecordDetails *self, guint i)
{
  const char *text = limber_record_details_text (self->texts[i]);

  switch (text_fields[i].check)
    {
    case CHECK_NAME:
      return limber_client_text_is_filled (text);
    case CHECK_PHONE:
      return limber_client_phone_is_valid (text);
    case CHECK_EMAIL:
      return limber_client_email_is_valid (text);
    case CHECK_BIRTHDAY:
      return limber_client_birthday_is_valid (text, limber_clock_today (self->clock));
    case CHECK_DATE:
      return limber_date_row_check (LIMBER_DATE_ROW (self->texts[i]), FALSE);
    case CHECK_NONE:
    default:
      return TRUE;
    }
}

static const char *
limber_record_details_numbers_problem (LimberRecordDetails *self)
{
  int cadence_min = limber_record_details_number (self->numbers[0]);
  int cadence_max = limber_record_details_number (self->numbers[1]);
  int minutes = limber_record_details_number (self->numbers[2]);
  int pin_from = limber_record_details_number (self->numbers[3]);
  int pin_to = limber_record_details_number (self->numbers[4]);

  if ((cadence_min == 0) != (cadence_max == 0) || cadence_max < cadence_min)
    return _("The interval needs both days, the shorter one first.");
  if (minutes != 0 && minutes < LIMBER_MINUTES_MIN)
    return _("A session has at least 10 minutes.");
  if ((pin_from == 0) != (pin_to == 0) || (pin_from != 0 && pin_from < 3) || pin_to < pin_from)
    return _("Pinned days lie between 3 and 7 days before a race, the smaller one first.");
  if (pin_from != 0 && !limber_client_text_is_filled (limber_record_details_text (self->texts[FIELD_PIN_REASON])))
    return _("Pinned days need a reason.");
  if (!limber_record_referrer_is_complete (self->referrer))
    return _("Say who sent the client.");
  return NULL;
}

/* What stands in the way of saving, and what became of the last try. */
static const char *
limber_record_details_message (LimberRecordDetails *self, const char *problem)
{
  if (problem != NULL)
    return problem;
  return self->failure != NULL ? self->failure : "";
}

static void
limber_record_details_check (LimberRecordDetails *self)
{
  const char *problem = limber_record_details_numbers_problem (self);
  int age = limber_client_age (limber_record_details_text (self->texts[FIELD_BIRTHDAY]),
                               limber_clock_today (self->clock));
  gboolean minor = age >= 0 && age < 18;

  for (guint i = G_N_ELEMENTS (text_fields); i-- > 0;)
    {
      gboolean valid = limber_record_details_check_text (self, i);

      limber_client_mark_row (self->texts[i], valid);
      if (!valid)
        problem = text_fields[i].check == CHECK_NAME    ? _("A client needs a name.")
                  : text_fields[i].check == CHECK_PHONE ? _("This is not a phone number.")
                  : text_fields[i].check == CHECK_EMAIL ? _("This is not an e-mail address.")
                                                        : _("A date is written as 1999-12-31.");
    }
  for (guint i = FIELD_GUARDIAN; i <= FIELD_GUARDIAN_PHONE; i++)
    gtk_widget_set_visible (self->texts[i], minor || *limber_record_details_text (self->texts[i]) != '\0');
  gtk_label_set_label (self->problem, limber_record_details_message (self, problem));
  gtk_button_set_label (GTK_BUTTON (self->save), self->conflict         ? _("_Keep Mine")
                                                 : self->failure != NULL ? _("_Retry")
                                                                         : _("_Save"));
  gtk_button_set_label (GTK_BUTTON (self->discard), self->conflict ? _("_Take Theirs") : _("_Discard"));
  gtk_widget_set_visible (self->bar, self->dirty);
  gtk_widget_set_sensitive (self->save, problem == NULL && !self->saving);
}

static void
limber_record_details_changed_cb (LimberRecordDetails *self)
{
  if (self->filling)
    return;
  self->dirty = TRUE;
  limber_record_details_check (self);
}

static void
limber_record_details_fill_staff (LimberRecordDetails *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->staff_ids, 0);
  gtk_string_list_append (names, _("nobody in particular"));
  g_ptr_array_add (self->staff_ids, NULL);
  for (guint i = 0; i < self->file->staff->len; i++)
    {
      const LimberStaff *staff = self->file->staff->pdata[i];

      if (staff->role != LIMBER_STAFF_ROLE_THERAPIST)
        continue;
      if (g_strcmp0 (staff->base.id, self->client->preferred_staff_id) == 0)
        selected = self->staff_ids->len;
      gtk_string_list_append (names, staff->name);
      g_ptr_array_add (self->staff_ids, g_strdup (staff->base.id));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->staff), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->staff), selected);
}

static void
limber_record_details_fill (LimberRecordDetails *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      gpointer member = G_STRUCT_MEMBER_P (self->client, text_fields[i].offset);
      g_autofree char *iso = NULL;
      const char *text;

      if (text_fields[i].date)
        text = iso = *(LimberDate *) member != LIMBER_DATE_NONE ? limber_date_to_iso (*(LimberDate *) member) : NULL;
      else
        text = *(char **) member;
      gtk_editable_set_text (GTK_EDITABLE (self->texts[i]), text != NULL ? text : "");
    }
  limber_record_referrer_fill (self->referrer, self->store, self->file);
  for (guint i = 0; i < G_N_ELEMENTS (number_fields); i++)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->numbers[i]),
                               G_STRUCT_MEMBER (int, self->client, number_fields[i].offset));
  gtk_editable_set_text (GTK_EDITABLE (self->team), self->file->team != NULL ? self->file->team : "");
  limber_record_set_text (&self->seen_team, self->file->team);
  limber_record_details_fill_staff (self);
  gtk_switch_set_active (GTK_SWITCH (self->worries), self->client->worries);
  self->filling = FALSE;
  self->dirty = FALSE;
  limber_record_details_check (self);
}

/* The form in the shape of the client that it was filled from. */
static LimberClient *
limber_record_details_collect (LimberRecordDetails *self)
{
  LimberClient *client = limber_client_copy (self->client);

  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      gpointer member = G_STRUCT_MEMBER_P (client, text_fields[i].offset);
      g_autofree char *text = limber_client_text_dup (limber_record_details_text (self->texts[i]));

      if (text_fields[i].date)
        *(LimberDate *) member = limber_date_row_get (LIMBER_DATE_ROW (self->texts[i]));
      else
        limber_record_set_text (member, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (number_fields); i++)
    G_STRUCT_MEMBER (int, client, number_fields[i].offset) = limber_record_details_number (self->numbers[i]);
  limber_record_set_text (&client->preferred_staff_id,
                          g_ptr_array_index (self->staff_ids, adw_combo_row_get_selected (ADW_COMBO_ROW (self->staff))));
  client->worries = gtk_switch_get_active (GTK_SWITCH (self->worries));
  limber_record_referrer_apply (self->referrer, client);
  return client;
}

/* Over a conflict the fields that were touched here are kept, the others follow the other hand. */
static LimberClient *
limber_record_details_merge (LimberRecordDetails *self)
{
  g_autoptr (LimberClient) mine = limber_record_details_collect (self);

  if (g_strcmp0 (limber_record_details_text (self->team), self->seen_team != NULL ? self->seen_team : "") == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->team), self->file->team != NULL ? self->file->team : "");
  return limber_record_merge (&limber_client_type, mine, self->client, self->file->client);
}

static void
limber_record_details_fail (LimberRecordDetails *self, const GError *error)
{
  self->conflict = g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT);
  g_free (self->failure);
  self->failure = self->conflict ? g_strdup (_("Somebody else changed this client meanwhile. Your words are still "
                                               "here: keep them, or take what stands there now."))
                                 : g_strdup_printf (_("Not saved: %s"), error->message);
}

static void
limber_record_details_forget_failure (LimberRecordDetails *self)
{
  self->conflict = FALSE;
  g_clear_pointer (&self->failure, g_free);
}

static void
limber_record_details_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberRecordDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClient) saved = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  self->saving = FALSE;
  if (self->store == NULL)
    return;
  if (saved == NULL)
    limber_record_details_fail (self, error);
  else if (self->client != NULL && g_strcmp0 (saved->base.id, self->client->base.id) == 0)
    {
      limber_client_free (self->client);
      self->client = g_steal_pointer (&saved);
      self->dirty = FALSE;
      limber_record_details_forget_failure (self);
      limber_feedback_toast (GTK_WIDGET (self), _("Saved"));
    }
  if (self->file != NULL)
    limber_record_details_check (self);
}

static void
limber_record_details_save_cb (LimberRecordDetails *self)
{
  g_autofree char *team = NULL;

  LimberClient *client;

  if (self->client == NULL || self->saving)
    return;
  client = self->conflict ? limber_record_details_merge (self) : limber_record_details_collect (self);
  team = limber_client_text_dup (limber_record_details_text (self->team));
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  limber_store_write_async (self->store, limber_client_save_run,
                            limber_client_save_new (client, team),
                            limber_client_save_free, (GDestroyNotify) limber_client_free, NULL,
                            limber_record_details_saved_cb, g_object_ref (self));
}

static void
limber_record_details_discard_cb (LimberRecordDetails *self)
{
  if (self->file == NULL)
    return;
  limber_record_details_forget_failure (self);
  limber_client_free (self->client);
  self->client = limber_client_copy (self->file->client);
  limber_record_details_fill (self);
}

/* Building */

static GtkWidget *
limber_record_details_group (GtkWidget *parent, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (parent), group);
  return group;
}

static GtkWidget *
limber_record_details_entry (LimberRecordDetails *self, GtkWidget *group, const char *title, gboolean date)
{
  GtkWidget *row = date ? limber_date_row_new (title, self->clock, limber_clock_today (self->clock))
                        : g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL);

  g_signal_connect_object (row, "changed", G_CALLBACK (limber_record_details_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
limber_record_details_add_texts (LimberRecordDetails *self, GtkWidget *group, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    self->texts[i] = limber_record_details_entry (self, group, _(text_fields[i].title), text_fields[i].date);
}

static void
limber_record_details_add_number (LimberRecordDetails *self, GtkWidget *group, guint i)
{
  const NumberField *field = &number_fields[i];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (field->from, field->to, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(field->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(field->subtitle));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  limber_widget_name (GTK_WIDGET (spin), _(field->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (limber_record_details_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->numbers[i] = spin;
}

static void
limber_record_details_add_treatment (LimberRecordDetails *self, GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new ();

  for (guint i = 0; i < 3; i++)
    limber_record_details_add_number (self, group, i);
  self->staff = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->staff), _("Preferred therapist"));
  g_signal_connect_object (self->staff, "notify::selected", G_CALLBACK (limber_record_details_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->staff);

  self->worries = gtk_switch_new ();
  gtk_widget_set_valign (self->worries, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Worries before a goal race"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("gets extra days between the massage and the race"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->worries);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->worries);
  g_signal_connect_object (self->worries, "notify::active", G_CALLBACK (limber_record_details_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  for (guint i = 3; i < G_N_ELEMENTS (number_fields); i++)
    limber_record_details_add_number (self, group, i);
  limber_record_details_add_texts (self, group, FIELD_PIN_REASON, FIELD_PIN_REASON);
}

static void
limber_record_details_build_bar (LimberRecordDetails *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_margin_bottom (self->bar, 12);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_hexpand (GTK_WIDGET (self->problem), TRUE);
  self->discard = gtk_button_new_with_mnemonic (_("_Discard"));
  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_object (self->discard, "clicked", G_CALLBACK (limber_record_details_discard_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (limber_record_details_save_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (self->bar), self->discard);
  gtk_box_append (GTK_BOX (self->bar), self->save);
}

static void
limber_record_details_build (LimberRecordDetails *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = limber_record_details_group (form, _("Person"));
  GtkWidget *scrolled;

  limber_record_details_add_texts (self, group, 0, 4);
  self->team = limber_record_details_entry (self, group, _("Team"), FALSE);
  limber_record_details_add_texts (self, group, 5, 5);
  limber_record_details_add_treatment (self, limber_record_details_group (form, _("Treatment")));
  group = limber_record_details_group (form, _("Safety and consent"));
  limber_record_details_add_texts (self, group, 6, 11);
  self->referrer = LIMBER_RECORD_REFERRER (limber_record_referrer_new ());
  g_signal_connect_object (self->referrer, "changed", G_CALLBACK (limber_record_details_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->referrer));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  scrolled = limber_record_scrolled (form);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  limber_record_details_build_bar (self);
  gtk_box_append (GTK_BOX (self->box), self->bar);
}

static void
limber_record_details_dispose (GObject *object)
{
  LimberRecordDetails *self = LIMBER_RECORD_DETAILS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->client, limber_client_free);
  g_clear_pointer (&self->staff_ids, g_ptr_array_unref);
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->seen_team, g_free);
  G_OBJECT_CLASS (limber_record_details_parent_class)->dispose (object);
}

static void
limber_record_details_class_init (LimberRecordDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_record_details_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
limber_record_details_init (LimberRecordDetails *self)
{
  self->staff_ids = g_ptr_array_new_with_free_func (g_free);
}

/** limber_record_details_new: the form with what is known about a client. */
GtkWidget *
limber_record_details_new (LimberStore *store, LimberClock *clock)
{
  LimberRecordDetails *self = g_object_new (LIMBER_TYPE_RECORD_DETAILS, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  limber_record_details_build (self);
  return GTK_WIDGET (self);
}

/** limber_record_details_set_file: @file must live until the next call; what is being typed stays. */
void
limber_record_details_set_file (LimberRecordDetails *self, const LimberClientFile *file)
{
  gboolean same;

  g_return_if_fail (LIMBER_IS_RECORD_DETAILS (self));

  self->file = file;
  same = self->client != NULL && g_strcmp0 (self->client->base.id, file->client->base.id) == 0;
  if (same && (self->dirty || self->saving))
    return;
  /* Going to another client must not lose what was typed about this one. */
  if (!same && self->dirty && gtk_widget_get_sensitive (self->save))
    limber_record_details_save_cb (self);
  limber_record_details_forget_failure (self);
  g_clear_pointer (&self->client, limber_client_free);
  self->client = limber_client_copy (file->client);
  limber_record_details_fill (self);
}
