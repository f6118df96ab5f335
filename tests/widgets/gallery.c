/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every widget in one window, to look at in light and dark: not installed, not a test. */
#include <adwaita.h>

#include "widgets/body/body-map.h"
#include "widgets/cadence-bar.h"
#include "widgets/cadence-chip.h"
#include "widgets/empty-state.h"
#include "widgets/feedback.h"
#include "widgets/finding-chip.h"
#include "widgets/finding-editor.h"
#include "widgets/notice-bar.h"
#include "widgets/severity-slider.h"
#include "widgets/timer-dial.h"
#include "widgets/trend-chart.h"
#include "widgets/verdict-chip.h"
#include "widgets/verdict-strip.h"
#include "widgets/wrap-box.h"

static const LimberBodyMark marks[] = {
  { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7, TRUE, FALSE, LIMBER_TREND_WORSE },
  { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_TENSION, 4, FALSE, FALSE, LIMBER_TREND_BETTER },
  { LIMBER_AREA_UPPER_TRAPEZIUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 3, FALSE, FALSE, LIMBER_TREND_SAME },
  { LIMBER_AREA_HIP_FLEXORS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_RESTRICTED_MOTION, 4, FALSE, FALSE },
  { LIMBER_AREA_LOWER_BACK, LIMBER_SIDE_BOTH, LIMBER_FINDING_TYPE_SORENESS, 2, FALSE, FALSE },
  { LIMBER_AREA_GLUTEUS_MEDIUS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_TRIGGER_POINT, 5, TRUE, FALSE },
  { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 9, FALSE, FALSE },
  { LIMBER_AREA_PLANTAR_FASCIA, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENDER_POINT, 3, TRUE, TRUE },
};
static const LimberBodySpot forbidden[] = { { LIMBER_AREA_POPLITEAL, LIMBER_SIDE_RIGHT } };

/* As a page does it: the editor in a popover that points to the area. */
static void
on_area_activated (LimberBodyMap *map, int area, int side, GtkPopover *popover)
{
  LimberFindingValues values = { .area = area, .side = side, .severity = LIMBER_SEVERITY_DEFAULT };
  GdkRectangle rect;

  limber_body_map_set_selected (map, area, side);
  limber_finding_editor_set_values (LIMBER_FINDING_EDITOR (gtk_popover_get_child (popover)), &values);
  if (limber_body_map_get_area_rect (map, area, side, &rect))
    gtk_popover_set_pointing_to (popover, &rect);
  gtk_popover_popup (popover);
}

static void
add_popover (LimberBodyMap *map)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *editor = limber_finding_editor_new (NULL);

  gtk_popover_set_child (GTK_POPOVER (popover), editor);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  gtk_widget_set_parent (popover, GTK_WIDGET (map));
  g_signal_connect_swapped (editor, "done", G_CALLBACK (gtk_popover_popdown), popover);
  g_signal_connect (map, "area-activated", G_CALLBACK (on_area_activated), popover);
}

static GtkWidget *
make_map (void)
{
  LimberBodyMap *map = LIMBER_BODY_MAP (limber_body_map_new ());

  limber_body_map_set_marks (map, marks, G_N_ELEMENTS (marks));
  limber_body_map_set_forbidden (map, forbidden, G_N_ELEMENTS (forbidden));
  limber_body_map_set_selected (map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT);
  add_popover (map);
  gtk_widget_set_size_request (GTK_WIDGET (map), 500, 540);
  gtk_widget_set_valign (GTK_WIDGET (map), GTK_ALIGN_START);
  return GTK_WIDGET (map);
}

