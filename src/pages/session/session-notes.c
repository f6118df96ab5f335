/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-notes.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/autosave.h"
#include "pages/session/motion-card.h"
#include "pages/session/session-words.h"
#include "services/wording/wording.h"
#include "widgets/finding-marker.h"
#include "widgets/notice-bar.h"
#include "widgets/widget-name.h"
#include "widgets/wrap-box.h"

#define N_NOTES 4

struct _LimberSessionNotes {
  AdwBin parent_instance;

  LimberSessionRoom *room;
  LimberAutosave *notes[N_NOTES];
  GtkWidget *tabs[N_NOTES];
  GtkWidget *pressures[LIMBER_PRESSURE_MAX + 1];
  GtkWidget *technique_buttons[LIMBER_TECHNIQUE_LAST + 1];
  char *shown_rows;
  gboolean loading;

  GtkWidget *last_card;
  GtkLabel *last_date;
  GtkBox *last_rows;
  GtkBox *note_tabs;
  GtkTextView *note_view;
  LimberNoticeBar *problem;
  GtkBox *pressure_box;
  GtkDropDown *style_choice;
  GtkWidget *techniques;
  AdwBin *techniques_slot;
  AdwBin *techniques_popover;
  GtkMenuButton *techniques_menu;
  GtkWidget *more;
  GtkWidget *note_card;
  LimberMotionCard *motions;
  LimberSessionPart part;
  LimberWidth width;
};

G_DEFINE_FINAL_TYPE (LimberSessionNotes, limber_session_notes, ADW_TYPE_BIN)

/* A button of the rows of the last visit knows which finding and which answer it stands for. */
typedef struct {
  LimberSessionNotes *notes;
  char *earlier_id;
  LimberProgress progress;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  g_free (answer->earlier_id);
  g_free (answer);
}

static const LimberFinding *
find_following (const LimberSessionSheet *sheet, const LimberFinding *earlier)
{
  for (guint i = 0; i < sheet->findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (sheet->findings, i);

      if (g_strcmp0 (finding->follows_id, earlier->base.id) == 0
          || (finding->area == earlier->area && finding->side == earlier->side && finding->type == earlier->type))
        return finding;
    }
  return NULL;
}

static void
on_answer (GtkToggleButton *button, Answer *answer)
{
  const LimberSessionSheet *sheet;

  if (answer->notes->loading || !gtk_toggle_button_get_active (button))
    return;
  sheet = limber_session_room_sheet (answer->notes->room);
  if (sheet != NULL)
    limber_session_room_follow (answer->notes->room, answer->earlier_id, answer->progress);
}

static GtkWidget *
new_answer (LimberSessionNotes *self, const LimberFinding *earlier, LimberProgress progress, const char *text,
            GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (text);
  g_autofree char *area = limber_wording_area (earlier->area, earlier->side);
  g_autofree char *label = g_strdup_printf ("%s: %s", area, text);
  Answer *answer = g_new0 (Answer, 1);

  answer->notes = self;
  answer->earlier_id = g_strdup (earlier->base.id);
  answer->progress = progress;
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "choice");
  limber_widget_name (button, label);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_data (button, "toggled", G_CALLBACK (on_answer), answer, answer_free, 0);
  return button;
}

static GtkWidget *
new_row_head (const LimberFinding *earlier)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *marker = limber_finding_marker_new (22);
  g_autofree char *area = limber_wording_area (earlier->area, earlier->side);
  g_autofree char *title = limber_capitalize (area);
  g_autofree char *was = NULL;
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *figure;

  limber_finding_marker_set (LIMBER_FINDING_MARKER (marker), earlier->type, limber_session_last_severity (earlier),
                             earlier->unaware);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "limber-strong");
  /* Translators: the severity at the last visit */
  was = g_strdup_printf (_ ("was %d"), limber_session_last_severity (earlier));
  figure = gtk_label_new (was);
  gtk_widget_add_css_class (figure, "limber-dim");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (head), marker);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), figure);
  return head;
}

static GtkWidget *
new_row (LimberSessionNotes *self, const LimberFinding *earlier, LimberProgress now)
{
  const char *words[] = { NULL, C_ ("finding", "Better"), C_ ("finding", "Same"), C_ ("finding", "Worse"),
                          C_ ("finding", "Gone") };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *first = NULL;

  gtk_widget_add_css_class (row, "session-open-row");
  gtk_widget_add_css_class (answers, "linked");
  gtk_box_set_homogeneous (GTK_BOX (answers), TRUE);
  for (LimberProgress progress = LIMBER_PROGRESS_BETTER; progress <= LIMBER_PROGRESS_GONE; progress++)
    {
      GtkWidget *button = new_answer (self, earlier, progress, words[progress], first);

      if (first == NULL)
        first = button;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), progress == now);
      gtk_box_append (GTK_BOX (answers), button);
    }
  gtk_box_append (GTK_BOX (row), new_row_head (earlier));
  gtk_box_append (GTK_BOX (row), answers);
  return row;
}

