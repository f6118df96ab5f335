/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/paper/sheet.h"

/* All in points. */
#define GAP 10
#define TITLE_HEIGHT 24
#define SUBTITLE_HEIGHT 18
#define HEADING_HEIGHT 20
#define ENTRY_HEIGHT 30
#define LINE_HEIGHT 13
#define TIME_WIDTH 34
#define COLUMNS_A_ROW 7

typedef struct {
  LimberSheet *sheet;
  double width;
  double height;
  GArray *page;
} Layout;

static void
add_mark (Layout *layout, double x, double y, double width, const char *text, LimberSheetStyle style)
{
  LimberSheetMark mark = { x, y, width, text, style };

  g_array_append_val (layout->page, mark);
}

static void
begin_page (Layout *layout)
{
  layout->page = g_array_new (FALSE, FALSE, sizeof (LimberSheetMark));
  g_ptr_array_add (layout->sheet->pages, layout->page);
  add_mark (layout, 0, 0, layout->width, layout->sheet->title, LIMBER_SHEET_TITLE);
  add_mark (layout, 0, TITLE_HEIGHT, layout->width, layout->sheet->subtitle != NULL ? layout->sheet->subtitle : "",
            LIMBER_SHEET_SUBTITLE);
}

static void
add_entry (Layout *layout, const LimberSheetEntry *entry, double x, double y, double width)
{
  LimberSheetStyle style = entry->dim ? LIMBER_SHEET_DIM : LIMBER_SHEET_STRONG;

  add_mark (layout, x, y, TIME_WIDTH, entry->time, entry->dim ? LIMBER_SHEET_DIM : LIMBER_SHEET_SMALL);
  add_mark (layout, x + TIME_WIDTH, y, width - TIME_WIDTH, entry->title, style);
  add_mark (layout, x + TIME_WIDTH, y + LINE_HEIGHT, width - TIME_WIDTH, entry->detail,
            entry->dim ? LIMBER_SHEET_DIM : LIMBER_SHEET_SMALL);
}

static guint
longest (const LimberSheet *sheet, guint first, guint n)
{
  guint most = 0;

  for (guint i = first; i < first + n; i++)
    most = MAX (most, ((LimberSheetColumn *) sheet->columns->pdata[i])->entries->len);
  return most;
}

/* Some columns beside each other, from entry @from on; what does not fit goes on another page. */
static void
add_columns (Layout *layout, guint first, guint n, guint from, guint fit)
{
  double width = (layout->width - GAP * (n - 1)) / n, top = TITLE_HEIGHT + SUBTITLE_HEIGHT;

  begin_page (layout);
  for (guint i = 0; i < n; i++)
    {
      const LimberSheetColumn *column = layout->sheet->columns->pdata[first + i];
      double x = i * (width + GAP);

      add_mark (layout, x, top, width, column->title, LIMBER_SHEET_HEADING);
      add_mark (layout, x, top + HEADING_HEIGHT - 4, width, NULL, LIMBER_SHEET_SMALL);
      for (guint j = from; j < MIN (from + fit, column->entries->len); j++)
        add_entry (layout, column->entries->pdata[j], x, top + HEADING_HEIGHT + (j - from) * ENTRY_HEIGHT, width);
    }
}

/**
 * limber_sheet_lay_out:
 * @width: of the printable area, in points
 * @height: of the printable area, in points
 *
 * Finds the place of everything; at least one page comes of it. Texts that are longer than their width are for the
 * drawing to shorten.
 */
void
limber_sheet_lay_out (LimberSheet *sheet, double width, double height)
{
  Layout layout = { sheet, width, height, NULL };
  double room = height - TITLE_HEIGHT - SUBTITLE_HEIGHT - HEADING_HEIGHT;
  guint fit = (guint) MAX (1, room / ENTRY_HEIGHT);

  g_clear_pointer (&sheet->pages, g_ptr_array_unref);
  sheet->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint first = 0; first < sheet->columns->len; first += COLUMNS_A_ROW)
    {
      guint n = MIN (COLUMNS_A_ROW, sheet->columns->len - first), from = 0, most = longest (sheet, first, n);

      do
        add_columns (&layout, first, n, from, fit);
      while ((from += fit) < most);
    }
  if (sheet->pages->len == 0)
    begin_page (&layout);
}
