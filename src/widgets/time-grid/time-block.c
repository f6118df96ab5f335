/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One appointment in a time grid. It is a button, so that it has a focus, a name and an accessible action, but
 * draws itself: a week has a hundred of them, and re-texting one costs three lines of text, not a tree of widgets.
 * The grid keeps a pool of these and hands them other values. */
#include "widgets/time-grid/time-block.h"

#include "widgets/draw-text.h"
#include "widgets/palette.h"
#include "widgets/time-grid/time-ink.h"
#include "widgets/verdict-chip.h"
#include "widgets/widget-name.h"

#define RADIUS 7
#define BAR 4
#define PAD 8
#define TITLE_SIZE 13.5
#define DETAIL_SIZE 12.5
#define SMALL_SIZE 11.5
#define ICON 12
/* Less height than this has room for one line only; less width than this for the verdict's icon only. */
#define ONE_LINE_BELOW 42
#define COMPACT_BELOW 200
#define TINY_BELOW 84

struct _LimberTimeBlockButton {
  GtkButton parent_instance;
  const LimberTimeBlock *block; /* borrowed from the grid */
  PangoLayout *title;
  PangoLayout *detail;
  PangoLayout *time;
  PangoLayout *race;
  PangoLayout *word;
  double tail;    /* pixels of turnover at the bottom */
  double elapsed; /* share that is over, while it runs */
};

G_DEFINE_FINAL_TYPE (LimberTimeBlockButton, limber_time_block_button, GTK_TYPE_BUTTON)

/* The inks of one look. */
typedef struct {
  GdkRGBA tint;
  GdkRGBA line;
  GdkRGBA bar;
  GdkRGBA title;
  GdkRGBA detail;
} Inks;

static void
clear_layouts (LimberTimeBlockButton *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->detail);
  g_clear_object (&self->time);
  g_clear_object (&self->race);
  g_clear_object (&self->word);
}

static PangoLayout *
layout_of (LimberTimeBlockButton *self, PangoLayout **kept, const char *text, double size, gboolean bold)
{
  if (*kept == NULL && text != NULL && *text != '\0')
    *kept = limber_ink_layout (GTK_WIDGET (self), text, size, bold);
  return *kept;
}

static double
natural_width (PangoLayout *layout)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 1;
}

static double
line_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static Inks
choose_inks (LimberTimeBlockButton *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA own = limber_ink_block (widget, self->block->color);
  GdkRGBA text = limber_palette_get (widget, "window_fg_color");
  GdkRGBA dim = limber_palette_get (widget, "limber_dim");
  GdkRGBA accent = limber_palette_get (widget, "accent_color");
  GdkRGBA on_accent = limber_palette_get (widget, "accent_fg_color");
  double strong = limber_ink_is_high_contrast () ? 1 : .35;

  switch (self->block->look)
    {
    case LIMBER_TIME_LOOK_DONE:
      return (Inks) { limber_ink_faded (&own, .07), limber_ink_faded (&own, strong), limber_ink_faded (&own, .5), dim, dim };
    case LIMBER_TIME_LOOK_RUNNING:
      return (Inks) { limber_palette_get (widget, "accent_bg_color"), limber_palette_get (widget, "accent_bg_color"),
                      limber_ink_faded (&on_accent, .5), on_accent, on_accent };
    case LIMBER_TIME_LOOK_GHOST:
      return (Inks) { limber_ink_faded (&accent, .08), accent, accent, accent, accent };
    default:
      return (Inks) { limber_ink_faded (&own, limber_ink_is_dark () ? .26 : .17), limber_ink_faded (&own, strong), own,
                      text, dim };
    }
}

/* The edge where reading starts, mirrored from right to left. */
static double
mirror (LimberTimeBlockButton *self, double x, double width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return x;
  return gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
}

