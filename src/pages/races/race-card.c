/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-card.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/day-words.h"
#include "services/race-course.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "widgets/race-picture.h"

struct _LimberRaceCard {
  GtkBox parent_instance;

  GtkLabel *name;
  LimberRacePicture *picture;
  GtkLabel *reading;
  GtkLabel *ideal_title;
  GtkLabel *ideal_why;
  GtkWidget *after;
  GtkLabel *after_title;
  GtkLabel *after_why;

  char *words[LIMBER_VERDICT_LAST + 1];
};

G_DEFINE_FINAL_TYPE (LimberRaceCard, limber_race_card, GTK_TYPE_BOX)

static void
on_day (LimberRaceCard *self)
{
  gtk_label_set_label (self->reading, limber_race_picture_get_reading (self->picture));
}

static void
limber_race_card_finalize (GObject *object)
{
  LimberRaceCard *self = LIMBER_RACE_CARD (object);

  for (guint i = 0; i <= LIMBER_VERDICT_LAST; i++)
    g_free (self->words[i]);
  G_OBJECT_CLASS (limber_race_card_parent_class)->finalize (object);
}

static void
limber_race_card_class_init (LimberRaceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_race_card_finalize;
  g_type_ensure (LIMBER_TYPE_RACE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/race-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, name);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, picture);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, reading);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, ideal_title);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, ideal_why);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, after);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, after_title);
  gtk_widget_class_bind_template_child (widget_class, LimberRaceCard, after_why);
  gtk_widget_class_bind_template_callback (widget_class, on_day);
}

static void
limber_race_card_init (LimberRaceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i <= LIMBER_VERDICT_LAST; i++)
    self->words[i] = limber_day_words_capital (limber_wording_verdict ((LimberVerdict) i));
}

/** limber_race_card_new: Returns: (transfer floating): the picture of one client and race, with words. */
GtkWidget *
limber_race_card_new (void)
{
  return g_object_new (LIMBER_TYPE_RACE_CARD, NULL);
}

static void
day_of_course (LimberPictureDay *day, const LimberCourseDay *of)
{
  *day = (LimberPictureDay) { of->date, of->deep, of->light, of->reading };
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
  LimberPicture picture = {
    .first = course->race.first, .last = course->race.last, .today = today, .last_hard = course->race.last_hard,
    .days = days, .n_days = course->days->len, .visits = visits, .n_visits = entrant->visits->len,
    .pairs = input->pairs, .n_pairs = input->n_pairs, .sweet_spot = course->sweet_spot, .words = (const char *const *) self->words,
  };

  for (guint i = 0; i < course->days->len; i++)
    day_of_course (&days[i], &g_array_index (course->days, LimberCourseDay, i));
  for (guint i = 0; i < entrant->visits->len; i++)
    {
      const LimberRaceVisit *visit = &g_array_index (entrant->visits, LimberRaceVisit, i);

      g_ptr_array_add (texts, visit_text (visit, zone));
      visits[i] = (LimberPictureVisit) { visit->date, visit->start_at == 0, texts->pdata[i] };
    }
  limber_race_picture_set (self->picture, &picture);
}

/**
 * limber_race_card_set_entrant:
 * @entrant: (nullable): who is shown; the card hides for nobody, and for a race too long ago
 */
void
limber_race_card_set_entrant (LimberRaceCard *self, const LimberRaceEntrant *entrant, LimberDate today, GTimeZone *zone)
{
  g_autoptr (LimberRaceCourse) course = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), entrant != NULL && entrant->index >= 0);
  if (entrant == NULL || entrant->index < 0)
    return;
  course = limber_race_course_new (&entrant->facts->input, (guint) entrant->index);
  gtk_label_set_label (self->name, entrant->name);
  gtk_label_set_label (self->ideal_title, course->ideal_title);
  gtk_label_set_label (self->ideal_why, course->ideal_why);
  gtk_widget_set_visible (self->after, course->after_title != NULL);
  gtk_label_set_label (self->after_title, course->after_title != NULL ? course->after_title : "");
  gtk_label_set_label (self->after_why, course->after_why != NULL ? course->after_why : "");
  show_picture (self, entrant, course, today, zone);
}
