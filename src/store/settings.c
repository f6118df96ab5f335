/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/settings.h"

static const LimberColumn setting_columns[] = {
  LIMBER_TEXT (LimberSetting, value),
  LIMBER_END,
};

const LimberRecordType limber_setting_type = {
  .table = "settings",
  .size = sizeof (LimberSetting),
  .topic = LIMBER_TOPIC_SETTINGS,
  .columns = setting_columns,
  .free_func = (GDestroyNotify) limber_setting_free,
};

/* Returns: (nullable): the row of @key; %NULL without an error when it was never set. */
static LimberSetting *
find (LimberDb *db, const char *key, GError **error)
{
  return limber_record_find (db, &limber_setting_type, error, "WHERE id = $1", "s", key);
}

/**
 * limber_settings_get_text:
 * @fallback: (nullable): the default
 *
 * Returns: (transfer full) (nullable): the value; %NULL with @error when it could not be read
 */
char *
limber_settings_get_text (LimberDb *db, const char *key, const char *fallback, GError **error)
{
  GError *local = NULL;
  g_autoptr (LimberSetting) setting = find (db, key, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  return g_strdup (setting != NULL ? setting->value : fallback);
}

/** limber_settings_get_int: @value becomes the number, or @fallback when none is set. */
gboolean
limber_settings_get_int (LimberDb *db, const char *key, int fallback, int *value, GError **error)
{
  GError *local = NULL;
  g_autofree char *text = limber_settings_get_text (db, key, NULL, &local);
  gint64 number = fallback;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (text != NULL && !g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &number, NULL))
    number = fallback;
  *value = (int) number;
  return TRUE;
}

gboolean
limber_settings_get_bool (LimberDb *db, const char *key, gboolean fallback, gboolean *value, GError **error)
{
  int number = 0;

  if (!limber_settings_get_int (db, key, fallback ? 1 : 0, &number, error))
    return FALSE;
  *value = number != 0;
  return TRUE;
}

/** limber_settings_set_text: Sets @key inside the open transaction; %NULL for no value. */
gboolean
limber_settings_set_text (LimberDb *db, const char *key, const char *value, GError **error)
{
  GError *local = NULL;
  g_autoptr (LimberSetting) setting = find (db, key, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (setting != NULL)
    {
      limber_record_set_text (&setting->value, value);
      return limber_record_update (db, &limber_setting_type, setting, error);
    }
  setting = limber_setting_new ();
  setting->base.id = g_strdup (key);
  limber_record_set_text (&setting->value, value);
  return limber_record_insert (db, &limber_setting_type, setting, error);
}

gboolean
limber_settings_set_int (LimberDb *db, const char *key, int value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  return limber_settings_set_text (db, key, text, error);
}

gboolean
limber_settings_set_bool (LimberDb *db, const char *key, gboolean value, GError **error)
{
  return limber_settings_set_int (db, key, value ? 1 : 0, error);
}
