/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "widgets/draw-text.h"
#include "widgets/race-picture-private.h"
#include "widgets/verdict-chip.h"

#define LABELS 92.
#define RIGHT 12.
#define HEAD 26.
#define VISITS 30.
#define DEEP 54.
#define LIGHT 30.
#define GAP 6.
#define PAST 96.
#define AXIS 40.
#define ICON 14.
#define SCORE_MAX 10.

/* Where things stand for one drawing. */
typedef struct {
  LimberRacePicture *self;
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  cairo_t *cr;
  double zoom;
  double visits;
  double deep;
  double light;
  double past;
  double axis;
} Drawing;

static const struct {
  const char *band;
  const char *text;
} colours[] = {
  [LIMBER_VERDICT_NONE] = { NULL, "limber_dim" },
  [LIMBER_VERDICT_IDEAL] = { "limber_band_ideal", "limber_ideal_fg" },
  [LIMBER_VERDICT_ACCEPTABLE] = { "limber_band_acceptable", "limber_acceptable_fg" },
  [LIMBER_VERDICT_CAUTION] = { "limber_band_caution", "limber_caution_fg" },
  [LIMBER_VERDICT_EARLY] = { "limber_band_early", "limber_early_fg" },
  [LIMBER_VERDICT_LIGHT_ONLY] = { "limber_band_light", "limber_light_fg" },
  [LIMBER_VERDICT_AVOID] = { "limber_band_avoid", "limber_avoid_fg" },
  [LIMBER_VERDICT_FINE] = { NULL, "limber_acceptable_fg" },
  [LIMBER_VERDICT_NORMAL] = { NULL, "limber_dim" },
};

static double
zoom_of (LimberRacePicture *self)
{
  return limber_text_zoom (GTK_WIDGET (self));
}

static double
past_height (LimberRacePicture *self)
{
  return self->pairs->len > 0 ? PAST + 2 * GAP : 0;
}

double
limber_race_picture_height (LimberRacePicture *self)
{
  return zoom_of (self) * (HEAD + VISITS + DEEP + LIGHT + AXIS) + 3 * GAP + past_height (self);
}

static double
left_of (LimberRacePicture *self)
{
  return LABELS * zoom_of (self);
}

static double
day_width (LimberRacePicture *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - left_of (self) - RIGHT;

  return width / MAX (self->days->len, 1);
}

static gboolean
is_rtl (LimberRacePicture *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
mirror (LimberRacePicture *self, double x)
{
  return is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

/* The beginning of a day, on the side from which one reads. */
static double
x_of (LimberRacePicture *self, double index)
{
  return mirror (self, left_of (self) + index * day_width (self));
}

static double
x_of_date (LimberRacePicture *self, LimberDate date)
{
  return x_of (self, limber_race_picture_index_of (self, date) + .5);
}

/** limber_race_picture_index_at: Returns: the day at @x; −1 beside the days */
int
limber_race_picture_index_at (LimberRacePicture *self, double x)
{
  double index = (mirror (self, x) - left_of (self)) / day_width (self);

  return index < 0 || index >= self->days->len ? -1 : (int) index;
}

static gboolean
is_shown (LimberRacePicture *self, LimberDate date)
{
  int index = limber_race_picture_index_of (self, date);

  return date != LIMBER_DATE_NONE && index >= 0 && index < (int) self->days->len;
}

static void
text_at (Drawing *d, const char *text, double size, gboolean bold, const char *colour, double x, double y, double xalign)
{
  LimberTextStyle style = { .size = size, .bold = bold, .colour = limber_palette_get (d->widget, colour) };

  limber_draw_text (d->widget, d->cr, text, &style, x, y, is_rtl (d->self) ? 1 - xalign : xalign);
}

static void
rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
hatch (Drawing *d, double x, double y, double width, double height)
{
  cairo_save (d->cr);
  rounded (d->cr, x, y, width, height, 6);
  cairo_clip (d->cr);
  cairo_set_source_rgba (d->cr, 1, 1, 1, .22);
  cairo_set_line_width (d->cr, 1.5);
  for (double from = x - height; from < x + width; from += 8)
    {
      cairo_move_to (d->cr, from, y + height);
      cairo_line_to (d->cr, from + height, y);
    }
  cairo_stroke (d->cr);
  cairo_restore (d->cr);
}

static void
fill_band (Drawing *d, LimberVerdict verdict, double x, double y, double width, double height)
{
  GdkRGBA colour = limber_palette_get (d->widget, colours[verdict].band != NULL ? colours[verdict].band : colours[verdict].text);

  rounded (d->cr, x + .5, y + .5, width - 1, height - 1, 6);
  limber_cairo_set_rgba (d->cr, &colour, colours[verdict].band != NULL ? 1 : verdict == LIMBER_VERDICT_FINE ? .08 : .1);
  cairo_fill_preserve (d->cr);
  if (verdict == LIMBER_VERDICT_FINE)
    {
      limber_cairo_set_rgba (d->cr, &colour, .6);
      cairo_set_line_width (d->cr, 1);
      cairo_stroke (d->cr);
    }
  cairo_new_path (d->cr);
  if (verdict == LIMBER_VERDICT_AVOID)
    hatch (d, x, y, width, height);
}

static void
icon_at (Drawing *d, const char *name, const char *colour, double size, double x, double y)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (d->widget));
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA rgba = limber_palette_get (d->widget, colour);

  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, (int) size, gtk_widget_get_scale_factor (d->widget),
                                     gtk_widget_get_direction (d->widget), 0);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT ((float) (x - size / 2), (float) (y - size / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), d->snapshot, size, size, &rgba, 1);
  gtk_snapshot_restore (d->snapshot);
}

