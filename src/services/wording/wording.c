/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording.h"

#include <glib/gi18n-lib.h>

static const char *
word (const char *const *words, gsize n, guint value)
{
  return value < n && words[value] ? _(words[value]) : "";
}

#define WORD(words, value) word ((words), G_N_ELEMENTS (words), (guint) (value))

static const char *const verdicts[] = {
  [LIMBER_VERDICT_AVOID] = N_("avoid"),
  [LIMBER_VERDICT_LIGHT_ONLY] = N_("light work only"),
  [LIMBER_VERDICT_EARLY] = N_("early"),
  [LIMBER_VERDICT_CAUTION] = N_("caution"),
  [LIMBER_VERDICT_ACCEPTABLE] = N_("acceptable"),
  [LIMBER_VERDICT_IDEAL] = N_("ideal"),
  [LIMBER_VERDICT_FINE] = N_("fine"),
  [LIMBER_VERDICT_NORMAL] = N_("normal"),
};

/** limber_wording_verdict: Returns: what a date is worth, in a word or two. */
const char *
limber_wording_verdict (LimberVerdict value)
{
  return WORD (verdicts, value);
}

static const char *const cadence_states[] = {
  [LIMBER_CADENCE_STATE_NEW] = N_("new"),
  [LIMBER_CADENCE_STATE_NOT_DUE] = N_("not due"),
  [LIMBER_CADENCE_STATE_DUE] = N_("due"),
  [LIMBER_CADENCE_STATE_OVERDUE] = N_("overdue"),
};

/** limber_wording_cadence_state: Returns: where a client stands between two visits. */
const char *
limber_wording_cadence_state (LimberCadenceState value)
{
  return WORD (cadence_states, value);
}

static const char *const reminder_states[] = {
  [LIMBER_REMINDER_STATE_OPTED_OUT] = N_("no reminders"),
  [LIMBER_REMINDER_STATE_PAUSED] = N_("paused"),
  [LIMBER_REMINDER_STATE_BOOKED] = N_("booked"),
  [LIMBER_REMINDER_STATE_SNOOZED] = N_("snoozed"),
  [LIMBER_REMINDER_STATE_LAPSED] = N_("lapsed"),
  [LIMBER_REMINDER_STATE_NEW] = N_("new"),
  [LIMBER_REMINDER_STATE_OVERDUE] = N_("overdue"),
  [LIMBER_REMINDER_STATE_DUE] = N_("due"),
  [LIMBER_REMINDER_STATE_NOT_DUE] = N_("not due"),
};

/** limber_wording_reminder_state: Returns: where a client's reminders stand. */
const char *
limber_wording_reminder_state (LimberReminderState value)
{
  return WORD (reminder_states, value);
}

static const char *const ideal_sources[] = {
  [LIMBER_IDEAL_SOURCE_DEFAULT] = N_("the usual days"),
  [LIMBER_IDEAL_SOURCE_EXTRA_DAYS] = N_("moved earlier by the extra days"),
  [LIMBER_IDEAL_SOURCE_LEARNED] = N_("learned from past races"),
  [LIMBER_IDEAL_SOURCE_PINNED] = N_("pinned by the therapist"),
};

/** limber_wording_ideal_source: Returns: where an ideal window comes from. */
const char *
limber_wording_ideal_source (LimberIdealSource value)
{
  return WORD (ideal_sources, value);
}

static const char *const rule_sources[] = {
  [LIMBER_RULE_A1] = N_("The article advises a massage every two to three weeks."),
  [LIMBER_RULE_A2] = N_("The article speaks of half an hour to an hour."),
  [LIMBER_RULE_B1] = N_("The article finds three to seven days before a race workable."),
  [LIMBER_RULE_B2] = N_("The article prefers four to five days before a race, for a few easy days in between."),
  [LIMBER_RULE_B4] = N_("The article advises against deep work on the day before; light work is the most it allows."),
  [LIMBER_RULE_B5] = N_("Convention: the article names no rule for this day."),
  [LIMBER_RULE_B6] = N_("The article keeps a few easy days to get over the after-effects of a massage."),
  [LIMBER_RULE_B7] = N_("The article places the massage after the last workout before the race."),
  [LIMBER_RULE_C1] = N_("The article tells of tight spots that the runner did not know about."),
  [LIMBER_RULE_C2] = N_("The article gives a worrying body some extra days before a goal race."),
  [LIMBER_RULE_D1] = N_("The article calls the timing individual and asks for some experimenting."),
  [LIMBER_RULE_D2] = N_("The therapist's own decision."),
  [LIMBER_RULE_E1] = N_("The article waits three to four days after short races and about a week after a "
                          "marathon; in between is interpolated."),
  [LIMBER_RULE_E2] = N_("The article found everything too tender on the day after a race."),
  [LIMBER_RULE_E3] = N_("The article takes a few days to find out where the real trouble is."),
  [LIMBER_RULE_F] = N_("The article turns to self-care when the pause gets longer than planned."),
  [LIMBER_RULE_G] = N_("The article says that runners and teams recommend a good therapist to each other."),
  [LIMBER_RULE_K1] = N_("Convention: a contraindication goes before everything else."),
  [LIMBER_RULE_H] = N_("The article asks for a therapist with practice in the kind of work."),
};

/** limber_wording_rule_source: Returns: where a rule comes from, one sentence. */
const char *
limber_wording_rule_source (LimberRule value)
{
  return WORD (rule_sources, value);
}

