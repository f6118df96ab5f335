/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/body/body-ink.h"

#include <adwaita.h>

#include "widgets/palette.h"

#define LINE_HIGH_CONTRAST .9
#define EDGE_HIGH_CONTRAST 3.
#define LINE_PAPER .3
#define EDGE_PAPER 1.2

/** limber_body_ink_of: the named colours of the style in the scheme that @widget shows now. */
LimberBodyInk
limber_body_ink_of (GtkWidget *widget)
{
  LimberBodyInk ink = {
    .outline = limber_palette_get (widget, "limber_heat_outline"),
    .pill = limber_palette_get (widget, "limber_pill_bg"),
    .text = limber_palette_get (widget, "window_fg_color"),
    .dim = limber_palette_get (widget, "limber_dim"),
    .accent = limber_palette_get (widget, "accent_color"),
    .unaware = limber_palette_get (widget, "limber_unaware"),
    .alert_bg = limber_palette_get (widget, "limber_alert_bg"),
    .alert_fg = limber_palette_get (widget, "limber_alert_fg"),
  };

  for (int bin = 0; bin < (int) G_N_ELEMENTS (ink.heat); bin++)
    ink.heat[bin] = limber_palette_heat (widget, 2 * bin);
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    {
      ink.line = LINE_HIGH_CONTRAST;
      ink.edge = EDGE_HIGH_CONTRAST;
    }
  return ink;
}

static GdkRGBA
colour (const char *spec)
{
  GdkRGBA rgba = { 0, 0, 0, 1 };

  gdk_rgba_parse (&rgba, spec);
  return rgba;
}

/** limber_body_ink_paper: the light colours, whatever the screen shows; readable in black and white. */
LimberBodyInk
limber_body_ink_paper (void)
{
  return (LimberBodyInk) {
    .heat = { colour ("#e9edf0"), colour ("#fbe5a2"), colour ("#fbcf63"), colour ("#f79a3c"), colour ("#e4552b"),
              colour ("#a8102b") },
    .outline = colour ("#7d8993"),
    .pill = colour ("#ffffff"),
    .text = colour ("#1d1d20"),
    .dim = colour ("#4a4e53"),
    .accent = colour ("#1c71d8"),
    .unaware = colour ("#813d9c"),
    .alert_bg = colour ("#fbdfdd"),
    .alert_fg = colour ("#9b1420"),
    .line = LINE_PAPER,
    .edge = EDGE_PAPER,
  };
}
