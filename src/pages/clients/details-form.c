/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/details-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/clients/record-referrer.h"
#include "pages/parts/date-row.h"
#include "pages/parts/time-wish.h"
#include "widgets/widget-name.h"

/* The rows of what is known about a client, to read and to type into; record-details.c saves them. */

typedef enum {
  CHECK_NONE,
  CHECK_NAME,
  CHECK_PHONE,
  CHECK_EMAIL,
  CHECK_BIRTHDAY,
  CHECK_DATE,
} Check;

typedef struct {
  const char *name;
  gsize offset;
  const char *title;
  Check check;
} TextField;

typedef struct {
  const char *name;
  gsize offset;
  const char *title;
  const char *subtitle;
  int from;
  int to;
} NumberField;

#define MEMBER(name) #name, G_STRUCT_OFFSET (LimberClient, name)

static const TextField text_fields[] = {
  { MEMBER (name), N_("Name"), CHECK_NAME },
  { MEMBER (phone), N_("Phone"), CHECK_PHONE },
  { MEMBER (email), N_("E-mail"), CHECK_EMAIL },
  { MEMBER (birthday), N_("Birthday (year-month-day)"), CHECK_BIRTHDAY },
  { MEMBER (sport), N_("Sport"), CHECK_NONE },
  { MEMBER (notes), N_("Notes"), CHECK_NONE },
  { MEMBER (emergency_name), N_("Emergency contact"), CHECK_NONE },
  { MEMBER (emergency_phone), N_("Emergency phone"), CHECK_PHONE },
  { MEMBER (guardian_name), N_("Guardian"), CHECK_NONE },
  { MEMBER (guardian_phone), N_("Guardian’s phone"), CHECK_PHONE },
  { MEMBER (consent_on), N_("Consent given on"), CHECK_DATE },
  { MEMBER (consent_by), N_("Consent given by"), CHECK_NONE },
  { MEMBER (pin_reason), N_("Reason for the pinned days"), CHECK_NONE },
};

enum {
  TEXT_BIRTHDAY = 3,
  TEXT_SPORT,
  TEXT_NOTES,
  TEXT_EMERGENCY,
  TEXT_GUARDIAN = 8,
  TEXT_GUARDIAN_PHONE,
  TEXT_CONSENT_BY = 11,
  TEXT_PIN_REASON,
};

static const NumberField number_fields[] = {
  { MEMBER (cadence_min), N_("Comes back after"), N_("days, at the earliest; 0 is the clinic’s usual"), 0, 365 },
  { MEMBER (cadence_max), N_("and no later than"), N_("days; 0 is the clinic’s usual"), 0, 365 },
  { MEMBER (preferred_minutes), N_("Preferred minutes"), N_("0 when it does not matter"), 0, 180 },
  { MEMBER (pin_from), N_("Best days before a race, from"), N_("3 to 7 days out; 0 follows the rules"), 0, 7 },
  { MEMBER (pin_to), N_("to"), N_("days out"), 0, 7 },
};

enum { NUMBER_CADENCE_MIN, NUMBER_CADENCE_MAX, NUMBER_MINUTES, NUMBER_PIN_FROM, NUMBER_PIN_TO };

struct _LimberDetailsForm {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *texts[G_N_ELEMENTS (text_fields)];
  GtkWidget *numbers[G_N_ELEMENTS (number_fields)];
  GtkWidget *team;
  GtkWidget *staff;
  LimberTimeWish wish;
  GtkWidget *worries;
  LimberRecordReferrer *referrer;

  LimberClock *clock;
  GPtrArray *staff_ids;
  char *seen_team;
  gboolean filling;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberDetailsForm, limber_details_form, GTK_TYPE_WIDGET)

static const char *
limber_details_form_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static int
limber_details_form_number (LimberDetailsForm *self, guint i)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->numbers[i]));
}

/* Checking */

