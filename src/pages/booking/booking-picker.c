/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/booking/booking-picker.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "widgets/cadence-chip.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

struct _LimberBookingPicker {
  AdwBin parent_instance;

  LimberStore *store;
  LimberClock *clock;
  LimberBookingClient *client;
  GCancellable *cancellable;

  GtkWidget *stack;
  GtkWidget *entry;
  GtkWidget *found;
  GtkWidget *card;
  GPtrArray *ids;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberBookingPicker, limber_booking_picker, ADW_TYPE_BIN)

static GCancellable *
start_job (LimberBookingPicker *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static const char *
typed (LimberBookingPicker *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
on_clear (LimberBookingPicker *self)
{
  g_clear_pointer (&self->client, limber_booking_client_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  limber_page_clear (self->found);
  gtk_widget_set_visible (self->found, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "search");
  gtk_widget_grab_focus (self->entry);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
cadence_chip (LimberBookingPicker *self)
{
  const LimberPlanInput *input = &self->client->facts->input;
  LimberDate today = limber_clock_today (self->clock);
  LimberDue due = limber_cadence_due (input->settings.cadence, input->last_session, today);
  int days = input->last_session != LIMBER_DATE_NONE ? today - input->last_session : 0;
  GtkWidget *chip = limber_cadence_chip_new ();
  g_autofree char *text = NULL;

  if (due.state == LIMBER_CADENCE_STATE_OVERDUE)
    /* Translators: days over the date on which a client should have come again */
    text = g_strdup_printf (_("%d d over"), today - due.to);
  else if (due.state == LIMBER_CADENCE_STATE_DUE)
    text = g_strdup_printf (_("Due · day %d"), days);
  else
    text = g_strdup (limber_wording_cadence_state (due.state));
  limber_cadence_chip_set (LIMBER_CADENCE_CHIP (chip), limber_cadence_state_id (due.state), text, days,
                           input->settings.cadence.max, NULL);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  return chip;
}

static GtkWidget *
head_new (LimberBookingPicker *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), limber_page_label (self->client->name, "heading"));
  if (self->client->team != NULL)
    gtk_box_append (GTK_BOX (words), limber_page_label (self->client->team, "limber-hint"));
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (clear, _("Choose another client"));
  limber_widget_name (clear, _("Choose another client"));
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (on_clear), self);
  gtk_box_append (GTK_BOX (head), adw_avatar_new (40, self->client->name, TRUE));
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), clear);
  return head;
}

/* "Unaware knot, right quadriceps, 9 Sep" */
static void
add_unaware (LimberBookingPicker *self)
{
  const LimberFinding *finding = self->client->unaware;
  g_autofree char *area = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (finding == NULL)
    return;
  area = limber_wording_area (finding->area, finding->side);
  day = limber_wording_day_and_month (self->client->unaware_on);
  /* Translators: a finding of which the client was not aware: its type, the area, the day. */
  text = g_strdup_printf (_("Unaware: %s, %s, %s"), limber_wording_finding_type (finding->type), area, day);
  gtk_box_append (GTK_BOX (self->card), limber_page_icon_label ("dialog-information-symbolic", text, "limber-hint"));
}

