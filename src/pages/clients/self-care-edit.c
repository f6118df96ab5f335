/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/self-care-edit.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "pages/parts/small-dialog.h"
#include "services/wording/wording-self-care.h"
#include "widgets/widget-name.h"

/* What a client is told about one area: Limber's words, a text of the clinic, or what the therapist types here. */
typedef struct {
  LimberStore *store;
  char *client_id;
  LimberArea area;
  char *words; /* Limber's */
  GPtrArray *texts; /* of the templates */
  GtkWindow *window;
  GtkWidget *save;
  GtkDropDown *from;
  GtkTextBuffer *text;
  GtkSwitch *left_out;
  GtkEditable *name;
} Edit;

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->store);
  g_free (edit->client_id);
  g_free (edit->words);
  g_ptr_array_unref (edit->texts);
  g_free (edit);
}

static char *
typed_text (Edit *edit)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (edit->text, &start, &end);
  text = gtk_text_buffer_get_text (edit->text, &start, &end, FALSE);
  return limber_client_text_dup (text);
}

static void
on_from (Edit *edit)
{
  guint selected = gtk_drop_down_get_selected (edit->from);

  if (selected < edit->texts->len)
    gtk_text_buffer_set_text (edit->text, edit->texts->pdata[selected], -1);
}

static void
on_save (Edit *edit)
{
  LimberSelfCareChange *change = g_new0 (LimberSelfCareChange, 1);
  g_autofree char *text = typed_text (edit);

  change->client_id = g_strdup (edit->client_id);
  change->area = edit->area;
  change->left_out = gtk_switch_get_active (edit->left_out);
  change->template_name = limber_client_text_dup (gtk_editable_get_text (edit->name));
  /* Words that are Limber's need not be kept: they follow the program and its language. */
  if (change->template_name != NULL || g_strcmp0 (text, edit->words) != 0)
    change->text = g_steal_pointer (&text);
  limber_small_dialog_write (edit->window, edit->store, limber_self_care_change, change,
                             (GDestroyNotify) limber_self_care_change_free);
}

static GtkWidget *
from_new (Edit *edit, const LimberClientFile *file)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Limber’s words"));
  g_ptr_array_add (edit->texts, g_strdup (edit->words));
  for (guint i = 0; i < file->care_templates->len; i++)
    {
      const LimberSelfCareTemplate *kept = file->care_templates->pdata[i];

      gtk_string_list_append (names, kept->name);
      g_ptr_array_add (edit->texts, g_strdup (kept->text));
    }
  edit->from = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  gtk_drop_down_set_selected (edit->from, GTK_INVALID_LIST_POSITION);
  limber_widget_name (GTK_WIDGET (edit->from), _("Start from a text"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (edit->from), _("Start from a text"));
  gtk_widget_set_halign (GTK_WIDGET (edit->from), GTK_ALIGN_START);
  g_signal_connect_swapped (edit->from, "notify::selected", G_CALLBACK (on_from), edit);
  return GTK_WIDGET (edit->from);
}

static GtkWidget *
text_new (Edit *edit, const char *text)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  edit->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (edit->text, text != NULL ? text : "", -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "limber-card-pad");
  limber_widget_name (view, _("What to do at home"));
  gtk_widget_add_css_class (scrolled, "card");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 170);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

static GtkWidget *
rows_new (Edit *edit, gboolean left_out)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *name = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), _("Keep as a text of the clinic, named"));
  edit->name = GTK_EDITABLE (name);
  edit->left_out = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (edit->left_out, left_out);
  gtk_widget_set_valign (GTK_WIDGET (edit->left_out), GTK_ALIGN_CENTER);
  limber_widget_name (GTK_WIDGET (edit->left_out), _("Leave this area out of the plan"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Leave this area out of the plan"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (edit->left_out));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (edit->left_out));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

/** limber_self_care_edit_present: changes what the plan of @file says about the area of @line. */
void
limber_self_care_edit_present (GtkWidget *widget, LimberStore *store, const LimberClientFile *file,
                               const LimberCareLine *line, gboolean left_out)
{
  Edit *edit = g_new0 (Edit, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  edit->store = g_object_ref (store);
  edit->client_id = g_strdup (file->client->base.id);
  edit->area = line->item.area;
  edit->words = line->item.tool != LIMBER_TOOL_NONE ? limber_wording_tool_instructions (line->item.tool) : g_strdup ("");
  edit->texts = g_ptr_array_new_with_free_func (g_free);
  gtk_box_append (GTK_BOX (box), from_new (edit, file));
  gtk_box_append (GTK_BOX (box), text_new (edit, line->text));
  gtk_box_append (GTK_BOX (box), rows_new (edit, left_out));
  edit->window = limber_small_dialog_new (widget, line->title, line->tool, box, _("_Save"), "suggested-action",
                                          &edit->save);
  gtk_window_set_default_size (edit->window, 520, -1);
  g_signal_connect_swapped (edit->save, "clicked", G_CALLBACK (on_save), edit);
  g_object_weak_ref (G_OBJECT (edit->window), (GWeakNotify) (void (*) (void)) edit_free, edit);
  gtk_window_present (edit->window);
}
