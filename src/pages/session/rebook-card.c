/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: three states. *Open* offers dates with real free times; choosing a date or a time only changes what the
 * one button would book. *Booked* comes from the store, whoever booked. *Put off* is a word of this moment and kept
 * nowhere: the reminders of the client come anyway, and the next wrap-up asks again. */
#include "pages/session/rebook-card.h"

#include <glib/gi18n-lib.h>

#include "pages/booking/booking-undo.h"
#include "pages/parts/page-bits.h"
#include "pages/session/session-words.h"
#include "services/booking/booking.h"
#include "services/wording/wording.h"
#include "widgets/feedback.h"
#include "widgets/verdict-chip.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

#define OTHER_TIMES 2 /* that fit beside another day */

struct _LimberRebookCard {
  AdwBin parent_instance;

  LimberSessionRoom *room;
  LimberRebookAdvice *advice;
  char *session_id;
  guint chosen; /* date */
  guint chosen_time;
  gboolean put_off;
  gboolean writing;
  gboolean settled;

  GtkLabel *due;
  GtkLabel *best;
  LimberVerdictChip *verdict;
  GtkLabel *reason;
  GtkBox *times;
  GtkWidget *book_button;
  GtkWidget *others_line;
  GtkBox *others;
  GtkWidget *foot;
  GtkWidget *later_button;
};

G_DEFINE_FINAL_TYPE (LimberRebookCard, limber_rebook_card, ADW_TYPE_BIN)

enum { PROP_0, PROP_SETTLED, N_PROPS };
enum { SIGNAL_ADVISED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void show_advice (LimberRebookCard *self);

static GTimeZone *
zone_of (LimberRebookCard *self)
{
  return limber_clock_zone (limber_session_room_clock (self->room));
}

static const LimberAdviceDate *
chosen_date (LimberRebookCard *self)
{
  return self->advice != NULL && self->chosen < self->advice->n_dates ? &self->advice->dates[self->chosen] : NULL;
}

static void
set_settled (LimberRebookCard *self, gboolean settled)
{
  if (self->settled == settled)
    return;
  self->settled = settled;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SETTLED]);
}

/* Booking */

static void
on_booked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberRebookCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberAppointment) appointment = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  const LimberSessionSheet *sheet;

  self->writing = FALSE;
  if (self->room == NULL)
    return;
  if (appointment == NULL)
    {
      limber_feedback_error (GTK_WIDGET (self), error);
      show_advice (self);
      return;
    }
  sheet = limber_session_room_sheet (self->room);
  if (sheet != NULL)
    limber_booking_undo_offer (GTK_WIDGET (self), limber_session_room_store (self->room),
                               limber_session_room_clock (self->room), sheet->client->name, NULL, appointment);
}

static LimberBookingRequest *
request_new (LimberRebookCard *self, const LimberAdviceDate *date)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);
  LimberClock *clock = limber_session_room_clock (self->room);
  LimberBookingRequest *request = limber_booking_request_new (limber_clock_now (clock), limber_clock_zone (clock));

  request->new_id = g_uuid_string_random ();
  request->client_id = g_strdup (sheet->client->base.id);
  request->staff_id = g_strdup (date->staff_id);
  request->start_at = date->times[self->chosen_time];
  request->minutes = self->advice->minutes;
  request->kind = LIMBER_KIND_MAINTENANCE;
  request->intent = LIMBER_WORK_DEEP;
  return request;
}

/* Without a time to book, the dialog asks. */
static void
open_dialog (LimberRebookCard *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);
  const LimberAdviceDate *date = chosen_date (self);
  GVariantBuilder args;

  if (sheet == NULL)
    return;
  g_variant_builder_init (&args, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&args, "{sv}", "client", g_variant_new_string (sheet->client->base.id));
  g_variant_builder_add (&args, "{sv}", "staff", g_variant_new_string (sheet->staff->base.id));
  if (date != NULL)
    {
      g_autofree char *iso = limber_date_to_iso (date->date);

      g_variant_builder_add (&args, "{sv}", "minutes", g_variant_new_int32 (self->advice->minutes));
      g_variant_builder_add (&args, "{sv}", "date", g_variant_new_string (iso));
    }
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.book", g_variant_builder_end (&args));
}

