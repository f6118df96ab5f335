/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/schedule-page.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "pages/parts/print-sheet.h"
#include "pages/schedule/schedule-menu.h"
#include "pages/schedule/schedule-mover.h"
#include "pages/schedule/schedule-notice.h"
#include "pages/schedule/schedule-paper.h"
#include "pages/schedule/schedule-sheet.h"
#include "pages/schedule/schedule-side.h"
#include "pages/schedule/schedule-words.h"
#include "services/week.h"
#include "services/wording/wording-date.h"
#include "widgets/adaptive-bin.h"
#include "widgets/draw-text.h"
#include "widgets/feedback.h"
#include "widgets/time-grid/time-grid.h"
#include "widgets/widget-name.h"

#define TICK_SECONDS 15
#define ZOOM_STEP 1.25
#define SIDE_WIDE 318
#define SIDE_NARROW 268
#define LARGE_TEXT 1.5

struct _LimberSchedulePage {
  AdwBin parent_instance;

  LimberStore *store;
  LimberClock *clock;
  LimberScheduleView view;
  LimberScheduleFacts *facts;
  LimberScheduleSheet *sheet;
  LimberScheduleMover *mover;
  LimberScheduleMenu *menu;
  GCancellable *cancellable;
  guint tick;
  gboolean updating;
  gboolean side_wanted; /* who is due stands beside a day */
  gboolean side_chosen; /* because a person said so */
  gboolean wants_now;   /* the next sheet is scrolled to the present moment, and the cursor put there */
  gboolean wants_focus; /* the cursor takes the focus as soon as there is something to put it on */

  GtkWidget *adaptive;
  GtkWidget *today_button;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *title;
  GtkWidget *race;
  GtkWidget *race_label;
  GtkWidget *therapist;
  GtkWidget *day_toggle;
  GtkWidget *week_toggle;
  GtkWidget *stack;
  GtkWidget *overlay;
  GtkWidget *grid;
  GtkWidget *hint;
  GtkWidget *side_slot;
  GtkWidget *side;
  GtkWidget *notice;
};

enum {
  PROP_CANCELLED = 1,
  PROP_STATUS_COLORS,
  PROP_SIDE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LimberSchedulePage, limber_schedule_page, ADW_TYPE_BIN)

static LimberTimeGrid *
grid_of (LimberSchedulePage *self)
{
  return LIMBER_TIME_GRID (self->grid);
}

static gboolean
is_wide (LimberSchedulePage *self)
{
  return limber_adaptive_bin_get_width_class (LIMBER_ADAPTIVE_BIN (self->adaptive)) == LIMBER_WIDTH_WIDE;
}

static void
show_title (LimberSchedulePage *self)
{
  gboolean narrow = !is_wide (self);
  g_autofree char *text = NULL;
  g_autofree char *race = NULL;

  if (self->view.week)
    text = limber_schedule_words_week (limber_schedule_view_from (&self->view), limber_schedule_view_to (&self->view), narrow);
  else
    text = narrow ? limber_wording_day (self->view.date) : limber_wording_long_day (self->view.date);
  if (self->facts != NULL && !self->view.week)
    race = limber_schedule_words_next_race (self->facts, MAX (self->view.date, limber_clock_today (self->clock)));
  gtk_label_set_label (GTK_LABEL (self->title), text);
  gtk_label_set_label (GTK_LABEL (self->race_label), race != NULL && !narrow ? race : "");
  gtk_widget_set_opacity (self->race, race != NULL && !narrow ? 1 : 0);
  gtk_widget_set_tooltip_text (self->race, race);
}

static void
show_now (LimberSchedulePage *self)
{
  LimberDate today = limber_clock_today (self->clock);
  gboolean shown = today >= limber_schedule_view_from (&self->view) && today <= limber_schedule_view_to (&self->view);

  limber_time_grid_set_now (grid_of (self), shown ? limber_clock_minute (self->clock) : -1);
}

