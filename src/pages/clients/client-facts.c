/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/client-facts.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-words.h"
#include "services/wording/wording.h"
#include "widgets/verdict-chip.h"

struct _LimberClientFacts {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *next_title;
  GtkLabel *next_detail;
  GtkButton *book;
  GtkWidget *race_card;
  GtkLabel *race_title;
  GtkLabel *race_detail;
  GtkWidget *days_card;
  GtkWidget *days_box;
  GtkLabel *days_title;
  GtkLabel *days_detail;
  LimberVerdictChip *verdict;

  const LimberClientFile *file;
  LimberWidth width;
};

G_DEFINE_FINAL_TYPE (LimberClientFacts, limber_client_facts, GTK_TYPE_WIDGET)

static LimberDate
limber_client_facts_suggested (const LimberClientFile *file)
{
  return file->suggested != NULL && file->suggested->len > 0 ? g_array_index (file->suggested, LimberDate, 0)
                                                             : LIMBER_DATE_NONE;
}

static void
limber_client_facts_book_cb (LimberClientFacts *self)
{
  LimberDate date = self->file != NULL ? limber_client_facts_suggested (self->file) : LIMBER_DATE_NONE;
  GVariantDict dict;

  if (self->file == NULL)
    return;
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", self->file->client->base.id);
  if (self->file->next == NULL && date != LIMBER_DATE_NONE)
    {
      g_autofree char *iso = limber_date_to_iso (date);

      g_variant_dict_insert (&dict, "date", "s", iso);
    }
  if (self->file->next != NULL)
    g_variant_dict_insert (&dict, "appointment", "s", self->file->next->base.id);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.book", g_variant_dict_end (&dict));
}

static void
limber_client_facts_show_next (LimberClientFacts *self)
{
  const LimberAppointment *next = self->file->next;
  LimberDate suggested = limber_client_facts_suggested (self->file);
  g_autofree char *date = limber_words_date (suggested);
  gboolean wide = self->width == LIMBER_WIDTH_WIDE;

  if (next != NULL)
    {
      g_autofree char *when = limber_words_instant (next->start_at, TRUE);
      const char *staff = limber_client_file_staff_name (self->file, next->staff_id);
      g_autofree char *detail = staff != NULL ? g_strdup_printf (_("%d min with %s"), next->minutes, staff)
                                              : g_strdup_printf (_("%d min"), next->minutes);

      gtk_label_set_label (self->next_title, when);
      gtk_label_set_label (self->next_detail, detail);
      gtk_button_set_label (self->book, _("Change"));
    }
  else
    {
      g_autofree char *detail = suggested != LIMBER_DATE_NONE ? g_strdup_printf (_("Suggested: %s"), date) : NULL;
      g_autofree char *label = suggested != LIMBER_DATE_NONE && wide ? g_strdup_printf (_("Book %s"), date)
                                                                     : g_strdup (_("Book"));

      gtk_label_set_label (self->next_title, _("None booked"));
      gtk_label_set_label (self->next_detail, detail != NULL ? detail : "");
      gtk_button_set_label (self->book, label);
    }
  if (next != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->book), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->book), "suggested-action");
}

/* "Sun 4 – Mon 5 Oct": the days of the window that are still to come. */
static char *
limber_client_facts_window_text (const LimberClientFile *file, const LimberPlanRace *race,
                                 const LimberIdealWindow *window)
{
  int leads[LIMBER_LEAD_MAX + 1];
  guint n = limber_ideal_window_leads (window, leads);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (n == 0)
    return g_strdup (_("no day fits"));
  from = limber_words_day_before (race->first - leads[n - 1], race->first - leads[0]);
  to = limber_words_date (race->first - leads[0]);
  return n == 1 ? g_steal_pointer (&to) : g_strdup_printf (_("%s – %s"), from, to);
}

static char *
limber_client_facts_window_detail (const LimberIdealWindow *window)
{
  int leads[LIMBER_LEAD_MAX + 1];
  guint n = limber_ideal_window_leads (window, leads);
  const char *source = limber_wording_ideal_source (window->source);

  if (n == 0)
    return g_strdup (source);
  if (n == 1)
    return g_strdup_printf (ngettext ("%d day out: %s", "%d days out: %s", leads[0]), leads[0], source);
  return g_strdup_printf (_("%d–%d days out: %s"), leads[0], leads[n - 1], source);
}

