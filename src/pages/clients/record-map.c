/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: the map card of a client's record. It shows the body as it is now, as it was after an earlier visit (the
 * slider has a step for each), or how often each area was ever found. `position` counts the visits that have taken
 * place; all of them is now, and now stays now when a visit is added. */
#include "pages/clients/record-map.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "pages/clients/map-picture.h"
#include "widgets/body/body-map.h"
#include "widgets/draw-text.h"

struct _LimberRecordMap {
  GtkWidget parent_instance;

  AdwClamp *clamp;
  GtkLabel *title;
  GtkLabel *date;
  GtkWidget *now;
  GtkToggleButton *open_travel;
  LimberBodyMap *map;
  GtkWidget *travel;
  GtkWidget *earlier;
  GtkWidget *later;
  GtkRange *scale;
  GtkToggleButton *all_time;

  const LimberClientFile *file;
  const LimberBodyHistory *history;
  char *client_id;
  char *visit_id; /* the visit travelled to; NULL is now */
  gboolean updating;
  LimberWidth width;
};

enum {
  SIGNAL_AREA_ACTIVATED,
  SIGNAL_TRAVELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberRecordMap, limber_record_map, GTK_TYPE_WIDGET)

static guint
limber_record_map_n_visits (LimberRecordMap *self)
{
  return self->history != NULL ? limber_body_history_get_n_visits (self->history) : 0;
}

/* How many visits have taken place at the moment that is shown. */
static guint
limber_record_map_position (LimberRecordMap *self)
{
  guint n = limber_record_map_n_visits (self);

  for (guint i = 0; self->visit_id != NULL && i < n; i++)
    if (g_str_equal (limber_body_history_get_visit (self->history, i)->base.id, self->visit_id))
      return i + 1;
  return n;
}

static gboolean
limber_record_map_is_now (LimberRecordMap *self)
{
  return limber_record_map_position (self) == limber_record_map_n_visits (self) &&
         !gtk_toggle_button_get_active (self->all_time);
}

static void
limber_record_map_show_marks (LimberRecordMap *self, guint position)
{
  g_autoptr (GArray) states = limber_body_history_as_of (self->history, position);
  g_autofree LimberBodyMark *marks = g_new0 (LimberBodyMark, states->len + 1);

  for (guint i = 0; i < states->len; i++)
    {
      const LimberBodyState *state = &g_array_index (states, LimberBodyState, i);

      marks[i].area = state->finding->area;
      marks[i].side = state->finding->side;
      marks[i].type = state->finding->type;
      marks[i].severity = limber_finding_last_severity (state->finding);
      marks[i].unaware = state->finding->unaware;
      marks[i].trend = state->trend;
    }
  limber_body_map_set_marks (self->map, marks, states->len);
}

static void
limber_record_map_show_tally (LimberRecordMap *self)
{
  g_autoptr (GArray) tallies = limber_body_history_tally (self->history);
  g_autofree LimberBodyCount *counts = g_new0 (LimberBodyCount, tallies->len + 1);

  for (guint i = 0; i < tallies->len; i++)
    {
      const LimberBodyTally *tally = &g_array_index (tallies, LimberBodyTally, i);

      counts[i] = (LimberBodyCount) { tally->area, tally->side, tally->visits };
    }
  limber_body_map_set_counts (self->map, counts, tallies->len);
}

static void
limber_record_map_show_forbidden (LimberRecordMap *self, LimberDate date)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, TRUE, sizeof (LimberBodySpot));

  for (guint i = 0; i < self->file->health->len; i++)
    {
      const LimberHealthItem *item = g_ptr_array_index (self->file->health, i);
      LimberBodySpot spot = { item->area, item->side };

      if (limber_health_item_forbids_on (item, date))
        g_array_append_val (spots, spot);
    }
  limber_body_map_set_forbidden (self->map, (const LimberBodySpot *) (gpointer) spots->data, spots->len);
}

/* Words */

static char *
limber_record_map_when (LimberRecordMap *self, guint position)
{
  g_autofree char *date = NULL;

  if (position == 0)
    return g_strdup (_("no visit yet"));
  if (limber_record_map_is_now (self))
    date = limber_words_date_short (limber_body_history_get_visit (self->history, position - 1)->date);
  else
    date = limber_words_date_year (limber_body_history_get_visit (self->history, position - 1)->date);
  return g_strdup_printf (_("after %s"), date);
}