/* A band of the block, cut to its outline. */
static void
fill_band (cairo_t *cr, const graphene_rect_t *area, double x, double y, double width, double height, const GdkRGBA *ink)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  limber_ink_trace (cr, area, RADIUS);
  limber_cairo_set_rgba (cr, ink, 1);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_ground (LimberTimeBlockButton *self, cairo_t *cr, const Inks *inks, const graphene_rect_t *area)
{
  GdkRGBA ground = limber_palette_get (GTK_WIDGET (self), "view_bg_color");
  GdkRGBA tint = self->block->look == LIMBER_TIME_LOOK_GHOST ? inks->tint : limber_ink_mix (&ground, &inks->tint);
  double width = area->size.width, height = area->size.height;

  limber_ink_trace (cr, area, RADIUS);
  limber_cairo_set_rgba (cr, &tint, 1);
  cairo_fill (cr);
  if (self->block->look == LIMBER_TIME_LOOK_RUNNING)
    {
      GdkRGBA shade = { 0, 0, 0, .2f };

      fill_band (cr, area, 0, 0, width, (int) (height * self->elapsed), &shade);
    }
  if (self->block->look != LIMBER_TIME_LOOK_GHOST)
    fill_band (cr, area, mirror (self, 0, BAR), 0, BAR, height, &inks->bar);
  if (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_PRELIGHT)
    {
      GdkRGBA glow = limber_ink_faded (&inks->title, .06);

      fill_band (cr, area, 0, 0, width, height, &glow);
    }
}

static void
draw_frame (LimberTimeBlockButton *self, cairo_t *cr, const Inks *inks, const graphene_rect_t *area)
{
  const double dashes[] = { 5, 3.5 };
  gboolean ringed = gtk_widget_has_visible_focus (GTK_WIDGET (self)) || self->block->look == LIMBER_TIME_LOOK_LIFTED;
  gboolean ghost = self->block->look == LIMBER_TIME_LOOK_GHOST && !ringed;
  double line = ringed ? 2.5 : ghost ? 1.6 : 1;
  GdkRGBA ink = inks->line;
  graphene_rect_t inner;

  if (ringed)
    ink = self->block->look == LIMBER_TIME_LOOK_RUNNING ? inks->title : limber_palette_get (GTK_WIDGET (self), "accent_color");
  graphene_rect_inset_r (area, (float) line / 2, (float) line / 2, &inner);
  limber_ink_trace (cr, &inner, RADIUS);
  limber_cairo_set_rgba (cr, &ink, 1);
  cairo_set_line_width (cr, line);
  if (ghost)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
}

static void
draw_tail (LimberTimeBlockButton *self, cairo_t *cr, double width, double height)
{
  GdkRGBA own = limber_ink_block (GTK_WIDGET (self), self->block->color);
  GdkRGBA ground = limber_palette_get (GTK_WIDGET (self), "view_bg_color");
  GdkRGBA tint = limber_ink_faded (&own, .07);
  GdkRGBA line = limber_ink_faded (&own, self->block->look == LIMBER_TIME_LOOK_DONE ? .28 : .42);
  graphene_rect_t area = GRAPHENE_RECT_INIT (1, (float) height + 1, (float) width - 2, (float) self->tail - 2);

  if (area.size.height < 2 || self->block->look == LIMBER_TIME_LOOK_GHOST)
    return;
  tint = limber_ink_mix (&ground, &tint);
  limber_ink_hatch (cr, &area, 4, 5, &tint, &line);
}

static void
draw_shape (LimberTimeBlockButton *self, GtkSnapshot *snapshot, const Inks *inks, double width, double height)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) (height + self->tail));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &whole);

  draw_tail (self, cr, width, height);
  draw_ground (self, cr, inks, &area);
  draw_frame (self, cr, inks, &area);
  cairo_destroy (cr);
}

/* Returns: the width that the chip takes. */
static double
draw_chip (LimberTimeBlockButton *self, GtkSnapshot *snapshot, double width, double top, gboolean compact)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *id = g_strcmp0 (self->block->verdict, "light-only") == 0 ? "light" : self->block->verdict;
  g_autofree char *ground_name = g_strdup_printf ("limber_%s_bg", id);
  g_autofree char *text_name = g_strdup_printf ("limber_%s_fg", id);
  PangoLayout *word = layout_of (self, &self->word, self->block->word, SMALL_SIZE, TRUE);
  double zoom = limber_text_zoom (widget);
  double high = 19 * zoom, icon = ICON * zoom;
  double text = compact || word == NULL ? 0 : natural_width (word);
  double wide = text > 0 ? text + icon + 15 : high;
  double x = mirror (self, width - wide - 5, wide);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) top, (float) wide, (float) high);
  GdkRGBA ground, ink, edge = limber_palette_get (widget, "view_bg_color");
  double inset = text > 0 ? 6 : (wide - icon) / 2;

  if (g_str_equal (id, "fine"))
    {
      ground = limber_palette_get (widget, "limber_acceptable_bg");
      ink = limber_palette_get (widget, "limber_acceptable_fg");
    }
  else
    {
      ground = limber_palette_get (widget, ground_name);
      ink = limber_palette_get (widget, text_name);
    }
  limber_ink_fill (snapshot, &area, high / 2, &ground);
  limber_ink_border (snapshot, &area, high / 2, 1.5, limber_ink_is_high_contrast () ? &ink : &edge);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      limber_ink_icon (widget, snapshot, limber_verdict_icon_name (self->block->verdict), x + wide - inset - icon,
                       top + (high - icon) / 2, icon, &ink);
      if (text > 0)
        limber_ink_text (snapshot, word, x + 7, top + (high - line_height (word)) / 2, text, &ink);
    }
  else
    {
      limber_ink_icon (widget, snapshot, limber_verdict_icon_name (self->block->verdict), x + inset,
                       top + (high - icon) / 2, icon, &ink);
      if (text > 0)
        limber_ink_text (snapshot, word, x + inset + icon + 3, top + (high - line_height (word)) / 2, text, &ink);
    }
  return wide + 8;
}

