/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/staff-row.h"

#include "store/calendar.h"
#include "widgets/feedback.h"

struct _LimberStaffRow {
  AdwComboRow parent_instance;

  GCancellable *cancellable;
  GPtrArray *staff;
  char *nobody; /* NULL when it has to be somebody */
  char *wanted;
  gboolean filling;
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberStaffRow, limber_staff_row, ADW_TYPE_COMBO_ROW)

static void
fill (LimberStaffRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  if (self->nobody != NULL)
    gtk_string_list_append (names, self->nobody);
  for (guint i = 0; i < self->staff->len; i++)
    {
      const LimberStaff *staff = self->staff->pdata[i];

      if (g_strcmp0 (staff->base.id, self->wanted) == 0)
        selected = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, staff->name);
    }
  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->filling = FALSE;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *staff = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberStaffRow *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (staff == NULL)
    {
      limber_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  self->staff = staff;
  fill (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gpointer
load (LimberDb *db, gpointer data, GError **error)
{
  return limber_calendar_therapists (db, error);
}

static void
on_selected (LimberStaffRow *self)
{
  if (self->staff != NULL && !self->filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
limber_staff_row_dispose (GObject *object)
{
  LimberStaffRow *self = LIMBER_STAFF_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (limber_staff_row_parent_class)->dispose (object);
}

static void
limber_staff_row_finalize (GObject *object)
{
  LimberStaffRow *self = LIMBER_STAFF_ROW (object);

  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_free (self->nobody);
  g_free (self->wanted);
  G_OBJECT_CLASS (limber_staff_row_parent_class)->finalize (object);
}

static void
limber_staff_row_class_init (LimberStaffRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_staff_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_staff_row_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", LIMBER_TYPE_STAFF_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
limber_staff_row_init (LimberStaffRow *self)
{
  self->cancellable = g_cancellable_new ();
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

/**
 * limber_staff_row_new:
 * @nobody: (nullable): the first choice, which is no therapist
 * @wanted: (nullable): the id of who is chosen at first
 *
 * Returns: (transfer floating): a row that loads the therapists by itself
 */
GtkWidget *
limber_staff_row_new (LimberStore *store, const char *title, const char *nobody, const char *wanted)
{
  LimberStaffRow *self = g_object_new (LIMBER_TYPE_STAFF_ROW, "title", title, NULL);

  self->nobody = g_strdup (nobody);
  self->wanted = g_strdup (wanted);
  limber_store_read_async (store, load, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_loaded, self);
  return GTK_WIDGET (self);
}

/** limber_staff_row_set_nobody: another first choice, or none; the first one is chosen then. */
void
limber_staff_row_set_nobody (LimberStaffRow *self, const char *nobody)
{
  g_free (self->nobody);
  self->nobody = g_strdup (nobody);
  if (self->staff != NULL)
    fill (self);
}

/** limber_staff_row_is_ready: Returns: whether the therapists are known. */
gboolean
limber_staff_row_is_ready (LimberStaffRow *self)
{
  return self->staff != NULL;
}

/** limber_staff_row_get_id: Returns: (nullable) (transfer none): who is chosen, %NULL for nobody in particular. */
const char *
limber_staff_row_get_id (LimberStaffRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self)), first = self->nobody != NULL ? 1 : 0;

  if (self->staff == NULL || selected < first || selected - first >= self->staff->len)
    return NULL;
  return ((LimberStaff *) self->staff->pdata[selected - first])->base.id;
}