static GtkWidget *
make_chips (void)
{
  static const char *const verdicts[][2] = {
    { "ideal", "Ideal" }, { "acceptable", "Acceptable" }, { "caution", "Caution" }, { "early", "Early" },
    { "light-only", "Light only" }, { "avoid", "Avoid" }, { "fine", "Fine" }, { "normal", "Normal" },
  };
  static const struct { const char *id, *text; int days; } states[] = {
    { "due", "Due · day 20 of 21", 20 }, { "overdue", "6 d over", 27 }, { "not-due", "Not due", 8 },
    { "booked", "Booked", 0 }, { "new", "New", 0 }, { "paused", "Paused", 0 }, { "snoozed", "Snoozed", 0 },
    { "lapsed", "Lapsed", 0 },
  };
  GtkWidget *box = limber_wrap_box_new (8, 8);

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      GtkWidget *chip = limber_verdict_chip_new ();

      limber_verdict_chip_set (LIMBER_VERDICT_CHIP (chip), verdicts[i][0], verdicts[i][1], "four days out");
      limber_verdict_chip_set_compact (LIMBER_VERDICT_CHIP (chip), i == 3);
      limber_wrap_box_append (LIMBER_WRAP_BOX (box), chip);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GtkWidget *chip = limber_cadence_chip_new ();

      limber_cadence_chip_set (LIMBER_CADENCE_CHIP (chip), states[i].id, states[i].text, states[i].days, 21, NULL);
      limber_wrap_box_append (LIMBER_WRAP_BOX (box), chip);
    }
  for (int i = 0; i < 5; i++)
    {
      GtkWidget *chip = limber_finding_chip_new ();

      limber_finding_chip_set (LIMBER_FINDING_CHIP (chip), 1 + i * 2, 2 * i + 1, i, i % 2, "right side hip", NULL);
      limber_wrap_box_append (LIMBER_WRAP_BOX (box), chip);
    }
  gtk_widget_set_size_request (box, 420, -1);
  return box;
}

static GtkWidget *
make_dial (int elapsed, gboolean paused)
{
  static const LimberDialPhase phases[] = {
    { "Check-in", 300 }, { "Assess", 300 }, { "R quad", 1200 }, { "L calf", 840 }, { "Stretch", 600 },
    { "Re-assess", 360 },
  };
  GtkWidget *dial = limber_timer_dial_new ();

  limber_timer_dial_set_phases (LIMBER_TIMER_DIAL (dial), phases, G_N_ELEMENTS (phases));
  limber_timer_dial_set_time (LIMBER_TIMER_DIAL (dial), elapsed, 3600, 900, 3);
  limber_timer_dial_set_paused (LIMBER_TIMER_DIAL (dial), paused);
  return dial;
}

