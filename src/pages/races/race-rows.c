/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "widgets/verdict-chip.h"
#include "widgets/widget-name.h"

#define NAME_WIDTH 184
#define CHIP_WIDTH 104

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
dim_new (const char *text)
{
  GtkWidget *label = label_new (text, "limber-dim");

  gtk_widget_add_css_class (label, "limber-small");
  return label;
}

/** limber_race_km_words: Returns: (transfer full): "42.2 km", "" when unknown. */
char *
limber_race_km_words (double km)
{
  if (km <= 0)
    return g_strdup ("");
  return g_strdup_printf (_("%.4g km"), km);
}

/** limber_race_when_words: Returns: (transfer full): "Sunday 11 October", or the first and the last day. */
char *
limber_race_when_words (const LimberRace *race)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (race->first_on == race->last_on)
    return limber_wording_long_day (race->first_on);
  first = limber_wording_day (race->first_on);
  last = limber_wording_day (race->last_on);
  /* Translators: the first and the last day of a race */
  return g_strdup_printf (_("%s – %s"), first, last);
}

static GtkWidget *
date_block_new (LimberDate date)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *day, *month;
  int y, m, d;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  g_autofree char *upper = NULL;

  limber_date_to_ymd (date, &y, &m, &d);
  time = g_date_time_new_utc (y, m, d, 0, 0, 0);
  number = g_strdup_printf ("%d", d);
  name = g_date_time_format (time, "%b");
  upper = g_utf8_strup (name, -1);
  day = gtk_label_new (number);
  month = gtk_label_new (upper);
  gtk_widget_add_css_class (day, "race-day");
  gtk_widget_add_css_class (month, "race-month");
  gtk_widget_set_size_request (box, 38, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), month);
  return box;
}

static char *
entrants_words (const LimberRaceSummary *summary)
{
  g_autofree char *all = g_strdup_printf (ngettext ("%d entrant", "%d entrants", (gulong) summary->entrants),
                                          summary->entrants);

  if (summary->unvisited == 0)
    return g_steal_pointer (&all);
  /* Translators: "2 of 5 to book": two of five entrants have no visit before the race yet */
  return g_strdup_printf (_("%d of %d to book"), summary->unvisited, summary->entrants);
}

static GtkWidget *
words_new (const char *first, const char *second)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), label_new (first, "limber-strong"));
  gtk_box_append (GTK_BOX (words), dim_new (second));
  return words;
}

static GtkWidget *
row_around (GtkWidget *child, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  limber_widget_name (row, name);
  return row;
}

/** limber_race_row_new: Returns: (transfer floating): a coming race in the list. */
GtkWidget *
limber_race_row_new (const LimberRaceSummary *summary, LimberDate today)
{
  const LimberRace *race = summary->race;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *entrants = entrants_words (summary);
  g_autofree char *km = limber_race_km_words (race->km);
  g_autofree char *more = *km != '\0' ? g_strdup_printf ("%s · %s", entrants, km) : g_strdup (entrants);
  g_autofree char *until = limber_wording_days_until (race->first_on, today);
  g_autofree char *when = limber_race_when_words (race);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s", race->name, when, until, more);
  g_autofree char *days = race->first_on > today ? g_strdup_printf (_("%d d"), race->first_on - today)
                                                 : g_strdup (race->first_on == today ? _("today") : _("now"));

  gtk_box_append (GTK_BOX (box), date_block_new (race->first_on));
  gtk_box_append (GTK_BOX (box), words_new (race->name, more));
  gtk_box_append (GTK_BOX (box), dim_new (days));
  return row_around (box, name);
}

/** limber_race_past_row_new: Returns: (transfer floating): a race that is over, with a button to ask. */
GtkWidget *
limber_race_past_row_new (const LimberRaceSummary *summary)
{
  const LimberRace *race = summary->race;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *day = limber_wording_day (race->last_on);
  g_autofree char *left = summary->unasked > 0 ? g_strdup_printf (_("%d to ask"), summary->unasked)
                          : summary->entrants > 0 ? g_strdup (_("all asked"))
                                                  : g_strdup (_("no entrants"));
  g_autofree char *more = g_strdup_printf ("%s · %s", day, left);
  g_autofree char *name = g_strdup_printf ("%s, %s", race->name, more);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("emoji-flags-symbolic"));
  gtk_box_append (GTK_BOX (box), words_new (race->name, more));
  if (summary->unasked > 0)
    {
      GtkWidget *ask = gtk_button_new_with_label (_("Ask"));
      g_autofree char *label = g_strdup_printf (_("Ask how the legs were: %s"), race->name);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (ask), "races.ask");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (ask), "s", race->base.id);
      limber_widget_name (ask, label);
      gtk_widget_set_valign (ask, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), ask);
    }
  return row_around (box, name);
}

