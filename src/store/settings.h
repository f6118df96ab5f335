/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberSetting:
 *
 * One setting of the clinic; its id is the key.
 */
typedef struct {
  LimberRecord base;
  char *value;
} LimberSetting;

LIMBER_DECLARE_RECORD (LimberSetting, setting)

char    *limber_settings_get_text (LimberDb *db, const char *key, const char *fallback, GError **error);
gboolean limber_settings_get_int (LimberDb *db, const char *key, int fallback, int *value, GError **error);
gboolean limber_settings_get_bool (LimberDb *db, const char *key, gboolean fallback, gboolean *value, GError **error);
gboolean limber_settings_set_text (LimberDb *db, const char *key, const char *value, GError **error);
gboolean limber_settings_set_int (LimberDb *db, const char *key, int value, GError **error);
gboolean limber_settings_set_bool (LimberDb *db, const char *key, gboolean value, GError **error);

G_END_DECLS