static gboolean
limber_details_form_check_text (LimberDetailsForm *self, guint i)
{
  const char *text = limber_details_form_text (self->texts[i]);

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
limber_details_form_text_problem (Check check)
{
  return check == CHECK_NAME    ? _("A client needs a name.")
         : check == CHECK_PHONE ? _("This is not a phone number.")
         : check == CHECK_EMAIL ? _("This is not an e-mail address.")
                                : _("A date is written as 1999-12-31.");
}

static const char *
limber_details_form_numbers_problem (LimberDetailsForm *self)
{
  int cadence_min = limber_details_form_number (self, NUMBER_CADENCE_MIN);
  int cadence_max = limber_details_form_number (self, NUMBER_CADENCE_MAX);
  int minutes = limber_details_form_number (self, NUMBER_MINUTES);
  int pin_from = limber_details_form_number (self, NUMBER_PIN_FROM);
  int pin_to = limber_details_form_number (self, NUMBER_PIN_TO);

  if ((cadence_min == 0) != (cadence_max == 0) || cadence_max < cadence_min)
    return _("The interval needs both days, the shorter one first.");
  if (limber_time_wish_get_to (&self->wish) > 0
      && limber_time_wish_get_to (&self->wish) <= limber_time_wish_get_from (&self->wish))
    return _("The preferred times end before they begin.");
  if (minutes != 0 && minutes < LIMBER_MINUTES_MIN)
    return _("A session has at least 10 minutes.");
  if ((pin_from == 0) != (pin_to == 0) || (pin_from != 0 && pin_from < 3) || pin_to < pin_from)
    return _("Pinned days lie between 3 and 7 days before a race, the smaller one first.");
  if (pin_from != 0 && !limber_client_text_is_filled (limber_details_form_text (self->texts[TEXT_PIN_REASON])))
    return _("Pinned days need a reason.");
  if (!limber_record_referrer_is_complete (self->referrer))
    return _("Say who sent the client.");
  return NULL;
}

static void
limber_details_form_show_guardian (LimberDetailsForm *self)
{
  int age = limber_client_age (limber_details_form_text (self->texts[TEXT_BIRTHDAY]),
                               limber_clock_today (self->clock));
  gboolean minor = age >= 0 && age < 18;

  for (guint i = TEXT_GUARDIAN; i <= TEXT_GUARDIAN_PHONE; i++)
    gtk_widget_set_visible (self->texts[i], minor || *limber_details_form_text (self->texts[i]) != '\0');
}

/** limber_details_form_check: marks what is wrong. Returns: (nullable): the first thing in the way of saving. */
const char *
limber_details_form_check (LimberDetailsForm *self)
{
  const char *problem = NULL;

  g_return_val_if_fail (LIMBER_IS_DETAILS_FORM (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      gboolean valid = limber_details_form_check_text (self, i);

      limber_client_mark_row (self->texts[i], valid);
      if (!valid && problem == NULL)
        problem = limber_details_form_text_problem (text_fields[i].check);
    }
  limber_details_form_show_guardian (self);
  return problem != NULL ? problem : limber_details_form_numbers_problem (self);
}

/* Filling */

static void
limber_details_form_fill_staff (LimberDetailsForm *self, const LimberClientFile *file)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->staff_ids, 0);
  gtk_string_list_append (names, _("nobody in particular"));
  g_ptr_array_add (self->staff_ids, NULL);
  for (guint i = 0; i < file->staff->len; i++)
    {
      const LimberStaff *staff = file->staff->pdata[i];

      if (staff->role != LIMBER_STAFF_ROLE_THERAPIST)
        continue;
      if (g_strcmp0 (staff->base.id, file->client->preferred_staff_id) == 0)
        selected = self->staff_ids->len;
      gtk_string_list_append (names, staff->name);
      g_ptr_array_add (self->staff_ids, g_strdup (staff->base.id));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->staff), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->staff), selected);
}

static void
limber_details_form_fill_texts (LimberDetailsForm *self, const LimberClient *client)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      gconstpointer member = G_STRUCT_MEMBER_P (client, text_fields[i].offset);
      const char *text;

      if (text_fields[i].check == CHECK_DATE)
        {
          limber_date_row_set (LIMBER_DATE_ROW (self->texts[i]), *(const LimberDate *) member);
          continue;
        }
      text = *(char *const *) member;
      gtk_editable_set_text (GTK_EDITABLE (self->texts[i]), text != NULL ? text : "");
    }
}

