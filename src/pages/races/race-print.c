/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-print.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "widgets/feedback.h"

/* DESIGN: paper gets the picture as the window draws it, as drawing commands. Paper is white, so a dark window turns light
 * for the moment, and the page waits until it was painted so. */

#define MARGIN 42. /* points */
#define GAP 14.
#define FRAMES 2

typedef struct {
  LimberRacePicture *picture;
  char *title;
  char **lines;
  AdwColorScheme scheme;
  gint64 first_frame;
  gboolean turned;
} Print;

static void
print_free (gpointer data, GClosure *closure)
{
  Print *print = data;

  g_object_unref (print->picture);
  g_free (print->title);
  g_strfreev (print->lines);
  g_free (print);
}

static Print *
print_new (const LimberRacePaper *paper)
{
  Print *print = g_new0 (Print, 1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  print->picture = g_object_ref (paper->picture);
  print->title = g_strdup (paper->title);
  for (guint i = 0; i < paper->n_lines; i++)
    g_strv_builder_add (lines, paper->lines[i]);
  print->lines = g_strv_builder_end (lines);
  return print;
}

static double
put_text (cairo_t *cr, const char *text, double size, gboolean bold, double width, double y)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (bold ? "Sans Bold" : "Sans");
  int height;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, layout);
  return height / (double) PANGO_SCALE;
}

static double
put_picture (LimberRacePicture *picture, cairo_t *cr, double width, double y)
{
  double w = gtk_widget_get_width (GTK_WIDGET (picture)), h = gtk_widget_get_height (GTK_WIDGET (picture));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (picture));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  double scale = width / MAX (w, 1);

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), w, h);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return 0;
  cairo_save (cr);
  cairo_translate (cr, MARGIN, y);
  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (node, cr);
  cairo_restore (cr);
  return h * scale;
}

static void
draw (const Print *print, cairo_t *cr, double page_width)
{
  double width = page_width - 2 * MARGIN, y = MARGIN;

  cairo_set_source_rgb (cr, 0, 0, 0);
  y += put_text (cr, print->title, 16, TRUE, width, y) + GAP;
  y += put_picture (print->picture, cr, width, y) + GAP;
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; print->lines[i] != NULL; i++)
    y += put_text (cr, print->lines[i], 11, i % 2 == 0, width, y) + (i % 2 == 0 ? 2 : 8);
}

static gint64
frame_of (Print *print)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (print->picture));

  return clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : G_MAXINT64;
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  print->turned = adw_style_manager_get_dark (manager);
  print->scheme = adw_style_manager_get_color_scheme (manager);
  print->first_frame = frame_of (print);
  if (print->turned)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static gboolean
on_paginate (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  gtk_print_operation_set_n_pages (operation, 1);
  if (!print->turned || print->first_frame == G_MAXINT64)
    return TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (print->picture));
  return frame_of (print) >= print->first_frame + FRAMES;
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  draw (print, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context));
}

static void
on_end (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  if (print->turned)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), print->scheme);
}

static GtkPrintOperation *
operation_new (const LimberRacePaper *paper)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Print *print = print_new (paper);

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, paper->title);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), print);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), print);
  g_signal_connect (operation, "end-print", G_CALLBACK (on_end), print);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw), print, print_free, 0);
  return operation;
}

/** limber_race_print: asks for a printer and prints the picture with its words. */
void
limber_race_print (GtkWidget *widget, const LimberRacePaper *paper)
{
  g_autoptr (GtkPrintOperation) operation = operation_new (paper);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    limber_feedback_error (widget, error);
}

/** limber_race_print_export: writes the same as PDF. */
gboolean
limber_race_print_export (const LimberRacePaper *paper, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = operation_new (paper);

  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/** limber_race_print_draw: the page into @cr; the window must be light by then. */
void
limber_race_print_draw (const LimberRacePaper *paper, cairo_t *cr, double width, double height)
{
  Print *print = print_new (paper);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  draw (print, cr, width);
  print_free (print, NULL);
}
