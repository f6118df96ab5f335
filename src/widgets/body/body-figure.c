/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: the artwork is plain SVG whose paths use M, L, C and Z only, absolute. Each path is kept twice: as
 * segments, which cairo draws smoothly, and flattened to polygons, on which hits, distances and anchors are
 * plain arithmetic without a drawing surface. */
#include "widgets/body/body-figure.h"

#include <math.h>
#include <string.h>

#define CURVE_STEPS 6

typedef struct {
  double x, y;
} Point;

typedef struct {
  char op;
  Point points[3];
} Segment;

struct _LimberBodyShape
{
  LimberArea area;
  LimberSide side;
  GArray *segments;
  GPtrArray *rings; /* of GArray of Point, not closed */
  LimberBodyBox bounds;
  Point anchor;
};

struct _LimberBodyFigure
{
  gatomicrefcount references;
  LimberBodyShape *silhouette;
  GPtrArray *shapes;
};

static void
shape_free (LimberBodyShape *shape)
{
  g_array_unref (shape->segments);
  g_ptr_array_unref (shape->rings);
  g_free (shape);
}

static LimberBodyShape *
shape_new (void)
{
  LimberBodyShape *shape = g_new0 (LimberBodyShape, 1);

  shape->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  shape->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return shape;
}

/* Reading */

static gboolean
read_number (const char **cursor, double *value)
{
  char *end;

  while (g_ascii_isspace (**cursor) || **cursor == ',')
    (*cursor)++;
  *value = g_ascii_strtod (*cursor, &end);
  if (end == *cursor || !isfinite (*value))
    return FALSE;
  *cursor = end;
  return TRUE;
}

static gboolean
read_points (const char **cursor, Point *points, guint n_points)
{
  for (guint i = 0; i < n_points; i++)
    if (!read_number (cursor, &points[i].x) || !read_number (cursor, &points[i].y))
      return FALSE;
  return TRUE;
}

static void
flatten_curve (GArray *ring, Point from, const Point *to)
{
  for (int step = 1; step <= CURVE_STEPS; step++)
    {
      double t = (double) step / CURVE_STEPS;
      double s = 1 - t;
      double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
      Point point = { a * from.x + b * to[0].x + c * to[1].x + d * to[2].x,
                      a * from.y + b * to[0].y + c * to[1].y + d * to[2].y };

      g_array_append_val (ring, point);
    }
}

static gboolean
add_segment (LimberBodyShape *shape, const Segment *segment)
{
  GArray *ring = shape->rings->len ? g_ptr_array_index (shape->rings, shape->rings->len - 1) : NULL;

  if (segment->op == 'M')
    {
      ring = g_array_new (FALSE, FALSE, sizeof (Point));
      g_array_append_val (ring, segment->points[0]);
      g_ptr_array_add (shape->rings, ring);
    }
  else if (!ring)
    return FALSE;
  else if (segment->op == 'L')
    g_array_append_val (ring, segment->points[0]);
  else if (segment->op == 'C')
    flatten_curve (ring, g_array_index (ring, Point, ring->len - 1), segment->points);
  g_array_append_vals (shape->segments, segment, 1);
  return TRUE;
}

static gboolean
read_path (LimberBodyShape *shape, const char *data)
{
  const char *cursor = data;
  char op = 0;

  for (;;)
    {
      Segment segment = { 0 };

      while (g_ascii_isspace (*cursor) || *cursor == ',')
        cursor++;
      if (!*cursor)
        return shape->segments->len > 0;
      if (strchr ("MLCZ", *cursor))
        op = *cursor++;
      else if (op == 'M')
        op = 'L';
      else if (!op || op == 'Z')
        return FALSE;
      segment.op = op;
      if (op != 'Z' && !read_points (&cursor, segment.points, op == 'C' ? 3 : 1))
        return FALSE;
      if (!add_segment (shape, &segment))
        return FALSE;
    }
}

/* Measuring */

static void
measure_bounds (LimberBodyShape *shape)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint r = 0; r < shape->rings->len; r++)
    {
      GArray *ring = g_ptr_array_index (shape->rings, r);

      for (guint i = 0; i < ring->len; i++)
        {
          Point point = g_array_index (ring, Point, i);

          left = MIN (left, point.x);
          top = MIN (top, point.y);
          right = MAX (right, point.x);
          bottom = MAX (bottom, point.y);
        }
    }
  shape->bounds = (LimberBodyBox) { left, top, right - left, bottom - top };
}

/* The signed area of a ring; its centroid times that area is added to @moment. */
static double
ring_area (GArray *ring, Point *moment)
{
  double area = 0, mx = 0, my = 0;

  for (guint i = 0; i < ring->len; i++)
    {
      Point a = g_array_index (ring, Point, i);
      Point b = g_array_index (ring, Point, (i + 1) % ring->len);
      double cross = a.x * b.y - b.x * a.y;

      area += cross / 2;
      mx += (a.x + b.x) * cross / 6;
      my += (a.y + b.y) * cross / 6;
    }
  moment->x += area < 0 ? -mx : mx;
  moment->y += area < 0 ? -my : my;
  return fabs (area);
}

