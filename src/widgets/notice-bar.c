/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sentence in the page that matters now, with at most one thing to do about it ("activated"). */
#include "widgets/notice-bar.h"

#include "widgets/widget-name.h"

struct _LimberNoticeBar
{
  GtkWidget parent_instance;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *button;
  LimberNotice kind;
};

enum {
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct {
  const char *css_class;
  const char *icon;
} kinds[] = {
  [LIMBER_NOTICE_INFO] = { "info", "dialog-information-symbolic" },
  [LIMBER_NOTICE_WARNING] = { "warning", "dialog-warning-symbolic" },
  [LIMBER_NOTICE_ALERT] = { "alert", "dialog-warning-symbolic" },
};

#define LEAST_HEIGHT 22

G_DEFINE_FINAL_TYPE (LimberNoticeBar, limber_notice_bar, GTK_TYPE_WIDGET)

static void
on_clicked (LimberNoticeBar *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
limber_notice_bar_dispose (GObject *object)
{
  LimberNoticeBar *self = LIMBER_NOTICE_BAR (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (limber_notice_bar_parent_class)->dispose (object);
}

static void
limber_notice_bar_class_init (LimberNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_notice_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "noticebar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);

  /** LimberNoticeBar::activated: the button was pressed. */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
}

static void
limber_notice_bar_init (LimberNoticeBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "notice");
  /* A label that wraps may measure a line a pixel lower without a width than with one, and GTK then complains. */
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, LEAST_HEIGHT);
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  limber_notice_bar_set (self, LIMBER_NOTICE_INFO, NULL, NULL);
}

GtkWidget *
limber_notice_bar_new (void)
{
  return g_object_new (LIMBER_TYPE_NOTICE_BAR, NULL);
}

/**
 * limber_notice_bar_set:
 * @text: (nullable): the sentence; %NULL hides the bar
 * @button: (nullable): the label of the button, without mnemonic
 */
void
limber_notice_bar_set (LimberNoticeBar *self, LimberNotice kind, const char *text, const char *button)
{
  g_return_if_fail (LIMBER_IS_NOTICE_BAR (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self), kinds[self->kind].css_class);
  self->kind = kind;
  gtk_widget_add_css_class (GTK_WIDGET (self), kinds[kind].css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), kinds[kind].icon);
  gtk_label_set_label (GTK_LABEL (self->label), text ? text : "");
  gtk_button_set_label (GTK_BUTTON (self->button), button ? button : "");
  gtk_widget_set_visible (self->button, button != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  limber_widget_name (GTK_WIDGET (self), text ? text : "");
}
