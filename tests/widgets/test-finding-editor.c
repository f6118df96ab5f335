/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/finding-editor.h"
#include "widgets/palette.h"

#include <adwaita.h>
#include <string.h>

#include "../paint.h"

typedef struct {
  GtkWidget *window;
  LimberFindingEditor *editor;
  int recorded;
  int removed;
  int done;
  char *note;
} Fixture;

static void
on_recorded (LimberFindingEditor *editor, Fixture *fixture)
{
  LimberFindingValues values;

  limber_finding_editor_get_values (editor, &values);
  g_free (fixture->note);
  fixture->note = g_strdup (values.note);
  fixture->recorded++;
}

static void
count (int *counter)
{
  (*counter)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LimberFindingValues values = { .area = LIMBER_AREA_QUADRICEPS, .side = LIMBER_SIDE_LEFT, .severity = 5,
                                 .source = LIMBER_FINDING_SOURCE_CLIENT };

  fixture->window = gtk_window_new ();
  fixture->editor = LIMBER_FINDING_EDITOR (limber_finding_editor_new (NULL));
  limber_finding_editor_set_values (fixture->editor, &values);
  g_signal_connect (fixture->editor, "recorded", G_CALLBACK (on_recorded), fixture);
  g_signal_connect_swapped (fixture->editor, "removed", G_CALLBACK (count), &fixture->removed);
  g_signal_connect_swapped (fixture->editor, "done", G_CALLBACK (count), &fixture->done);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->editor));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_paint (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_free (fixture->note);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *tooltip_or_label)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

      if (!tooltip_or_label || g_strcmp0 (label, tooltip_or_label) == 0
          || g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip_or_label) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, tooltip_or_label);

      if (found)
        return found;
    }
  return NULL;
}

static void
click (Fixture *fixture, const char *name)
{
  GtkWidget *button = find (GTK_WIDGET (fixture->editor), GTK_TYPE_BUTTON, name);

  if (!button)
    g_error ("no button %s", name);
  g_signal_emit_by_name (button, "clicked");
}

static LimberFindingValues
values_of (Fixture *fixture)
{
  LimberFindingValues values;

  limber_finding_editor_get_values (fixture->editor, &values);
  return values;
}

static void
test_a_type_records (Fixture *fixture, gconstpointer data)
{
  click (fixture, "Right");
  g_assert_cmpint (fixture->recorded, ==, 0);
  click (fixture, "Knot");
  g_assert_cmpint (fixture->recorded, ==, 1);
  g_assert_cmpint (values_of (fixture).type, ==, LIMBER_FINDING_TYPE_KNOT);
  g_assert_cmpint (values_of (fixture).side, ==, LIMBER_SIDE_RIGHT);
  g_assert_cmpint (values_of (fixture).severity, ==, 5);
}

static void
on_area_changed (LimberFindingEditor *editor, int *times)
{
  (*times)++;
}

/* Under the side of the hip lies another muscle: offered where the upper one was clicked, and there alone. */
static void
test_the_deeper_area_is_offered (Fixture *fixture, gconstpointer data)
{
  LimberFindingValues values = { .area = LIMBER_AREA_GLUTEUS_MEDIUS, .side = LIMBER_SIDE_LEFT, .severity = 5 };
  GtkWidget *deep;
  int times = 0;

  g_signal_connect (fixture->editor, "area-changed", G_CALLBACK (on_area_changed), &times);
  limber_finding_editor_set_values (fixture->editor, &values);
  click (fixture, "Knot");
  deep = find (GTK_WIDGET (fixture->editor), GTK_TYPE_BUTTON, "Deep side of the hip");
  g_assert_true (gtk_widget_get_mapped (deep));
  click (fixture, "Deep side of the hip");
  g_assert_cmpint (times, ==, 1);
  g_assert_cmpint (values_of (fixture).area, ==, LIMBER_AREA_GLUTEUS_MINIMUS);
  g_assert_cmpint (values_of (fixture).type, ==, LIMBER_FINDING_TYPE_NONE);
  g_assert_cmpint (fixture->recorded, ==, 1);
  click (fixture, "Tension");
  g_assert_cmpint (fixture->recorded, ==, 2);
  click (fixture, "Side of the hip");
  g_assert_cmpint (values_of (fixture).area, ==, LIMBER_AREA_GLUTEUS_MEDIUS);
  values.area = LIMBER_AREA_QUADRICEPS;
  limber_finding_editor_set_values (fixture->editor, &values);
  g_assert_false (gtk_widget_get_mapped (deep));
}

