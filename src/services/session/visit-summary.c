/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/visit-summary.h"

#include <glib/gi18n-lib.h>

#include "services/session/session-result.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording-motion.h"
#include "services/wording/wording.h"

/* The sheet a client takes home. The therapist's own notes stay here. */

static void
line_free (gpointer data)
{
  LimberSummaryLine *line = data;

  g_free (line->text);
  g_free (line->value);
  g_free (line);
}

/* Takes @text and @value. */
static void
add (GPtrArray *lines, LimberSummaryKind kind, char *text, char *value)
{
  LimberSummaryLine *line;

  if (text == NULL)
    return;
  line = g_new0 (LimberSummaryLine, 1);
  line->kind = kind;
  line->text = text;
  line->value = value;
  g_ptr_array_add (lines, line);
}

static void
add_head (GPtrArray *lines, const LimberSessionSheet *sheet)
{
  const LimberSession *session = sheet->session;
  g_autofree char *day = limber_wording_day (session->date);
  int minutes = (limber_session_elapsed (session, sheet->pauses, session->ended_at) + 30) / 60;

  add (lines, LIMBER_SUMMARY_TITLE, g_strdup (sheet->client->name), NULL);
  /* Translators: day, minutes, therapist */
  add (lines, LIMBER_SUMMARY_TEXT, g_strdup_printf (_ ("Massage on %s, %d min, with %s"), day, minutes, sheet->staff->name),
       NULL);
}

static char *
figures (int before, int after)
{
  if (after == LIMBER_SEVERITY_UNKNOWN)
    return before == LIMBER_SEVERITY_UNKNOWN ? NULL : g_strdup_printf ("%d", before);
  return g_strdup_printf ("%d → %d", before, after);
}

static void
add_findings (GPtrArray *lines, GPtrArray *findings)
{
  if (findings->len == 0)
    return;
  add (lines, LIMBER_SUMMARY_HEADING, limber_session_result_headline (findings), NULL);
  add (lines, LIMBER_SUMMARY_TEXT, limber_session_result_eased (findings), NULL);
  add (lines, LIMBER_SUMMARY_TEXT, limber_session_result_new (findings), NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *area = limber_wording_area (finding->area, finding->side);

      add (lines, LIMBER_SUMMARY_ROW, g_strdup_printf ("%s, %s", area, limber_wording_finding_type (finding->type)),
           figures (finding->severity_before, finding->severity_after));
    }
}

static char *
degrees (const LimberRom *rom)
{
  double difference;

  if (!limber_motion_difference (rom->before, rom->after, &difference))
    return g_strdup_printf ("%.0f°", rom->before >= 0 ? rom->before : rom->after);
  return g_strdup_printf ("%.0f° → %.0f° (%+.0f°)", rom->before, rom->after, difference);
}

static void
add_motions (GPtrArray *lines, GPtrArray *roms)
{
  if (roms->len > 0)
    add (lines, LIMBER_SUMMARY_HEADING, g_strdup (_ ("Range of motion")), NULL);
  for (guint i = 0; i < roms->len; i++)
    {
      const LimberRom *rom = g_ptr_array_index (roms, i);

      add (lines, LIMBER_SUMMARY_ROW,
           g_strdup_printf ("%s, %s, %s", limber_wording_motion (rom->motion), limber_wording_side (rom->side),
                            rom->active ? _ ("active") : _ ("passive")),
           degrees (rom));
    }
}

static void
add_next (GPtrArray *lines, gint64 next_at, GTimeZone *zone)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (next_at == 0)
    return;
  day = limber_wording_day (limber_date_from_instant (next_at, zone));
  time = limber_wording_time (next_at, zone);
  add (lines, LIMBER_SUMMARY_HEADING, g_strdup (_ ("Next visit")), NULL);
  add (lines, LIMBER_SUMMARY_TEXT, g_strdup_printf ("%s, %s", day, time), NULL);
}

/**
 * limber_visit_summary_new:
 * @next_at: UTC seconds of the next appointment, 0 without one
 *
 * Returns: (transfer full) (element-type LimberSummaryLine): the visit for the client to take home
 */
GPtrArray *
limber_visit_summary_new (const LimberSessionSheet *sheet, gint64 next_at, GTimeZone *zone)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  add_head (lines, sheet);
  add_findings (lines, sheet->findings);
  add_motions (lines, sheet->roms);
  add_next (lines, next_at, zone);
  add (lines, LIMBER_SUMMARY_TEXT,
       g_strdup (_ ("Severity goes from 0, none, to 10, worst. What was found is an observation, never a diagnosis.")),
       NULL);
  return lines;
}