/* The word where it fits, under the icon in a high lane, beside it in a low one; else the icon alone. */
static void
label_band (Drawing *d, LimberVerdict verdict, double x, double y, double width, double height)
{
  const char *icon = limber_verdict_icon_name (limber_verdict_id (verdict));
  const char *word = d->self->words != NULL ? d->self->words[verdict] : "";
  const char *colour = colours[verdict].text;
  LimberTextStyle style = { .size = 11, .bold = TRUE, .colour = limber_palette_get (d->widget, colour) };
  double length = limber_measure_text (d->widget, word, &style);
  gboolean high = height > 40 * d->zoom;
  gboolean fits = high ? length + 8 < width : length + ICON + 14 < width;

  if (width < ICON)
    return;
  if (!fits)
    icon_at (d, icon, colour, ICON, x + width / 2, y + height / 2);
  else if (high)
    {
      icon_at (d, icon, colour, ICON, x + width / 2, y + height * .3);
      limber_draw_text (d->widget, d->cr, word, &style, x + width / 2, y + height * .72, .5);
    }
  else if (verdict != LIMBER_VERDICT_NORMAL)
    {
      double start = x + (width - length - ICON - 5) / 2;

      icon_at (d, icon, colour, ICON, is_rtl (d->self) ? start + length + 5 + ICON / 2 : start + ICON / 2, y + height / 2);
      limber_draw_text (d->widget, d->cr, word, &style, is_rtl (d->self) ? start : start + ICON + 5, y + height / 2, 0);
    }
}

typedef void (*BandFunc) (Drawing *d, LimberVerdict verdict, double x, double y, double width, double height);

/* Days with the same verdict are one band. */
static void
each_band (Drawing *d, gboolean deep, BandFunc func)
{
  double y = deep ? d->deep : d->light, height = (deep ? DEEP : LIGHT) * d->zoom;

  for (guint from = 0, to; from < d->self->days->len; from = to)
    {
      const LimberPictureDay *day = limber_race_picture_day (d->self, from);
      LimberVerdict verdict = deep ? day->deep : day->light;
      double start, end;

      for (to = from + 1; to < d->self->days->len; to++)
        {
          const LimberPictureDay *next = limber_race_picture_day (d->self, to);

          if ((deep ? next->deep : next->light) != verdict)
            break;
        }
      start = x_of (d->self, from);
      end = x_of (d->self, to);
      func (d, verdict, MIN (start, end) + 1, y, ABS (end - start) - 2, height);
    }
}

static void
vertical (Drawing *d, double x, double from, double to, const char *colour, gboolean dashed)
{
  const double dashes[] = { 3, 3 };
  GdkRGBA rgba = limber_palette_get (d->widget, colour);

  limber_cairo_set_rgba (d->cr, &rgba, 1);
  cairo_set_line_width (d->cr, dashed ? 1 : 2);
  cairo_set_dash (d->cr, dashes, dashed ? 2 : 0, 0);
  cairo_move_to (d->cr, x, from);
  cairo_line_to (d->cr, x, to);
  cairo_stroke (d->cr);
  cairo_set_dash (d->cr, NULL, 0, 0);
}

