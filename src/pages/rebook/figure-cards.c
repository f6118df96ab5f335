/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/rebook/figure-cards.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pages/parts/page-bits.h"
#include "services/wording/wording-figures.h"
#include "widgets/sparkline.h"

#define N_FIGURES (LIMBER_FIGURE_LAST + 1)
#define OVERDUE N_FIGURES
#define N_CARDS (N_FIGURES + 1)

typedef struct {
  GtkWidget *card;
  GtkWidget *value;
  GtkWidget *counts;
  GtkWidget *course;
} Card;

struct _LimberFigureCards {
  GtkBox parent_instance;
  Card cards[N_CARDS];
};

G_DEFINE_FINAL_TYPE (LimberFigureCards, limber_figure_cards, GTK_TYPE_BOX)

static void
add_card (LimberFigureCards *self, guint index, const char *name, const char *formula)
{
  Card *card = &self->cards[index];
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  card->card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  card->value = limber_page_label ("–", "title-1");
  card->counts = limber_page_label ("", "limber-hint");
  gtk_widget_add_css_class (card->value, "numeric");
  gtk_widget_add_css_class (card->card, "card");
  gtk_widget_add_css_class (card->card, "figure-card");
  gtk_widget_set_tooltip_text (card->card, formula);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), limber_page_label (name, "field-name"));
  gtk_box_append (GTK_BOX (words), card->value);
  gtk_box_append (GTK_BOX (words), card->counts);
  gtk_box_append (GTK_BOX (card->card), words);
  if (index != OVERDUE)
    {
      card->course = limber_sparkline_new ();
      gtk_box_append (GTK_BOX (card->card), card->course);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->card), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, formula, -1);
  gtk_box_append (GTK_BOX (self), card->card);
}

static void
limber_figure_cards_class_init (LimberFigureCardsClass *klass)
{
}

static void
limber_figure_cards_init (LimberFigureCards *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  for (guint i = 0; i < N_FIGURES; i++)
    add_card (self, i, limber_wording_figure_name ((LimberFigure) i), limber_wording_figure_formula ((LimberFigure) i));
  add_card (self, OVERDUE, _ ("Overdue"), _ ("Clients past the last day of their interval, with no visit booked and no pause"));
}

/** limber_figure_cards_new: Returns: (transfer floating): four figures with their formulas as tooltips. */
GtkWidget *
limber_figure_cards_new (void)
{
  return g_object_new (LIMBER_TYPE_FIGURE_CARDS, NULL);
}

static void
show_figure (LimberFigureCards *self, LimberFigure figure, const LimberFigures *figures)
{
  const LimberMonthFigures *month = &figures->months[LIMBER_FIGURE_MONTHS - 1];
  g_autofree char *value = limber_wording_ratio (limber_figure_of_month (month, figure));
  g_autofree char *counts = limber_wording_figure_counts (month, figure);
  g_autofree char *course = limber_wording_figure_course (figures, figure);
  g_autofree char *name = limber_wording_month (month->first);
  g_autofree char *formula = g_strdup_printf ("%s: %s", name, limber_wording_figure_formula (figure));
  double values[LIMBER_FIGURE_MONTHS];

  for (guint i = 0; i < LIMBER_FIGURE_MONTHS; i++)
    {
      const LimberRatio *ratio = limber_figure_of_month (&figures->months[i], figure);

      values[i] = ratio->whole > 0 ? (double) ratio->part / ratio->whole : NAN;
    }
  gtk_label_set_label (GTK_LABEL (self->cards[figure].value), value);
  gtk_label_set_label (GTK_LABEL (self->cards[figure].counts), counts);
  gtk_widget_set_tooltip_text (self->cards[figure].card, formula);
  limber_sparkline_set (LIMBER_SPARKLINE (self->cards[figure].course), values, LIMBER_FIGURE_MONTHS, course);
}

void
limber_figure_cards_set_figures (LimberFigureCards *self, const LimberFigures *figures)
{
  g_autofree char *clients = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "of %u client", "of %u clients", figures->clients),
                                              figures->clients);

  for (guint i = 0; i < N_FIGURES; i++)
    show_figure (self, (LimberFigure) i, figures);
  gtk_label_set_label (GTK_LABEL (self->cards[OVERDUE].counts), clients);
}

void
limber_figure_cards_set_overdue (LimberFigureCards *self, guint overdue)
{
  g_autofree char *value = g_strdup_printf ("%u", overdue);

  gtk_label_set_label (GTK_LABEL (self->cards[OVERDUE].value), value);
}

/** limber_figure_cards_set_narrow: @narrow: leaves the courses out and makes the figures smaller */
void
limber_figure_cards_set_narrow (LimberFigureCards *self, gboolean narrow)
{
  for (guint i = 0; i < N_CARDS; i++)
    {
      if (self->cards[i].course != NULL)
        gtk_widget_set_visible (self->cards[i].course, !narrow);
      gtk_widget_remove_css_class (self->cards[i].value, narrow ? "title-1" : "title-2");
      gtk_widget_add_css_class (self->cards[i].value, narrow ? "title-2" : "title-1");
    }
}
