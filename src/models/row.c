/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "models/row.h"

#include "store/record.h"

struct _LimberRow {
  GObject parent_instance;

  char *id;
  gpointer record;
  GDestroyNotify record_free;
};

enum {
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LimberRow, limber_row, G_TYPE_OBJECT)

static void
limber_row_drop_record (LimberRow *self)
{
  if (self->record != NULL && self->record_free != NULL)
    self->record_free (self->record);
  self->record = NULL;
}

static void
limber_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LimberRow *self = LIMBER_ROW (object);

  switch (prop_id)
    {
    case PROP_RECORD:
      g_value_set_pointer (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
limber_row_finalize (GObject *object)
{
  LimberRow *self = LIMBER_ROW (object);

  limber_row_drop_record (self);
  g_free (self->id);
  G_OBJECT_CLASS (limber_row_parent_class)->finalize (object);
}

static void
limber_row_class_init (LimberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = limber_row_get_property;
  object_class->finalize = limber_row_finalize;

  properties[PROP_RECORD] = g_param_spec_pointer ("record", NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
limber_row_init (LimberRow *self)
{
}

/**
 * limber_row_new:
 * @record: a struct that begins with a #LimberRecord; the row takes it
 * @record_free: frees @record
 *
 * One item of a list model. The row of an id stays the same object while its record is replaced, so that
 * selection and focus survive a reload; watch notify::record.
 */
LimberRow *
limber_row_new (gpointer record, GDestroyNotify record_free)
{
  LimberRow *self = g_object_new (LIMBER_TYPE_ROW, NULL);

  g_return_val_if_fail (record != NULL, self);

  self->id = g_strdup (((LimberRecord *) record)->id);
  self->record = record;
  self->record_free = record_free;
  return self;
}

/** limber_row_new_pending: a row whose record is still being read: record and id are %NULL. */
LimberRow *
limber_row_new_pending (void)
{
  return g_object_new (LIMBER_TYPE_ROW, NULL);
}

/** limber_row_get_record: the record, owned by the row and valid until notify::record; %NULL while pending. */
gconstpointer
limber_row_get_record (LimberRow *self)
{
  g_return_val_if_fail (LIMBER_IS_ROW (self), NULL);

  return self->record;
}

const char *
limber_row_get_id (LimberRow *self)
{
  g_return_val_if_fail (LIMBER_IS_ROW (self), NULL);

  return self->id;
}

/** limber_row_take_record: replaces the record by a newer one of the same id. */
void
limber_row_take_record (LimberRow *self, gpointer record, GDestroyNotify record_free)
{
  g_return_if_fail (LIMBER_IS_ROW (self));
  g_return_if_fail (record != NULL && record != self->record);
  g_return_if_fail (self->id == NULL || g_strcmp0 (self->id, ((LimberRecord *) record)->id) == 0);

  if (self->id == NULL)
    self->id = g_strdup (((LimberRecord *) record)->id);
  limber_row_drop_record (self);
  self->record = record;
  self->record_free = record_free;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
