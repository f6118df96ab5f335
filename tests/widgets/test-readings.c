/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the drawing widgets say to a screen reader, and what keys and clicks do. */
#include "widgets/palette.h"
#include "widgets/severity-slider.h"
#include "widgets/timer-dial.h"
#include "widgets/trend-chart.h"
#include "widgets/verdict-strip.h"

#include <adwaita.h>

#include "../paint.h"

static int heard;
static int times;

static void
hear (GtkWidget *widget, int value)
{
  heard = value;
  times++;
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 400);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_paint (window);
  return window;
}

static void
press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
}

static void
assert_value_text (GtkWidget *widget, const char *text)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);
}

static void
test_the_dial (void)
{
  static const LimberDialPhase phases[] = { { "Check-in", 300 }, { "A very long name of a phase", 2400 },
                                            { "Re-assess", 900 } };
  GtkWidget *dial = limber_timer_dial_new ();
  GtkWidget *window = show (dial);

  limber_timer_dial_set_phases (LIMBER_TIMER_DIAL (dial), phases, G_N_ELEMENTS (phases));
  limber_timer_dial_set_time (LIMBER_TIMER_DIAL (dial), 2221, 3600, 900, 1);
  assert_value_text (dial, "23 minutes left, A very long name of a phase");
  limber_timer_dial_set_time (LIMBER_TIMER_DIAL (dial), 3600, 3600, 900, 2);
  assert_value_text (dial, "0 minutes left, Re-assess");
  wait_for_paint (window);
  limber_timer_dial_set_time (LIMBER_TIMER_DIAL (dial), 3600 + 181, 3600, 900, 2);
  limber_timer_dial_set_paused (LIMBER_TIMER_DIAL (dial), TRUE);
  assert_value_text (dial, "3 minutes over, paused");
  wait_for_paint (window);
  limber_timer_dial_set_phases (LIMBER_TIMER_DIAL (dial), NULL, 0);
  limber_timer_dial_set_time (LIMBER_TIMER_DIAL (dial), 0, 0, 0, -1);
  wait_for_paint (window);
  limber_timer_dial_set_mini (LIMBER_TIMER_DIAL (dial), TRUE);
  wait_for_paint (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_slider (void)
{
  GtkWidget *slider = limber_severity_slider_new ("right quad");
  GtkWidget *window = show (slider);

  g_signal_connect (slider, "changed", G_CALLBACK (hear), NULL);
  times = 0;
  limber_severity_slider_set_before (LIMBER_SEVERITY_SLIDER (slider), 5);
  assert_value_text (slider, "was 5, not asked yet");
  press (slider, GDK_KEY_Left);
  g_assert_cmpint (heard, ==, 4);
  assert_value_text (slider, "4, was 5");
  press (slider, GDK_KEY_9);
  g_assert_cmpint (heard, ==, 9);
  press (slider, GDK_KEY_End);
  press (slider, GDK_KEY_Right);
  g_assert_cmpint (limber_severity_slider_get_after (LIMBER_SEVERITY_SLIDER (slider)), ==, 10);
  press (slider, GDK_KEY_Home);
  press (slider, GDK_KEY_Left);
  g_assert_cmpint (heard, ==, 0);
  g_assert_cmpint (times, ==, 4);
  limber_severity_slider_set_after (LIMBER_SEVERITY_SLIDER (slider), 3);
  g_assert_cmpint (times, ==, 4);
  wait_for_paint (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
hear_point (GtkWidget *chart, guint index, int *told)
{
  *told = (int) index;
}

static void
test_the_trend (void)
{
  LimberDate day = limber_date_from_ymd (2026, 9, 9);
  LimberTrendPoint points[] = { { day, 7, 4, TRUE }, { day + 20, 5, -1, FALSE } };
  GtkWidget *chart = limber_trend_chart_new ();
  GtkWidget *window, *first;
  int told = -1;

  limber_trend_chart_set_points (LIMBER_TREND_CHART (chart), points, G_N_ELEMENTS (points));
  window = show (chart);
  first = gtk_widget_get_first_child (chart);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "9 Sep, before 7, after 4, unaware");
  gtk_test_accessible_assert_property (gtk_widget_get_next_sibling (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "29 Sep, before 5");
  gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == gtk_widget_get_next_sibling (first));
  gtk_widget_child_focus (chart, GTK_DIR_LEFT);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == first);
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  wait_for_paint (window);
  g_signal_connect (chart, "point-activated", G_CALLBACK (hear_point), &told);
  g_signal_emit_by_name (gtk_widget_get_next_sibling (first), "clicked");
  wait_for_paint (window);
  g_assert_cmpint (told, ==, 1);
  limber_trend_chart_set_points (LIMBER_TREND_CHART (chart), NULL, 0);
  wait_for_paint (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
nth_button (GtkWidget *strip, int index)
{
  GtkWidget *column = gtk_widget_get_first_child (strip);

  while (index--)
    column = gtk_widget_get_next_sibling (column);
  return gtk_widget_get_last_child (column);
}

static void
test_the_strip (void)
{
  LimberDate day = limber_date_from_ymd (2026, 10, 5);
  LimberVerdictDay days[] = {
    { day, "ideal", "Ideal", "6 days out", FALSE, FALSE },
    { day + 1, "acceptable", "Acceptable", NULL, FALSE, FALSE },
    { day + 2, "avoid", "Avoid", NULL, TRUE, FALSE },
    { day + 3, "avoid", "Avoid", NULL, FALSE, TRUE },
  };
  GtkWidget *strip = limber_verdict_strip_new ();
  GtkWidget *window = show (strip);

  g_signal_connect (strip, "day-selected", G_CALLBACK (hear), NULL);
  times = 0;
  limber_verdict_strip_set_days (LIMBER_VERDICT_STRIP (strip), days, G_N_ELEMENTS (days));
  limber_verdict_strip_set_selected (LIMBER_VERDICT_STRIP (strip), day);
  g_assert_cmpint (times, ==, 0);
  gtk_test_accessible_assert_property (nth_button (strip, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mon 5 Oct, Ideal: 6 days out");
  gtk_test_accessible_assert_property (nth_button (strip, 2), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Wed 7 Oct, closed, Avoid");
  g_assert_false (gtk_widget_get_sensitive (nth_button (strip, 2)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (nth_button (strip, 1)), TRUE);
  g_assert_cmpint (times, ==, 1);
  g_assert_cmpint (heard, ==, day + 1);
  limber_verdict_strip_set_days (LIMBER_VERDICT_STRIP (strip), days, 2);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (nth_button (strip, 1))));
  g_assert_cmpint (times, ==, 1);
  wait_for_paint (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), TRUE);
  g_test_add_func ("/readings/the-dial", test_the_dial);
  g_test_add_func ("/readings/the-slider", test_the_slider);
  g_test_add_func ("/readings/the-trend", test_the_trend);
  g_test_add_func ("/readings/the-strip", test_the_strip);
  return g_test_run ();
}
