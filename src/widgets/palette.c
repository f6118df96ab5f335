/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/palette.h"

#include <adwaita.h>

#include "domain/finding.h"

/**
 * limber_palette_get:
 * @name: a colour of data/style.css or of libadwaita
 *
 * Returns: the colour in the current scheme; the text colour when there is no such name
 */
GdkRGBA
limber_palette_get (GtkWidget *widget, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);
  return colour;
}

/**
 * limber_palette_heat:
 * @severity: 0–10, or %LIMBER_SEVERITY_UNKNOWN
 *
 * Returns: the heat colour of the severity's bin
 */
GdkRGBA
limber_palette_heat (GtkWidget *widget, int severity)
{
  char name[] = "limber_heat_0";

  name[sizeof name - 2] += CLAMP (severity < 0 ? 0 : limber_severity_bin (severity), 0, 5);
  return limber_palette_get (widget, name);
}

static double
linear (double channel)
{
  return channel <= .03928 ? channel / 12.92 : pow ((channel + .055) / 1.055, 2.4);
}

/** limber_palette_on: Returns: the text colour that stays readable on @background. */
GdkRGBA
limber_palette_on (const GdkRGBA *background)
{
  double luminance = .2126 * linear (background->red) + .7152 * linear (background->green)
                     + .0722 * linear (background->blue);

  if (luminance > .26)
    return (GdkRGBA) { 0x1d / 255.f, 0x1d / 255.f, 0x20 / 255.f, 1.f };
  return (GdkRGBA) { 1.f, 1.f, 1.f, 1.f };
}

/**
 * limber_palette_follow:
 *
 * Redraws @widget when the scheme changes: a widget that looks colours up by name is not told by CSS.
 */
void
limber_palette_follow (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}

static void
add_style (GdkDisplay *display, const char *resource)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, resource);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * limber_palette_load:
 *
 * Loads the style for programs without an AdwApplication (tests); the application gets it from its
 * resource base path.
 */
void
limber_palette_load (GdkDisplay *display, gboolean dark)
{
  add_style (display, "/org/limber/Limber/style.css");
  if (dark)
    add_style (display, "/org/limber/Limber/style-dark.css");
}

/** limber_cairo_set_rgba: sets the source to @colour, its opacity multiplied by @alpha. */
void
limber_cairo_set_rgba (cairo_t *cr, const GdkRGBA *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}
