/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-overview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "pages/clients/record-history.h"
#include "pages/clients/record-map.h"
#include "services/wording/wording.h"
#include "widgets/trend-chart.h"
#include "widgets/wrap-box.h"

/* More visits than anybody scrolls through; the Sessions tab has them all. */
#define VISITS_SHOWN 30
#define TREND_POINTS 12
#define CREEPS_SHOWN 6

struct _LimberRecordOverview {
  GtkWidget parent_instance;

  GtkWidget *box;
  LimberRecordMap *map;
  GtkScrolledWindow *scroller;
  GtkWidget *trend_card;
  GtkLabel *trend_title;
  GtkLabel *trend_subtitle;
  LimberTrendChart *trend;
  GtkWidget *creep_strip;
  GtkOrientable *creep_words;
  AdwBin *creep_bin;
  GtkLabel *visits_count;
  GtkBox *visits;

  const LimberClientFile *file;
  LimberBodyHistory *history;
  GPtrArray *trend_sessions; /* ids, as many as the chart has points */
  char *client_id;
  char *active_id;
  LimberArea area;
  LimberSide side;
};

G_DEFINE_FINAL_TYPE (LimberRecordOverview, limber_record_overview, GTK_TYPE_WIDGET)

static void limber_record_overview_choose (LimberRecordOverview *self, LimberArea area, LimberSide side);

static void
limber_record_overview_show_trend (LimberRecordOverview *self)
{
  g_autoptr (GArray) readings = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (LimberTrendPoint));
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->trend_card, self->area != LIMBER_AREA_NONE);
  if (self->area == LIMBER_AREA_NONE)
    return;
  g_ptr_array_set_size (self->trend_sessions, 0);
  readings = limber_body_history_readings (self->history, self->area, self->side);
  for (guint i = readings->len > TREND_POINTS ? readings->len - TREND_POINTS : 0; i < readings->len; i++)
    {
      const LimberBodyReading *reading = &g_array_index (readings, LimberBodyReading, i);
      LimberTrendPoint point = { reading->session->date, reading->before, reading->after, reading->unaware };

      g_array_append_val (points, point);
      g_ptr_array_add (self->trend_sessions, g_strdup (reading->session->base.id));
    }
  name = limber_wording_area (self->area, self->side);
  title = limber_capitalize (name);
  gtk_label_set_label (self->trend_title, title);
  gtk_label_set_label (self->trend_subtitle, limber_area_anatomical_name (self->area));
  gtk_widget_set_visible (GTK_WIDGET (self->trend), points->len > 0);
  limber_trend_chart_set_points (self->trend, (LimberTrendPoint *) (gpointer) points->data, points->len);
}

/* Creeping up */

typedef struct {
  LimberRecordOverview *overview;
  LimberArea area;
  LimberSide side;
} CreepTarget;

static void
limber_record_overview_creep_cb (GtkButton *button, CreepTarget *target)
{
  limber_record_overview_choose (target->overview, target->area, target->side);
}

static GtkWidget *
limber_record_overview_creep_button (LimberRecordOverview *self, const LimberBodyCreep *creep)
{
  g_autofree char *text = limber_wording_creep (creep->area, creep->side, &creep->creep);
  GtkWidget *button = gtk_button_new_with_label (text);
  CreepTarget *target = g_new0 (CreepTarget, 1);

  *target = (CreepTarget) { self, creep->area, creep->side };
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "creep");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_tooltip_text (button, _("Show its trend"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (limber_record_overview_creep_cb), target,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  return button;
}

static void
limber_record_overview_show_creeping (LimberRecordOverview *self)
{
  g_autoptr (GArray) creeps = limber_body_history_creeping (self->history);
  GtkWidget *box = limber_wrap_box_new (4, 2);

  for (guint i = 0; i < MIN (creeps->len, CREEPS_SHOWN); i++)
    limber_wrap_box_append (LIMBER_WRAP_BOX (box), limber_record_overview_creep_button (
                                                     self, &g_array_index (creeps, LimberBodyCreep, i)));
  adw_bin_set_child (self->creep_bin, box);
  gtk_widget_set_visible (self->creep_strip, creeps->len > 0);
}

/* The history */

static void
limber_record_overview_reveal (LimberRecordOverview *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *content = gtk_widget_get_first_child (gtk_scrolled_window_get_child (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, content, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* The chosen visit stands out and is scrolled to; @focus takes the focus there, too. */
static void
limber_record_overview_show_active (LimberRecordOverview *self, gboolean focus)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->visits)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean active = self->active_id != NULL && g_strcmp0 (gtk_widget_get_name (row), self->active_id) == 0;

      if (active)
        gtk_widget_add_css_class (row, "active");
      else
        gtk_widget_remove_css_class (row, "active");
      /* Tab need not stop at every visit. */
      gtk_widget_set_focusable (row, active);
      if (active)
        limber_record_overview_reveal (self, row);
      if (active && focus)
        gtk_widget_grab_focus (row);
    }
}

static void
limber_record_overview_activate_visit (LimberRecordOverview *self, const char *session_id, gboolean focus)
{
  char *copy = g_strdup (session_id);

  g_free (self->active_id);
  self->active_id = copy;
  limber_record_overview_show_active (self, focus);
}

static void
limber_record_overview_show_visits (LimberRecordOverview *self)
{
  guint shown = 0, found = 0;
  g_autofree char *count = NULL;

  limber_record_clear (self->visits);
  for (guint i = 0; i < self->file->sessions->len; i++)
    {
      const LimberSession *session = self->file->sessions->pdata[i];

      if (!limber_record_visit_has_area (self->file, session, self->area, self->side))
        continue;
      found++;
      if (shown++ < VISITS_SHOWN)
        gtk_box_append (self->visits, limber_record_visit (self->file, session, self->area, self->side));
    }
  limber_record_overview_show_active (self, FALSE);
  count = g_strdup_printf (ngettext ("%u session", "%u sessions", found), found);
  gtk_label_set_label (self->visits_count, count);
  if (found == 0)
    {
      GtkWidget *label = gtk_label_new (self->area == LIMBER_AREA_NONE
                                          ? _("The first session will stand here.")
                                          : _("Nothing was found here so far."));

      gtk_widget_add_css_class (label, "limber-dim");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->visits, label);
    }
}