/* Heads that would touch give way by alignment: what comes first is left of its line. */
static void
draw_lines (Drawing *d)
{
  LimberRacePicture *self = d->self;
  double y = HEAD * d->zoom / 2, top = HEAD * d->zoom - 4;
  double race = x_of_date (self, self->first);
  g_autofree char *day = limber_format_day (self->first, C_ ("weekday and date", "%a %-e %b"));
  /* Translators: the head over the line of the race day */
  g_autofree char *head = g_strdup_printf (_ ("Race, %s"), day);

  if (is_shown (self, self->last_hard))
    {
      double x = x_of_date (self, self->last_hard);

      vertical (d, x, top, d->axis, "limber_dim", TRUE);
      icon_at (d, "limber-thunderbolt-symbolic", "limber_dim", 12, x, y);
      text_at (d, _ ("last hard workout"), 11, FALSE, "limber_dim", x + (is_rtl (self) ? -10 : 10), y, 0);
    }
  if (is_shown (self, self->today))
    {
      double x = x_of_date (self, self->today);

      vertical (d, x, top, d->axis, "limber_now", FALSE);
      text_at (d, _ ("Today"), 12, TRUE, "limber_now", x, y, self->today - self->first > -2 && self->today <= self->first ? 1 : .5);
    }
  vertical (d, race, top, d->axis, "window_fg_color", FALSE);
  icon_at (d, "emoji-flags-symbolic", "window_fg_color", 14, race + (is_rtl (self) ? -8 : 8), y);
  text_at (d, head, 12, TRUE, "window_fg_color", race + (is_rtl (self) ? -18 : 18), y, 0);
}

/* The line of the race or of today may run behind: the words stand on the colour of the card. */
static void
draw_visit_text (Drawing *d, const char *text, double x, double y)
{
  LimberTextStyle style = { .size = 11, .colour = limber_palette_get (d->widget, "window_fg_color") };
  GdkRGBA card = limber_palette_get (d->widget, "limber_pill_bg");
  double width = limber_measure_text (d->widget, text, &style), height = style.size * 1.4 * d->zoom;
  double left = is_rtl (d->self) ? x - 12 - width : x + 12;

  limber_cairo_set_rgba (d->cr, &card, 1);
  cairo_rectangle (d->cr, left - 2, y - height / 2, width + 4, height);
  cairo_fill (d->cr);
  limber_draw_text (d->widget, d->cr, text, &style, left, y, 0);
}

static void
draw_visit (Drawing *d, const LimberPictureVisit *visit)
{
  double x = x_of_date (d->self, visit->date), y = d->visits + VISITS * d->zoom / 2;
  GdkRGBA ink = limber_palette_get (d->widget, "window_fg_color");
  GdkRGBA card = limber_palette_get (d->widget, "limber_pill_bg");

  /* A text that was drawn before leaves a point behind. */
  cairo_new_path (d->cr);
  cairo_arc (d->cr, x, y, 7, 0, 2 * G_PI);
  limber_cairo_set_rgba (d->cr, &card, 1);
  cairo_fill_preserve (d->cr);
  limber_cairo_set_rgba (d->cr, &ink, 1);
  cairo_set_line_width (d->cr, 2);
  cairo_stroke (d->cr);
  if (visit->done)
    {
      cairo_arc (d->cr, x, y, 3.5, 0, 2 * G_PI);
      cairo_fill (d->cr);
    }
  if (visit->text != NULL)
    draw_visit_text (d, visit->text, x, y);
}

static double
y_of_score (Drawing *d, double score)
{
  return d->past + PAST * (1 - score / SCORE_MAX);
}

static void
draw_diamond (Drawing *d, const LimberRacePair *pair)
{
  double x = x_of_date (d->self, d->self->first - pair->lead);
  double y = y_of_score (d, (pair->legs + pair->confidence) / 2);
  GdkRGBA colour = limber_palette_get (d->widget, pair->lead == d->self->sweet_spot ? "limber_better" : "limber_dim");

  cairo_move_to (d->cr, x, y - 6);
  cairo_line_to (d->cr, x + 6, y);
  cairo_line_to (d->cr, x, y + 6);
  cairo_line_to (d->cr, x - 6, y);
  cairo_close_path (d->cr);
  limber_cairo_set_rgba (d->cr, &colour, 1);
  cairo_fill (d->cr);
}

static void
draw_past (Drawing *d)
{
  LimberRacePicture *self = d->self;
  GdkRGBA line = limber_palette_get (d->widget, "window_fg_color");
  double end = x_of_date (self, self->first);

  if (self->pairs->len == 0)
    return;
  if (self->sweet_spot > 0)
    {
      GdkRGBA spot = limber_palette_get (d->widget, "limber_band_ideal");
      double x = x_of_date (self, self->first - self->sweet_spot), half = day_width (self) / 2;

      limber_cairo_set_rgba (d->cr, &spot, .3);
      rounded (d->cr, x - half, d->past - 4, 2 * half, PAST + 8, 5);
      cairo_fill (d->cr);
    }
  for (int score = 0; score <= (int) SCORE_MAX; score += 5)
    {
      g_autofree char *text = g_strdup_printf ("%d", score);

      limber_cairo_set_rgba (d->cr, &line, .12);
      cairo_set_line_width (d->cr, 1);
      cairo_move_to (d->cr, x_of (self, 0), y_of_score (d, score));
      cairo_line_to (d->cr, end, y_of_score (d, score));
      cairo_stroke (d->cr);
      text_at (d, text, 10.5, FALSE, "limber_dim", end + (is_rtl (self) ? -8 : 8), y_of_score (d, score), 0);
    }
  for (guint i = 0; i < self->pairs->len; i++)
    if (is_shown (self, self->first - g_array_index (self->pairs, LimberRacePair, i).lead))
      draw_diamond (d, &g_array_index (self->pairs, LimberRacePair, i));
}

