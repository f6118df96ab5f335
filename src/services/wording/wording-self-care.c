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
