/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/demo/demo-private.h"

#include "store/working-time.h"

#define SLOTS 8
#define SLOT_MINUTES 75

/* When a visit may begin, so that an hour and its turnover fit before the next one. */
static const struct {
  int starts[SLOTS];
  int n;
} books[] = {
  { { 480, 555, 630, 780, 855, 930 }, 6 },
  { { 540, 615, 690, 795, 870, 945, 1020 }, 7 },
  { { 720, 795, 870, 945, 1020, 1095 }, 6 },
};

static const struct {
  guint staff;
  int from, to;
  gboolean saturday;
} hours[] = {
  { STAFF_INES, 480, 720, FALSE }, { STAFF_INES, 780, 1020, FALSE }, { STAFF_INES, 540, 780, TRUE },
  { STAFF_JONAH, 540, 750, FALSE }, { STAFF_JONAH, 795, 1080, FALSE },
  { STAFF_PRIYA, 720, 1170, FALSE },
};

static gboolean
is_taken (LimberDemo *demo, guint staff, LimberDate date, int slot)
{
  return g_hash_table_contains (demo->taken, GINT_TO_POINTER ((int) ((date * SLOTS + slot) * 16 + (int) staff) + 1));
}

static void
take (LimberDemo *demo, guint staff, LimberDate date, int slot)
{
  g_hash_table_add (demo->taken, GINT_TO_POINTER ((int) ((date * SLOTS + slot) * 16 + (int) staff) + 1));
}

/** limber_demo_take: marks all slots that a visit touches, turnover included, as taken */
void
limber_demo_take (LimberDemo *demo, const LimberDemoTime *time, int minutes)
{
  const int *starts = books[time->staff % G_N_ELEMENTS (books)].starts;

  for (int slot = 0; slot < books[time->staff % G_N_ELEMENTS (books)].n; slot++)
    if (starts[slot] < time->minute + minutes + 15 && time->minute < starts[slot] + SLOT_MINUTES)
      take (demo, time->staff, time->date, slot);
}

static gboolean
find_on_day (LimberDemo *demo, guint staff, LimberDate date, LimberDemoTime *time)
{
  int n = books[staff % G_N_ELEMENTS (books)].n, first = limber_demo_roll (demo, 0, n - 1);

  if (limber_date_weekday (date) > 5)
    return FALSE;
  for (int i = 0; i < n; i++)
    if (!is_taken (demo, staff, date, (first + i) % n))
      {
        take (demo, staff, date, (first + i) % n);
        *time = (LimberDemoTime) { staff, date, books[staff % G_N_ELEMENTS (books)].starts[(first + i) % n] };
        return TRUE;
      }
  return FALSE;
}

/**
 * limber_demo_find_slot:
 * @near_date: wanted; up to four days before or after it are tried, but never past today or before tomorrow
 * @must_fit: whether to give up when everybody is taken; otherwise the visit stands beside another one
 */
gboolean
limber_demo_find_slot (LimberDemo *demo, guint staff, LimberDate near_date, gboolean must_fit, LimberDemoTime *time)
{
  LimberDate today = demo->options->today;
  gboolean past = near_date < today;

  for (int i = 0; i < 9; i++)
    {
      LimberDate date = near_date + (i % 2 ? -(i + 1) / 2 : i / 2);

      if (past ? date >= today : date <= today)
        continue;
      for (guint k = 0; k < MIN (demo->n_staff, 3); k++)
        if (find_on_day (demo, (staff + k) % demo->n_staff, date, time))
          return TRUE;
    }
  *time = (LimberDemoTime) { staff, near_date, books[staff % G_N_ELEMENTS (books)].starts[near_date % 6] };
  return !must_fit;
}

void
limber_demo_put_hours (LimberDemo *demo)
{
  for (guint staff = 0; staff < demo->n_staff; staff++)
    for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
      for (int weekday = hours[i].saturday ? 6 : 1; weekday <= (hours[i].saturday ? 6 : 5); weekday++)
        if (hours[i].staff == staff % 3)
          {
            LimberWorkingHours *record = limber_working_hours_new ();

            record->staff_id = g_strdup (demo->staff[staff]);
            record->weekday = weekday;
            record->from_minute = hours[i].from;
            record->to_minute = hours[i].to;
            limber_demo_put (demo, &limber_working_hours_type, record);
          }
}