static void
show_cursor (LimberSchedulePage *self)
{
  gboolean inside;
  guint column;
  int minute;

  inside = limber_time_grid_get_cursor (grid_of (self), &column, &minute) || self->wants_focus;
  if (self->wants_now)
    {
      minute = limber_clock_minute (self->clock) / LIMBER_TIME_STEP * LIMBER_TIME_STEP;
      if (self->view.week)
        column = (guint) (limber_clock_today (self->clock) - limber_schedule_view_from (&self->view));
      limber_time_grid_scroll_to (grid_of (self), minute);
      limber_time_grid_set_cursor (grid_of (self), column, minute);
    }
  if (inside && (self->wants_now || self->wants_focus))
    limber_time_grid_focus (grid_of (self), column, minute);
  self->wants_now = self->wants_focus = FALSE;
}

static void
show_sheet (LimberSchedulePage *self)
{
  g_autoptr (LimberScheduleSheet) before = g_steal_pointer (&self->sheet);
  guint n_appointments;

  self->view.narrow = !is_wide (self);
  self->sheet = limber_schedule_sheet_new (self->facts, &self->view, self->clock);
  n_appointments = self->sheet->blocks->len;
  if (!self->view.week)
    limber_schedule_side_add_ghosts (LIMBER_SCHEDULE_SIDE (self->side), self->sheet);
  limber_schedule_mover_set_facts (self->mover, self->facts, self->sheet);
  limber_time_grid_set_columns (grid_of (self), self->sheet->columns, self->sheet->first, self->sheet->last);
  limber_time_grid_set_blocks (grid_of (self), self->sheet->blocks);
  show_now (self);
  gtk_label_set_label (GTK_LABEL (self->hint),
                       limber_schedule_sheet_is_open (self->sheet)
                           ? _("Nothing is booked here yet. Click or drag on free time, or press N.")
                           : _("Nobody works at this time. Press N to book on another day."));
  gtk_widget_set_visible (self->hint, n_appointments == 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->facts->staff->len > 0 ? "grid" : "empty");
  show_cursor (self);
}

static void
show_therapists (LimberSchedulePage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("Everybody"));
  for (guint i = 0; i < self->facts->staff->len; i++)
    {
      const LimberScheduleStaff *staff = self->facts->staff->pdata[i];

      gtk_string_list_append (names, staff->name);
      if (g_strcmp0 (staff->id, self->view.staff_id) == 0)
        selected = i + 1;
    }
  if (selected == 0)
    g_clear_pointer (&self->view.staff_id, g_free);
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->therapist), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->therapist), selected);
  self->updating = FALSE;
  gtk_widget_set_visible (self->therapist, self->view.week && self->facts->staff->len > 1);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberScheduleFacts) facts = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberSchedulePage *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  limber_schedule_mover_set_facts (self->mover, NULL, NULL);
  g_clear_pointer (&self->facts, limber_schedule_facts_free);
  self->facts = g_steal_pointer (&facts);
  show_therapists (self);
  show_title (self);
  show_sheet (self);
}

static void
reload (LimberSchedulePage *self)
{
  LimberDate from = limber_schedule_view_from (&self->view), to = limber_schedule_view_to (&self->view);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  limber_store_read_async (
      self->store, limber_schedule_facts_load,
      limber_schedule_query_new (from, to, limber_clock_today (self->clock), limber_clock_zone (self->clock)),
      (GDestroyNotify) limber_schedule_query_free, (GDestroyNotify) limber_schedule_facts_free, self->cancellable, on_loaded,
      self);
}

static void
on_changed (LimberSchedulePage *self, guint topics)
{
  if (topics & (LIMBER_TOPIC_APPOINTMENT | LIMBER_TOPIC_WORKING_TIME | LIMBER_TOPIC_STAFF | LIMBER_TOPIC_CLIENT
                | LIMBER_TOPIC_RACE | LIMBER_TOPIC_SESSION | LIMBER_TOPIC_HEALTH | LIMBER_TOPIC_SETTINGS))
    reload (self);
}

