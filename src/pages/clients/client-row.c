/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/client-row.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "pages/parts/page-bits.h"
#include "widgets/widget-name.h"

struct _LimberClientRow {
  LimberClientLine parent_instance;

  LimberRow *row;
  gulong row_id;
  LimberDate today;
};

G_DEFINE_FINAL_TYPE (LimberClientRow, limber_client_row, LIMBER_TYPE_CLIENT_LINE)

static char *
limber_client_row_race_text (const LimberClientSummary *summary, LimberDate today)
{
  if (summary->raced_on != LIMBER_DATE_NONE)
    return g_strdup_printf (_("+%d d"), today - summary->raced_on);
  if (summary->race_on != LIMBER_DATE_NONE && summary->race_on - today <= 60)
    return g_strdup_printf (_("%d d"), MAX (summary->race_on - today, 0));
  return NULL;
}

/* A screen reader stands on the row of the list, so that one is named too. */
static void
limber_client_row_name (LimberClientRow *self, const LimberClientLineWords *words)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strjoin (", ", words->name, words->detail, words->state_text,
                                     words->race != NULL ? _("Race") : NULL, words->race, NULL);

  limber_widget_name (GTK_WIDGET (self), name);
  if (parent != NULL)
    limber_widget_name (parent, name);
}

static void
limber_client_row_show (LimberClientRow *self)
{
  const LimberClientSummary *summary = self->row != NULL ? limber_row_get_record (self->row) : NULL;
  g_autofree char *race = NULL, *state = NULL;
  LimberClientLineWords words = { 0 };

  if (summary == NULL)
    {
      limber_client_line_set (LIMBER_CLIENT_LINE (self), NULL);
      return;
    }
  words.name = summary->name;
  words.detail = summary->team != NULL ? summary->team : _("no team");
  words.race = race = limber_client_row_race_text (summary, self->today);
  words.days = summary->last_on != LIMBER_DATE_NONE ? self->today - summary->last_on : 0;
  words.maximum = summary->cadence.max;
  words.state = summary->state;
  words.state_text = state = limber_words_cadence (summary, words.days, FALSE);
  limber_client_line_set (LIMBER_CLIENT_LINE (self), &words);
  limber_client_row_name (self, &words);
}

static gboolean
limber_client_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LimberClientRow *self = LIMBER_CLIENT_ROW (widget);
  const LimberClientSummary *summary = self->row != NULL ? limber_row_get_record (self->row) : NULL;
  g_autofree char *text = summary != NULL ? limber_words_last_visit (summary->last_on) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
limber_client_row_drop (LimberClientRow *self)
{
  if (self->row != NULL)
    g_clear_signal_handler (&self->row_id, self->row);
  g_clear_object (&self->row);
}

static void
limber_client_row_dispose (GObject *object)
{
  limber_client_row_drop (LIMBER_CLIENT_ROW (object));
  G_OBJECT_CLASS (limber_client_row_parent_class)->dispose (object);
}

static void
limber_client_row_class_init (LimberClientRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_client_row_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = limber_client_row_query_tooltip;
}

static void
limber_client_row_init (LimberClientRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/** limber_client_row_new: one line of the client list. */
GtkWidget *
limber_client_row_new (void)
{
  return g_object_new (LIMBER_TYPE_CLIENT_ROW, NULL);
}

/** limber_client_row_set_row: shows and follows @row (nullable), a row of #LimberClientSummary. */
void
limber_client_row_set_row (LimberClientRow *self, LimberRow *row, LimberDate today)
{
  g_return_if_fail (LIMBER_IS_CLIENT_ROW (self));

  limber_client_row_drop (self);
  self->today = today;
  if (row == NULL)
    return;
  self->row = g_object_ref (row);
  self->row_id = g_signal_connect_swapped (row, "notify::record", G_CALLBACK (limber_client_row_show), self);
  limber_client_row_show (self);
}
