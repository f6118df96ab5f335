/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/adaptive-bin.h"
#include "widgets/cadence-chip.h"
#include "widgets/draw-text.h"
#include "widgets/feedback.h"
#include "widgets/finding-chip.h"
#include "widgets/notice-bar.h"
#include "widgets/palette.h"
#include "widgets/verdict-chip.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"
#include "widgets/wrap-box.h"

#include <adwaita.h>

#include "../paint.h"

static void
test_a_bin_tells_its_width (void)
{
  static const struct { int width; LimberWidth expected; } cases[] = {
    { 1200, LIMBER_WIDTH_WIDE }, { 1199, LIMBER_WIDTH_NARROW }, { 960, LIMBER_WIDTH_NARROW },
    { 959, LIMBER_WIDTH_SMALL }, { 1300, LIMBER_WIDTH_WIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *bin = limber_adaptive_bin_new ();
      GtkWidget *label = gtk_label_new ("page");

      gtk_widget_set_size_request (label, 1100, -1);
      limber_adaptive_bin_set_child (LIMBER_ADAPTIVE_BIN (bin), label);
      gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
      gtk_window_set_child (GTK_WINDOW (window), bin);
      gtk_window_set_default_size (GTK_WINDOW (window), cases[i].width, 300);
      gtk_window_present (GTK_WINDOW (window));
      wait_for_paint (window);
      g_assert_cmpint (gtk_widget_get_width (bin), ==, cases[i].width);
      g_assert_cmpint (limber_adaptive_bin_get_width_class (LIMBER_ADAPTIVE_BIN (bin)), ==, cases[i].expected);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* The end of a sentence is the way on: it must fit into the smallest dialog, with the button beside it. */
static void
test_feedback_is_not_cut (void)
{
  static const char text[] = "Ines Calder is still treating Rafferty Quill & waits. Finish that session first.";
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, text);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *label;
  graphene_rect_t place;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("page"));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 420, 200);
  gtk_window_present (GTK_WINDOW (window));
  limber_feedback_error (gtk_widget_get_first_child (overlay), error);
  label = find_label (overlay, text);
  g_assert_nonnull (label);
  wait_for_paint (window);
  WAIT_UNTIL (gtk_widget_get_width (label) > 0);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_true (gtk_widget_compute_bounds (label, overlay, &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <, 420 - 32);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_wrap_box_wraps (void)
{
  GtkWidget *box = g_object_ref_sink (limber_wrap_box_new (10, 4));
  int minimum, natural, one, two;

  for (int i = 0; i < 3; i++)
    {
      GtkWidget *child = gtk_label_new (NULL);

      gtk_widget_set_size_request (child, 100, 20);
      limber_wrap_box_append (LIMBER_WRAP_BOX (box), child);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 320);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 320, &one, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 319, &two, NULL, NULL, NULL);
  g_assert_cmpint (two, ==, 2 * one + 4);
  g_object_unref (box);
}

/* A relation to the label would be read in place of the name. */
static void
test_a_name_outweighs_the_label (void)
{
  GtkWidget *buttons[] = { gtk_button_new_with_label ("45"), gtk_button_new_with_mnemonic ("_45") };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_object_ref_sink (buttons[i]);
      gtk_button_set_label (GTK_BUTTON (buttons[i]), "50");
      limber_widget_name (buttons[i], "45 minutes");
      gtk_test_accessible_assert_property (buttons[i], GTK_ACCESSIBLE_PROPERTY_LABEL, "45 minutes");
      g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (buttons[i]),
                                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY));
      g_object_unref (buttons[i]);
    }
}

