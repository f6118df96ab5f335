/* SPDX-License-Identifier: GPL-3.0-or-later */
/* At the end of a visit: the tool for home of each area that is still open, and what to leave alone. */
#include "pages/session/home-card.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "services/session/session-home.h"
#include "services/wording/wording-self-care.h"
#include "services/wording/wording.h"
#include "widgets/words.h"

struct _LimberHomeCard {
  AdwBin parent_instance;

  LimberSessionRoom *room;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LimberHomeCard, limber_home_card, ADW_TYPE_BIN)

static GtkWidget *
wrapping_label (const char *text, const char *css_class)
{
  GtkWidget *label = limber_page_label (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  return label;
}

static void
add_item (LimberHomeCard *self, const LimberSelfCareItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *area = limber_wording_area (item->area, item->side);
  g_autofree char *title = limber_capitalize (area);
  g_autofree char *note = limber_wording_self_care_note (item);
  GtkWidget *name = limber_page_label (title, "limber-strong");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (row), name);
  if (item->tool != LIMBER_TOOL_NONE)
    gtk_box_append (GTK_BOX (row), limber_page_label (limber_wording_tool (item->tool), NULL));
  gtk_box_append (GTK_BOX (self->list), row);
  if (note != NULL)
    gtk_box_append (GTK_BOX (self->list), wrapping_label (note, item->barred ? "error" : "limber-hint"));
}

static void
on_room_changed (LimberHomeCard *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);
  g_autoptr (GArray) plan = NULL;
  guint n = 0;

  if (sheet == NULL)
    return;
  plan = limber_session_home_plan (sheet);
  limber_page_clear (self->list);
  for (guint i = 0; i < plan->len; i++)
    {
      const LimberSelfCareItem *item = &g_array_index (plan, LimberSelfCareItem, i);

      if (item->tool == LIMBER_TOOL_NONE && !item->barred)
        continue;
      add_item (self, item);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
limber_home_card_dispose (GObject *object)
{
  g_clear_object (&LIMBER_HOME_CARD (object)->room);
  G_OBJECT_CLASS (limber_home_card_parent_class)->dispose (object);
}

static void
limber_home_card_class_init (LimberHomeCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_home_card_dispose;
}

static void
limber_home_card_init (LimberHomeCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *caution = wrapping_label (limber_wording_tool_caution (), "limber-small");

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (caution, "limber-dim");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "limber-card-pad");
  gtk_box_append (GTK_BOX (box), limber_page_label (_ ("Until then, at home"), "title-4"));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), caution);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

/** limber_home_card_set_room: The session whose open areas are shown; once. */
void
limber_home_card_set_room (LimberHomeCard *self, LimberSessionRoom *room)
{
  g_return_if_fail (LIMBER_IS_HOME_CARD (self));

  g_set_object (&self->room, room);
  g_signal_connect_object (room, "changed", G_CALLBACK (on_room_changed), self, G_CONNECT_SWAPPED);
}