static void
draw_race (LimberTimeBlockButton *self, GtkSnapshot *snapshot, const Inks *inks, double width, double height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoLayout *race = layout_of (self, &self->race, self->block->race, SMALL_SIZE, TRUE);
  double icon = ICON * limber_text_zoom (widget);
  double text, wide, y;

  if (race == NULL)
    return;
  text = natural_width (race);
  wide = self->block->look == LIMBER_TIME_LOOK_GHOST ? text : text + icon + 4;
  y = height - line_height (race) - 4;
  if (wide + 2 * PAD > width)
    return;
  limber_ink_text (snapshot, race, mirror (self, width - text - PAD, text), y, text, &inks->detail);
  if (self->block->look != LIMBER_TIME_LOOK_GHOST)
    limber_ink_icon (widget, snapshot, "emoji-flags-symbolic", mirror (self, width - wide - PAD, icon),
                     y + (line_height (race) - icon) / 2, icon, &inks->detail);
}

static double
draw_status (LimberTimeBlockButton *self, GtkSnapshot *snapshot, const Inks *inks, double x, double y, double line)
{
  double icon = ICON * limber_text_zoom (GTK_WIDGET (self));

  if (self->block->icon == NULL)
    return 0;
  limber_ink_icon (GTK_WIDGET (self), snapshot, self->block->icon, mirror (self, x, icon), y + (line - icon) / 2, icon,
                   &inks->detail);
  return icon + 5;
}

static void
draw_part (LimberTimeBlockButton *self, GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, double room,
           const GdkRGBA *ink)
{
  if (layout != NULL && room >= 12)
    limber_ink_text (snapshot, layout, mirror (self, x, (int) room), y, room, ink);
}

static void
draw_one_line (LimberTimeBlockButton *self, GtkSnapshot *snapshot, const Inks *inks, double width, double height)
{
  const LimberTimeBlock *block = self->block;
  gboolean compact = width < COMPACT_BELOW * limber_text_zoom (GTK_WIDGET (self));
  PangoLayout *title = layout_of (self, &self->title, block->title, TITLE_SIZE, TRUE);
  PangoLayout *time = compact ? layout_of (self, &self->time, block->time, DETAIL_SIZE, FALSE)
                              : layout_of (self, &self->detail, block->detail, DETAIL_SIZE, FALSE);
  double x = BAR + PAD, room, wide;
  double line = title != NULL ? line_height (title) : 0;
  double y = (height - line) / 2;

  width -= 4;
  if (block->verdict != NULL && width >= TINY_BELOW)
    width -= draw_chip (self, snapshot, width + 4, (height - 19 * limber_text_zoom (GTK_WIDGET (self))) / 2, compact);
  if (width >= TINY_BELOW)
    x += draw_status (self, snapshot, inks, x, y, line);
  if (title == NULL)
    return;
  room = width - x;
  wide = MIN (natural_width (title), room);
  draw_part (self, snapshot, title, x, y, wide, &inks->title);
  if (block->look == LIMBER_TIME_LOOK_GHOST)
    draw_race (self, snapshot, inks, width, height / 2 + line / 2 + 2);
  else if (time != NULL && natural_width (time) <= room - wide - 9)
    draw_part (self, snapshot, time, x + wide + 9, (height - line_height (time)) / 2, room - wide - 9, &inks->detail);
}

