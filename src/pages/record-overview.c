/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/record-overview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/client-words.h"
#include "pages/record-history.h"
#include "services/wording.h"
#include "widgets/body-map.h"
#include "widgets/trend-chart.h"

/* More visits than anybody scrolls through; the Sessions tab has them all. */
#define VISITS_SHOWN 30
#define TREND_POINTS 8

struct _LimberRecordOverview {
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwClamp *map_clamp;
  GtkLabel *map_date;
  LimberBodyMap *map;
  GtkWidget *trend_card;
  GtkLabel *trend_title;
  LimberTrendChart *trend;
  GtkLabel *visits_count;
  GtkBox *visits;

  const LimberClientFile *file;
  char *client_id;
  LimberArea area;
  LimberSide side;
};

G_DEFINE_FINAL_TYPE (LimberRecordOverview, limber_record_overview, GTK_TYPE_WIDGET)

static void
limber_record_overview_show_map (LimberRecordOverview *self)
{
  g_autoptr (GPtrArray) tension = limber_client_file_tension (self->file);
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (LimberBodyMark));
  const LimberSession *last = self->file->sessions->len > 0 ? self->file->sessions->pdata[0] : NULL;
  g_autofree char *date = last != NULL ? limber_words_date_short (last->date) : NULL;
  g_autofree char *text = last != NULL ? g_strdup_printf (_("after %s"), date) : g_strdup (_("no visit yet"));

  for (guint i = 0; i < tension->len; i++)
    {
      const LimberFinding *finding = tension->pdata[i];
      LimberBodyMark mark = { finding->area, finding->side, finding->type,
                              limber_finding_last_severity (finding), finding->unaware, FALSE };

      g_array_append_val (marks, mark);
    }
  limber_body_map_set_marks (self->map, (LimberBodyMark *) marks->data, marks->len);
  limber_body_map_set_selected (self->map, self->area, self->side);
  gtk_label_set_label (self->map_date, text);
}

static void
limber_record_overview_show_trend (LimberRecordOverview *self)
{
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (LimberTrendPoint));
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->trend_card, self->area != LIMBER_AREA_NONE);
  if (self->area == LIMBER_AREA_NONE)
    return;
  for (guint s = 0; s < self->file->sessions->len && points->len < TREND_POINTS; s++)
    {
      const LimberSession *session = self->file->sessions->pdata[s];
      LimberTrendPoint point = { session->date, -1, -1, FALSE };
      gboolean any = FALSE;

      for (guint f = 0; f < self->file->findings->len; f++)
        {
          const LimberFinding *finding = self->file->findings->pdata[f];

          if (g_strcmp0 (finding->session_id, session->base.id) != 0 || finding->area != self->area ||
              finding->side != self->side)
            continue;
          point.before = MAX (point.before, finding->severity_before);
          point.after = MAX (point.after, finding->severity_after);
          point.unaware |= finding->unaware;
          any = TRUE;
        }
      if (any)
        g_array_prepend_val (points, point);
    }
  name = limber_wording_area (self->area, self->side);
  title = limber_capitalize (name);
  gtk_label_set_label (self->trend_title, title);
  limber_trend_chart_set_points (self->trend, (LimberTrendPoint *) points->data, points->len);
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
  limber_body_map_set_selected (self->map, self->area, self->side);
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
limber_record_overview_dispose (GObject *object)
{
  LimberRecordOverview *self = LIMBER_RECORD_OVERVIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->client_id, g_free);
  G_OBJECT_CLASS (limber_record_overview_parent_class)->dispose (object);
}

static void
limber_record_overview_class_init (LimberRecordOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_record_overview_dispose;
  g_type_ensure (LIMBER_TYPE_BODY_MAP);
  g_type_ensure (LIMBER_TYPE_TREND_CHART);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/record-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, box);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, map_clamp);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, map_date);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, map);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, trend_card);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, trend_title);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, trend);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, visits_count);
  gtk_widget_class_bind_template_child (widget_class, LimberRecordOverview, visits);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_overview_area_cb);
  gtk_widget_class_bind_template_callback (widget_class, limber_record_overview_close_cb);
}

static void
limber_record_overview_init (LimberRecordOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  limber_body_map_set_words (self->map, &limber_client_body_words);
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
  if (g_strcmp0 (self->client_id, file->client->base.id) != 0)
    {
      g_free (self->client_id);
      self->client_id = g_strdup (file->client->base.id);
      self->area = LIMBER_AREA_NONE;
      self->side = LIMBER_SIDE_NONE;
    }
  limber_record_overview_show_map (self);
  limber_record_overview_show_trend (self);
  limber_record_overview_show_visits (self);
}

void
limber_record_overview_set_width (LimberRecordOverview *self, LimberWidth width)
{
  gboolean small = width == LIMBER_WIDTH_SMALL;
  int room = width == LIMBER_WIDTH_WIDE ? 536 : small ? 252 : 352;

  g_return_if_fail (LIMBER_IS_RECORD_OVERVIEW (self));

  adw_clamp_set_maximum_size (self->map_clamp, room);
  adw_clamp_set_tightening_threshold (self->map_clamp, room);
  gtk_widget_set_visible (GTK_WIDGET (self->map_date), !small);
  limber_body_map_set_single_view (self->map, small);
  limber_body_map_set_legend (self->map, !small);
}
