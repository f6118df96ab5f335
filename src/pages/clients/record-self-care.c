/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-self-care.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/record-lists.h"
#include "pages/clients/self-care-edit.h"
#include "pages/clients/self-care-print.h"
#include "pages/parts/address.h"
#include "pages/parts/file-chooser.h"
#include "pages/parts/page-bits.h"
#include "services/care-plan.h"
#include "widgets/widget-name.h"

/* What a client can do at home: to look at, to change, and to take along on paper or by mail. */
struct _LimberRecordSelfCare {
  GtkBox parent_instance;

  GtkWidget *deeds;
  GtkWidget *lines;
  GtkWidget *mail;

  LimberStore *store;
  const LimberClientFile *file;
  LimberCarePlan *plan;
};

G_DEFINE_FINAL_TYPE (LimberRecordSelfCare, limber_record_self_care, GTK_TYPE_BOX)

static GtkWidget *
edit_button_new (const LimberCareLine *line)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *name = g_strdup_printf (_("Change the plan: %s"), line->title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "care.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", limber_area_id (line->item.area));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  limber_widget_name (button, name);
  return button;
}

static void
add_line (GtkListBox *list, const LimberCareLine *line, gboolean left_out)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *head = line->tool != NULL ? g_strdup_printf ("%s  ·  %s", line->title, line->tool)
                                             : g_strdup (line->title);

  gtk_widget_add_css_class (box, "limber-card-pad");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), limber_page_wrapped_label (head, "limber-strong"));
  if (left_out)
    gtk_box_append (GTK_BOX (words), limber_page_wrapped_label (_("Left out of the plan by the therapist."), "limber-dim"));
  else if (line->text != NULL)
    gtk_box_append (GTK_BOX (words), limber_page_wrapped_label (line->text, line->own ? NULL : "limber-dim"));
  if (line->own && !left_out)
    gtk_box_append (GTK_BOX (words), limber_page_wrapped_label (_("The therapist’s own words."), "limber-hint"));
  if (line->note != NULL && !left_out)
    gtk_box_append (GTK_BOX (words), limber_page_wrapped_label (line->note, line->item.barred ? "error" : "limber-dim"));
  gtk_box_append (GTK_BOX (box), words);
  if (!line->item.barred)
    gtk_box_append (GTK_BOX (box), edit_button_new (line));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  limber_widget_name (row, head);
  gtk_list_box_append (list, row);
}

static void
show_plan (LimberRecordSelfCare *self)
{
  const LimberCarePlan *plan = self->plan;
  guint n = plan->lines->len + plan->left_out->len;
  GtkListBox *list = limber_record_start_list (self->lines, n, _("Self-care"),
                                               _("Nothing is open. What the next visit leaves open gets its tool "
                                                 "for home here."));

  gtk_widget_set_visible (self->deeds, plan->lines->len > 0);
  if (list == NULL)
    return;
  gtk_box_prepend (GTK_BOX (self->lines), limber_page_wrapped_label (plan->opening, "limber-dim"));
  for (guint i = 0; i < plan->lines->len; i++)
    add_line (list, plan->lines->pdata[i], FALSE);
  for (guint i = 0; i < plan->left_out->len; i++)
    add_line (list, plan->left_out->pdata[i], TRUE);
  gtk_box_append (GTK_BOX (self->lines), limber_page_wrapped_label (plan->caution, NULL));
  gtk_box_append (GTK_BOX (self->lines), limber_page_wrapped_label (plan->source, "limber-hint"));
}

/* Deeds */

static void
print_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordSelfCare *self = LIMBER_RECORD_SELF_CARE (widget);

  if (self->plan != NULL)
    limber_self_care_print (widget, self->plan, self->file->today);
}

static void
on_path (const char *path, gpointer data)
{
  LimberRecordSelfCare *self = data;
  g_autofree char *whole = g_str_has_suffix (path, ".pdf") ? g_strdup (path) : g_strconcat (path, ".pdf", NULL);

  if (self->plan != NULL)
    limber_self_care_print_to_file (GTK_WIDGET (self), self->plan, self->file->today, whole);
}

