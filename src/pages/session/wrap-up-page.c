/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/wrap-up-page.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/autosave.h"
#include "pages/session/home-card.h"
#include "pages/session/motion-card.h"
#include "pages/session/rebook-card.h"
#include "pages/session/session-words.h"
#include "pages/session/visit-print.h"
#include "services/session/session-result.h"
#include "services/session/visit-summary.h"
#include "services/wording/wording.h"
#include "widgets/adaptive-bin.h"
#include "widgets/finding-marker.h"
#include "widgets/notice-bar.h"
#include "widgets/severity-slider.h"
#include "widgets/widget-name.h"
#include "widgets/words.h"

#define RIGHT_WIDE 486
#define RIGHT_NARROW 380
#define N_RELAXATIONS 11
#define HANGOVER_SOON 7

struct _LimberWrapUpPage {
  AdwBin parent_instance;

  LimberSessionRoom *room;
  LimberAutosave *autosave;
  char *shown_rows;
  GtkWidget *relaxations[N_RELAXATIONS];
  gboolean loading;

  LimberAdaptiveBin *bin;
  GtkOrientable *columns;
  GtkWidget *right;
  GtkWidget *line;
  GtkLabel *headline;
  GtkLabel *summary;
  GtkWidget *after_head;
  GtkListBox *after_list;
  GtkBox *relaxation_box;
  LimberNoticeBar *hangover;
  GtkTextView *next_time;
  LimberNoticeBar *problem;
  LimberMotionCard *motions;
  LimberRebookCard *rebook;
  LimberHomeCard *home;
};

G_DEFINE_FINAL_TYPE (LimberWrapUpPage, limber_wrap_up_page, ADW_TYPE_BIN)

enum { SIGNAL_SETTLED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* RESULT */

static void
show_result (LimberWrapUpPage *self, const LimberSessionSheet *sheet)
{
  g_autofree char *headline = limber_session_result_headline (sheet->findings);
  g_autofree char *eased = limber_session_result_eased (sheet->findings);
  g_autofree char *news = limber_session_result_new (sheet->findings);
  g_autofree char *text = g_strjoin (" ", eased != NULL ? eased : "", news != NULL ? news : "",
                                     news != NULL ? _ ("Worth a word before you part.") : "", NULL);

  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->summary, g_strstrip (text));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *text != '\0');
}

/** limber_wrap_up_page_print: Prints the visit for the client to take home. */
void
limber_wrap_up_page_print (LimberWrapUpPage *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);
  const LimberRebookAdvice *advice = limber_rebook_card_get_advice (self->rebook);
  g_autoptr (GPtrArray) summary = NULL;

  if (sheet == NULL)
    return;
  summary = limber_visit_summary_new (sheet, advice != NULL ? advice->booked_at : 0,
                                      limber_clock_zone (limber_session_room_clock (self->room)));
  limber_visit_print_run (GTK_WIDGET (self), summary);
}

typedef struct {
  LimberWrapUpPage *page;
  char *finding_id;
} Slide;

static void
slide_free (gpointer data, GClosure *closure)
{
  g_free (((Slide *) data)->finding_id);
  g_free (data);
}

static void
on_after (LimberSeveritySlider *slider, int after, Slide *slide)
{
  limber_session_room_set_after (slide->page->room, slide->finding_id, after);
}

static GtkWidget *
new_names (const LimberFinding *finding, const char *title)
{
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *type = limber_wording_finding_type (finding->type);
  g_autofree char *detail = finding->unaware ? g_strdup_printf (_ ("%s, unaware"), type) : g_strdup (type);

  gtk_box_append (GTK_BOX (names), new_label (title, "limber-strong"));
  gtk_box_append (GTK_BOX (names), new_label (detail, "limber-hint"));
  gtk_widget_set_size_request (names, 150, -1);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  return names;
}

static GtkWidget *
new_after_row (LimberWrapUpPage *self, const LimberFinding *finding)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *marker = limber_finding_marker_new (22);
  g_autofree char *area = limber_wording_area (finding->area, finding->side);
  g_autofree char *title = limber_capitalize (area);
  GtkWidget *slider = limber_severity_slider_new (title);
  Slide *slide = g_new0 (Slide, 1);

  slide->page = self;
  slide->finding_id = g_strdup (finding->base.id);
  gtk_widget_add_css_class (row, "session-after-row");
  limber_finding_marker_set (LIMBER_FINDING_MARKER (marker), finding->type, finding->severity_before,
                             finding->unaware);
  limber_severity_slider_set_before (LIMBER_SEVERITY_SLIDER (slider), finding->severity_before);
  limber_severity_slider_set_after (LIMBER_SEVERITY_SLIDER (slider), finding->severity_after);
  gtk_widget_set_hexpand (slider, TRUE);
  g_signal_connect_data (slider, "changed", G_CALLBACK (on_after), slide, slide_free, 0);
  gtk_box_append (GTK_BOX (row), marker);
  gtk_box_append (GTK_BOX (row), new_names (finding, title));
  gtk_box_append (GTK_BOX (row), slider);
  return row;
}

