/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: the form says what is wanted, the slot finder what is free, the preview what speaks against the time
 * that is chosen. Every change runs down this line: form → slots → choice → preview. Each step has a
 * cancellable of its own, so that only the newest answer counts. A warning has to be met with a reason; the
 * booking service then checks everything once more while it writes. */

#include "pages/booking/booking-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/booking/booking-form.h"
#include "pages/booking/booking-notices.h"
#include "pages/booking/booking-picker.h"
#include "pages/booking/booking-repeat.h"
#include "pages/booking/booking-series-dialog.h"
#include "pages/booking/booking-undo.h"
#include "pages/parts/own-time.h"
#include "pages/parts/time-wish.h"
#include "pages/booking/slot-view.h"
#include "pages/schedule/waiting-wish-dialog.h"
#include "services/booking/booking.h"
#include "services/clock.h"
#include "services/booking/slot-finder.h"
#include "services/wording/wording-date.h"
#include "store/calendar.h"
#include "store/store.h"
#include "widgets/feedback.h"

#define STRIP_DAYS 14

#define LIMBER_TYPE_BOOKING_DIALOG (limber_booking_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberBookingDialog, limber_booking_dialog, LIMBER, BOOKING_DIALOG, AdwWindow)

struct _LimberBookingDialog {
  AdwWindow parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GtkWidget *feedback;

  LimberBookingPicker *picker;
  LimberBookingForm *form;
  LimberBookingRepeat *repeat;
  LimberSlotView *slots;

  GtkWidget *book_button;
  GtkWidget *form_slot;
  GtkWidget *slots_slot;
  GtkWidget *own_slot;
  GtkWidget *notices_slot;
  LimberTimeWish wish;
  LimberOwnTime *own_time;
  LimberBookingNotices *notices;

  GCancellable *slots_job;
  GCancellable *preview_job;
  LimberAppointment *moving;
  char *new_id;
  char *wanted_staff;
  int wanted_minutes;
  LimberDate wanted_date;
  LimberDate first_day;
  gint64 start;
  char *staff_id;
  guint open_warnings;
  gboolean staff_is_preferred;
  gboolean previewed;
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (LimberBookingDialog, limber_booking_dialog, ADW_TYPE_WINDOW)

static GCancellable *
restart (GCancellable **job)
{
  g_cancellable_cancel (*job);
  g_clear_object (job);
  *job = g_cancellable_new ();
  return *job;
}

static void
update_button (LimberBookingDialog *self)
{
  gboolean chosen = self->start != 0 && self->staff_id != NULL;
  gboolean reasoned = *limber_booking_notices_get_reason (self->notices) != '\0';
  int times = self->moving == NULL ? limber_booking_repeat_get_times (self->repeat) : 1;
  gboolean ready = chosen && limber_booking_picker_get_client (self->picker) != NULL && self->previewed
                   && !self->writing && (self->open_warnings == 0 || reasoned || times > 1);
  g_autofree char *label = NULL;

  if (chosen)
    {
      GTimeZone *zone = limber_clock_zone (self->clock);
      g_autofree char *day = limber_wording_day (limber_date_from_instant (self->start, zone));
      g_autofree char *time = limber_wording_time (self->start, zone);

      if (times > 1)
        label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Look at %d date…", "Look at %d dates…", (gulong) times), times);
      else if (self->open_warnings != 0)
        label = g_strdup_printf (_("Book anyway: %s, %s"), day, time);
      else if (self->moving != NULL)
        label = g_strdup_printf (_("Move to %s, %s"), day, time);
      else
        label = g_strdup_printf (_("Book %s, %s"), day, time);
    }
  gtk_button_set_label (GTK_BUTTON (self->book_button), label != NULL ? label : _("Book"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.book", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.wait",
                                 limber_booking_picker_get_client (self->picker) != NULL);
}

static LimberBookingRequest *
request_new (LimberBookingDialog *self)
{
  LimberBookingFields fields = limber_booking_form_get_fields (self->form);
  const LimberBookingClient *client = limber_booking_picker_get_client (self->picker);
  LimberBookingRequest *request;

  request = limber_booking_request_new (limber_clock_now (self->clock), limber_clock_zone (self->clock));
  request->client_id = g_strdup (client->id);
  request->staff_id = g_strdup (self->staff_id);
  request->start_at = self->start;
  request->minutes = fields.minutes;
  request->kind = fields.kind;
  request->intent = fields.intent;
  request->acknowledged = self->open_warnings;
  request->reason = g_strdup (limber_booking_notices_get_reason (self->notices));
  if (self->moving == NULL)
    {
      request->new_id = g_strdup (self->new_id);
      return request;
    }
  request->appointment_id = g_strdup (self->moving->base.id);
  request->version = self->moving->base.version;
  request->turnover = self->moving->turnover;
  request->note = g_strdup (self->moving->note);
  return request;
}

static void
show_preview (LimberBookingDialog *self, const LimberBookingPreview *preview)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  limber_booking_notices_show (self->notices, preview);
  self->open_warnings = preview->warnings & ~LIMBER_BOOKING_REMARKS;
  self->previewed = TRUE;
  update_button (self);
  /* A name, Enter, Enter: the second Enter books. */
  if (self->open_warnings == 0 && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->picker))))
    gtk_widget_grab_focus (self->book_button);
}

