/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-sweet-spot.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "pages/clients/record-history.h"
#include "pages/parts/page-bits.h"
#include "services/sweet-spot.h"
#include "services/wording/wording.h"
#include "widgets/sweet-spot-plot.h"
#include "widgets/widget-name.h"

#define MINDS_SHOWN 6

static GtkWidget *
deed_new (const char *label, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  limber_widget_name (button, name);
  return button;
}

static GtkWidget *
card_new (GtkBox *box)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  limber_record_clear (box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "limber-card-pad");
  gtk_box_append (box, card);
  return card;
}

static GtkWidget *
plot_new (const LimberPlanInput *input, const char *title, const char *text)
{
  GtkWidget *plot = limber_sweet_spot_plot_new ();
  g_autofree char *reading = g_strdup_printf ("%s. %s", title, text);
  LimberSweetSpotPlotValues values = {
    .pairs = input->pairs, .n_pairs = input->n_pairs,
    .usual_from = input->settings.ideal_from, .usual_to = input->settings.ideal_to,
    .learned = limber_sweet_spot (input->pairs, input->n_pairs, input->settings.sweet_spot_pairs, NULL),
    .pin_from = input->pin_from, .pin_to = input->pin_to, .reading = reading,
  };

  limber_sweet_spot_plot_set (LIMBER_SWEET_SPOT_PLOT (plot), &values);
  return plot;
}

/** limber_record_show_sweet_spot: the client's own best distance between massage and race, with what it rests on. */
void
limber_record_show_sweet_spot (GtkBox *box, const LimberClientFile *file)
{
  const LimberPlanInput *input = &file->facts->input;
  GtkWidget *card = card_new (box);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *title = limber_sweet_spot_title (input);
  g_autofree char *text = limber_sweet_spot_text (input, file->client->pin_reason);
  GtkWidget *plot = plot_new (input, title, text);
  gboolean pinned = input->pin_from > 0;

  gtk_box_append (GTK_BOX (words), limber_page_wrapped_label (title, "heading"));
  gtk_box_append (GTK_BOX (words), limber_page_wrapped_label (text, "limber-dim"));
  gtk_box_append (GTK_BOX (words), limber_page_wrapped_label (limber_wording_rule_source (pinned ? LIMBER_RULE_D2 : LIMBER_RULE_D1),
                                            "limber-hint"));
  gtk_box_append (GTK_BOX (words), deed_new (pinned ? _("Change or Unpin…") : _("Pin the Days…"), "spot.pin",
                                             pinned ? _("Change or unpin the days before a race")
                                                    : _("Pin the days before a race")));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), plot);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (card), row);
}

/* The mental side */

static char *
worry_words (const LimberClientFile *file)
{
  const LimberRuleSettings *settings = &file->facts->input.settings;
  int from = MIN (LIMBER_LEAD_MAX, settings->ideal_from + settings->extra_days);
  int to = MIN (LIMBER_LEAD_MAX, settings->ideal_to + settings->extra_days);

  if (!file->client->worries)
    return g_strdup (_("Not marked as worrying: the usual days hold before a goal race."));
  if (file->facts->input.pin_from > 0)
    return g_strdup (_("Worries before goal races. The pinned days hold all the same."));
  return g_strdup_printf (_("Worries before goal races: the ideal days move %d days earlier, to %d–%d days out, unless "
                            "past races taught better."), settings->extra_days, from, to);
}

static void
add_mind (GtkWidget *card, const LimberMind *mind)
{
  g_autofree char *day = limber_words_date_year (mind->said_on);
  g_autofree char *text = g_strdup_printf (_("%s: worry %d, confidence %d"), day, mind->worry, mind->confidence);
  g_autofree char *line = mind->text != NULL ? g_strdup_printf ("%s · %s", text, mind->text) : g_strdup (text);

  gtk_box_append (GTK_BOX (card), limber_page_wrapped_label (line, NULL));
}

/** limber_record_show_mind: worry and confidence with their history, and what they do to the ideal days. */
void
limber_record_show_mind (GtkBox *box, const LimberClientFile *file)
{
  GtkWidget *card = card_new (box);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = limber_page_label (_("Worry and confidence"), "heading");
  g_autofree char *worries = worry_words (file);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), deed_new (_("Note…"), "mind.note", _("Note worry and confidence")));
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), limber_page_wrapped_label (worries, "limber-dim"));
  for (guint i = 0; i < MIN (file->minds->len, MINDS_SHOWN); i++)
    add_mind (card, file->minds->pdata[i]);
  if (file->minds->len > MINDS_SHOWN)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u earlier", "and %u earlier", file->minds->len - MINDS_SHOWN),
                                               file->minds->len - MINDS_SHOWN);

      gtk_box_append (GTK_BOX (card), limber_page_wrapped_label (more, "limber-hint"));
    }
}
