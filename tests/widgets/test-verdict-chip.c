/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/verdict-chip.h"

#include <adwaita.h>

#include "../paint.h"

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* A verdict tells every reason to who asks: by a click, or by Enter. */
static void
test_a_chip_says_why (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chip = limber_verdict_chip_new ();

  gtk_window_set_child (GTK_WINDOW (window), chip);
  limber_verdict_chip_set (LIMBER_VERDICT_CHIP (chip), "ideal", "Ideal", "4 days out");
  gtk_window_present (GTK_WINDOW (window));
  wait_for_paint (window);
  g_assert_false (gtk_widget_get_focusable (chip));
  limber_verdict_chip_set_why (LIMBER_VERDICT_CHIP (chip), "Leaves easy days.\nRule B2");
  g_assert_true (gtk_widget_get_focusable (chip));
  gtk_widget_grab_focus (chip);
  gtk_widget_activate_action (chip, "chip.why", NULL);
  WAIT_UNTIL (find_label (chip, "Leaves easy days.") != NULL
              && gtk_widget_get_mapped (find_label (chip, "Leaves easy days.")));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/verdict-chip/says-why", test_a_chip_says_why);
  return g_test_run ();
}