static LimberVerdict
entrant_verdict (const LimberRaceEntrant *entrant, LimberDate *on)
{
  LimberWork work = LIMBER_WORK_DEEP;

  *on = LIMBER_DATE_NONE;
  if (entrant->index < 0)
    return LIMBER_VERDICT_NONE;
  if (entrant->appointment != NULL)
    {
      *on = entrant->appointment_on;
      work = entrant->appointment->intent;
    }
  else if (entrant->session_on != LIMBER_DATE_NONE)
    *on = entrant->session_on;
  else
    *on = entrant->suggested;
  return *on != LIMBER_DATE_NONE ? limber_plan_verdict (&entrant->facts->input, *on, work) : LIMBER_VERDICT_NONE;
}

static gboolean
is_poor (LimberVerdict verdict)
{
  return verdict == LIMBER_VERDICT_AVOID || verdict == LIMBER_VERDICT_EARLY || verdict == LIMBER_VERDICT_CAUTION;
}

/** limber_race_standing: Returns: whether a visit before the race is booked, and on a good day. */
LimberRaceStanding
limber_race_standing (const LimberRaceEntrant *entrant)
{
  LimberDate on;
  LimberVerdict verdict = entrant_verdict (entrant, &on);

  if (entrant->appointment != NULL)
    return is_poor (verdict) ? LIMBER_RACE_STANDING_MOVE : LIMBER_RACE_STANDING_READY;
  return entrant->session_on != LIMBER_DATE_NONE ? LIMBER_RACE_STANDING_READY : LIMBER_RACE_STANDING_BOOK;
}

/* The words of the rule that decided, preferably about this race. */
static char *
reason_words (const LimberRaceEntrant *entrant, LimberDate on, LimberVerdict verdict)
{
  g_autoptr (GArray) reasons = limber_plan_reasons (&entrant->facts->input, on);
  const LimberReason *best = NULL;

  for (guint i = 0; i < reasons->len; i++)
    {
      const LimberReason *reason = &g_array_index (reasons, LimberReason, i);

      if ((reason->deep == verdict || reason->light == verdict) &&
          (best == NULL || (best->race != entrant->index && reason->race == entrant->index)))
        best = reason;
    }
  return best != NULL ? limber_wording_reason (best) : g_strdup ("");
}

static char *
lead_words (LimberDate on, const LimberRace *race)
{
  int days = race->first_on - on;

  if (days < 0)
    return g_strdup (_("after the race"));
  if (days == 0)
    return g_strdup (_("on race day"));
  return g_strdup_printf (ngettext ("%d day out", "%d days out", (gulong) days), days);
}

static char *
entrant_head (const LimberRaceEntrant *entrant, LimberDate on, gboolean past, GTimeZone *zone)
{
  g_autofree char *day = on != LIMBER_DATE_NONE ? limber_wording_day (on) : NULL;

  if (entrant->appointment != NULL)
    {
      g_autofree char *time = limber_wording_time (entrant->appointment->start_at, zone);

      /* Translators: day and time, as in "Tue 6 Oct, 10:00" */
      return g_strdup_printf (_("%s, %s"), day, time);
    }
  if (entrant->session_on != LIMBER_DATE_NONE)
    return g_strdup_printf (_("Was here %s"), day);
  if (past)
    return g_strdup (_("No visit in the week before"));
  return day != NULL ? g_strdup_printf (_("Suggested %s"), day) : g_strdup (_("No good day is left"));
}

static char *
entrant_reason (const LimberRaceEntrant *entrant, const LimberRace *race, LimberDate on, LimberVerdict verdict)
{
  g_autofree char *lead = NULL;
  g_autofree char *why = NULL;
  g_autofree char *better = NULL;
  g_autofree char *day = NULL;

  if (on == LIMBER_DATE_NONE)
    return g_strdup (_("Deep work needs at least three days before a race."));
  lead = lead_words (on, race);
  why = reason_words (entrant, on, verdict);
  if (entrant->appointment != NULL && is_poor (verdict) && entrant->suggested != LIMBER_DATE_NONE)
    {
      day = limber_wording_day (entrant->suggested);
      better = g_strdup_printf (_(" %s would be better."), day);
    }
  if (entrant->appointment != NULL && entrant->appointment->override_reason != NULL)
    return g_strdup_printf (_("%s · %s Booked anyway: %s."), lead, why, entrant->appointment->override_reason);
  if (*why == '\0')
    return g_strdup_printf ("%s%s", lead, better != NULL ? better : "");
  return g_strdup_printf ("%s · %s%s", lead, why, better != NULL ? better : "");
}

static char *
answer_words (const LimberRaceEntrant *entrant)
{
  if (entrant->entry->legs < 0)
    return g_strdup (_("Not asked yet how the legs were."));
  if (entrant->entry->confidence < 0)
    return g_strdup_printf (_("Legs %d of 10"), entrant->entry->legs);
  return g_strdup_printf (_("Legs %d of 10, confidence %d of 10"), entrant->entry->legs, entrant->entry->confidence);
}

