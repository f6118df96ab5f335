/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: a key in the search gives every line on the screen other words, within one frame. So a line is one widget
 * that draws everything itself: it has no children to restyle, measure and allocate, its height depends on the font
 * alone, and new words only need a new picture. */
#include "widgets/client-line.h"

#include <string.h>

#include "widgets/cadence-chip.h"
#include "widgets/cadence-ring.h"
#include "widgets/palette.h"

#define AVATAR 36
#define AVATAR_GAP 10
#define GAP 6
#define LINE_GAP 2
#define MARGIN 2
#define FLAG 12
#define FLAG_GAP 4
#define CHIP_HEIGHT 22
#define CHIP_RADIUS 6
#define CHIP_START 5
#define CHIP_END 7
#define CHIP_GAP 5
#define RING 16
#define ICON 14

typedef enum {
  PIECE_INITIALS,
  PIECE_NAME,
  PIECE_DETAIL,
  PIECE_RACE,
  PIECE_STATE,
  N_PIECES
} Piece;

static const struct {
  double scale;
  gboolean bold;
} looks[N_PIECES] = {
  [PIECE_INITIALS] = { 1, TRUE }, [PIECE_NAME] = { 1, TRUE },    [PIECE_DETAIL] = { .9, FALSE },
  [PIECE_RACE] = { .9, FALSE },     [PIECE_STATE] = { .84, TRUE },
};

typedef struct {
  char *texts[N_PIECES];
  PangoLayout *layouts[N_PIECES]; /* made when first drawn */
  char *state;
  double share;
} LimberClientLinePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (LimberClientLine, limber_client_line, GTK_TYPE_WIDGET)

static LimberClientLinePrivate *
get_private (LimberClientLine *self)
{
  return limber_client_line_get_instance_private (self);
}

/* Pieces of text */

static PangoLayout *
layout_of (LimberClientLine *self, Piece piece)
{
  LimberClientLinePrivate *priv = get_private (self);
  PangoAttrList *attributes;

  if (priv->layouts[piece] != NULL)
    return priv->layouts[piece];
  priv->layouts[piece] = gtk_widget_create_pango_layout (GTK_WIDGET (self), priv->texts[piece]);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (looks[piece].scale));
  if (looks[piece].bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (priv->layouts[piece], attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (priv->layouts[piece], TRUE);
  pango_layout_set_ellipsize (priv->layouts[piece], PANGO_ELLIPSIZE_END);
  return priv->layouts[piece];
}

static void
forget_layouts (LimberClientLine *self)
{
  for (Piece piece = 0; piece < N_PIECES; piece++)
    g_clear_object (&get_private (self)->layouts[piece]);
}

static void
set_text (LimberClientLine *self, Piece piece, const char *text)
{
  LimberClientLinePrivate *priv = get_private (self);

  if (g_strcmp0 (priv->texts[piece], text) == 0)
    return;
  g_free (priv->texts[piece]);
  priv->texts[piece] = g_strdup (text);
  if (priv->layouts[piece] != NULL)
    pango_layout_set_text (priv->layouts[piece], text != NULL ? text : "", -1);
}

/* The first letters of the first and the last word. */
static char *
initials_of (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_utf8_strup (name != NULL ? name : "", -1));
  const char *last = strrchr (stripped, ' ');
  GString *initials = g_string_new (NULL);

  if (*stripped != '\0')
    g_string_append_unichar (initials, g_utf8_get_char (stripped));
  if (last != NULL)
    g_string_append_unichar (initials, g_utf8_get_char (last + 1));
  return g_string_free (initials, FALSE);
}

/* Pixels of one line of text at its full size. */
static double
line_height (LimberClientLine *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  double height = (double) (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);
  return height / PANGO_SCALE;
}

static double
second_line_height (LimberClientLine *self)
{
  return MAX (CHIP_HEIGHT, line_height (self) * looks[PIECE_DETAIL].scale);
}

/* Drawing. Positions count from the side where reading begins. */

typedef struct {
  LimberClientLine *line;
  GtkSnapshot *snapshot;
  GdkRGBA text;
  GdkRGBA dim;
  double width;
  gboolean mirrored;
} Picture;

static double
left_of (const Picture *picture, double start, double width)
{
  return picture->mirrored ? picture->width - start - width : start;
}