static void
on_preview (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberBookingPreview) preview = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberBookingDialog *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview != NULL)
    show_preview (self, preview);
  else
    limber_feedback_error (self->form_slot, error);
}

static void
refresh_preview (LimberBookingDialog *self)
{
  self->previewed = FALSE;
  update_button (self);
  if (self->start == 0 || self->staff_id == NULL || limber_booking_picker_get_client (self->picker) == NULL)
    {
      g_cancellable_cancel (self->preview_job);
      limber_booking_notices_show (self->notices, NULL);
      return;
    }
  limber_store_read_async (self->store, limber_booking_preview, request_new (self),
                           (GDestroyNotify) limber_booking_request_free,
                           (GDestroyNotify) limber_booking_preview_free, restart (&self->preview_job), on_preview,
                           self);
}

static void refresh_slots (LimberBookingDialog *self);

static void
choose (LimberBookingDialog *self, gint64 start, const char *staff_id)
{
  g_autofree char *staff = g_strdup (staff_id);

  self->start = start;
  g_free (self->staff_id);
  self->staff_id = g_steal_pointer (&staff);
  limber_own_time_set (self->own_time, start);
  refresh_preview (self);
}

static void
on_slot (LimberBookingDialog *self, gint64 start, const char *staff_id)
{
  limber_booking_notices_clear_reason (self->notices);
  choose (self, start, staff_id);
}

/* Nobody asked for this therapist: the client prefers them, but they have no room on the day that was wished for. */
static gboolean
ask_anybody (LimberBookingDialog *self)
{
  LimberBookingFields fields = limber_booking_form_get_fields (self->form);

  if (self->wanted_staff != NULL || fields.staff_id == NULL || self->wanted_date == LIMBER_DATE_NONE
      || !self->staff_is_preferred)
    return FALSE;
  self->staff_is_preferred = FALSE;
  fields.staff_id = NULL;
  limber_booking_form_set_fields (self->form, &fields);
  refresh_slots (self);
  return TRUE;
}

static void
choose_best (LimberBookingDialog *self)
{
  const LimberSlot *slot = limber_slot_view_get_best (self->slots, self->wanted_date);

  if (slot == NULL && ask_anybody (self))
    return;

  if (slot == NULL && self->wanted_date == LIMBER_DATE_NONE)
    {
      choose (self, 0, NULL);
      return;
    }
  if (slot == NULL)
    slot = limber_slot_view_get_best (self->slots, LIMBER_DATE_NONE);
  if (slot == NULL)
    return;
  choose (self, slot->start_at, slot->staff_id);
  limber_slot_view_select (self->slots, self->start, self->staff_id);
}