static void
draw_axis (Drawing *d)
{
  LimberRacePicture *self = d->self;
  double y = d->axis + 10 * d->zoom;

  for (guint i = 0; i < self->days->len; i++)
    {
      const LimberPictureDay *day = limber_race_picture_day (self, i);
      int offset = day->date <= self->first ? day->date - self->first : MAX (0, day->date - self->last);
      gboolean week = offset % 7 == 0 && (offset != 0 || day->date == self->first);
      g_autofree char *number = g_strdup_printf (LIMBER_LRM "%s%d", offset < 0 ? "−" : "", ABS (offset));
      g_autofree char *date = limber_format_day (day->date, C_ ("short date", "%-e %b"));

      if (week || day_width (self) > 20 * d->zoom)
        text_at (d, number, week ? 12 : 10.5, week, week ? "window_fg_color" : "limber_dim", x_of (self, i + .5), y, .5);
      if (week)
        text_at (d, date, 10.5, FALSE, "limber_dim", x_of (self, i + .5), y + 16 * d->zoom, .5);
    }
}

static void
draw_names (Drawing *d)
{
  double x = mirror (d->self, left_of (d->self) - 12);

  text_at (d, _ ("Visits"), 12, TRUE, "window_fg_color", x, d->visits + VISITS * d->zoom / 2, 1);
  text_at (d, _ ("Deep work"), 12, TRUE, "window_fg_color", x, d->deep + DEEP * d->zoom / 2, 1);
  text_at (d, _ ("Light work"), 12, TRUE, "window_fg_color", x, d->light + LIGHT * d->zoom / 2, 1);
  if (d->self->pairs->len > 0)
    text_at (d, _ ("Past races"), 11, FALSE, "limber_dim", x, d->past + PAST / 2, 1);
}

static void
draw_cursor (Drawing *d)
{
  GdkRGBA accent = limber_palette_get (d->widget, "accent_color");
  double start = x_of (d->self, d->self->cursor), end = x_of (d->self, d->self->cursor + 1);

  cairo_new_path (d->cr);
  rounded (d->cr, MIN (start, end), d->visits, ABS (end - start), d->light + LIGHT * d->zoom - d->visits + 2, 6);
  limber_cairo_set_rgba (d->cr, &accent, gtk_widget_has_focus (d->widget) ? 1 : .55);
  cairo_set_line_width (d->cr, gtk_widget_has_focus (d->widget) ? 2.5 : 1.5);
  cairo_stroke (d->cr);
}

static cairo_t *
layer_new (Drawing *d)
{
  double width = gtk_widget_get_width (d->widget), height = gtk_widget_get_height (d->widget);

  return gtk_snapshot_append_cairo (d->snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

void
limber_race_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberRacePicture *self = LIMBER_RACE_PICTURE (widget);
  Drawing d = { self, widget, snapshot, NULL, zoom_of (self), 0, 0, 0, 0, 0 };

  if (self->days->len == 0)
    return;
  d.visits = HEAD * d.zoom;
  d.deep = d.visits + VISITS * d.zoom;
  d.light = d.deep + DEEP * d.zoom + GAP;
  d.past = d.light + LIGHT * d.zoom + 2 * GAP;
  d.axis = d.light + LIGHT * d.zoom + 2 * GAP + past_height (self);
  d.cr = layer_new (&d);
  each_band (&d, TRUE, fill_band);
  each_band (&d, FALSE, fill_band);
  draw_past (&d);
  draw_names (&d);
  draw_axis (&d);
  cairo_destroy (d.cr);
  /* Icons are nodes of their own: what stands above the bands is a second layer. */
  d.cr = layer_new (&d);
  draw_lines (&d);
  each_band (&d, TRUE, label_band);
  each_band (&d, FALSE, label_band);
  for (guint i = 0; i < self->visits->len; i++)
    if (is_shown (self, g_array_index (self->visits, LimberPictureVisit, i).date))
      draw_visit (&d, &g_array_index (self->visits, LimberPictureVisit, i));
  draw_cursor (&d);
  cairo_destroy (d.cr);
}