/* A row that a person is sliding must not be built again under the hand. */
static char *
describe_rows (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (text, "|%s:%d:%d:%d", finding->base.id, finding->type, finding->severity_before,
                              finding->unaware);
    }
  return g_string_free (text, FALSE);
}

static void
update_after_rows (LimberWrapUpPage *self, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->after_list, (int) i);
      GtkWidget *box = gtk_list_box_row_get_child (row);
      GtkWidget *slider = gtk_widget_get_last_child (box);

      limber_severity_slider_set_after (LIMBER_SEVERITY_SLIDER (slider), finding->severity_after);
    }
}

static void
show_after_rows (LimberWrapUpPage *self, GPtrArray *findings)
{
  g_autofree char *rows = describe_rows (findings);
  GtkWidget *row;

  gtk_widget_set_visible (GTK_WIDGET (self->after_list), findings->len > 0);
  gtk_widget_set_visible (self->after_head, findings->len > 0);
  if (g_strcmp0 (rows, self->shown_rows) == 0)
    {
      update_after_rows (self, findings);
      return;
    }
  g_free (self->shown_rows);
  self->shown_rows = g_steal_pointer (&rows);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->after_list))) != NULL)
    gtk_list_box_remove (self->after_list, row);
  for (guint i = 0; i < findings->len; i++)
    {
      GtkWidget *list_row = gtk_list_box_row_new ();

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
      gtk_widget_set_focusable (list_row, FALSE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row),
                                  new_after_row (self, g_ptr_array_index (findings, i)));
      gtk_list_box_append (self->after_list, list_row);
    }
}

/* RACE */

/* How the legs may feel, when a race is near. */
static void
on_advised (LimberWrapUpPage *self)
{
  const LimberRebookAdvice *advice = limber_rebook_card_get_advice (self->rebook);
  LimberDate today = limber_clock_today (limber_session_room_clock (self->room));
  int days = advice->race_on - today;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->hangover), advice->race_name != NULL && days >= 0);
  if (advice->race_name == NULL || days < 0)
    return;
  if (days <= HANGOVER_SOON)
    text = g_strdup_printf (ngettext ("%s is %d day off. Feeling sluggish after this work is normal: only easy days "
                                      "until it is gone.",
                                      "%s is %d days off. Feeling sluggish after this work is normal: only easy days "
                                      "until it is gone.",
                                      (gulong) days),
                            advice->race_name, days);
  else
    text = g_strdup_printf (_ ("%s is %d days off: a sluggish day or two after this work does no harm now."),
                            advice->race_name, days);
  limber_notice_bar_set (self->hangover, days <= HANGOVER_SOON ? LIMBER_NOTICE_WARNING : LIMBER_NOTICE_INFO, text,
                         NULL);
}

static void
on_room_changed (LimberSessionRoom *room, LimberWrapUpPage *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);

  if (sheet == NULL || sheet->session->state == LIMBER_SESSION_STATE_RUNNING)
    return;
  self->loading = TRUE;
  show_result (self, sheet);
  show_after_rows (self, sheet->findings);
  for (int i = 0; i < N_RELAXATIONS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->relaxations[i]), sheet->session->relaxation == i);
  self->loading = FALSE;
}

static void
on_relaxation (GtkToggleButton *button, LimberWrapUpPage *self)
{
  if (self->loading || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < N_RELAXATIONS; i++)
    if (self->relaxations[i] == GTK_WIDGET (button))
      limber_session_room_set_figure (self->room, LIMBER_SESSION_FIGURE_RELAXATION, i);
}