static double
width_of (const Picture *picture, Piece piece)
{
  PangoLayout *layout = layout_of (picture->line, piece);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* @middle: of the line, from above. Cuts the text at @room. */
static void
draw_piece (const Picture *picture, Piece piece, double start, double room, double middle, const GdkRGBA *colour)
{
  PangoLayout *layout = layout_of (picture->line, piece);
  PangoRectangle box;

  pango_layout_set_width (layout, (int) (MAX (room, 0) * PANGO_SCALE));
  pango_layout_get_pixel_extents (layout, NULL, &box);
  gtk_snapshot_save (picture->snapshot);
  gtk_snapshot_translate (picture->snapshot,
                          &GRAPHENE_POINT_INIT ((float) (left_of (picture, start, box.width) - box.x),
                                                (float) (int) (middle - box.height / 2.)));
  gtk_snapshot_append_layout (picture->snapshot, layout, colour);
  gtk_snapshot_restore (picture->snapshot);
}

static void
draw_icon (const Picture *picture, const char *name, double start, double middle, int size, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (picture->line);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon
    = gtk_icon_theme_lookup_icon (theme, name, NULL, size, gtk_widget_get_scale_factor (widget),
                                  gtk_widget_get_direction (widget), 0);

  gtk_snapshot_save (picture->snapshot);
  gtk_snapshot_translate (picture->snapshot, &GRAPHENE_POINT_INIT ((float) left_of (picture, start, size),
                                                                   (float) (int) (middle - size / 2.)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), picture->snapshot, size, size, colour, 1);
  gtk_snapshot_restore (picture->snapshot);
}

static void
draw_rounded (const Picture *picture, double start, double top, double width, double height, double radius,
              const char *colour_name)
{
  GdkRGBA colour = limber_palette_get (GTK_WIDGET (picture->line), colour_name);
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) left_of (picture, start, width), (float) top, (float) width,
                                            (float) height);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &box, (float) radius);
  gtk_snapshot_push_rounded_clip (picture->snapshot, &rounded);
  gtk_snapshot_append_color (picture->snapshot, &colour, &box);
  gtk_snapshot_pop (picture->snapshot);
}

static void
draw_avatar (const Picture *picture, double middle)
{
  GdkRGBA colour = limber_palette_get (GTK_WIDGET (picture->line), "limber_avatar_fg");
  double width = width_of (picture, PIECE_INITIALS);

  draw_rounded (picture, 0, middle - AVATAR / 2., AVATAR, AVATAR, AVATAR / 2., "limber_avatar_bg");
  draw_piece (picture, PIECE_INITIALS, (AVATAR - width) / 2, width, middle, &colour);
}

/* Returns: where the line ends for what stands before the race. */
static double
draw_race (const Picture *picture, double middle)
{
  LimberClientLinePrivate *priv = get_private (picture->line);
  double width, start;

  if (priv->texts[PIECE_RACE] == NULL)
    return picture->width;
  width = width_of (picture, PIECE_RACE);
  start = picture->width - width;
  draw_piece (picture, PIECE_RACE, start, width, middle, &picture->dim);
  draw_icon (picture, "emoji-flags-symbolic", start - FLAG_GAP - FLAG, middle, FLAG, &picture->dim);
  return start - FLAG_GAP - FLAG - GAP;
}

static void
draw_ring (const Picture *picture, double start, double middle, const GdkRGBA *colour, gboolean over)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) left_of (picture, start, RING), (float) (middle - RING / 2.), RING,
                                            RING);
  cairo_t *cr = gtk_snapshot_append_cairo (picture->snapshot, &box);

  cairo_translate (cr, box.origin.x + RING / 2., middle);
  limber_cadence_ring_draw (cr, colour, get_private (picture->line)->share, over);
  cairo_destroy (cr);
}

/* The chip as data/style.css has it for LimberCadenceChip. Returns: where the line ends for what stands before it. */
static double
draw_chip (const Picture *picture, double middle)
{
  LimberClientLinePrivate *priv = get_private (picture->line);
  GtkWidget *widget = GTK_WIDGET (picture->line);
  const char *icon = limber_cadence_state_icon (priv->state);
  gboolean due = g_strcmp0 (priv->state, "due") == 0, overdue = g_strcmp0 (priv->state, "overdue") == 0;
  double width = width_of (picture, PIECE_STATE), mark = icon != NULL ? ICON : RING;
  double start = picture->width - CHIP_END - width - CHIP_GAP - mark - CHIP_START;
  GdkRGBA colour = picture->dim;

  if (due || overdue)
    {
      draw_rounded (picture, start, middle - CHIP_HEIGHT / 2., picture->width - start, CHIP_HEIGHT, CHIP_RADIUS,
                    due ? "limber_caution_bg" : "limber_overdue_bg");
      colour = limber_palette_get (widget, due ? "limber_caution_fg" : "limber_overdue_fg");
    }
  else if (g_strcmp0 (priv->state, "booked") == 0)
    colour = limber_palette_get (widget, "accent_color");
  if (icon != NULL)
    draw_icon (picture, icon, start + CHIP_START, middle, ICON, &colour);
  else
    draw_ring (picture, start + CHIP_START, middle, &colour, overdue);
  draw_piece (picture, PIECE_STATE, picture->width - CHIP_END - width, width, middle, &colour);
  return start - GAP;
}

