/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-table.h"

#include <glib/gi18n-lib.h>

#include "domain/finding-parser.h"
#include "pages/clients/map-picture.h"
#include "pages/session/session-history.h"
#include "pages/session/session-marks.h"
#include "pages/session/session-words.h"
#include "services/wording/wording-reading.h"
#include "services/wording/wording.h"
#include "widgets/body/body-map.h"
#include "widgets/draw-text.h"
#include "widgets/finding-editor.h"
#include "widgets/notice-bar.h"

#define EDITOR_LEAST 300
#define EDITOR_MARGINS 48
#define LARGE_ZOOM 1.4

struct _LimberSessionTable {
  AdwBin parent_instance;

  LimberSessionRoom *room;
  GtkWidget *popover;
  GtkScrolledWindow *scroller;
  LimberFindingEditor *editor;
  LimberFindingType edited;
  LimberSide edited_side;

  GtkEntry *entry;
  GtkWidget *reading_row;
  GtkLabel *reading;
  GtkWidget *enter_hint;
  LimberBodyMap *map;
  GtkLabel *count;
  GtkWidget *undo;
  LimberNoticeBar *problem;
  char *reason; /* why something waits */
};

G_DEFINE_FINAL_TYPE (LimberSessionTable, limber_session_table, ADW_TYPE_BIN)

static void
show_counts (LimberSessionTable *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) pending = limber_session_room_pending (self->room);
  g_autofree char *count
    = g_strdup_printf (ngettext ("%u recorded", "%u recorded", findings->len), findings->len);
  g_autofree char *saving
    = g_strdup_printf (ngettext ("%s, %u being saved", "%s, %u being saved", pending->len), count, pending->len);

  gtk_label_set_text (self->count, pending->len > 0 ? saving : count);
  gtk_widget_set_sensitive (self->undo, limber_session_room_can_undo (self->room));
}

static void
show_marks (LimberSessionTable *self, const LimberSessionSheet *sheet)
{
  g_autoptr (GPtrArray) pending = limber_session_room_pending (self->room);
  g_autoptr (GArray) marks = limber_session_marks (sheet, pending);
  g_autoptr (GArray) forbidden = limber_session_forbidden (sheet);

  limber_body_map_set_marks (self->map, (const LimberBodyMark *) (gpointer) marks->data, marks->len);
  limber_body_map_set_forbidden (self->map, (const LimberBodySpot *) (gpointer) forbidden->data, forbidden->len);
}

static void
show_waiting (LimberSessionTable *self)
{
  guint n = limber_session_room_n_waiting (self->room);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), n > 0 && self->reason != NULL);
  if (n > 0 && self->reason != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Not saved. %s"), self->reason);

      limber_notice_bar_set (self->problem, LIMBER_NOTICE_ALERT, text, _ ("Retry"));
    }
}

static void
on_room_pending (LimberSessionRoom *room, LimberSessionTable *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);

  if (sheet != NULL)
    {
      show_marks (self, sheet);
      show_counts (self, sheet->findings);
    }
  show_waiting (self);
}

static void
on_retry (LimberSessionTable *self)
{
  limber_session_room_retry (self->room);
}

static void
show_editor_status (LimberSessionTable *self)
{
  LimberFindingValues values = { 0 };
  const LimberFinding *finding;
  g_autofree char *status = NULL;

  limber_finding_editor_get_values (self->editor, &values);
  if (values.side == LIMBER_SIDE_BOTH)
    values.side = LIMBER_SIDE_RIGHT;
  finding = limber_session_room_find (self->room, values.area, values.side, values.type);
  if (finding != NULL && values.type != LIMBER_FINDING_TYPE_NONE)
    status = g_strdup_printf (_ ("Recorded at %d min"), finding->offset_seconds / 60);
  limber_finding_editor_set_status (self->editor, status);
}

static void
on_room_changed (LimberSessionRoom *room, LimberSessionTable *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);

  if (sheet == NULL)
    return;
  show_counts (self, sheet->findings);
  show_marks (self, sheet);
  show_waiting (self);
  if (gtk_widget_get_visible (self->popover))
    show_editor_status (self);
}

