/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: the motions measured in a session, a row each. A touch of − or + shows at once and is sent when the hand
 * rests; until then what the store says about that row is older than the hand and is not listened to. */
#include "pages/session/motion-card.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "services/wording/wording-motion.h"
#include "services/wording/wording.h"
#include "widgets/draw-text.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"
#include "widgets/words.h"

#define SEND_MSEC 500
#define START_DEGREES 20

struct _LimberMotionCard {
  AdwBin parent_instance;

  LimberSessionRoom *room;
  gboolean after;
  GPtrArray *rows; /* of Row */

  GtkWidget *list;
  GtkWidget *popover;
  GtkWidget *motion;
  GtkWidget *left;
  GtkWidget *right;
  GtkWidget *active;
  GtkWidget *degrees;
  GtkWidget *usual;
};

G_DEFINE_FINAL_TYPE (LimberMotionCard, limber_motion_card, ADW_TYPE_BIN)

enum { PROP_0, PROP_AFTER, N_PROPS };

static GParamSpec *props[N_PROPS];

typedef struct {
  LimberMotionCard *card;
  LimberRom *rom;
  guint send_id;
  GtkWidget *before;
  GtkWidget *value;
  GtkWidget *difference;
} Row;

static double *
value_of (Row *row)
{
  return row->card->after ? &row->rom->after : &row->rom->before;
}

static void
send_now (Row *row)
{
  if (row->send_id == 0)
    return;
  g_clear_handle_id (&row->send_id, g_source_remove);
  if (row->card->room != NULL
      && g_strcmp0 (limber_session_room_id (row->card->room), row->rom->session_id) == 0)
    limber_session_room_measure (row->card->room, row->rom, row->card->after, (int) *value_of (row));
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_handle_id (&row->send_id, g_source_remove);
  limber_rom_free (row->rom);
  g_free (row);
}

static char *
format_degrees (double degrees)
{
  return degrees < 0 ? g_strdup ("–") : g_strdup_printf ("%.0f°", degrees);
}

static void
show_difference (Row *row)
{
  g_autofree char *text = NULL;
  double difference;

  gtk_widget_remove_css_class (row->difference, "limber-better");
  gtk_widget_remove_css_class (row->difference, "limber-worse");
  if (limber_motion_difference (row->rom->before, row->rom->after, &difference))
    text = difference == 0 ? g_strdup ("±0°") : g_strdup_printf (LIMBER_LRM "%s%.0f°", difference > 0 ? "+" : "−",
                                                                 ABS (difference));
  if (text != NULL && difference != 0)
    gtk_widget_add_css_class (row->difference, difference > 0 ? "limber-better" : "limber-worse");
  gtk_label_set_text (GTK_LABEL (row->difference), text != NULL ? text : "");
}

static void
show_row (Row *row)
{
  g_autofree char *value = format_degrees (*value_of (row));
  g_autofree char *figure = format_degrees (row->rom->before);
  /* Translators: degrees, such as "12° before" */
  g_autofree char *before = g_strdup_printf (_ ("%s before"), figure);

  gtk_label_set_text (GTK_LABEL (row->value), value);
  gtk_label_set_text (GTK_LABEL (row->before), before);
  show_difference (row);
}

static gboolean
on_rest (gpointer user_data)
{
  send_now (user_data);
  return G_SOURCE_REMOVE;
}

static void
change (Row *row, int by)
{
  double *value = value_of (row);
  double start = *value >= 0 ? *value : row->rom->before >= 0 ? row->rom->before : START_DEGREES;

  *value = CLAMP (start + by, 0, LIMBER_DEGREES_MAX);
  show_row (row);
  g_clear_handle_id (&row->send_id, g_source_remove);
  row->send_id = g_timeout_add (SEND_MSEC, on_rest, row);
}

static void
on_less (Row *row)
{
  change (row, -1);
}

