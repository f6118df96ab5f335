/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "domain/date.h"

G_BEGIN_DECLS

void  limber_json_add_date (JsonBuilder *builder, LimberDate date);
void  limber_json_add_named_date (JsonBuilder *builder, const char *name, LimberDate date);
void  limber_json_add_named_text (JsonBuilder *builder, const char *name, const char *text);
void  limber_json_add_named_instant (JsonBuilder *builder, const char *name, gint64 instant, GTimeZone *zone);
char *limber_json_finish (JsonBuilder *builder);

G_END_DECLS