static void
on_slots (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  LimberSlotList *list = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberBookingDialog *self = data;
  LimberBookingFields fields;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (list == NULL)
    {
      limber_feedback_error (self->form_slot, error);
      return;
    }
  fields = limber_booking_form_get_fields (self->form);
  limber_slot_view_set_slots (self->slots, list, fields.minutes,
                              limber_booking_picker_get_client (self->picker) != NULL);
  if (self->start == 0)
    choose_best (self);
  else
    {
      limber_slot_view_select (self->slots, self->start, self->staff_id);
      choose (self, self->start, self->staff_id);
    }
}

static void
refresh_slots (LimberBookingDialog *self)
{
  LimberBookingFields fields = limber_booking_form_get_fields (self->form);
  const LimberBookingClient *client = limber_booking_picker_get_client (self->picker);
  LimberSlotQuery query = {
    .client_id = client != NULL ? client->id : NULL,
    .staff_id = (char *) fields.staff_id,
    .except_id = self->moving != NULL ? self->moving->base.id : NULL,
    .from = self->first_day,
    .to = self->first_day + STRIP_DAYS - 1,
    .minutes = fields.minutes,
    .turnover = -1,
    .intent = fields.intent,
    .weekdays = limber_time_wish_get_weekdays (&self->wish),
    .from_minute = limber_time_wish_get_from (&self->wish),
    .to_minute = limber_time_wish_get_to (&self->wish),
    .now = limber_clock_now (self->clock),
    .zone = limber_clock_zone (self->clock),
  };

  limber_store_read_async (self->store, limber_slots_find, limber_slot_query_copy (&query),
                           (GDestroyNotify) limber_slot_query_free, (GDestroyNotify) limber_slot_list_free,
                           restart (&self->slots_job), on_slots, self);
}

/* A time that was chosen for other minutes or another therapist may not fit any more: choose anew, but keep the day. */
static void
on_form (LimberBookingDialog *self)
{
  self->staff_is_preferred = FALSE;
  if (self->start != 0)
    self->wanted_date = limber_date_from_instant (self->start, limber_clock_zone (self->clock));
  self->start = 0;
  refresh_slots (self);
}

/* "Thursday after 4": the best of what is left. */
static void
on_wish (LimberBookingDialog *self)
{
  self->wanted_date = LIMBER_DATE_NONE;
  self->start = 0;
  refresh_slots (self);
}

static void
on_client (LimberBookingDialog *self)
{
  const LimberBookingClient *client = limber_booking_picker_get_client (self->picker);
  LimberBookingFields fields = limber_booking_form_get_fields (self->form);

  limber_booking_form_set_preferred (self->form, client != NULL ? client->preferred_staff_id : NULL);
  if (client != NULL && self->moving == NULL)
    {
      if (self->wanted_minutes == 0 && client->preferred_minutes > 0)
        fields.minutes = client->preferred_minutes;
      if (self->wanted_staff == NULL && client->preferred_staff_id != NULL)
        {
          fields.staff_id = client->preferred_staff_id;
          self->staff_is_preferred = TRUE;
        }
      limber_booking_form_set_fields (self->form, &fields);
      if (self->wanted_date == LIMBER_DATE_NONE)
        self->start = 0;
    }
  refresh_slots (self);
}

static void
on_period (LimberBookingDialog *self, int direction)
{
  self->first_day = MAX (self->first_day + direction * STRIP_DAYS, limber_clock_today (self->clock));
  self->wanted_date = LIMBER_DATE_NONE;
  self->start = 0;
  refresh_slots (self);
}

