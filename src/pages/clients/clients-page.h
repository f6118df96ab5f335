/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_CLIENTS_PAGE (limber_clients_page_get_type ())
G_DECLARE_FINAL_TYPE (LimberClientsPage, limber_clients_page, LIMBER, CLIENTS_PAGE, AdwBin)

GtkWidget *limber_clients_page_new (LimberStore *store, LimberClock *clock);

void limber_clients_page_search (LimberClientsPage *self, const char *text);
void limber_clients_page_show_client (LimberClientsPage *self, const char *client_id);
void limber_clients_page_show_tab (LimberClientsPage *self, const char *client_id, const char *tab);
void limber_clients_page_new_client (LimberClientsPage *self);

G_END_DECLS
