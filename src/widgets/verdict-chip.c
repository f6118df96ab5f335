/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/verdict-chip.h"

#include <string.h>

#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"
#include "widgets/words.h"

struct _LimberVerdictChip
{
  GtkWidget parent_instance;
  GtkWidget *icon;
  GtkWidget *label;
  char *verdict;
  char *word;
  char *reason;
  char *why;
  GtkWidget *popover;
  gboolean compact;
};

enum {
  PROP_0,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LimberVerdictChip, limber_verdict_chip, GTK_TYPE_WIDGET)

/** limber_verdict_icon_name: the icon that always goes with the colour of @verdict (an id of the rules). */
const char *
limber_verdict_icon_name (const char *verdict)
{
  static const char *const icons[][2] = {
    { "ideal", "starred-symbolic" },
    { "acceptable", "object-select-symbolic" },
    { "caution", "dialog-warning-symbolic" },
    { "early", "document-open-recent-symbolic" },
    { "light-only", "emoji-nature-symbolic" },
    { "avoid", "action-unavailable-symbolic" },
    { "fine", "object-select-symbolic" },
    { "normal", "radio-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i][0], verdict) == 0)
      return icons[i][1];
  return "radio-symbolic";
}

static void
set_verdict_class (LimberVerdictChip *self, const char *verdict)
{
  if (self->verdict)
    {
      g_autofree char *old = g_strconcat ("v-", self->verdict, NULL);
      gtk_widget_remove_css_class (GTK_WIDGET (self), old);
    }
  g_free (self->verdict);
  self->verdict = g_strdup (verdict);
  if (verdict)
    {
      g_autofree char *name = g_strconcat ("v-", verdict, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (self), name);
    }
}

static void
update (LimberVerdictChip *self)
{
  const char *reason = self->reason && *self->reason ? self->reason : NULL;
  g_autofree char *tooltip = reason ? g_strdup_printf ("%s: %s", self->word, reason) : g_strdup (self->word);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), limber_verdict_icon_name (self->verdict));
  gtk_label_set_label (GTK_LABEL (self->label), self->word);
  gtk_widget_set_visible (self->label, !self->compact);
  limber_widget_tip (GTK_WIDGET (self), self->compact || reason ? tooltip : NULL);
  limber_widget_name (GTK_WIDGET (self), tooltip ? tooltip : "");
}

static void
limber_verdict_chip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPACT)
    g_value_set_boolean (value, LIMBER_VERDICT_CHIP (object)->compact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_verdict_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPACT)
    limber_verdict_chip_set_compact (LIMBER_VERDICT_CHIP (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_verdict_chip_dispose (GObject *object)
{
  LimberVerdictChip *self = LIMBER_VERDICT_CHIP (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (limber_verdict_chip_parent_class)->dispose (object);
}

static void
limber_verdict_chip_finalize (GObject *object)
{
  LimberVerdictChip *self = LIMBER_VERDICT_CHIP (object);

  g_free (self->verdict);
  g_free (self->word);
  g_free (self->reason);
  g_free (self->why);
  G_OBJECT_CLASS (limber_verdict_chip_parent_class)->finalize (object);
}

/* The popover is built when it is asked for: a page has many chips. */
static void
build_popover (LimberVerdictChip *self)
{
  GtkWidget *label = gtk_label_new (self->why);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, "limber-card-pad");
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), label);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
limber_verdict_chip_show_why (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberVerdictChip *self = LIMBER_VERDICT_CHIP (widget);

  if (self->why == NULL)
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  build_popover (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_pressed (LimberVerdictChip *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (self->why == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  limber_verdict_chip_show_why (GTK_WIDGET (self), NULL, NULL);
}

static void
limber_verdict_chip_class_init (LimberVerdictChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "chip.why", NULL, limber_verdict_chip_show_why);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "chip.why", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "chip.why", NULL);
  object_class->get_property = limber_verdict_chip_get_property;
  object_class->set_property = limber_verdict_chip_set_property;
  object_class->dispose = limber_verdict_chip_dispose;
  object_class->finalize = limber_verdict_chip_finalize;
  gtk_widget_class_set_css_name (widget_class, "verdictchip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
limber_verdict_chip_init (LimberVerdictChip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 5);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
limber_verdict_chip_new (void)
{
  return g_object_new (LIMBER_TYPE_VERDICT_CHIP, NULL);
}

/**
 * limber_verdict_chip_set:
 * @verdict: the id of a verdict: ideal, acceptable, caution, early, light-only, avoid, fine, normal
 * @word: the translated word
 * @reason: (nullable): shown on hover and read out
 */
void
limber_verdict_chip_set (LimberVerdictChip *self, const char *verdict, const char *word, const char *reason)
{
  g_return_if_fail (LIMBER_IS_VERDICT_CHIP (self));

  set_verdict_class (self, verdict);
  g_free (self->word);
  self->word = limber_capitalize (word);
  g_free (self->reason);
  self->reason = g_strdup (reason);
  update (self);
}

/**
 * limber_verdict_chip_set_why:
 * @why: (nullable): every reason with its rule and source: shown by a click, or by Enter while the chip has the focus
 */
void
limber_verdict_chip_set_why (LimberVerdictChip *self, const char *why)
{
  g_return_if_fail (LIMBER_IS_VERDICT_CHIP (self));

  g_free (self->why);
  self->why = g_strdup (why);
  gtk_widget_set_focusable (GTK_WIDGET (self), why != NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), why != NULL ? "help" : NULL);
}

/** limber_verdict_chip_set_compact: icon only (below 200 px of column), the word as tooltip. */
void
limber_verdict_chip_set_compact (LimberVerdictChip *self, gboolean compact)
{
  g_return_if_fail (LIMBER_IS_VERDICT_CHIP (self));

  if (self->compact == !!compact)
    return;
  self->compact = !!compact;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPACT]);
}
