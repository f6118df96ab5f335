/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/self-care-print.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "services/wording/wording-date.h"
#include "widgets/body/body-picture.h"
#include "widgets/feedback.h"

/* DESIGN: one page, whatever happens: the body beside the plan, what is said of a tool once for all of its areas, and the
 * text as large as it fits, from 11 points down. */

#define MARGIN 48. /* points */
#define BODY 180.
#define GAP 20.
#define LARGEST 11.
#define SMALLEST 4.

typedef struct {
  GPtrArray *texts; /* of Block */
  char *title;
  char *subtitle;
  LimberBodyPicture *body;
} Print;

/* A stretch of text; the first of an area is bold and has room above it. */
typedef struct {
  char *text;
  gboolean bold;
} Block;

static void
block_free (gpointer data)
{
  g_free (((Block *) data)->text);
  g_free (data);
}

static void
print_free (gpointer data, GClosure *closure)
{
  Print *print = data;

  g_ptr_array_unref (print->texts);
  g_free (print->title);
  g_free (print->subtitle);
  g_clear_pointer (&print->body, limber_body_picture_unref);
  g_free (print);
}

static void
add_block (Print *print, const char *text, gboolean bold)
{
  Block *block = g_new0 (Block, 1);

  block->text = g_strdup (text);
  block->bold = bold;
  g_ptr_array_add (print->texts, block);
}

static LimberBodyPicture *
body_of (const LimberCarePlan *plan)
{
  GtkWidget *map = g_object_ref_sink (limber_body_map_new ());
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (LimberBodyMark));
  LimberBodyPicture *picture;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const LimberSelfCareItem *item = &((LimberCareLine *) plan->lines->pdata[i])->item;
      LimberBodyMark mark = { .area = item->area, .side = item->side, .type = LIMBER_FINDING_TYPE_TENSION,
                              .severity = item->severity >= 0 ? item->severity : LIMBER_SEVERITY_UNKNOWN };

      g_array_append_val (marks, mark);
    }
  limber_body_map_set_words (LIMBER_BODY_MAP (map), &limber_client_body_words);
  limber_body_map_set_marks (LIMBER_BODY_MAP (map), (LimberBodyMark *) (gpointer) marks->data, marks->len);
  picture = limber_body_picture_new (LIMBER_BODY_MAP (map), NULL, NULL);
  g_object_unref (map);
  return picture;
}

static gboolean
is_said_with (const LimberCareLine *line, const LimberCareLine *other)
{
  return !line->own && !other->own && line->item.tool != LIMBER_TOOL_NONE && line->item.tool == other->item.tool;
}

/* The first of those who are told the same says it for all of them. */
static char *
titles_of (const LimberCarePlan *plan, guint first)
{
  const LimberCareLine *line = plan->lines->pdata[first];
  GString *titles = g_string_new (line->title);

  for (guint i = 0; i < first; i++)
    if (is_said_with (plan->lines->pdata[i], line))
      return g_string_free (titles, TRUE);
  for (guint i = first + 1; i < plan->lines->len; i++)
    if (is_said_with (plan->lines->pdata[i], line))
      g_string_append_printf (titles, ", %s", ((LimberCareLine *) plan->lines->pdata[i])->title);
  if (line->tool != NULL)
    {
      g_string_prepend (titles, ": ");
      g_string_prepend (titles, line->tool);
    }
  return g_string_free (titles, FALSE);
}

static void
add_notes (Print *print, const LimberCarePlan *plan, guint first)
{
  const LimberCareLine *line = plan->lines->pdata[first];

  for (guint i = first; i < plan->lines->len; i++)
    {
      const LimberCareLine *other = plan->lines->pdata[i];
      g_autofree char *note = other->note != NULL ? g_strdup_printf ("%s: %s", other->title, other->note) : NULL;

      if (note != NULL && (i == first || is_said_with (line, other)))
        add_block (print, note, FALSE);
    }
}

static void
add_lines (Print *print, const LimberCarePlan *plan)
{
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const LimberCareLine *line = plan->lines->pdata[i];
      g_autofree char *head = titles_of (plan, i);

      if (head == NULL)
        continue;
      add_block (print, head, TRUE);
      if (line->text != NULL)
        add_block (print, line->text, FALSE);
      add_notes (print, plan, i);
    }
}