static void
on_own (LimberBookingDialog *self, gint64 start)
{
  LimberBookingFields fields = limber_booking_form_get_fields (self->form);
  LimberDate date = limber_date_from_instant (start, limber_clock_zone (self->clock));

  choose (self, start, fields.staff_id != NULL ? fields.staff_id : self->staff_id);
  if (date < self->first_day || date >= self->first_day + STRIP_DAYS)
    {
      self->first_day = MAX (date - 3, MIN (date, limber_clock_today (self->clock)));
      refresh_slots (self);
    }
  else
    limber_slot_view_select (self->slots, self->start, self->staff_id);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberBookingDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberAppointment) appointment = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  self->writing = FALSE;
  if (self->store == NULL)
    return;
  if (appointment != NULL)
    {
      if (self->feedback != NULL)
        limber_booking_undo_offer (self->feedback, self->store, self->clock,
                                   limber_booking_picker_get_client (self->picker)->name, self->moving, appointment);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  limber_feedback_error (self->form_slot, error);
  refresh_slots (self);
}

/* No time is early enough: the client goes on the waiting list. */
static void
wait (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberBookingDialog *self = LIMBER_BOOKING_DIALOG (widget);
  const LimberBookingClient *client = limber_booking_picker_get_client (self->picker);
  LimberBookingFields fields = limber_booking_form_get_fields (self->form);
  g_autoptr (GVariant) args = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", client->id);
  g_variant_dict_insert (&dict, "name", "s", client->name);
  g_variant_dict_insert (&dict, "minutes", "i", fields.minutes);
  if (fields.staff_id != NULL)
    g_variant_dict_insert (&dict, "staff", "s", fields.staff_id);
  if (self->moving != NULL)
    g_variant_dict_insert (&dict, "appointment", "s", self->moving->base.id);
  args = g_variant_ref_sink (g_variant_dict_end (&dict));
  limber_waiting_wish_dialog_present (self->form_slot, self->store, self->clock, args);
}

static void
on_series_booked (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
book_series (LimberBookingDialog *self, int times)
{
  g_autoptr (LimberBookingRequest) first = request_new (self);
  LimberSeriesQuery query = { first, limber_booking_repeat_get_weeks (self->repeat), times };

  limber_booking_series_present (GTK_WIDGET (self), self->feedback, self->store, &query,
                                 limber_booking_picker_get_client (self->picker)->name, on_series_booked);
}

static void
book (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberBookingDialog *self = LIMBER_BOOKING_DIALOG (widget);
  int times = limber_booking_repeat_get_times (self->repeat);

  if (self->moving == NULL && times > 1)
    {
      book_series (self, times);
      return;
    }
  self->writing = TRUE;
  update_button (self);
  limber_store_write_async (self->store, self->moving != NULL ? limber_booking_move : limber_booking_book,
                            request_new (self), (GDestroyNotify) limber_booking_request_free,
                            (GDestroyNotify) limber_appointment_free, NULL, on_written, g_object_ref (self));
}

static gpointer
load_staff (LimberDb *db, gpointer data, GError **error)
{
  return limber_calendar_therapists (db, error);
}

static void
on_staff (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberBookingDialog) self = data;
  g_autoptr (GPtrArray) staff = limber_store_run_finish (LIMBER_STORE (source), result, NULL);
  LimberBookingFields fields;

  if (staff == NULL || self->store == NULL)
    return;
  fields = limber_booking_form_get_fields (self->form);
  limber_booking_form_set_staff (self->form, staff);
  fields.staff_id = self->wanted_staff;
  if (self->wanted_minutes > 0)
    fields.minutes = self->wanted_minutes;
  if (self->moving != NULL)
    {
      fields.kind = self->moving->kind;
      fields.intent = self->moving->intent;
    }
  limber_booking_form_set_fields (self->form, &fields);
  refresh_slots (self);
}

static gpointer
load_appointment (LimberDb *db, gpointer data, GError **error)
{
  return limber_record_load (db, &limber_appointment_type, data, error);
}

