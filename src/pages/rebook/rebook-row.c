/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/rebook/rebook-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/page-bits.h"
#include "services/wording/wording-contact.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording-visit.h"
#include "services/wording/wording.h"
#include "widgets/cadence-bar.h"
#include "widgets/verdict-chip.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

struct _LimberRebookRow {
  GtkListBoxRow parent_instance;

  LimberRow *row;
  LimberClock *clock;
  char *client_id;
  char *client_name;

  GtkCheckButton *check;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *detail;
  GtkWidget *race;
  GtkWidget *race_flag;
  GtkLabel *race_name;
  GtkLabel *race_when;
  LimberWidth width;
  LimberCadenceBar *bar;
  GtkLabel *suggested;
  LimberVerdictChip *verdict;
  GtkLabel *reason;
  GtkLabel *contact;
  GtkWidget *deeds;
  GtkWidget *book;
  GtkWidget *contacted;
  GtkWidget *snooze;
  GtkWidget *more;
  GMenuModel *snooze_menu;
  GMenuModel *more_menu;
};

enum {
  CONTACTED,
  ANSWERED,
  ASKED_UNTIL,
  SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberRebookRow, limber_rebook_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_book (LimberRebookRow *self)
{
  const LimberRebookItem *item = limber_row_get_record (self->row);

  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.book",
                                      limber_page_book_visit_args (self->client_id, &item->next));
}

static void
on_contacted (LimberRebookRow *self)
{
  g_signal_emit (self, signals[CONTACTED], 0);
}

static void
ask_contact (GtkWidget *widget, const char *name, GVariant *target)
{
  on_contacted (LIMBER_REBOOK_ROW (widget));
}

static void
on_check (LimberRebookRow *self)
{
  g_signal_emit (self, signals[SELECTED], 0, gtk_check_button_get_active (self->check));
}

static void
show_record (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.show-client", "s", LIMBER_REBOOK_ROW (widget)->client_id);
}

static void
show_self_care (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.self-care", "s", LIMBER_REBOOK_ROW (widget)->client_id);
}

static void
snooze (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[ANSWERED], 0, LIMBER_REBOOK_ANSWER_SNOOZE, g_variant_get_int32 (target));
}

static void
snooze_until (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[ASKED_UNTIL], 0, LIMBER_REBOOK_ANSWER_SNOOZE);
}

static void
pause_reminders (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[ASKED_UNTIL], 0, LIMBER_REBOOK_ANSWER_PAUSE);
}

static void
resume (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[ANSWERED], 0, LIMBER_REBOOK_ANSWER_RESUME, 0);
}

static void
opt_out (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[ANSWERED], 0, LIMBER_REBOOK_ANSWER_OPT_OUT, 0);
}

static void
limber_rebook_row_finalize (GObject *object)
{
  LimberRebookRow *self = LIMBER_REBOOK_ROW (object);

  g_clear_object (&self->row);
  g_clear_object (&self->clock);
  g_free (self->client_id);
  g_free (self->client_name);
  G_OBJECT_CLASS (limber_rebook_row_parent_class)->finalize (object);
}

static void
limber_rebook_row_class_init (LimberRebookRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_rebook_row_finalize;

  /** LimberRebookRow::contacted: somebody wants to note a contact. */
  signals[CONTACTED] = g_signal_new ("contacted", LIMBER_TYPE_REBOOK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  /**
   * LimberRebookRow::answered:
   * @answer: a LimberRebookAnswer
   * @days: from today to the end of a snooze
   */
  signals[ANSWERED] = g_signal_new ("answered", LIMBER_TYPE_REBOOK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  /** LimberRebookRow::asked-until: @answer: a snooze or a pause, for which somebody wants to choose the day */
  signals[ASKED_UNTIL] = g_signal_new ("asked-until", LIMBER_TYPE_REBOOK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);

  /** LimberRebookRow::selected: a person checked or unchecked the row. */
  signals[SELECTED] = g_signal_new ("selected", LIMBER_TYPE_REBOOK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "row.show", NULL, show_record);
  gtk_widget_class_install_action (widget_class, "row.contacted", NULL, ask_contact);
  gtk_widget_class_install_action (widget_class, "row.self-care", NULL, show_self_care);
  gtk_widget_class_install_action (widget_class, "row.snooze", "i", snooze);
  gtk_widget_class_install_action (widget_class, "row.snooze-until", NULL, snooze_until);
  gtk_widget_class_install_action (widget_class, "row.pause", NULL, pause_reminders);
  gtk_widget_class_install_action (widget_class, "row.resume", NULL, resume);
  gtk_widget_class_install_action (widget_class, "row.opt-out", NULL, opt_out);

  g_type_ensure (LIMBER_TYPE_CADENCE_BAR);
  g_type_ensure (LIMBER_TYPE_VERDICT_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/rebook-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, check);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, deeds);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, name);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, detail);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, race);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, race_flag);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, race_name);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, race_when);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, bar);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, suggested);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, reason);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, contact);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, book);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, contacted);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, snooze);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, more);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, snooze_menu);
  gtk_widget_class_bind_template_child (widget_class, LimberRebookRow, more_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_book);
  gtk_widget_class_bind_template_callback (widget_class, on_check);
  gtk_widget_class_bind_template_callback (widget_class, on_contacted);
}