static void
on_more (Row *row)
{
  change (row, 1);
}

static char *
describe_motion (const LimberRom *rom)
{
  const char *motion = limber_wording_motion (rom->motion);

  if (rom->side == LIMBER_SIDE_LEFT)
    /* Translators: a motion, such as "Hip extension, left" */
    return g_strdup_printf (_ ("%s, left"), motion);
  if (rom->side == LIMBER_SIDE_RIGHT)
    return g_strdup_printf (_ ("%s, right"), motion);
  return g_strdup (motion);
}

/* What was forgotten, for a hand that slipped. */
typedef struct {
  LimberSessionRoom *room;
  LimberRom *rom;
  gboolean after;
  double degrees;
} Forgotten;

static void
forgotten_free (gpointer data)
{
  Forgotten *forgotten = data;

  g_object_unref (forgotten->room);
  limber_rom_free (forgotten->rom);
  g_free (forgotten);
}

static void
on_remember (gpointer data)
{
  Forgotten *forgotten = data;

  limber_session_room_measure (forgotten->room, forgotten->rom, forgotten->after, (int) forgotten->degrees);
}

static void
on_forget (Row *row)
{
  LimberMotionCard *self = row->card;
  Forgotten *forgotten;
  g_autofree char *motion = NULL;
  g_autofree char *text = NULL;

  if (*value_of (row) < 0)
    return;
  forgotten = g_new0 (Forgotten, 1);
  forgotten->room = g_object_ref (self->room);
  forgotten->rom = limber_rom_copy (row->rom);
  forgotten->after = self->after;
  forgotten->degrees = *value_of (row);
  motion = describe_motion (row->rom);
  /* Translators: a motion, such as "Hip extension, left" */
  text = g_strdup_printf (_ ("Forgotten: %s"), motion);
  g_clear_handle_id (&row->send_id, g_source_remove);
  limber_session_room_measure (self->room, row->rom, self->after, LIMBER_DEGREES_UNKNOWN);
  limber_feedback_undo (GTK_WIDGET (self), text, on_remember, forgotten, forgotten_free);
}

static char *
describe_range (LimberMotion motion)
{
  LimberRange range = limber_motion_range (motion);

  /* Translators: degrees that are usual for a motion */
  return g_strdup_printf (_ ("usual %d–%d°"), range.least, range.most);
}

static GtkWidget *
new_step (const char *icon, const char *what, const char *name, GCallback callback, Row *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf ("%s: %s", name, what);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, what);
  limber_widget_name (button, label);
  g_signal_connect_swapped (button, "clicked", callback, row);
  return button;
}

static GtkWidget *
new_names (const LimberRom *rom, const char *name)
{
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *range = describe_range (rom->motion);
  g_autofree char *detail = g_strdup_printf ("%s · %s", rom->active ? _ ("active") : _ ("passive"), range);
  GtkWidget *title = limber_page_label (name, "limber-strong");

  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (title, name);
  gtk_box_append (GTK_BOX (names), title);
  gtk_box_append (GTK_BOX (names), limber_page_label (detail, "limber-hint"));
  return names;
}

