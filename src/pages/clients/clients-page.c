/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/clients-page.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-dialog.h"
#include "pages/clients/client-pane.h"
#include "pages/clients/client-record.h"
#include "services/clock.h"
#include "store/store.h"
#include "widgets/adaptive-bin.h"
#include "widgets/empty-state.h"

/* DESIGN: the start pays for the list only. The record, which is most of the page, is built for the first client who
 * is opened, and the words beside the list when it is known what they say. */

struct _LimberClientsPage {
  AdwBin parent_instance;

  LimberAdaptiveBin *bin;
  AdwBin *pane_bin;
  GtkStack *stack;
  AdwBin *choose_bin;
  AdwBin *empty_bin;
  AdwBin *record_bin;

  LimberStore *store;
  LimberClock *clock;
  LimberClientPane *pane;
  LimberClientRecord *record; /* %NULL until a client is opened */
};

enum { PROP_0, PROP_FILTER, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LimberClientsPage, limber_clients_page, ADW_TYPE_BIN)

static void
limber_clients_page_width_cb (LimberClientsPage *self)
{
  LimberWidth width = limber_adaptive_bin_get_width_class (self->bin);

  if (self->pane == NULL)
    return;
  limber_client_pane_set_narrow (self->pane, width != LIMBER_WIDTH_WIDE);
  if (self->record != NULL)
    limber_client_record_set_width (self->record, width);
}

static void
limber_clients_page_show_choose (LimberClientsPage *self)
{
  if (adw_bin_get_child (self->choose_bin) == NULL)
    adw_bin_set_child (self->choose_bin,
                       g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "system-users-symbolic", "title",
                                     _("Choose a client"), "description",
                                     _("Type a name, a number or a team to find somebody."), NULL));
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
limber_clients_page_gone_cb (LimberClientsPage *self)
{
  limber_clients_page_show_choose (self);
}

static void
limber_clients_page_build_record (LimberClientsPage *self)
{
  self->record = LIMBER_CLIENT_RECORD (limber_client_record_new (self->store, self->clock));
  adw_bin_set_child (self->record_bin, GTK_WIDGET (self->record));
  g_signal_connect_object (self->record, "gone", G_CALLBACK (limber_clients_page_gone_cb), self, G_CONNECT_SWAPPED);
  limber_clients_page_width_cb (self);
}

static void
limber_clients_page_open (LimberClientsPage *self, const char *client_id)
{
  if (self->record == NULL)
    limber_clients_page_build_record (self);
  limber_client_record_open (self->record, client_id);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->record_bin));
}

static void
limber_clients_page_selected_cb (LimberClientsPage *self, const char *client_id)
{
  limber_clients_page_open (self, client_id);
}

static void
limber_clients_page_build_empty (LimberClientsPage *self)
{
  GtkWidget *empty = limber_empty_state_new (_("Add your first client"),
                                             _("A name is enough. Race dates, health notes and the usual interval "
                                               "can follow when they sit in front of you."));

  limber_empty_state_set_primary (LIMBER_EMPTY_STATE (empty), _("New client"), "contact-new-symbolic",
                                  "win.new-client", "<Control>n");
  limber_empty_state_set_secondary (LIMBER_EMPTY_STATE (empty), _("Import a list"), "win.import");
  adw_bin_set_child (self->empty_bin, empty);
}

static void
limber_clients_page_counted_cb (LimberClientsPage *self, guint clients)
{
  if (self->record != NULL && limber_client_record_get_client_id (self->record) != NULL)
    return;
  if (clients > 0)
    {
      limber_clients_page_show_choose (self);
      return;
    }
  if (adw_bin_get_child (self->empty_bin) == NULL)
    limber_clients_page_build_empty (self);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
limber_clients_page_filter_cb (LimberClientsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
limber_clients_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FILTER)
    g_value_set_string (value, limber_client_pane_get_filter (LIMBER_CLIENTS_PAGE (object)->pane));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_clients_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FILTER)
    limber_client_pane_set_filter (LIMBER_CLIENTS_PAGE (object)->pane, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_clients_page_dispose (GObject *object)
{
  LimberClientsPage *self = LIMBER_CLIENTS_PAGE (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (limber_clients_page_parent_class)->dispose (object);
}

static void
limber_clients_page_class_init (LimberClientsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_clients_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = limber_clients_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = limber_clients_page_set_property;
  /* LimberClientsPage:filter: the name of the filter of the list, for the next start. */
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all",
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  g_type_ensure (LIMBER_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/clients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberClientsPage, bin);
  gtk_widget_class_bind_template_child (widget_class, LimberClientsPage, pane_bin);
  gtk_widget_class_bind_template_child (widget_class, LimberClientsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LimberClientsPage, choose_bin);
  gtk_widget_class_bind_template_child (widget_class, LimberClientsPage, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, LimberClientsPage, record_bin);
  gtk_widget_class_bind_template_callback (widget_class, limber_clients_page_width_cb);
}

static void
limber_clients_page_init (LimberClientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_clients_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_clients_page_new (LimberStore *store, LimberClock *clock)
{
  LimberClientsPage *self = g_object_new (LIMBER_TYPE_CLIENTS_PAGE, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->pane = LIMBER_CLIENT_PANE (limber_client_pane_new (store, clock));
  adw_bin_set_child (self->pane_bin, GTK_WIDGET (self->pane));
  g_signal_connect_object (self->pane, "client-selected", G_CALLBACK (limber_clients_page_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "filter-changed", G_CALLBACK (limber_clients_page_filter_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "counted", G_CALLBACK (limber_clients_page_counted_cb), self,
                           G_CONNECT_SWAPPED);
  limber_clients_page_width_cb (self);
  return GTK_WIDGET (self);
}

/** limber_clients_page_search: puts the focus into the search; @text (nullable) is what was typed so far. */
void
limber_clients_page_search (LimberClientsPage *self, const char *text)
{
  g_return_if_fail (LIMBER_IS_CLIENTS_PAGE (self));

  limber_client_pane_search (self->pane, text);
}

/** limber_clients_page_show_client: opens the record of the client @client_id. */
void
limber_clients_page_show_client (LimberClientsPage *self, const char *client_id)
{
  g_return_if_fail (LIMBER_IS_CLIENTS_PAGE (self));

  limber_client_pane_select (self->pane, client_id);
  limber_clients_page_open (self, client_id);
}

/** limber_clients_page_show_tab: … turned to @tab, such as "details". */
void
limber_clients_page_show_tab (LimberClientsPage *self, const char *client_id, const char *tab)
{
  g_return_if_fail (LIMBER_IS_CLIENTS_PAGE (self));

  limber_clients_page_show_client (self, client_id);
  gtk_widget_activate_action (GTK_WIDGET (self->record), "record.tab", "s", tab);
}

/** limber_clients_page_new_client: asks for a new client and then shows the record. */
void
limber_clients_page_new_client (LimberClientsPage *self)
{
  g_return_if_fail (LIMBER_IS_CLIENTS_PAGE (self));

  limber_client_dialog_present (GTK_WIDGET (self), self->store);
}