static void
name_steps (LimberSchedulePage *self)
{
  const char *back = self->view.week ? _("Previous week") : _("Previous day");
  const char *on = self->view.week ? _("Next week") : _("Next day");
  g_autofree char *back_tip = g_strdup_printf (_("%s (Page Up)"), back);
  g_autofree char *on_tip = g_strdup_printf (_("%s (Page Down)"), on);

  limber_widget_name (self->previous, back);
  limber_widget_name (self->next, on);
  gtk_widget_set_tooltip_text (self->previous, back_tip);
  gtk_widget_set_tooltip_text (self->next, on_tip);
}

/* Large text in a narrow window leaves no room beside the day, unless a person asks for it. */
static void
show_side (LimberSchedulePage *self)
{
  gboolean large = limber_text_zoom (GTK_WIDGET (self)) >= LARGE_TEXT;
  gboolean shown = self->side_chosen ? self->side_wanted : is_wide (self) || !large;

  gtk_widget_set_visible (self->side_slot, !self->view.week && shown);
  if (self->side_wanted == shown)
    return;
  self->side_wanted = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

/* What is shown has another shape or other days. */
static void
show_view (LimberSchedulePage *self)
{
  limber_time_grid_put_back (grid_of (self));
  show_side (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->day_toggle), !self->view.week);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->week_toggle), self->view.week);
  limber_schedule_side_set_days (LIMBER_SCHEDULE_SIDE (self->side), limber_schedule_view_from (&self->view),
                                 limber_schedule_view_to (&self->view));
  name_steps (self);
  show_title (self);
  reload (self);
}

static void
go_today (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);

  self->view.date = limber_clock_today (self->clock);
  self->wants_now = TRUE;
  show_view (self);
}

static void
go (LimberSchedulePage *self, int by)
{
  self->view.date += by * (self->view.week ? 7 : 1);
  show_view (self);
}

static void
go_by (GtkWidget *widget, const char *name, GVariant *target)
{
  go (LIMBER_SCHEDULE_PAGE (widget), g_variant_get_int32 (target));
}

/* The cursor of a day stands on that day in its week; what was a day has therapists beside each other. */
static void
show_week (LimberSchedulePage *self, gboolean week)
{
  guint column;
  int minute;

  limber_time_grid_get_cursor (grid_of (self), &column, &minute);
  if (week != self->view.week)
    limber_time_grid_set_cursor (grid_of (self), week ? (guint) (self->view.date - limber_week_start (self->view.date)) : 0,
                                 minute);
  self->view.week = week;
  show_view (self);
}

static void
set_view (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);

  show_week (self, g_str_equal (g_variant_get_string (target, NULL), "week"));
}

static void
zoom (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);
  int by = g_variant_get_int32 (target);
  double now = limber_time_grid_get_zoom (grid_of (self));

  limber_time_grid_set_zoom (grid_of (self), by == 0 ? 1 : by > 0 ? now * ZOOM_STEP : now / ZOOM_STEP);
}

static void
book_with (LimberSchedulePage *self, const char *client, const char *staff, LimberDate date, int from, int minutes)
{
  LimberDate today = limber_clock_today (self->clock);
  g_autofree char *iso = limber_date_to_iso (MAX (date, today));
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  if (client != NULL)
    g_variant_dict_insert (&dict, "client", "s", client);
  if (staff != NULL)
    g_variant_dict_insert (&dict, "staff", "s", staff);
  if (from >= 0)
    g_variant_dict_insert (&dict, "start", "x", limber_date_at_minute (date, from, limber_clock_zone (self->clock)));
  else
    g_variant_dict_insert (&dict, "date", "s", iso);
  if (minutes > 0)
    g_variant_dict_insert (&dict, "minutes", "i", minutes);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.book", "@a{sv}", g_variant_dict_end (&dict));
}

