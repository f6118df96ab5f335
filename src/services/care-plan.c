/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/care-plan.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-self-care.h"
#include "services/wording/wording.h"

static void
line_free (gpointer data)
{
  LimberCareLine *line = data;

  g_free (line->title);
  g_free (line->tool);
  g_free (line->text);
  g_free (line->note);
  g_free (line);
}

void
limber_care_plan_free (LimberCarePlan *plan)
{
  g_free (plan->client);
  g_free (plan->opening);
  g_free (plan->caution);
  g_free (plan->source);
  g_ptr_array_unref (plan->lines);
  g_ptr_array_unref (plan->left_out);
  g_free (plan);
}

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

static const LimberSelfCareNote *
note_of (const LimberClientFile *file, LimberArea area)
{
  for (guint i = 0; i < file->care_notes->len; i++)
    {
      const LimberSelfCareNote *note = file->care_notes->pdata[i];

      if (note->area == area)
        return note;
    }
  return NULL;
}

static char *
capital (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

/* Where work is forbidden nobody's words are shown but the warning. */
static LimberCareLine *
line_new (const LimberSelfCareItem *item, const LimberSelfCareNote *note)
{
  LimberCareLine *line = g_new0 (LimberCareLine, 1);
  g_autofree char *area = limber_wording_area (item->area, item->side);

  line->item = *item;
  line->title = capital (area);
  line->note = limber_wording_self_care_note (item);
  if (item->tool != LIMBER_TOOL_NONE)
    {
      line->tool = g_strdup (limber_wording_tool (item->tool));
      line->text = limber_wording_tool_instructions (item->tool);
    }
  if (note == NULL || note->text == NULL || item->barred)
    return line;
  g_free (line->text);
  line->text = g_strdup (note->text);
  line->own = TRUE;
  return line;
}

/* The bridge of rule F matters most to who has been away for long. */
static const char *
opening_of (const LimberClientFile *file)
{
  if (file->client->paused_on != LIMBER_DATE_NONE)
    return _ ("A bridge until the pause is over, from what was still open after the last visit.");
  return _ ("For the days until the next visit, from what was still open after the last one.");
}

/** limber_care_plan_new: Returns: (transfer full): the plan; without lines when nothing is open */
LimberCarePlan *
limber_care_plan_new (const LimberClientFile *file)
{
  LimberCarePlan *plan = g_new0 (LimberCarePlan, 1);
  g_autoptr (GArray) spots = spots_of (file);
  g_autoptr (GArray) bars = bars_of (file);
  g_autoptr (GArray) items = limber_self_care_plan ((LimberSelfCareSpot *) (gpointer) spots->data, spots->len,
                                                    (LimberSelfCareBar *) (gpointer) bars->data, bars->len);

  plan->client = g_strdup (file->client->name);
  plan->opening = g_strdup (opening_of (file));
  plan->caution = g_strdup (limber_wording_tool_caution ());
  plan->source = g_strdup (_ ("Areas and tools follow the article “Benefits of Massage for Runners”. Guidance, not a "
                              "prescription."));
  plan->lines = g_ptr_array_new_with_free_func (line_free);
  plan->left_out = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < items->len; i++)
    {
      const LimberSelfCareItem *item = &g_array_index (items, LimberSelfCareItem, i);
      const LimberSelfCareNote *note = note_of (file, item->area);

      g_ptr_array_add (note != NULL && note->left_out ? plan->left_out : plan->lines, line_new (item, note));
    }
  return plan;
}

/** limber_care_plan_text: Returns: (transfer full): the plan as plain text, for a mail */
char *
limber_care_plan_text (const LimberCarePlan *plan)
{
  GString *text = g_string_new (plan->opening);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const LimberCareLine *line = plan->lines->pdata[i];

      g_string_append_printf (text, "\n\n%s%s%s", line->title, line->tool != NULL ? ": " : "",
                              line->tool != NULL ? line->tool : "");
      if (line->text != NULL)
        g_string_append_printf (text, "\n%s", line->text);
      if (line->note != NULL)
        g_string_append_printf (text, "\n%s", line->note);
    }
  g_string_append_printf (text, "\n\n%s\n\n%s\n", plan->caution, plan->source);
  return g_string_free (text, FALSE);
}

/** limber_care_plan_is_due: Returns: whether the client has been away for longer than planned, so that a bridge helps. */
gboolean
limber_care_plan_is_due (const LimberClientFile *file)
{
  const LimberPlanInput *input = &file->facts->input;

  if (file->next != NULL || input->last_session == LIMBER_DATE_NONE)
    return FALSE;
  return file->client->paused_on != LIMBER_DATE_NONE
         || limber_cadence_due (input->settings.cadence, input->last_session, input->today).state
              == LIMBER_CADENCE_STATE_OVERDUE;
}
