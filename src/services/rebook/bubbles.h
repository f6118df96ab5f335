/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/rebook/notices.h"
#include "services/rebook/reminders.h"

G_BEGIN_DECLS

#define LIMBER_BUBBLE_SUMMARY "summary"

/**
 * LimberBubble:
 * @key: a client's id, %LIMBER_BUBBLE_SUMMARY, or the key of a notice
 * @client_id: (nullable): to open with a click
 * @page: (nullable): to open with a click, without a client
 * @can_book: has the buttons Book and Later
 * @nudge_ids: (element-type utf8): the nudges that it shows; it goes when all are answered
 * @notice: (nullable): borrowed, for a notice
 * @urgent: stays in sight and breaks through
 * @gone_at: when it says nothing true any more, UTC seconds; 0 for never
 *
 * What a notification says, without a word about health; in private without a name.
 */
typedef struct {
  char *key;
  char *title;
  char *body;
  char *client_id;
  const char *page;
  const char *category;
  gboolean can_book;
  gboolean urgent;
  gint64 gone_at;
  GPtrArray *nudge_ids;
  const LimberDueNotice *notice;
} LimberBubble;

GPtrArray *limber_bubbles_of_nudges (GPtrArray *nudges, gboolean in_private, gboolean has_buttons);
LimberBubble *limber_bubble_of_notice (const LimberDueNotice *notice, gint64 now, GTimeZone *zone, gboolean in_private,
                                       gboolean has_buttons);
void       limber_bubble_free (LimberBubble *bubble);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberBubble, limber_bubble_free)

G_END_DECLS
