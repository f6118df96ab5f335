/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: the form says what is wanted, the slot finder what is free, the preview what speaks against the time
 * that is chosen. Every change runs down this line: form → slots → choice → preview. Each step has a
 * cancellable of its own, so that only the newest answer counts. A warning has to be met with a reason; the
 * booking service then checks everything once more while it writes. */

#include "pages/booking-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/booking-form.h"
#include "pages/booking-picker.h"
#include "pages/page-bits.h"
#include "pages/slot-view.h"
#include "pages/status-change.h"
#include "services/booking.h"
#include "services/clock.h"
#include "services/slot-finder.h"
#include "services/wording-date.h"
#include "services/wording.h"
#include "store/calendar.h"
#include "store/store.h"
#include "widgets/feedback.h"
#include "widgets/notice-bar.h"

#define STRIP_DAYS 14
#define DEFAULT_MINUTES 45

#define LIMBER_TYPE_BOOKING_DIALOG (limber_booking_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberBookingDialog, limber_booking_dialog, LIMBER, BOOKING_DIALOG, AdwWindow)

struct _LimberBookingDialog {
  AdwWindow parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GtkWidget *feedback;

  LimberBookingPicker *picker;
  LimberBookingForm *form;
  LimberSlotView *slots;

  GtkWidget *book_button;
  GtkWidget *form_slot;
  GtkWidget *slots_slot;
  GtkWidget *own_date;
  GtkWidget *own_popover;
  GtkWidget *own_calendar;
  GtkWidget *own_hour;
  GtkWidget *own_minute;
  GtkWidget *warnings_box;
  GtkWidget *warnings;
  GtkWidget *reason;

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
  gboolean previewed;
  gboolean writing;
  gboolean updating_own;
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
  gboolean reasoned = *gtk_editable_get_text (GTK_EDITABLE (self->reason)) != '\0';
  gboolean ready = chosen && limber_booking_picker_get_client (self->picker) != NULL && self->previewed
                   && !self->writing && (self->open_warnings == 0 || reasoned);
  g_autofree char *label = NULL;

  if (chosen)
    {
      GTimeZone *zone = limber_clock_zone (self->clock);
      g_autofree char *day = limber_wording_day (limber_date_from_instant (self->start, zone));
      g_autofree char *time = limber_wording_time (self->start, zone);

      if (self->open_warnings != 0)
        label = g_strdup_printf (_("Book anyway: %s, %s"), day, time);
      else if (self->moving != NULL)
        label = g_strdup_printf (_("Move to %s, %s"), day, time);
      else
        label = g_strdup_printf (_("Book %s, %s"), day, time);
    }
  gtk_button_set_label (GTK_BUTTON (self->book_button), label != NULL ? label : _("Book"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.book", ready);
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
  request->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
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
add_notice (LimberBookingDialog *self, LimberNotice kind, const char *text)
{
  GtkWidget *bar = limber_notice_bar_new ();

  limber_notice_bar_set (LIMBER_NOTICE_BAR (bar), kind, text, NULL);
  gtk_box_append (GTK_BOX (self->warnings), bar);
}

static void
show_preview (LimberBookingDialog *self, const LimberBookingPreview *preview)
{
  GtkWidget *focus;

  limber_page_clear (self->warnings);
  for (guint bit = 0; bit < 8; bit++)
    if (preview->warnings & (1u << bit))
      {
        g_autofree char *text = limber_booking_warning_text (preview, 1u << bit, limber_clock_zone (self->clock));
        g_autofree char *why = NULL;
        g_autofree char *both = NULL;

        if ((1u << bit) == LIMBER_BOOKING_RACE && preview->reasons->len > 0)
          why = limber_wording_reason (&g_array_index (preview->reasons, LimberReason, 0));
        both = g_strjoin (" ", text, why, NULL);
        add_notice (self,
                    (1u << bit) & LIMBER_BOOKING_REMARKS              ? LIMBER_NOTICE_INFO
                    : (1u << bit) & LIMBER_BOOKING_CONTRAINDICATION ? LIMBER_NOTICE_ALERT
                                                                     : LIMBER_NOTICE_WARNING,
                    both);
      }
  self->open_warnings = preview->warnings & ~LIMBER_BOOKING_REMARKS;
  self->previewed = TRUE;
  gtk_widget_set_visible (self->warnings_box, preview->warnings != 0);
  gtk_widget_set_visible (self->reason, self->open_warnings != 0);
  update_button (self);
  /* A name, Enter, Enter: the second Enter books. */
  focus = gtk_window_get_focus (GTK_WINDOW (self));
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
      gtk_widget_set_visible (self->warnings_box, FALSE);
      return;
    }
  limber_store_read_async (self->store, limber_booking_preview, request_new (self),
                           (GDestroyNotify) limber_booking_request_free,
                           (GDestroyNotify) limber_booking_preview_free, restart (&self->preview_job), on_preview,
                           self);
}

static void
show_own (LimberBookingDialog *self)
{
  GTimeZone *zone = limber_clock_zone (self->clock);
  LimberDate date = self->start != 0 ? limber_date_from_instant (self->start, zone)
                                     : limber_clock_today (self->clock);
  int minute = self->start != 0 ? limber_minute_of_instant (self->start, zone) : 9 * 60;
  g_autofree char *label = limber_wording_day (date);
  g_autoptr (GDateTime) day = NULL;
  int y, m, d;

  limber_date_to_ymd (date, &y, &m, &d);
  day = g_date_time_new_utc (y, m, d, 12, 0, 0);
  self->updating_own = TRUE;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->own_date), label);
  gtk_calendar_select_day (GTK_CALENDAR (self->own_calendar), day);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->own_hour), minute / 60);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->own_minute), minute % 60);
  self->updating_own = FALSE;
}

