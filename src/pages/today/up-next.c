/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/today/up-next.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/day-words.h"
#include "pages/parts/page-bits.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "store/finding.h"
#include "store/health.h"
#include "widgets/body/body-view.h"
#include "widgets/finding-marker.h"
#include "widgets/notice-bar.h"
#include "widgets/widget-name.h"

#define N_FINDINGS 3
#define N_ALERTS 2

static int
severity_of (const LimberFinding *finding)
{
  return finding->severity_after != LIMBER_SEVERITY_UNKNOWN ? finding->severity_after : finding->severity_before;
}

static GtkWidget *
who_head (LimberClock *clock, const LimberDayItem *item)
{
  const LimberAppointment *appointment = item->appointment;
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = limber_page_label (item->client_name, "title-2");
  int minutes = (appointment->start_at - limber_clock_now (clock) + 59) / 60;
  g_autofree char *wait = minutes > 0 ? limber_wording_minutes (minutes) : NULL;
  g_autofree char *when = wait != NULL ? g_strdup_printf (_("Up next in %s"), wait) : g_strdup (_("Up next, now"));
  g_autofree char *span = limber_day_words_span (appointment->start_at, appointment->minutes,
                                                 limber_clock_zone (clock));
  g_autofree char *length = limber_wording_minutes (appointment->minutes);
  g_autofree char *line = g_strdup_printf ("%s · %s · %s", span, length, limber_wording_kind (appointment->kind));

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), limber_page_label (when, "limber-strong"));
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), limber_page_label (line, "limber-dim"));
  gtk_box_append (GTK_BOX (head), adw_avatar_new (60, item->client_name, TRUE));
  gtk_box_append (GTK_BOX (head), words);
  return head;
}

static char *
alert_text (const LimberHealthItem *item)
{
  const char *text = item->text != NULL && *item->text != '\0' ? item->text : NULL;
  g_autofree char *area = NULL;
  g_autofree char *kind = limber_day_words_capital (limber_wording_health_kind (item->kind));

  if (item->area == LIMBER_AREA_NONE)
    return text != NULL ? g_strdup_printf ("%s: %s", kind, text) : g_steal_pointer (&kind);
  area = limber_wording_area (item->area, item->side);
  return text != NULL ? g_strdup_printf ("%s, %s: %s", kind, area, text) : g_strdup_printf ("%s: %s", kind, area);
}

static void
add_alerts (GtkWidget *who, GPtrArray *health)
{
  guint n = 0;

  for (guint i = 0; health != NULL && i < health->len && n < N_ALERTS; i++)
    {
      const LimberHealthItem *item = health->pdata[i];
      GtkWidget *bar = limber_notice_bar_new ();
      g_autofree char *text = alert_text (item);

      if (item->kind != LIMBER_HEALTH_KIND_CONTRAINDICATION && item->kind != LIMBER_HEALTH_KIND_ALLERGY
          && item->kind != LIMBER_HEALTH_KIND_RED_FLAG)
        {
          g_object_ref_sink (bar);
          g_object_unref (bar);
          continue;
        }
      limber_notice_bar_set (LIMBER_NOTICE_BAR (bar), LIMBER_NOTICE_ALERT, text, NULL);
      gtk_box_append (GTK_BOX (who), bar);
      n++;
    }
}

static GtkWidget *
buttons_new (const LimberDayItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *start = gtk_button_new ();
  GtkWidget *record = gtk_button_new_with_label (_("Record"));
  GtkWidget *content = adw_button_content_new ();
  GVariantDict dict;

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "media-playback-start-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Start session"));
  gtk_button_set_child (GTK_BUTTON (start), content);
  limber_widget_name (start, _("Start session"));
  gtk_widget_add_css_class (start, "suggested-action");
  gtk_widget_add_css_class (start, "pill");
  gtk_widget_set_hexpand (start, TRUE);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", item->appointment->client_id);
  g_variant_dict_insert (&dict, "appointment", "s", item->appointment->base.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (start), "win.start-session");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (start), g_variant_dict_end (&dict));
  gtk_widget_add_css_class (record, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (record), "win.show-client");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (record), "s", item->appointment->client_id);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), start);
  gtk_box_append (GTK_BOX (box), record);
  return box;
}