static void
fill_card (LimberBookingPicker *self)
{
  const LimberPlanFacts *facts = self->client->facts;
  int race = limber_plan_nearest_race (&facts->input, limber_clock_today (self->clock));

  limber_page_clear (self->card);
  gtk_box_append (GTK_BOX (self->card), head_new (self));
  gtk_box_append (GTK_BOX (self->card), cadence_chip (self));
  if (race >= 0)
    {
      g_autofree char *day = limber_wording_day (facts->input.races[race].first);
      g_autofree char *text = g_strdup_printf ("%s · %s", limber_plan_facts_race (facts, race)->name, day);

      gtk_box_append (GTK_BOX (self->card), limber_page_icon_label ("emoji-flags-symbolic", text, "limber-hint"));
    }
  add_unaware (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "card");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  LimberBookingClient *client = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberBookingPicker *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (client == NULL)
    {
      if (error != NULL)
        limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->client, limber_booking_client_free);
  self->client = client;
  fill_card (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/** limber_booking_picker_choose: loads the client with @client_id and shows them. */
void
limber_booking_picker_choose (LimberBookingPicker *self, const char *client_id)
{
  limber_store_read_async (self->store, limber_booking_client_load,
                           limber_booking_client_query_new (client_id, NULL, limber_clock_today (self->clock)),
                           (GDestroyNotify) limber_booking_client_query_free,
                           (GDestroyNotify) limber_booking_client_free, start_job (self), on_loaded, self);
}

static void
add_client (LimberBookingPicker *self)
{
  g_autofree char *name = g_strstrip (g_strdup (typed (self)));

  if (*name == '\0')
    return;
  limber_store_write_async (self->store, limber_booking_client_add,
                            limber_booking_client_query_new (NULL, name, limber_clock_today (self->clock)),
                            (GDestroyNotify) limber_booking_client_query_free,
                            (GDestroyNotify) limber_booking_client_free, start_job (self), on_loaded, self);
}

static void
on_row (LimberBookingPicker *self, GtkListBoxRow *row)
{
  guint index = gtk_list_box_row_get_index (row);

  if (index < self->ids->len)
    limber_booking_picker_choose (self, self->ids->pdata[index]);
  else
    add_client (self);
}

static void
append_row (LimberBookingPicker *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (subtitle != NULL)
    {
      g_autofree char *more = g_markup_escape_text (subtitle, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), more);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (self->found), row);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberBookingPicker *self = data;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (found == NULL)
    return;
  limber_page_clear (self->found);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const LimberBookingClient *client = found->pdata[i];

      append_row (self, client->name, client->team);
      g_ptr_array_add (self->ids, g_strdup (client->id));
    }
  name = g_strstrip (g_strdup (typed (self)));
  title = g_strdup_printf (_("New client “%s”"), name);
  if (*name != '\0')
    append_row (self, title, NULL);
  gtk_widget_set_visible (self->found, *name != '\0');
}

static void
on_search (LimberBookingPicker *self)
{
  if (*typed (self) == '\0')
    {
      gtk_widget_set_visible (self->found, FALSE);
      return;
    }
  limber_store_read_async (self->store, limber_booking_client_search,
                           limber_booking_client_query_new (NULL, typed (self), LIMBER_DATE_NONE),
                           (GDestroyNotify) limber_booking_client_query_free, (GDestroyNotify) g_ptr_array_unref,
                           start_job (self), on_found, self);
}

static void
on_activate (LimberBookingPicker *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->found), 0);

  if (first != NULL && gtk_widget_get_visible (self->found))
    on_row (self, first);
}

static void
limber_booking_picker_dispose (GObject *object)
{
  LimberBookingPicker *self = LIMBER_BOOKING_PICKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_booking_picker_parent_class)->dispose (object);
}

static void
limber_booking_picker_finalize (GObject *object)
{
  LimberBookingPicker *self = LIMBER_BOOKING_PICKER (object);

  g_clear_pointer (&self->client, limber_booking_client_free);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (limber_booking_picker_parent_class)->finalize (object);
}

static void
limber_booking_picker_class_init (LimberBookingPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_booking_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_booking_picker_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LIMBER_TYPE_BOOKING_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
limber_booking_picker_init (LimberBookingPicker *self)
{
  GtkWidget *search = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Name of the client"), NULL);
  limber_widget_name (self->entry, _("Name of the client"));
  self->found = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->found), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->found, "boxed-list");
  gtk_widget_set_visible (self->found, FALSE);
  limber_widget_name (self->found, _("Clients found"));
  gtk_box_append (GTK_BOX (search), self->entry);
  gtk_box_append (GTK_BOX (search), self->found);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "client-card");
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), search, "search");
  gtk_stack_add_named (GTK_STACK (self->stack), self->card, "card");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_search), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->found, "row-activated", G_CALLBACK (on_row), self);
}

/** limber_booking_picker_new: Returns: (transfer floating): a search for one client, who then stands on a card. */
GtkWidget *
limber_booking_picker_new (LimberStore *store, LimberClock *clock)
{
  LimberBookingPicker *self = g_object_new (LIMBER_TYPE_BOOKING_PICKER, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

/** limber_booking_picker_get_client: Returns: (transfer none) (nullable): the client, %NULL while there is none. */
const LimberBookingClient *
limber_booking_picker_get_client (LimberBookingPicker *self)
{
  return self->client;
}

/** limber_booking_picker_focus: lets the person type a name at once. */
void
limber_booking_picker_focus (LimberBookingPicker *self)
{
  gtk_widget_grab_focus (self->entry);
}
