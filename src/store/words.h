/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char      *limber_words_fold (const char *text);
char      *limber_words_sort_key (const char *name);
GPtrArray *limber_words_split (const char *text);
void       limber_words_add_text (GHashTable *words, const char *text);
void       limber_words_add_phone (GHashTable *words, const char *phone);
char      *limber_words_phone (const char *text);

G_END_DECLS