/* The centroid; of the largest piece when the pieces lie apart and the common one would hit neither. */
static void
measure_anchor (LimberBodyShape *shape)
{
  Point all = { 0, 0 }, largest = { 0, 0 };
  double total = 0, most = 0;

  for (guint r = 0; r < shape->rings->len; r++)
    {
      Point own = { 0, 0 };
      double area = ring_area (g_ptr_array_index (shape->rings, r), &own);

      all.x += own.x;
      all.y += own.y;
      total += area;
      if (area > most)
        {
          most = area;
          largest = (Point) { own.x / area, own.y / area };
        }
    }
  shape->anchor = total > 0 ? (Point) { all.x / total, all.y / total } : largest;
  if (limber_body_shape_distance (shape, shape->anchor.x, shape->anchor.y) > 2 * LIMBER_FIGURE_TOLERANCE)
    shape->anchor = largest;
}

static gboolean
ring_contains (GArray *ring, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = ring->len - 1; i < ring->len; j = i++)
    {
      Point a = g_array_index (ring, Point, i);
      Point b = g_array_index (ring, Point, j);

      if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
  return inside;
}

static double
edge_distance (Point a, Point b, double x, double y)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  return hypot (x - a.x - t * dx, y - a.y - t * dy);
}

static double
ring_distance (GArray *ring, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < ring->len; i++)
    least = MIN (least, edge_distance (g_array_index (ring, Point, i),
                                       g_array_index (ring, Point, (i + 1) % ring->len), x, y));
  return least;
}

/* Parsing */

static void
name_shape (LimberBodyShape *shape, const char *id)
{
  g_autofree char *base = g_strdup (id);

  shape->side = LIMBER_SIDE_MIDLINE;
  if (g_str_has_suffix (base, "-left"))
    {
      shape->side = LIMBER_SIDE_LEFT;
      base[strlen (base) - strlen ("-left")] = '\0';
    }
  else if (g_str_has_suffix (base, "-right"))
    {
      shape->side = LIMBER_SIDE_RIGHT;
      base[strlen (base) - strlen ("-right")] = '\0';
    }
  shape->area = limber_area_from_id (base);
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  LimberBodyFigure *figure = data;
  const char *id = NULL, *path = NULL;
  LimberBodyShape *shape;

  if (strcmp (element, "path") != 0)
    return;
  for (int i = 0; names[i]; i++)
    {
      if (strcmp (names[i], "id") == 0)
        id = values[i];
      else if (strcmp (names[i], "d") == 0)
        path = values[i];
    }
  if (!id || !path)
    return;

  shape = shape_new ();
  name_shape (shape, id);
  if (!read_path (shape, path))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The path of “%s” cannot be read", id);
      shape_free (shape);
      return;
    }
  measure_bounds (shape);
  measure_anchor (shape);
  if (strcmp (id, "silhouette") == 0 && !figure->silhouette)
    figure->silhouette = shape;
  else if (shape->area != LIMBER_AREA_NONE)
    g_ptr_array_add (figure->shapes, shape);
  else
    shape_free (shape);
}

/**
 * limber_body_figure_parse:
 * @length: in bytes, or -1
 *
 * Returns: (transfer full): the figure, or %NULL when the text is not such artwork
 */
LimberBodyFigure *
limber_body_figure_parse (const char *svg, gssize length, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element };
  g_autoptr (LimberBodyFigure) figure = g_new0 (LimberBodyFigure, 1);
  g_autoptr (GMarkupParseContext) context = NULL;

  g_atomic_ref_count_init (&figure->references);
  figure->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) shape_free);
  context = g_markup_parse_context_new (&parser, 0, figure, NULL);
  if (!g_markup_parse_context_parse (context, svg, length, error)
      || !g_markup_parse_context_end_parse (context, error))
    return NULL;
  if (!figure->silhouette || figure->shapes->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The artwork has no body");
      return NULL;
    }
  return g_steal_pointer (&figure);
}

