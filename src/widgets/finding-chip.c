/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding in one line: its marker, the area in lay words, "7→4". */
#include "widgets/finding-chip.h"

#include "widgets/draw-text.h"
#include "widgets/finding-marker.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

struct _LimberFindingChip
{
  GtkWidget parent_instance;
  GtkWidget *marker;
  GtkWidget *area;
  GtkWidget *figures;
};

G_DEFINE_FINAL_TYPE (LimberFindingChip, limber_finding_chip, GTK_TYPE_WIDGET)

static void
limber_finding_chip_dispose (GObject *object)
{
  LimberFindingChip *self = LIMBER_FINDING_CHIP (object);

  g_clear_pointer (&self->marker, gtk_widget_unparent);
  g_clear_pointer (&self->area, gtk_widget_unparent);
  g_clear_pointer (&self->figures, gtk_widget_unparent);
  G_OBJECT_CLASS (limber_finding_chip_parent_class)->dispose (object);
}

static void
limber_finding_chip_class_init (LimberFindingChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_finding_chip_dispose;
  gtk_widget_class_set_css_name (widget_class, "findingchip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
limber_finding_chip_init (LimberFindingChip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "finding-chip");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->marker = limber_finding_marker_new (24);
  self->area = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->area), PANGO_ELLIPSIZE_END);
  self->figures = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->figures, "figures");
  gtk_widget_add_css_class (self->figures, "numeric");
  gtk_widget_set_parent (self->marker, GTK_WIDGET (self));
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
  gtk_widget_set_parent (self->figures, GTK_WIDGET (self));
}

GtkWidget *
limber_finding_chip_new (void)
{
  return g_object_new (LIMBER_TYPE_FINDING_CHIP, NULL);
}

/**
 * limber_finding_chip_set:
 * @before: severity 0–10 or %LIMBER_SEVERITY_UNKNOWN
 * @after: the same, after the work; unknown leaves "→ after" out
 * @area: the area and side in lay words
 * @reading: (nullable): the whole finding in words, for hover and screen readers
 */
void
limber_finding_chip_set (LimberFindingChip *self,
                         LimberFindingType type,
                         int before,
                         int after,
                         gboolean unaware,
                         const char *area,
                         const char *reading)
{
  g_autofree char *figures = NULL;
  g_autofree char *plain = NULL;

  g_return_if_fail (LIMBER_IS_FINDING_CHIP (self));

  if (before >= 0 && after >= 0)
    figures = g_strdup_printf (LIMBER_LRM "%d→%d", before, after);
  else
    figures = before >= 0 ? g_strdup_printf ("%d", before) : g_strdup ("");
  limber_finding_marker_set (LIMBER_FINDING_MARKER (self->marker), type, before, unaware);
  gtk_label_set_label (GTK_LABEL (self->area), area);
  gtk_label_set_label (GTK_LABEL (self->figures), figures);
  gtk_widget_set_visible (self->figures, *figures);
  limber_widget_tip (GTK_WIDGET (self), reading);
  plain = g_strdup_printf ("%s %s", area, figures);
  limber_widget_name (GTK_WIDGET (self), reading ? reading : plain);
}