static void
choose (LimberBookingDialog *self, gint64 start, const char *staff_id)
{
  g_autofree char *staff = g_strdup (staff_id);

  self->start = start;
  g_free (self->staff_id);
  self->staff_id = g_steal_pointer (&staff);
  show_own (self);
  refresh_preview (self);
}

static void
on_slot (LimberBookingDialog *self, gint64 start, const char *staff_id)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  choose (self, start, staff_id);
}

static void
choose_best (LimberBookingDialog *self)
{
  const LimberSlot *slot = limber_slot_view_get_best (self->slots, self->wanted_date);

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
  if (self->start != 0)
    self->wanted_date = limber_date_from_instant (self->start, limber_clock_zone (self->clock));
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
        fields.staff_id = client->preferred_staff_id;
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
on_own (LimberBookingDialog *self)
{
  g_autoptr (GDateTime) day = NULL;
  LimberBookingFields fields;
  LimberDate date;
  int minute;

  if (self->updating_own)
    return;
  day = gtk_calendar_get_date (GTK_CALENDAR (self->own_calendar));
  date = limber_date_from_ymd (g_date_time_get_year (day), g_date_time_get_month (day),
                               g_date_time_get_day_of_month (day));
  minute = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->own_hour)) * 60
           + gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->own_minute));
  fields = limber_booking_form_get_fields (self->form);
  gtk_popover_popdown (GTK_POPOVER (self->own_popover));
  choose (self, limber_date_at_minute (date, minute, limber_clock_zone (self->clock)),
          fields.staff_id != NULL ? fields.staff_id : self->staff_id);
  if (date < self->first_day || date >= self->first_day + STRIP_DAYS)
    {
      self->first_day = MAX (date - 3, MIN (date, limber_clock_today (self->clock)));
      refresh_slots (self);
    }
  else
    limber_slot_view_select (self->slots, self->start, self->staff_id);
}

/* What it takes to take a move back: the appointment as it was. */
typedef struct {
  LimberStore *store;
  LimberBookingRequest *request;
  GWeakRef widget;
} MoveBack;

static void
move_back_free (gpointer data)
{
  MoveBack *back = data;

  g_object_unref (back->store);
  limber_booking_request_free (back->request);
  g_weak_ref_clear (&back->widget);
  g_free (back);
}

static void
on_moved_back (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *ref = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberAppointment) appointment = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (widget != NULL && error != NULL)
    limber_feedback_error (widget, error);
  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
move_back (gpointer data)
{
  MoveBack *back = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&back->widget);
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, widget);
  limber_store_write_async (back->store, limber_booking_move, limber_booking_request_copy (back->request),
                            (GDestroyNotify) limber_booking_request_free, (GDestroyNotify) limber_appointment_free,
                            NULL, on_moved_back, ref);
}

static void
offer_move_back (LimberBookingDialog *self, const LimberAppointment *now, const char *text)
{
  MoveBack *back = g_new0 (MoveBack, 1);
  LimberBookingRequest *request;

  request = limber_booking_request_new (limber_clock_now (self->clock), limber_clock_zone (self->clock));
  request->appointment_id = g_strdup (now->base.id);
  request->version = now->base.version;
  request->client_id = g_strdup (self->moving->client_id);
  request->staff_id = g_strdup (self->moving->staff_id);
  request->start_at = self->moving->start_at;
  request->minutes = self->moving->minutes;
  request->turnover = self->moving->turnover;
  request->kind = self->moving->kind;
  request->intent = self->moving->intent;
  request->note = g_strdup (self->moving->note);
  request->acknowledged = ~LIMBER_BOOKING_TAKEN;
  request->reason = g_strdup (self->moving->override_reason != NULL ? self->moving->override_reason : _("moved back"));
  back->store = g_object_ref (self->store);
  back->request = request;
  g_weak_ref_init (&back->widget, self->feedback);
  limber_feedback_undo (self->feedback, text, move_back, back, move_back_free);
}

