/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-words.h"

#include <glib/gi18n-lib.h>

#include "services/session/session-flags.h"
#include "services/session/session-phases.h"
#include "services/wording/wording.h"

/** limber_session_words_body: Returns: the words for the map and the finding editor */
const LimberBodyWords *
limber_session_words_body (void)
{
  static const LimberBodyWords words = {
    .area = limber_wording_area,
    .finding_type = limber_wording_finding_type,
    .pain_quality = limber_wording_pain_quality,
  };

  return &words;
}

/** limber_session_words_day: Returns: (transfer full): "Tue 8 Sep" */
char *
limber_session_words_day (LimberDate date)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  limber_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  /* Translators: a day without its year, for strftime */
  return g_date_time_format (time, _ ("%a %-d %b"));
}

char *
limber_session_words_since (LimberDate date, LimberDate today)
{
  g_autofree char *day = limber_session_words_day (date);
  int days = today - date;

  if (days <= 0)
    return g_steal_pointer (&day);
  return g_strdup_printf (ngettext ("%s · %d day ago", "%s · %d days ago", (gulong) days), day, days);
}

/** limber_session_words_time: Returns: (transfer full): "10:22" */
char *
limber_session_words_time (gint64 instant, GTimeZone *zone)
{
  int minute = limber_minute_of_instant (instant, zone);

  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

/** limber_session_words_phase: Returns: (transfer full): "Left calf" */
char *
limber_session_words_phase (const LimberPhase *phase)
{
  g_autofree char *name = limber_session_phase_name (phase);

  return limber_capitalize (name);
}

static gboolean
is_alert (const LimberHealthItem *item)
{
  return item->kind == LIMBER_HEALTH_KIND_ALLERGY || item->kind == LIMBER_HEALTH_KIND_CONTRAINDICATION
         || item->kind == LIMBER_HEALTH_KIND_PREGNANCY || item->kind == LIMBER_HEALTH_KIND_RED_FLAG;
}

/** limber_session_words_health: Returns: (transfer full): "Allergy: almond oil" */
char *
limber_session_words_health (const LimberHealthItem *item)
{
  g_autofree char *kind = limber_capitalize (limber_wording_health_kind (item->kind));
  g_autofree char *area = item->area != LIMBER_AREA_NONE ? limber_wording_area (item->area, item->side) : NULL;

  if (area != NULL && item->text != NULL)
    return g_strdup_printf ("%s: %s (%s)", kind, item->text, area);
  return g_strdup_printf ("%s: %s", kind, item->text != NULL ? item->text : area != NULL ? area : "");
}

static gboolean
came_before (GPtrArray *findings, guint index, LimberRedFlag flag)
{
  const LimberFinding *finding = g_ptr_array_index (findings, index);

  for (guint i = 0; i < index; i++)
    {
      const LimberFinding *other = g_ptr_array_index (findings, i);

      if (other->area == finding->area && other->side == finding->side
          && limber_session_red_flag (findings, i) == flag)
        return TRUE;
    }
  return FALSE;
}

static void
add_red_flags (GPtrArray *lines, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);
      LimberRedFlag flag = limber_session_red_flag (findings, i);
      g_autofree char *area = NULL;

      if (flag == LIMBER_RED_FLAG_NONE || came_before (findings, i, flag))
        continue;
      area = limber_wording_area (finding->area, finding->side);
      /* Translators: an area, a red flag */
      g_ptr_array_add (lines, g_strdup_printf (_ ("Refer, do not treat the %s: %s"), area,
                                               limber_wording_red_flag (flag)));
    }
}

/* The line of the finding says the same, and what to do. */
static gboolean
is_told_by_finding (const LimberHealthItem *item, GPtrArray *findings)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, (gpointer) item);
  for (guint i = 0; i < findings->len; i++)
    if (limber_session_red_flag (findings, i) != LIMBER_RED_FLAG_NONE
        && limber_session_red_flag_is_kept (alone, g_ptr_array_index (findings, i)))
      return TRUE;
  return FALSE;
}

/**
 * limber_session_words_alerts:
 * @findings: (element-type LimberFinding): of this visit
 *
 * Returns: (nullable): one line for each thing to know before touching the client
 */
char *
limber_session_words_alerts (GPtrArray *health, GPtrArray *findings)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < health->len; i++)
    {
      const LimberHealthItem *item = g_ptr_array_index (health, i);

      if (is_alert (item) && !is_told_by_finding (item, findings))
        g_ptr_array_add (lines, limber_session_words_health (item));
    }
  add_red_flags (lines, findings);
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
