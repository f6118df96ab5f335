/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: days run along the x axis, in lanes: visits, deep work, light work, and under them how past races felt, by
 * the distance of the last session. One day is pointed at; the arrow keys move it, and its reading is the value of
 * the widget for a screen reader, so that the picture can be heard day by day. A free day, from today on and without a
 * visit, can be activated by click or Enter. The drawing is race-picture-draw.c. */
#include "widgets/race-picture-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/widget-name.h"

enum {
  DAY_CHANGED,
  DAY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberRacePicture, limber_race_picture, GTK_TYPE_WIDGET)

static void
day_clear (gpointer data)
{
  g_free ((char *) ((LimberPictureDay *) data)->reading);
}

static void
visit_clear (gpointer data)
{
  g_free ((char *) ((LimberPictureVisit *) data)->text);
}

static int
offset_of (LimberRacePicture *self, int index)
{
  return limber_race_picture_day (self, (guint) index)->date - self->first;
}

static void
tell (LimberRacePicture *self)
{
  const char *reading = limber_race_picture_get_reading (self);

  if (self->days->len == 0)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) offset_of (self, 0),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) offset_of (self, (int) self->days->len - 1),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) offset_of (self, self->cursor),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, reading, -1);
}

static void
point_at (LimberRacePicture *self, int index)
{
  index = CLAMP (index, 0, (int) self->days->len - 1);
  if (self->days->len == 0 || index == self->cursor)
    return;
  self->cursor = index;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static void
move (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacePicture *self = LIMBER_RACE_PICTURE (widget);
  int step = g_variant_get_int32 (target);

  /* Time runs with the text: the key points where the eye goes. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && ABS (step) == 1)
    step = -step;
  point_at (self, self->cursor + step);
}

/** limber_race_picture_day_is_free: Returns: whether the day that is pointed at is still to come, and has no visit. */
gboolean
limber_race_picture_day_is_free (LimberRacePicture *self)
{
  LimberDate date = limber_race_picture_get_day (self);

  if (date == LIMBER_DATE_NONE || date < self->today)
    return FALSE;
  for (guint i = 0; i < self->visits->len; i++)
    if (g_array_index (self->visits, LimberPictureVisit, i).date == date)
      return FALSE;
  return TRUE;
}

static void
activate (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRacePicture *self = LIMBER_RACE_PICTURE (widget);

  if (limber_race_picture_day_is_free (self))
    g_signal_emit (self, signals[DAY_ACTIVATED], 0);
}

static void
on_pressed (LimberRacePicture *self, int n_press, double x, double y)
{
  int index = limber_race_picture_index_at (self, x);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (index < 0)
    return;
  point_at (self, index);
  if (n_press == 1)
    activate (GTK_WIDGET (self), NULL, NULL);
}

static gboolean
on_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LimberRacePicture *self = LIMBER_RACE_PICTURE (widget);
  int index = keyboard ? self->cursor : limber_race_picture_index_at (self, x);

  if (index < 0 || index >= (int) self->days->len)
    return FALSE;
  gtk_tooltip_set_text (tooltip, limber_race_picture_day (self, (guint) index)->reading);
  return TRUE;
}

static void
limber_race_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  LimberRacePicture *self = LIMBER_RACE_PICTURE (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : (int) limber_race_picture_height (self);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : *minimum;
}

static void
limber_race_picture_finalize (GObject *object)
{
  LimberRacePicture *self = LIMBER_RACE_PICTURE (object);

  g_array_unref (self->days);
  g_array_unref (self->visits);
  g_array_unref (self->pairs);
  G_OBJECT_CLASS (limber_race_picture_parent_class)->finalize (object);
}

static void
add_key (GtkWidgetClass *widget_class, guint key, int step)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, "picture.move", "i", step);
}

