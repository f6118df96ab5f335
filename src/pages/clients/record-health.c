/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-health.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/clients/client-words.h"
#include "pages/clients/client-writer.h"
#include "pages/clients/record-history.h"
#include "pages/parts/date-row.h"
#include "pages/parts/draft-keeper.h"
#include "services/wording/wording.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* The items of a client, and below them one form that adds an item or edits the chosen one. A draft keeps what the
 * form holds until it is saved. */

struct _LimberRecordHealth {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkBox *items;
  GtkWidget *form;
  GtkWidget *kind;
  GtkWidget *scope;
  GtkWidget *area;
  GtkWidget *side;
  GtkWidget *text;
  LimberDateRow *since;
  LimberDateRow *resolved;
  GtkWidget *save;
  GtkWidget *cancel;

  LimberStore *store;
  LimberClock *clock;
  LimberDraftKeeper *draft;
  const LimberClientFile *file;
  char *client_id;
  LimberHealthItem *edited;
  gboolean filling;
};

enum {
  SIGNAL_UNSAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberRecordHealth, limber_record_health, GTK_TYPE_WIDGET)

static guint
limber_record_health_chosen (GtkWidget *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (row));
}

/* Nothing is over before it began. */
static gboolean
limber_record_health_is_dated (LimberRecordHealth *self)
{
  gboolean since_ok = limber_date_row_check (self->since, FALSE);
  gboolean resolved_ok = limber_date_row_check (self->resolved, FALSE);
  LimberDate resolved = limber_date_row_get (self->resolved);

  if (!since_ok || !resolved_ok || resolved == LIMBER_DATE_NONE)
    return since_ok && resolved_ok;
  resolved_ok = resolved >= limber_date_row_get (self->since);
  limber_client_mark_row (GTK_WIDGET (self->resolved), resolved_ok);
  return resolved_ok;
}

static void
limber_record_health_check (LimberRecordHealth *self)
{
  LimberHealthKind kind = limber_record_health_chosen (self->kind) + 1;
  gboolean dated = limber_record_health_is_dated (self);
  gboolean told = limber_client_text_is_filled (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  LimberArea area = limber_record_health_chosen (self->area);
  gboolean sided = area != LIMBER_AREA_NONE && !limber_area_is_midline (area);
  gboolean scoped = kind == LIMBER_HEALTH_KIND_CONTRAINDICATION || kind == LIMBER_HEALTH_KIND_RED_FLAG;
  gboolean placed = !scoped || limber_record_health_chosen (self->scope) + 1 != LIMBER_HEALTH_SCOPE_LOCAL ||
                    area != LIMBER_AREA_NONE;

  gtk_widget_set_visible (self->scope, scoped);
  gtk_widget_set_visible (self->side, sided);
  limber_client_mark_row (self->area, placed);
  gtk_widget_set_sensitive (self->save, told && dated && placed);
  gtk_widget_set_visible (self->cancel, self->edited != NULL || limber_draft_keeper_get_unsaved (self->draft));
}

static void
limber_record_health_changed_cb (LimberRecordHealth *self)
{
  if (self->filling)
    return;
  limber_draft_keeper_changed (self->draft);
  limber_record_health_check (self);
}

static void
limber_record_health_fill (LimberRecordHealth *self, const LimberHealthItem *item)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), item != NULL ? item->kind - 1 : 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->scope),
                              item != NULL && item->scope != LIMBER_HEALTH_SCOPE_NONE ? item->scope - 1 : 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->area), item != NULL ? item->area : 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->side),
                              item != NULL && item->side == LIMBER_SIDE_RIGHT  ? 1
                              : item != NULL && item->side == LIMBER_SIDE_BOTH ? 2
                                                                               : 0);
  gtk_editable_set_text (GTK_EDITABLE (self->text), item != NULL && item->text != NULL ? item->text : "");
  limber_date_row_set (self->since, item != NULL ? item->since : LIMBER_DATE_NONE);
  limber_date_row_set (self->resolved, item != NULL ? item->resolved : LIMBER_DATE_NONE);
  gtk_button_set_label (GTK_BUTTON (self->save), item != NULL ? _("Save") : _("Add"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->form), item != NULL ? _("Change") : _("Add"));
  self->filling = FALSE;
}

static void
limber_record_health_edit (LimberRecordHealth *self, LimberHealthItem *item)
{
  g_clear_pointer (&self->edited, limber_health_item_free);
  self->edited = item;
  limber_record_health_fill (self, item);
  limber_draft_keeper_open (self->draft, self->client_id, self->client_id);
  limber_record_health_check (self);
}

