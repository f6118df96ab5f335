/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/area-check.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "pages/parts/score-picker.h"
#include "services/wording/wording.h"
#include "store/sore-area.h"
#include "widgets/body/body-map.h"
#include "widgets/widget-name.h"
#include "widgets/words.h"

/* Where it hurts, asked on the body map: point at an area, say how much; a score of 0 takes it away again. */
struct _LimberAreaCheck {
  GtkBox parent_instance;

  LimberBodyMap *map;
  GtkStack *stack;
  LimberScorePicker *score;
  GtkButton *save;

  GArray *marks; /* LimberBodyMark */
  LimberArea area;
  LimberSide side;
};

enum {
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberAreaCheck, limber_area_check, GTK_TYPE_BOX)

static int
find (LimberAreaCheck *self, LimberArea area, LimberSide side)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const LimberBodyMark *mark = &g_array_index (self->marks, LimberBodyMark, i);

      if (mark->area == area && mark->side == side)
        return (int) i;
    }
  return -1;
}

static void
show_save (LimberAreaCheck *self)
{
  guint n = self->marks->len;
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("Save %u Spot", "Save %u Spots", n), n)
                                : g_strdup (_("Nothing Hurts"));

  gtk_button_set_label (self->save, text);
  limber_widget_name (GTK_WIDGET (self->save), text);
}

/* A picker cannot go back to nothing: each area gets a new one. */
static void
show_area (LimberAreaCheck *self)
{
  g_autofree char *name = limber_wording_area (self->area, self->side);
  g_autofree char *title = limber_capitalize (name);
  GtkWidget *old = gtk_stack_get_child_by_name (self->stack, "score");
  int known = find (self, self->area, self->side);

  if (old != NULL)
    gtk_stack_remove (self->stack, old);
  self->score = LIMBER_SCORE_PICKER (limber_score_picker_new (title, _("gone"), _("worst")));
  if (known >= 0)
    limber_score_picker_set (self->score, g_array_index (self->marks, LimberBodyMark, known).severity);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->score), "score");
  gtk_stack_set_visible_child_name (self->stack, "score");
}

static void
on_score (LimberAreaCheck *self)
{
  LimberBodyMark mark = { .area = self->area, .side = self->side, .type = LIMBER_FINDING_TYPE_SORENESS,
                          .severity = limber_score_picker_get (self->score) };
  int known = find (self, self->area, self->side);

  if (known >= 0)
    g_array_remove_index (self->marks, (guint) known);
  if (mark.severity > 0)
    g_array_append_val (self->marks, mark);
  limber_body_map_set_marks (self->map, (LimberBodyMark *) (gpointer) self->marks->data, self->marks->len);
  show_save (self);
}

/** limber_area_check_point_at: asks how much that area hurts. */
void
limber_area_check_point_at (LimberAreaCheck *self, LimberArea area, LimberSide side)
{
  g_return_if_fail (LIMBER_IS_AREA_CHECK (self));

  self->area = area;
  self->side = side;
  limber_body_map_set_selected (self->map, area, side);
  show_area (self);
  g_signal_connect_object (self->score, "changed", G_CALLBACK (on_score), self, G_CONNECT_SWAPPED);
}

static void
on_area (LimberAreaCheck *self, int area, int side)
{
  limber_area_check_point_at (self, (LimberArea) area, (LimberSide) side);
}

static void
on_save (LimberAreaCheck *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
limber_area_check_finalize (GObject *object)
{
  g_array_unref (LIMBER_AREA_CHECK (object)->marks);
  G_OBJECT_CLASS (limber_area_check_parent_class)->finalize (object);
}

static void
limber_area_check_class_init (LimberAreaCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = limber_area_check_finalize;
  signals[DONE] = g_signal_new ("done", LIMBER_TYPE_AREA_CHECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
limber_area_check_init (LimberAreaCheck *self)
{
  GtkWidget *hint = gtk_label_new (_("Point at an area first."));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->marks = g_array_new (FALSE, TRUE, sizeof (LimberBodyMark));
  self->map = LIMBER_BODY_MAP (limber_body_map_new ());
  limber_body_map_set_words (self->map, &limber_client_body_words);
  gtk_widget_set_size_request (GTK_WIDGET (self->map), -1, 400);
  g_signal_connect_object (self->map, "area-activated", G_CALLBACK (on_area), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_add_css_class (hint, "limber-dim");
  gtk_stack_add_named (self->stack, hint, "hint");
  self->save = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->save), GTK_ALIGN_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->save), "suggested-action");
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->map));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->save));
  show_save (self);
}

/** limber_area_check_new: Returns: (transfer floating): a body on which nothing hurts yet. */
GtkWidget *
limber_area_check_new (void)
{
  return g_object_new (LIMBER_TYPE_AREA_CHECK, NULL);
}

/** limber_area_check_get_areas: Returns: (transfer full) (element-type LimberSoreArea): what was pointed at so far. */
GPtrArray *
limber_area_check_get_areas (LimberAreaCheck *self)
{
  GPtrArray *areas = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_sore_area_free);

  g_return_val_if_fail (LIMBER_IS_AREA_CHECK (self), areas);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const LimberBodyMark *mark = &g_array_index (self->marks, LimberBodyMark, i);
      LimberSoreArea *area = limber_sore_area_new ();

      area->area = mark->area;
      area->side = mark->side;
      area->score = mark->severity;
      g_ptr_array_add (areas, area);
    }
  return areas;
}
