/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-findings.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "pages/clients/record-lists.h"
#include "services/wording/wording.h"
#include "widgets/finding-marker.h"
#include "widgets/widget-name.h"
#include "widgets/words.h"

/* All that hands found, newest visit first, narrowed to one area or to what is still open. */

#define ROWS_SHOWN 200

struct _LimberRecordFindings {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *filters;
  GtkWidget *area;
  GtkWidget *open_only;
  GtkWidget *rows;

  const LimberClientFile *file;
  char *client_id;
  GArray *areas; /* LimberArea, as in the drop-down after its first row */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LimberRecordFindings, limber_record_findings, GTK_TYPE_WIDGET)

static LimberArea
chosen_area (LimberRecordFindings *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->area));

  return selected > 0 && selected <= self->areas->len ? g_array_index (self->areas, LimberArea, selected - 1)
                                                      : LIMBER_AREA_NONE;
}

static gboolean
is_shown (LimberRecordFindings *self, const LimberFinding *finding)
{
  LimberArea area = chosen_area (self);

  return (area == LIMBER_AREA_NONE || finding->area == area)
         && (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->open_only))
             || finding->status != LIMBER_FINDING_STATUS_RESOLVED);
}

static char *
severity_words (const LimberFinding *finding)
{
  if (finding->severity_before >= 0 && finding->severity_after >= 0)
    return g_strdup_printf ("%d → %d", finding->severity_before, finding->severity_after);
  return finding->severity_before >= 0 ? g_strdup_printf ("%d/10", finding->severity_before) : NULL;
}

static char *
subtitle_of (const LimberFinding *finding)
{
  g_autofree char *severity = severity_words (finding);
  const char *parts[] = {
    severity,
    limber_wording_finding_status (finding->status),
    finding->quality != LIMBER_PAIN_QUALITY_NONE ? limber_wording_pain_quality (finding->quality) : NULL,
    finding->source != LIMBER_FINDING_SOURCE_NONE ? limber_wording_finding_source (finding->source) : NULL,
    finding->unaware ? _("client was unaware") : NULL,
    finding->text,
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_finding (GtkListBox *list, const LimberFinding *finding, const char *date)
{
  g_autofree char *area = limber_wording_area (finding->area, finding->side);
  g_autofree char *type = limber_capitalize (limber_wording_finding_type (finding->type));
  g_autofree char *title = g_strdup_printf ("%s, %s", type, area);
  AdwActionRow *row = limber_record_add_row (list, title, subtitle_of (finding));
  GtkWidget *marker = limber_finding_marker_new (24);

  limber_finding_marker_set (LIMBER_FINDING_MARKER (marker), finding->type, limber_finding_last_severity (finding),
                             finding->unaware);
  gtk_widget_set_valign (marker, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (row, marker);
  adw_action_row_set_subtitle_lines (row, 0);
  limber_record_add_suffix (row, date);
}

static guint
add_visit (LimberRecordFindings *self, GtkListBox *list, const LimberSession *session, guint room)
{
  g_autofree char *date = limber_words_date_year (session->date);
  guint n = 0;

  for (guint f = 0; f < self->file->findings->len && n < room; f++)
    {
      const LimberFinding *finding = self->file->findings->pdata[f];

      if (g_strcmp0 (finding->session_id, session->base.id) != 0 || !is_shown (self, finding))
        continue;
      add_finding (list, finding, date);
      n++;
    }
  return n;
}

static void
show (LimberRecordFindings *self)
{
  GtkListBox *list;
  guint n = 0;

  for (guint f = 0; f < self->file->findings->len; f++)
    n += is_shown (self, self->file->findings->pdata[f]);
  list = limber_record_start_list (self->rows, n, _("Findings"), self->file->findings->len == 0
                                                      ? _("What hands find in a session will stand here.")
                                                      : _("Nothing of that kind. Choose another area."));
  n = 0;
  for (guint s = 0; list != NULL && s < self->file->sessions->len && n < ROWS_SHOWN; s++)
    n += add_visit (self, list, self->file->sessions->pdata[s], ROWS_SHOWN - n);
}

static void
on_filter (LimberRecordFindings *self)
{
  if (!self->filling && self->file != NULL)
    show (self);
}

static void
fill_areas (LimberRecordFindings *self, LimberArea chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("All areas"));
  g_array_set_size (self->areas, 0);
  for (LimberArea area = 1; area <= LIMBER_AREA_LAST; area++)
    for (guint i = 0; i < self->file->findings->len; i++)
      if (((LimberFinding *) self->file->findings->pdata[i])->area == area)
        {
          g_autofree char *name = limber_capitalize (limber_wording_area_name (area));

          gtk_string_list_append (names, name);
          g_array_append_val (self->areas, area);
          if (area == chosen)
            selected = self->areas->len;
          break;
        }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->area), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->area), selected);
}

static void
build (LimberRecordFindings *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->area = gtk_drop_down_new (NULL, NULL);
  self->open_only = gtk_toggle_button_new_with_label (_("Only what is open"));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  limber_widget_name (GTK_WIDGET (self->area), _("Body area"));
  gtk_box_append (GTK_BOX (self->filters), self->area);
  gtk_box_append (GTK_BOX (self->filters), self->open_only);
  gtk_box_append (GTK_BOX (self->box), self->filters);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->area, "notify::selected", G_CALLBACK (on_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open_only, "toggled", G_CALLBACK (on_filter), self, G_CONNECT_SWAPPED);
}

static void
limber_record_findings_dispose (GObject *object)
{
  LimberRecordFindings *self = LIMBER_RECORD_FINDINGS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->client_id, g_free);
  G_OBJECT_CLASS (limber_record_findings_parent_class)->dispose (object);
}

static void
limber_record_findings_class_init (LimberRecordFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_record_findings_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
limber_record_findings_init (LimberRecordFindings *self)
{
  self->areas = g_array_new (FALSE, FALSE, sizeof (LimberArea));
  build (self);
}

/** limber_record_findings_new: the findings of a client with a filter by area. */
GtkWidget *
limber_record_findings_new (void)
{
  return g_object_new (LIMBER_TYPE_RECORD_FINDINGS, NULL);
}

/** limber_record_findings_set_file: @file must live until the next call; the filter stays for the same client. */
void
limber_record_findings_set_file (LimberRecordFindings *self, const LimberClientFile *file)
{
  gboolean same;
  LimberArea chosen;

  g_return_if_fail (LIMBER_IS_RECORD_FINDINGS (self));

  same = g_strcmp0 (self->client_id, file->client->base.id) == 0;
  chosen = same ? chosen_area (self) : LIMBER_AREA_NONE;
  self->file = file;
  self->filling = TRUE;
  if (!same)
    {
      g_free (self->client_id);
      self->client_id = g_strdup (file->client->base.id);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->open_only), FALSE);
    }
  fill_areas (self, chosen);
  gtk_widget_set_visible (self->filters, file->findings->len > 0);
  self->filling = FALSE;
  show (self);
}