static void
limber_record_map_show_words (LimberRecordMap *self, guint position)
{
  gboolean all = gtk_toggle_button_get_active (self->all_time), now = limber_record_map_is_now (self);
  gboolean small = self->width == LIMBER_WIDTH_SMALL;
  guint n = limber_record_map_n_visits (self);
  g_autofree char *when = all ? g_strdup_printf (ngettext ("in %u visit", "in %u visits", n), n)
                              : limber_record_map_when (self, position);
  g_autofree char *step = g_strdup_printf (_("%s, visit %u of %u"), when, position, n);

  gtk_label_set_label (self->title, all ? _("All time") : now ? _("Tension now") : small ? when : _("Tension then"));
  gtk_label_set_label (self->date, when);
  gtk_widget_set_visible (GTK_WIDGET (self->date), !small);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), small);
  gtk_widget_set_visible (self->now, !now);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, step, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->scale), step);
}

static void
limber_record_map_show_travel (LimberRecordMap *self, guint position)
{
  guint n = limber_record_map_n_visits (self);

  self->updating = TRUE;
  gtk_range_set_range (self->scale, 1, MAX (n, 2));
  gtk_range_set_value (self->scale, position);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->open_travel), n > 1 && self->width != LIMBER_WIDTH_WIDE);
  gtk_widget_set_visible (self->travel, n > 1 && (self->width == LIMBER_WIDTH_WIDE ||
                                                  gtk_toggle_button_get_active (self->open_travel)));
  gtk_widget_set_sensitive (self->earlier, position > 1);
  gtk_widget_set_sensitive (self->later, position < n);
}

static void
limber_record_map_show (LimberRecordMap *self)
{
  guint position = limber_record_map_position (self);
  gboolean past = position < limber_record_map_n_visits (self);

  if (self->history == NULL)
    return;
  limber_record_map_show_travel (self, position);
  limber_record_map_show_forbidden (self, past ? limber_body_history_get_visit (self->history, position - 1)->date
                                               : self->file->today);
  if (gtk_toggle_button_get_active (self->all_time))
    limber_record_map_show_tally (self);
  else
    limber_record_map_show_marks (self, position);
  limber_record_map_show_words (self, position);
}

/* Travelling */

static void
limber_record_map_travel (LimberRecordMap *self, guint position)
{
  guint n = limber_record_map_n_visits (self);
  const LimberSession *visit = position >= 1 && position < n ? limber_body_history_get_visit (self->history, position - 1)
                                                             : NULL;

  g_free (self->visit_id);
  self->visit_id = visit != NULL ? g_strdup (visit->base.id) : NULL;
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->all_time, FALSE);
  self->updating = FALSE;
  limber_record_map_show (self);
  g_signal_emit (self, signals[SIGNAL_TRAVELLED], 0, self->visit_id);
}

static void
limber_record_map_scale_cb (LimberRecordMap *self)
{
  guint position = (guint) (gtk_range_get_value (self->scale) + .5);

  if (!self->updating && self->file != NULL)
    limber_record_map_travel (self, position);
}

static void
limber_record_map_earlier_cb (LimberRecordMap *self)
{
  limber_record_map_travel (self, limber_record_map_position (self) - 1);
}

static void
limber_record_map_later_cb (LimberRecordMap *self)
{
  limber_record_map_travel (self, limber_record_map_position (self) + 1);
}

static void
limber_record_map_now_cb (LimberRecordMap *self)
{
  gboolean focused = gtk_widget_has_focus (self->now);

  limber_record_map_travel (self, limber_record_map_n_visits (self));
  /* The button goes away: the focus must not go with it. */
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->scale));
}

static void
limber_record_map_all_time_cb (LimberRecordMap *self)
{
  if (self->updating || self->file == NULL)
    return;
  g_clear_pointer (&self->visit_id, g_free);
  limber_record_map_show (self);
  g_signal_emit (self, signals[SIGNAL_TRAVELLED], 0, NULL);
}

/* Where room is short the slider is put away, and with it the past. */
static void
limber_record_map_open_travel_cb (LimberRecordMap *self)
{
  if (self->file == NULL)
    return;
  if (gtk_toggle_button_get_active (self->open_travel) || limber_record_map_is_now (self))
    limber_record_map_show (self);
  else
    limber_record_map_travel (self, limber_record_map_n_visits (self));
}

/* As a picture */

static LimberBodyPicture *
limber_record_map_picture (LimberRecordMap *self)
{
  g_autofree char *subtitle = NULL;

  if (self->file == NULL)
    return NULL;
  subtitle = g_strdup_printf ("%s  ·  %s", gtk_label_get_label (self->title), gtk_label_get_label (self->date));
  return limber_body_picture_new (self->map, self->file->client->name, subtitle);
}

/* "Juniper Ashgrove 2026-09-09": sorts by client, then by the day that is shown. */
static char *
limber_record_map_file_name (LimberRecordMap *self)
{
  guint position = limber_record_map_position (self);
  LimberDate date = position > 0 ? limber_body_history_get_visit (self->history, position - 1)->date : self->file->today;
  g_autofree char *day = limber_date_to_iso (date);

  return g_strdup_printf ("%s %s", self->file->client->name, day);
}

