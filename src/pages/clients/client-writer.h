/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/record.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  LIMBER_WRITE_INSERT,
  LIMBER_WRITE_UPDATE,
  LIMBER_WRITE_DELETE,
} LimberWrite;

/**
 * LimberWrittenFunc:
 * @record: (nullable): the row as it stands now; %NULL when the write failed, which has been said already
 */
typedef void (*LimberWrittenFunc) (GtkWidget *widget, gconstpointer record, gpointer data);

void limber_client_write (GtkWidget *widget, LimberStore *store, const LimberRecordType *type, LimberWrite verb,
                          gpointer record, LimberWrittenFunc done, gpointer data);

G_END_DECLS