static void
limber_record_overview_choose (LimberRecordOverview *self, LimberArea area, LimberSide side)
{
  gboolean same = area == self->area && side == self->side;

  if (self->file == NULL)
    return;
  /* A second click lets go. */
  self->area = same ? LIMBER_AREA_NONE : area;
  self->side = same ? LIMBER_SIDE_NONE : side;
  limber_record_map_set_selected (self->map, self->area, self->side);
  limber_record_overview_show_trend (self);
  limber_record_overview_show_visits (self);
}

static void
limber_record_overview_area_cb (LimberRecordOverview *self, int area, int side)
{
  limber_record_overview_choose (self, area, side);
}

static void
limber_record_overview_close_cb (LimberRecordOverview *self)
{
  limber_record_overview_choose (self, self->area, self->side);
}

static void
limber_record_overview_point_cb (LimberRecordOverview *self, guint index)
{
  g_return_if_fail (index < self->trend_sessions->len);
  limber_record_overview_activate_visit (self, g_ptr_array_index (self->trend_sessions, index), TRUE);
}

static void
limber_record_overview_travelled_cb (LimberRecordOverview *self, const char *session_id)
{
  limber_record_overview_activate_visit (self, session_id, FALSE);
}

static void
limber_record_overview_dispose (GObject *object)
{
  LimberRecordOverview *self = LIMBER_RECORD_OVERVIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->history, limber_body_history_free);
  g_clear_pointer (&self->trend_sessions, g_ptr_array_unref);
  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->active_id, g_free);
  G_OBJECT_CLASS (limber_record_overview_parent_class)->dispose (object);
}

static void
limber_record_overview_class_init (LimberRecordOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_record_overview_dispose;
  g_type_ensure (LIMBER_TYPE_RECORD_MAP);
  g_type_ensure (LIMBER_TYPE_TREND_CHART);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/record-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, box);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, map);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, scroller);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, trend_card);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, trend_title);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, trend_subtitle);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, trend);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, creep_strip);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, creep_words);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, creep_bin);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, visits_count);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, visits);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_overview_area_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_overview_close_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_overview_point_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_overview_travelled_cb);
}

static void
limber_record_overview_init (LimberRecordOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->trend_sessions = g_ptr_array_new_with_free_func (g_free);
}

/** limber_record_overview_new: the body with its last known tension, beside the history. */
GtkWidget *
limber_record_overview_new (void)
{
  return g_object_new (LIMBER_TYPE_RECORD_OVERVIEW, NULL);
}

/** limber_record_overview_set_file: @file must live until the next call. */
void
limber_record_overview_set_file (LimberRecordOverview *self, const LimberClientFile *file)
{
  g_return_if_fail (LIMBER_IS_RECORD_OVERVIEW (self));

  self->file = file;
  g_clear_pointer (&self->history, limber_body_history_free);
  self->history = limber_body_history_new (file->sessions, file->findings);
  if (g_strcmp0 (self->client_id, file->client->base.id) != 0)
    {
      g_free (self->client_id);
      self->client_id = g_strdup (file->client->base.id);
      g_clear_pointer (&self->active_id, g_free);
      self->area = LIMBER_AREA_NONE;
      self->side = LIMBER_SIDE_NONE;
    }
  limber_record_map_set_history (self->map, file, self->history);
  limber_record_map_set_selected (self->map, self->area, self->side);
  limber_record_overview_show_trend (self);
  limber_record_overview_show_creeping (self);
  limber_record_overview_show_visits (self);
}

void
limber_record_overview_set_width (LimberRecordOverview *self, LimberWidth width)
{
  g_return_if_fail (LIMBER_IS_RECORD_OVERVIEW (self));

  limber_record_map_set_width (self->map, width);
  gtk_orientable_set_orientation (self->creep_words, width == LIMBER_WIDTH_SMALL ? GTK_ORIENTATION_VERTICAL
                                                                                 : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->trend_subtitle), width == LIMBER_WIDTH_WIDE);
}
