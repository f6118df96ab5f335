/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a time grid shows, as plain values. Minutes are those of the wall clock, counted from midnight. */

#define LIMBER_TIME_STEP 15
#define LIMBER_TIME_DAY 1440
/* Blocks have the colour of a therapist by number, or from here on that of a status. */
#define LIMBER_TIME_COLOR_STATUS 100

/** LimberTimeStretch: @text: (nullable): why, for hatched stretches */
typedef struct {
  int from;
  int to;
  char *text;
} LimberTimeStretch;

/**
 * LimberTimeColumn:
 * @title: "Ines Calder", or "Tue" beside a @number
 * @number: (nullable): the day of the month, when the columns are days
 * @detail: (nullable): "45 min free"
 * @race: (nullable): what is run on that day
 * @name: what a screen reader calls the column, also inside "11:00, Ines Calder, free"
 * @action: (nullable): what pressing the head does
 * @color: number of a therapist's colour, negative for none
 * @today: the line of the present moment crosses it
 * @accent: the column stands out
 * @open: (element-type LimberTimeStretch): working hours
 * @hatched: (element-type LimberTimeStretch): breaks, closures
 */
typedef struct {
  char *title;
  char *number;
  char *detail;
  char *race;
  char *name;
  char *action;
  int color;
  gboolean today;
  gboolean accent;
  GArray *open;
  GArray *hatched;
} LimberTimeColumn;

/**
 * LimberTimeLook:
 * @LIMBER_TIME_LOOK_DONE: over, so it steps back
 * @LIMBER_TIME_LOOK_RUNNING: under way: accent, in front of the line of the present moment
 * @LIMBER_TIME_LOOK_GHOST: no appointment, only room for one
 * @LIMBER_TIME_LOOK_LIFTED: being moved
 */
typedef enum {
  LIMBER_TIME_LOOK_PLAIN,
  LIMBER_TIME_LOOK_DONE,
  LIMBER_TIME_LOOK_RUNNING,
  LIMBER_TIME_LOOK_GHOST,
  LIMBER_TIME_LOOK_LIFTED,
} LimberTimeLook;

/**
 * LimberTimeBlock:
 * @id: of what it stands for
 * @version: carried along for whoever moves it
 * @turnover: minutes of the hatched tail
 * @icon: (nullable): of the status
 * @detail: the second line, @time the part of it that is left when there is little room
 * @verdict: (nullable): the id of a verdict that is worth a chip, with its @word and @reason
 * @race: (nullable): beside a flag, "12 d"
 * @name: what a screen reader says
 * @movable: a person may move and resize it
 */
typedef struct {
  char *id;
  gint64 version;
  guint column;
  int from;
  int to;
  int turnover;
  int color;
  LimberTimeLook look;
  char *title;
  char *icon;
  char *detail;
  char *time;
  char *verdict;
  char *word;
  char *reason;
  char *race;
  char *name;
  gboolean movable;
} LimberTimeBlock;

/** LimberTimeLane: the share of its column that a block takes when others overlap it. */
typedef struct {
  guint lane;
  guint n_lanes;
} LimberTimeLane;

LimberTimeColumn *limber_time_column_new (void);
void              limber_time_column_free (LimberTimeColumn *column);
void              limber_time_column_add (GArray *stretches, int from, int to, const char *text);
LimberTimeBlock  *limber_time_block_new (void);
LimberTimeBlock  *limber_time_block_copy (const LimberTimeBlock *block);
void              limber_time_block_free (LimberTimeBlock *block);
LimberTimeLane   *limber_time_lanes (const GPtrArray *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberTimeColumn, limber_time_column_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberTimeBlock, limber_time_block_free)

G_END_DECLS
