/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-lists.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "pages/clients/record-history.h"
#include "pages/parts/page-bits.h"
#include "services/wording/wording-contact.h"
#include "services/wording/wording-motion.h"
#include "services/wording/wording.h"
#include "widgets/widget-name.h"
#include "widgets/words.h"

/* Rows of a record: a GtkListBox of more would take longer to build than a person waits. */
#define ROWS_SHOWN 200

/** limber_record_scrolled: a tab that scrolls, with its @child held to a width that reads well. */
GtkWidget *
limber_record_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_set_margin_start (child, 2);
  gtk_widget_set_margin_end (child, 2);
  gtk_widget_set_margin_top (child, 2);
  gtk_widget_set_margin_bottom (child, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

/** limber_record_start_list: empties @box; Returns: (nullable): a list @name in it, or none but the words @nothing. */
GtkListBox *
limber_record_start_list (GtkWidget *box, guint n_rows, const char *name, const char *nothing)
{
  GtkWidget *list;

  limber_record_clear (GTK_BOX (box));
  if (n_rows == 0)
    {
      GtkWidget *label = gtk_label_new (nothing);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_margin_top (label, 40);
      gtk_widget_add_css_class (label, "limber-dim");
      gtk_box_append (GTK_BOX (box), label);
      return NULL;
    }
  list = gtk_list_box_new ();
  limber_widget_name (list, name);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (box), list);
  return GTK_LIST_BOX (list);
}

/** limber_record_add_row: both texts are plain; takes @subtitle. */
AdwActionRow *
limber_record_add_row (GtkListBox *list, const char *title, char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *plain = subtitle;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain != NULL ? plain : "");
  gtk_list_box_append (list, row);
  return ADW_ACTION_ROW (row);
}

/** limber_record_add_suffix: a dim text at the end of @row. */
void
limber_record_add_suffix (AdwActionRow *row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "limber-dim");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);
}

/** limber_record_show_alerts: what every visit has to look out for: open contraindications and red flags. */
void
limber_record_show_alerts (GtkBox *box, const LimberClientFile *file)
{
  gboolean any = FALSE;

  limber_record_clear (box);
  for (guint i = 0; i < file->health->len; i++)
    {
      const LimberHealthItem *item = file->health->pdata[i];
      g_autofree char *area = item->area != LIMBER_AREA_NONE ? limber_wording_area (item->area, item->side) : NULL;
      g_autofree char *text = NULL;
      GtkWidget *notice;

      if (item->resolved != LIMBER_DATE_NONE ||
          (item->kind != LIMBER_HEALTH_KIND_CONTRAINDICATION && item->kind != LIMBER_HEALTH_KIND_RED_FLAG))
        continue;
      text = g_strdup_printf ("%s%s%s%s%s", limber_wording_health_kind (item->kind), area != NULL ? ", " : "",
                              area != NULL ? area : "", item->text != NULL ? ": " : "",
                              item->text != NULL ? item->text : "");
      notice = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (notice), 0);
      gtk_label_set_wrap (GTK_LABEL (notice), TRUE);
      gtk_widget_add_css_class (notice, "notice");
      gtk_widget_add_css_class (notice, "alert");
      gtk_box_append (box, notice);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (box), any);
}

void
limber_record_show_motion (GtkWidget *box, const LimberClientFile *file)
{
  GtkListBox *list = limber_record_start_list (box, file->roms->len, _("Motion"),
                                               _("Ranges of motion measured in a session will stand here."));

  for (guint i = 0; i < MIN (file->roms->len, ROWS_SHOWN); i++)
    {
      const LimberRom *rom = file->roms->pdata[i];
      const LimberSession *session = limber_client_file_session (file, rom->session_id);
      g_autofree char *date = session != NULL ? limber_words_date_year (session->date) : g_strdup ("");
      g_autofree char *degrees = NULL;

      if (rom->before >= 0 && rom->after >= 0)
        degrees = g_strdup_printf ("%.0f° → %.0f°", rom->before, rom->after);
      else
        degrees = g_strdup_printf ("%.0f°", MAX (rom->before, rom->after));
      limber_record_add_suffix (limber_record_add_row (list, limber_wording_motion (rom->motion),
                                                       g_strdup_printf ("%s  ·  %s  ·  %s",
                                                                        limber_wording_side (rom->side),
                                                                        rom->active ? _("active") : _("passive"),
                                                                        date)),
                                degrees);
    }
}

void
limber_record_show_contacts (GtkWidget *box, const LimberClientFile *file)
{
  GtkListBox *list = limber_record_start_list (box, file->contacts->len, _("Contacts"),
                                               _("Nobody has been in touch yet."));

  for (guint i = 0; i < MIN (file->contacts->len, ROWS_SHOWN); i++)
    {
      const LimberContact *contact = file->contacts->pdata[i];
      const char *staff = limber_client_file_staff_name (file, contact->staff_id);
      g_autofree char *when = limber_words_instant (contact->at, FALSE);
      g_autofree char *outcome = limber_capitalize (limber_wording_contact_outcome (contact->outcome));
      g_autofree char *title = g_strdup_printf ("%s  ·  %s", outcome,
                                                limber_wording_contact_channel (contact->channel));

      limber_record_add_suffix (limber_record_add_row (list, title,
                                                       g_strdup_printf ("%s%s%s", staff != NULL ? staff : "",
                                                                        contact->text != NULL ? "  ·  " : "",
                                                                        contact->text != NULL ? contact->text : "")),
                                when);
    }
}