static void
on_room_failed (LimberSessionRoom *room, GError *error, LimberSessionTable *self)
{
  g_free (self->reason);
  self->reason = g_strdup (error->message);
  if (gtk_widget_get_visible (self->popover))
    limber_finding_editor_set_status (self->editor, error->message);
}

static void
take_values (const LimberFindingValues *values, LimberFinding *finding)
{
  finding->area = values->area;
  finding->side = values->side;
  finding->type = values->type;
  finding->quality = values->quality;
  finding->severity_before = values->severity;
  finding->unaware = values->unaware;
  finding->source = values->source;
  limber_record_set_text (&finding->text, values->note != NULL && *values->note != '\0' ? values->note : NULL);
}

/* Another type in the same popover corrects the touch before it; a type that is already there is edited. */
static const LimberFinding *
find_corrected (LimberSessionTable *self, const LimberFindingValues *values)
{
  if (self->edited == LIMBER_FINDING_TYPE_NONE || self->edited == values->type
      || values->side != self->edited_side || values->side == LIMBER_SIDE_BOTH
      || limber_session_room_find (self->room, values->area, values->side, values->type) != NULL)
    return NULL;
  return limber_session_room_find (self->room, values->area, values->side, self->edited);
}

static void
on_editor_recorded (LimberSessionTable *self)
{
  LimberFindingValues values = { 0 };
  const LimberFinding *corrected;
  g_autoptr (LimberFinding) finding = NULL;

  limber_finding_editor_get_values (self->editor, &values);
  if (values.type == LIMBER_FINDING_TYPE_NONE)
    return;
  corrected = find_corrected (self, &values);
  finding = corrected != NULL ? limber_finding_copy (corrected) : limber_finding_new ();
  finding->severity_after = corrected != NULL ? corrected->severity_after : LIMBER_SEVERITY_UNKNOWN;
  take_values (&values, finding);
  if (corrected != NULL)
    limber_session_room_amend (self->room, finding);
  else
    limber_session_room_record (self->room, finding);
  self->edited = values.type;
  self->edited_side = values.side;
}

static void
remove_at (LimberSessionTable *self, LimberArea area, LimberSide side, LimberFindingType type)
{
  const LimberFinding *finding = limber_session_room_find (self->room, area, side, type);

  if (finding != NULL)
    limber_session_room_remove (self->room, finding->base.id);
}

static void
on_editor_removed (LimberSessionTable *self)
{
  LimberFindingValues values = { 0 };

  limber_finding_editor_get_values (self->editor, &values);
  if (values.type == LIMBER_FINDING_TYPE_NONE)
    values.type = self->edited;
  if (values.side == LIMBER_SIDE_BOTH)
    {
      remove_at (self, values.area, LIMBER_SIDE_LEFT, values.type);
      values.side = LIMBER_SIDE_RIGHT;
    }
  remove_at (self, values.area, values.side, values.type);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_editor_done (LimberSessionTable *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* The keys go on where the hand was; else nothing would hear them after a click. */
static void
keep_focus (LimberSessionTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  LimberArea area;
  LimberSide side;
  GtkWidget *spot;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, self->popover))
    return;
  limber_body_map_get_selected (self->map, &area, &side);
  spot = area != LIMBER_AREA_NONE ? limber_body_map_find_area (self->map, area, side) : NULL;
  if (spot != NULL)
    gtk_widget_grab_focus (spot);
}

static void
on_popover_closed (LimberSessionTable *self)
{
  keep_focus (self);
  limber_body_map_set_selected (self->map, LIMBER_AREA_NONE, LIMBER_SIDE_NONE);
}

