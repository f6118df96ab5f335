/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: the grid shows where a person wants an appointment; this asks the booking service and writes.
 *
 *   "preview"         one question is with the store at a time; what came up meanwhile is asked next
 *   "move-requested"  the same question once more; when nothing serious speaks against it the move is written, else the
 *                     notice asks and the lifted copy stays where it was dropped
 *   accepted          written with the reason; the store checks again inside the transaction, and what it finds that
 *                     was not accepted comes back as a new question
 *   conflict          somebody else changed it: the copy goes back and the notice says how it stands now
 *
 * Facts and sheet are borrowed from the page, which hands over new ones before it frees the old. What was moved is
 * kept as a copy in @before, so it survives a reload. The grid lets go of the copy when the new values are there. */

#include "pages/schedule/schedule-mover.h"

#include <glib/gi18n-lib.h>

#include "pages/booking/booking-undo.h"
#include "pages/schedule/schedule-words.h"
#include "services/booking/booking.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "widgets/feedback.h"

struct _LimberScheduleMover {
  GObject parent_instance;

  LimberStore *store;
  LimberClock *clock;
  LimberTimeGrid *grid;
  LimberScheduleNotice *notice;
  const LimberScheduleFacts *facts;
  const LimberScheduleSheet *sheet;

  LimberBookingRequest *request; /* what is shown or was dropped */
  LimberAppointment *before;
  char *client_name;
  char *place;
  guint warnings;    /* of the last answer about @request */
  gboolean dropped;
  gboolean asking;   /* a question is with the store */
  gboolean outdated; /* @request changed since */
  gboolean writing;
  gboolean written;  /* the next values show it */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LimberScheduleMover, limber_schedule_mover, G_TYPE_OBJECT)

static void ask (LimberScheduleMover *self);

static void
forget (LimberScheduleMover *self)
{
  g_clear_pointer (&self->request, limber_booking_request_free);
  g_clear_pointer (&self->before, limber_appointment_free);
  g_clear_pointer (&self->client_name, g_free);
  g_clear_pointer (&self->place, g_free);
  self->dropped = self->outdated = FALSE;
  self->warnings = 0;
}

static const char *
staff_name (LimberScheduleMover *self, const char *id)
{
  for (guint i = 0; i < self->facts->staff->len; i++)
    {
      const LimberScheduleStaff *staff = self->facts->staff->pdata[i];

      if (g_strcmp0 (staff->id, id) == 0)
        return staff->name;
    }
  return "";
}

/* "Wren Halloway: Thu 1 Oct, 11:15 – 12:00, Ines Calder" */
static char *
place_words (LimberScheduleMover *self, const char *what, LimberDate date, int from, int to, const char *staff_id)
{
  g_autofree char *day = limber_wording_day (date);
  g_autofree char *span = limber_schedule_words_span (from, to);

  if (staff_id == NULL)
    return g_strdup_printf ("%s: %s, %s", what, day, span);
  return g_strdup_printf ("%s: %s, %s, %s", what, day, span, staff_name (self, staff_id));
}

/* An appointment keeps its own seconds when only its length changes, and its length when it is only moved. */
static void
aim (LimberScheduleMover *self, const LimberAppointment *appointment, guint column, int from, int to)
{
  LimberBookingRequest *request;
  GTimeZone *zone = limber_clock_zone (self->clock);
  const char *staff_id = limber_schedule_sheet_staff (self->sheet, column);
  LimberDate date = limber_schedule_sheet_date (self->sheet, column);

  g_clear_pointer (&self->request, limber_booking_request_free);
  request = limber_booking_request_new (limber_clock_now (self->clock), zone);
  request->appointment_id = g_strdup (appointment->base.id);
  request->version = appointment->base.version;
  request->client_id = g_strdup (appointment->client_id);
  request->staff_id = g_strdup (staff_id != NULL ? staff_id : appointment->staff_id);
  request->start_at = limber_date_at_minute (date, from, zone);
  request->minutes = to - from;
  request->turnover = appointment->turnover;
  request->kind = appointment->kind;
  request->intent = appointment->intent;
  request->note = g_strdup (appointment->note);
  self->request = request;
}

