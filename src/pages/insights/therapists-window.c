/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/insights/therapists-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/insights/paper-window.h"
#include "pages/parts/page-bits.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "store/staff-work.h"
#include "widgets/widget-name.h"

/* Rule H: what each therapist has really done, style by style, so that a client finds who knows the work. */

static guint
sum (const guint *counts)
{
  guint total = 0;

  for (guint i = 0; i <= LIMBER_STYLE_LAST; i++)
    total += counts[i];
  return total;
}

static void
add_style (GtkGrid *grid, int row, const char *name, guint n, guint recent, guint most)
{
  GtkWidget *label = limber_page_label (name, NULL);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (most, 1));
  g_autofree char *count = g_strdup_printf ("%u", n);
  /* Translators: how many sessions of the last twelve months */
  g_autofree char *lately = g_strdup_printf (_("%u in 12 months"), recent);
  g_autofree char *heard = g_strdup_printf (_("%s: %u sessions, %u in 12 months"), name, n, recent);
  GtkWidget *number = limber_page_label (count, "numeric");

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), n);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  limber_widget_name (bar, heard);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, bar, 1, row, 1, 1);
  gtk_grid_attach (grid, number, 2, row, 1, 1);
  gtk_grid_attach (grid, limber_page_label (lately, "limber-dim"), 3, row, 1, 1);
}

static GtkWidget *
styles_new (const LimberStaffWork *work)
{
  GtkWidget *grid = gtk_grid_new ();
  guint most = 0;
  int row = 0;

  for (guint i = 0; i <= LIMBER_STYLE_LAST; i++)
    most = MAX (most, work->styles[i]);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 1; i <= LIMBER_STYLE_LAST; i++)
    add_style (GTK_GRID (grid), row++, limber_wording_style (i), work->styles[i], work->recent[i], most);
  if (work->styles[LIMBER_STYLE_NONE] > 0)
    add_style (GTK_GRID (grid), row++, _("No style noted"), work->styles[0], work->recent[0], most);
  return grid;
}

static GtkWidget *
head_new (const LimberStaffWork *work)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = limber_page_label (work->staff->name, "title-3");
  guint total = sum (work->styles);
  g_autofree char *count = g_strdup_printf (ngettext ("%u completed session", "%u completed sessions", total), total);
  g_autofree char *first = work->first_on != LIMBER_DATE_NONE ? limber_wording_full_date (work->first_on) : NULL;
  g_autofree char *text = first != NULL ? g_strdup_printf (_("%s since %s"), count, first) : g_strdup (count);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), limber_page_therapist_bar (work->staff->color));
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), limber_page_label (text, "limber-dim"));
  return head;
}

static void
fill (GtkBox *content, gpointer loaded)
{
  GPtrArray *list = loaded;

  limber_paper_add_text (content, _("Only completed sessions count, by the style that was noted."), "limber-dim");
  for (guint i = 0; i < list->len; i++)
    {
      GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

      gtk_widget_add_css_class (card, "card");
      gtk_widget_add_css_class (card, "limber-card-pad");
      gtk_box_append (GTK_BOX (card), head_new (list->pdata[i]));
      gtk_box_append (GTK_BOX (card), styles_new (list->pdata[i]));
      gtk_box_append (content, card);
    }
  if (list->len == 0)
    limber_paper_add_text (content, _("No therapist works here yet. Add one in the preferences."), "limber-dim");
  limber_paper_add_text (content, limber_wording_rule_source (LIMBER_RULE_H), "limber-hint");
}

/** limber_therapists_window_present: shows over @parent what each therapist has done. */
void
limber_therapists_window_present (GtkWindow *parent, LimberStore *store, LimberClock *clock)
{
  LimberDate *today = g_new (LimberDate, 1);

  *today = limber_clock_today (clock);
  limber_paper_window_present (parent, store, _("Therapists"), limber_staff_work_load, today, g_free,
                               (GDestroyNotify) g_ptr_array_unref, fill);
}
