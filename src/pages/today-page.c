/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/today-page.h"

struct _LimberTodayPage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LimberTodayPage, limber_today_page, ADW_TYPE_BIN)

static void
limber_today_page_class_init (LimberTodayPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/limber/Limber/ui/today-page.ui");
}

static void
limber_today_page_init (LimberTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_today_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_today_page_new (LimberStore *store, LimberClock *clock)
{
  return g_object_new (LIMBER_TYPE_TODAY_PAGE, NULL);
}
