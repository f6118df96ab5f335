/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/time-grid/time-values.h"

static void
stretch_clear (gpointer data)
{
  g_free (((LimberTimeStretch *) data)->text);
}

static GArray *
stretches_new (void)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (LimberTimeStretch));

  g_array_set_clear_func (stretches, stretch_clear);
  return stretches;
}

/** limber_time_column_new: Returns: (transfer full): a column without a colour in which nothing is open. */
LimberTimeColumn *
limber_time_column_new (void)
{
  LimberTimeColumn *column = g_new0 (LimberTimeColumn, 1);

  column->color = -1;
  column->open = stretches_new ();
  column->hatched = stretches_new ();
  return column;
}

void
limber_time_column_free (LimberTimeColumn *column)
{
  if (column == NULL)
    return;
  g_free (column->title);
  g_free (column->number);
  g_free (column->detail);
  g_free (column->race);
  g_free (column->name);
  g_free (column->action);
  g_array_unref (column->open);
  g_array_unref (column->hatched);
  g_free (column);
}

/** limber_time_column_add: appends @from … @to, cut to the day; nothing is left of it when it lies outside. */
void
limber_time_column_add (GArray *stretches, int from, int to, const char *text)
{
  LimberTimeStretch stretch = { MAX (from, 0), MIN (to, LIMBER_TIME_DAY), NULL };

  if (stretch.to <= stretch.from)
    return;
  stretch.text = g_strdup (text);
  g_array_append_val (stretches, stretch);
}

LimberTimeBlock *
limber_time_block_new (void)
{
  LimberTimeBlock *block = g_new0 (LimberTimeBlock, 1);

  block->color = -1;
  return block;
}

LimberTimeBlock *
limber_time_block_copy (const LimberTimeBlock *block)
{
  LimberTimeBlock *copy = g_memdup2 (block, sizeof *block);

  copy->id = g_strdup (block->id);
  copy->title = g_strdup (block->title);
  copy->icon = g_strdup (block->icon);
  copy->detail = g_strdup (block->detail);
  copy->time = g_strdup (block->time);
  copy->verdict = g_strdup (block->verdict);
  copy->word = g_strdup (block->word);
  copy->reason = g_strdup (block->reason);
  copy->race = g_strdup (block->race);
  copy->name = g_strdup (block->name);
  return copy;
}

void
limber_time_block_free (LimberTimeBlock *block)
{
  if (block == NULL)
    return;
  g_free (block->id);
  g_free (block->title);
  g_free (block->icon);
  g_free (block->detail);
  g_free (block->time);
  g_free (block->verdict);
  g_free (block->word);
  g_free (block->reason);
  g_free (block->race);
  g_free (block->name);
  g_free (block);
}

static gboolean
overlap (const LimberTimeBlock *one, const LimberTimeBlock *two)
{
  return one->column == two->column && one->from < two->to && two->from < one->to;
}

/* The first lane in which nobody of the group @start … @i is in the way. */
static guint
free_lane (const GPtrArray *blocks, const LimberTimeLane *lanes, guint start, guint i)
{
  for (guint lane = 0;; lane++)
    {
      gboolean taken = FALSE;

      for (guint j = start; j < i && !taken; j++)
        taken = lanes[j].lane == lane && overlap (blocks->pdata[j], blocks->pdata[i]);
      if (!taken)
        return lane;
    }
}

/**
 * limber_time_lanes:
 * @blocks: (element-type LimberTimeBlock): by column, then by start
 *
 * Blocks that overlap, directly or through others, share the width of their column.
 *
 * Returns: (transfer full) (array): a lane for each block
 */
LimberTimeLane *
limber_time_lanes (const GPtrArray *blocks)
{
  LimberTimeLane *lanes = g_new0 (LimberTimeLane, MAX (blocks->len, 1));
  guint start = 0;

  while (start < blocks->len)
    {
      const LimberTimeBlock *first = blocks->pdata[start];
      int reach = first->to;
      guint end = start, n_lanes = 1;

      for (; end < blocks->len; end++)
        {
          const LimberTimeBlock *block = blocks->pdata[end];

          if (block->column != first->column || (end > start && block->from >= reach))
            break;
          lanes[end].lane = free_lane (blocks, lanes, start, end);
          n_lanes = MAX (n_lanes, lanes[end].lane + 1);
          reach = MAX (reach, block->to);
        }
      for (; start < end; start++)
        lanes[start].n_lanes = n_lanes;
    }
  return lanes;
}
