/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/record-sessions.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/ask-dialog.h"
#include "pages/clients/client-words.h"
#include "pages/parts/page-bits.h"
#include "pages/clients/record-history.h"
#include "pages/clients/record-lists.h"
#include "pages/session/session-amend.h"
#include "pages/session/session-notes-dialog.h"
#include "widgets/widget-name.h"

/* The visits of a client with what can be done about each: read and amend the notes, ask how it went down, move it to
 * the client it was, declare it void. Void ones stand below, crossed out, with their reason. */

#define ROWS_SHOWN 200

struct _LimberRecordSessions {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *voided;

  LimberStore *store;
  LimberClock *clock;
  const LimberClientFile *file;
};

G_DEFINE_FINAL_TYPE (LimberRecordSessions, limber_record_sessions, GTK_TYPE_WIDGET)

/* Acts */

static void
enter_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordSessions *self = LIMBER_RECORD_SESSIONS (widget);
  GVariantDict dict;

  if (self->file == NULL)
    return;
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", self->file->client->base.id);
  g_variant_dict_insert (&dict, "earlier", "b", TRUE);
  gtk_widget_activate_action_variant (widget, "win.start-session", g_variant_dict_end (&dict));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_session_amend_move (widget, LIMBER_RECORD_SESSIONS (widget)->store, g_variant_get_string (target, NULL));
}

static void
void_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordSessions *self = LIMBER_RECORD_SESSIONS (widget);

  limber_session_amend_void (widget, self->store, self->clock, g_variant_get_string (target, NULL));
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *target)
{
  limber_session_amend_restore (widget, LIMBER_RECORD_SESSIONS (widget)->store, g_variant_get_string (target, NULL));
}

static void
notes_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordSessions *self = LIMBER_RECORD_SESSIONS (widget);

  limber_session_notes_dialog_present (widget, self->store, self->clock, g_variant_get_string (target, NULL));
}

static void
ask_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRecordSessions *self = LIMBER_RECORD_SESSIONS (widget);
  const LimberSession *session = self->file != NULL
                                     ? limber_client_file_session (self->file, g_variant_get_string (target, NULL))
                                     : NULL;
  LimberFollowUp question = { LIMBER_FOLLOW_UP_HANGOVER };

  if (session == NULL)
    return;
  question.id = session->base.id;
  question.client_id = session->client_id;
  question.client_name = self->file->client->name;
  question.on = session->date;
  limber_ask_dialog_present (widget, self->store, self->clock, &question);
}

/* Rows */

static void
add_line (GtkWidget *box, const char *text)
{
  GtkWidget *label = limber_page_label (text, "limber-dim");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, "limber-small");
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_hangover (GtkWidget *box, const LimberSession *session)
{
  g_autofree char *text = NULL;

  if (session->hangover_level < 0)
    return;
  if (session->hangover_level == 0)
    text = g_strdup (_("Felt fresh afterwards"));
  else
    text = g_strdup_printf (ngettext ("Sluggish afterwards: %d/10, gone after %d day",
                                      "Sluggish afterwards: %d/10, gone after %d days",
                                      MAX (session->hangover_days, 0)),
                            session->hangover_level, MAX (session->hangover_days, 0));
  add_line (box, text);
}

/* Both dates are kept: the day of service and the day of entry. */
static void
add_entry_day (LimberRecordSessions *self, GtkWidget *box, const LimberSession *session)
{
  LimberDate entered = session->entered_at != 0
                           ? limber_date_from_instant (session->entered_at, limber_clock_zone (self->clock))
                           : session->date;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (entered == session->date)
    return;
  day = limber_words_date_year (entered);
  text = g_strdup_printf (_("Entered later, on %s"), day);
  add_line (box, text);
}

static void
add_menu_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/* Two hundred menus are built when they are opened, not with the page. */
static void
on_menu (GtkMenuButton *button, gpointer data)
{
  const char *id = data;
  g_autoptr (GMenu) menu = g_menu_new ();

  add_menu_item (menu, _("_Notes and Earlier Versions…"), "visit.notes", id);
  add_menu_item (menu, _("_How Did It Go Down?…"), "visit.ask", id);
  add_menu_item (menu, _("_Move to Another Client…"), "visit.move", id);
  add_menu_item (menu, _("Declare _Void…"), "visit.void", id);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
menu_button_new (const char *id, const char *day)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf (_("More about the session of %s"), day);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_menu, g_strdup (id), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  limber_widget_name (button, name);
  return button;
}