/** limber_body_figure_new: the figure of the artwork that is compiled in. */
LimberBodyFigure *
limber_body_figure_new (LimberView view, GError **error)
{
  const char *path = view == LIMBER_VIEW_FRONT ? "/org/limber/Limber/body-map/body-front.svg"
                                               : "/org/limber/Limber/body-map/body-back.svg";
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (!bytes)
    return NULL;
  return limber_body_figure_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

LimberBodyFigure *
limber_body_figure_ref (LimberBodyFigure *figure)
{
  g_atomic_ref_count_inc (&figure->references);
  return figure;
}

void
limber_body_figure_unref (LimberBodyFigure *figure)
{
  if (!g_atomic_ref_count_dec (&figure->references))
    return;
  g_clear_pointer (&figure->silhouette, shape_free);
  g_ptr_array_unref (figure->shapes);
  g_free (figure);
}

guint
limber_body_figure_get_n_shapes (LimberBodyFigure *figure)
{
  return figure->shapes->len;
}

const LimberBodyShape *
limber_body_figure_get_shape (LimberBodyFigure *figure, guint index)
{
  g_return_val_if_fail (index < figure->shapes->len, NULL);
  return g_ptr_array_index (figure->shapes, index);
}

const LimberBodyShape *
limber_body_figure_get_silhouette (LimberBodyFigure *figure)
{
  return figure->silhouette;
}

/**
 * limber_body_figure_find:
 *
 * Returns: (nullable): the shape that stands for @area (areas may share one); the side of a midline area
 *   does not matter
 */
const LimberBodyShape *
limber_body_figure_find (LimberBodyFigure *figure, LimberArea area, LimberSide side)
{
  LimberArea wanted = limber_area_shape (area);

  for (guint i = 0; i < figure->shapes->len; i++)
    {
      const LimberBodyShape *shape = g_ptr_array_index (figure->shapes, i);

      if (shape->area == wanted && (shape->side == side || shape->side == LIMBER_SIDE_MIDLINE))
        return shape;
    }
  return NULL;
}

/**
 * limber_body_figure_hit:
 * @x: @y: in units of the artwork
 *
 * Returns: (nullable): the nearest shape within the tolerance
 */
const LimberBodyShape *
limber_body_figure_hit (LimberBodyFigure *figure, double x, double y)
{
  const LimberBodyShape *nearest = NULL;
  double least = LIMBER_FIGURE_TOLERANCE;

  for (guint i = 0; i < figure->shapes->len; i++)
    {
      const LimberBodyShape *shape = g_ptr_array_index (figure->shapes, i);
      const LimberBodyBox *box = &shape->bounds;
      double distance;

      if (x < box->x - least || x > box->x + box->width + least || y < box->y - least
          || y > box->y + box->height + least)
        continue;
      distance = limber_body_shape_distance (shape, x, y);
      if (distance <= 0)
        return shape;
      if (distance <= least)
        {
          least = distance;
          nearest = shape;
        }
    }
  return nearest;
}

LimberArea
limber_body_shape_get_area (const LimberBodyShape *shape)
{
  return shape->area;
}

LimberSide
limber_body_shape_get_side (const LimberBodyShape *shape)
{
  return shape->side;
}

LimberBodyBox
limber_body_shape_get_bounds (const LimberBodyShape *shape)
{
  return shape->bounds;
}

/** limber_body_shape_get_anchor: where a mark of the shape stands best. */
void
limber_body_shape_get_anchor (const LimberBodyShape *shape, double *x, double *y)
{
  *x = shape->anchor.x;
  *y = shape->anchor.y;
}

/** limber_body_shape_distance: Returns: 0 inside, else the distance to the outline. */
double
limber_body_shape_distance (const LimberBodyShape *shape, double x, double y)
{
  gboolean inside = FALSE;
  double least = G_MAXDOUBLE;

  for (guint r = 0; r < shape->rings->len; r++)
    if (ring_contains (g_ptr_array_index (shape->rings, r), x, y))
      inside = !inside;
  if (inside)
    return 0;
  for (guint r = 0; r < shape->rings->len; r++)
    least = MIN (least, ring_distance (g_ptr_array_index (shape->rings, r), x, y));
  return least;
}

/** limber_body_shape_append: adds the shape to the current path of @cr, in units of the artwork. */
void
limber_body_shape_append (const LimberBodyShape *shape, cairo_t *cr)
{
  for (guint i = 0; i < shape->segments->len; i++)
    {
      const Segment *segment = &g_array_index (shape->segments, Segment, i);
      const Point *p = segment->points;

      if (segment->op == 'M')
        cairo_move_to (cr, p[0].x, p[0].y);
      else if (segment->op == 'L')
        cairo_line_to (cr, p[0].x, p[0].y);
      else if (segment->op == 'C')
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
      else
        cairo_close_path (cr);
    }
}

/** limber_body_shape_to_path: Returns: (transfer full): the shape as path data of SVG, in units of the artwork. */
char *
limber_body_shape_to_path (const LimberBodyShape *shape)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < shape->segments->len; i++)
    {
      const Segment *segment = &g_array_index (shape->segments, Segment, i);
      int n_points = segment->op == 'Z' ? 0 : segment->op == 'C' ? 3 : 1;

      g_string_append_c (path, segment->op);
      for (int p = 0; p < n_points; p++)
        {
          char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (x, sizeof x, "%.1f", segment->points[p].x);
          g_ascii_formatd (y, sizeof y, "%.1f", segment->points[p].y);
          g_string_append_printf (path, "%s%s %s", p > 0 ? " " : "", x, y);
        }
    }
  return g_string_free (path, FALSE);
}