static void
test_later_touches_amend (Fixture *fixture, gconstpointer data)
{
  click (fixture, "Knot");
  click (fixture, "Both");
  click (fixture, "Pain");
  g_assert_cmpint (fixture->recorded, ==, 3);
  g_assert_cmpint (values_of (fixture).side, ==, LIMBER_SIDE_BOTH);
  click (fixture, "Sharp");
  g_assert_cmpint (values_of (fixture).quality, ==, LIMBER_PAIN_QUALITY_SHARP);
  click (fixture, "Knot");
  g_assert_cmpint (values_of (fixture).quality, ==, LIMBER_PAIN_QUALITY_NONE);
}

static void
test_unaware_is_found_by_the_therapist (Fixture *fixture, gconstpointer data)
{
  GtkWidget *unaware = find (GTK_WIDGET (fixture->editor), GTK_TYPE_SWITCH, NULL);

  click (fixture, "Knot");
  gtk_switch_set_active (GTK_SWITCH (unaware), TRUE);
  g_assert_true (values_of (fixture).unaware);
  g_assert_cmpint (values_of (fixture).source, ==, LIMBER_FINDING_SOURCE_THERAPIST);
  g_assert_cmpint (fixture->recorded, ==, 2);
  click (fixture, "Client said");
  g_assert_false (values_of (fixture).unaware);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (unaware)));
  g_assert_cmpint (fixture->recorded, ==, 3);
}

static void
test_a_note_is_told_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find (GTK_WIDGET (fixture->editor), GTK_TYPE_ENTRY, NULL);

  click (fixture, "Knot");
  gtk_editable_set_text (GTK_EDITABLE (entry), "mid");
  gtk_editable_set_text (GTK_EDITABLE (entry), "mid-belly");
  g_assert_cmpint (fixture->recorded, ==, 1);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (fixture->recorded, ==, 2);
  g_assert_cmpint (fixture->done, ==, 1);
  g_assert_cmpstr (fixture->note, ==, "mid-belly");
  gtk_editable_set_text (GTK_EDITABLE (entry), "deep");
  gtk_widget_set_visible (GTK_WIDGET (fixture->editor), FALSE);
  g_assert_cmpint (fixture->recorded, ==, 3);
}

static void
test_setting_values_says_nothing (Fixture *fixture, gconstpointer data)
{
  LimberFindingValues values = { .area = LIMBER_AREA_ABDOMINALS, .side = LIMBER_SIDE_MIDLINE,
                                 .type = LIMBER_FINDING_TYPE_PAIN, .severity = 8, .unaware = TRUE, .note = "x" };

  limber_finding_editor_set_values (fixture->editor, &values);
  g_assert_cmpint (fixture->recorded, ==, 0);
  gtk_widget_set_visible (GTK_WIDGET (fixture->editor), FALSE); /* a note that waited would be told now */
  g_assert_cmpint (fixture->recorded, ==, 0);
  click (fixture, "_Remove");
  g_assert_cmpint (fixture->removed, ==, 1);
}

#define ADD(name, func) g_test_add ("/finding-editor/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  ADD ("a-type-records", test_a_type_records);
  ADD ("the-deeper-area-is-offered", test_the_deeper_area_is_offered);
  ADD ("later-touches-amend", test_later_touches_amend);
  ADD ("unaware-is-found-by-the-therapist", test_unaware_is_found_by_the_therapist);
  ADD ("a-note-is-told-once", test_a_note_is_told_once);
  ADD ("setting-values-says-nothing", test_setting_values_says_nothing);
  return g_test_run ();
}