static Print *
print_new (const LimberCarePlan *plan, LimberDate today)
{
  Print *print = g_new0 (Print, 1);
  g_autofree char *day = limber_wording_full_date (today);

  print->texts = g_ptr_array_new_with_free_func (block_free);
  print->title = g_strdup_printf (_("Until your next visit: %s"), plan->client);
  print->subtitle = g_strdup_printf ("%s. %s", day, plan->opening);
  print->body = body_of (plan);
  add_lines (print, plan);
  add_block (print, plan->caution, TRUE);
  add_block (print, plan->source, FALSE);
  return print;
}

/* The page that is drawn: paper or a picture of it, in points. */
typedef struct {
  cairo_t *cr;
  double width;
  double height;
} Page;

/* Returns: how high @text is at this size; @show: also draws it. */
static double
put (const Page *page, gboolean show, const char *text, double size, gboolean bold, double width, double y)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (page->cr);
  PangoFontDescription *font = pango_font_description_from_string (bold ? "Sans Bold" : "Sans");
  int height;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  if (show)
    {
      cairo_move_to (page->cr, MARGIN, y);
      pango_cairo_show_layout (page->cr, layout);
    }
  return height / (double) PANGO_SCALE;
}

static double
put_blocks (Print *print, const Page *page, gboolean show, double size, double y)
{
  double width = page->width - 2 * MARGIN - BODY - GAP;
  double start = y;

  for (guint i = 0; i < print->texts->len; i++)
    {
      const Block *block = print->texts->pdata[i];

      if (i > 0)
        y += block->bold ? size : size * .2;
      y += put (page, show, block->text, size, block->bold, width, y);
    }
  return y - start;
}

static void
draw_body (Print *print, const Page *page, double y)
{
  cairo_t *cr = page->cr;
  double width, height, scale;

  if (print->body == NULL)
    return;
  limber_body_picture_get_size (print->body, &width, &height);
  scale = BODY / width;
  cairo_save (cr);
  cairo_translate (cr, page->width - MARGIN - BODY, y);
  cairo_scale (cr, scale, scale);
  limber_body_picture_draw (print->body, cr);
  cairo_restore (cr);
}

static void
draw_page (Print *print, const Page *page)
{
  double width = page->width - 2 * MARGIN;
  double y = MARGIN, size = LARGEST, room;

  cairo_set_source_rgb (page->cr, 0, 0, 0);
  y += put (page, TRUE, print->title, 17, TRUE, width, y) + 4;
  y += put (page, TRUE, print->subtitle, 10, FALSE, width, y) + GAP;
  room = page->height - MARGIN - y;
  while (size > SMALLEST && put_blocks (print, page, FALSE, size, 0) > room)
    size -= .5;
  put_blocks (print, page, TRUE, size, y);
  draw_body (print, page, y);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int number, Print *print)
{
  const Page page = { gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context),
                      gtk_print_context_get_height (context) };

  draw_page (print, &page);
}

/** limber_self_care_draw: the page into @cr, as it would be printed; @width and @height in points. */
void
limber_self_care_draw (const LimberCarePlan *plan, LimberDate today, cairo_t *cr, double width, double height)
{
  const Page page = { cr, width, height };
  Print *print = print_new (plan, today);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  draw_page (print, &page);
  print_free (print, NULL);
}

static GtkPrintOperation *
operation_new (const LimberCarePlan *plan, LimberDate today)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, _("Self-care plan"));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw), print_new (plan, today), print_free, 0);
  return operation;
}

/** limber_self_care_print: asks for a printer and prints the plan on one page. */
void
limber_self_care_print (GtkWidget *widget, const LimberCarePlan *plan, LimberDate today)
{
  g_autoptr (GtkPrintOperation) operation = operation_new (plan, today);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    limber_feedback_error (widget, error);
}

/** limber_self_care_export: writes the plan as PDF; @n_pages: (out) (optional) */
gboolean
limber_self_care_export (const LimberCarePlan *plan, LimberDate today, const char *path, guint *n_pages, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = operation_new (plan, today);
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

/** limber_self_care_print_to_file: as limber_self_care_export(), and says how it ended. */
void
limber_self_care_print_to_file (GtkWidget *widget, const LimberCarePlan *plan, LimberDate today, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_("Saved as “%s”."), name);

  if (limber_self_care_export (plan, today, path, NULL, &error))
    limber_feedback_toast (widget, text);
  else
    limber_feedback_error (widget, error);
}