static void
on_book (LimberRebookCard *self)
{
  const LimberAdviceDate *date = chosen_date (self);

  if (self->put_off)
    {
      self->put_off = FALSE;
      show_advice (self);
      return;
    }
  if (date == NULL || date->n_times == 0 || limber_session_room_sheet (self->room) == NULL)
    {
      open_dialog (self);
      return;
    }
  self->writing = TRUE;
  gtk_widget_set_sensitive (self->book_button, FALSE);
  limber_store_write_async (limber_session_room_store (self->room), limber_booking_book, request_new (self, date),
                            (GDestroyNotify) limber_booking_request_free, (GDestroyNotify) limber_appointment_free,
                            NULL, on_booked, g_object_ref (self));
}

static void
on_all_dates (LimberRebookCard *self)
{
  open_dialog (self);
}

static void
on_later (LimberRebookCard *self)
{
  self->put_off = TRUE;
  show_advice (self);
}

/* Showing */

static void
show_button (LimberRebookCard *self, const LimberAdviceDate *date)
{
  g_autofree char *day = date != NULL ? limber_session_words_day (date->date) : NULL;
  g_autofree char *time = date != NULL && date->n_times > 0
                            ? limber_session_words_time (date->times[self->chosen_time], zone_of (self)) : NULL;
  g_autofree char *label = time != NULL  ? g_strdup_printf (_ ("Book %s, %s"), day, time)
                           : day != NULL ? g_strdup_printf (_ ("Book %s…"), day)
                                         : g_strdup (_ ("Book…"));

  gtk_button_set_label (GTK_BUTTON (self->book_button), label);
  gtk_widget_set_sensitive (self->book_button, !self->writing);
}

static int
index_in (GtkBox *box, GtkWidget *widget)
{
  int index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child), index++)
    if (child == widget)
      return index;
  return -1;
}

static void
on_time (LimberRebookCard *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->chosen_time = (guint) MAX (0, index_in (self->times, GTK_WIDGET (button)));
  show_button (self, chosen_date (self));
}

static void
show_times (LimberRebookCard *self, const LimberAdviceDate *date)
{
  GtkWidget *first = NULL;

  limber_page_clear (GTK_WIDGET (self->times));
  gtk_widget_set_visible (GTK_WIDGET (self->times), date != NULL && date->n_times > 0);
  for (guint i = 0; date != NULL && i < date->n_times; i++)
    {
      g_autofree char *time = limber_session_words_time (date->times[i], zone_of (self));
      GtkWidget *button = gtk_toggle_button_new_with_label (time);

      gtk_widget_add_css_class (button, "choice");
      gtk_widget_set_hexpand (button, TRUE);
      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == self->chosen_time);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_time), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->times, button);
    }
}

typedef struct {
  LimberRebookCard *card;
  guint date;
} Other;

static void
on_other (GtkWidget *button, Other *other)
{
  LimberRebookCard *self = other->card;

  self->chosen = other->date;
  self->chosen_time = 0;
  show_advice (self);
  gtk_widget_grab_focus (self->book_button);
}

static char *
describe_times (LimberRebookCard *self, const LimberAdviceDate *date)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (date->n_times, OTHER_TIMES); i++)
    {
      g_autofree char *time = limber_session_words_time (date->times[i], zone_of (self));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", time);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
new_other (LimberRebookCard *self, guint index)
{
  const LimberAdviceDate *date = &self->advice->dates[index];
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *day = limber_session_words_day (date->date);
  g_autofree char *times = describe_times (self, date);
  g_autofree char *label
    = g_strdup_printf (_ ("Choose %s, %s"), day, limber_wording_verdict (date->verdict));
  GtkWidget *when = limber_page_label (times, "limber-dim");
  Other *other = g_new0 (Other, 1);

  other->card = self;
  other->date = index;
  gtk_widget_set_hexpand (when, TRUE);
  gtk_box_append (GTK_BOX (row), limber_page_label (day, "limber-strong"));
  gtk_box_append (GTK_BOX (row), when);
  gtk_box_append (GTK_BOX (row), limber_page_verdict_chip (date->verdict, date->reason));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  limber_widget_tip (button, date->reason);
  limber_widget_name (button, label);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_other), other,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  return button;
}

