/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan-command.h"

/**
 * limber_plan_command_run:
 * @argv: (array length=argc): what follows the verb
 *
 * `limber plan`: judges dates by nothing but its arguments.
 *
 * Returns: (transfer full) (nullable): what to print, or %NULL with @error set.
 */
char *
limber_plan_command_run (int argc, const char *const *argv, GError **error)
{
  g_autoptr (LimberPlanOptions) options = limber_plan_options_parse (argc, argv, error);

  if (options == NULL)
    return NULL;
  return options->json ? limber_plan_to_json (options) : limber_plan_to_text (options);
}
