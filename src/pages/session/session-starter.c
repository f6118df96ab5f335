/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-starter.h"

#include <glib/gi18n-lib.h>

#include "pages/booking/client-picker.h"
#include "pages/session/session-question.h"
#include "pages/parts/small-dialog.h"
#include "services/clock.h"
#include "services/session/session-runner.h"
#include "store/clinic.h"
#include "store/store.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

#define N_LENGTHS 3

static const int lengths[N_LENGTHS] = { 30, 45, 60 };

/* What the dialog needs until it is answered. */
typedef struct {
  GtkWindow *parent;
  LimberStore *store;
  LimberClock *clock;
  char *client_id;
  char *appointment_id;
  char *staff_id;
  gboolean entered_later;
  GPtrArray *staff;
  GtkWindow *window;
  GtkWidget *button;
  GtkWidget *picker;
  GtkWidget *minutes;
  GtkWidget *therapist;
  GtkWidget *earlier;
  GtkWidget *days_ago;
  GtkWidget *hour;
  GtkWidget *minute;
} Starter;

static void
starter_free (Starter *starter)
{
  g_object_unref (starter->parent);
  g_object_unref (starter->store);
  g_object_unref (starter->clock);
  g_free (starter->client_id);
  g_free (starter->appointment_id);
  g_free (starter->staff_id);
  g_clear_pointer (&starter->staff, g_ptr_array_unref);
  g_free (starter);
}

/* What the dialog decided; @consented is the client who agreed just now. */
typedef struct {
  GtkWindow *parent;
  GtkWindow *window;
  LimberStore *store;
  LimberSessionStart *start;
  char *consented;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_clear_object (&deed->parent);
  g_clear_object (&deed->window);
  g_clear_object (&deed->store);
  limber_session_start_free (deed->start);
  g_free (deed->consented);
  g_free (deed);
}

static gpointer
run_start (LimberDb *db, gpointer data, GError **error)
{
  const Deed *deed = data;
  const LimberSessionStart *start = deed->start;

  if (deed->consented != NULL && !limber_session_consent (db, deed->consented, start->date, error))
    return NULL;

  return start->started_at < start->now ? limber_session_runner_enter_later (db, start, error)
                                        : limber_session_runner_start (db, start, error);
}

typedef struct {
  GtkWindow *parent;
  GtkWindow *window;
} Pending;

static void
on_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Pending *pending = user_data;
  g_autoptr (GtkWindow) parent = pending->parent;
  g_autoptr (GtkWindow) window = pending->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberSession) session = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (session == NULL)
    {
      GtkWidget *shown = window != NULL ? adw_window_get_content (ADW_WINDOW (window))
                                        : adw_application_window_get_content (ADW_APPLICATION_WINDOW (parent));

      limber_feedback_error (shown, error);
      return;
    }
  if (window != NULL)
    gtk_window_destroy (window);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-session", "s", session->base.id);
}

/* Takes the deed. */
static void
do_start (Deed *deed)
{
  Pending *pending = g_new0 (Pending, 1);
  g_autoptr (LimberStore) store = g_steal_pointer (&deed->store);

  pending->parent = g_steal_pointer (&deed->parent);
  pending->window = g_steal_pointer (&deed->window);
  limber_store_write_async (store, run_start, deed, deed_free, (GDestroyNotify) limber_session_free, NULL, on_started,
                            pending);
}

static gpointer
run_concerns (LimberDb *db, gpointer data, GError **error)
{
  const LimberSessionStart *start = data;

  return limber_session_concerns_load (db, start->client_id, start->appointment_id, start->date, error);
}

/* The question keeps its own deed, so that a second answer would find none. */
static void
on_answered (const char *consented, gpointer data)
{
  Deed **deed = data;

  if (*deed == NULL)
    return;
  (*deed)->consented = g_strdup (consented);
  do_start (g_steal_pointer (deed));
}

static void
answer_free (gpointer data)
{
  Deed **deed = data;

  g_clear_pointer (deed, deed_free);
  g_free (deed);
}

static void
on_concerns (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Deed *deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberSessionConcerns) concerns = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  Deed **kept;

  /* When even this cannot be read, the start itself says why. */
  if (concerns == NULL || !limber_session_concerns_any (concerns))
    {
      do_start (deed);
      return;
    }
  kept = g_new0 (Deed *, 1);
  *kept = deed;
  limber_session_question_present (deed->window != NULL ? deed->window : deed->parent, concerns, on_answered, kept,
                                   answer_free);
}

static LimberSessionStart *
copy_question (const LimberSessionStart *start)
{
  LimberSessionStart *copy = g_new0 (LimberSessionStart, 1);

  copy->client_id = g_strdup (start->client_id);
  copy->appointment_id = g_strdup (start->appointment_id);
  copy->date = start->date;
  return copy;
}

