/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-changes.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "pages/clients/record-lists.h"
#include "services/wording/wording-change.h"
#include "services/wording/wording-date.h"
#include "widgets/widget-name.h"

/* Two entries of one row and one hand with less between them are one change to a person. */
#define RUN_GAP (10 * 60)

static char *
day_of (gint64 instant, GTimeZone *zone)
{
  return limber_wording_full_date (limber_date_from_instant (instant, zone));
}

static void
add_change (GtkListBox *list, const LimberClientFile *file, guint from, guint to, GTimeZone *zone)
{
  const LimberChange *change = file->changes->pdata[from];
  g_autoptr (GPtrArray) fields = limber_change_fields_of_run (file->changes, from, to);
  g_autofree char *title = limber_wording_change_title (change, fields, file);
  g_autofree char *details = limber_wording_change_details (change, fields, file, zone);
  g_autofree char *time = limber_wording_time (change->at, zone);
  const char *who = change->actor_name != NULL ? change->actor_name : _("Limber");
  AdwActionRow *row = limber_record_add_row (list, title, *details != '\0' ? g_strdup_printf ("%s\n%s", who, details)
                                                                           : g_strdup (who));

  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  limber_record_add_suffix (row, time);
}

static GtkListBox *
start_day (GtkWidget *box, const char *day)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  limber_widget_name (list, day);
  gtk_box_append (GTK_BOX (box), limber_page_label (day, "heading"));
  gtk_box_append (GTK_BOX (box), list);
  return GTK_LIST_BOX (list);
}

static char *
title_of (const LimberClientFile *file, guint i)
{
  g_autoptr (GPtrArray) fields = limber_change_fields (file->changes->pdata[i]);

  return limber_wording_change_title (file->changes->pdata[i], fields, file);
}

/* Only what is the same kind of change becomes one, and not when it came back to where it was: an act and its undo
 * are two. */
static guint
end_of_change (const LimberClientFile *file, guint from)
{
  guint end = limber_change_run_end (file->changes, from, RUN_GAP);
  g_autofree char *title = title_of (file, from);
  g_autoptr (GPtrArray) fields = NULL;

  for (guint i = from + 1; i < end; i++)
    {
      g_autofree char *other = title_of (file, i);

      if (!g_str_equal (other, title))
        end = i;
    }
  fields = limber_change_fields_of_run (file->changes, from, end);
  return fields->len > 0 ? end : from + 1;
}

/**
 * limber_record_show_changes: fills @box with who changed what and when, newest first, a list for each day of @zone.
 */
void
limber_record_show_changes (GtkWidget *box, const LimberClientFile *file, GTimeZone *zone)
{
  g_autofree char *shown = NULL;
  GtkListBox *list = NULL;
  guint end;

  if (file->changes->len == 0)
    {
      limber_record_start_list (box, 0, _("Changes"), _("No changes yet."));
      return;
    }
  limber_page_clear (box);
  for (guint i = 0; i < file->changes->len; i = end)
    {
      const LimberChange *change = file->changes->pdata[i];
      g_autofree char *day = day_of (change->at, zone);

      end = end_of_change (file, i);
      /* Nobody reads that a reminder was planned or shown. */
      if (g_str_equal (change->entity, "nudge"))
        continue;
      if (g_strcmp0 (day, shown) != 0)
        {
          list = start_day (box, day);
          g_free (shown);
          shown = g_strdup (day);
        }
      add_change (list, file, i, end, zone);
    }
}
