/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every widget in one window, to look at in light and dark: not installed, not a test. */
#include <adwaita.h>

#include "widgets/body-map.h"

static const LimberBodyMark marks[] = {
  { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7, TRUE, FALSE },
  { LIMBER_AREA_HIP_FLEXORS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_RESTRICTED_MOTION, 4, FALSE, FALSE },
  { LIMBER_AREA_LOWER_BACK, LIMBER_SIDE_BOTH, LIMBER_FINDING_TYPE_SORENESS, 2, FALSE, FALSE },
  { LIMBER_AREA_GLUTEUS_MEDIUS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_TRIGGER_POINT, 5, TRUE, FALSE },
  { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 9, FALSE, FALSE },
  { LIMBER_AREA_PLANTAR_FASCIA, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENDER_POINT, 3, TRUE, TRUE },
};
static const LimberBodySpot forbidden[] = { { LIMBER_AREA_POPLITEAL, LIMBER_SIDE_RIGHT } };

static GtkWidget *
make_map (void)
{
  LimberBodyMap *map = LIMBER_BODY_MAP (limber_body_map_new ());

  limber_body_map_set_marks (map, marks, G_N_ELEMENTS (marks));
  limber_body_map_set_forbidden (map, forbidden, G_N_ELEMENTS (forbidden));
  limber_body_map_set_selected (map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (map), 500, 540);
  gtk_widget_set_valign (GTK_WIDGET (map), GTK_ALIGN_START);
  return GTK_WIDGET (map);
}

static void
on_activate (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);

  gtk_box_append (GTK_BOX (row), make_map ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), row);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 1000);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.limber.Limber", G_APPLICATION_NON_UNIQUE);

  g_application_set_resource_base_path (G_APPLICATION (application), "/org/limber/Limber/");
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