static void
limber_record_health_cancel_cb (LimberRecordHealth *self)
{
  limber_draft_keeper_drop (self->draft);
  limber_record_health_edit (self, NULL);
}

static void
limber_record_health_written_cb (GtkWidget *widget, gconstpointer record, gpointer data)
{
  LimberRecordHealth *self = LIMBER_RECORD_HEALTH (widget);
  const LimberHealthItem *item = record;

  if (item == NULL)
    {
      limber_record_health_check (self);
      return;
    }
  if (g_str_equal (item->client_id, self->client_id))
    {
      limber_draft_keeper_drop (self->draft);
      limber_record_health_edit (self, NULL);
    }
  else
    limber_draft_keeper_drop_other (self->draft, item->client_id);
  limber_feedback_toast (widget, _("Saved"));
}

static LimberSide
limber_record_health_side (LimberRecordHealth *self, LimberArea area)
{
  static const LimberSide sides[] = { LIMBER_SIDE_LEFT, LIMBER_SIDE_RIGHT, LIMBER_SIDE_BOTH };

  if (area == LIMBER_AREA_NONE)
    return LIMBER_SIDE_NONE;
  return limber_area_is_midline (area) ? LIMBER_SIDE_MIDLINE : sides[limber_record_health_chosen (self->side)];
}

static void
limber_record_health_save_cb (LimberRecordHealth *self)
{
  LimberHealthItem *item = self->edited != NULL ? limber_health_item_copy (self->edited) : limber_health_item_new ();
  g_autofree char *text = limber_client_text_dup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  item->kind = limber_record_health_chosen (self->kind) + 1;
  item->scope = gtk_widget_get_visible (self->scope) ? (int) limber_record_health_chosen (self->scope) + 1
                                                     : LIMBER_HEALTH_SCOPE_NONE;
  item->area = limber_record_health_chosen (self->area);
  item->side = limber_record_health_side (self, item->area);
  item->since = limber_date_row_get (self->since);
  item->resolved = limber_date_row_get (self->resolved);
  limber_record_set_text (&item->text, text);
  limber_record_set_text (&item->client_id, self->client_id);
  gtk_widget_set_sensitive (self->save, FALSE);
  limber_client_write (GTK_WIDGET (self), self->store, &limber_health_item_type,
                       self->edited != NULL ? LIMBER_WRITE_UPDATE : LIMBER_WRITE_INSERT, item,
                       limber_record_health_written_cb, NULL);
}

/* One item */

typedef struct {
  LimberRecordHealth *health;
  LimberHealthItem *item;
} Act;

static Act *
limber_record_health_act_new (LimberRecordHealth *self, const LimberHealthItem *item)
{
  Act *act = g_new0 (Act, 1);

  act->health = self;
  act->item = limber_health_item_copy (item);
  return act;
}

static void
limber_record_health_act_free (gpointer data, GClosure *closure)
{
  Act *act = data;

  limber_health_item_free (act->item);
  g_free (act);
}

static void
limber_record_health_edit_cb (GtkButton *button, Act *act)
{
  limber_record_health_edit (act->health, limber_health_item_copy (act->item));
  gtk_widget_grab_focus (act->health->text);
}

/* What is being typed about another item stays. */
static void
limber_record_health_resolved_cb (GtkWidget *widget, gconstpointer record, gpointer data)
{
  LimberRecordHealth *self = LIMBER_RECORD_HEALTH (widget);
  const LimberHealthItem *item = record;

  if (item == NULL)
    return;
  if (self->edited != NULL && g_str_equal (self->edited->base.id, item->base.id))
    limber_record_health_cancel_cb (self);
  limber_feedback_toast (widget, _("Saved"));
}

static void
limber_record_health_resolve_cb (GtkButton *button, Act *act)
{
  LimberHealthItem *item = limber_health_item_copy (act->item);

  item->resolved = item->resolved == LIMBER_DATE_NONE ? limber_clock_today (act->health->clock) : LIMBER_DATE_NONE;
  limber_client_write (GTK_WIDGET (act->health), act->health->store, &limber_health_item_type, LIMBER_WRITE_UPDATE,
                       item, limber_record_health_resolved_cb, NULL);
}

static void
limber_record_health_add_button (LimberRecordHealth *self, AdwActionRow *row, const LimberHealthItem *item,
                                 const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", callback, limber_record_health_act_new (self, item),
                         limber_record_health_act_free, 0);
  adw_action_row_add_suffix (row, button);
}