/* N books where the cursor is; with the focus elsewhere, on the day shown. */
static void
book (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);
  guint column;
  int minute;

  if (self->sheet != NULL && limber_time_grid_get_cursor (grid_of (self), &column, &minute))
    book_with (self, NULL, limber_schedule_sheet_staff (self->sheet, column), limber_schedule_sheet_date (self->sheet, column),
               minute, 0);
  else
    book_with (self, NULL, NULL, self->view.date, -1, 0);
}

static void
on_create (LimberSchedulePage *self, guint column, int from, int to)
{
  if (self->sheet == NULL)
    return;
  book_with (self, NULL, limber_schedule_sheet_staff (self->sheet, column), limber_schedule_sheet_date (self->sheet, column),
             from, to - from);
  limber_time_grid_put_back (grid_of (self));
}

static void
on_column (LimberSchedulePage *self, guint column)
{
  if (self->sheet == NULL)
    return;
  if (!self->view.week)
    {
      book_with (self, NULL, limber_schedule_sheet_staff (self->sheet, column), self->view.date, -1, 0);
      return;
    }
  self->view.date = limber_schedule_sheet_date (self->sheet, column);
  show_week (self, FALSE);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, LimberSchedulePage *self)
{
  guint column;
  int minute;

  if (self->sheet == NULL || !limber_time_grid_locate (grid_of (self), x, y, &column, &minute))
    return FALSE;
  book_with (self, g_value_get_string (value), limber_schedule_sheet_staff (self->sheet, column),
             limber_schedule_sheet_date (self->sheet, column), minute, 0);
  return TRUE;
}

static void
on_menu (LimberSchedulePage *self, const char *id)
{
  const LimberScheduleItem *item = self->facts != NULL ? limber_schedule_facts_find (self->facts, id) : NULL;
  GtkWidget *block = limber_time_grid_find (grid_of (self), id);

  if (item != NULL && block != NULL)
    limber_schedule_menu_popup (self->menu, item, block);
}

static void
on_cancel (LimberSchedulePage *self, const char *id)
{
  const LimberScheduleItem *item = self->facts != NULL ? limber_schedule_facts_find (self->facts, id) : NULL;

  if (item != NULL)
    limber_schedule_menu_cancel (self->menu, item);
}

static void
on_block (LimberSchedulePage *self, const char *id)
{
  GVariant *ghost = limber_schedule_side_book_args (LIMBER_SCHEDULE_SIDE (self->side), id);

  if (ghost != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.book", "@a{sv}", ghost);
  else
    on_menu (self, id);
}

static void
on_ghosts (LimberSchedulePage *self)
{
  if (self->facts != NULL && !self->view.week)
    show_sheet (self);
}

static void
on_therapist (LimberSchedulePage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->therapist));

  if (self->updating || self->facts == NULL)
    return;
  g_clear_pointer (&self->view.staff_id, g_free);
  if (selected > 0 && selected <= self->facts->staff->len)
    self->view.staff_id = g_strdup (((LimberScheduleStaff *) self->facts->staff->pdata[selected - 1])->id);
  show_sheet (self);
}

static void
on_width (LimberSchedulePage *self)
{
  gtk_widget_set_size_request (self->side_slot, is_wide (self) ? SIDE_WIDE : SIDE_NARROW, -1);
  limber_schedule_side_set_narrow (LIMBER_SCHEDULE_SIDE (self->side), !is_wide (self));
  show_side (self);
  show_title (self);
  if (self->facts != NULL)
    show_sheet (self);
}

static gboolean
on_tick (gpointer data)
{
  LimberSchedulePage *self = data;

  if (self->facts != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_now (self);
  return G_SOURCE_CONTINUE;
}

static gboolean *
find_choice (LimberSchedulePage *self, guint id)
{
  return id == PROP_CANCELLED ? &self->view.cancelled : id == PROP_SIDE ? &self->side_wanted : &self->view.status_colors;
}

static void
limber_schedule_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, *find_choice (LIMBER_SCHEDULE_PAGE (object), id));
}