/* What it takes to take a booking back. */
typedef struct {
  LimberStore *store;
  char *appointment_id;
  GWeakRef widget;
} Booked;

static void
booked_free (gpointer data)
{
  Booked *booked = data;

  g_object_unref (booked->store);
  g_free (booked->appointment_id);
  g_weak_ref_clear (&booked->widget);
  g_free (booked);
}

static void
cancel_booked (gpointer data)
{
  Booked *booked = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&booked->widget);

  if (widget != NULL)
    limber_status_set_silently (widget, booked->store, booked->appointment_id,
                                LIMBER_APPOINTMENT_STATUS_CANCELLED);
}

static void
say_booked (LimberBookingDialog *self, const LimberAppointment *appointment)
{
  GTimeZone *zone = limber_clock_zone (self->clock);
  g_autofree char *day = limber_wording_day (limber_date_from_instant (appointment->start_at, zone));
  g_autofree char *time = limber_wording_time (appointment->start_at, zone);
  const char *name = limber_booking_picker_get_client (self->picker)->name;
  g_autofree char *text = g_strdup_printf (self->moving != NULL ? _("%s moved to %s, %s") : _("%s booked for %s, %s"),
                                           name, day, time);
  Booked *booked;

  if (self->feedback == NULL)
    return;
  if (self->moving != NULL)
    {
      offer_move_back (self, appointment, text);
      return;
    }
  booked = g_new0 (Booked, 1);
  booked->store = g_object_ref (self->store);
  booked->appointment_id = g_strdup (appointment->base.id);
  g_weak_ref_init (&booked->widget, self->feedback);
  limber_feedback_undo (self->feedback, text, cancel_booked, booked, booked_free);
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
      say_booked (self, appointment);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  limber_feedback_error (self->form_slot, error);
  refresh_slots (self);
}

static void
book (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberBookingDialog *self = LIMBER_BOOKING_DIALOG (widget);

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

  if (appointment == NULL || self->store == NULL)
    {
      if (error != NULL)
        limber_feedback_error (self->form_slot, error);
      return;
    }
  self->moving = appointment;
  self->wanted_minutes = appointment->minutes;
  g_free (self->wanted_staff);
  self->wanted_staff = g_strdup (appointment->staff_id);
  date = limber_date_from_instant (appointment->start_at, limber_clock_zone (self->clock));
  self->wanted_date = date;
  self->first_day = MAX (date - 3, limber_clock_today (self->clock));
  choose (self, appointment->start_at, appointment->staff_id);
  gtk_window_set_title (GTK_WINDOW (self), _("Move an appointment"));
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
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, own_date);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, own_popover);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, own_calendar);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, own_hour);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, own_minute);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, warnings);
  gtk_widget_class_bind_template_child (widget_class, LimberBookingDialog, reason);
  gtk_widget_class_install_action (widget_class, "booking.book", NULL, book);
}

static void
limber_booking_dialog_init (LimberBookingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->book_button);
  self->new_id = g_uuid_string_random ();
  g_signal_connect_swapped (self->own_calendar, "day-selected", G_CALLBACK (on_own), self);
  g_signal_connect_swapped (self->own_hour, "value-changed", G_CALLBACK (on_own), self);
  g_signal_connect_swapped (self->own_minute, "value-changed", G_CALLBACK (on_own), self);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (update_button), self);
}

static void
build (LimberBookingDialog *self)
{
  LimberBookingFields fields = { .minutes = DEFAULT_MINUTES, .kind = LIMBER_KIND_MAINTENANCE };

  self->picker = LIMBER_BOOKING_PICKER (limber_booking_picker_new (self->store, self->clock));
  self->form = LIMBER_BOOKING_FORM (limber_booking_form_new (GTK_WIDGET (self->picker)));
  self->slots = LIMBER_SLOT_VIEW (limber_slot_view_new (self->clock));
  limber_booking_form_set_fields (self->form, &fields);
  adw_bin_set_child (ADW_BIN (self->form_slot), GTK_WIDGET (self->form));
  adw_bin_set_child (ADW_BIN (self->slots_slot), GTK_WIDGET (self->slots));
  self->first_day = limber_clock_today (self->clock);
  g_signal_connect_swapped (self->picker, "changed", G_CALLBACK (on_client), self);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_form), self);
  g_signal_connect_swapped (self->slots, "slot-chosen", G_CALLBACK (on_slot), self);
  g_signal_connect_swapped (self->slots, "period-changed", G_CALLBACK (on_period), self);
  show_own (self);
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