static void
test_a_drop_down_keeps_its_choice (void)
{
  GtkWidget *drop = g_object_ref_sink (gtk_drop_down_new_from_strings ((const char *[]){ "Wren", "Ines", NULL }));
  gboolean related = gtk_test_accessible_has_relation (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

  limber_widget_name (drop, "Therapist");
  gtk_test_accessible_assert_property (drop, GTK_ACCESSIBLE_PROPERTY_LABEL, "Therapist");
  gtk_test_accessible_assert_property (drop, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Therapist");
  g_assert_true (related == gtk_test_accessible_has_relation (GTK_ACCESSIBLE (drop),
                                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_object_unref (drop);
}

static void
test_chips_say_their_word (void)
{
  GtkWidget *verdict = g_object_ref_sink (limber_verdict_chip_new ());
  GtkWidget *cadence = g_object_ref_sink (limber_cadence_chip_new ());
  GtkWidget *finding = g_object_ref_sink (limber_finding_chip_new ());

  limber_verdict_chip_set (LIMBER_VERDICT_CHIP (verdict), "ideal", "Ideal", "4 days out");
  gtk_test_accessible_assert_property (verdict, GTK_ACCESSIBLE_PROPERTY_LABEL, "Ideal: 4 days out");
  g_assert_true (gtk_widget_has_css_class (verdict, "v-ideal"));
  limber_verdict_chip_set (LIMBER_VERDICT_CHIP (verdict), "avoid", "Avoid", NULL);
  g_assert_false (gtk_widget_has_css_class (verdict, "v-ideal"));
  g_assert_false (gtk_widget_get_has_tooltip (verdict));
  limber_verdict_chip_set_compact (LIMBER_VERDICT_CHIP (verdict), TRUE);
  g_assert_true (gtk_widget_get_has_tooltip (verdict));

  limber_cadence_chip_set (LIMBER_CADENCE_CHIP (cadence), "overdue", "6 d over", 27, 21, NULL);
  gtk_test_accessible_assert_property (cadence, GTK_ACCESSIBLE_PROPERTY_LABEL, "6 d over");
  limber_finding_chip_set (LIMBER_FINDING_CHIP (finding), LIMBER_FINDING_TYPE_KNOT, 7, 4, TRUE, "right quad", NULL);
  gtk_test_accessible_assert_property (finding, GTK_ACCESSIBLE_PROPERTY_LABEL, "right quad \342\200\2167→4");
  g_object_unref (verdict);
  g_object_unref (cadence);
  g_object_unref (finding);
}

static gboolean
tells_tip (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean told = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, TRUE, tooltip, &told);
  return gtk_widget_get_has_tooltip (widget) && told;
}

static void
test_a_tip_is_told_when_asked (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());

  limber_widget_tip (button, "Book");
  limber_widget_tip (button, "Book again");
  g_assert_true (tells_tip (button));
  limber_widget_tip (button, NULL);
  g_assert_false (gtk_widget_get_has_tooltip (button));
  /* Neither of the two is left behind. */
  gtk_widget_set_has_tooltip (button, TRUE);
  g_assert_false (tells_tip (button));
  g_object_unref (button);
}

static void
test_only_a_shortened_label_has_a_tip (void)
{
  static const struct { int width; gboolean told; } cases[] = { { 600, FALSE }, { 60, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *label = gtk_label_new ("Right quadriceps, in the middle");

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      limber_widget_tip_shortened (GTK_LABEL (label));
      gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
      gtk_window_set_child (GTK_WINDOW (window), label);
      gtk_window_set_default_size (GTK_WINDOW (window), cases[i].width, 60);
      gtk_window_present (GTK_WINDOW (window));
      wait_for_paint (window);
      g_assert_cmpint (tells_tip (label), ==, cases[i].told);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* A point left behind would draw a line from the text to the next arc. */
static void
test_text_leaves_no_path_behind (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 40);
  cairo_t *cr = cairo_create (surface);
  LimberTextStyle style = { .size = 12 };

  g_assert_cmpfloat (limber_draw_text (label, cr, "Tue 29 Sep", &style, 10, 20, 0), >, 0);
  g_assert_false (cairo_has_current_point (cr));

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (label);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  g_test_add_func ("/widgets/a-bin-tells-its-width", test_a_bin_tells_its_width);
  g_test_add_func ("/widgets/feedback-is-not-cut", test_feedback_is_not_cut);
  g_test_add_func ("/widgets/a-wrap-box-wraps", test_a_wrap_box_wraps);
  g_test_add_func ("/widgets/chips-say-their-word", test_chips_say_their_word);
  g_test_add_func ("/widgets/a-name-outweighs-the-label", test_a_name_outweighs_the_label);
  g_test_add_func ("/widgets/a-drop-down-keeps-its-choice", test_a_drop_down_keeps_its_choice);
  g_test_add_func ("/widgets/a-tip-is-told-when-asked", test_a_tip_is_told_when_asked);
  g_test_add_func ("/widgets/only-a-shortened-label-has-a-tip", test_only_a_shortened_label_has_a_tip);
  g_test_add_func ("/widgets/text-leaves-no-path-behind", test_text_leaves_no_path_behind);
  return g_test_run ();
}
