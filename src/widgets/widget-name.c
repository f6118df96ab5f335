/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: the label on a button is for the eye ("45"), its name for the ear ("45 minutes"). Newer releases of GTK relate
 * a button to its label, and such a relation outweighs a name: so it has to go. In a drop-down it leads to the choice,
 * which must go on being read; there the name is read as the description too. */
#include "widgets/widget-name.h"

/**
 * limber_widget_name: what a screen reader calls @widget; %NULL takes the name away. To be called again after a button
 * got another label.
 */
void
limber_widget_name (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_DROP_DOWN (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
