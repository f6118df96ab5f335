/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/reasons.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"

#define WIDTH_CHARS 46

static GtkWidget *
line_new (const char *text, const char *css_class)
{
  GtkWidget *label = limber_page_wrapped_label (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  return label;
}

static char *
head_of (const LimberPlanInput *input, LimberDate date)
{
  return g_strdup_printf (_("Deep work: %s. Light work: %s."),
                          limber_wording_verdict (limber_plan_verdict (input, date, LIMBER_WORK_DEEP)),
                          limber_wording_verdict (limber_plan_verdict (input, date, LIMBER_WORK_LIGHT)));
}

/** limber_reasons_new: Returns: (transfer floating): what stands in a popover that says why @date is judged so. */
GtkWidget *
limber_reasons_new (const LimberPlanInput *input, LimberDate date)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GArray) reasons = limber_plan_reasons (input, date);
  g_autofree char *day = limber_wording_long_day (date);
  g_autofree char *head = head_of (input, date);

  gtk_widget_add_css_class (box, "limber-card-pad");
  gtk_box_append (GTK_BOX (box), line_new (day, "heading"));
  gtk_box_append (GTK_BOX (box), line_new (head, "limber-strong"));
  if (reasons->len == 0)
    gtk_box_append (GTK_BOX (box), line_new (_("No race is near enough to speak about this day."), NULL));
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *sentence = limber_wording_reason_at (&g_array_index (reasons, LimberReason, i));
      g_autofree char *source = limber_wording_rule (g_array_index (reasons, LimberReason, i).rule);

      gtk_box_append (GTK_BOX (box), line_new (sentence, NULL));
      gtk_box_append (GTK_BOX (box), line_new (source, "limber-hint"));
    }
  gtk_box_append (GTK_BOX (box), line_new (limber_wording_guidance (), "limber-hint"));
  return box;
}
