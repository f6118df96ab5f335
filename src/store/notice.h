/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/** LimberNotice: something a desk was told; the id says what, to whom and of which day. */
typedef struct {
  LimberRecord base;
  gint64 shown_at;
} LimberNotice;

LIMBER_DECLARE_RECORD (LimberNotice, notice)

gboolean limber_notice_claim (LimberDb *db, const char *id, gboolean *claimed, GError **error);
gboolean limber_notice_release (LimberDb *db, const char *id, GError **error);
gboolean limber_notice_is_shown (LimberDb *db, const char *id, gboolean *shown, GError **error);

G_END_DECLS