/* Built when it is first opened: there are two in each row. */
static void
create_menu (GtkMenuButton *button, gpointer menu)
{
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
limber_rebook_row_init (LimberRebookRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  limber_widget_tip (self->snooze, _ ("Snooze"));
  limber_widget_tip (self->more, _ ("More"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->snooze), create_menu, self->snooze_menu, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more), create_menu, self->more_menu, NULL);
}

static void
show_race (LimberRebookRow *self, const LimberDueClient *due, const char *when)
{
  gboolean entered = due->next_race >= 0;

  gtk_label_set_text (self->race_name, entered ? limber_plan_facts_race (due->facts, due->next_race)->name : _ ("no race"));
  gtk_label_set_text (self->race_when, entered ? when : "");
  gtk_widget_set_visible (GTK_WIDGET (self->race_when), entered);
  gtk_widget_set_opacity (self->race_flag, entered ? 1 : 0);
}

/* Where there is no column for it, the race joins the team: "Harrier Vale AC · Saltmarsh Marathon in 12 days". */
static void
show_detail (LimberRebookRow *self, const LimberRebookItem *item, LimberDate today)
{
  const LimberDueClient *due = item->due;
  g_autofree char *when = NULL;
  g_autofree char *race = NULL;
  g_autofree char *both = NULL;

  if (due->next_race >= 0)
    {
      when = limber_wording_days_until (due->facts->input.races[due->next_race].first, today);
      race = g_strdup_printf ("%s %s", limber_plan_facts_race (due->facts, due->next_race)->name, when);
    }
  show_race (self, due, when);
  if (race != NULL && self->width != LIMBER_WIDTH_WIDE)
    both = item->team != NULL ? g_strdup_printf ("%s · %s", item->team, race) : g_strdup (race);
  gtk_label_set_text (self->detail, both != NULL ? both : item->team != NULL ? item->team : _ ("no team"));
}

static void
show_suggestion (LimberRebookRow *self, const LimberRebookItem *item, LimberDate today)
{
  const LimberNextVisit *next = &item->next;
  GTimeZone *zone = limber_clock_zone (self->clock);
  gboolean judged = next->date != LIMBER_DATE_NONE && next->verdict != LIMBER_VERDICT_NORMAL;
  g_autofree char *day = next->date != LIMBER_DATE_NONE ? limber_wording_near_day (next->date, today) : NULL;
  g_autofree char *why = limber_wording_visit_why (next, &item->due->facts->input, zone);
  g_autofree char *room = limber_wording_visit_room (next, zone);

  gtk_label_set_text (self->suggested, day != NULL ? day : _ ("No suggestion"));
  gtk_label_set_text (self->reason, why != NULL ? why : "");
  limber_widget_tip (GTK_WIDGET (self->reason), room != NULL ? room : why);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), judged);
  if (judged)
    {
      g_autofree char *every = limber_wording_why (&item->due->facts->input, next->date);

      limber_verdict_chip_set (self->verdict, limber_verdict_id (next->verdict), limber_wording_verdict (next->verdict),
                               why);
      limber_verdict_chip_set_why (self->verdict, every);
    }
}