/** limber_details_form_fill: shows what is saved. */
void
limber_details_form_fill (LimberDetailsForm *self, LimberStore *store, const LimberClientFile *file)
{
  g_return_if_fail (LIMBER_IS_DETAILS_FORM (self));

  self->filling = TRUE;
  limber_details_form_fill_texts (self, file->client);
  limber_record_referrer_fill (self->referrer, store, file);
  for (guint i = 0; i < G_N_ELEMENTS (number_fields); i++)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->numbers[i]),
                               G_STRUCT_MEMBER (int, file->client, number_fields[i].offset));
  gtk_editable_set_text (GTK_EDITABLE (self->team), file->team != NULL ? file->team : "");
  limber_record_set_text (&self->seen_team, file->team);
  limber_details_form_fill_staff (self, file);
  limber_time_wish_set (&self->wish, file->client->preferred_weekdays, file->client->preferred_from,
                        file->client->preferred_to);
  gtk_switch_set_active (GTK_SWITCH (self->worries), file->client->worries);
  self->filling = FALSE;
}

/* Collecting */

/** limber_details_form_collect: Returns: (transfer full): @client with what the form holds; but for the team. */
LimberClient *
limber_details_form_collect (LimberDetailsForm *self, const LimberClient *client)
{
  LimberClient *mine = limber_client_copy (client);
  guint staff = adw_combo_row_get_selected (ADW_COMBO_ROW (self->staff));

  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      gpointer member = G_STRUCT_MEMBER_P (mine, text_fields[i].offset);
      g_autofree char *text = limber_client_text_dup (limber_details_form_text (self->texts[i]));

      if (text_fields[i].check == CHECK_DATE)
        *(LimberDate *) member = limber_date_row_get (LIMBER_DATE_ROW (self->texts[i]));
      else
        limber_record_set_text (member, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (number_fields); i++)
    G_STRUCT_MEMBER (int, mine, number_fields[i].offset) = limber_details_form_number (self, i);
  limber_record_set_text (&mine->preferred_staff_id, g_ptr_array_index (self->staff_ids, staff));
  mine->preferred_weekdays = limber_time_wish_get_weekdays (&self->wish);
  mine->preferred_from = limber_time_wish_get_from (&self->wish);
  mine->preferred_to = limber_time_wish_get_to (&self->wish);
  mine->worries = gtk_switch_get_active (GTK_SWITCH (self->worries));
  limber_record_referrer_apply (self->referrer, mine);
  return mine;
}

/** limber_details_form_dup_team: Returns: (transfer full) (nullable): the name of the team. */
char *
limber_details_form_dup_team (LimberDetailsForm *self)
{
  return limber_client_text_dup (limber_details_form_text (self->team));
}

/** limber_details_form_follow_team: takes the team of @file, unless it was touched here. */
void
limber_details_form_follow_team (LimberDetailsForm *self, const LimberClientFile *file)
{
  const char *seen = self->seen_team != NULL ? self->seen_team : "";

  if (g_str_equal (limber_details_form_text (self->team), seen))
    gtk_editable_set_text (GTK_EDITABLE (self->team), file->team != NULL ? file->team : "");
}

static char *
limber_details_form_get_wish (gpointer wish)
{
  return g_strdup_printf ("%u %d %d", limber_time_wish_get_weekdays (wish), limber_time_wish_get_from (wish),
                          limber_time_wish_get_to (wish));
}

static void
limber_details_form_set_wish (gpointer wish, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", 3);

  if (g_strv_length (parts) == 3)
    limber_time_wish_set (wish, (guint) g_ascii_strtoull (parts[0], NULL, 10), (int) g_ascii_strtoll (parts[1], NULL, 10),
                          (int) g_ascii_strtoll (parts[2], NULL, 10));
}

/** limber_details_form_keep: tells @keeper what belongs to the form. */
void
limber_details_form_keep (LimberDetailsForm *self, LimberDraftKeeper *keeper)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    limber_draft_keeper_add (keeper, text_fields[i].name, self->texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (number_fields); i++)
    limber_draft_keeper_add (keeper, number_fields[i].name, self->numbers[i]);
  limber_draft_keeper_add (keeper, "team", self->team);
  limber_draft_keeper_add (keeper, "preferred_staff", self->staff);
  limber_draft_keeper_add_custom (keeper, "preferred_times", &self->wish, limber_details_form_get_wish,
                                  limber_details_form_set_wish);
  limber_draft_keeper_add (keeper, "worries", self->worries);
  limber_record_referrer_keep (self->referrer, keeper);
}

/* Building */

static void
limber_details_form_changed_cb (LimberDetailsForm *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
limber_details_form_group (LimberDetailsForm *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self->box), group);
  return group;
}

