/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule-page.h"

#include <glib/gi18n-lib.h>

#include "pages/page-bits.h"
#include "pages/schedule-row.h"
#include "services/clock.h"
#include "services/wording-date.h"
#include "services/wording.h"
#include "store/day-facts.h"
#include "store/store.h"
#include "store/working-time.h"
#include "widgets/feedback.h"

struct _LimberSchedulePage {
  AdwBin parent_instance;

  LimberStore *store;
  LimberClock *clock;
  LimberDate date;
  LimberDayFacts *facts;
  GCancellable *cancellable;

  GtkWidget *today_button;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *columns;
  GtkWidget *stack;
};

G_DEFINE_FINAL_TYPE (LimberSchedulePage, limber_schedule_page, ADW_TYPE_BIN)

/* What the worker needs to read one day. */
typedef struct {
  LimberDate date;
  LimberDate today;
  GTimeZone *zone;
} DayQuery;

static void
day_query_free (gpointer data)
{
  DayQuery *query = data;

  g_time_zone_unref (query->zone);
  g_free (query);
}

static gpointer
load_day (LimberDb *db, gpointer data, GError **error)
{
  DayQuery *query = data;

  return limber_day_facts_load (db, query->date, query->today, query->zone, error);
}

static GtkWidget *
blocked_row (LimberSchedulePage *self, const LimberBlockedTime *blocked)
{
  GTimeZone *zone = limber_clock_zone (self->clock);
  g_autofree char *from = limber_wording_time (blocked->start_at, zone);
  g_autofree char *to = limber_wording_time (blocked->end_at, zone);
  g_autofree char *text = g_strdup_printf ("%s – %s", from, to);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "blocked-row");
  gtk_widget_add_css_class (box, "schedule-row");
  gtk_box_append (GTK_BOX (box), limber_page_label (text, "limber-dim"));
  gtk_box_append (GTK_BOX (box), limber_page_label (blocked->text != NULL ? blocked->text : _("Break"), "limber-dim"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  limber_page_name (row, text);
  return row;
}

static char *
column_line (LimberSchedulePage *self, const LimberDayStaff *staff, guint n_left, int booked)
{
  g_autofree char *left = NULL;

  if (staff->working_minutes == 0 && booked == 0)
    return g_strdup (_("does not work on this day"));
  left = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u to go", "%u to go", n_left), n_left);
  if (booked == 0)
    return g_strdup (_("nothing booked"));
  {
    g_autofree char *minutes = limber_wording_minutes (booked);

    /* Translators: "4 to go · 3 h 30 min booked" */
    return g_strdup_printf (_("%s · %s booked"), left, minutes);
  }
}

static GtkWidget *
column_head (LimberSchedulePage *self, const LimberDayStaff *staff, const char *line)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *book = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *name = g_strdup_printf (_("Book with %s"), staff->name);
  g_autofree char *date = limber_date_to_iso (self->date);
  GVariantDict dict;

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), limber_page_label (staff->name, "heading"));
  gtk_box_append (GTK_BOX (words), limber_page_label (line, "limber-hint"));
  gtk_widget_add_css_class (book, "flat");
  gtk_widget_set_valign (book, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (book, name);
  limber_page_name (book, name);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "staff", "s", staff->id);
  g_variant_dict_insert (&dict, "date", "s", date);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (book), "win.book");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (book), g_variant_dict_end (&dict));
  gtk_widget_add_css_class (head, "schedule-head");
  gtk_box_append (GTK_BOX (head), limber_page_therapist_bar (staff->color));
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), book);
  return head;
}

static void
append_day (LimberSchedulePage *self, GtkListBox *list, const LimberDayStaff *staff, guint *n_left, int *booked)
{
  guint n_blocked = 0;

  for (guint i = 0; i < self->facts->items->len; i++)
    {
      const LimberDayItem *item = self->facts->items->pdata[i];
      const LimberAppointment *appointment = item->appointment;

      if (g_strcmp0 (appointment->staff_id, staff->id) != 0)
        continue;
      for (; n_blocked < self->facts->blocked->len; n_blocked++)
        {
          const LimberBlockedTime *blocked = self->facts->blocked->pdata[n_blocked];

          if (blocked->start_at > appointment->start_at)
            break;
          if (blocked->staff_id == NULL || g_strcmp0 (blocked->staff_id, staff->id) == 0)
            gtk_list_box_append (list, blocked_row (self, blocked));
        }
      gtk_list_box_append (list, limber_schedule_row_new (self->store, self->clock, item));
      if (limber_appointment_status_holds_slot (appointment->status))
        *booked += appointment->minutes;
      if (limber_appointment_status_is_future (appointment->status))
        (*n_left)++;
    }
  for (; n_blocked < self->facts->blocked->len; n_blocked++)
    {
      const LimberBlockedTime *blocked = self->facts->blocked->pdata[n_blocked];

      if (blocked->staff_id == NULL || g_strcmp0 (blocked->staff_id, staff->id) == 0)
        gtk_list_box_append (list, blocked_row (self, blocked));
    }
}

