/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "app/data-commands.h"
#include "app/data-options.h"
#include "app/json-bits.h"
#include "services/wording/wording-safety.h"
#include "store/restore.h"

static void
add_counts (JsonBuilder *builder, const char *name, const LimberClinicCounts *counts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "clients");
  json_builder_add_int_value (builder, counts->clients);
  json_builder_set_member_name (builder, "sessions");
  json_builder_add_int_value (builder, counts->sessions);
  json_builder_set_member_name (builder, "appointments");
  json_builder_add_int_value (builder, counts->appointments);
  json_builder_end_object (builder);
}

static char *
to_json (const LimberRestorePreview *preview, const char *kept)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "restored");
  json_builder_add_boolean_value (builder, kept != NULL);
  add_counts (builder, "held", &preview->held);
  json_builder_set_member_name (builder, "readable");
  json_builder_add_boolean_value (builder, preview->is_readable);
  add_counts (builder, "newer", &preview->added);
  json_builder_set_member_name (builder, "newer_changes");
  json_builder_add_int_value (builder, preview->changes);
  limber_json_add_named_text (builder, "kept", kept);
  json_builder_end_object (builder);
  return limber_json_finish (builder);
}

static char *
to_text (const LimberRestorePreview *preview, const char *kept)
{
  g_autofree char *counts = limber_wording_clinic_counts (&preview->held);
  g_autofree char *loss = limber_wording_restore_loss (preview);

  if (kept)
    return g_strdup_printf (_("Restored: the clinic holds %s. What was there before is kept: %s.\n"), counts, kept);
  return g_strdup_printf (_("The backup is whole. It holds %s.\n%s\n"), counts, loss);
}

/** limber_restore_command_run: `limber restore`: a backup becomes the clinic; safe beside an open window */
char *
limber_restore_command_run (int argc, const char *const *argv, GError **error)
{
  static const LimberArgument known[] = {
    { "--database", LIMBER_ARGUMENT_VALUE, limber_data_set_database },
    { "--dry-run", LIMBER_ARGUMENT_FLAG, limber_data_set_dry_run },
    { "--format", LIMBER_ARGUMENT_VALUE, limber_data_set_format },
    { NULL },
  };
  g_auto (LimberDataOptions) options = { NULL };
  LimberRestorePreview preview;
  LimberRestoreDeed deed;
  g_autofree char *kept = NULL;

  if (!limber_data_options_parse (&options, known, TRUE, argc, argv, error))
    return NULL;
  if (!options.file)
    {
      limber_misuse (error, _("Name the backup to restore."));
      return NULL;
    }
  deed = (LimberRestoreDeed) { .database = options.database, .backup = options.file, .actor_name = _("Restore") };
  if (!limber_restore_preview (&deed, NULL, &preview, error)
      || (!options.dry_run && !limber_restore_run (&deed, NULL, &kept, error)))
    return NULL;
  return options.json ? to_json (&preview, kept) : to_text (&preview, kept);
}
