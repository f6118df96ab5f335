/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "services/paper/sheet.h"

G_BEGIN_DECLS

/* A4 across, and the margin all around, in points. */
#define LIMBER_SHEET_PAPER_WIDTH 842.0
#define LIMBER_SHEET_PAPER_HEIGHT 595.0
#define LIMBER_SHEET_MARGIN 36.0

void     limber_sheet_draw (const LimberSheet *sheet, guint page, cairo_t *cr);
gboolean limber_sheet_write_pdf (LimberSheet *sheet, const char *path, GError **error);

G_END_DECLS
