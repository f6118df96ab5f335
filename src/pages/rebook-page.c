/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/rebook-page.h"

struct _LimberRebookPage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LimberRebookPage, limber_rebook_page, ADW_TYPE_BIN)

static void
limber_rebook_page_class_init (LimberRebookPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/limber/Limber/ui/rebook-page.ui");
}

static void
limber_rebook_page_init (LimberRebookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_rebook_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_rebook_page_new (LimberStore *store, LimberClock *clock)
{
  return g_object_new (LIMBER_TYPE_REBOOK_PAGE, NULL);
}
