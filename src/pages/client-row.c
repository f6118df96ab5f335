/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/client-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/client-words.h"

struct _LimberClientRow {
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkWidget *race_box;
  GtkLabel *race;
  GtkLabel *team;
  LimberCadenceChip *chip;

  LimberRow *row;
  gulong row_id;
  LimberDate today;
};

G_DEFINE_FINAL_TYPE (LimberClientRow, limber_client_row, GTK_TYPE_WIDGET)

static char *
limber_client_row_race_text (const LimberClientSummary *summary, LimberDate today)
{
  if (summary->raced_on != LIMBER_DATE_NONE)
    return g_strdup_printf (_("+%d d"), today - summary->raced_on);
  if (summary->race_on != LIMBER_DATE_NONE && summary->race_on - today <= 60)
    return g_strdup_printf (_("%d d"), MAX (summary->race_on - today, 0));
  return NULL;
}

static void
limber_client_row_show (LimberClientRow *self)
{
  const LimberClientSummary *summary = self->row != NULL ? limber_row_get_record (self->row) : NULL;
  g_autofree char *race = summary != NULL ? limber_client_row_race_text (summary, self->today) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->chip), summary != NULL);
  gtk_widget_set_visible (self->race_box, race != NULL);
  gtk_label_set_label (self->race, race != NULL ? race : "");
  gtk_label_set_label (self->name, summary != NULL ? summary->name : "");
  adw_avatar_set_text (self->avatar, summary != NULL ? summary->name : "");
  gtk_label_set_label (self->team, summary == NULL ? "" : summary->team != NULL ? summary->team : _("no team"));
  if (summary != NULL)
    limber_words_show_cadence (self->chip, summary, self->today, FALSE);
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
  LimberClientRow *self = LIMBER_CLIENT_ROW (object);

  limber_client_row_drop (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (limber_client_row_parent_class)->dispose (object);
}

static void
limber_client_row_class_init (LimberClientRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_client_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/client-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberClientRow, box);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRow, name);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRow, race_box);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRow, race);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRow, team);
  gtk_widget_class_bind_template_child (widget_class, LimberClientRow, chip);
  g_type_ensure (LIMBER_TYPE_CADENCE_CHIP);
}

static void
limber_client_row_init (LimberClientRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