static char *
limber_record_health_subtitle (const LimberHealthItem *item)
{
  g_autofree char *area = item->area != LIMBER_AREA_NONE ? limber_wording_area (item->area, item->side) : NULL;
  g_autofree char *since = item->since != LIMBER_DATE_NONE ? limber_words_date_year (item->since) : NULL;
  g_autofree char *resolved = item->resolved != LIMBER_DATE_NONE ? limber_words_date_year (item->resolved) : NULL;
  g_autoptr (GString) text = g_string_new (limber_wording_health_kind (item->kind));

  if (item->scope != LIMBER_HEALTH_SCOPE_NONE)
    g_string_append_printf (text, "  ·  %s", limber_wording_health_scope (item->scope));
  if (area != NULL)
    g_string_append_printf (text, "  ·  %s", area);
  if (since != NULL)
    {
      g_string_append (text, "  ·  ");
      g_string_append_printf (text, _("since %s"), since);
    }
  if (resolved != NULL)
    {
      g_string_append (text, "  ·  ");
      g_string_append_printf (text, _("over since %s"), resolved);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
limber_record_health_add_item (LimberRecordHealth *self, GtkListBox *list, const LimberHealthItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = limber_record_health_subtitle (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 item->text != NULL ? item->text : limber_wording_health_kind (item->kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (item->resolved != LIMBER_DATE_NONE)
    gtk_widget_add_css_class (row, "dim-label");
  limber_record_health_add_button (self, ADW_ACTION_ROW (row), item, _("Edit"),
                                   G_CALLBACK (limber_record_health_edit_cb));
  limber_record_health_add_button (self, ADW_ACTION_ROW (row), item,
                                   item->resolved == LIMBER_DATE_NONE ? _("Resolved") : _("Reopen"),
                                   G_CALLBACK (limber_record_health_resolve_cb));
  gtk_list_box_append (list, row);
}

/* Building */

static GtkWidget *
limber_record_health_combo (LimberRecordHealth *self, const char *title, GtkStringList *names)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_object_unref (names);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->form), row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (limber_record_health_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
limber_record_health_add_row (LimberRecordHealth *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->form), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (limber_record_health_changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
limber_record_health_entry (LimberRecordHealth *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  limber_record_health_add_row (self, row);
  return row;
}

static void
limber_record_health_build_form (LimberRecordHealth *self)
{
  GtkStringList *kinds = gtk_string_list_new (NULL);
  GtkStringList *scopes = gtk_string_list_new (NULL);
  GtkStringList *areas = gtk_string_list_new (NULL);
  GtkStringList *sides = gtk_string_list_new (NULL);

  for (int kind = 1; kind <= LIMBER_HEALTH_KIND_LAST; kind++)
    gtk_string_list_append (kinds, limber_wording_health_kind (kind));
  for (int scope = 1; scope <= LIMBER_HEALTH_SCOPE_LAST; scope++)
    gtk_string_list_append (scopes, limber_wording_health_scope (scope));
  gtk_string_list_append (areas, _("no particular area"));
  for (int area = 1; area <= LIMBER_AREA_LAST; area++)
    gtk_string_list_append (areas, limber_wording_area_name (area));
  gtk_string_list_append (sides, limber_wording_side (LIMBER_SIDE_LEFT));
  gtk_string_list_append (sides, limber_wording_side (LIMBER_SIDE_RIGHT));
  gtk_string_list_append (sides, limber_wording_side (LIMBER_SIDE_BOTH));

  self->form = adw_preferences_group_new ();
  self->kind = limber_record_health_combo (self, _("Kind"), kinds);
  self->scope = limber_record_health_combo (self, _("Forbids"), scopes);
  self->text = limber_record_health_entry (self, _("What it is"));
  self->area = limber_record_health_combo (self, _("Body area"), areas);
  self->side = limber_record_health_combo (self, _("Side"), sides);
  self->since = LIMBER_DATE_ROW (limber_date_row_new (_("Since"), self->clock, limber_clock_today (self->clock)));
  limber_record_health_add_row (self, GTK_WIDGET (self->since));
  self->resolved
    = LIMBER_DATE_ROW (limber_date_row_new (_("Over since"), self->clock, limber_clock_today (self->clock)));
  limber_record_health_add_row (self, GTK_WIDGET (self->resolved));
}

/* The draft */

static char *
limber_record_health_get_edited (gpointer input)
{
  const LimberHealthItem *edited = LIMBER_RECORD_HEALTH (input)->edited;

  return g_strdup (edited != NULL ? edited->base.id : "");
}

static void
limber_record_health_set_edited (gpointer input, const char *id)
{
  LimberRecordHealth *self = input;

  for (guint i = 0; i < self->file->health->len; i++)
    {
      const LimberHealthItem *item = self->file->health->pdata[i];

      if (g_str_equal (item->base.id, id))
        limber_record_health_edit (self, limber_health_item_copy (item));
    }
}

static void
limber_record_health_unsaved_cb (LimberRecordHealth *self)
{
  g_signal_emit (self, signals[SIGNAL_UNSAVED], 0);
}

static void
limber_record_health_keep_draft (LimberRecordHealth *self)
{
  self->draft = limber_draft_keeper_new (self->store, LIMBER_DRAFT_HEALTH);
  limber_draft_keeper_add_context (self->draft, "item", self, limber_record_health_get_edited,
                                   limber_record_health_set_edited);
  limber_draft_keeper_add (self->draft, "kind", self->kind);
  limber_draft_keeper_add (self->draft, "scope", self->scope);
  limber_draft_keeper_add (self->draft, "text", self->text);
  limber_draft_keeper_add (self->draft, "area", self->area);
  limber_draft_keeper_add (self->draft, "side", self->side);
  limber_draft_keeper_add (self->draft, "since", GTK_WIDGET (self->since));
  limber_draft_keeper_add (self->draft, "resolved", GTK_WIDGET (self->resolved));
  g_signal_connect_object (self->draft, "unsaved", G_CALLBACK (limber_record_health_unsaved_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
limber_record_health_build (LimberRecordHealth *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->items = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->items));
  limber_record_health_build_form (self);
  gtk_box_append (GTK_BOX (self->box), self->form);

  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  self->cancel = gtk_button_new_with_label (_("Cancel"));
  self->save = gtk_button_new_with_label (_("Add"));
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (limber_record_health_cancel_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (limber_record_health_save_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), self->cancel);
  gtk_box_append (GTK_BOX (buttons), self->save);
  gtk_box_append (GTK_BOX (self->box), buttons);
}

static void
limber_record_health_dispose (GObject *object)
{
  LimberRecordHealth *self = LIMBER_RECORD_HEALTH (object);

  g_clear_pointer (&self->draft, limber_draft_keeper_close);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->edited, limber_health_item_free);
  G_OBJECT_CLASS (limber_record_health_parent_class)->dispose (object);
}

static void
limber_record_health_class_init (LimberRecordHealthClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_record_health_dispose;
  signals[SIGNAL_UNSAVED] = g_signal_new ("unsaved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
limber_record_health_init (LimberRecordHealth *self)
{
}

/** limber_record_health_new: the health items of a client, to add, edit and resolve. Signal: unsaved, when
 * get_unsaved() has another answer. */
GtkWidget *
limber_record_health_new (LimberStore *store, LimberClock *clock)
{
  LimberRecordHealth *self = g_object_new (LIMBER_TYPE_RECORD_HEALTH, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  limber_record_health_build (self);
  limber_record_health_keep_draft (self);
  return GTK_WIDGET (self);
}

/** limber_record_health_get_unsaved: whether something was typed that is not saved. */
gboolean
limber_record_health_get_unsaved (LimberRecordHealth *self)
{
  return limber_draft_keeper_get_unsaved (self->draft);
}

/** limber_record_health_set_file: @file must live until the next call; what is being typed stays. */
void
limber_record_health_set_file (LimberRecordHealth *self, const LimberClientFile *file)
{
  GtkWidget *list;

  g_return_if_fail (LIMBER_IS_RECORD_HEALTH (self));

  self->file = file;
  if (g_strcmp0 (self->client_id, file->client->base.id) != 0)
    {
      limber_record_set_text (&self->client_id, file->client->base.id);
      limber_record_health_edit (self, NULL);
    }
  limber_record_clear (self->items);
  gtk_widget_set_visible (GTK_WIDGET (self->items), file->health->len > 0);
  if (file->health->len == 0)
    return;
  list = gtk_list_box_new ();
  limber_widget_name (GTK_WIDGET (list), _("Health"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < file->health->len; i++)
    limber_record_health_add_item (self, GTK_LIST_BOX (list), file->health->pdata[i]);
  gtk_box_append (self->items, list);
}
