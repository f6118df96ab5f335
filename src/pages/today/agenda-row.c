/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/today/agenda-row.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/day-words.h"
#include "pages/parts/page-bits.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "store/finding.h"
#include "widgets/finding-marker.h"
#include "widgets/widget-name.h"

#define N_MARKERS 3

static GtkWidget *
markers_new (const LimberDayItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_widget_set_size_request (box, 92, -1);
  for (guint i = 0; item->findings != NULL && i < MIN (item->findings->len, N_MARKERS); i++)
    {
      const LimberFinding *finding = item->findings->pdata[i];
      GtkWidget *marker = limber_finding_marker_new (22);

      limber_finding_marker_set (LIMBER_FINDING_MARKER (marker), finding->type,
                                 finding->severity_after != LIMBER_SEVERITY_UNKNOWN ? finding->severity_after
                                                                                    : finding->severity_before,
                                 finding->unaware);
      gtk_widget_set_valign (marker, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), marker);
    }
  return box;
}

static GtkWidget *
rebooked_new (LimberClock *clock, const LimberDayItem *item)
{
  GtkWidget *button, *content;
  g_autofree char *name = NULL;

  if (item->next_at != 0)
    {
      g_autofree char *day = limber_wording_day_and_month (
          limber_date_from_instant (item->next_at, limber_clock_zone (clock)));
      g_autofree char *text = g_strdup_printf (_("Booked again: %s"), day);

      return limber_page_icon_label ("object-select-symbolic", text, "limber-hint");
    }
  content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "alarm-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Not rebooked yet"));
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), content);
  name = g_strdup_printf (_("Not rebooked yet: book %s"), item->client_name);
  limber_widget_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.book");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          limber_page_book_args (item->appointment->client_id, NULL, 0, NULL));
  return button;
}

static GtkWidget *
running_new (LimberClock *clock, const LimberDayItem *item)
{
  int left = (item->session_end_at - limber_clock_now (clock) + 59) / 60;
  g_autofree char *minutes = limber_wording_minutes (ABS (left));
  g_autofree char *text = item->session_end_at == 0 ? g_strdup (_("In session"))
                          : left >= 0               ? g_strdup_printf (_("%s left"), minutes)
                                                    : g_strdup_printf (_("%s over"), minutes);

  return limber_page_icon_label ("media-playback-start-symbolic", text, "accent");
}

static GtkWidget *
state_new (LimberClock *clock, const LimberDayItem *item)
{
  g_autofree char *reason = NULL;
  LimberVerdict verdict;

  if (item->appointment->status == LIMBER_APPOINTMENT_STATUS_COMPLETED)
    return rebooked_new (clock, item);
  if (item->appointment->status == LIMBER_APPOINTMENT_STATUS_IN_SESSION)
    return running_new (clock, item);
  verdict = limber_day_words_verdict (item, limber_clock_zone (clock), &reason);
  if (verdict == LIMBER_VERDICT_NONE || verdict == LIMBER_VERDICT_NORMAL)
    return NULL;
  return limber_page_verdict_chip_why (verdict, reason, &item->facts->input,
                                       limber_date_from_instant (item->appointment->start_at, limber_clock_zone (clock)));
}

/**
 * limber_agenda_row_new:
 *
 * Returns: (transfer floating): a row that shows @item's client when activated
 */
GtkWidget *
limber_agenda_row_new (LimberClock *clock, const LimberDayItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *time = limber_wording_time (item->appointment->start_at, limber_clock_zone (clock));
  g_autofree char *line = limber_day_words_line (item->appointment);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", time, item->client_name, line);
  GtkWidget *state = state_new (clock, item);

  gtk_widget_add_css_class (box, "agenda-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), limber_page_label (item->client_name, "limber-strong"));
  gtk_box_append (GTK_BOX (words), limber_page_label (line, "limber-hint"));
  gtk_box_append (GTK_BOX (box), limber_page_label (time, "numeric"));
  gtk_box_append (GTK_BOX (box), limber_page_therapist_bar (item->staff_color));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), markers_new (item));
  if (state != NULL)
    {
      gtk_widget_set_halign (state, GTK_ALIGN_END);
      gtk_widget_set_hexpand (state, TRUE);
      gtk_box_append (GTK_BOX (end), state);
    }
  gtk_widget_set_size_request (end, 150, -1);
  gtk_widget_set_hexpand (end, FALSE);
  gtk_box_append (GTK_BOX (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-client");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", item->appointment->client_id);
  limber_widget_name (row, name);
  if (!limber_appointment_status_is_future (item->appointment->status))
    gtk_widget_add_css_class (row, "past");
  return row;
}

/** limber_agenda_now_new: Returns: (transfer floating): the line of the present moment. */
GtkWidget *
limber_agenda_now_new (LimberClock *clock)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  g_autofree char *time = limber_wording_time (limber_clock_now (clock), limber_clock_zone (clock));
  g_autofree char *name = g_strdup_printf (_("Now: %s"), time);

  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "now-row");
  gtk_box_append (GTK_BOX (box), limber_page_label (time, "numeric"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  limber_widget_name (row, name);
  return row;
}