/* Where the column has no room, the button that notes the next contact tells the last one. */
static void
tell_contact (LimberRebookRow *self)
{
  const char *last = gtk_label_get_text (self->contact);
  g_autofree char *tip = g_strdup_printf ("%s\n%s", _ ("Contacted…"), last);

  gtk_widget_set_visible (GTK_WIDGET (self->contact), self->width != LIMBER_WIDTH_SMALL);
  limber_widget_tip (self->contacted, self->width == LIMBER_WIDTH_SMALL ? tip : _ ("Contacted…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contacted), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, last, -1);
}

static void
show_contact (LimberRebookRow *self, const LimberContact *contact, GTimeZone *zone)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (contact == NULL)
    {
      gtk_label_set_text (self->contact, _ ("not contacted"));
      return;
    }
  day = limber_wording_day_and_month (limber_date_from_instant (contact->at, zone));
  text = g_strdup_printf ("%s, %s\n%s", limber_wording_contact_channel (contact->channel), day,
                          limber_wording_contact_outcome (contact->outcome));
  gtk_label_set_text (self->contact, text);
  limber_widget_tip (GTK_WIDGET (self->contact), contact->text);
}

/* @label: (transfer full) */
static void
name_button (GtkWidget *button, char *label)
{
  limber_widget_name (button, label);
  g_free (label);
}

static void
name_everything (LimberRebookRow *self)
{
  limber_widget_name (GTK_WIDGET (self), self->client_name);
  /* Translators: %s is a client. */
  name_button (GTK_WIDGET (self->check), g_strdup_printf (_ ("Select %s"), self->client_name));
  name_button (self->book, g_strdup_printf (_ ("Book %s"), self->client_name));
  name_button (self->contacted, g_strdup_printf (_ ("Contacted %s…"), self->client_name));
  name_button (self->snooze, g_strdup_printf (_ ("Snooze %s"), self->client_name));
  name_button (self->more, g_strdup_printf (_ ("More for %s"), self->client_name));
}

static void
show (LimberRebookRow *self)
{
  const LimberRebookItem *item = limber_row_get_record (self->row);
  LimberDate today = limber_clock_today (self->clock);
  const LimberDueClient *due = item->due;
  int days = due->last ? today - due->last : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%d day", "%d days", days), days);

  g_free (self->client_id);
  self->client_id = g_strdup (due->id);
  g_free (self->client_name);
  self->client_name = g_strdup (due->name);
  adw_avatar_set_text (self->avatar, due->name);
  gtk_label_set_text (self->name, due->name);
  limber_cadence_bar_set (self->bar, days, due->due.from - due->last, due->due.to - due->last, text);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), due->last != LIMBER_DATE_NONE);
  show_detail (self, item, today);
  show_suggestion (self, item, today);
  show_contact (self, item->last_contact, limber_clock_zone (self->clock));
  tell_contact (self);
  name_everything (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.resume",
                                 item->group == LIMBER_REBOOK_GROUP_PAUSED
                                   || item->group == LIMBER_REBOOK_GROUP_SNOOZED);
}

/**
 * limber_rebook_row_new:
 * @row: whose record is a LimberRebookItem; the widget follows it
 *
 * Returns: (transfer floating): the row of one client.
 */
GtkWidget *
limber_rebook_row_new (LimberRow *row, LimberClock *clock)
{
  LimberRebookRow *self = g_object_new (LIMBER_TYPE_REBOOK_ROW, NULL);

  self->row = g_object_ref (row);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (row, "notify::record", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

/** limber_rebook_row_client_id: Returns: whom the row is about. */
const char *
limber_rebook_row_client_id (LimberRebookRow *self)
{
  return self->client_id;
}

/** limber_rebook_row_client_name: Returns: their name. */
const char *
limber_rebook_row_client_name (LimberRebookRow *self)
{
  return self->client_name;
}

/** limber_rebook_row_set_selecting: shows a mark to check in place of the buttons; emits nothing. */
void
limber_rebook_row_set_selecting (LimberRebookRow *self, gboolean selecting, gboolean selected)
{
  g_signal_handlers_block_by_func (self->check, on_check, self);
  gtk_check_button_set_active (self->check, selected);
  g_signal_handlers_unblock_by_func (self->check, on_check, self);
  gtk_widget_set_visible (GTK_WIDGET (self->check), selecting);
  gtk_widget_set_sensitive (self->deeds, !selecting);
}

/** limber_rebook_row_toggle: checks the row, or takes the mark away, as a person would. */
void
limber_rebook_row_toggle (LimberRebookRow *self)
{
  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

/** limber_rebook_row_set_width: a wide row gives the race a column of its own, a small one tells the last contact where
 * one would note the next. */
void
limber_rebook_row_set_width (LimberRebookRow *self, LimberWidth width)
{
  self->width = width;
  gtk_widget_set_visible (self->race, width == LIMBER_WIDTH_WIDE);
  tell_contact (self);
  show_detail (self, limber_row_get_record (self->row), limber_clock_today (self->clock));
}