static GtkWidget *
new_row (LimberMotionCard *self, const LimberRom *rom)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  g_autofree char *name = describe_motion (rom);
  Row *row = g_new0 (Row, 1);

  row->card = self;
  row->rom = limber_rom_copy (rom);
  row->before = limber_page_label (NULL, "limber-dim");
  row->value = limber_page_label (NULL, "limber-strong");
  row->difference = limber_page_label (NULL, "numeric");
  gtk_widget_set_visible (row->before, self->after);
  gtk_widget_set_visible (row->difference, self->after);
  gtk_label_set_width_chars (GTK_LABEL (row->value), 4);
  gtk_label_set_width_chars (GTK_LABEL (row->difference), 5);
  gtk_label_set_xalign (GTK_LABEL (row->value), .5);
  gtk_label_set_xalign (GTK_LABEL (row->difference), 1);
  gtk_widget_add_css_class (box, "session-motion-row");
  gtk_box_append (GTK_BOX (box), new_names (rom, name));
  gtk_box_append (GTK_BOX (box), row->before);
  gtk_box_append (GTK_BOX (box), new_step ("list-remove-symbolic", _ ("A degree less"), name, G_CALLBACK (on_less), row));
  gtk_box_append (GTK_BOX (box), row->value);
  gtk_box_append (GTK_BOX (box), new_step ("list-add-symbolic", _ ("A degree more"), name, G_CALLBACK (on_more), row));
  gtk_box_append (GTK_BOX (box), row->difference);
  gtk_box_append (GTK_BOX (box), new_step ("edit-clear-symbolic", _ ("Forget this value"), name, G_CALLBACK (on_forget), row));
  g_ptr_array_add (self->rows, row);
  show_row (row);
  return box;
}

static gboolean
shows_the_same (LimberMotionCard *self, GPtrArray *roms)
{
  if (self->rows->len != roms->len)
    return FALSE;
  for (guint i = 0; i < roms->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      const LimberRom *rom = g_ptr_array_index (roms, i);

      if (!g_str_equal (row->rom->base.id, rom->base.id))
        return FALSE;
    }
  return TRUE;
}

static void
update_rows (LimberMotionCard *self, GPtrArray *roms)
{
  for (guint i = 0; i < roms->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->send_id != 0)
        continue;
      limber_rom_free (row->rom);
      row->rom = limber_rom_copy (g_ptr_array_index (roms, i));
      show_row (row);
    }
}

static void
build_rows (LimberMotionCard *self, GPtrArray *roms)
{
  limber_motion_card_flush (self);
  limber_page_clear (self->list);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < roms->len; i++)
    gtk_box_append (GTK_BOX (self->list), new_row (self, g_ptr_array_index (roms, i)));
  gtk_widget_set_visible (self->list, roms->len > 0);
}

static void
on_room_changed (LimberSessionRoom *room, LimberMotionCard *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);

  if (sheet == NULL)
    return;
  if (shows_the_same (self, sheet->roms))
    update_rows (self, sheet->roms);
  else
    build_rows (self, sheet->roms);
}

/* Measuring another motion */

static LimberMotion
chosen_motion (LimberMotionCard *self)
{
  return (LimberMotion) (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->motion)) + 1);
}

static void
on_motion (LimberMotionCard *self)
{
  g_autofree char *range = describe_range (chosen_motion (self));

  gtk_label_set_text (GTK_LABEL (self->usual), range);
}

static void
on_keep (LimberMotionCard *self)
{
  g_autoptr (LimberRom) rom = limber_rom_new ();

  rom->motion = chosen_motion (self);
  rom->side = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->left)) ? LIMBER_SIDE_LEFT : LIMBER_SIDE_RIGHT;
  rom->active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->active));
  limber_session_room_measure (self->room, rom, self->after,
                               gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->degrees)));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* What was found last suggests what is measured next. */
static void
on_popover_shown (LimberMotionCard *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);

  for (guint i = sheet != NULL ? sheet->findings->len : 0; i > 0; i--)
    {
      const LimberFinding *finding = g_ptr_array_index (sheet->findings, i - 1);
      LimberMotion motion = limber_motion_of_area (finding->area);

      if (motion == LIMBER_MOTION_NONE)
        continue;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->motion), motion - 1);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (finding->side == LIMBER_SIDE_LEFT ? self->left : self->right),
                                    TRUE);
      return;
    }
}

