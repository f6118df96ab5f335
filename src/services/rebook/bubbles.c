/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook/bubbles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "services/wording/wording-date.h"

#define NUDGE_CATEGORY "x-limber.rebook"
#define DAY_CATEGORY "x-limber.day"
#define ERROR_CATEGORY "transfer.error"

/** limber_bubble_free: (nullable) */
void
limber_bubble_free (LimberBubble *bubble)
{
  if (bubble == NULL)
    return;
  g_free (bubble->key);
  g_free (bubble->title);
  g_free (bubble->body);
  g_free (bubble->client_id);
  g_clear_pointer (&bubble->nudge_ids, g_ptr_array_unref);
  g_free (bubble);
}

static LimberBubble *
bubble_new (const char *key, const char *category)
{
  LimberBubble *bubble = g_new0 (LimberBubble, 1);

  bubble->key = g_strdup (key);
  bubble->category = category;
  bubble->nudge_ids = g_ptr_array_new_with_free_func (g_free);
  return bubble;
}

static LimberBubble *
bubble_of (const char *key, GPtrArray *nudges, gboolean in_private, gboolean has_buttons)
{
  LimberBubble *bubble = bubble_new (key, NUDGE_CATEGORY);

  bubble->title = limber_reminders_title (nudges, in_private);
  bubble->body = limber_reminders_body (nudges, has_buttons);
  bubble->page = "rebook";
  bubble->can_book = nudges->len == 1;
  if (bubble->can_book)
    bubble->client_id = g_strdup (key);
  for (guint i = 0; i < nudges->len; i++)
    g_ptr_array_add (bubble->nudge_ids, g_strdup (((LimberDueNudge *) nudges->pdata[i])->nudge_id));
  return bubble;
}

/**
 * limber_bubbles_of_nudges:
 * @nudges: (element-type LimberDueNudge): new at this moment
 *
 * Returns: (transfer full) (element-type LimberBubble): one for each, or one for all when there would be too many
 */
GPtrArray *
limber_bubbles_of_nudges (GPtrArray *nudges, gboolean in_private, gboolean has_buttons)
{
  GPtrArray *bubbles = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_bubble_free);

  if (limber_reminders_is_summary (nudges->len))
    {
      g_ptr_array_add (bubbles, bubble_of (LIMBER_BUBBLE_SUMMARY, nudges, in_private, has_buttons));
      return bubbles;
    }
  for (guint i = 0; i < nudges->len; i++)
    {
      LimberDueNudge *nudge = g_ptr_array_index (nudges, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, nudge);
      g_ptr_array_add (bubbles, bubble_of (nudge->client_id, one, in_private, has_buttons));
    }
  return bubbles;
}

static char *
first_name (const char *name)
{
  const char *blank = strchr (name, ' ');

  return blank != NULL ? g_strndup (name, (gsize) (blank - name)) : g_strdup (name);
}

static void
say_next_client (LimberBubble *bubble, const LimberDueNotice *notice, gint64 now, GTimeZone *zone, gboolean in_private)
{
  int minutes = (int) MAX (1, (notice->start_at - now + 30) / 60);
  g_autofree char *name = first_name (notice->client_name);
  g_autofree char *time = limber_wording_time (notice->start_at, zone);

  bubble->title = in_private ? g_strdup_printf (ngettext ("Next client in %d minute", "Next client in %d minutes",
                                                          (gulong) minutes),
                                                minutes)
                             : g_strdup_printf (ngettext ("%s in %d minute", "%s in %d minutes", (gulong) minutes), name,
                                                minutes);
  bubble->body = g_strdup_printf (_ ("At %s."), time);
  bubble->client_id = g_strdup (notice->client_id);
  bubble->page = "today";
  bubble->gone_at = notice->start_at;
}

static void
say_unconfirmed (LimberBubble *bubble, const LimberDueNotice *notice, LimberDate today)
{
  g_autofree char *day = limber_wording_near_day (notice->date, today);

  bubble->title = g_strdup_printf (ngettext ("%u appointment is not confirmed", "%u appointments are not confirmed",
                                             notice->count),
                                   notice->count);
  /* Translators: %s is a day, such as "Tomorrow". */
  bubble->body = g_strdup_printf (_ ("%s. The list is in the menu of Schedule."), day);
  bubble->page = "schedule";
}

static void
say_follow_ups (LimberBubble *bubble, const LimberDueNotice *notice)
{
  bubble->title = g_strdup_printf (ngettext ("%u question to a client", "%u questions to clients", notice->count),
                                   notice->count);
  bubble->body = g_strdup (_ ("How it went: they stand on the page Today."));
  bubble->page = "today";
}

static void
say_backup (LimberBubble *bubble, const LimberDueNotice *notice)
{
  bubble->title = g_strdup (_ ("The backup failed"));
  bubble->body = g_strdup (notice->text);
  bubble->page = "today";
  bubble->category = ERROR_CATEGORY;
  bubble->urgent = TRUE;
}

/**
 * limber_bubble_of_notice:
 * @notice: is borrowed
 *
 * Returns: (transfer full): what the notification says
 */
LimberBubble *
limber_bubble_of_notice (const LimberDueNotice *notice, gint64 now, GTimeZone *zone, gboolean in_private,
                         gboolean has_buttons)
{
  LimberBubble *bubble = bubble_new (notice->key, DAY_CATEGORY);

  bubble->notice = notice;
  switch (notice->kind)
    {
    case LIMBER_NOTICE_NEXT_CLIENT:
      say_next_client (bubble, notice, now, zone, in_private);
      break;
    case LIMBER_NOTICE_UNCONFIRMED:
      say_unconfirmed (bubble, notice, limber_date_from_instant (now, zone));
      break;
    case LIMBER_NOTICE_BACKUP_FAILED:
      say_backup (bubble, notice);
      break;
    default:
      say_follow_ups (bubble, notice);
      break;
    }
  if (!has_buttons)
    {
      g_autofree char *body = g_steal_pointer (&bubble->body);

      bubble->body = g_strconcat (body, "\n", _ ("To see more, open Limber."), NULL);
    }
  return bubble;
}
