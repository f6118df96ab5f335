/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-questions.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "pages/parts/question.h"
#include "services/care-plan.h"
#include "widgets/widget-name.h"
#include "widgets/wrap-box.h"

static GtkWidget *
question_new (LimberStore *store, LimberClock *clock, const LimberFollowUp *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = limber_question_button_new (store, clock, question);
  g_autofree char *words = limber_question_words (question);

  gtk_widget_add_css_class (box, "question");
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), limber_page_icon_label (limber_question_icon (question), words, NULL));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* Rule F: who has been away for longer than planned is offered a bridge. */
static GtkWidget *
bridge_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new_with_label (_("Show"));

  gtk_widget_add_css_class (box, "question");
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "record.tab::self-care");
  limber_widget_name (button, _("Show the self-care plan"));
  gtk_box_append (GTK_BOX (box), limber_page_icon_label ("emoji-nature-symbolic",
                                                         _("Away for long: offer the self-care plan"), NULL));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static gboolean
needs_bridge (const LimberClientFile *file)
{
  g_autoptr (LimberCarePlan) plan = limber_care_plan_is_due (file) ? limber_care_plan_new (file) : NULL;

  return plan != NULL && plan->lines->len > 0;
}

/** limber_record_show_questions: what to ask while the client is on the phone; nothing when all is asked. */
void
limber_record_show_questions (GtkBox *box, LimberStore *store, LimberClock *clock, const LimberClientFile *file)
{
  GtkWidget *wrap = limber_wrap_box_new (8, 6);

  limber_page_clear (GTK_WIDGET (box));
  gtk_widget_set_visible (GTK_WIDGET (box), file->questions->len > 0 || needs_bridge (file));
  if (needs_bridge (file))
    limber_wrap_box_append (LIMBER_WRAP_BOX (wrap), bridge_new ());
  for (guint i = 0; i < file->questions->len; i++)
    limber_wrap_box_append (LIMBER_WRAP_BOX (wrap), question_new (store, clock, file->questions->pdata[i]));
  gtk_box_append (box, wrap);
}
