/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/booking/booking.h"

G_BEGIN_DECLS

/**
 * LimberSeriesQuery:
 * @first: what the first visit is; its reason and acknowledgements are for it alone
 * @weeks: between two visits
 * @times: visits, the first included
 */
typedef struct {
  LimberBookingRequest *first;
  int weeks;
  int times;
} LimberSeriesQuery;

/**
 * LimberSeriesDate:
 * @preview: what speaks against @start_at
 * @against: whether anything does that is more than a remark
 * @instead: a start near by against which nothing speaks, 0 when there is none within three days
 */
typedef struct {
  gint64 start_at;
  LimberBookingPreview *preview;
  gboolean against;
  gint64 instead;
} LimberSeriesDate;

LimberSeriesQuery *limber_series_query_new (const LimberBookingRequest *first, int weeks, int times);
void               limber_series_query_free (LimberSeriesQuery *query);
void               limber_series_date_free (LimberSeriesDate *date);

/* Jobs for the store (LimberStoreFunc). The first judges every date and writes nothing: @data is a LimberSeriesQuery, the
 * result a GPtrArray of LimberSeriesDate. The second books all of a GPtrArray of LimberBookingRequest in one transaction, or
 * none; the result is a GPtrArray of LimberAppointment. The third takes such an array of appointments back. */
gpointer limber_series_preview (LimberDb *db, gpointer data, GError **error);
gpointer limber_series_book (LimberDb *db, gpointer data, GError **error);
gpointer limber_series_cancel (LimberDb *db, gpointer data, GError **error);

G_END_DECLS
