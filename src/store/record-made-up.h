/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/* For the generator of demo clinics alone: a row that nobody wrote, and so without an entry in the change log. */
gboolean limber_record_insert_made_up (LimberDb *db, const LimberRecordType *type, gpointer record, GError **error);

G_END_DECLS