static gboolean
take_up (LimberScheduleMover *self, const char *id, guint column, int from, int to)
{
  const LimberScheduleItem *item = limber_schedule_facts_find (self->facts, id);
  LimberDate date = limber_schedule_sheet_date (self->sheet, column);

  if (item == NULL)
    return FALSE;
  if (self->before == NULL || g_strcmp0 (self->before->base.id, id) != 0)
    {
      forget (self);
      self->before = limber_appointment_copy (item->appointment);
      self->client_name = g_strdup (item->client_name);
    }
  aim (self, self->before, column, from, to);
  g_free (self->place);
  self->place = place_words (self, self->client_name, date, from, to, self->request->staff_id);
  return TRUE;
}

/* Whoever answered in the notice goes on with the appointment. */
static void
hide_notice (LimberScheduleMover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->notice));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *block = self->before != NULL ? limber_time_grid_find (self->grid, self->before->base.id) : NULL;
  guint column;
  int minute;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->notice)))
    {
      limber_time_grid_get_cursor (self->grid, &column, &minute);
      if (block == NULL || !gtk_widget_grab_focus (block))
        limber_time_grid_focus (self->grid, column, minute);
    }
  limber_schedule_notice_hide (self->notice);
}

static void
put_back (LimberScheduleMover *self)
{
  hide_notice (self);
  forget (self);
  limber_time_grid_put_back (self->grid);
}

static gpointer
load_appointment (LimberDb *db, gpointer data, GError **error)
{
  return limber_record_load (db, &limber_appointment_type, data, error);
}

static char *
conflict_words (LimberScheduleMover *self, const LimberAppointment *now, const char *client_name)
{
  GTimeZone *zone = limber_clock_zone (self->clock);
  g_autofree char *day = limber_wording_day (limber_date_from_instant (now->start_at, zone));
  g_autofree char *from = limber_wording_time (now->start_at, zone);
  g_autofree char *to = limber_wording_time (now->start_at + now->minutes * 60, zone);

  /* Translators: a client, a day, two times, a therapist, a status */
  return g_strdup_printf (_("Somebody changed this appointment meanwhile. It stands now as: %s, %s, %s – %s, %s, %s."),
                          client_name, day, from, to, staff_name (self, now->staff_id),
                          limber_wording_appointment_status (now->status));
}

static void
on_current (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberScheduleMover) self = data;
  g_autoptr (LimberAppointment) now = limber_store_run_finish (LIMBER_STORE (source), result, NULL);
  g_autofree char *name = g_strdup (self->client_name);
  g_autofree char *text = NULL;

  if (self->store == NULL)
    return;
  text = now != NULL && name != NULL ? conflict_words (self, now, name)
                                     : g_strdup (_("This appointment does not exist any more."));
  put_back (self);
  limber_schedule_notice_tell (self->notice, text);
}

static void
show_conflict (LimberScheduleMover *self)
{
  limber_store_read_async (self->store, load_appointment, g_strdup (self->request->appointment_id), g_free,
                           (GDestroyNotify) limber_appointment_free, NULL, on_current, g_object_ref (self));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberScheduleMover) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberAppointment) now = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  self->writing = FALSE;
  if (self->store == NULL || self->request == NULL)
    return;
  if (now != NULL)
    {
      hide_notice (self);
      limber_booking_undo_offer (GTK_WIDGET (self->grid), self->store, self->clock, self->client_name, self->before, now);
      self->written = TRUE;
      return;
    }
  if (g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT)
      || g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE))
    {
      show_conflict (self);
      return;
    }
  if (g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP)
      || g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT))
    {
      ask (self);
      return;
    }
  limber_feedback_error (GTK_WIDGET (self->grid), error);
  put_back (self);
}

static void
write_move (LimberScheduleMover *self)
{
  self->writing = TRUE;
  limber_store_write_async (self->store, limber_booking_move, limber_booking_request_copy (self->request),
                            (GDestroyNotify) limber_booking_request_free, (GDestroyNotify) limber_appointment_free, NULL,
                            on_written, g_object_ref (self));
}

static void
take_answer (LimberScheduleMover *self, const LimberBookingPreview *preview)
{
  self->warnings = preview->warnings & ~LIMBER_BOOKING_REMARKS;
  if (!self->dropped)
    limber_schedule_notice_show (self->notice, self->place, preview);
  else if (self->warnings == 0)
    write_move (self);
  else
    limber_schedule_notice_ask (self->notice, self->place, preview);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberScheduleMover) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberBookingPreview) preview = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  self->asking = FALSE;
  if (self->store == NULL || self->request == NULL)
    return;
  if (self->outdated)
    ask (self);
  else if (preview != NULL)
    take_answer (self, preview);
  else
    {
      limber_feedback_error (GTK_WIDGET (self->grid), error);
      put_back (self);
    }
}