static void
build_relaxations (LimberWrapUpPage *self)
{
  for (int i = 0; i < N_RELAXATIONS; i++)
    {
      g_autofree char *digit = g_strdup_printf ("%d", i);
      g_autofree char *label = g_strdup_printf (_ ("Relaxation %d of 10"), i);
      GtkWidget *button = gtk_toggle_button_new_with_label (digit);

      self->relaxations[i] = button;
      gtk_widget_add_css_class (button, "choice");
      gtk_widget_add_css_class (button, "session-figure");
      limber_widget_name (button, label);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->relaxations[0]));
      g_signal_connect (button, "toggled", G_CALLBACK (on_relaxation), self);
      gtk_box_append (self->relaxation_box, button);
    }
}

static void
on_retry (LimberWrapUpPage *self)
{
  limber_wrap_up_page_flush (self);
}

static void
on_problem (LimberAutosave *autosave, const char *message, LimberWrapUpPage *self)
{
  g_autofree char *text = g_strdup_printf (_ ("Not saved. %s"), message);

  limber_notice_bar_set (self->problem, LIMBER_NOTICE_ALERT, text, _ ("Retry"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
on_solved (LimberAutosave *autosave, LimberWrapUpPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
on_settled (LimberWrapUpPage *self)
{
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static void
place_columns (LimberWrapUpPage *self)
{
  LimberWidth width = limber_adaptive_bin_get_width_class (self->bin);
  gboolean small = width == LIMBER_WIDTH_SMALL;

  gtk_orientable_set_orientation (self->columns, small ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->line, !small);
  gtk_widget_set_size_request (self->right, small ? -1 : width == LIMBER_WIDTH_WIDE ? RIGHT_WIDE : RIGHT_NARROW, -1);
}

static void
limber_wrap_up_page_dispose (GObject *object)
{
  LimberWrapUpPage *self = LIMBER_WRAP_UP_PAGE (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->room);
  g_clear_pointer (&self->shown_rows, g_free);
  G_OBJECT_CLASS (limber_wrap_up_page_parent_class)->dispose (object);
}

static void
limber_wrap_up_page_class_init (LimberWrapUpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_wrap_up_page_dispose;
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", LIMBER_TYPE_WRAP_UP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  g_type_ensure (LIMBER_TYPE_ADAPTIVE_BIN);
  g_type_ensure (LIMBER_TYPE_NOTICE_BAR);
  g_type_ensure (LIMBER_TYPE_HOME_CARD);
  g_type_ensure (LIMBER_TYPE_MOTION_CARD);
  g_type_ensure (LIMBER_TYPE_REBOOK_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/wrap-up-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, LimberWrapUpPage, name)
  BIND (bin);
  BIND (columns);
  BIND (right);
  BIND (line);
  BIND (headline);
  BIND (summary);
  BIND (after_head);
  BIND (after_list);
  BIND (relaxation_box);
  BIND (hangover);
  BIND (next_time);
  BIND (problem);
  BIND (motions);
  BIND (rebook);
  BIND (home);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_advised);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
}

static void
limber_wrap_up_page_init (LimberWrapUpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  build_relaxations (self);
  g_signal_connect_object (self->bin, "notify::width-class", G_CALLBACK (place_columns), self, G_CONNECT_SWAPPED);
  place_columns (self);
}

/** limber_wrap_up_page_set_room: The session that is wrapped up; once. */
void
limber_wrap_up_page_set_room (LimberWrapUpPage *self, LimberSessionRoom *room)
{
  g_set_object (&self->room, room);
  self->autosave = limber_autosave_new (room, LIMBER_SESSION_TEXT_NEXT_TIME);
  gtk_text_view_set_buffer (self->next_time, limber_autosave_get_buffer (self->autosave));
  g_signal_connect_object (self->autosave, "problem", G_CALLBACK (on_problem), self, 0);
  g_signal_connect_object (self->autosave, "solved", G_CALLBACK (on_solved), self, 0);
  g_signal_connect_object (room, "changed", G_CALLBACK (on_room_changed), self, 0);
  limber_motion_card_set_room (self->motions, room);
  limber_home_card_set_room (self->home, room);
  limber_rebook_card_set_room (self->rebook, room);
}

/** limber_wrap_up_page_is_settled: Returns: whether the next visit is booked or was put off */
gboolean
limber_wrap_up_page_is_settled (LimberWrapUpPage *self)
{
  gboolean settled;

  g_object_get (self->rebook, "settled", &settled, NULL);
  return settled;
}

/** limber_wrap_up_page_flush: Saves now what is still being typed. */
void
limber_wrap_up_page_flush (LimberWrapUpPage *self)
{
  if (self->autosave != NULL)
    limber_autosave_flush (self->autosave);
  limber_motion_card_flush (self->motions);
}