static void
limber_record_map_picture_cb (GtkWidget *widget, const char *action, GVariant *target)
{
  LimberRecordMap *self = LIMBER_RECORD_MAP (widget);
  g_autoptr (LimberBodyPicture) picture = limber_record_map_picture (self);
  g_autofree char *name = NULL;

  if (picture == NULL)
    return;
  name = limber_record_map_file_name (self);
  if (g_str_equal (action, "map.copy"))
    limber_map_picture_copy (widget, picture);
  else if (g_str_equal (action, "map.save-png"))
    limber_map_picture_save (widget, picture, LIMBER_PICTURE_PNG, name);
  else if (g_str_equal (action, "map.save-svg"))
    limber_map_picture_save (widget, picture, LIMBER_PICTURE_SVG, name);
  else
    limber_map_picture_print (widget, picture, name);
}

static gboolean
limber_record_map_escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LimberRecordMap *self = LIMBER_RECORD_MAP (widget);

  if (limber_record_map_is_now (self))
    return FALSE;
  limber_record_map_now_cb (self);
  return TRUE;
}

static void
limber_record_map_area_cb (LimberRecordMap *self, int area, int side)
{
  g_signal_emit (self, signals[SIGNAL_AREA_ACTIVATED], 0, area, side);
}

static void
limber_record_map_dispose (GObject *object)
{
  LimberRecordMap *self = LIMBER_RECORD_MAP (object);

  g_clear_pointer ((GtkWidget **) &self->clamp, gtk_widget_unparent);
  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->visit_id, g_free);
  G_OBJECT_CLASS (limber_record_map_parent_class)->dispose (object);
}

static void
limber_record_map_class_init (LimberRecordMapClass *klass)
{
  static const char *const actions[] = { "map.copy", "map.save-png", "map.save-svg", "map.print" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_record_map_dispose;
  g_type_ensure (LIMBER_TYPE_BODY_MAP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, limber_record_map_picture_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, limber_record_map_escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/record-map.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, clamp);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, title);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, date);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, now);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, open_travel);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, map);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, travel);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, earlier);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, later);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, scale);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordMap, all_time);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_map_scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_map_earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_map_later_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_map_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_map_all_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_map_open_travel_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_map_area_cb);

  /** LimberRecordMap::area-activated: an area was chosen: LimberArea and LimberSide. */
  signals[SIGNAL_AREA_ACTIVATED] = g_signal_new ("area-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  /** LimberRecordMap::travelled: the map shows the body after that session; %NULL is now. */
  signals[SIGNAL_TRAVELLED] = g_signal_new ("travelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
limber_record_map_init (LimberRecordMap *self)
{
  self->width = LIMBER_WIDTH_WIDE;
  gtk_widget_init_template (GTK_WIDGET (self));
  limber_body_map_set_words (self->map, &limber_client_body_words);
}

/** limber_record_map_set_history: @file and @history (of that file) must live until the next call. */
void
limber_record_map_set_history (LimberRecordMap *self, const LimberClientFile *file, const LimberBodyHistory *history)
{
  gboolean other;

  g_return_if_fail (LIMBER_IS_RECORD_MAP (self));

  other = g_strcmp0 (self->client_id, file->client->base.id) != 0;
  self->file = file;
  self->history = history;
  if (other)
    {
      g_free (self->client_id);
      self->client_id = g_strdup (file->client->base.id);
      g_clear_pointer (&self->visit_id, g_free);
      self->updating = TRUE;
      gtk_toggle_button_set_active (self->all_time, FALSE);
      self->updating = FALSE;
    }
  limber_record_map_show (self);
  if (other)
    limber_body_map_turn_to_marks (self->map);
}

void
limber_record_map_set_selected (LimberRecordMap *self, LimberArea area, LimberSide side)
{
  g_return_if_fail (LIMBER_IS_RECORD_MAP (self));

  limber_body_map_set_selected (self->map, area, side);
}

/** limber_record_map_set_width: both views where there is room, else one with a switch. */
void
limber_record_map_set_width (LimberRecordMap *self, LimberWidth width)
{
  gboolean small = width == LIMBER_WIDTH_SMALL;
  int room = width == LIMBER_WIDTH_WIDE ? 536 : small ? 252 * MIN (1.2, MAX (1, limber_text_zoom (GTK_WIDGET (self)))) : 352;

  g_return_if_fail (LIMBER_IS_RECORD_MAP (self));

  self->width = width;
  adw_clamp_set_maximum_size (self->clamp, room);
  adw_clamp_set_tightening_threshold (self->clamp, room);
  gtk_widget_set_visible (self->earlier, !small);
  gtk_widget_set_visible (self->later, !small);
  limber_body_map_set_single_view (self->map, small);
  limber_body_map_set_legend (self->map, !small);
  limber_body_map_set_brief (self->map, width != LIMBER_WIDTH_WIDE);
  limber_record_map_show (self);
}
