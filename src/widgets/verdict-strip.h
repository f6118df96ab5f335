/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/date.h"

G_BEGIN_DECLS

/**
 * LimberVerdictDay:
 *
 * @verdict: the id of the day's verdict
 * @word: the verdict in words, @reason why; for hover and screen readers; either may be %NULL
 */
typedef struct {
  LimberDate date;
  const char *verdict;
  const char *word;
  const char *reason;
  gboolean closed;
  gboolean race;
} LimberVerdictDay;

#define LIMBER_TYPE_VERDICT_STRIP (limber_verdict_strip_get_type ())
G_DECLARE_FINAL_TYPE (LimberVerdictStrip, limber_verdict_strip, LIMBER, VERDICT_STRIP, GtkWidget)

/* Signal: day-selected (int date), when a person chose a day. */
GtkWidget *limber_verdict_strip_new (void);
void       limber_verdict_strip_set_days (LimberVerdictStrip *self, const LimberVerdictDay *days, gsize n_days);
void       limber_verdict_strip_set_selected (LimberVerdictStrip *self, LimberDate date);
LimberDate limber_verdict_strip_get_selected (LimberVerdictStrip *self);

G_END_DECLS