static void
pdf_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordSelfCare *self = LIMBER_RECORD_SELF_CARE (widget);
  g_autofree char *offered = NULL;

  if (self->plan == NULL)
    return;
  /* Translators: the name of a file; %s is a client */
  offered = g_strdup_printf (_("Self-care %s.pdf"), self->plan->client);
  g_strdelimit (offered, "/\\:", '-');
  limber_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save the Plan"), _("PDF documents"),
                            (const char *[]) { "pdf", NULL }, offered, on_path, g_object_ref (self), g_object_unref);
}

static void
mail_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordSelfCare *self = LIMBER_RECORD_SELF_CARE (widget);
  g_autofree char *text = NULL;

  if (self->plan == NULL || self->file->client->email == NULL)
    return;
  text = limber_care_plan_text (self->plan);
  limber_address_mail (widget, self->file->client->email, _("Until your next visit"), text);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordSelfCare *self = LIMBER_RECORD_SELF_CARE (widget);
  LimberArea area = limber_area_from_id (g_variant_get_string (target, NULL));
  GPtrArray *arrays[] = { self->plan->lines, self->plan->left_out };

  for (guint k = 0; k < G_N_ELEMENTS (arrays); k++)
    for (guint i = 0; i < arrays[k]->len; i++)
      {
        const LimberCareLine *line = arrays[k]->pdata[i];

        if (line->item.area != area)
          continue;
        limber_self_care_edit_present (widget, self->store, self->file, line, k == 1);
        return;
      }
}

static GtkWidget *
deed_new (const char *label, const char *icon, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  limber_widget_name (button, label);
  return button;
}

static void
limber_record_self_care_dispose (GObject *object)
{
  g_clear_object (&LIMBER_RECORD_SELF_CARE (object)->store);
  G_OBJECT_CLASS (limber_record_self_care_parent_class)->dispose (object);
}

static void
limber_record_self_care_finalize (GObject *object)
{
  g_clear_pointer (&LIMBER_RECORD_SELF_CARE (object)->plan, limber_care_plan_free);
  G_OBJECT_CLASS (limber_record_self_care_parent_class)->finalize (object);
}

static void
limber_record_self_care_class_init (LimberRecordSelfCareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_record_self_care_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_record_self_care_finalize;
  gtk_widget_class_install_action (widget_class, "care.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "care.pdf", NULL, pdf_action);
  gtk_widget_class_install_action (widget_class, "care.mail", NULL, mail_action);
  gtk_widget_class_install_action (widget_class, "care.edit", "s", edit_action);
}

static void
limber_record_self_care_init (LimberRecordSelfCare *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->deeds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->mail = deed_new (_("Mail"), "mail-send-symbolic", "care.mail");
  gtk_widget_set_halign (self->deeds, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->deeds), self->mail);
  gtk_box_append (GTK_BOX (self->deeds), deed_new (_("Save as PDF"), "document-save-symbolic", "care.pdf"));
  gtk_box_append (GTK_BOX (self->deeds), deed_new (_("Print"), "printer-symbolic", "care.print"));
  gtk_box_append (GTK_BOX (self), self->deeds);
  gtk_box_append (GTK_BOX (self), self->lines);
}

/** limber_record_self_care_new: Returns: (transfer floating): the plan for home of one client. */
GtkWidget *
limber_record_self_care_new (LimberStore *store)
{
  LimberRecordSelfCare *self = g_object_new (LIMBER_TYPE_RECORD_SELF_CARE, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

/** limber_record_self_care_set_file: @file must live until the next call. */
void
limber_record_self_care_set_file (LimberRecordSelfCare *self, const LimberClientFile *file)
{
  g_return_if_fail (LIMBER_IS_RECORD_SELF_CARE (self));

  self->file = file;
  g_clear_pointer (&self->plan, limber_care_plan_free);
  self->plan = limber_care_plan_new (file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "care.mail", file->client->email != NULL);
  gtk_widget_set_tooltip_text (self->mail, file->client->email != NULL ? file->client->email
                                                                       : _("No mail address is known."));
  show_plan (self);
}