static void
draw_two_lines (LimberTimeBlockButton *self, GtkSnapshot *snapshot, const Inks *inks, double width, double height)
{
  const LimberTimeBlock *block = self->block;
  gboolean compact = width < COMPACT_BELOW * limber_text_zoom (GTK_WIDGET (self));
  PangoLayout *title = layout_of (self, &self->title, block->title, TITLE_SIZE, TRUE);
  PangoLayout *detail = compact ? layout_of (self, &self->time, block->time, DETAIL_SIZE, FALSE)
                                : layout_of (self, &self->detail, block->detail, DETAIL_SIZE, FALSE);
  double x = BAR + PAD, y = 6, chip = 0;

  if (block->verdict != NULL && width >= TINY_BELOW)
    chip = draw_chip (self, snapshot, width, 4, compact);
  draw_part (self, snapshot, title, x, y, width - x - MAX (chip, 4), &inks->title);
  y += title != NULL ? line_height (title) - 1 : 0;
  if (detail != NULL)
    {
      if (width >= TINY_BELOW)
        x += draw_status (self, snapshot, inks, x, y, line_height (detail));
      draw_part (self, snapshot, detail, x, y, width - x - 4, &inks->detail);
      y += line_height (detail);
    }
  if (block->race != NULL && height - y >= -2 && width >= TINY_BELOW)
    draw_race (self, snapshot, inks, width, height);
}

static void
limber_time_block_button_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberTimeBlockButton *self = LIMBER_TIME_BLOCK_BUTTON (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget) - self->tail;
  Inks inks;

  if (self->block == NULL || width < 1 || height < 1)
    return;
  inks = choose_inks (self);
  draw_shape (self, snapshot, &inks, width, height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (height < ONE_LINE_BELOW * limber_text_zoom (widget))
    draw_one_line (self, snapshot, &inks, width, height);
  else
    draw_two_lines (self, snapshot, &inks, width, height);
  gtk_snapshot_pop (snapshot);
}

static void
limber_time_block_button_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GTK_WIDGET_CLASS (limber_time_block_button_parent_class)->state_flags_changed (widget, before);
  gtk_widget_queue_draw (widget);
}

static void
limber_time_block_button_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (limber_time_block_button_parent_class)->css_changed (widget, change);
  clear_layouts (LIMBER_TIME_BLOCK_BUTTON (widget));
  gtk_widget_queue_draw (widget);
}

static void
limber_time_block_button_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (limber_time_block_button_parent_class)->system_setting_changed (widget, setting);
  clear_layouts (LIMBER_TIME_BLOCK_BUTTON (widget));
  gtk_widget_queue_draw (widget);
}

static void
limber_time_block_button_dispose (GObject *object)
{
  clear_layouts (LIMBER_TIME_BLOCK_BUTTON (object));
  G_OBJECT_CLASS (limber_time_block_button_parent_class)->dispose (object);
}

static void
limber_time_block_button_class_init (LimberTimeBlockButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_time_block_button_dispose;
  widget_class->snapshot = limber_time_block_button_snapshot;
  widget_class->state_flags_changed = limber_time_block_button_state_flags_changed;
  widget_class->css_changed = limber_time_block_button_css_changed;
  widget_class->system_setting_changed = limber_time_block_button_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "timeblock");
}

static void
limber_time_block_button_init (LimberTimeBlockButton *self)
{
}

GtkWidget *
limber_time_block_button_new (void)
{
  return g_object_new (LIMBER_TYPE_TIME_BLOCK_BUTTON, NULL);
}

/**
 * limber_time_block_button_set:
 * @block: (nullable): must live as long as it is shown; %NULL hides the button
 */
void
limber_time_block_button_set (LimberTimeBlockButton *self, const LimberTimeBlock *block)
{
  g_return_if_fail (LIMBER_IS_TIME_BLOCK_BUTTON (self));

  self->block = block;
  clear_layouts (self);
  gtk_widget_set_visible (GTK_WIDGET (self), block != NULL);
  if (block == NULL)
    return;
  limber_widget_name (GTK_WIDGET (self), block->name != NULL ? block->name : block->title);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** limber_time_block_button_get: Returns: (nullable) (transfer none): what it shows. */
const LimberTimeBlock *
limber_time_block_button_get (LimberTimeBlockButton *self)
{
  return self->block;
}

/** limber_time_block_button_place: @tail in pixels of its height, @elapsed a share of the rest: 0 to 1. */
void
limber_time_block_button_place (LimberTimeBlockButton *self, double tail, double elapsed)
{
  if (self->tail == tail && self->elapsed == elapsed)
    return;
  self->tail = tail;
  self->elapsed = elapsed;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
