/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/client-file.h"
#include "widgets/adaptive-bin.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_CLIENT_FACTS (limber_client_facts_get_type ())
G_DECLARE_FINAL_TYPE (LimberClientFacts, limber_client_facts, LIMBER, CLIENT_FACTS, GtkWidget)

GtkWidget *limber_client_facts_new (void);
void       limber_client_facts_set_file (LimberClientFacts *self, const LimberClientFile *file);
void       limber_client_facts_set_width (LimberClientFacts *self, LimberWidth width);

G_END_DECLS