static void
submit (Starter *starter, LimberSessionStart *start)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->parent = g_object_ref (starter->parent);
  deed->window = starter->window != NULL ? g_object_ref (starter->window) : NULL;
  deed->store = g_object_ref (starter->store);
  deed->start = start;
  /* What took place already cannot be asked about any more. */
  if (start->started_at < start->now)
    do_start (deed);
  else
    limber_store_read_async (deed->store, run_concerns, copy_question (start),
                             (GDestroyNotify) limber_session_start_free,
                             (GDestroyNotify) limber_session_concerns_free, NULL, on_concerns, deed);
}

static LimberSessionStart *
start_new (Starter *starter)
{
  LimberSessionStart *start = g_new0 (LimberSessionStart, 1);
  LimberMoment moment = limber_clock_moment (starter->clock);

  start->client_id = g_strdup (starter->client_id);
  start->appointment_id = g_strdup (starter->appointment_id);
  start->staff_id = g_strdup (starter->staff_id);
  limber_session_start_set_moment (start, &moment);
  start->date = limber_clock_today (starter->clock);
  return start;
}

static void
on_length (GtkWidget *button, Starter *starter)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (starter->minutes), atoi (gtk_button_get_label (GTK_BUTTON (button))));
}

static void
set_moment (Starter *starter, LimberSessionStart *start)
{
  int days = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (starter->days_ago));
  int minute = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (starter->hour)) * 60
               + gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (starter->minute));

  if (!gtk_switch_get_active (GTK_SWITCH (starter->earlier)))
    return;
  start->date -= days;
  start->started_at = limber_date_at_minute (start->date, minute, limber_clock_zone (starter->clock));
  start->ended_at = start->started_at + start->minutes * 60;
}

static void
on_deed (Starter *starter)
{
  LimberSessionStart *start = start_new (starter);
  guint therapist = gtk_drop_down_get_selected (GTK_DROP_DOWN (starter->therapist));

  start->minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (starter->minutes));
  if (starter->picker != NULL)
    {
      g_free (start->client_id);
      start->client_id = g_strdup (limber_client_picker_get_id (LIMBER_CLIENT_PICKER (starter->picker)));
    }
  if (therapist < starter->staff->len)
    {
      g_free (start->staff_id);
      start->staff_id = g_strdup (((LimberStaff *) g_ptr_array_index (starter->staff, therapist))->base.id);
    }
  set_moment (starter, start);
  submit (starter, start);
}

static GtkWidget *
new_spin (int from, int to, int value, const char *label)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (from, to, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  limber_widget_name (GTK_WIDGET (spin), label);
  gtk_widget_set_tooltip_text (spin, label);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  return spin;
}

static GtkWidget *
new_row (const char *title, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  return row;
}

static GtkWidget *
new_lengths (Starter *starter)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  starter->minutes = new_spin (LIMBER_MINUTES_MIN, LIMBER_MINUTES_MAX, 60, _ ("Minutes"));
  for (int i = 0; i < N_LENGTHS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", lengths[i]);
      g_autofree char *words = g_strdup_printf (_ ("%d minutes"), lengths[i]);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      limber_widget_name (button, words);
      g_signal_connect (button, "clicked", G_CALLBACK (on_length), starter);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (box), starter->minutes);
  return box;
}

static GtkWidget *
new_therapist (Starter *starter)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < starter->staff->len; i++)
    {
      const LimberStaff *staff = g_ptr_array_index (starter->staff, i);

      gtk_string_list_append (names, staff->name);
      if (g_strcmp0 (staff->base.id, limber_store_actor_id (starter->store)) == 0)
        selected = i;
    }
  starter->therapist = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (starter->therapist), selected);
  limber_widget_name (GTK_WIDGET (starter->therapist), _ ("Therapist"));
  return starter->therapist;
}

static void
on_earlier (GtkSwitch *toggle, GParamSpec *pspec, Starter *starter)
{
  gtk_button_set_label (GTK_BUTTON (starter->button),
                        gtk_switch_get_active (toggle) ? _ ("Enter session") : _ ("Start session"));
}

static GtkWidget *
new_earlier (Starter *starter)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *time = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  int minute = limber_clock_minute (starter->clock);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("It already took place"));
  starter->earlier = gtk_switch_new ();
  gtk_widget_set_valign (starter->earlier, GTK_ALIGN_CENTER);
  limber_widget_name (GTK_WIDGET (starter->earlier), _ ("It already took place"));
  g_signal_connect (starter->earlier, "notify::active", G_CALLBACK (on_earlier), starter);
  g_object_bind_property (starter->earlier, "active", row, "expanded", G_BINDING_BIDIRECTIONAL);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), starter->earlier);
  starter->days_ago = new_spin (0, 365, 1, _ ("Days ago"));
  starter->hour = new_spin (0, 23, minute / 60, _ ("Hour"));
  starter->minute = new_spin (0, 59, 0, _ ("Minute"));
  gtk_box_append (GTK_BOX (time), starter->hour);
  gtk_box_append (GTK_BOX (time), starter->minute);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_row (_ ("Days ago"), starter->days_ago));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_row (_ ("Started at"), time));
  return row;
}