/* Rows are built again only when they say something else: a rebuilt button loses the focus. */
static char *
describe_rows (const LimberSessionSheet *sheet)
{
  GString *text = g_string_new (sheet->session->base.id);

  for (guint i = 0; i < sheet->open->len; i++)
    {
      const LimberFinding *earlier = g_ptr_array_index (sheet->open, i);

      g_string_append_printf (text, "|%s:%d:%d", earlier->base.id, limber_session_last_severity (earlier),
                              limber_session_progress (earlier, find_following (sheet, earlier)));
    }
  return g_string_free (text, FALSE);
}

static void
show_last_visit (LimberSessionNotes *self, const LimberSessionSheet *sheet)
{
  g_autofree char *rows = describe_rows (sheet);
  g_autofree char *when = NULL;
  GtkWidget *child;

  if (g_strcmp0 (rows, self->shown_rows) == 0)
    return;
  g_free (self->shown_rows);
  self->shown_rows = g_steal_pointer (&rows);
  if (sheet->last_visit != NULL)
    when = limber_session_words_since (sheet->last_visit->date, sheet->session->date);
  gtk_label_set_text (self->last_date, when != NULL ? when : "");
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->last_rows))) != NULL)
    gtk_box_remove (self->last_rows, child);
  for (guint i = 0; i < sheet->open->len; i++)
    {
      const LimberFinding *earlier = g_ptr_array_index (sheet->open, i);

      gtk_box_append (self->last_rows,
                      new_row (self, earlier, limber_session_progress (earlier, find_following (sheet, earlier))));
    }
  if (sheet->open->len == 0)
    {
      child = gtk_label_new (_ ("Nothing was left open."));
      gtk_label_set_xalign (GTK_LABEL (child), 0);
      gtk_widget_add_css_class (child, "limber-dim");
      gtk_widget_add_css_class (child, "session-open-row");
      gtk_box_append (self->last_rows, child);
    }
}

/* What this therapist does often, and what was done today; the rest behind More…, or in the menu all of them. */
static void
show_techniques (LimberSessionNotes *self, const LimberSessionSheet *sheet)
{
  gboolean all = self->width != LIMBER_WIDTH_WIDE || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more));
  guint shown = sheet->session->techniques | sheet->usual_techniques;
  guint n = 0;
  g_autofree char *count = NULL;

  for (int i = LIMBER_TECHNIQUE_NONE + 1; i <= LIMBER_TECHNIQUE_LAST; i++)
    {
      gtk_widget_set_visible (self->technique_buttons[i], all || (shown & LIMBER_TECHNIQUE_BIT (i)) != 0);
      n += (sheet->session->techniques & LIMBER_TECHNIQUE_BIT (i)) != 0;
    }
  gtk_widget_set_visible (self->more, self->width == LIMBER_WIDTH_WIDE);
  count = g_strdup_printf (ngettext ("%u used", "%u used", n), n);
  gtk_menu_button_set_label (self->techniques_menu, count);
}

static void
show_parts (LimberSessionNotes *self)
{
  const LimberSessionSheet *sheet = self->room != NULL ? limber_session_room_sheet (self->room) : NULL;
  gboolean last = sheet != NULL && sheet->last_visit != NULL;

  gtk_widget_set_visible (self->last_card, last ? self->part != LIMBER_SESSION_PART_NOTES
                                                : self->part == LIMBER_SESSION_PART_LAST_VISIT);
  gtk_widget_set_visible (self->note_card, self->part != LIMBER_SESSION_PART_LAST_VISIT);
}

static void
show_figures (LimberSessionNotes *self, const LimberSession *session)
{
  for (int i = LIMBER_PRESSURE_MIN; i <= LIMBER_PRESSURE_MAX; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pressures[i]), session->pressure == i);
  if (session->style != LIMBER_STYLE_NONE)
    gtk_drop_down_set_selected (self->style_choice, session->style - 1);
  for (int i = LIMBER_TECHNIQUE_NONE + 1; i <= LIMBER_TECHNIQUE_LAST; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->technique_buttons[i]),
                                  (session->techniques & LIMBER_TECHNIQUE_BIT (i)) != 0);
}

static void
on_room_changed (LimberSessionRoom *room, LimberSessionNotes *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);

  if (sheet == NULL)
    return;
  self->loading = TRUE;
  show_last_visit (self, sheet);
  show_figures (self, sheet->session);
  show_techniques (self, sheet);
  show_parts (self);
  self->loading = FALSE;
}

static void
on_room_failed (LimberSessionRoom *room, GError *error, LimberSessionNotes *self)
{
  g_clear_pointer (&self->shown_rows, g_free);
}