static void
fill_editor (LimberSessionTable *self, LimberArea area, LimberSide side)
{
  const LimberFinding *finding = limber_session_room_find (self->room, area, side, LIMBER_FINDING_TYPE_NONE);
  LimberFindingValues values = {
    .area = area,
    .side = side,
    .severity = limber_session_room_known_severity (self->room, area, side, LIMBER_FINDING_TYPE_NONE),
    .source = LIMBER_FINDING_SOURCE_CLIENT,
  };

  if (finding != NULL)
    {
      values.type = finding->type;
      values.quality = finding->quality;
      values.severity = finding->severity_before;
      values.unaware = finding->unaware;
      values.source = finding->source;
      values.note = finding->text;
    }
  /* What stood there before the popover opened is another finding, not a slip of this touch. */
  self->edited = LIMBER_FINDING_TYPE_NONE;
  self->edited_side = side;
  limber_finding_editor_set_values (self->editor, &values);
  show_editor_status (self);
}

/* Large text in a small window: the editor is no higher than the window, and scrolls. Too wide to stand beside the
 * area, it stands below it, where it can move aside. */
static void
limit_editor (LimberSessionTable *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  gboolean large = limber_text_zoom (GTK_WIDGET (self)) > LARGE_ZOOM;

  gtk_popover_set_position (GTK_POPOVER (self->popover), large ? GTK_POS_BOTTOM : GTK_POS_RIGHT);
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX (EDITOR_LEAST, height - EDITOR_MARGINS));
}

/** limber_session_table_choose: Opens the finding editor on an area, as a click does. */
void
limber_session_table_choose (LimberSessionTable *self, LimberArea area, LimberSide side)
{
  GdkRectangle rect;

  if (limber_session_room_sheet (self->room) == NULL)
    return;
  fill_editor (self, area, side);
  limit_editor (self);
  limber_body_map_set_selected (self->map, area, side);
  if (limber_body_map_get_area_rect (self->map, area, side, &rect))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rect);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_area (LimberSessionTable *self, int area, int side)
{
  limber_session_table_choose (self, (LimberArea) area, (LimberSide) side);
}

static void
on_undo (LimberSessionTable *self)
{
  limber_session_room_undo (self->room);
}

static void
on_entry_changed (LimberSessionTable *self)
{
  g_autoptr (LimberFindingReading) reading = limber_finding_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gboolean empty = reading->problem == LIMBER_FINDING_PROBLEM_EMPTY;
  gboolean understood = reading->problem == LIMBER_FINDING_PROBLEM_NONE;
  g_autofree char *text = empty        ? NULL
                          : understood ? limber_wording_reading (reading)
                                       : limber_wording_finding_problem (reading);

  gtk_label_set_text (self->reading, text != NULL ? text : "");
  gtk_widget_set_visible (self->enter_hint, understood);
  if (understood || empty)
    gtk_widget_remove_css_class (GTK_WIDGET (self->reading), "limber-worse");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->reading), "limber-worse");
}

/* What cannot be read stays in the entry, with its reason below it. */
static void
on_entry_activate (LimberSessionTable *self)
{
  g_autoptr (LimberFindingReading) reading = limber_finding_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (LimberFinding) finding = NULL;

  if (reading->problem != LIMBER_FINDING_PROBLEM_NONE || limber_session_room_sheet (self->room) == NULL)
    return;
  finding = limber_finding_new ();
  finding->area = reading->area;
  finding->side = reading->side;
  finding->type = reading->type;
  finding->quality = reading->quality;
  finding->severity_before = reading->severity != LIMBER_SEVERITY_UNKNOWN
                               ? reading->severity
                               : limber_session_room_known_severity (self->room, reading->area, reading->side,
                                                                     reading->type);
  finding->severity_after = LIMBER_SEVERITY_UNKNOWN;
  finding->unaware = reading->unaware;
  finding->source = reading->source;
  limber_record_set_text (&finding->text, reading->text);
  limber_session_room_record (self->room, finding);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
on_editor_area (LimberSessionTable *self)
{
  LimberFindingValues values = { 0 };

  limber_finding_editor_get_values (self->editor, &values);
  fill_editor (self, values.area, values.side);
}

static void
build_editor (LimberSessionTable *self)
{
  self->editor = LIMBER_FINDING_EDITOR (limber_finding_editor_new (limber_session_words_body ()));
  self->popover = gtk_popover_new ();
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_propagate_natural_width (self->scroller, TRUE);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->editor));
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->scroller));
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_RIGHT);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->map));
  g_signal_connect_swapped (self->editor, "recorded", G_CALLBACK (on_editor_recorded), self);
  g_signal_connect_swapped (self->editor, "removed", G_CALLBACK (on_editor_removed), self);
  g_signal_connect_swapped (self->editor, "area-changed", G_CALLBACK (on_editor_area), self);
  g_signal_connect_swapped (self->editor, "done", G_CALLBACK (on_editor_done), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
}