static GtkWidget *
new_pair (const char *first, const char *second, GtkWidget **one, GtkWidget **other)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  *one = gtk_toggle_button_new_with_label (first);
  *other = gtk_toggle_button_new_with_label (second);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (*other), GTK_TOGGLE_BUTTON (*one));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (*one), TRUE);
  gtk_widget_add_css_class (*one, "choice");
  gtk_widget_add_css_class (*other, "choice");
  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_hexpand (*one, TRUE);
  gtk_box_append (GTK_BOX (box), *one);
  gtk_box_append (GTK_BOX (box), *other);
  return box;
}

static GtkWidget *
new_degrees (LimberMotionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->degrees = gtk_spin_button_new_with_range (0, LIMBER_DEGREES_MAX, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->degrees), START_DEGREES);
  limber_widget_name (self->degrees, _ ("Degrees"));
  self->usual = limber_page_label (NULL, "limber-hint");
  gtk_widget_set_hexpand (self->degrees, TRUE);
  gtk_box_append (GTK_BOX (box), self->degrees);
  gtk_box_append (GTK_BOX (box), self->usual);
  return box;
}

static GtkWidget *
new_popover (LimberMotionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *keep = gtk_button_new_with_label (_ ("Keep"));
  g_autoptr (GtkStringList) motions = gtk_string_list_new (NULL);
  GtkWidget *passive;

  for (int motion = LIMBER_MOTION_NONE + 1; motion <= LIMBER_MOTION_LAST; motion++)
    gtk_string_list_append (motions, limber_wording_motion ((LimberMotion) motion));
  self->motion = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&motions)), NULL);
  limber_widget_name (self->motion, _ ("Motion"));
  gtk_box_append (GTK_BOX (box), self->motion);
  gtk_box_append (GTK_BOX (box), new_pair (_ ("Right"), _ ("Left"), &self->right, &self->left));
  gtk_box_append (GTK_BOX (box), new_pair (_ ("Passive"), _ ("Active"), &passive, &self->active));
  gtk_box_append (GTK_BOX (box), new_degrees (self));
  gtk_widget_add_css_class (keep, "suggested-action");
  g_signal_connect_swapped (keep, "clicked", G_CALLBACK (on_keep), self);
  gtk_box_append (GTK_BOX (box), keep);
  g_signal_connect_swapped (self->motion, "notify::selected", G_CALLBACK (on_motion), self);
  on_motion (self);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (box, "motion-popover");
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_popover_shown), self);
  return self->popover;
}

static void
build (LimberMotionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = limber_page_label (_ ("Range of motion"), "heading");
  GtkWidget *add = gtk_menu_button_new ();

  gtk_widget_set_hexpand (title, TRUE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (add), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (add), new_popover (self));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _ ("Measure a motion"));
  limber_widget_name (add, _ ("Measure a motion"));
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), add);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->list, "card");
  gtk_widget_set_visible (self->list, FALSE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->list);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
limber_motion_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AFTER)
    LIMBER_MOTION_CARD (object)->after = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_motion_card_dispose (GObject *object)
{
  LimberMotionCard *self = LIMBER_MOTION_CARD (object);

  g_clear_object (&self->room);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (limber_motion_card_parent_class)->dispose (object);
}

static void
limber_motion_card_class_init (LimberMotionCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = limber_motion_card_set_property;
  object_class->dispose = limber_motion_card_dispose;
  props[PROP_AFTER] = g_param_spec_boolean ("after", NULL, NULL, FALSE,
                                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
limber_motion_card_init (LimberMotionCard *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  build (self);
}

/** limber_motion_card_set_room: The session whose motions are shown; once. */
void
limber_motion_card_set_room (LimberMotionCard *self, LimberSessionRoom *room)
{
  g_return_if_fail (LIMBER_IS_MOTION_CARD (self));

  g_set_object (&self->room, room);
  g_signal_connect_object (room, "changed", G_CALLBACK (on_room_changed), self, 0);
}

/** limber_motion_card_flush: Sends what the hand left a moment ago. */
void
limber_motion_card_flush (LimberMotionCard *self)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    send_now (g_ptr_array_index (self->rows, i));
}