static void
limber_schedule_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (object);
  gboolean *choice = find_choice (self, id);

  if (*choice == g_value_get_boolean (value))
    return;
  *choice = g_value_get_boolean (value);
  if (id == PROP_SIDE)
    {
      self->side_chosen = TRUE;
      show_side (self);
    }
  else if (self->facts != NULL)
    show_sheet (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
limber_schedule_page_dispose (GObject *object)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->mover != NULL)
    g_object_run_dispose (G_OBJECT (self->mover));
  g_clear_object (&self->mover);
  if (self->menu != NULL)
    g_object_run_dispose (G_OBJECT (self->menu));
  g_clear_object (&self->menu);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_schedule_page_parent_class)->dispose (object);
}

static void
limber_schedule_page_finalize (GObject *object)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (object);

  g_clear_pointer (&self->facts, limber_schedule_facts_free);
  g_clear_pointer (&self->sheet, limber_schedule_sheet_free);
  g_free (self->view.staff_id);
  G_OBJECT_CLASS (limber_schedule_page_parent_class)->finalize (object);
}

static void
limber_schedule_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (limber_schedule_page_parent_class)->size_allocate (widget, width, height, baseline);
  limber_schedule_menu_present (LIMBER_SCHEDULE_PAGE (widget)->menu);
}

/* Arrows walk through time at once. */
static gboolean
limber_schedule_page_grab_focus (GtkWidget *widget)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);

  self->wants_focus = TRUE;
  if (self->sheet != NULL)
    show_cursor (self);
  return TRUE;
}

/* Escape that nothing else wanted closes what the notice told. */
static gboolean
close_notice (GtkWidget *widget, GVariant *args, gpointer data)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);

  if (!gtk_widget_get_visible (self->notice))
    return FALSE;
  limber_schedule_notice_hide (LIMBER_SCHEDULE_NOTICE (self->notice));
  return TRUE;
}

/* Letters and steps work wherever the focus is on the page's window, but for where text is typed: entries take them first. */
static void
add_shortcuts (LimberSchedulePage *self)
{
  static const struct {
    const char *keys;
    const char *action;
  } all[] = {
    { "t", "schedule.today" },
    { "n", "schedule.book" },
    { "d", "schedule.view::day" },
    { "w", "schedule.view::week" },
    { "F9", "schedule.side" },
    { "Page_Up", "schedule.go(-1)" },
    { "Page_Down", "schedule.go(1)" },
    { "<Control>plus|<Control>equal|<Control>KP_Add", "schedule.zoom(1)" },
    { "<Control>minus|<Control>KP_Subtract", "schedule.zoom(-1)" },
    { "<Control>0|<Control>KP_0", "schedule.zoom(0)" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcut *shortcut;

      g_action_parse_detailed_name (all[i].action, &name, &target, NULL);
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (all[i].keys), gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Paper */

static void
print (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);

  if (self->facts != NULL)
    limber_print_sheet (widget, limber_schedule_paper_new (self->facts, &self->view, self->clock));
}

static void
save_pdf (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);

  if (self->facts != NULL)
    limber_print_sheet_save (widget, limber_schedule_paper_new (self->facts, &self->view, self->clock));
}

static void
copy_text (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSchedulePage *self = LIMBER_SCHEDULE_PAGE (widget);
  g_autoptr (LimberSheet) sheet = NULL;

  if (self->facts == NULL)
    return;
  sheet = limber_schedule_paper_new (self->facts, &self->view, self->clock);
  limber_print_sheet_copy (widget, sheet);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "schedule.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "schedule.save-pdf", NULL, save_pdf);
  gtk_widget_class_install_action (widget_class, "schedule.copy-text", NULL, copy_text);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_notice, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "schedule.print", NULL);
  gtk_widget_class_install_action (widget_class, "schedule.today", NULL, go_today);
  gtk_widget_class_install_action (widget_class, "schedule.go", "i", go_by);
  gtk_widget_class_install_action (widget_class, "schedule.view", "s", set_view);
  gtk_widget_class_install_action (widget_class, "schedule.zoom", "i", zoom);
  gtk_widget_class_install_property_action (widget_class, "schedule.cancelled", "cancelled");
  gtk_widget_class_install_action (widget_class, "schedule.book", NULL, book);
  gtk_widget_class_install_property_action (widget_class, "schedule.status-colors", "status-colors");
  gtk_widget_class_install_property_action (widget_class, "schedule.side", "side");
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, today_button);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, previous);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, next);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, title);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, race);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, race_label);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, therapist);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, day_toggle);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, week_toggle);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, overlay);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, grid);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, hint);
  gtk_widget_class_bind_template_child (widget_class, LimberSchedulePage, side_slot);
}

