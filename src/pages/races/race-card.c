/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-card.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/day-words.h"
#include "pages/parts/reasons.h"
#include "pages/races/pin-dialog.h"
#include "services/race-course.h"
#include "services/sweet-spot.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "widgets/race-picture.h"
#include "widgets/widget-name.h"

struct _LimberRaceCard {
  GtkBox parent_instance;

  GtkLabel *name;
  LimberRacePicture *picture;
  GtkLabel *reading;
  GtkMenuButton *why;
  GtkButton *book;
  GtkLabel *around;
  GtkLabel *spot;
  GtkButton *pin;
  GtkLabel *ideal_title;
  GtkLabel *ideal_why;
  GtkWidget *after;
  GtkLabel *after_title;
  GtkLabel *after_why;

  char *words[LIMBER_VERDICT_LAST + 1];
  LimberStore *store;
  char *client_id;
  const LimberPlanInput *input; /* of the entrant who is shown */
};

G_DEFINE_FINAL_TYPE (LimberRaceCard, limber_race_card, GTK_TYPE_BOX)

static void
show_book (LimberRaceCard *self)
{
  gboolean is_free = limber_race_picture_day_is_free (self->picture);
  g_autofree char *day = is_free ? limber_wording_day (limber_race_picture_get_day (self->picture)) : NULL;
  g_autofree char *label = is_free ? g_strdup_printf (_("Book %s"), day) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->book), is_free);
  if (is_free)
    {
      gtk_button_set_label (self->book, label);
      limber_widget_name (GTK_WIDGET (self->book), label);
    }
}

static void
on_day (LimberRaceCard *self)
{
  gtk_label_set_label (self->reading, limber_race_picture_get_reading (self->picture));
  show_book (self);
}

static void
on_book (LimberRaceCard *self)
{
  g_autofree char *iso = limber_date_to_iso (limber_race_picture_get_day (self->picture));
  GVariantDict dict;

  if (!limber_race_picture_day_is_free (self->picture))
    return;
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", self->client_id);
  g_variant_dict_insert (&dict, "date", "s", iso);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.book", g_variant_dict_end (&dict));
}

static void
on_pin (LimberRaceCard *self)
{
  limber_pin_dialog_present (GTK_WIDGET (self), self->store, self->client_id);
}

/** limber_race_card_paper: @paper: (out): the card for the printer; borrows from @self, @title and @lines. */
void
limber_race_card_paper (LimberRaceCard *self, LimberRacePaper *paper, const char *title, const char *lines[4])
{
  gboolean after = gtk_widget_get_visible (self->after);

  lines[0] = gtk_label_get_label (self->ideal_title);
  lines[1] = gtk_label_get_label (self->ideal_why);
  lines[2] = gtk_label_get_label (self->after_title);
  lines[3] = gtk_label_get_label (self->after_why);
  *paper = (LimberRacePaper) { self->picture, title, lines, after ? 4 : 2 };
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LimberRaceCard *self = LIMBER_RACE_CARD (widget);
  /* Translators: the title of a sheet of paper; %s is a client */
  g_autofree char *title = g_strdup_printf (_("The days around the race: %s"), gtk_label_get_label (self->name));
  const char *lines[4];
  LimberRacePaper paper;

  limber_race_card_paper (self, &paper, title, lines);
  limber_race_print (widget, &paper);
}

static void
fill_why (LimberRaceCard *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->why);

  if (self->input != NULL)
    gtk_popover_set_child (popover, limber_reasons_new (self->input, limber_race_picture_get_day (self->picture)));
}

static void
limber_race_card_dispose (GObject *object)
{
  g_clear_object (&LIMBER_RACE_CARD (object)->store);
  G_OBJECT_CLASS (limber_race_card_parent_class)->dispose (object);
}

static void
limber_race_card_finalize (GObject *object)
{
  LimberRaceCard *self = LIMBER_RACE_CARD (object);

  for (guint i = 0; i <= LIMBER_VERDICT_LAST; i++)
    g_free (self->words[i]);
  g_free (self->client_id);
  G_OBJECT_CLASS (limber_race_card_parent_class)->finalize (object);
}

static void
limber_race_card_class_init (LimberRaceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_race_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_race_card_finalize;
  g_type_ensure (LIMBER_TYPE_RACE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/race-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, name);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, picture);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, reading);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, why);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, book);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, around);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, spot);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, pin);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, ideal_title);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, ideal_why);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, after);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, after_title);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, after_why);
  gtk_widget_class_install_action (widget_class, "card.print", NULL, print_action);
  gtk_widget_class_bind_template_callback (widget_class, on_day);
  gtk_widget_class_bind_template_callback (widget_class, on_book);
  gtk_widget_class_bind_template_callback (widget_class, on_pin);
}

static void
limber_race_card_init (LimberRaceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_popover (self->why, gtk_popover_new ());
  g_signal_connect_object (gtk_menu_button_get_popover (self->why), "show", G_CALLBACK (fill_why), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i <= LIMBER_VERDICT_LAST; i++)
    self->words[i] = limber_day_words_capital (limber_wording_verdict ((LimberVerdict) i));
}

/** limber_race_card_new: Returns: (transfer floating): the picture of one client and race, with words. */
GtkWidget *
limber_race_card_new (void)
{
  return g_object_new (LIMBER_TYPE_RACE_CARD, NULL);
}

/** limber_race_card_set_store: where pinned days are saved; without it the card only shows. */
void
limber_race_card_set_store (LimberRaceCard *self, LimberStore *store)
{
  g_set_object (&self->store, store);
}

