/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-self-care.h"

#include <glib/gi18n-lib.h>

/** limber_wording_tool: Returns: the name of a tool for home. */
const char *
limber_wording_tool (LimberTool tool)
{
  switch (tool)
    {
    case LIMBER_TOOL_FOAM_ROLLER:
      return _("Foam roller");
    case LIMBER_TOOL_MASSAGE_STICK:
      return _("Massage stick");
    case LIMBER_TOOL_THERACANE:
      return _("Theracane");
    case LIMBER_TOOL_LACROSSE_BALL:
      return _("Lacrosse ball, or a softer tennis ball");
    default:
      return "";
    }
}

/** limber_wording_tool_use: Returns: what the tool is good for. */
const char *
limber_wording_tool_use (LimberTool tool)
{
  switch (tool)
    {
    case LIMBER_TOOL_FOAM_ROLLER:
      return _("For long, wide muscles: lie on it and roll slowly.");
    case LIMBER_TOOL_MASSAGE_STICK:
      return _("For what is too narrow for the roller: roll along the muscle with both hands.");
    case LIMBER_TOOL_THERACANE:
      return _("For a single sore spot out of reach: hook it on and lean in gently.");
    case LIMBER_TOOL_LACROSSE_BALL:
      return _("For small, deep spots: put the ball between you and the wall or the floor.");
    default:
      return "";
    }
}

static const char *
how_long (LimberTool tool)
{
  switch (tool)
    {
    case LIMBER_TOOL_FOAM_ROLLER:
      return _("How long: one to two minutes a side, a hand’s width with each breath.");
    case LIMBER_TOOL_MASSAGE_STICK:
      return _("How long: about a minute a side, ten to fifteen slow strokes.");
    case LIMBER_TOOL_THERACANE:
      return _("How long: twenty to thirty seconds on a spot, three spots at most.");
    case LIMBER_TOOL_LACROSSE_BALL:
      return _("How long: half a minute on a spot, then move on; two minutes in all.");
    default:
      return "";
    }
}

static const char *
stop_when (LimberTool tool)
{
  if (tool == LIMBER_TOOL_FOAM_ROLLER || tool == LIMBER_TOOL_MASSAGE_STICK)
    return _("Stop: at sharp pain, tingling or numbness, and before you reach a joint or a bone.");
  return _("Stop: at sharp pain, tingling, numbness or a beating pulse under the tool, and never press on the spine.");
}

/** limber_wording_tool_instructions: Returns: (transfer full): how, how long, how hard, how often and when to stop. */
char *
limber_wording_tool_instructions (LimberTool tool)
{
  return g_strjoin ("\n", limber_wording_tool_use (tool), how_long (tool),
                    _("How hard: so that you can still breathe calmly, 4 of 10 at most."),
                    _("How often: once a day; leave out a day when it is still sore from the last time."),
                    stop_when (tool), NULL);
}

/** limber_wording_tool_caution: Returns: what has to stand beside every tool. */
const char *
limber_wording_tool_caution (void)
{
  return _("Read the tool’s instructions first and stop when it hurts sharply. When unsure, ask a licensed massage "
           "therapist or a sports physician.");
}

/** limber_wording_self_care_note: Returns: (transfer full) (nullable): what to say about this area in particular. */
char *
limber_wording_self_care_note (const LimberSelfCareItem *item)
{
  if (item->barred)
    return g_strdup (_("Leave it alone: the health notes forbid work here. Ask first."));
  if (item->disputed)
    return g_strdup (_("Whether rolling the IT band helps is disputed: ask before you start."));
  if (item->tool == LIMBER_TOOL_NONE)
    return g_strdup (_("No tool for this area: it waits for the next visit."));
  return NULL;
}
