/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-history.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "services/wording/wording.h"
#include "widgets/finding-chip.h"
#include "widgets/widget-name.h"
#include "widgets/wrap-box.h"

/** limber_record_clear: takes all children out of @box. */
void
limber_record_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
limber_finding_is_at (const LimberFinding *finding, LimberArea area, LimberSide side)
{
  return area == LIMBER_AREA_NONE ||
         (limber_area_shape (finding->area) == limber_area_shape (area) &&
          (side == LIMBER_SIDE_NONE || finding->side == side));
}

/** limber_record_visit_has_area: whether a finding of the visit is there; %LIMBER_AREA_NONE is anywhere. */
gboolean
limber_record_visit_has_area (const LimberClientFile *file, const LimberSession *session, LimberArea area,
                              LimberSide side)
{
  if (area == LIMBER_AREA_NONE)
    return TRUE;
  for (guint i = 0; i < file->findings->len; i++)
    {
      const LimberFinding *finding = file->findings->pdata[i];

      if (g_strcmp0 (finding->session_id, session->base.id) == 0 && limber_finding_is_at (finding, area, side))
        return TRUE;
    }
  return FALSE;
}

/** limber_record_finding_chip: one finding as a chip, "right quad 7→4". */
GtkWidget *
limber_record_finding_chip (const LimberFinding *finding)
{
  GtkWidget *chip = limber_finding_chip_new ();
  g_autofree char *area = limber_wording_area (finding->area, finding->side);
  g_autofree char *reading = g_strdup_printf ("%s, %s%s%s", limber_wording_finding_type (finding->type), area,
                                              finding->unaware ? ", " : "",
                                              finding->unaware ? _("client was unaware") : "");

  limber_finding_chip_set (LIMBER_FINDING_CHIP (chip), finding->type, finding->severity_before,
                           finding->severity_after, finding->unaware, area, reading);
  return chip;
}

static GtkWidget *
limber_record_visit_head (const LimberClientFile *file, const LimberSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *day, *line, *ago;
  const char *staff = limber_client_file_staff_name (file, session->staff_id);
  g_autofree char *date = limber_words_date (session->date);
  g_autofree char *days = limber_words_days_ago (file->today - session->date);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("%d min"), session->planned_minutes);
  if (staff != NULL)
    g_string_append_printf (text, "  ·  %s", staff);
  if (session->pressure > 0)
    {
      g_string_append (text, "  ·  ");
      g_string_append_printf (text, _("pressure %d"), session->pressure);
    }
  day = gtk_label_new (date);
  gtk_widget_add_css_class (day, "limber-strong");
  line = gtk_label_new (text->str);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_add_css_class (line, "limber-dim");
  gtk_widget_add_css_class (line, "limber-small");
  ago = gtk_label_new (days);
  gtk_widget_add_css_class (ago, "limber-dim");
  gtk_widget_add_css_class (ago, "limber-small");
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), ago);
  return box;
}

static void
limber_record_visit_add_note (GtkBox *box, const char *text)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "limber-dim");
  gtk_widget_add_css_class (label, "limber-small");
  gtk_box_append (box, label);
}

/**
 * limber_record_visit:
 *
 * Returns: one session with its findings at @area (all when %LIMBER_AREA_NONE) as chips; the widget's name is the
 *   session's id
 */
GtkWidget *
limber_record_visit (const LimberClientFile *file, const LimberSession *session, LimberArea area, LimberSide side)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *chips = limber_wrap_box_new (6, 6);
  g_autofree char *date = limber_words_date (session->date);
  gboolean any = FALSE;

  gtk_widget_add_css_class (box, "visit");
  gtk_widget_set_name (box, session->base.id);
  limber_widget_name (GTK_WIDGET (box), date);
  gtk_box_append (GTK_BOX (box), limber_record_visit_head (file, session));
  for (guint i = 0; i < file->findings->len; i++)
    {
      const LimberFinding *finding = file->findings->pdata[i];

      if (g_strcmp0 (finding->session_id, session->base.id) != 0 || !limber_finding_is_at (finding, area, side))
        continue;
      limber_wrap_box_append (LIMBER_WRAP_BOX (chips), limber_record_finding_chip (finding));
      any = TRUE;
    }
  gtk_widget_set_visible (chips, any);
  gtk_box_append (GTK_BOX (box), chips);
  limber_record_visit_add_note (GTK_BOX (box), session->subjective);
  limber_record_visit_add_note (GTK_BOX (box), session->plan);
  return box;
}