/* What happens on a day, for who cannot see the dots. */
static char *
events_of (const LimberRaceEntrant *entrant, LimberDate date, LimberDate last_hard, LimberDate today, GTimeZone *zone)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean visited = FALSE;

  for (guint i = 0; i < entrant->visits->len; i++)
    {
      const LimberRaceVisit *visit = &g_array_index (entrant->visits, LimberRaceVisit, i);
      g_autofree char *time = visit->start_at != 0 ? limber_wording_time (visit->start_at, zone) : NULL;

      if (visit->date != date)
        continue;
      visited = TRUE;
      if (time != NULL)
        g_string_append_printf (text, _(" Appointment at %s."), time);
      else
        g_string_append (text, _(" A session took place."));
    }
  if (date == last_hard)
    g_string_append (text, _(" Last hard workout."));
  if (!visited && date >= today)
    g_string_append (text, _(" Free to book."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
visit_text (const LimberRaceVisit *visit, GTimeZone *zone)
{
  g_autofree char *day = limber_wording_day (visit->date);
  g_autofree char *time = visit->start_at != 0 ? limber_wording_time (visit->start_at, zone) : NULL;

  return time != NULL ? g_strdup_printf ("%s, %s", day, time) : NULL;
}

static void
show_picture (LimberRaceCard *self, const LimberRaceEntrant *entrant, const LimberRaceCourse *course, LimberDate today,
              GTimeZone *zone)
{
  const LimberPlanInput *input = &entrant->facts->input;
  g_autofree LimberPictureDay *days = g_new0 (LimberPictureDay, course->days->len);
  g_autofree LimberPictureVisit *visits = g_new0 (LimberPictureVisit, entrant->visits->len + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_free);
  LimberPicture picture = {
    .first = course->race.first, .last = course->race.last, .today = today, .last_hard = course->race.last_hard,
    .days = days, .n_days = course->days->len, .visits = visits, .n_visits = entrant->visits->len,
    .pairs = input->pairs, .n_pairs = input->n_pairs, .sweet_spot = course->sweet_spot, .words = (const char *const *) self->words,
  };

  for (guint i = 0; i < course->days->len; i++)
    {
      const LimberCourseDay *day = &g_array_index (course->days, LimberCourseDay, i);
      g_autofree char *events = events_of (entrant, day->date, course->race.last_hard, today, zone);

      g_ptr_array_add (readings, g_strconcat (day->reading, events, NULL));
      days[i] = (LimberPictureDay) { day->date, day->deep, day->light, readings->pdata[i] };
    }
  for (guint i = 0; i < entrant->visits->len; i++)
    {
      const LimberRaceVisit *visit = &g_array_index (entrant->visits, LimberRaceVisit, i);

      g_ptr_array_add (texts, visit_text (visit, zone));
      visits[i] = (LimberPictureVisit) { visit->date, visit->start_at == 0, texts->pdata[i] };
    }
  limber_race_picture_set (self->picture, &picture);
}

/* What was learned stands over it already. */
static char *
spot_words (const LimberPlanInput *input)
{
  g_autofree char *title = limber_sweet_spot_title (input);
  g_autofree char *text = limber_sweet_spot_text (input, NULL);

  if (input->pin_from > 0)
    return g_steal_pointer (&title);
  if (limber_sweet_spot (input->pairs, input->n_pairs, input->settings.sweet_spot_pairs, NULL) > 0)
    return g_strstrip (limber_sweet_spot_usual (input));
  return g_strdup_printf ("%s. %s", title, text);
}

static void
show_spot (LimberRaceCard *self, const LimberRaceEntrant *entrant)
{
  const LimberPlanInput *input = self->input;
  g_autofree char *spot = spot_words (input);
  g_autofree char *around = entrant->entry->target != NULL
                              ? g_strdup_printf (_("around this race · wants to feel: %s"), entrant->entry->target)
                              : g_strdup (_("around this race"));
  const char *name = input->pin_from > 0 ? _("Change or unpin the days before a race") : _("Pin the days before a race");

  gtk_label_set_label (self->around, around);
  gtk_label_set_label (self->spot, spot);
  gtk_button_set_label (self->pin, input->pin_from > 0 ? _("Change or Unpin…") : _("Pin the Days…"));
  limber_widget_name (GTK_WIDGET (self->pin), name);
  gtk_widget_set_visible (GTK_WIDGET (self->pin), self->store != NULL);
}

/**
 * limber_race_card_set_entrant:
 * @entrant: (nullable): who is shown, and must live until the next call; the card hides for nobody, and for a race too long ago
 */
void
limber_race_card_set_entrant (LimberRaceCard *self, const LimberRaceEntrant *entrant, LimberDate today, GTimeZone *zone)
{
  g_autoptr (LimberRaceCourse) course = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), entrant != NULL && entrant->index >= 0);
  self->input = NULL;
  if (entrant == NULL || entrant->index < 0)
    return;
  self->input = &entrant->facts->input;
  g_free (self->client_id);
  self->client_id = g_strdup (entrant->entry->client_id);
  course = limber_race_course_new (self->input, (guint) entrant->index);
  show_spot (self, entrant);
  gtk_label_set_label (self->name, entrant->name);
  gtk_label_set_label (self->ideal_title, course->ideal_title);
  gtk_label_set_label (self->ideal_why, course->ideal_why);
  gtk_widget_set_visible (self->after, course->after_title != NULL);
  gtk_label_set_label (self->after_title, course->after_title != NULL ? course->after_title : "");
  gtk_label_set_label (self->after_why, course->after_why != NULL ? course->after_why : "");
  show_picture (self, entrant, course, today, zone);
}