static GtkWidget *
make_dials (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mini = make_dial (1500, FALSE);
  GtkWidget *over = make_dial (3600 + 190, FALSE);

  limber_timer_dial_set_mini (LIMBER_TIMER_DIAL (mini), TRUE);
  gtk_widget_set_valign (mini, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (over, 230, -1);
  gtk_box_append (GTK_BOX (row), make_dial (2260, FALSE));
  gtk_box_append (GTK_BOX (row), over);
  gtk_box_append (GTK_BOX (row), mini);
  return row;
}

static GtkWidget *
make_trend (void)
{
  LimberDate day = limber_date_from_ymd (2026, 6, 24);
  LimberTrendPoint points[] = {
    { day, 3, 2, FALSE }, { day + 21, 4, 2, FALSE }, { day + 42, 5, 3, FALSE }, { day + 56, 6, 3, TRUE },
    { day + 77, 7, 4, TRUE },
  };
  GtkWidget *chart = limber_trend_chart_new ();

  limber_trend_chart_set_points (LIMBER_TREND_CHART (chart), points, G_N_ELEMENTS (points));
  return chart;
}

static GtkWidget *
make_strip (void)
{
  static const char *const verdicts[] = { "normal", "normal", "normal", "normal", "light-only", "early", "ideal",
                                          "acceptable", "acceptable", "fine", "caution", "avoid", "avoid", "avoid" };
  LimberVerdictDay days[G_N_ELEMENTS (verdicts)];
  LimberDate today = limber_date_from_ymd (2026, 9, 29);
  GtkWidget *strip = limber_verdict_strip_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    days[i] = (LimberVerdictDay) { today + i, verdicts[i], verdicts[i], NULL, i == 5 || i == 13, i == 12 };
  limber_verdict_strip_set_days (LIMBER_VERDICT_STRIP (strip), days, G_N_ELEMENTS (days));
  limber_verdict_strip_set_selected (LIMBER_VERDICT_STRIP (strip), today + 6);
  return strip;
}

static void
append_slider (GtkWidget *box, int before, int after)
{
  GtkWidget *slider = limber_severity_slider_new ("right quad");

  limber_severity_slider_set_before (LIMBER_SEVERITY_SLIDER (slider), before);
  limber_severity_slider_set_after (LIMBER_SEVERITY_SLIDER (slider), after);
  gtk_box_append (GTK_BOX (box), slider);
}

static GtkWidget *
make_bar (int days)
{
  GtkWidget *bar = limber_cadence_bar_new ();
  g_autofree char *text = g_strdup_printf ("%d days", days);

  limber_cadence_bar_set (LIMBER_CADENCE_BAR (bar), days, 14, 21, text);
  return bar;
}

static GtkWidget *
make_notice (LimberNotice kind, const char *text, const char *button)
{
  GtkWidget *bar = limber_notice_bar_new ();

  limber_notice_bar_set (LIMBER_NOTICE_BAR (bar), kind, text, button);
  return bar;
}

static GtkWidget *
make_editor (void)
{
  static const LimberFindingValues values = {
    LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_KNOT, 0, 7, TRUE, LIMBER_FINDING_SOURCE_THERAPIST,
    NULL,
  };
  GtkWidget *editor = limber_finding_editor_new (NULL);

  limber_finding_editor_set_values (LIMBER_FINDING_EDITOR (editor), &values);
  limber_finding_editor_set_status (LIMBER_FINDING_EDITOR (editor), "Recorded at 38 min");
  gtk_widget_add_css_class (editor, "card");
  return editor;
}

static GtkWidget *
make_left (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bars = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *avatar = adw_avatar_new (48, "Juniper Ashgrove", TRUE);

  gtk_box_append (GTK_BOX (box), make_map ());
  gtk_box_append (GTK_BOX (box), make_chips ());
  gtk_box_append (GTK_BOX (bars), make_bar (41));
  gtk_box_append (GTK_BOX (bars), make_bar (17));
  gtk_box_append (GTK_BOX (bars), make_bar (6));
  gtk_box_append (GTK_BOX (bars), avatar);
  gtk_box_append (GTK_BOX (box), bars);
  return box;
}

static GtkWidget *
make_right (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_box_append (GTK_BOX (box), make_notice (LIMBER_NOTICE_ALERT, "Allergy: almond oil", NULL));
  gtk_box_append (GTK_BOX (box), make_notice (LIMBER_NOTICE_INFO, "Saltmarsh Marathon is 12 days off.", "Book"));
  gtk_box_append (GTK_BOX (box), make_notice (LIMBER_NOTICE_WARNING, "Dorian is on the table then.", "Book anyway"));
  gtk_box_append (GTK_BOX (box), make_dials ());
  append_slider (box, 5, 2);
  append_slider (box, 6, -1);
  gtk_box_append (GTK_BOX (box), make_strip ());
  gtk_box_append (GTK_BOX (box), make_trend ());
  return box;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *empty = limber_empty_state_new ("Add your first client", "A name is enough. The rest can follow.");

  limber_empty_state_set_primary (LIMBER_EMPTY_STATE (empty), "New client", "contact-new-symbolic", "win.new-client",
                                  "<Control>n");
  limber_empty_state_set_secondary (LIMBER_EMPTY_STATE (empty), "Import a list", "win.import");
  return empty;
}

static GtkWidget *
make_gallery (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (row, "limber-page");
  gtk_box_append (GTK_BOX (row), make_left ());
  gtk_box_append (GTK_BOX (row), make_right ());
  gtk_box_append (GTK_BOX (right), make_editor ());
  if (!g_getenv ("LIMBER_GALLERY_NO_EMPTY"))
    gtk_box_append (GTK_BOX (right), make_empty ());
  gtk_box_append (GTK_BOX (row), right);
  return row;
}

static void
on_activate (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *gallery = make_gallery ();

  if (g_getenv ("LIMBER_GALLERY_RTL"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_getenv ("LIMBER_GALLERY_DPI"))
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", atoi (g_getenv ("LIMBER_GALLERY_DPI")) * 1024, NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gallery);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 1000);
  gtk_window_present (GTK_WINDOW (window));
  limber_feedback_toast (gallery, "Tom & Ines: <booked>");
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.limber.Limber", G_APPLICATION_NON_UNIQUE);

  g_application_set_resource_base_path (G_APPLICATION (application), "/org/limber/Limber/");
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
