/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session-page.h"

struct _LimberSessionPage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LimberSessionPage, limber_session_page, ADW_TYPE_BIN)

static void
limber_session_page_class_init (LimberSessionPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/limber/Limber/ui/session-page.ui");
}

static void
limber_session_page_init (LimberSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_session_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_session_page_new (LimberStore *store, LimberClock *clock)
{
  return g_object_new (LIMBER_TYPE_SESSION_PAGE, NULL);
}

/** limber_session_page_open: shows the session @session_id. */
void
limber_session_page_open (LimberSessionPage *self, const char *session_id)
{
  g_return_if_fail (LIMBER_IS_SESSION_PAGE (self));
}
