/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/visit-print.h"

#include <glib/gi18n-lib.h>

#include "services/session/visit-summary.h"
#include "widgets/feedback.h"

#define MARGIN 48. /* points */
#define ROW_GAP 4.
#define HEADING_GAP 16.
#define VALUE_WIDTH 140.

/* The summary on paper: black on white, so that any printer will do. */
typedef struct {
  GPtrArray *summary;
  GArray *breaks; /* guint: the first line of each page */
} Print;

static void
print_free (gpointer data, GClosure *closure)
{
  Print *print = data;

  g_ptr_array_unref (print->summary);
  g_array_unref (print->breaks);
  g_free (print);
}

static PangoLayout *
new_layout (GtkPrintContext *context, const char *text, const char *font, double width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static const char *
font_of (LimberSummaryKind kind)
{
  return kind == LIMBER_SUMMARY_TITLE ? "Sans Bold 18" : kind == LIMBER_SUMMARY_HEADING ? "Sans Bold 12" : "Sans 10";
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

static double
gap_before (const LimberSummaryLine *line, gboolean first)
{
  return first ? 0 : line->kind == LIMBER_SUMMARY_HEADING ? HEADING_GAP : ROW_GAP;
}

/* Returns: how high the line is; draws it at @y when @cr is there. */
static double
put_line (GtkPrintContext *context, cairo_t *cr, const LimberSummaryLine *line, double y)
{
  double width = gtk_print_context_get_width (context) - 2 * MARGIN;
  g_autoptr (PangoLayout) text
    = new_layout (context, line->text, font_of (line->kind), line->value != NULL ? width - VALUE_WIDTH : width);
  g_autoptr (PangoLayout) value = NULL;

  if (cr == NULL)
    return height_of (text);
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, text);
  if (line->value != NULL)
    {
      value = new_layout (context, line->value, "Sans Bold 10", VALUE_WIDTH);
      pango_layout_set_alignment (value, PANGO_ALIGN_RIGHT);
      cairo_move_to (cr, MARGIN + width - VALUE_WIDTH, y);
      pango_cairo_show_layout (cr, value);
    }
  return height_of (text);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  double room = gtk_print_context_get_height (context) - 2 * MARGIN;
  double y = 0;
  guint first = 0;

  g_array_set_size (print->breaks, 0);
  g_array_append_val (print->breaks, first);
  for (guint i = 0; i < print->summary->len; i++)
    {
      const LimberSummaryLine *line = g_ptr_array_index (print->summary, i);
      double height = put_line (context, NULL, line, 0);

      y += gap_before (line, y == 0);
      if (y > 0 && y + height > room)
        {
          g_array_append_val (print->breaks, i);
          y = 0;
        }
      y += height;
    }
  gtk_print_operation_set_n_pages (operation, (int) print->breaks->len);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint first = g_array_index (print->breaks, guint, page);
  guint end = page + 1 < (int) print->breaks->len ? g_array_index (print->breaks, guint, page + 1) : print->summary->len;
  double y = MARGIN;

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = first; i < end; i++)
    {
      const LimberSummaryLine *line = g_ptr_array_index (print->summary, i);

      y += gap_before (line, i == first);
      y += put_line (context, cr, line, y);
    }
}

static GtkPrintOperation *
new_operation (GPtrArray *summary)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Print *print = g_new0 (Print, 1);

  print->summary = g_ptr_array_ref (summary);
  print->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, _ ("Visit summary"));
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), print);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin), print, print_free, 0);
  return operation;
}

/** limber_visit_print_run: Asks for a printer and prints @summary (of limber_visit_summary_new()). */
void
limber_visit_print_run (GtkWidget *widget, GPtrArray *summary)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (summary);
  g_autoptr (GError) error = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_print_operation_set_allow_async (operation, TRUE);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    limber_feedback_error (widget, error);
}

/** limber_visit_print_export: Writes @summary as PDF; @n_pages: (out) (optional) */
gboolean
limber_visit_print_export (GPtrArray *summary, const char *path, guint *n_pages, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (summary);
  int pages = 0;

  gtk_print_operation_set_export_filename (operation, path);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    return FALSE;
  g_object_get (operation, "n-pages", &pages, NULL);
  if (n_pages != NULL)
    *n_pages = (guint) pages;
  return TRUE;
}
