/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: gtk_widget_set_tooltip_text() asks the display server each time where the pointer is, and waits for the answer,
 * though the widget may not be on the screen yet. A page with hundreds of rows and chips waits hundreds of times. Here the
 * text is given when GTK asks for it, and nobody asks before the pointer rests on the widget. */
#include "widgets/widget-tip.h"

static gboolean
on_query (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, const char *text)
{
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
free_text (gpointer text, GClosure *closure)
{
  g_free (text);
}

/** limber_widget_tip: what is shown where the pointer rests on @widget; %NULL or "" takes it away. */
void
limber_widget_tip (GtkWidget *widget, const char *text)
{
  gboolean any = text != NULL && *text != '\0';

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_handlers_disconnect_matched (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_query, NULL);
  if (any)
    g_signal_connect_data (widget, "query-tooltip", G_CALLBACK (on_query), g_strdup (text), free_text, 0);
  gtk_widget_set_has_tooltip (widget, any);
}

static gboolean
on_query_label (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/** limber_widget_tip_shortened: @label tells its whole text where there was no room for all of it. */
void
limber_widget_tip_shortened (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_label), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
}
