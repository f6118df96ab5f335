/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/sweet-spot.h"

#include <glib/gi18n-lib.h>

static int
count_of_lead (const LimberPlanInput *input, int lead, double *sum)
{
  int n = 0;

  *sum = 0;
  for (guint i = 0; i < input->n_pairs; i++)
    if (input->pairs[i].lead == lead)
      {
        *sum += (input->pairs[i].legs + input->pairs[i].confidence) / 2;
        n++;
      }
  return n;
}

/** limber_sweet_spot_pairs: Returns: (transfer full): "5 d 9.0 (2) · 4 d 7.0 (1)": what the learned day rests on. */
char *
limber_sweet_spot_pairs (const LimberPlanInput *input)
{
  GString *text = g_string_new (NULL);

  for (int lead = LIMBER_LEAD_MIN; lead <= LIMBER_LEAD_MAX; lead++)
    {
      double sum;
      int n = count_of_lead (input, lead, &sum);

      if (n > 0)
        /* Translators: days before a race, the mean of legs and confidence then, and how many races. */
        g_string_append_printf (text, _ ("%s%d d %.1f (%d)"), text->len > 0 ? " · " : "", lead, sum / n, n);
    }
  return g_string_free (text, FALSE);
}

/* "4", "4–5" */
static char *
range (int from, int to)
{
  return from == to ? g_strdup_printf ("%d", from) : g_strdup_printf ("%d–%d", from, to);
}

/** limber_sweet_spot_title: Returns: (transfer full): the best distance, or how many races are still needed for it. */
char *
limber_sweet_spot_title (const LimberPlanInput *input)
{
  int needed = input->settings.sweet_spot_pairs;
  guint n = 0;
  int learned = limber_sweet_spot (input->pairs, input->n_pairs, needed, &n);

  if (input->pin_from > 0)
    {
      g_autofree char *days = range (input->pin_from, input->pin_to);

      /* Translators: a number of days or a range of them: "Pinned: 4–6 days out" */
      return g_strdup_printf (_ ("Pinned: %s days out"), days);
    }
  if (learned > 0)
    return g_strdup_printf (ngettext ("Sweet spot: %d day out", "Sweet spot: %d days out", (gulong) learned), learned);
  /* Translators: "No sweet spot yet: 2 of 3 needed" races */
  return g_strdup_printf (_ ("No sweet spot yet: %u of %d needed"), n, needed);
}

/** limber_sweet_spot_usual: Returns: (transfer full): the days that would count without anything learned. */
char *
limber_sweet_spot_usual (const LimberPlanInput *input)
{
  g_autofree char *usual = range (input->settings.ideal_from, input->settings.ideal_to);

  return g_strdup_printf (_ (" The usual would be %s days out."), usual);
}

static void
add_rest (GString *text, const LimberPlanInput *input, guint n)
{
  guint others = input->n_pairs - n;
  g_autofree char *usual = limber_sweet_spot_usual (input);

  if (others > 0)
    g_string_append_printf (text,
                            ngettext (" %u more race does not count: its last session was not 3–7 days before.",
                                      " %u more races do not count: their last session was not 3–7 days before.", others),
                            others);
  g_string_append (text, usual);
}

/**
 * limber_sweet_spot_text:
 * @pin_reason: (nullable): why the therapist pinned the days
 *
 * Returns: (transfer full): what it rests on, and what it would be without
 */
char *
limber_sweet_spot_text (const LimberPlanInput *input, const char *pin_reason)
{
  int needed = input->settings.sweet_spot_pairs;
  guint n = 0;
  int learned = limber_sweet_spot (input->pairs, input->n_pairs, needed, &n);
  g_autofree char *pairs = limber_sweet_spot_pairs (input);
  g_autoptr (GString) text = g_string_new (NULL);

  if (input->pin_from > 0)
    g_string_append_printf (text, _ ("Set by the therapist, and nothing moves it: %s. "), pin_reason != NULL ? pin_reason : "–");
  if (input->pin_from > 0 && learned > 0)
    g_string_append_printf (text, _ ("Learned would be %d days out. "), learned);
  if (n == 0)
    g_string_append (text, _ ("No race with legs and confidence and a session 3–7 days before it so far."));
  else
    g_string_append_printf (text,
                            ngettext ("Mean of legs and confidence from %u race: %s.",
                                      "Mean of legs and confidence from %u races: %s.", n), n, pairs);
  add_rest (text, input, n);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
