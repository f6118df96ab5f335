/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "../wait.h"

/* What the tests of pages share: to find what a person would look for, and to wait for what a person would see. */

static inline const char *
page_test_text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return NULL;
}

/* The pages of a stack that is turned to another one are visible, but not to a person. */
static inline gboolean
page_test_is_shown (GtkWidget *widget)
{
  return gtk_widget_get_visible (widget) && (GTK_IS_WINDOW (widget) || gtk_widget_get_child_visible (widget));
}

/* The first visible widget of @type whose text (or that of a label inside) contains @text. */
static inline GtkWidget *
page_test_find (GtkWidget *widget, GType type, const char *text)
{
  const char *own = page_test_text_of (widget);

  if (!page_test_is_shown (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && text == NULL)
    return widget;
  if (own != NULL && text != NULL && strstr (own, text) != NULL)
    return type == GTK_TYPE_LABEL ? widget : gtk_widget_get_ancestor (widget, type);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = page_test_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A widget by its tooltip: buttons without words. */
static inline GtkWidget *
page_test_find_tip (GtkWidget *widget, const char *tip)
{
  const char *own = gtk_widget_get_tooltip_text (widget);

  if (!page_test_is_shown (widget))
    return NULL;
  if (own != NULL && strstr (own, tip) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = page_test_find_tip (child, tip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row of a form by its title. */
static inline GtkWidget *
page_test_find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = page_test_find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define page_test_wait_text(root, text) WAIT_FOR (page_test_find (root, GTK_TYPE_LABEL, text) != NULL, text)
#define page_test_wait_no_text(root, text) WAIT_UNTIL (page_test_find (root, GTK_TYPE_LABEL, text) == NULL)

static inline void
page_test_click (GtkWidget *root, GType type, const char *text)
{
  GtkWidget *button = page_test_find (root, type, text);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* The buttons 0 to 10 of a scale; @number counts the scales in @root and is used up on the way. */
static inline GtkWidget *
page_test_find_scale (GtkWidget *root, int *number)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), g_type_from_name ("LimberScorePicker")) && (*number)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = page_test_find_scale (child, number);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline void
page_test_pick_score (GtkWidget *root, int number, const char *score)
{
  GtkWidget *scale = page_test_find_scale (root, &number);
  GtkWidget *button;

  g_assert_nonnull (scale);
  button = page_test_find (gtk_widget_get_last_child (scale), GTK_TYPE_TOGGLE_BUTTON, score);
  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* The dialog over @window. */
static inline GtkWidget *
page_test_dialog (GtkWidget *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}
