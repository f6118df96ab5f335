/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/body/body-picture.h"

#include <adwaita.h>
#include <string.h>

#include "widgets/body/body-ink.h"
#include "widgets/palette.h"

static const LimberBodyMark marks[] = {
  { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7, TRUE, FALSE, LIMBER_TREND_WORSE },
  { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TRIGGER_POINT, 6, FALSE, FALSE },
};

static const LimberBodySpot forbidden[] = { { LIMBER_AREA_POPLITEAL, LIMBER_SIDE_RIGHT } };

static LimberBodyPicture *
make_picture (void)
{
  GtkWidget *map = g_object_ref_sink (limber_body_map_new ());
  LimberBodyPicture *picture;

  limber_body_map_set_marks (LIMBER_BODY_MAP (map), marks, G_N_ELEMENTS (marks));
  limber_body_map_set_forbidden (LIMBER_BODY_MAP (map), forbidden, G_N_ELEMENTS (forbidden));
  picture = limber_body_picture_new (LIMBER_BODY_MAP (map), "Juniper & <Ashgrove>", "29 Sep 2026");
  g_object_unref (map);
  return picture;
}

static void
note_id (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data,
         GError **error)
{
  for (int i = 0; names[i]; i++)
    if (g_str_equal (names[i], "id"))
      g_assert_true (g_hash_table_add (data, g_strdup (values[i]))); /* an id stands once */
}

static void
assert_area (GHashTable *ids, const char *view, LimberArea area)
{
  const char *sides[] = { "-left", "-right" };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *id = g_strconcat (view, "-", limber_area_id (area),
                                         limber_area_is_midline (area) ? "" : sides[i], NULL);

      if (!g_hash_table_contains (ids, id))
        g_error ("the drawing has no %s", id);
    }
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { .start_element = note_id };
  g_autoptr (LimberBodyPicture) picture = make_picture ();
  g_autoptr (GBytes) svg = limber_body_picture_to_svg (picture);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, ids, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  for (LimberArea area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
    {
      if (limber_area_shape (area) != area)
        continue;
      if (limber_area_views (area) & LIMBER_VIEW_FRONT)
        assert_area (ids, "front", area);
      if (limber_area_views (area) & LIMBER_VIEW_BACK)
        assert_area (ids, "back", area);
    }
  g_assert_nonnull (strstr (text, ">K</tspan>\342\200\2127<"));
  g_assert_nonnull (strstr (text, ">TP</tspan>\342\200\2126<"));
  g_assert_nonnull (strstr (text, "Juniper &amp; &lt;Ashgrove&gt;"));
  g_assert_nonnull (strstr (text, "knot 7, unaware, worse than at the last visit"));
  g_assert_nonnull (strstr (text, "url(#limber-avoid)"));
}

/* A German keyboard must not put commas into the numbers: they come from one place. */
static void
test_svg_numbers (void)
{
  g_autoptr (LimberBodyPicture) picture = make_picture ();
  g_autoptr (GBytes) svg = limber_body_picture_to_svg (picture);
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  g_assert_false (g_regex_match_simple ("=\"-?\\d+,\\d", text, 0, 0));
  g_assert_null (strstr (text, "nan"));
}

static guint32
pixel (GdkTexture *texture, const guchar *data, double x, double y)
{
  guint32 value;

  memcpy (&value, data + 4 * ((int) (2 * y) * gdk_texture_get_width (texture) + (int) (2 * x)), 4);
  return value & 0xffffff;
}

static guint32
rgb (const GdkRGBA *colour)
{
  return (guint32) (colour->red * 255 + .5) << 16 | (guint32) (colour->green * 255 + .5) << 8
         | (guint32) (colour->blue * 255 + .5);
}

static void
test_png (void)
{
  g_autoptr (LimberBodyPicture) picture = make_picture ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = limber_body_picture_to_png (picture, &error);
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *data = NULL;
  LimberBodyInk ink = limber_body_ink_paper ();
  gboolean hot = FALSE, ring = FALSE;
  double width, height;

  g_assert_no_error (error);
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  limber_body_picture_get_size (picture, &width, &height);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, (int) (2 * width));
  data = g_malloc (4 * (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture));
  gdk_texture_download (texture, data, 4 * gdk_texture_get_width (texture));
  g_assert_cmphex (pixel (texture, data, 2, 2), ==, 0xffffff);
  for (double y = 0; y < height - 1; y++)
    for (double x = 0; x < width; x++)
      {
        hot |= pixel (texture, data, x, y) == rgb (&ink.heat[4]);
        ring |= pixel (texture, data, x, y) == rgb (&ink.unaware);
      }
  g_assert_true (hot);
  g_assert_true (ring);
}

/* Paper has the light colours, but for darker lines. */
static void
test_paper_is_light (void)
{
  GtkWidget *map = g_object_ref_sink (limber_body_map_new ());
  LimberBodyInk paper = limber_body_ink_paper (), screen = limber_body_ink_of (map);

  for (guint i = 0; i < G_N_ELEMENTS (paper.heat); i++)
    g_assert_cmphex (rgb (&paper.heat[i]), ==, rgb (&screen.heat[i]));
  g_assert_cmphex (rgb (&paper.unaware), ==, rgb (&screen.unaware));
  g_assert_cmphex (rgb (&paper.alert_fg), ==, rgb (&screen.alert_fg));
  g_object_unref (map);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  g_test_add_func ("/body-picture/svg", test_svg);
  g_test_add_func ("/body-picture/svg-numbers", test_svg_numbers);
  g_test_add_func ("/body-picture/png", test_png);
  g_test_add_func ("/body-picture/paper-is-light", test_paper_is_light);
  return g_test_run ();
}
