/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "models/row.h"
#include "widgets/client-line.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_CLIENT_ROW (limber_client_row_get_type ())
G_DECLARE_FINAL_TYPE (LimberClientRow, limber_client_row, LIMBER, CLIENT_ROW, LimberClientLine)

GtkWidget *limber_client_row_new (void);
void       limber_client_row_set_row (LimberClientRow *self, LimberRow *row, LimberDate today);

G_END_DECLS