static GtkWidget *
finding_row (const LimberFinding *finding)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *marker = limber_finding_marker_new (26);
  g_autofree char *area = limber_wording_area (finding->area, finding->side);
  g_autofree char *name = limber_day_words_capital (area);
  g_autofree char *line = finding->unaware
                              ? g_strdup_printf (_("%s, was unaware"), limber_wording_finding_type (finding->type))
                              : g_strdup (limber_wording_finding_type (finding->type));
  int severity = severity_of (finding);

  limber_finding_marker_set (LIMBER_FINDING_MARKER (marker), finding->type, severity, finding->unaware);
  gtk_widget_set_valign (marker, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), limber_page_label (name, "limber-strong"));
  gtk_box_append (GTK_BOX (words), limber_page_label (line, "limber-hint"));
  gtk_box_append (GTK_BOX (row), marker);
  gtk_box_append (GTK_BOX (row), words);
  if (severity != LIMBER_SEVERITY_UNKNOWN)
    {
      g_autofree char *text = g_strdup_printf ("%d/10", severity);

      gtk_box_append (GTK_BOX (row), limber_page_label (text, "numeric"));
    }
  return row;
}

static void
add_findings (GtkWidget *what, LimberClock *clock, const LimberDayItem *item)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *day = item->findings_on != LIMBER_DATE_NONE ? limber_wording_day (item->findings_on) : NULL;
  g_autofree char *ago = NULL;
  g_autofree char *title = NULL;
  GtkWidget *label;

  if (day == NULL)
    {
      gtk_box_append (GTK_BOX (what), limber_page_label (_("First visit"), "heading"));
      return;
    }
  ago = limber_wording_days_ago (item->findings_on, limber_clock_today (clock));
  title = item->findings->len > 0 ? g_strdup_printf (_("Open from %s"), day)
                                  : g_strdup_printf (_("Nothing open from %s"), day);
  label = limber_page_label (title, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), limber_page_label (ago, "limber-hint"));
  gtk_box_append (GTK_BOX (what), head);
  for (guint i = 0; i < MIN (item->findings->len, N_FINDINGS); i++)
    gtk_box_append (GTK_BOX (what), finding_row (item->findings->pdata[i]));
}

static void
add_race (GtkWidget *what, LimberClock *clock, const LimberDayItem *item)
{
  g_autofree char *reason = NULL;
  LimberVerdict verdict = limber_day_words_verdict (item, limber_clock_zone (clock), &reason);
  LimberDate today = limber_clock_today (clock);
  int race = limber_plan_nearest_race (&item->facts->input, today);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (race < 0 && verdict == LIMBER_VERDICT_NORMAL)
    {
      g_object_ref_sink (row);
      g_object_unref (row);
      return;
    }
  gtk_box_append (GTK_BOX (what), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (row), limber_page_verdict_chip_why (verdict, reason, &item->facts->input,
                                                               limber_date_from_instant (item->appointment->start_at, limber_clock_zone (clock))));
  if (race >= 0)
    {
      g_autofree char *until = limber_wording_days_until (item->facts->input.races[race].first, today);

      gtk_box_append (GTK_BOX (row), limber_page_label (limber_plan_facts_race (item->facts, race)->name,
                                                        "limber-strong"));
      gtk_box_append (GTK_BOX (row), limber_page_label (until, "limber-dim"));
    }
  gtk_box_append (GTK_BOX (what), row);
  if (reason != NULL)
    {
      GtkWidget *label = limber_page_label (reason, "limber-hint");

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (what), label);
    }
}

/* A mere picture of the back, where most of the work is; the record has the map to work with. */
static GtkWidget *
figure_new (const LimberDayItem *item)
{
  GtkWidget *view = limber_body_view_new_picture (LIMBER_VIEW_BACK);
  g_autofree LimberBodyMark *marks = NULL;

  marks = g_new0 (LimberBodyMark, item->findings->len + 1);
  for (guint i = 0; i < item->findings->len; i++)
    {
      const LimberFinding *finding = item->findings->pdata[i];

      marks[i].area = finding->area;
      marks[i].side = finding->side;
      marks[i].type = finding->type;
      marks[i].severity = severity_of (finding);
      marks[i].unaware = finding->unaware;
    }
  limber_body_view_set_marks (LIMBER_BODY_VIEW (view), marks, item->findings->len);
  gtk_widget_set_size_request (view, 136, 240);
  return view;
}

/**
 * limber_up_next_new:
 * @item: an appointment that holds its slot
 * @figure: whether there is room for the figure
 *
 * Returns: (transfer floating): the card about who comes next
 */
GtkWidget *
limber_up_next_new (LimberClock *clock, const LimberDayItem *item, gboolean figure)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  GtkWidget *who = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *what = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "limber-card-pad");
  gtk_widget_set_hexpand (who, TRUE);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_box_append (GTK_BOX (who), who_head (clock, item));
  add_alerts (who, item->health);
  gtk_box_append (GTK_BOX (who), buttons_new (item));
  add_findings (what, clock, item);
  add_race (what, clock, item);
  gtk_box_append (GTK_BOX (card), who);
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (card), what);
  if (figure && item->findings != NULL)
    gtk_box_append (GTK_BOX (card), figure_new (item));
  return card;
}