static void
show_others (LimberRebookCard *self)
{
  limber_page_clear (GTK_WIDGET (self->others));
  for (guint i = 0; i < self->advice->n_dates; i++)
    if (i != self->chosen)
      gtk_box_append (self->others, new_other (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->others), self->advice->n_dates > 1);
}

static void
show_text (LimberRebookCard *self, const char *title, const char *text)
{
  gtk_label_set_text (self->best, title);
  gtk_label_set_text (self->reason, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), text != NULL && *text != '\0');
}

static void
show_parts (LimberRebookCard *self, gboolean open, gboolean button)
{
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->times), open);
  gtk_widget_set_visible (self->book_button, button);
  gtk_widget_set_visible (self->others_line, open);
  gtk_widget_set_visible (GTK_WIDGET (self->others), open);
  gtk_widget_set_visible (self->foot, open);
}

static void
show_booked (LimberRebookCard *self)
{
  g_autofree char *day = limber_session_words_day (limber_date_from_instant (self->advice->booked_at, zone_of (self)));
  g_autofree char *time = limber_session_words_time (self->advice->booked_at, zone_of (self));
  g_autofree char *title = g_strdup_printf ("%s, %s", day, time);
  /* Translators: therapist */
  g_autofree char *text = g_strdup_printf (_ ("Booked with %s."), self->advice->booked_with);

  show_parts (self, FALSE, FALSE);
  show_text (self, title, text);
}

static void
show_put_off (LimberRebookCard *self)
{
  g_autofree char *from = limber_session_words_day (self->advice->due_from);
  g_autofree char *text = self->advice->due_from != LIMBER_DATE_NONE
                            ? g_strdup_printf (_ ("A reminder comes from %s on."), from) : NULL;

  show_parts (self, FALSE, TRUE);
  show_text (self, _ ("Not now"), text);
  gtk_button_set_label (GTK_BUTTON (self->book_button), _ ("Rebook after all"));
  gtk_widget_set_sensitive (self->book_button, TRUE);
}

static void
show_open (LimberRebookCard *self)
{
  const LimberAdviceDate *date = chosen_date (self);
  g_autofree char *day = date != NULL ? limber_session_words_day (date->date) : NULL;

  show_parts (self, TRUE, TRUE);
  show_text (self, day != NULL ? day : _ ("No date to suggest"), date != NULL ? date->reason : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), date != NULL && date->verdict != LIMBER_VERDICT_NORMAL);
  if (date != NULL)
    limber_verdict_chip_set (self->verdict, limber_verdict_id (date->verdict), limber_wording_verdict (date->verdict),
                             date->reason);
  limber_verdict_chip_set_why (self->verdict, date != NULL ? date->why : NULL);
  show_times (self, date);
  show_button (self, date);
  show_others (self);
}

/* One primary button on the page: this one until the visit is settled, then that which closes the session. */
static void
show_primary (LimberRebookCard *self)
{
  if (self->settled)
    gtk_widget_remove_css_class (self->book_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->book_button, "suggested-action");
}

static void
show_advice (LimberRebookCard *self)
{
  gboolean booked = self->advice->booked_at != 0;
  g_autofree char *due = NULL;

  if (self->advice->due_from != LIMBER_DATE_NONE)
    {
      g_autofree char *from = limber_session_words_day (self->advice->due_from);
      g_autofree char *to = limber_session_words_day (self->advice->due_to);

      due = g_strdup_printf (_ ("due %s – %s"), from, to);
    }
  gtk_label_set_text (self->due, due != NULL ? due : "");
  set_settled (self, booked || self->put_off);
  if (booked)
    show_booked (self);
  else if (self->put_off)
    show_put_off (self);
  else
    show_open (self);
  show_primary (self);
}

/* Loading */

typedef struct {
  char *session_id;
  gint64 now;
  GTimeZone *zone;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_time_zone_unref (query->zone);
  g_free (query->session_id);
  g_free (query);
}

