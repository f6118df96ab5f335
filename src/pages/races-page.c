/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races-page.h"

struct _LimberRacesPage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LimberRacesPage, limber_races_page, ADW_TYPE_BIN)

static void
limber_races_page_class_init (LimberRacesPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/limber/Limber/ui/races-page.ui");
}

static void
limber_races_page_init (LimberRacesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_races_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_races_page_new (LimberStore *store, LimberClock *clock)
{
  return g_object_new (LIMBER_TYPE_RACES_PAGE, NULL);
}
