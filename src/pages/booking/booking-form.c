/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/booking/booking-form.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/day-words.h"
#include "pages/parts/page-bits.h"
#include "services/wording/wording.h"
#include "store/staff.h"
#include "widgets/widget-name.h"

static const int usual_minutes[] = { 30, 45, 60 };

struct _LimberBookingForm {
  AdwBin parent_instance;

  GtkWidget *length[G_N_ELEMENTS (usual_minutes) + 1];
  GtkWidget *own_minutes;
  GtkWidget *kind;
  GtkWidget *staff;
  GtkWidget *light;
  GtkWidget *deep;
  GPtrArray *staff_ids;
  GPtrArray *staff_names;
  gboolean updating;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberBookingForm, limber_booking_form, ADW_TYPE_BIN)

#define OWN G_N_ELEMENTS (usual_minutes)

static void
emit_changed (LimberBookingForm *self)
{
  gtk_widget_set_visible (self->own_minutes,
                          gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->length[OWN])));
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_toggled (LimberBookingForm *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    emit_changed (self);
}

static GtkWidget *
segment (LimberBookingForm *self, GtkWidget *box, const char *label, GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "choice");
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_field (GtkWidget *form, const char *name, GtkWidget *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = limber_page_label (name, "field-name");

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (form), box);
}

static GtkWidget *
length_new (LimberBookingForm *self)
{
  GtkWidget *field = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < OWN; i++)
    {
      g_autofree char *label = g_strdup_printf (_("%d min"), usual_minutes[i]);

      self->length[i] = segment (self, box, label, self->length[0]);
    }
  self->length[OWN] = segment (self, box, _("Other"), self->length[0]);
  self->own_minutes = gtk_spin_button_new_with_range (LIMBER_MINUTES_MIN, LIMBER_MINUTES_MAX, 5);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->own_minutes), 75);
  gtk_widget_set_visible (self->own_minutes, FALSE);
  limber_widget_name (self->own_minutes, _("Minutes"));
  g_signal_connect_swapped (self->own_minutes, "value-changed", G_CALLBACK (emit_changed), self);
  gtk_box_append (GTK_BOX (field), box);
  gtk_box_append (GTK_BOX (field), self->own_minutes);
  return field;
}

static GtkWidget *
kind_new (LimberBookingForm *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (LimberKind kind = LIMBER_KIND_MAINTENANCE; kind <= LIMBER_KIND_LAST; kind++)
    {
      g_autofree char *name = limber_day_words_capital (limber_wording_kind (kind));

      gtk_string_list_append (names, name);
    }
  self->kind = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (emit_changed), self);
  return self->kind;
}

static GtkWidget *
pressure_new (LimberBookingForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  self->light = segment (self, box, _("Light"), NULL);
  self->deep = segment (self, box, _("Medium or deeper"), self->light);
  return box;
}

static void
limber_booking_form_finalize (GObject *object)
{
  LimberBookingForm *self = LIMBER_BOOKING_FORM (object);

  g_ptr_array_unref (self->staff_ids);
  g_ptr_array_unref (self->staff_names);
  G_OBJECT_CLASS (limber_booking_form_parent_class)->finalize (object);
}

static void
limber_booking_form_class_init (LimberBookingFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = limber_booking_form_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LIMBER_TYPE_BOOKING_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
limber_booking_form_init (LimberBookingForm *self)
{
  self->staff_ids = g_ptr_array_new_with_free_func (g_free);
  self->staff_names = g_ptr_array_new_with_free_func (g_free);
}

/**
 * limber_booking_form_new:
 * @client_picker: stands at the top
 *
 * Returns: (transfer floating): the left side of the booking dialog
 */
GtkWidget *
limber_booking_form_new (GtkWidget *client_picker)
{
  LimberBookingForm *self = g_object_new (LIMBER_TYPE_BOOKING_FORM, NULL);
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  self->updating = TRUE;
  add_field (form, _("Client"), client_picker);
  add_field (form, _("Length"), length_new (self));
  add_field (form, _("Kind of work"), kind_new (self));
  self->staff = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);
  g_signal_connect_swapped (self->staff, "notify::selected", G_CALLBACK (emit_changed), self);
  add_field (form, _("Therapist"), self->staff);
  add_field (form, _("Planned pressure"), pressure_new (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->length[1]), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->deep), TRUE);
  adw_bin_set_child (ADW_BIN (self), form);
  self->updating = FALSE;
  return GTK_WIDGET (self);
}

