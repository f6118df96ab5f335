/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-page.h"

#include <glib/gi18n-lib.h>

#include "pages/session/session-alert.h"
#include "pages/session/session-amend.h"
#include "pages/session/session-clock.h"
#include "pages/session/session-notes.h"
#include "pages/session/session-room.h"
#include "pages/session/session-table.h"
#include "pages/session/session-words.h"
#include "pages/session/wrap-up-page.h"
#include "services/wording/wording.h"
#include "widgets/adaptive-bin.h"
#include "widgets/feedback.h"

#define LEFT_WIDE 404
#define LEFT_NARROW 326
#define RIGHT_WIDE 362
#define RIGHT_NARROW 332

struct _LimberSessionPage {
  AdwBin parent_instance;

  LimberSessionRoom *room;

  AdwWindowTitle *title;
  AdwButtonContent *back_content;
  GtkWidget *saved_box;
  GtkImage *saved_icon;
  GtkLabel *saved;
  GtkWidget *menu_button;
  GtkWidget *close_button;
  GtkWidget *print_button;
  GtkWidget *care_button;
  GtkWidget *awake_icon;
  GtkToggleButton *dim_button;
  GtkStack *stack;
  LimberAdaptiveBin *bin;
  GtkWidget *left;
  LimberSessionAlert *alert;
  LimberSessionClock *clock;
  GtkWidget *part_switch;
  GtkToggleButton *map_part;
  GtkToggleButton *last_part;
  LimberSessionTable *table;
  GtkWidget *notes_line;
  LimberSessionNotes *notes;
  LimberWrapUpPage *wrap_up;
};

G_DEFINE_FINAL_TYPE (LimberSessionPage, limber_session_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_AWAKE, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
show_head (LimberSessionPage *self, const LimberSessionSheet *sheet)
{
  const LimberSession *session = sheet->session;
  gboolean wrap_up = session->state != LIMBER_SESSION_STATE_RUNNING;
  g_autofree char *kind = limber_capitalize (limber_wording_kind (session->kind));
  g_autofree char *subtitle = NULL;

  if (wrap_up)
    subtitle = g_strdup_printf (_ ("Wrap-up · %d min on the table"),
                                (limber_session_elapsed (session, sheet->pauses, session->ended_at) + 30) / 60);
  else
    subtitle = g_strdup_printf (_ ("%s · %d min · %s"), kind, session->planned_minutes, sheet->staff->name);
  adw_window_title_set_title (self->title, sheet->client->name);
  adw_window_title_set_subtitle (self->title, subtitle);
  adw_button_content_set_label (self->back_content,
                                session->state == LIMBER_SESSION_STATE_WRAP_UP ? _ ("Back to the table")
                                                                               : C_ ("navigation", "Back"));
  gtk_widget_set_visible (self->close_button, session->state == LIMBER_SESSION_STATE_WRAP_UP);
  gtk_widget_set_visible (self->print_button, wrap_up);
  gtk_widget_set_visible (self->care_button, wrap_up);
  gtk_stack_set_visible_child_name (self->stack, wrap_up ? "wrap-up" : "treatment");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.shorten",
                                 session->state == LIMBER_SESSION_STATE_RUNNING);
}

/* The one primary button of the wrap-up is here once the next visit is settled. */
static void
on_settled (LimberSessionPage *self)
{
  if (limber_wrap_up_page_is_settled (self->wrap_up))
    gtk_widget_add_css_class (self->close_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->close_button, "suggested-action");
}

static void show_part_counts (LimberSessionPage *self, const LimberSessionSheet *sheet);

static void
on_room_changed (LimberSessionRoom *room, LimberSessionPage *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);

  if (sheet == NULL)
    return;
  if (sheet->session->state == LIMBER_SESSION_STATE_VOIDED
      || sheet->session->state == LIMBER_SESSION_STATE_COMPLETED)
    {
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-session", NULL);
      return;
    }
  show_head (self, sheet);
  show_part_counts (self, sheet);
}

static void
on_room_saved (LimberSessionRoom *room, gint64 at, LimberSessionPage *self)
{
  g_autofree char *time = limber_session_words_time (at, limber_clock_zone (limber_session_room_clock (room)));
  g_autofree char *text = g_strdup_printf (_ ("Saved %s"), time);

  gtk_image_set_from_icon_name (self->saved_icon, "object-select-symbolic");
  gtk_label_set_text (self->saved, text);
  gtk_widget_set_visible (self->saved_box, TRUE);
}

static void
on_room_failed (LimberSessionRoom *room, GError *error, LimberSessionPage *self)
{
  gtk_image_set_from_icon_name (self->saved_icon, "dialog-warning-symbolic");
  gtk_label_set_text (self->saved, _ ("Not saved"));
  gtk_widget_set_visible (self->saved_box, TRUE);
  limber_feedback_error (GTK_WIDGET (self->stack), error);
}