/* Of the first day of the window; none when there is no such day. */
static char *
limber_client_facts_why (const LimberPlanInput *input, const LimberPlanRace *race, const LimberIdealWindow *window)
{
  int leads[LIMBER_LEAD_MAX + 1];
  guint n = limber_ideal_window_leads (window, leads);

  return n > 0 ? limber_wording_why (input, race->first - leads[n - 1]) : NULL;
}

static void
limber_client_facts_show_race (LimberClientFacts *self)
{
  const LimberPlanInput *input = &self->file->facts->input;
  int nearest = limber_plan_nearest_race (input, self->file->today);
  const LimberPlanRaceInfo *info;
  const LimberPlanRace *race;
  LimberIdealWindow window;
  g_autofree char *date = NULL, *until = NULL, *days = NULL, *detail = NULL, *line = NULL, *why = NULL;

  gtk_widget_set_visible (self->days_box, nearest >= 0);
  if (nearest < 0 || input->races[nearest].first < self->file->today)
    {
      gtk_label_set_label (self->race_title, _("No race ahead"));
      gtk_label_set_label (self->race_detail, _("Add one under Races"));
      gtk_label_set_label (self->days_detail, _("A race shows its best days here"));
      gtk_widget_set_visible (self->days_box, FALSE);
      return;
    }
  race = &input->races[nearest];
  info = limber_plan_facts_race (self->file->facts, nearest);
  window = limber_plan_window (input, nearest);
  date = limber_words_date (race->first);
  until = limber_words_days_ago (self->file->today - race->first);
  days = limber_client_facts_window_text (self->file, race, &window);
  detail = limber_client_facts_window_detail (&window);
  if (self->width == LIMBER_WIDTH_SMALL)
    line = g_strdup_printf (_("%s  ·  best %s"), until, days);
  else if (self->width == LIMBER_WIDTH_NARROW)
    line = g_strdup_printf ("%s  ·  %s", date, until);
  else
    line = race->goal ? g_strdup_printf (_("Goal race  ·  %s  ·  %s"), date, until)
                      : g_strdup_printf ("%s  ·  %s", date, until);
  gtk_label_set_label (self->race_title, info->name);
  gtk_label_set_label (self->race_detail, line);
  gtk_label_set_label (self->days_title, days);
  gtk_label_set_label (self->days_detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->days_detail), detail);
  limber_verdict_chip_set (self->verdict, limber_verdict_id (LIMBER_VERDICT_IDEAL),
                           limber_wording_verdict (LIMBER_VERDICT_IDEAL), detail);
  why = limber_client_facts_why (input, race, &window);
  limber_verdict_chip_set_why (self->verdict, why);
}

static void
limber_client_facts_show (LimberClientFacts *self)
{
  if (self->file == NULL)
    return;
  limber_client_facts_show_next (self);
  limber_client_facts_show_race (self);
}

static void
limber_client_facts_dispose (GObject *object)
{
  g_clear_pointer (&LIMBER_CLIENT_FACTS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (limber_client_facts_parent_class)->dispose (object);
}

static void
limber_client_facts_class_init (LimberClientFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_client_facts_dispose;
  g_type_ensure (LIMBER_TYPE_VERDICT_CHIP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/client-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, box);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, next_title);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, next_detail);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, book);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, race_card);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, race_title);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, race_detail);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, days_card);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, days_box);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, days_title);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, days_detail);
  gtk_widget_class_bind_template_child (widget_class, LimberClientFacts, verdict);
  gtk_widget_class_bind_template_callback (widget_class, limber_client_facts_book_cb);
}

static void
limber_client_facts_init (LimberClientFacts *self)
{
  self->width = LIMBER_WIDTH_WIDE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_client_facts_new: three cards: when next, which race, which days are best. */
GtkWidget *
limber_client_facts_new (void)
{
  return g_object_new (LIMBER_TYPE_CLIENT_FACTS, NULL);
}

/** limber_client_facts_set_file: @file must live until the next call. */
void
limber_client_facts_set_file (LimberClientFacts *self, const LimberClientFile *file)
{
  g_return_if_fail (LIMBER_IS_CLIENT_FACTS (self));

  self->file = file;
  limber_client_facts_show (self);
}

void
limber_client_facts_set_width (LimberClientFacts *self, LimberWidth width)
{
  g_return_if_fail (LIMBER_IS_CLIENT_FACTS (self));

  self->width = width;
  gtk_widget_set_visible (self->days_card, width != LIMBER_WIDTH_SMALL);
  limber_client_facts_show (self);
}