/** limber_booking_form_add_wish: when the caller wants to come, at the end of the form. */
void
limber_booking_form_add_wish (LimberBookingForm *self, const LimberTimeWish *wish)
{
  GtkWidget *form = adw_bin_get_child (ADW_BIN (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (wish->days_box), TRUE);
  gtk_box_set_homogeneous (GTK_BOX (wish->times_box), TRUE);
  gtk_box_append (GTK_BOX (box), wish->days_box);
  gtk_box_append (GTK_BOX (box), wish->times_box);
  add_field (form, _("Wished days and times"), box);
}

/** limber_booking_form_set_staff: @staff are LimberStaff records; "any therapist" comes before them. */
void
limber_booking_form_set_staff (LimberBookingForm *self, GPtrArray *staff)
{
  g_ptr_array_set_size (self->staff_ids, 0);
  g_ptr_array_set_size (self->staff_names, 0);
  for (guint i = 0; i < staff->len; i++)
    {
      const LimberStaff *one = staff->pdata[i];

      g_ptr_array_add (self->staff_ids, g_strdup (one->base.id));
      g_ptr_array_add (self->staff_names, g_strdup (one->name));
    }
  limber_booking_form_set_preferred (self, NULL);
}

/** limber_booking_form_set_preferred: marks the therapist that the client prefers. */
void
limber_booking_form_set_preferred (LimberBookingForm *self, const char *staff_id)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->staff));

  gtk_string_list_append (names, _("Any therapist"));
  for (guint i = 0; i < self->staff_ids->len; i++)
    {
      g_autofree char *name = NULL;

      if (g_strcmp0 (self->staff_ids->pdata[i], staff_id) == 0)
        name = g_strdup_printf (_("%s (preferred)"), (char *) self->staff_names->pdata[i]);
      gtk_string_list_append (names, name != NULL ? name : self->staff_names->pdata[i]);
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->staff), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->staff),
                              selected != GTK_INVALID_LIST_POSITION ? selected : 0);
  self->updating = FALSE;
  g_object_unref (names);
}

/** limber_booking_form_set_fields: shows @fields; emits nothing. */
void
limber_booking_form_set_fields (LimberBookingForm *self, const LimberBookingFields *fields)
{
  guint length = OWN;

  self->updating = TRUE;
  for (guint i = 0; i < OWN; i++)
    if (usual_minutes[i] == fields->minutes)
      length = i;
  if (length == OWN)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->own_minutes), fields->minutes);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->length[length]), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind),
                              MAX (fields->kind, LIMBER_KIND_MAINTENANCE) - LIMBER_KIND_MAINTENANCE);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (fields->intent == LIMBER_WORK_LIGHT ? self->light : self->deep), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->staff), 0);
  for (guint i = 0; i < self->staff_ids->len; i++)
    if (g_strcmp0 (self->staff_ids->pdata[i], fields->staff_id) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->staff), i + 1);
  self->updating = FALSE;
}

/** limber_booking_form_get_fields: Returns: what the form says now. */
LimberBookingFields
limber_booking_form_get_fields (LimberBookingForm *self)
{
  LimberBookingFields fields = { 0 };
  guint staff = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->staff));

  fields.minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->own_minutes));
  for (guint i = 0; i < OWN; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->length[i])))
      fields.minutes = usual_minutes[i];
  fields.kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)) + LIMBER_KIND_MAINTENANCE;
  fields.intent = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->light)) ? LIMBER_WORK_LIGHT
                                                                                : LIMBER_WORK_DEEP;
  if (staff > 0 && staff <= self->staff_ids->len)
    fields.staff_id = self->staff_ids->pdata[staff - 1];
  return fields;
}
