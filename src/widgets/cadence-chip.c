/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/cadence-chip.h"

#include "widgets/cadence-ring.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

struct _LimberCadenceChip
{
  GtkWidget parent_instance;
  GtkWidget *ring;
  GtkWidget *icon;
  GtkWidget *label;
  char *state;
};

G_DEFINE_FINAL_TYPE (LimberCadenceChip, limber_cadence_chip, GTK_TYPE_WIDGET)

/** limber_cadence_state_icon: Returns: (nullable): the icon of @state; %NULL when it is drawn as a ring. */
const char *
limber_cadence_state_icon (const char *state)
{
  static const char *const icons[][2] = {
    { "booked", "x-office-calendar-symbolic" },
    { "new", "star-new-symbolic" },
    { "paused", "media-playback-pause-symbolic" },
    { "snoozed", "alarm-symbolic" },
    { "lapsed", "user-offline-symbolic" },
    { "opted-out", "action-unavailable-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i][0], state) == 0)
      return icons[i][1];
  return NULL;
}

static void
set_state_class (LimberCadenceChip *self, const char *state)
{
  if (self->state)
    {
      g_autofree char *old = g_strconcat ("c-", self->state, NULL);
      gtk_widget_remove_css_class (GTK_WIDGET (self), old);
    }
  g_free (self->state);
  self->state = g_strdup (state);
  if (state)
    {
      g_autofree char *name = g_strconcat ("c-", state, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (self), name);
    }
}

static void
limber_cadence_chip_dispose (GObject *object)
{
  LimberCadenceChip *self = LIMBER_CADENCE_CHIP (object);

  g_clear_pointer (&self->ring, gtk_widget_unparent);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->state, g_free);
  G_OBJECT_CLASS (limber_cadence_chip_parent_class)->dispose (object);
}

static void
limber_cadence_chip_class_init (LimberCadenceChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_cadence_chip_dispose;
  gtk_widget_class_set_css_name (widget_class, "cadencechip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
limber_cadence_chip_init (LimberCadenceChip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 5);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cad");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  self->ring = limber_cadence_ring_new ();
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->ring, GTK_WIDGET (self));
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
limber_cadence_chip_new (void)
{
  return g_object_new (LIMBER_TYPE_CADENCE_CHIP, NULL);
}

/**
 * limber_cadence_chip_set:
 * @state: the id of a cadence state: overdue, due, not-due, booked, new, paused, snoozed, lapsed, opted-out
 * @text: the translated words, "6 d over"
 * @days: days since the last completed session (ring states only)
 * @maximum: the last day of the client's window
 * @reason: (nullable): shown on hover
 */
void
limber_cadence_chip_set (LimberCadenceChip *self,
                         const char *state,
                         const char *text,
                         int days,
                         int maximum,
                         const char *reason)
{
  const char *icon = limber_cadence_state_icon (state);
  g_autofree char *reading = reason ? g_strdup_printf ("%s: %s", text, reason) : g_strdup (text ? text : "");

  g_return_if_fail (LIMBER_IS_CADENCE_CHIP (self));

  set_state_class (self, state);
  gtk_widget_set_visible (self->ring, icon == NULL);
  gtk_widget_set_visible (self->icon, icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  limber_cadence_ring_set (LIMBER_CADENCE_RING (self->ring), maximum > 0 ? (double) days / maximum : 0,
                           g_strcmp0 (state, "overdue") == 0);
  gtk_label_set_label (GTK_LABEL (self->label), text ? text : "");
  limber_widget_tip (GTK_WIDGET (self), reason);
  limber_widget_name (GTK_WIDGET (self), reading);
}
