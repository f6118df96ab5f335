/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record-private.h"

#include <string.h>

/* One field of a struct: as memory, as a column, as JSON. */

#define FIELD(Type, record, column) (*(Type *) ((char *) (record) + (column)->offset))

/* The same field for reading through a const record. */
#define CONST_FIELD(Type, record, column) (*(const Type *) ((const char *) (record) + (column)->offset))

static void
json_append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

/* An empty text is no text. */
static const char *
text_of (const LimberColumn *column, gconstpointer record)
{
  const char *text = CONST_FIELD (char *, record, column);

  return text != NULL && *text != '\0' ? text : NULL;
}

static void
json_append_text (GString *json, const char *text)
{
  if (text != NULL)
    json_append_string (json, text);
  else
    g_string_append (json, "null");
}

/* Returns: the number in the field; @is_null tells whether the database holds NULL for it. */
static gint64
integer_of (const LimberColumn *column, gconstpointer record, gboolean *is_null)
{
  gint64 value = 0;

  switch (column->kind)
    {
    case LIMBER_COLUMN_INT:
      value = CONST_FIELD (int, record, column);
      break;
    case LIMBER_COLUMN_UINT:
      value = CONST_FIELD (guint, record, column);
      break;
    case LIMBER_COLUMN_BOOL:
      value = CONST_FIELD (gboolean, record, column) ? 1 : 0;
      break;
    case LIMBER_COLUMN_INSTANT:
      value = CONST_FIELD (gint64, record, column);
      *is_null = value == 0;
      return value;
    default:
      g_assert_not_reached ();
    }
  *is_null = column->nullable && value == column->null_value;
  return value;
}

static gboolean
double_is_null (const LimberColumn *column, double value)
{
  return column->nullable && value == column->null_value;
}

