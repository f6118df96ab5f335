/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/waiting.h"

G_BEGIN_DECLS

char     *limber_waiting_words (const LimberWaitingEntry *entry, GTimeZone *zone);
GVariant *limber_waiting_book_args (const LimberWaitingEntry *entry, const char *staff_id, gint64 start);

G_END_DECLS