static void
ask (LimberScheduleMover *self)
{
  self->outdated = self->asking;
  if (self->asking)
    return;
  self->asking = TRUE;
  limber_store_read_async (self->store, limber_booking_preview, limber_booking_request_copy (self->request),
                           (GDestroyNotify) limber_booking_request_free, (GDestroyNotify) limber_booking_preview_free,
                           self->cancellable, on_answer, g_object_ref (self));
}

static void
on_preview (LimberScheduleMover *self, const char *id, guint column, int from, int to)
{
  if (self->facts == NULL || self->writing)
    return;
  if (id == NULL)
    {
      g_autofree char *place = place_words (self, _("New appointment"), limber_schedule_sheet_date (self->sheet, column),
                                            from, to, limber_schedule_sheet_staff (self->sheet, column));

      limber_schedule_notice_show (self->notice, place, NULL);
      return;
    }
  if (!take_up (self, id, column, from, to))
    return;
  self->dropped = FALSE;
  ask (self);
}

static void
on_move (LimberScheduleMover *self, const char *id, gint64 version, guint column, int from, int to)
{
  if (self->writing || self->facts == NULL || !take_up (self, id, column, from, to))
    {
      limber_time_grid_put_back (self->grid);
      return;
    }
  self->request->version = self->before->base.version = version;
  self->dropped = TRUE;
  ask (self);
}

static void
on_put_back (LimberScheduleMover *self)
{
  hide_notice (self);
  if (!self->writing)
    forget (self);
}

static void
on_accepted (LimberScheduleMover *self)
{
  if (self->request == NULL || self->writing)
    return;
  self->request->acknowledged = self->warnings;
  g_free (self->request->reason);
  self->request->reason = g_strdup (limber_schedule_notice_get_reason (self->notice));
  write_move (self);
}

static void
limber_schedule_mover_dispose (GObject *object)
{
  LimberScheduleMover *self = LIMBER_SCHEDULE_MOVER (object);

  g_cancellable_cancel (self->cancellable);
  forget (self);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_schedule_mover_parent_class)->dispose (object);
}

static void
limber_schedule_mover_finalize (GObject *object)
{
  g_clear_object (&LIMBER_SCHEDULE_MOVER (object)->cancellable);
  G_OBJECT_CLASS (limber_schedule_mover_parent_class)->finalize (object);
}

static void
limber_schedule_mover_class_init (LimberScheduleMoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_schedule_mover_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_schedule_mover_finalize;
}

static void
limber_schedule_mover_init (LimberScheduleMover *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * limber_schedule_mover_new:
 * @grid: @notice: borrowed; dispose the mover before them
 *
 * Returns: (transfer full): what answers a grid's requests to move
 */
LimberScheduleMover *
limber_schedule_mover_new (LimberStore *store, LimberClock *clock, LimberTimeGrid *grid, LimberScheduleNotice *notice)
{
  LimberScheduleMover *self = g_object_new (LIMBER_TYPE_SCHEDULE_MOVER, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->grid = grid;
  self->notice = notice;
  g_signal_connect_object (grid, "preview", G_CALLBACK (on_preview), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "move-requested", G_CALLBACK (on_move), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "put-back", G_CALLBACK (on_put_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notice, "accepted", G_CALLBACK (on_accepted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notice, "put-back", G_CALLBACK (put_back), self, G_CONNECT_SWAPPED);
  return self;
}

/** limber_schedule_mover_set_facts: what the grid is about to show; borrowed until the next call. */
void
limber_schedule_mover_set_facts (LimberScheduleMover *self, const LimberScheduleFacts *facts,
                                 const LimberScheduleSheet *sheet)
{
  self->facts = facts;
  self->sheet = sheet;
  if (!self->written)
    return;
  self->written = FALSE;
  put_back (self);
}

/** limber_schedule_mover_is_busy: Returns: whether a move waits for the store. */
gboolean
limber_schedule_mover_is_busy (LimberScheduleMover *self)
{
  return self->asking || self->writing || self->written;
}