static void
on_appointment (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberBookingDialog) self = data;
  g_autoptr (GError) error = NULL;
  LimberAppointment *appointment = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberDate date;
  gint64 start;

  if (appointment == NULL || self->store == NULL)
    {
      if (error != NULL)
        limber_feedback_error (self->form_slot, error);
      return;
    }
  self->moving = appointment;
  self->wanted_minutes = appointment->minutes;
  g_free (self->wanted_staff);
  self->wanted_staff = g_strdup (self->staff_id != NULL ? self->staff_id : appointment->staff_id);
  /* A time that was asked for is where it moves to. */
  start = self->start != 0 ? self->start : appointment->start_at;
  date = limber_date_from_instant (start, limber_clock_zone (self->clock));
  /* Whoever asks for another day wants that one offered; else it is shown where it stands. */
  if (self->wanted_date == LIMBER_DATE_NONE || self->wanted_date == date)
    {
      self->wanted_date = date;
      self->first_day = MAX (date - 3, limber_clock_today (self->clock));
      choose (self, start, self->staff_id != NULL ? self->staff_id : appointment->staff_id);
    }
  gtk_window_set_title (GTK_WINDOW (self), _("Move an Appointment"));
  gtk_widget_set_visible (GTK_WIDGET (self->repeat), FALSE);
  limber_booking_picker_choose (self->picker, appointment->client_id);
  limber_store_read_async (self->store, load_staff, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, on_staff,
                           g_object_ref (self));
}

static void
take_args (LimberBookingDialog *self, GVariant *args)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (args);
  const char *client = NULL, *date = NULL, *staff = NULL, *appointment = NULL;
  gint64 start = 0;

  g_variant_dict_lookup (&dict, "client", "&s", &client);
  g_variant_dict_lookup (&dict, "staff", "&s", &staff);
  g_variant_dict_lookup (&dict, "minutes", "i", &self->wanted_minutes);
  self->wanted_staff = g_strdup (staff);
  if (g_variant_dict_lookup (&dict, "date", "&s", &date))
    self->wanted_date = limber_date_parse (date);
  if (g_variant_dict_lookup (&dict, "start", "x", &start) && start != 0)
    {
      self->start = start;
      self->staff_id = g_strdup (staff);
      self->wanted_date = limber_date_from_instant (start, limber_clock_zone (self->clock));
    }
  if (self->wanted_date >= self->first_day + STRIP_DAYS)
    self->first_day = self->wanted_date - 3;
  if (g_variant_dict_lookup (&dict, "appointment", "&s", &appointment))
    {
      limber_store_read_async (self->store, load_appointment, g_strdup (appointment), g_free,
                               (GDestroyNotify) limber_appointment_free, NULL, on_appointment, g_object_ref (self));
      return;
    }
  limber_store_read_async (self->store, load_staff, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, on_staff,
                           g_object_ref (self));
  if (client != NULL)
    limber_booking_picker_choose (self->picker, client);
}

static void
limber_booking_dialog_dispose (GObject *object)
{
  LimberBookingDialog *self = LIMBER_BOOKING_DIALOG (object);

  g_cancellable_cancel (self->slots_job);
  g_cancellable_cancel (self->preview_job);
  g_clear_object (&self->slots_job);
  g_clear_object (&self->preview_job);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_weak_pointer (&self->feedback);
  G_OBJECT_CLASS (limber_booking_dialog_parent_class)->dispose (object);
}

static void
limber_booking_dialog_finalize (GObject *object)
{
  LimberBookingDialog *self = LIMBER_BOOKING_DIALOG (object);

  g_clear_pointer (&self->moving, limber_appointment_free);
  g_free (self->new_id);
  g_free (self->wanted_staff);
  g_free (self->staff_id);
  G_OBJECT_CLASS (limber_booking_dialog_parent_class)->finalize (object);
}