static gpointer
run_advice (LimberDb *db, gpointer data, GError **error)
{
  const Query *query = data;

  return limber_rebook_advice_load (db, query->session_id, query->now, query->zone, error);
}

/* What was chosen stays chosen while the same days are offered. */
static void
keep_choice (LimberRebookCard *self, const LimberRebookAdvice *advice)
{
  const LimberAdviceDate *old = chosen_date (self);
  guint chosen = 0;

  for (guint i = 0; old != NULL && i < advice->n_dates; i++)
    if (advice->dates[i].date == old->date)
      chosen = i;
  self->chosen_time = old != NULL && chosen < advice->n_dates && advice->dates[chosen].date == old->date
                          && self->chosen_time < advice->dates[chosen].n_times
                        ? self->chosen_time : 0;
  self->chosen = chosen;
}

static void
on_advice (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberRebookCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberRebookAdvice) advice = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (advice == NULL || self->room == NULL)
    return;
  keep_choice (self, advice);
  g_clear_pointer (&self->advice, limber_rebook_advice_free);
  self->advice = g_steal_pointer (&advice);
  show_advice (self);
  g_signal_emit (self, signals[SIGNAL_ADVISED], 0);
}

static void
on_room_changed (LimberSessionRoom *room, LimberRebookCard *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);
  LimberClock *clock = limber_session_room_clock (room);
  Query *query;

  if (sheet == NULL || sheet->session->state == LIMBER_SESSION_STATE_RUNNING)
    return;
  if (g_strcmp0 (self->session_id, sheet->session->base.id) != 0)
    {
      self->put_off = FALSE;
      g_free (self->session_id);
      self->session_id = g_strdup (sheet->session->base.id);
    }
  query = g_new0 (Query, 1);
  query->session_id = g_strdup (self->session_id);
  query->now = limber_clock_now (clock);
  query->zone = g_time_zone_ref (limber_clock_zone (clock));
  limber_store_read_async (limber_session_room_store (room), run_advice, query, query_free,
                           (GDestroyNotify) limber_rebook_advice_free, NULL, on_advice, g_object_ref (self));
}

static void
limber_rebook_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SETTLED)
    g_value_set_boolean (value, LIMBER_REBOOK_CARD (object)->settled);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_rebook_card_dispose (GObject *object)
{
  LimberRebookCard *self = LIMBER_REBOOK_CARD (object);

  g_clear_object (&self->room);
  g_clear_pointer (&self->advice, limber_rebook_advice_free);
  g_clear_pointer (&self->session_id, g_free);
  G_OBJECT_CLASS (limber_rebook_card_parent_class)->dispose (object);
}

static void
limber_rebook_card_class_init (LimberRebookCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = limber_rebook_card_get_property;
  object_class->dispose = limber_rebook_card_dispose;
  props[PROP_SETTLED] = g_param_spec_boolean ("settled", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_ADVISED] = g_signal_new ("advised", LIMBER_TYPE_REBOOK_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  g_type_ensure (LIMBER_TYPE_VERDICT_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/rebook-card.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, LimberRebookCard, name)
  BIND (due);
  BIND (best);
  BIND (verdict);
  BIND (reason);
  BIND (times);
  BIND (book_button);
  BIND (others_line);
  BIND (others);
  BIND (foot);
  BIND (later_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_book);
  gtk_widget_class_bind_template_callback (widget_class, on_all_dates);
  gtk_widget_class_bind_template_callback (widget_class, on_later);
}

static void
limber_rebook_card_init (LimberRebookCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_rebook_card_set_room: The session after which the next visit is booked; once. */
void
limber_rebook_card_set_room (LimberRebookCard *self, LimberSessionRoom *room)
{
  g_return_if_fail (LIMBER_IS_REBOOK_CARD (self));

  g_set_object (&self->room, room);
  g_signal_connect_object (room, "changed", G_CALLBACK (on_room_changed), self, 0);
}

/** limber_rebook_card_get_advice: Returns: (nullable): what is offered, good until the next `advised` */
const LimberRebookAdvice *
limber_rebook_card_get_advice (LimberRebookCard *self)
{
  g_return_val_if_fail (LIMBER_IS_REBOOK_CARD (self), NULL);

  return self->advice;
}