static GtkWidget *
open_button_new (const LimberSession *session, const char *day)
{
  gboolean completed = session->state == LIMBER_SESSION_STATE_COMPLETED;
  GtkWidget *button = gtk_button_new_from_icon_name (completed ? "document-edit-symbolic" : "go-next-symbolic");
  g_autofree char *name = g_strdup_printf (completed ? _("Notes of the session of %s") : _("Open the session of %s"),
                                           day);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), completed ? "visit.notes" : "win.open-session");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", session->base.id);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  limber_widget_name (button, name);
  return button;
}

static GtkListBoxRow *
add_row (GtkListBox *list, GtkWidget *line)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (line, "limber-card-pad");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_append (list, row);
  return GTK_LIST_BOX_ROW (row);
}

static void
add_session (LimberRecordSessions *self, GtkListBox *list, const LimberSession *session)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *visit = limber_record_visit (self->file, session, LIMBER_AREA_NONE, LIMBER_SIDE_NONE);
  g_autofree char *day = limber_words_date_year (session->date);

  add_hangover (visit, session);
  add_entry_day (self, visit, session);
  gtk_widget_set_hexpand (visit, TRUE);
  gtk_box_append (GTK_BOX (line), visit);
  gtk_box_append (GTK_BOX (line), open_button_new (session, day));
  gtk_box_append (GTK_BOX (line), menu_button_new (session->base.id, day));
  limber_widget_name (GTK_WIDGET (add_row (list, line)), day);
}

static void
add_void (GtkListBox *list, const LimberSession *session)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *restore = gtk_button_new_with_label (_("Count Again"));
  g_autofree char *day = limber_words_date_year (session->date);
  GtkWidget *crossed = limber_page_label (day, "limber-dim");
  g_autofree char *name = g_strdup_printf (_("Count the session of %s again"), day);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (crossed), attributes);
  gtk_box_append (GTK_BOX (texts), crossed);
  if (session->void_reason != NULL)
    add_line (texts, session->void_reason);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (restore), "visit.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (restore), "s", session->base.id);
  gtk_widget_set_valign (restore, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (restore, "flat");
  limber_widget_name (restore, name);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), restore);
  add_row (list, line);
}

static void
show_voided (LimberRecordSessions *self)
{
  GtkListBox *list;

  limber_page_clear (self->voided);
  gtk_widget_set_visible (self->voided, self->file->voided->len > 0);
  if (self->file->voided->len == 0)
    return;
  list = limber_record_start_list (self->voided, self->file->voided->len, _("Void sessions"), NULL);
  gtk_box_prepend (GTK_BOX (self->voided), limber_page_label (_("Declared void"), "heading"));
  for (guint i = 0; i < self->file->voided->len; i++)
    add_void (list, self->file->voided->pdata[i]);
}

static void
limber_record_sessions_dispose (GObject *object)
{
  LimberRecordSessions *self = LIMBER_RECORD_SESSIONS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_record_sessions_parent_class)->dispose (object);
}

static void
limber_record_sessions_class_init (LimberRecordSessionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_record_sessions_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "visit.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "visit.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "visit.void", "s", void_action);
  gtk_widget_class_install_action (widget_class, "visit.restore", "s", restore_action);
  gtk_widget_class_install_action (widget_class, "visit.notes", "s", notes_action);
  gtk_widget_class_install_action (widget_class, "visit.ask", "s", ask_action);
}

static void
limber_record_sessions_init (LimberRecordSessions *self)
{
  GtkWidget *enter = gtk_button_new_with_mnemonic (_("_Enter an Earlier Session…"));

  limber_widget_name (enter, _("Enter an earlier session"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (enter), "visit.enter");
  gtk_widget_set_halign (enter, GTK_ALIGN_END);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->voided = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->box), enter);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->voided);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** limber_record_sessions_new: the visits of a client. */
GtkWidget *
limber_record_sessions_new (LimberStore *store, LimberClock *clock)
{
  LimberRecordSessions *self = g_object_new (LIMBER_TYPE_RECORD_SESSIONS, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

/** limber_record_sessions_set_file: @file must live until the next call. */
void
limber_record_sessions_set_file (LimberRecordSessions *self, const LimberClientFile *file)
{
  GtkListBox *list;

  g_return_if_fail (LIMBER_IS_RECORD_SESSIONS (self));

  self->file = file;
  list = limber_record_start_list (self->rows, file->sessions->len, _("Sessions"),
                                   _("The first session will stand here."));
  for (guint i = 0; i < MIN (file->sessions->len, ROWS_SHOWN); i++)
    add_session (self, list, file->sessions->pdata[i]);
  show_voided (self);
}