/* Reads column @index of the row into the field. */
void
limber_column_read (const LimberColumn *column, gpointer record, LimberStmt *stmt, int index)
{
  gboolean is_null = limber_stmt_is_null (stmt, index);

  switch (column->kind)
    {
    case LIMBER_COLUMN_TEXT:
      limber_record_set_text (&FIELD (char *, record, column), limber_stmt_text (stmt, index));
      break;
    case LIMBER_COLUMN_INT:
      FIELD (int, record, column) = is_null ? column->null_value : (int) limber_stmt_int (stmt, index);
      break;
    case LIMBER_COLUMN_UINT:
      FIELD (guint, record, column) = (guint) limber_stmt_int (stmt, index);
      break;
    case LIMBER_COLUMN_INSTANT:
      FIELD (gint64, record, column) = limber_stmt_int (stmt, index);
      break;
    case LIMBER_COLUMN_BOOL:
      FIELD (gboolean, record, column) = limber_stmt_int (stmt, index) != 0;
      break;
    case LIMBER_COLUMN_DOUBLE:
      FIELD (double, record, column) = is_null ? column->null_value : limber_stmt_double (stmt, index);
      break;
    case LIMBER_COLUMN_DATE:
      FIELD (LimberDate, record, column) = limber_stmt_date (stmt, index);
      break;
    case LIMBER_COLUMN_ENUM:
      FIELD (int, record, column) = column->codec->from_id (limber_stmt_text (stmt, index));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Binds the field to `$number`. */
void
limber_column_bind (const LimberColumn *column, gconstpointer record, LimberStmt *stmt, int number)
{
  gboolean is_null;
  gint64 integer;
  double real;

  switch (column->kind)
    {
    case LIMBER_COLUMN_TEXT:
      limber_stmt_bind_text (stmt, number, text_of (column, record));
      break;
    case LIMBER_COLUMN_DOUBLE:
      real = CONST_FIELD (double, record, column);
      if (double_is_null (column, real))
        limber_stmt_bind_null (stmt, number);
      else
        limber_stmt_bind_double (stmt, number, real);
      break;
    case LIMBER_COLUMN_DATE:
      limber_stmt_bind_date (stmt, number, CONST_FIELD (LimberDate, record, column));
      break;
    case LIMBER_COLUMN_ENUM:
      limber_stmt_bind_text (stmt, number, column->codec->to_id (CONST_FIELD (int, record, column)));
      break;
    default:
      integer = integer_of (column, record, &is_null);
      if (is_null)
        limber_stmt_bind_null (stmt, number);
      else
        limber_stmt_bind_int (stmt, number, integer);
    }
}

gboolean
limber_column_equal (const LimberColumn *column, gconstpointer a, gconstpointer b)
{
  gboolean null_a, null_b;

  switch (column->kind)
    {
    case LIMBER_COLUMN_TEXT:
      return g_strcmp0 (text_of (column, a), text_of (column, b)) == 0;
    case LIMBER_COLUMN_DOUBLE:
      return CONST_FIELD (double, a, column) == CONST_FIELD (double, b, column);
    case LIMBER_COLUMN_DATE:
      return CONST_FIELD (LimberDate, a, column) == CONST_FIELD (LimberDate, b, column);
    case LIMBER_COLUMN_ENUM:
      return CONST_FIELD (int, a, column) == CONST_FIELD (int, b, column);
    default:
      return integer_of (column, a, &null_a) == integer_of (column, b, &null_b);
    }
}

/* Appends the field as the JSON value that the change log keeps. */
void
limber_column_append_json (const LimberColumn *column, gconstpointer record, GString *json)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *iso = NULL;
  gboolean is_null;
  gint64 integer;
  double real;

  switch (column->kind)
    {
    case LIMBER_COLUMN_TEXT:
      json_append_text (json, text_of (column, record));
      break;
    case LIMBER_COLUMN_DOUBLE:
      real = CONST_FIELD (double, record, column);
      g_string_append (json,
                       double_is_null (column, real) ? "null" : g_ascii_dtostr (buffer, sizeof buffer, real));
      break;
    case LIMBER_COLUMN_DATE:
      if (CONST_FIELD (LimberDate, record, column) != LIMBER_DATE_NONE)
        iso = limber_date_to_iso (CONST_FIELD (LimberDate, record, column));
      json_append_text (json, iso);
      break;
    case LIMBER_COLUMN_ENUM:
      json_append_text (json, column->codec->to_id (CONST_FIELD (int, record, column)));
      break;
    default:
      integer = integer_of (column, record, &is_null);
      if (is_null)
        g_string_append (json, "null");
      else
        g_string_append_printf (json, "%" G_GINT64_FORMAT, integer);
    }
}

/* A new struct starts with what an empty row would read as. */
static void
set_null (const LimberColumn *column, gpointer record)
{
  if (!column->nullable)
    return;
  if (column->kind == LIMBER_COLUMN_INT)
    FIELD (int, record, column) = column->null_value;
  else if (column->kind == LIMBER_COLUMN_DOUBLE)
    FIELD (double, record, column) = column->null_value;
}

/** limber_record_new: Returns: (transfer full): a record of @type with nothing filled in. */
gpointer
limber_record_new (const LimberRecordType *type)
{
  gpointer record = g_malloc0 (type->size);

  for (const LimberColumn *column = type->columns; column->name != NULL; column++)
    set_null (column, record);
  return record;
}

void
limber_record_free (const LimberRecordType *type, gpointer record)
{
  if (record == NULL)
    return;
  for (const LimberColumn *column = type->columns; column->name != NULL; column++)
    if (column->kind == LIMBER_COLUMN_TEXT)
      g_free (FIELD (char *, record, column));
  g_free (((LimberRecord *) record)->id);
  g_free (record);
}

gpointer
limber_record_copy (const LimberRecordType *type, gconstpointer record)
{
  LimberRecord *copy;

  if (record == NULL)
    return NULL;
  copy = g_malloc (type->size);
  memcpy (copy, record, type->size);
  copy->id = g_strdup (copy->id);
  for (const LimberColumn *column = type->columns; column->name != NULL; column++)
    if (column->kind == LIMBER_COLUMN_TEXT)
      FIELD (char *, copy, column) = g_strdup (CONST_FIELD (char *, record, column));
  return copy;
}

static void
copy_column (const LimberColumn *column, gconstpointer from, gpointer to)
{
  switch (column->kind)
    {
    case LIMBER_COLUMN_TEXT:
      limber_record_set_text (&FIELD (char *, to, column), CONST_FIELD (char *, from, column));
      break;
    case LIMBER_COLUMN_INSTANT:
      FIELD (gint64, to, column) = CONST_FIELD (gint64, from, column);
      break;
    case LIMBER_COLUMN_DOUBLE:
      FIELD (double, to, column) = CONST_FIELD (double, from, column);
      break;
    case LIMBER_COLUMN_DATE:
      FIELD (LimberDate, to, column) = CONST_FIELD (LimberDate, from, column);
      break;
    default:
      FIELD (int, to, column) = CONST_FIELD (int, from, column);
    }
}

/**
 * limber_record_merge:
 * @mine: what one hand wrote over @seen
 * @theirs: what another hand saved over @seen
 *
 * Returns: (transfer full): what can be saved over @theirs: every field that was touched in @mine, else theirs
 */
gpointer
limber_record_merge (const LimberRecordType *type, gconstpointer mine, gconstpointer seen, gconstpointer theirs)
{
  gpointer merged = limber_record_copy (type, theirs);

  for (const LimberColumn *column = type->columns; column->name != NULL; column++)
    if (!limber_column_equal (column, mine, seen))
      copy_column (column, mine, merged);
  return merged;
}

/** limber_record_equal: Returns: whether all columns are alike; id and version do not count. */
gboolean
limber_record_equal (const LimberRecordType *type, gconstpointer a, gconstpointer b)
{
  for (const LimberColumn *column = type->columns; column->name != NULL; column++)
    if (!limber_column_equal (column, a, b))
      return FALSE;
  return TRUE;
}

/** limber_record_set_text: Replaces the text in @field by a copy of @text; an empty one becomes %NULL. */
void
limber_record_set_text (char **field, const char *text)
{
  char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  g_free (*field);
  *field = copy;
}
