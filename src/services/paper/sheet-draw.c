/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/paper/sheet-draw.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>

static const struct {
  const char *font;
  double gray;
} styles[] = {
  [LIMBER_SHEET_TITLE] = { "Sans Bold 15", 0 },  [LIMBER_SHEET_SUBTITLE] = { "Sans 9", .35 },
  [LIMBER_SHEET_HEADING] = { "Sans Bold 10", 0 }, [LIMBER_SHEET_STRONG] = { "Sans Bold 9", 0 },
  [LIMBER_SHEET_SMALL] = { "Sans 9", .2 },        [LIMBER_SHEET_DIM] = { "Sans Italic 9", .45 },
};

static void
draw_rule (const LimberSheetMark *mark, cairo_t *cr)
{
  cairo_set_source_rgb (cr, .6, .6, .6);
  cairo_set_line_width (cr, .5);
  cairo_move_to (cr, mark->x, mark->y);
  cairo_line_to (cr, mark->x + mark->width, mark->y);
  cairo_stroke (cr);
}

static void
draw_text (const LimberSheetMark *mark, PangoLayout *layout, cairo_t *cr)
{
  PangoFontDescription *font = pango_font_description_from_string (styles[mark->style].font);

  /* The places are points, whatever resolution the surface says. */
  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (mark->width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, mark->text, -1);
  cairo_set_source_rgb (cr, styles[mark->style].gray, styles[mark->style].gray, styles[mark->style].gray);
  cairo_move_to (cr, mark->x, mark->y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

/** limber_sheet_draw: Draws page @page of a sheet that is laid out; one unit of @cr is a point. */
void
limber_sheet_draw (const LimberSheet *sheet, guint page, cairo_t *cr)
{
  const GArray *marks = sheet->pages->pdata[page];
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);

  for (guint i = 0; i < marks->len; i++)
    {
      const LimberSheetMark *mark = &g_array_index (marks, LimberSheetMark, i);

      if (mark->text == NULL)
        draw_rule (mark, cr);
      else
        draw_text (mark, layout, cr);
    }
}

/** limber_sheet_write_pdf: Lays @sheet out on A4 across and writes it; needs no display. */
gboolean
limber_sheet_write_pdf (LimberSheet *sheet, const char *path, GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, LIMBER_SHEET_PAPER_WIDTH, LIMBER_SHEET_PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  limber_sheet_lay_out (sheet, LIMBER_SHEET_PAPER_WIDTH - 2 * LIMBER_SHEET_MARGIN,
                        LIMBER_SHEET_PAPER_HEIGHT - 2 * LIMBER_SHEET_MARGIN);
  cairo_translate (cr, LIMBER_SHEET_MARGIN, LIMBER_SHEET_MARGIN);
  for (guint page = 0; page < sheet->pages->len; page++)
    {
      limber_sheet_draw (sheet, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return FALSE;
}