static GtkWidget *
limber_details_form_entry (LimberDetailsForm *self, GtkWidget *group, const char *title, Check check)
{
  GtkWidget *row = check == CHECK_DATE ? limber_date_row_new (title, self->clock, limber_clock_today (self->clock))
                                       : g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL);

  g_signal_connect_object (row, "changed", G_CALLBACK (limber_details_form_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
limber_details_form_add_texts (LimberDetailsForm *self, GtkWidget *group, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    self->texts[i] = limber_details_form_entry (self, group, _(text_fields[i].title), text_fields[i].check);
}

static void
limber_details_form_add_suffix (GtkWidget *group, const char *title, const char *subtitle, GtkWidget *input)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), input);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
limber_details_form_add_numbers (LimberDetailsForm *self, GtkWidget *group, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    {
      const NumberField *field = &number_fields[i];
      GtkWidget *spin = gtk_spin_button_new_with_range (field->from, field->to, 1);

      limber_widget_name (spin, _(field->title));
      limber_details_form_add_suffix (group, _(field->title), _(field->subtitle), spin);
      g_signal_connect_object (spin, "value-changed", G_CALLBACK (limber_details_form_changed_cb), self,
                               G_CONNECT_SWAPPED);
      self->numbers[i] = spin;
    }
}

static void
limber_details_form_add_wish (LimberDetailsForm *self, GtkWidget *group)
{
  limber_time_wish_build (&self->wish, G_CALLBACK (limber_details_form_changed_cb), self);
  limber_details_form_add_suffix (group, _("Preferred days"), _("none chosen: any day"), self->wish.days_box);
  limber_details_form_add_suffix (group, _("Preferred times"), "", self->wish.times_box);
}

static void
limber_details_form_add_treatment (LimberDetailsForm *self, GtkWidget *group)
{
  limber_details_form_add_numbers (self, group, NUMBER_CADENCE_MIN, NUMBER_MINUTES);
  self->staff = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->staff), _("Preferred therapist"));
  g_signal_connect_object (self->staff, "notify::selected", G_CALLBACK (limber_details_form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->staff);
  limber_details_form_add_wish (self, group);
  self->worries = gtk_switch_new ();
  limber_details_form_add_suffix (group, _("Worries before a goal race"),
                                  _("gets extra days between the massage and the race"), self->worries);
  g_signal_connect_object (self->worries, "notify::active", G_CALLBACK (limber_details_form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  limber_details_form_add_numbers (self, group, NUMBER_PIN_FROM, NUMBER_PIN_TO);
  limber_details_form_add_texts (self, group, TEXT_PIN_REASON, TEXT_PIN_REASON);
}

static void
limber_details_form_build (LimberDetailsForm *self)
{
  GtkWidget *group;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  group = limber_details_form_group (self, _("Person"));
  limber_details_form_add_texts (self, group, 0, TEXT_SPORT);
  self->team = limber_details_form_entry (self, group, _("Team"), CHECK_NONE);
  limber_details_form_add_texts (self, group, TEXT_NOTES, TEXT_NOTES);
  limber_details_form_add_treatment (self, limber_details_form_group (self, _("Treatment")));
  group = limber_details_form_group (self, _("Safety and consent"));
  limber_details_form_add_texts (self, group, TEXT_EMERGENCY, TEXT_CONSENT_BY);
  self->referrer = LIMBER_RECORD_REFERRER (limber_record_referrer_new ());
  g_signal_connect_object (self->referrer, "changed", G_CALLBACK (limber_details_form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->referrer));
}

static void
limber_details_form_dispose (GObject *object)
{
  LimberDetailsForm *self = LIMBER_DETAILS_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->staff_ids, g_ptr_array_unref);
  g_clear_pointer (&self->seen_team, g_free);
  G_OBJECT_CLASS (limber_details_form_parent_class)->dispose (object);
}

static void
limber_details_form_class_init (LimberDetailsFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_details_form_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
limber_details_form_init (LimberDetailsForm *self)
{
  self->staff_ids = g_ptr_array_new_with_free_func (g_free);
}

/** limber_details_form_new: the rows of what is known about a client. */
GtkWidget *
limber_details_form_new (LimberClock *clock)
{
  LimberDetailsForm *self = g_object_new (LIMBER_TYPE_DETAILS_FORM, NULL);

  self->clock = g_object_ref (clock);
  limber_details_form_build (self);
  return GTK_WIDGET (self);
}