static GtkWidget *
column_new (LimberSchedulePage *self, const LimberDayStaff *staff)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *empty = limber_page_label (_("Free all day"), "limber-dim");
  g_autofree char *line = NULL;
  guint n_left = 0;
  int booked = 0;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_top (empty, 14);
  gtk_widget_set_margin_bottom (empty, 14);
  gtk_label_set_xalign (GTK_LABEL (empty), .5);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), empty);
  limber_page_name (list, staff->name);
  append_day (self, GTK_LIST_BOX (list), staff, &n_left, &booked);
  line = column_line (self, staff, n_left, booked);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_size_request (column, 280, -1);
  gtk_box_append (GTK_BOX (column), column_head (self, staff, line));
  gtk_box_append (GTK_BOX (column), list);
  return column;
}

static void
show_title (LimberSchedulePage *self)
{
  LimberDate today = limber_clock_today (self->clock);
  g_autofree char *day = limber_wording_long_day (self->date);
  g_autofree char *near = self->date < today  ? limber_wording_days_ago (self->date, today)
                          : self->date > today ? limber_wording_days_until (self->date, today)
                                               : g_strdup (_("today"));

  gtk_label_set_label (GTK_LABEL (self->title), day);
  gtk_label_set_label (GTK_LABEL (self->subtitle), near);
}

static void
rebuild (LimberSchedulePage *self)
{
  limber_page_clear (self->columns);
  for (guint i = 0; i < self->facts->staff->len; i++)
    {
      const LimberDayStaff *staff = self->facts->staff->pdata[i];

      gtk_box_append (GTK_BOX (self->columns), column_new (self, staff));
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->facts->staff->len > 0 ? "day" : "empty");
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDayFacts) facts = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberSchedulePage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->facts, limber_day_facts_free);
  self->facts = g_steal_pointer (&facts);
  rebuild (self);
}

static void
reload (LimberSchedulePage *self)
{
  DayQuery *query = g_new0 (DayQuery, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  query->date = self->date;
  query->today = limber_clock_today (self->clock);
  query->zone = g_time_zone_ref (limber_clock_zone (self->clock));
  show_title (self);
  limber_store_read_async (self->store, load_day, query, day_query_free, (GDestroyNotify) limber_day_facts_free,
                           self->cancellable, on_loaded, self);
}

static void
on_changed (LimberSchedulePage *self, guint topics)
{
  if (topics & (LIMBER_TOPIC_APPOINTMENT | LIMBER_TOPIC_WORKING_TIME | LIMBER_TOPIC_STAFF | LIMBER_TOPIC_CLIENT
                | LIMBER_TOPIC_RACE | LIMBER_TOPIC_SESSION | LIMBER_TOPIC_HEALTH | LIMBER_TOPIC_SETTINGS))
    reload (self);
}

static void
show_date (LimberSchedulePage *self, LimberDate date)
{
  self->date = date;
  reload (self);
}

static void
go_today (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);

  show_date (self, limber_clock_today (self->clock));
}

static void
go_by (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);
  int days = g_variant_get_int32 (target);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  show_date (self, self->date + days);
}

static void
book (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);
  g_autofree char *date = limber_date_to_iso (MAX (self->date, limber_clock_today (self->clock)));
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "date", "s", date);
  gtk_widget_activate_action (widget, "win.book", "@a{sv}", g_variant_dict_end (&dict));
}

static void
limber_schedule_page_dispose (GObject *object)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->facts, limber_day_facts_free);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_schedule_page_parent_class)->dispose (object);
}

static void
limber_schedule_page_class_init (LimberSchedulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_schedule_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/schedule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, today_button);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, title);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, columns);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, stack);
  gtk_widget_class_install_action (widget_class, "schedule.today", NULL, go_today);
  gtk_widget_class_install_action (widget_class, "schedule.go", "i", go_by);
  gtk_widget_class_install_action (widget_class, "schedule.book", NULL, book);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "schedule.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "schedule.book", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "schedule.go", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "schedule.go", "i", 1);
}

static void
limber_schedule_page_init (LimberSchedulePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_schedule_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_schedule_page_new (LimberStore *store, LimberClock *clock)
{
  LimberSchedulePage *self = g_object_new (LIMBER_TYPE_SCHEDULE_PAGE, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  show_date (self, limber_clock_today (clock));
  return GTK_WIDGET (self);
}