static int
index_of (GtkWidget **widgets, int n, gpointer widget)
{
  for (int i = 0; i < n; i++)
    if ((gpointer) widgets[i] == widget)
      return i;
  return -1;
}

static void
on_tab (GtkToggleButton *button, LimberSessionNotes *self)
{
  int tab = index_of (self->tabs, N_NOTES, button);

  if (gtk_toggle_button_get_active (button) && self->notes[tab] != NULL)
    gtk_text_view_set_buffer (self->note_view, limber_autosave_get_buffer (self->notes[tab]));
}

static void
on_pressure (GtkToggleButton *button, LimberSessionNotes *self)
{
  int pressure = index_of (self->pressures, LIMBER_PRESSURE_MAX + 1, button);

  if (!self->loading && gtk_toggle_button_get_active (button))
    limber_session_room_set_figure (self->room, LIMBER_SESSION_FIGURE_PRESSURE, pressure);
}

static void
on_style (LimberSessionNotes *self)
{
  guint selected = gtk_drop_down_get_selected (self->style_choice);

  if (!self->loading && self->room != NULL && selected != GTK_INVALID_LIST_POSITION)
    limber_session_room_set_figure (self->room, LIMBER_SESSION_FIGURE_STYLE, (int) selected + 1);
}

static void
on_technique (GtkToggleButton *button, LimberSessionNotes *self)
{
  guint mask = 0;

  if (self->loading || self->room == NULL)
    return;
  for (int i = LIMBER_TECHNIQUE_NONE + 1; i <= LIMBER_TECHNIQUE_LAST; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->technique_buttons[i])))
      mask |= LIMBER_TECHNIQUE_BIT (i);
  limber_session_room_set_figure (self->room, LIMBER_SESSION_FIGURE_TECHNIQUES, (int) mask);
}

static void
on_more (LimberSessionNotes *self)
{
  const LimberSessionSheet *sheet = self->room != NULL ? limber_session_room_sheet (self->room) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->more),
                        gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more)) ? _ ("Fewer") : _ ("More…"));
  if (sheet != NULL)
    show_techniques (self, sheet);
}

static void
on_retry (LimberSessionNotes *self)
{
  limber_session_notes_flush (self);
}

static void
on_problem (LimberAutosave *autosave, const char *message, LimberSessionNotes *self)
{
  g_autofree char *text = g_strdup_printf (_ ("Not saved. %s"), message);

  limber_notice_bar_set (self->problem, LIMBER_NOTICE_ALERT, text, _ ("Retry"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
on_solved (LimberAutosave *autosave, LimberSessionNotes *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
build_tabs (LimberSessionNotes *self)
{
  const char *letters[N_NOTES] = { C_ ("note", "S"), C_ ("note", "O"), C_ ("note", "A"), C_ ("note", "P") };
  const char *words[N_NOTES] = { _ ("Subjective: what the client says"), _ ("Objective: what you find"),
                                 _ ("Assessment: what you make of it"), _ ("Plan: what comes next") };

  for (int i = 0; i < N_NOTES; i++)
    {
      GtkWidget *tab = gtk_toggle_button_new_with_label (letters[i]);

      self->tabs[i] = tab;
      gtk_widget_add_css_class (tab, "flat");
      gtk_widget_add_css_class (tab, "pill-toggle");
      gtk_widget_set_tooltip_text (tab, words[i]);
      limber_widget_name (GTK_WIDGET (tab), words[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), GTK_TOGGLE_BUTTON (self->tabs[0]));
      g_signal_connect (tab, "toggled", G_CALLBACK (on_tab), self);
      gtk_box_append (self->note_tabs, tab);
    }
}

static void
build_pressures (LimberSessionNotes *self)
{
  for (int i = LIMBER_PRESSURE_MIN; i <= LIMBER_PRESSURE_MAX; i++)
    {
      g_autofree char *digit = g_strdup_printf ("%d", i);
      g_autofree char *label = g_strdup_printf (_ ("Pressure %d, %s"), i, limber_wording_pressure (i));
      GtkWidget *button = gtk_toggle_button_new_with_label (digit);

      self->pressures[i] = button;
      gtk_widget_add_css_class (button, "choice");
      gtk_widget_add_css_class (button, "session-figure");
      gtk_widget_set_tooltip_text (button, limber_wording_pressure (i));
      limber_widget_name (button, label);
      if (i > LIMBER_PRESSURE_MIN)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (self->pressures[LIMBER_PRESSURE_MIN]));
      g_signal_connect (button, "toggled", G_CALLBACK (on_pressure), self);
      gtk_box_append (self->pressure_box, button);
    }
}

static void
build_styles (LimberSessionNotes *self)
{
  g_autoptr (GtkStringList) styles = gtk_string_list_new (NULL);

  for (int i = LIMBER_STYLE_NONE + 1; i <= LIMBER_STYLE_LAST; i++)
    {
      g_autofree char *word = limber_capitalize (limber_wording_style (i));

      gtk_string_list_append (styles, word);
    }
  gtk_drop_down_set_model (self->style_choice, G_LIST_MODEL (styles));
}

static void
build_techniques (LimberSessionNotes *self)
{
  for (int i = LIMBER_TECHNIQUE_NONE + 1; i <= LIMBER_TECHNIQUE_LAST; i++)
    {
      g_autofree char *word = limber_capitalize (limber_wording_technique (i));
      GtkWidget *button = gtk_toggle_button_new_with_label (word);

      self->technique_buttons[i] = button;
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "pill-toggle");
      g_signal_connect (button, "toggled", G_CALLBACK (on_technique), self);
      limber_wrap_box_append (LIMBER_WRAP_BOX (self->techniques), button);
    }
  self->more = gtk_toggle_button_new_with_label (_ ("More…"));
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "pill-toggle");
  g_signal_connect_swapped (self->more, "toggled", G_CALLBACK (on_more), self);
  limber_wrap_box_append (LIMBER_WRAP_BOX (self->techniques), self->more);
}

static void
limber_session_notes_dispose (GObject *object)
{
  LimberSessionNotes *self = LIMBER_SESSION_NOTES (object);

  for (int i = 0; i < N_NOTES; i++)
    g_clear_object (&self->notes[i]);
  g_clear_object (&self->room);
  g_clear_pointer (&self->shown_rows, g_free);
  G_OBJECT_CLASS (limber_session_notes_parent_class)->dispose (object);
}

static void
limber_session_notes_class_init (LimberSessionNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_session_notes_dispose;
  g_type_ensure (LIMBER_TYPE_NOTICE_BAR);
  g_type_ensure (LIMBER_TYPE_WRAP_BOX);
  g_type_ensure (LIMBER_TYPE_MOTION_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/session-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, last_card);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, last_date);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, last_rows);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, note_tabs);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, note_view);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, problem);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, pressure_box);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, style_choice);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, techniques);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, techniques_slot);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, techniques_popover);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, techniques_menu);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, note_card);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionNotes, motions);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_style);
}

