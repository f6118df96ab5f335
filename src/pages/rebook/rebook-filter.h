/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/rebook/rebook.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_REBOOK_FILTER (limber_rebook_filter_get_type ())
G_DECLARE_FINAL_TYPE (LimberRebookFilter, limber_rebook_filter, LIMBER, REBOOK_FILTER, GtkBox)

GtkWidget *limber_rebook_filter_new (void);
void       limber_rebook_filter_offer (LimberRebookFilter *self, GListModel *rows);
gboolean   limber_rebook_filter_matches (LimberRebookFilter *self, const LimberRebookItem *item);
int        limber_rebook_filter_compare (LimberRebookFilter *self, const LimberRebookItem *a, const LimberRebookItem *b);
gboolean   limber_rebook_filter_is_active (LimberRebookFilter *self);
void       limber_rebook_filter_clear (LimberRebookFilter *self);

G_END_DECLS