static void
on_picked (LimberClientPicker *picker, Starter *starter)
{
  gtk_widget_set_sensitive (starter->button, limber_client_picker_get_id (picker) != NULL);
}

static void
present (Starter *starter, const char *client_name, int preferred)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  if (starter->client_id == NULL)
    {
      starter->picker = limber_client_picker_new (starter->store);
      gtk_box_append (GTK_BOX (content), starter->picker);
    }
  gtk_list_box_append (GTK_LIST_BOX (list), new_row (_ ("Minutes"), new_lengths (starter)));
  gtk_list_box_append (GTK_LIST_BOX (list), new_row (_ ("Therapist"), new_therapist (starter)));
  gtk_list_box_append (GTK_LIST_BOX (list), new_earlier (starter));
  gtk_box_append (GTK_BOX (content), list);
  if (preferred > 0)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (starter->minutes), preferred);
  starter->window = limber_small_dialog_new (GTK_WIDGET (starter->parent),
                                             client_name != NULL ? client_name : _ ("Start Session"), NULL, content,
                                             _ ("Start session"), "suggested-action", &starter->button);
  gtk_window_set_default_size (starter->window, 480, -1);
  if (starter->picker != NULL)
    {
      gtk_widget_set_sensitive (starter->button, FALSE);
      g_signal_connect (starter->picker, "picked", G_CALLBACK (on_picked), starter);
    }
  g_signal_connect_swapped (starter->button, "clicked", G_CALLBACK (on_deed), starter);
  if (starter->entered_later)
    gtk_switch_set_active (GTK_SWITCH (starter->earlier), TRUE);
  g_object_weak_ref (G_OBJECT (starter->window), (GWeakNotify) (void (*) (void)) starter_free, starter);
  gtk_window_present (starter->window);
}

typedef struct {
  GPtrArray *staff;
  char *name;
  int minutes;
} Facts;

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->staff, g_ptr_array_unref);
  g_free (facts->name);
  g_free (facts);
}

static void
keep_therapists (GPtrArray *staff)
{
  for (guint i = staff->len; i > 0; i--)
    if (((LimberStaff *) g_ptr_array_index (staff, i - 1))->role != LIMBER_STAFF_ROLE_THERAPIST)
      g_ptr_array_remove_index (staff, i - 1);
}

static gpointer
run_facts (LimberDb *db, gpointer data, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);
  g_autoptr (LimberClient) client = NULL;

  facts->staff = limber_clinic_staff (db, FALSE, error);
  if (facts->staff == NULL)
    {
      facts_free (facts);
      return NULL;
    }
  keep_therapists (facts->staff);
  if (data != NULL)
    client = limber_record_load (db, &limber_client_type, data, NULL);
  if (client != NULL)
    {
      facts->name = g_strdup (client->name);
      facts->minutes = client->preferred_minutes;
    }
  return facts;
}

static void
on_facts (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Starter *starter = user_data;
  g_autoptr (GError) error = NULL;
  Facts *facts = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (facts == NULL)
    {
      limber_feedback_error (adw_application_window_get_content (ADW_APPLICATION_WINDOW (starter->parent)), error);
      starter_free (starter);
      return;
    }
  starter->staff = g_steal_pointer (&facts->staff);
  present (starter, facts->name, facts->minutes);
  facts_free (facts);
}

/**
 * limber_session_starter_start:
 * @args: a{sv}: client (s), appointment (s), earlier (b: it took place already), all optional
 *
 * An appointment starts at once, with its client, therapist and minutes. Else the dialog asks for what is missing;
 * it also enters a session that took place earlier. The new session opens with `win.open-session`.
 */
void
limber_session_starter_start (GtkWindow *window, LimberStore *store, LimberClock *clock, GVariant *args)
{
  Starter *starter;
  g_autoptr (GVariantDict) dict = g_variant_dict_new (args);

  g_return_if_fail (GTK_IS_WINDOW (window));

  starter = g_new0 (Starter, 1);
  starter->parent = g_object_ref (window);
  starter->store = g_object_ref (store);
  starter->clock = g_object_ref (clock);
  g_variant_dict_lookup (dict, "client", "s", &starter->client_id);
  g_variant_dict_lookup (dict, "appointment", "s", &starter->appointment_id);
  g_variant_dict_lookup (dict, "earlier", "b", &starter->entered_later);
  if (starter->appointment_id != NULL)
    {
      submit (starter, start_new (starter));
      starter_free (starter);
      return;
    }
  limber_store_read_async (store, run_facts, g_strdup (starter->client_id), g_free, (GDestroyNotify) facts_free, NULL,
                           on_facts, starter);
}
