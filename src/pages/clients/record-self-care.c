/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-self-care.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "pages/clients/record-history.h"
#include "pages/clients/record-lists.h"
#include "services/wording/wording-self-care.h"
#include "services/wording/wording.h"
#include "widgets/widget-name.h"
#include "widgets/words.h"

static guint
visit_of (const LimberClientFile *file, const LimberFinding *finding)
{
  guint visit = 0;

  while (visit < file->sessions->len
         && g_strcmp0 (((LimberSession *) file->sessions->pdata[visit])->base.id, finding->session_id) != 0)
    visit++;
  return visit;
}

static GArray *
spots_of (const LimberClientFile *file)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (LimberSelfCareSpot));

  for (guint i = 0; i < file->findings->len; i++)
    {
      const LimberFinding *finding = file->findings->pdata[i];
      LimberSelfCareSpot spot = { finding->area, finding->side, limber_finding_last_severity (finding),
                                  finding->status != LIMBER_FINDING_STATUS_RESOLVED, visit_of (file, finding) };

      g_array_append_val (spots, spot);
    }
  return spots;
}

static GArray *
bars_of (const LimberClientFile *file)
{
  GArray *bars = g_array_new (FALSE, TRUE, sizeof (LimberSelfCareBar));

  for (guint i = 0; i < file->health->len; i++)
    {
      const LimberHealthItem *item = file->health->pdata[i];
      LimberSelfCareBar bar = { item->area, item->side,
                                item->area == LIMBER_AREA_NONE && item->scope != LIMBER_HEALTH_SCOPE_LOCAL };

      if (item->resolved == LIMBER_DATE_NONE
          && (item->kind == LIMBER_HEALTH_KIND_CONTRAINDICATION || item->kind == LIMBER_HEALTH_KIND_RED_FLAG))
        g_array_append_val (bars, bar);
    }
  return bars;
}

static GtkWidget *
line (const char *text, const char *css_class)
{
  GtkWidget *label = limber_page_label (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  return label;
}

static void
add_item (GtkListBox *list, const LimberSelfCareItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *area = limber_wording_area (item->area, item->side);
  g_autofree char *title = limber_capitalize (area);
  g_autofree char *note = limber_wording_self_care_note (item);
  g_autofree char *head = item->tool != LIMBER_TOOL_NONE
                              ? g_strdup_printf ("%s  ·  %s", title, limber_wording_tool (item->tool))
                              : g_strdup (title);

  gtk_widget_add_css_class (box, "limber-card-pad");
  gtk_box_append (GTK_BOX (box), line (head, "limber-strong"));
  if (item->tool != LIMBER_TOOL_NONE)
    gtk_box_append (GTK_BOX (box), line (limber_wording_tool_use (item->tool), "limber-dim"));
  if (note != NULL)
    gtk_box_append (GTK_BOX (box), line (note, item->barred ? "error" : "limber-dim"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  limber_widget_name (row, head);
  gtk_list_box_append (list, row);
}

/* The bridge of rule F matters most to who has been away for long. */
static const char *
opening (const LimberClientFile *file)
{
  if (file->client->paused_on != LIMBER_DATE_NONE)
    return _("A bridge until the pause is over, from what was still open after the last visit.");
  return _("For the days until the next visit, from what was still open after the last one.");
}

/** limber_record_show_self_care: fills @box with what the client can do at home for each open area. */
void
limber_record_show_self_care (GtkWidget *box, const LimberClientFile *file)
{
  g_autoptr (GArray) spots = spots_of (file);
  g_autoptr (GArray) bars = bars_of (file);
  g_autoptr (GArray) plan = limber_self_care_plan ((LimberSelfCareSpot *) spots->data, spots->len,
                                                   (LimberSelfCareBar *) bars->data, bars->len);
  GtkListBox *list = limber_record_start_list (box, plan->len, _("Self-care"),
                                               _("Nothing is open. What the next visit leaves open gets its tool "
                                                 "for home here."));

  if (list == NULL)
    return;
  gtk_box_prepend (GTK_BOX (box), line (opening (file), "limber-dim"));
  for (guint i = 0; i < plan->len; i++)
    add_item (list, &g_array_index (plan, LimberSelfCareItem, i));
  gtk_box_append (GTK_BOX (box), line (limber_wording_tool_caution (), NULL));
  gtk_box_append (GTK_BOX (box),
                  line (_("Areas and tools follow the article “Benefits of Massage for Runners”. Guidance, not a "
                          "prescription."),
                        "limber-hint"));
}
