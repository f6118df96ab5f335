/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/body-area.h"
#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberSelfCareNote:
 * @text: (nullable): instead of Limber's words
 * @left_out: the area is no part of the plan
 *
 * What a therapist changed in the plan of one client, for one area.
 */
typedef struct {
  LimberRecord base;
  char *client_id;
  LimberArea area;
  char *text;
  gboolean left_out;
} LimberSelfCareNote;

LIMBER_DECLARE_RECORD (LimberSelfCareNote, self_care_note)

/** LimberSelfCareTemplate: an instruction to use again, with any client. */
typedef struct {
  LimberRecord base;
  char *name;
  char *text;
} LimberSelfCareTemplate;

LIMBER_DECLARE_RECORD (LimberSelfCareTemplate, self_care_template)

/**
 * LimberSelfCareChange:
 * @text: (nullable): %NULL for Limber's words
 * @template_name: (nullable): under which the text is kept to use again
 *
 * @data of limber_self_care_change().
 */
typedef struct {
  char *client_id;
  LimberArea area;
  char *text;
  gboolean left_out;
  char *template_name;
} LimberSelfCareChange;

GPtrArray *limber_self_care_notes (LimberDb *db, const char *client_id, GError **error);
GPtrArray *limber_self_care_templates (LimberDb *db, GError **error);
void       limber_self_care_change_free (LimberSelfCareChange *change);
gpointer   limber_self_care_change (LimberDb *db, gpointer data, GError **error);

G_END_DECLS