static void
flush (LimberSessionPage *self)
{
  limber_session_notes_flush (self->notes);
  limber_wrap_up_page_flush (self->wrap_up);
}

static void
on_back (LimberSessionPage *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);

  flush (self);
  if (sheet != NULL && sheet->session->state == LIMBER_SESSION_STATE_WRAP_UP)
    limber_session_room_reopen (self->room);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-session", NULL);
}

static void
skip_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSessionRoom *room = LIMBER_SESSION_PAGE (widget)->room;
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);

  if (sheet != NULL && sheet->session->state == LIMBER_SESSION_STATE_RUNNING)
    limber_session_room_skip (room);
}

/* The phase that is on takes a minute more, or less. */
static void
stretch_action (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_session_clock_stretch (LIMBER_SESSION_PAGE (widget)->clock, 60 * g_variant_get_int32 (target));
}

static void
on_finish (LimberSessionPage *self)
{
  flush (self);
  limber_session_room_finish (self->room);
}

static void
on_close_session (LimberSessionPage *self)
{
  flush (self);
  limber_session_room_close (self->room);
}

static void
finish_action (GtkWidget *widget, const char *name, GVariant *target)
{
  on_finish (LIMBER_SESSION_PAGE (widget));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *target)
{
  on_back (LIMBER_SESSION_PAGE (widget));
}

/* Where only one part has room: the map, the last visit, or the notes. */
static void
place_parts (LimberSessionPage *self)
{
  LimberWidth width = limber_adaptive_bin_get_width_class (self->bin);
  gboolean small = width == LIMBER_WIDTH_SMALL;
  gboolean wide = width == LIMBER_WIDTH_WIDE;
  gboolean map = gtk_toggle_button_get_active (self->map_part);
  gboolean last = gtk_toggle_button_get_active (self->last_part);

  if (wide)
    gtk_widget_remove_css_class (GTK_WIDGET (self->bin), "narrow");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->bin), "narrow");
  gtk_widget_set_size_request (self->left, wide ? LEFT_WIDE : LEFT_NARROW, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->notes), small ? -1 : wide ? RIGHT_WIDE : RIGHT_NARROW, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->notes), small);
  gtk_widget_set_visible (self->part_switch, small);
  gtk_widget_set_visible (self->notes_line, !small);
  gtk_widget_set_visible (GTK_WIDGET (self->table), !small || map);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), !small || !map);
  limber_session_notes_fit (self->notes, width, !small ? LIMBER_SESSION_PART_ALL
                                               : last  ? LIMBER_SESSION_PART_LAST_VISIT
                                                       : LIMBER_SESSION_PART_NOTES);
  limber_session_table_set_single_view (self->table, width == LIMBER_WIDTH_NARROW);
}

static void
show_part_counts (LimberSessionPage *self, const LimberSessionSheet *sheet)
{
  g_autofree char *map = g_strdup_printf (_ ("Map  %u"), sheet->findings->len);
  g_autofree char *last = g_strdup_printf (_ ("Last visit  %u"), sheet->open->len);

  gtk_button_set_label (GTK_BUTTON (self->map_part), sheet->findings->len > 0 ? map : _ ("Map"));
  gtk_button_set_label (GTK_BUTTON (self->last_part), sheet->open->len > 0 ? last : _ ("Last visit"));
}

static void
on_part (LimberSessionPage *self)
{
  place_parts (self);
}

static void
shorten_action (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_session_room_extend (LIMBER_SESSION_PAGE (widget)->room, -5);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_wrap_up_page_print (LIMBER_SESSION_PAGE (widget)->wrap_up);
}

static void
self_care_action (GtkWidget *widget, const char *name, GVariant *target)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (LIMBER_SESSION_PAGE (widget)->room);

  if (sheet != NULL)
    gtk_widget_activate_action (widget, "win.self-care", "s", sheet->client->base.id);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSessionRoom *room = LIMBER_SESSION_PAGE (widget)->room;

  if (limber_session_room_sheet (room) != NULL)
    limber_session_amend_move (widget, limber_session_room_store (room), limber_session_room_id (room));
}

static void
void_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberSessionRoom *room = LIMBER_SESSION_PAGE (widget)->room;

  if (limber_session_room_sheet (room) != NULL)
    limber_session_amend_void (widget, limber_session_room_store (room), limber_session_room_clock (room),
                               limber_session_room_id (room));
}

static void
focus_entry_action (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_session_table_focus_entry (LIMBER_SESSION_PAGE (widget)->table);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_session_room_undo (LIMBER_SESSION_PAGE (widget)->room);
}

/* A dark room stays dark: dark colours at half their light, and only here. */
static void
apply_dim (LimberSessionPage *self, gboolean dim)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dim ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_DEFAULT);
  if (dim)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-room");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dim-room");
}