static void
limber_client_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberClientLine *self = LIMBER_CLIENT_LINE (widget);
  double first = line_height (self), second = second_line_height (self), start = AVATAR + AVATAR_GAP, end;
  double top = (gtk_widget_get_height (widget) - first - LINE_GAP - second) / 2;
  Picture picture = {
    .line = self,
    .snapshot = snapshot,
    .dim = limber_palette_get (widget, "limber_dim"),
    .width = gtk_widget_get_width (widget),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  if (get_private (self)->texts[PIECE_NAME] == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &picture.text);
  draw_avatar (&picture, gtk_widget_get_height (widget) / 2.);
  end = draw_race (&picture, top + first / 2);
  draw_piece (&picture, PIECE_NAME, start, end - start, top + first / 2, &picture.text);
  end = draw_chip (&picture, top + first + LINE_GAP + second / 2);
  draw_piece (&picture, PIECE_DETAIL, start, end - start, top + first + LINE_GAP + second / 2, &picture.dim);
}

/* Any width will do: the words are cut. */
static void
limber_client_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  LimberClientLine *self = LIMBER_CLIENT_LINE (widget);
  double lines;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 4 * AVATAR;
      return;
    }
  lines = line_height (self) + LINE_GAP + second_line_height (self);
  *minimum = *natural = (int) (MAX (AVATAR, lines) + .999) + 2 * MARGIN;
}

static void
limber_client_line_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (limber_client_line_parent_class)->css_changed (widget, change);
  forget_layouts (LIMBER_CLIENT_LINE (widget));
  gtk_widget_queue_draw (widget);
}

static void
limber_client_line_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (limber_client_line_parent_class)->system_setting_changed (widget, setting);
  forget_layouts (LIMBER_CLIENT_LINE (widget));
  gtk_widget_queue_resize (widget);
}

static void
limber_client_line_finalize (GObject *object)
{
  LimberClientLinePrivate *priv = get_private (LIMBER_CLIENT_LINE (object));

  forget_layouts (LIMBER_CLIENT_LINE (object));
  for (Piece piece = 0; piece < N_PIECES; piece++)
    g_free (priv->texts[piece]);
  g_free (priv->state);
  G_OBJECT_CLASS (limber_client_line_parent_class)->finalize (object);
}

static void
limber_client_line_class_init (LimberClientLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_client_line_finalize;
  widget_class->snapshot = limber_client_line_snapshot;
  widget_class->measure = limber_client_line_measure;
  widget_class->css_changed = limber_client_line_css_changed;
  widget_class->system_setting_changed = limber_client_line_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "clientline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
limber_client_line_init (LimberClientLine *self)
{
}

/** limber_client_line_set: what the line says; %NULL leaves it empty. The strings are copied. */
void
limber_client_line_set (LimberClientLine *self, const LimberClientLineWords *words)
{
  static const LimberClientLineWords nothing = { 0 };
  LimberClientLinePrivate *priv;
  g_autofree char *initials = NULL;

  g_return_if_fail (LIMBER_IS_CLIENT_LINE (self));

  priv = get_private (self);
  words = words != NULL ? words : &nothing;
  initials = initials_of (words->name);
  set_text (self, PIECE_INITIALS, initials);
  set_text (self, PIECE_NAME, words->name);
  set_text (self, PIECE_DETAIL, words->detail);
  set_text (self, PIECE_RACE, words->race);
  set_text (self, PIECE_STATE, words->state_text);
  g_free (priv->state);
  priv->state = g_strdup (words->state);
  priv->share = words->maximum > 0 ? CLAMP ((double) words->days / words->maximum, 0, 1) : 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** limber_client_line_get_name: Returns: (nullable) (transfer none): whose line this is; %NULL while empty. */
const char *
limber_client_line_get_name (LimberClientLine *self)
{
  g_return_val_if_fail (LIMBER_IS_CLIENT_LINE (self), NULL);
  return get_private (self)->texts[PIECE_NAME];
}