static void
limber_race_picture_class_init (LimberRacePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_race_picture_finalize;
  widget_class->snapshot = limber_race_picture_snapshot;
  widget_class->measure = limber_race_picture_measure;
  widget_class->query_tooltip = on_tooltip;
  signals[DAY_CHANGED] = g_signal_new ("day-changed", LIMBER_TYPE_RACE_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[DAY_ACTIVATED] = g_signal_new ("day-activated", LIMBER_TYPE_RACE_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "picture.move", "i", move);
  gtk_widget_class_install_action (widget_class, "picture.activate", NULL, activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "picture.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "picture.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "picture.activate", NULL);
  add_key (widget_class, GDK_KEY_Left, -1);
  add_key (widget_class, GDK_KEY_Right, 1);
  add_key (widget_class, GDK_KEY_Page_Up, -7);
  add_key (widget_class, GDK_KEY_Page_Down, 7);
  add_key (widget_class, GDK_KEY_Home, -1000);
  add_key (widget_class, GDK_KEY_End, 1000);
  gtk_widget_class_set_css_name (widget_class, "racepicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
limber_race_picture_init (LimberRacePicture *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->days = g_array_new (FALSE, TRUE, sizeof (LimberPictureDay));
  self->visits = g_array_new (FALSE, TRUE, sizeof (LimberPictureVisit));
  self->pairs = g_array_new (FALSE, TRUE, sizeof (LimberRacePair));
  g_array_set_clear_func (self->days, day_clear);
  g_array_set_clear_func (self->visits, visit_clear);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  limber_widget_name (GTK_WIDGET (self), _ ("Days around the race"));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  limber_palette_follow (GTK_WIDGET (self));
}

/** limber_race_picture_new: Returns: (transfer floating): an empty picture. */
GtkWidget *
limber_race_picture_new (void)
{
  return g_object_new (LIMBER_TYPE_RACE_PICTURE, NULL);
}

static void
copy_lists (LimberRacePicture *self, const LimberPicture *picture)
{
  g_array_set_size (self->days, 0);
  g_array_set_size (self->visits, 0);
  g_array_set_size (self->pairs, 0);
  for (gsize i = 0; i < picture->n_days; i++)
    {
      LimberPictureDay day = picture->days[i];

      day.reading = g_strdup (day.reading);
      g_array_append_val (self->days, day);
    }
  for (gsize i = 0; i < picture->n_visits; i++)
    {
      LimberPictureVisit visit = picture->visits[i];

      visit.text = g_strdup (visit.text);
      g_array_append_val (self->visits, visit);
    }
  if (picture->n_pairs > 0)
    g_array_append_vals (self->pairs, picture->pairs, (guint) picture->n_pairs);
}

/** limber_race_picture_set: shows a copy of @picture; points at the day that was pointed at, else at today or the race. */
void
limber_race_picture_set (LimberRacePicture *self, const LimberPicture *picture)
{
  LimberDate wanted;

  g_return_if_fail (LIMBER_IS_RACE_PICTURE (self));

  wanted = self->first == picture->first && self->days->len > 0 ? limber_race_picture_get_day (self) : picture->today;
  copy_lists (self, picture);
  self->first = picture->first;
  self->last = picture->last;
  self->today = picture->today;
  self->last_hard = picture->last_hard;
  self->sweet_spot = picture->sweet_spot;
  self->words = picture->words;
  self->cursor = limber_race_picture_index_of (self, picture->first);
  for (guint i = 0; i < self->days->len; i++)
    if (limber_race_picture_day (self, i)->date == wanted)
      self->cursor = (int) i;
  tell (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

/** limber_race_picture_get_day: Returns: the day that is pointed at, none in an empty picture. */
LimberDate
limber_race_picture_get_day (LimberRacePicture *self)
{
  return self->days->len > 0 ? limber_race_picture_day (self, (guint) self->cursor)->date : LIMBER_DATE_NONE;
}

/** limber_race_picture_get_reading: Returns: (transfer none): all about that day, "" in an empty picture. */
const char *
limber_race_picture_get_reading (LimberRacePicture *self)
{
  return self->days->len > 0 ? limber_race_picture_day (self, (guint) self->cursor)->reading : "";
}
