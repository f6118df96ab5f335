/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/desk-settings.h"

#include "limber-config.h"

/**
 * limber_desk_settings_open:
 * @key: (nullable): one that must be among them: a schema left by an older release may not know it yet
 *
 * What this computer remembers, apart from the clinic. g_settings_new() would end the program where the schema is not
 * found, as below a prefix that the desktop does not search; people can work without what is remembered.
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where nothing can be remembered
 */
GSettings *
limber_desk_settings_open (const char *key)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = installed != NULL ? g_settings_schema_source_lookup (installed, LIMBER_APP_ID, TRUE) : NULL;

  if (schema == NULL || (key != NULL && !g_settings_schema_has_key (schema, key)))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}