static void
limber_schedule_page_class_init (LimberSchedulePageClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_schedule_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_schedule_page_finalize;
  G_OBJECT_CLASS (klass)->get_property = limber_schedule_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = limber_schedule_page_set_property;
  /** LimberSchedulePage:cancelled: whether cancelled appointments are shown. */
  properties[PROP_CANCELLED] = g_param_spec_boolean ("cancelled", NULL, NULL, FALSE, flags);
  /** LimberSchedulePage:status-colors: whether colours tell the status of an appointment instead of its therapist. */
  properties[PROP_STATUS_COLORS] = g_param_spec_boolean ("status-colors", NULL, NULL, FALSE, flags);
  /** LimberSchedulePage:side: whether who is due stands beside a day. */
  properties[PROP_SIDE] = g_param_spec_boolean ("side", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->size_allocate = limber_schedule_page_size_allocate;
  widget_class->grab_focus = limber_schedule_page_grab_focus;
  g_type_ensure (LIMBER_TYPE_ADAPTIVE_BIN);
  g_type_ensure (LIMBER_TYPE_TIME_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/schedule-page.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
limber_schedule_page_init (LimberSchedulePage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->adaptive, "notify::width-class", G_CALLBACK (on_width), self);
  g_signal_connect_swapped (self->therapist, "notify::selected", G_CALLBACK (on_therapist), self);
  g_signal_connect_swapped (self->grid, "block-activated", G_CALLBACK (on_block), self);
  g_signal_connect_swapped (self->grid, "menu-requested", G_CALLBACK (on_menu), self);
  g_signal_connect_swapped (self->grid, "create-requested", G_CALLBACK (on_create), self);
  g_signal_connect_swapped (self->grid, "column-activated", G_CALLBACK (on_column), self);
  g_signal_connect_swapped (self->grid, "step-requested", G_CALLBACK (go), self);
  g_signal_connect_swapped (self->grid, "cancel-requested", G_CALLBACK (on_cancel), self);
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (drop));
  add_shortcuts (self);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

static void
build (LimberSchedulePage *self)
{
  self->menu = limber_schedule_menu_new (GTK_WIDGET (self), self->store);
  self->notice = limber_schedule_notice_new (self->clock);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->notice);
  self->side = limber_schedule_side_new (self->store, self->clock);
  g_signal_connect_object (self->side, "changed", G_CALLBACK (on_ghosts), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->side_slot), self->side);
  gtk_widget_set_hexpand (self->side_slot, FALSE);
  gtk_widget_set_size_request (self->side_slot, SIDE_WIDE, -1);
  self->mover = limber_schedule_mover_new (self->store, self->clock, grid_of (self), LIMBER_SCHEDULE_NOTICE (self->notice));
}

/** limber_schedule_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_schedule_page_new (LimberStore *store, LimberClock *clock)
{
  LimberSchedulePage *self = g_object_new (LIMBER_TYPE_SCHEDULE_PAGE, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->view.date = limber_clock_today (clock);
  self->wants_now = TRUE;
  self->view.staff_id = g_strdup (limber_store_actor_id (store));
  build (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  show_view (self);
  return GTK_WIDGET (self);
}
