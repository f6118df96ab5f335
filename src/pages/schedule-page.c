/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule-page.h"

struct _LimberSchedulePage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LimberSchedulePage, limber_schedule_page, ADW_TYPE_BIN)

static void
limber_schedule_page_class_init (LimberSchedulePageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/limber/Limber/ui/schedule-page.ui");
}

static void
limber_schedule_page_init (LimberSchedulePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_schedule_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_schedule_page_new (LimberStore *store, LimberClock *clock)
{
  return g_object_new (LIMBER_TYPE_SCHEDULE_PAGE, NULL);
}
