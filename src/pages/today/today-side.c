/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/today/today-side.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "pages/parts/question.h"
#include "services/rebook/rebook.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording-visit.h"
#include "services/wording/wording.h"
#include "widgets/cadence-chip.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

static GtkWidget *
list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  limber_widget_name (list, name);
  return list;
}

static void
append_row (GtkWidget *list, GtkWidget *lead, GtkWidget *words, GtkWidget *button)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_widget_add_css_class (box, "side-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (lead != NULL)
    gtk_box_append (GTK_BOX (box), lead);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static GtkWidget *
due_chip (LimberClock *clock, const LimberRebookItem *item)
{
  LimberDate today = limber_clock_today (clock);
  gboolean over = item->group == LIMBER_REBOOK_GROUP_OVERDUE;
  GtkWidget *chip = limber_cadence_chip_new ();
  g_autofree char *text = over ? g_strdup_printf (_("%d d over"), today - item->due->due.to)
                               : g_strdup_printf (_("Due · day %d"), today - item->due->last);

  limber_cadence_chip_set (LIMBER_CADENCE_CHIP (chip), over ? "overdue" : "due", text, today - item->due->last,
                           item->due->due.to - item->due->last, NULL);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  return chip;
}

static GtkWidget *
book_button (LimberClock *clock, const LimberRebookItem *item)
{
  const LimberNextVisit *next = &item->next;
  LimberDate today = limber_clock_today (clock);
  g_autofree char *day = next->date != LIMBER_DATE_NONE ? limber_wording_day_and_month (next->date) : NULL;
  g_autofree char *why = limber_wording_visit_why (next, &item->due->facts->input, limber_clock_zone (clock));
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  GtkWidget *button;

  if (day == NULL)
    label = g_strdup (_("Book"));
  else if (next->date == today)
    label = g_strdup (_("Book today"));
  else
    label = g_strdup_printf (_("Book %s"), day);
  name = why != NULL ? g_strdup_printf ("%s: %s, %s", label, item->due->name, why)
                     : g_strdup_printf ("%s: %s", label, item->due->name);
  button = gtk_button_new_with_label (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.book");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), limber_page_book_visit_args (item->base.id, next));
  limber_widget_tip (button, why);
  limber_widget_name (button, name);
  return button;
}

static void
fill_due (GtkWidget *side, LimberClock *clock, GPtrArray *due)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = limber_page_label (_("Due to rebook"), "heading");
  GtkWidget *list = list_new (_("Due to rebook"));
  g_autofree char *text = g_strdup_printf (_("All %u"), due->len);
  GtkWidget *all = gtk_button_new_with_label (text);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (side), head);
  if (due->len == 0)
    {
      gtk_box_append (GTK_BOX (side), limber_page_label (_("Nobody is waiting."), "limber-dim"));
      g_object_ref_sink (all);
      g_object_unref (all);
      g_object_ref_sink (list);
      g_object_unref (list);
      return;
    }
  gtk_widget_add_css_class (all, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "win.show-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (all), "s", "rebook");
  gtk_box_append (GTK_BOX (head), all);
  for (guint i = 0; i < MIN (due->len, LIMBER_TODAY_N_DUE); i++)
    {
      const LimberRebookItem *item = due->pdata[i];
      GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      gtk_box_append (GTK_BOX (words), limber_page_label (item->due->name, "limber-strong"));
      gtk_box_append (GTK_BOX (words), due_chip (clock, item));
      append_row (list, NULL, words, book_button (clock, item));
    }
  gtk_box_append (GTK_BOX (side), list);
}

static void
fill_questions (GtkWidget *side, LimberStore *store, LimberClock *clock, GPtrArray *questions)
{
  GtkWidget *list;

  if (questions->len == 0)
    return;
  list = list_new (_("Follow up"));
  gtk_box_append (GTK_BOX (side), limber_page_label (_("Follow up"), "heading"));
  for (guint i = 0; i < questions->len; i++)
    {
      const LimberFollowUp *question = questions->pdata[i];
      GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      g_autofree char *line = limber_question_words (question);

      gtk_box_append (GTK_BOX (words), limber_page_label (question->client_name, "limber-strong"));
      gtk_box_append (GTK_BOX (words), limber_page_label (line, "limber-hint"));
      append_row (list, gtk_image_new_from_icon_name (limber_question_icon (question)), words,
                  limber_question_button_new (store, clock, question));
    }
  gtk_box_append (GTK_BOX (side), list);
}

static void
fill_late (GtkWidget *side, gint64 n_late)
{
  g_autofree char *text = NULL;

  if (n_late == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d reminder came due while Limber was closed.",
                                       "%d reminders came due while Limber was closed.", (gulong) n_late),
                          (int) n_late);
  gtk_box_append (GTK_BOX (side), limber_page_icon_label ("dialog-information-symbolic", text, "limber-hint"));
}

/** limber_today_side_fill: who is due and what to ask; @facts must live as long as the rows in @side. */
void
limber_today_side_fill (GtkWidget *side, LimberStore *store, LimberClock *clock, const LimberTodaySide *facts)
{
  limber_page_clear (side);
  fill_due (side, clock, facts->due);
  fill_questions (side, store, clock, facts->questions);
  fill_late (side, facts->n_late);
}