static void
limber_booking_dialog_class_init (LimberBookingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_booking_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_booking_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/booking-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, book_button);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, form_slot);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, slots_slot);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, own_slot);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, notices_slot);
  gtk_widget_class_install_action (widget_class, "booking.book", NULL, book);
  gtk_widget_class_install_action (widget_class, "booking.wait", NULL, wait);
}

static void
limber_booking_dialog_init (LimberBookingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->book_button);
  self->new_id = g_uuid_string_random ();
}

static void
build (LimberBookingDialog *self)
{
  LimberBookingFields fields = { .minutes = LIMBER_MINUTES_DEFAULT, .kind = LIMBER_KIND_MAINTENANCE };
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  self->picker = LIMBER_BOOKING_PICKER (limber_booking_picker_new (self->store, self->clock));
  self->form = LIMBER_BOOKING_FORM (limber_booking_form_new (GTK_WIDGET (self->picker)));
  self->slots = LIMBER_SLOT_VIEW (limber_slot_view_new (self->clock));
  limber_booking_form_set_fields (self->form, &fields);
  self->repeat = LIMBER_BOOKING_REPEAT (limber_booking_repeat_new ());
  limber_time_wish_build (&self->wish, G_CALLBACK (on_wish), self);
  limber_booking_form_add_wish (self->form, &self->wish);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->repeat));
  adw_bin_set_child (ADW_BIN (self->form_slot), side);
  g_signal_connect_swapped (self->repeat, "changed", G_CALLBACK (update_button), self);
  adw_bin_set_child (ADW_BIN (self->slots_slot), GTK_WIDGET (self->slots));
  self->first_day = limber_clock_today (self->clock);
  g_signal_connect_swapped (self->picker, "changed", G_CALLBACK (on_client), self);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_form), self);
  g_signal_connect_swapped (self->slots, "slot-chosen", G_CALLBACK (on_slot), self);
  g_signal_connect_swapped (self->slots, "period-changed", G_CALLBACK (on_period), self);
  self->own_time = LIMBER_OWN_TIME (limber_own_time_new (self->clock));
  self->notices = LIMBER_BOOKING_NOTICES (limber_booking_notices_new (self->clock));
  adw_bin_set_child (ADW_BIN (self->own_slot), GTK_WIDGET (self->own_time));
  adw_bin_set_child (ADW_BIN (self->notices_slot), GTK_WIDGET (self->notices));
  g_signal_connect_swapped (self->own_time, "changed", G_CALLBACK (on_own), self);
  g_signal_connect_swapped (self->notices, "reason-changed", G_CALLBACK (update_button), self);
  update_button (self);
}

/* The place for toasts in @window: the widget that has the focus, or the content. */
static GtkWidget *
find_feedback (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL && gtk_widget_get_ancestor (focus, ADW_TYPE_TOAST_OVERLAY) != NULL)
    return gtk_widget_get_ancestor (focus, ADW_TYPE_TOAST_OVERLAY);
  return GTK_IS_WINDOW (window) && ADW_IS_APPLICATION_WINDOW (window)
             ? adw_application_window_get_content (ADW_APPLICATION_WINDOW (window))
             : NULL;
}

/**
 * limber_booking_dialog_present:
 * @args: a{sv}, all optional: client (s id), date (s ISO), start (x UTC seconds), minutes (i), staff (s id),
 *   appointment (s id of the one to move)
 *
 * Opens the booking dialog over @parent, prefilled with @args.
 */
void
limber_booking_dialog_present (GtkWindow *parent, LimberStore *store, LimberClock *clock, GVariant *args)
{
  LimberBookingDialog *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  self = g_object_new (LIMBER_TYPE_BOOKING_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_set_weak_pointer (&self->feedback, find_feedback (parent));
  build (self);
  take_args (self, args);
  gtk_window_present (GTK_WINDOW (self));
  limber_booking_picker_focus (self->picker);
}