static GtkWidget *
who_new (const LimberRaceEntrant *entrant)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_box_append (GTK_BOX (line), label_new (entrant->name, "limber-strong"));
  if (entrant->entry->goal)
    {
      GtkWidget *star = gtk_image_new_from_icon_name ("starred-symbolic");

      gtk_widget_add_css_class (star, "limber-dim");
      gtk_image_set_pixel_size (GTK_IMAGE (star), 14);
      gtk_box_append (GTK_BOX (line), star);
    }
  gtk_box_append (GTK_BOX (words), line);
  gtk_box_append (GTK_BOX (words), dim_new (entrant->entry->goal ? _("goal race") : _("tune-up")));
  gtk_widget_set_size_request (words, NAME_WIDTH, -1);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static GtkWidget *
advice_new (const char *head, const char *reason)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = dim_new (reason);

  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (words), label_new (head, "limber-strong"));
  gtk_box_append (GTK_BOX (words), line);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static GtkWidget *
book_button_new (const LimberRaceEntrant *entrant, LimberRaceStanding standing)
{
  GtkWidget *button = gtk_button_new_with_label (standing == LIMBER_RACE_STANDING_MOVE ? _("Move…") : _("Book"));
  g_autofree char *name = g_strdup_printf (standing == LIMBER_RACE_STANDING_MOVE ? _("Move the visit of %s")
                                                                                 : _("Book %s"),
                                           entrant->name);
  GVariantBuilder args;

  g_variant_builder_init (&args, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&args, "{sv}", "client", g_variant_new_string (entrant->entry->client_id));
  if (standing == LIMBER_RACE_STANDING_MOVE)
    g_variant_builder_add (&args, "{sv}", "appointment", g_variant_new_string (entrant->appointment->base.id));
  if (entrant->suggested != LIMBER_DATE_NONE)
    {
      g_autofree char *iso = limber_date_to_iso (entrant->suggested);

      g_variant_builder_add (&args, "{sv}", "date", g_variant_new_string (iso));
    }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.book");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_builder_end (&args));
  limber_widget_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
menu_add (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GtkWidget *
menu_button_new (const LimberRaceEntrant *entrant)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = g_strdup_printf (_("More for %s"), entrant->name);

  menu_add (menu, _("_Edit Entry…"), "races.edit-entry", entrant->base.id);
  menu_add (menu, _("_Open Record"), "win.show-client", entrant->entry->client_id);
  menu_add (menu, _("_Remove from This Race"), "races.remove-entry", entrant->base.id);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("More"));
  limber_widget_name (button, name);
  return button;
}

/**
 * limber_race_entrant_row_new:
 *
 * Returns: (transfer floating): one client of @race: the visit before it, or the day that would be best, with its
 *   verdict and the reason; for a race that is over, how it felt.
 */
GtkWidget *
limber_race_entrant_row_new (const LimberRaceEntrant *entrant, const LimberRace *race, LimberDate today,
                             GTimeZone *zone)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *chip = limber_verdict_chip_new ();
  gboolean past = race->last_on < today, ahead = race->first_on >= today;
  LimberDate on;
  LimberVerdict verdict = entrant_verdict (entrant, &on);
  LimberRaceStanding standing = limber_race_standing (entrant);
  g_autofree char *head = entrant_head (entrant, past ? entrant->session_on : on, !ahead, zone);
  g_autofree char *reason = ahead ? entrant_reason (entrant, race, on, verdict) : answer_words (entrant);
  g_autofree char *why = entrant->index >= 0 && on != LIMBER_DATE_NONE
                           ? limber_wording_why (&entrant->facts->input, on) : NULL;
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s. %s", entrant->name,
                                           entrant->entry->goal ? _("goal race") : _("tune-up"),
                                           ahead ? limber_wording_verdict (verdict) : "", head, reason);

  gtk_box_append (GTK_BOX (box), adw_avatar_new (32, entrant->name, TRUE));
  gtk_box_append (GTK_BOX (box), who_new (entrant));
  if (ahead && verdict != LIMBER_VERDICT_NONE)
    {
      GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      limber_verdict_chip_set (LIMBER_VERDICT_CHIP (chip), limber_verdict_id (verdict),
                               limber_wording_verdict (verdict), reason);
      limber_verdict_chip_set_why (LIMBER_VERDICT_CHIP (chip), why);
      gtk_box_append (GTK_BOX (place), chip);
      gtk_widget_set_size_request (place, CHIP_WIDTH, -1);
      gtk_box_append (GTK_BOX (box), place);
    }
  else
    g_object_unref (g_object_ref_sink (chip));
  gtk_box_append (GTK_BOX (box), advice_new (head, reason));
  if (ahead && standing != LIMBER_RACE_STANDING_READY)
    gtk_box_append (GTK_BOX (box), book_button_new (entrant, standing));
  gtk_box_append (GTK_BOX (box), menu_button_new (entrant));
  return row_around (box, name);
}
