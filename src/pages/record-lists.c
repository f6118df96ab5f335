/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/record-lists.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/client-words.h"
#include "pages/record-history.h"
#include "services/wording.h"
#include "widgets/finding-marker.h"

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

static GtkListBox *
limber_record_start_list (GtkWidget *box, guint n_rows, const char *nothing)
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
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (box), list);
  return GTK_LIST_BOX (list);
}

/* Takes @subtitle; both are plain text. */
static AdwActionRow *
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

static void
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

static void
limber_record_open_session_cb (GtkButton *button, const char *session_id)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "win.open-session", "s", session_id);
}

static void
limber_record_free_closure (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
limber_record_show_sessions (GtkWidget *box, const LimberClientFile *file)
{
  GtkListBox *list = limber_record_start_list (box, file->sessions->len, _("The first session will stand here."));

  for (guint i = 0; i < MIN (file->sessions->len, ROWS_SHOWN); i++)
    {
      const LimberSession *session = file->sessions->pdata[i];
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *visit = limber_record_visit (file, session, LIMBER_AREA_NONE, LIMBER_SIDE_NONE);
      GtkWidget *open = gtk_button_new_from_icon_name ("go-next-symbolic");

      gtk_widget_add_css_class (line, "limber-card-pad");
      gtk_widget_set_hexpand (visit, TRUE);
      gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (open, "flat");
      gtk_widget_set_tooltip_text (open, _("Open session"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open session"), -1);
      g_signal_connect_data (open, "clicked", G_CALLBACK (limber_record_open_session_cb),
                             g_strdup (session->base.id), limber_record_free_closure, 0);
      gtk_box_append (GTK_BOX (line), visit);
      gtk_box_append (GTK_BOX (line), open);
      gtk_list_box_append (list, line);
    }
}

void
limber_record_show_findings (GtkWidget *box, const LimberClientFile *file)
{
  GtkListBox *list = limber_record_start_list (box, file->findings->len,
                                               _("What hands find in a session will stand here."));
  guint shown = 0;

  for (guint s = 0; s < file->sessions->len && shown < ROWS_SHOWN; s++)
    {
      const LimberSession *session = file->sessions->pdata[s];
      g_autofree char *date = limber_words_date_year (session->date);

      for (guint f = 0; f < file->findings->len; f++)
        {
          const LimberFinding *finding = file->findings->pdata[f];
          g_autofree char *area = NULL, *title = NULL;
          GtkWidget *marker;
          AdwActionRow *row;

          if (g_strcmp0 (finding->session_id, session->base.id) != 0)
            continue;
          area = limber_wording_area (finding->area, finding->side);
          title = g_strdup_printf ("%s, %s", limber_wording_finding_type (finding->type), area);
          row = limber_record_add_row (list, title,
                                       g_strdup_printf ("%s%s%s", limber_wording_finding_status (finding->status),
                                                        finding->text != NULL ? "  ·  " : "",
                                                        finding->text != NULL ? finding->text : ""));
          marker = limber_finding_marker_new (24);
          limber_finding_marker_set (LIMBER_FINDING_MARKER (marker), finding->type,
                                     limber_finding_last_severity (finding), finding->unaware);
          gtk_widget_set_valign (marker, GTK_ALIGN_CENTER);
          adw_action_row_add_prefix (row, marker);
          limber_record_add_suffix (row, date);
          shown++;
        }
    }
}

void
limber_record_show_motion (GtkWidget *box, const LimberClientFile *file)
{
  GtkListBox *list = limber_record_start_list (box, file->roms->len,
                                               _("Ranges of motion measured in a session will stand here."));

  for (guint i = 0; i < MIN (file->roms->len, ROWS_SHOWN); i++)
    {
      const LimberRom *rom = file->roms->pdata[i];
      const LimberSession *session = limber_client_file_session (file, rom->session_id);
      g_autofree char *date = session != NULL ? limber_words_date_year (session->date) : g_strdup ("");
      g_autofree char *title = g_strdup (limber_motion_id (rom->motion));
      g_autofree char *degrees = NULL;

      g_strdelimit (title, "-", ' ');
      if (rom->before >= 0 && rom->after >= 0)
        degrees = g_strdup_printf ("%.0f° → %.0f°", rom->before, rom->after);
      else
        degrees = g_strdup_printf ("%.0f°", MAX (rom->before, rom->after));
      limber_record_add_suffix (limber_record_add_row (list, title,
                                                       g_strdup_printf ("%s  ·  %s  ·  %s",
                                                                        limber_wording_side (rom->side),
                                                                        rom->active ? _("active") : _("passive"),
                                                                        date)),
                                degrees);
    }
}

static char *
limber_record_race_answers (const LimberRaceEntry *entry)
{
  if (entry->legs < 0 || entry->confidence < 0)
    return NULL;
  return g_strdup_printf (_("legs %d, confidence %d"), entry->legs, entry->confidence);
}

void
limber_record_show_races (GtkWidget *box, const LimberClientFile *file)
{
  GtkListBox *list = limber_record_start_list (box, file->entries->len,
                                               _("No races yet. Enter this client on the Races page."));
  guint n = MIN (file->entries->len, file->races->len);

  for (guint i = 0; i < n; i++)
    {
      const LimberRace *race = file->races->pdata[i];
      const LimberRaceEntry *entry = file->entries->pdata[i];
      g_autofree char *date = limber_words_date_year (race->first_on);
      g_autofree char *ago = limber_words_days_ago (file->today - race->first_on);
      g_autofree char *answers = limber_record_race_answers (entry);
      g_autoptr (GString) text = g_string_new (date);

      if (race->km > 0)
        g_string_append_printf (text, "  ·  %g km", race->km);
      if (entry->goal)
        g_string_append_printf (text, "  ·  %s", _("goal race"));
      if (answers != NULL)
        g_string_append_printf (text, "  ·  %s", answers);
      limber_record_add_suffix (limber_record_add_row (list, race->name, g_strdup (text->str)), ago);
    }
}

void
limber_record_show_contacts (GtkWidget *box, const LimberClientFile *file)
{
  GtkListBox *list = limber_record_start_list (box, file->contacts->len, _("Nobody has been in touch yet."));

  for (guint i = 0; i < MIN (file->contacts->len, ROWS_SHOWN); i++)
    {
      const LimberContact *contact = file->contacts->pdata[i];
      const char *staff = limber_client_file_staff_name (file, contact->staff_id);
      g_autofree char *when = limber_words_instant (contact->at, FALSE);
      g_autofree char *title = g_strdup (limber_contact_outcome_id (contact->outcome));

      g_strdelimit (title, "-", ' ');
      limber_record_add_suffix (limber_record_add_row (list, title,
                                                       g_strdup_printf ("%s%s%s", staff != NULL ? staff : "",
                                                                        contact->text != NULL ? "  ·  " : "",
                                                                        contact->text != NULL ? contact->text : "")),
                                when);
    }
}

static const char *
limber_record_change_title (const LimberChange *change)
{
  if (g_strcmp0 (change->action, "insert") == 0)
    return _("Added");
  if (g_strcmp0 (change->action, "delete") == 0)
    return _("Removed");
  return _("Changed");
}

/* The names of the changed fields; what they held is in the log, not on everybody's screen. */
static char *
limber_record_change_fields (const LimberChange *change)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *at = change->payload;

  if (at == NULL || g_strcmp0 (change->action, "update") != 0)
    return g_strdup ("");
  while ((at = strchr (at, '"')) != NULL)
    {
      const char *end = strchr (at + 1, '"');

      if (end == NULL)
        break;
      if (end[1] == ':')
        {
          g_string_append (text, text->len > 0 ? ", " : "");
          g_string_append_len (text, at + 1, end - at - 1);
        }
      at = end + 1;
    }
  g_strdelimit (text->str, "_", ' ');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
limber_record_show_changes (GtkWidget *box, const LimberClientFile *file)
{
  GtkListBox *list = limber_record_start_list (box, file->changes->len, _("No changes yet."));

  for (guint i = 0; i < file->changes->len; i++)
    {
      const LimberChange *change = file->changes->pdata[i];
      g_autofree char *when = limber_words_instant (change->at, TRUE);
      g_autofree char *fields = limber_record_change_fields (change);
      g_autofree char *entity = g_strdelimit (g_strdup (change->entity), "_", ' ');
      g_autofree char *title = g_strdup_printf ("%s: %s", limber_record_change_title (change), entity);
      AdwActionRow *row = limber_record_add_row (list, title,
                                                 g_strdup_printf ("%s%s%s",
                                                                  change->actor_name ? change->actor_name : "",
                                                                  *fields != '\0' ? "  ·  " : "", fields));

      adw_action_row_set_subtitle_lines (row, 3);
      limber_record_add_suffix (row, when);
    }
}