static void
on_dim (LimberSessionPage *self)
{
  apply_dim (self, gtk_toggle_button_get_active (self->dim_button));
}

static void
limber_session_page_map (GtkWidget *widget)
{
  LimberSessionPage *self = LIMBER_SESSION_PAGE (widget);

  GTK_WIDGET_CLASS (limber_session_page_parent_class)->map (widget);
  if (gtk_toggle_button_get_active (self->dim_button))
    apply_dim (self, TRUE);
}

static void
limber_session_page_unmap (GtkWidget *widget)
{
  LimberSessionPage *self = LIMBER_SESSION_PAGE (widget);

  flush (self);
  if (gtk_toggle_button_get_active (self->dim_button))
    apply_dim (self, FALSE);
  GTK_WIDGET_CLASS (limber_session_page_parent_class)->unmap (widget);
}

static void
limber_session_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AWAKE)
    gtk_widget_set_visible (LIMBER_SESSION_PAGE (object)->awake_icon, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_session_page_dispose (GObject *object)
{
  LimberSessionPage *self = LIMBER_SESSION_PAGE (object);

  g_clear_object (&self->room);
  G_OBJECT_CLASS (limber_session_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, title);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, back_content);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, saved_box);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, saved);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, care_button);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, awake_icon);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, dim_button);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, bin);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, left);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, alert);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, clock);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, part_switch);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, map_part);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, last_part);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, table);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, notes_line);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, notes);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionPage, wrap_up);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.shorten", NULL, shorten_action);
  gtk_widget_class_install_action (widget_class, "session.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "session.self-care", NULL, self_care_action);
  gtk_widget_class_install_action (widget_class, "session.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "session.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "session.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "session.stretch", "i", stretch_action);
  gtk_widget_class_install_action (widget_class, "session.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "session.void", NULL, void_action);
  gtk_widget_class_install_action (widget_class, "session.focus-entry", NULL, focus_entry_action);
  gtk_widget_class_install_action (widget_class, "session.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "session.focus-entry", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Divide, 0, "session.focus-entry", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "session.stretch", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "session.stretch", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "session.stretch", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "session.stretch", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "session.skip", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "session.undo", NULL);
}

static void
limber_session_page_class_init (LimberSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_session_page_dispose;
  G_OBJECT_CLASS (klass)->set_property = limber_session_page_set_property;
  props[PROP_AWAKE] = g_param_spec_boolean ("awake", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  widget_class->map = limber_session_page_map;
  widget_class->unmap = limber_session_page_unmap;
  g_type_ensure (LIMBER_TYPE_ADAPTIVE_BIN);
  g_type_ensure (LIMBER_TYPE_SESSION_ALERT);
  g_type_ensure (LIMBER_TYPE_SESSION_CLOCK);
  g_type_ensure (LIMBER_TYPE_SESSION_TABLE);
  g_type_ensure (LIMBER_TYPE_SESSION_NOTES);
  g_type_ensure (LIMBER_TYPE_WRAP_UP_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/session-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_finish);
  gtk_widget_class_bind_template_callback (widget_class, on_close_session);
  gtk_widget_class_bind_template_callback (widget_class, on_part);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_dim);
  install_actions (widget_class);
}

static void
limber_session_page_init (LimberSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->bin, "notify::width-class", G_CALLBACK (place_parts), self, G_CONNECT_SWAPPED);
  place_parts (self);
}

/** limber_session_page_new: Returns: (transfer floating): the page over @store. */
GtkWidget *
limber_session_page_new (LimberStore *store, LimberClock *clock)
{
  LimberSessionPage *self = g_object_new (LIMBER_TYPE_SESSION_PAGE, NULL);

  self->room = limber_session_room_new (store, clock);
  limber_session_alert_set_room (self->alert, self->room);
  limber_session_clock_set_room (self->clock, self->room);
  limber_session_table_set_room (self->table, self->room);
  limber_session_notes_set_room (self->notes, self->room);
  limber_wrap_up_page_set_room (self->wrap_up, self->room);
  g_signal_connect_object (self->room, "changed", G_CALLBACK (on_room_changed), self, 0);
  g_signal_connect_object (self->room, "saved", G_CALLBACK (on_room_saved), self, 0);
  g_signal_connect_object (self->room, "failed", G_CALLBACK (on_room_failed), self, 0);
  return GTK_WIDGET (self);
}

/** limber_session_page_open: shows the session @session_id. */
void
limber_session_page_open (LimberSessionPage *self, const char *session_id)
{
  g_return_if_fail (LIMBER_IS_SESSION_PAGE (self));

  flush (self);
  gtk_widget_set_visible (self->saved_box, FALSE);
  limber_session_room_open (self->room, session_id);
}
