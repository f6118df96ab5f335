/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  LIMBER_WIDTH_SMALL,
  LIMBER_WIDTH_NARROW,
  LIMBER_WIDTH_WIDE,
} LimberWidth;

#define LIMBER_TYPE_WIDTH (limber_width_get_type ())
GType limber_width_get_type (void);

#define LIMBER_TYPE_ADAPTIVE_BIN (limber_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (LimberAdaptiveBin, limber_adaptive_bin, LIMBER, ADAPTIVE_BIN, GtkWidget)

GtkWidget  *limber_adaptive_bin_new (void);
void        limber_adaptive_bin_set_child (LimberAdaptiveBin *self, GtkWidget *child);
GtkWidget  *limber_adaptive_bin_get_child (LimberAdaptiveBin *self);
LimberWidth limber_adaptive_bin_get_width_class (LimberAdaptiveBin *self);

G_END_DECLS