/* The map's menu */

static void
picture_action (GtkWidget *widget, const char *action, GVariant *target)
{
  LimberSessionTable *self = LIMBER_SESSION_TABLE (widget);
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);
  g_autoptr (LimberBodyPicture) picture = NULL;
  g_autofree char *day = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *name = NULL;

  if (sheet == NULL)
    return;
  day = limber_session_words_day (sheet->session->date);
  iso = limber_date_to_iso (sheet->session->date);
  name = g_strdup_printf ("%s %s", sheet->client->name, iso);
  picture = limber_body_picture_new (self->map, sheet->client->name, day);
  if (g_str_equal (action, "map.copy"))
    limber_map_picture_copy (widget, picture);
  else if (g_str_equal (action, "map.save-png"))
    limber_map_picture_save (widget, picture, LIMBER_PICTURE_PNG, name);
  else if (g_str_equal (action, "map.save-svg"))
    limber_map_picture_save (widget, picture, LIMBER_PICTURE_SVG, name);
  else
    limber_map_picture_print (widget, picture, name);
}

static void
history_action (GtkWidget *widget, const char *action, GVariant *target)
{
  LimberSessionRoom *room = LIMBER_SESSION_TABLE (widget)->room;
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);

  if (sheet != NULL)
    limber_session_history_present (widget, limber_session_room_store (room), limber_session_room_clock (room),
                                    sheet->client->base.id);
}

static void
limber_session_table_dispose (GObject *object)
{
  LimberSessionTable *self = LIMBER_SESSION_TABLE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->room);
  g_clear_pointer (&self->reason, g_free);
  G_OBJECT_CLASS (limber_session_table_parent_class)->dispose (object);
}

static void
limber_session_table_class_init (LimberSessionTableClass *klass)
{
  static const char *const pictures[] = { "map.copy", "map.save-png", "map.save-svg", "map.print" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_session_table_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    gtk_widget_class_install_action (widget_class, pictures[i], NULL, picture_action);
  gtk_widget_class_install_action (widget_class, "map.history", NULL, history_action);
  g_type_ensure (LIMBER_TYPE_BODY_MAP);
  g_type_ensure (LIMBER_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/session-table.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberSessionTable, entry);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionTable, reading_row);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionTable, reading);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionTable, enter_hint);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionTable, map);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionTable, count);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionTable, undo);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_area);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionTable, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
limber_session_table_init (LimberSessionTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  limber_body_map_set_words (self->map, limber_session_words_body ());
  build_editor (self);
  on_entry_changed (self);
}

/** limber_session_table_set_room: The session whose findings are shown; once. */
void
limber_session_table_set_room (LimberSessionTable *self, LimberSessionRoom *room)
{
  g_set_object (&self->room, room);
  g_signal_connect_object (room, "changed", G_CALLBACK (on_room_changed), self, 0);
  g_signal_connect_object (room, "failed", G_CALLBACK (on_room_failed), self, 0);
  g_signal_connect_object (room, "pending", G_CALLBACK (on_room_pending), self, 0);
}

void
limber_session_table_set_single_view (LimberSessionTable *self, gboolean single)
{
  limber_body_map_set_single_view (self->map, single);
}

void
limber_session_table_focus_entry (LimberSessionTable *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