static void
limber_session_notes_init (LimberSessionNotes *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  build_tabs (self);
  build_pressures (self);
  build_styles (self);
  build_techniques (self);
  limber_widget_name (GTK_WIDGET (self->note_view), _ ("Notes"));
  self->loading = FALSE;
}

/** limber_session_notes_set_room: The session whose last visit, notes and figures are shown; once. */
void
limber_session_notes_set_room (LimberSessionNotes *self, LimberSessionRoom *room)
{
  g_set_object (&self->room, room);
  for (int i = 0; i < N_NOTES; i++)
    {
      self->notes[i] = limber_autosave_new (room, (LimberSessionText) i);
      g_signal_connect_object (self->notes[i], "problem", G_CALLBACK (on_problem), self, 0);
      g_signal_connect_object (self->notes[i], "solved", G_CALLBACK (on_solved), self, 0);
    }
  limber_motion_card_set_room (self->motions, room);
  g_signal_connect_object (room, "failed", G_CALLBACK (on_room_failed), self, 0);
  g_signal_connect_object (room, "changed", G_CALLBACK (on_room_changed), self, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[0]), TRUE);
}

/** limber_session_notes_flush: Saves now what is still being typed. */
void
limber_session_notes_flush (LimberSessionNotes *self)
{
  for (int i = 0; i < N_NOTES; i++)
    if (self->notes[i] != NULL)
      limber_autosave_flush (self->notes[i]);
  limber_motion_card_flush (self->motions);
}

/* The techniques lie open where there is room, else in a menu. */
static void
place_techniques (LimberSessionNotes *self)
{
  gboolean wide = self->width == LIMBER_WIDTH_WIDE;
  AdwBin *home = wide ? self->techniques_slot : self->techniques_popover;
  AdwBin *other = wide ? self->techniques_popover : self->techniques_slot;

  gtk_widget_set_visible (GTK_WIDGET (self->techniques_menu), !wide);
  gtk_widget_set_visible (GTK_WIDGET (self->techniques_slot), wide);
  if (adw_bin_get_child (home) == self->techniques)
    return;
  g_object_ref (self->techniques);
  adw_bin_set_child (other, NULL);
  adw_bin_set_child (home, self->techniques);
  g_object_unref (self->techniques);
}

/** limber_session_notes_fit: @part of the column to show in a page of @width. */
void
limber_session_notes_fit (LimberSessionNotes *self, LimberWidth width, LimberSessionPart part)
{
  self->width = width;
  self->part = part;
  place_techniques (self);
  show_parts (self);
  on_more (self);
}
