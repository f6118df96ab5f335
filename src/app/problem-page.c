/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/problem-page.h"

struct _LimberProblemPage {
  AdwBin parent_instance;

  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (LimberProblemPage, limber_problem_page, ADW_TYPE_BIN)

static void
limber_problem_page_class_init (LimberProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberProblemPage, problem);
}

static void
limber_problem_page_init (LimberProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_problem_page_new: Returns: (transfer floating): why no clinic is open, and ways on. */
GtkWidget *
limber_problem_page_new (const GError *error)
{
  LimberProblemPage *self = g_object_new (LIMBER_TYPE_PROBLEM_PAGE, NULL);
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, text);
  return GTK_WIDGET (self);
}
