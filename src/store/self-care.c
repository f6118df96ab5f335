/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/self-care.h"

#include "store/error.h"

static const LimberColumn self_care_note_columns[] = {
  LIMBER_TEXT (LimberSelfCareNote, client_id),
  LIMBER_ENUM (LimberSelfCareNote, area, area),
  LIMBER_TEXT (LimberSelfCareNote, text),
  LIMBER_BOOL (LimberSelfCareNote, left_out),
  LIMBER_END,
};

const LimberRecordType limber_self_care_note_type = {
  .table = "self_care_note",
  .size = sizeof (LimberSelfCareNote),
  .topic = LIMBER_TOPIC_CLIENT,
  .columns = self_care_note_columns,
  .free_func = (GDestroyNotify) limber_self_care_note_free,
  .client_offset = G_STRUCT_OFFSET (LimberSelfCareNote, client_id),
};

static const LimberColumn self_care_template_columns[] = {
  LIMBER_TEXT (LimberSelfCareTemplate, name),
  LIMBER_TEXT (LimberSelfCareTemplate, text),
  LIMBER_END,
};

const LimberRecordType limber_self_care_template_type = {
  .table = "self_care_template",
  .size = sizeof (LimberSelfCareTemplate),
  .topic = LIMBER_TOPIC_SETTINGS,
  .columns = self_care_template_columns,
  .free_func = (GDestroyNotify) limber_self_care_template_free,
};

/** limber_self_care_notes: Returns: (transfer full) (element-type LimberSelfCareNote): of one client */
GPtrArray *
limber_self_care_notes (LimberDb *db, const char *client_id, GError **error)
{
  return limber_record_select (db, &limber_self_care_note_type, error, "WHERE client_id = $1", "s", client_id);
}

/** limber_self_care_templates: Returns: (transfer full) (element-type LimberSelfCareTemplate): by name */
GPtrArray *
limber_self_care_templates (LimberDb *db, GError **error)
{
  return limber_record_select (db, &limber_self_care_template_type, error, "ORDER BY name", "");
}

void
limber_self_care_change_free (LimberSelfCareChange *change)
{
  g_free (change->client_id);
  g_free (change->text);
  g_free (change->template_name);
  g_free (change);
}

static gboolean
write_note (LimberDb *db, const LimberSelfCareChange *change, GError **error)
{
  g_autoptr (GPtrArray) known = limber_record_select (db, &limber_self_care_note_type, error,
                                                      "WHERE client_id = $1 AND area = $2", "ss", change->client_id,
                                                      limber_area_id (change->area));
  gboolean needed = change->text != NULL || change->left_out;
  g_autoptr (LimberSelfCareNote) note = NULL;

  if (known == NULL)
    return FALSE;
  if (known->len == 0 && !needed)
    return TRUE;
  note = known->len > 0 ? limber_self_care_note_copy (known->pdata[0]) : limber_self_care_note_new ();
  if (!needed)
    return limber_record_delete (db, &limber_self_care_note_type, note, error);
  limber_record_set_text (&note->client_id, change->client_id);
  limber_record_set_text (&note->text, change->text);
  note->area = change->area;
  note->left_out = change->left_out;
  return known->len > 0 ? limber_record_update (db, &limber_self_care_note_type, note, error)
                        : limber_record_insert (db, &limber_self_care_note_type, note, error);
}

static gboolean
write_template (LimberDb *db, const LimberSelfCareChange *change, GError **error)
{
  g_autoptr (GPtrArray) known = limber_record_select (db, &limber_self_care_template_type, error, "WHERE name = $1", "s",
                                                      change->template_name);
  g_autoptr (LimberSelfCareTemplate) kept = NULL;

  if (known == NULL)
    return FALSE;
  kept = known->len > 0 ? limber_self_care_template_copy (known->pdata[0]) : limber_self_care_template_new ();
  limber_record_set_text (&kept->name, change->template_name);
  limber_record_set_text (&kept->text, change->text);
  return known->len > 0 ? limber_record_update (db, &limber_self_care_template_type, kept, error)
                        : limber_record_insert (db, &limber_self_care_template_type, kept, error);
}

/** limber_self_care_change: @data: (type LimberSelfCareChange): keeps what was changed in a plan. */
gpointer
limber_self_care_change (LimberDb *db, gpointer data, GError **error)
{
  const LimberSelfCareChange *change = data;

  if (write_note (db, change, error) && change->template_name != NULL && change->text != NULL)
    write_template (db, change, error);
  return NULL;
}
