/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/palette.h"
#include "widgets/race-picture.h"

G_BEGIN_DECLS

struct _LimberRacePicture {
  GtkWidget parent_instance;

  LimberDate first;
  LimberDate last;
  LimberDate today;
  LimberDate last_hard;
  GArray *days;
  GArray *visits;
  GArray *pairs;
  int sweet_spot;
  const char *const *words;
  int cursor;
};

static inline const LimberPictureDay *
limber_race_picture_day (LimberRacePicture *self, guint index)
{
  return &g_array_index (self->days, LimberPictureDay, index);
}

/* Index of @date among the days of a picture; possibly outside. */
static inline int
limber_race_picture_index_of (LimberRacePicture *self, LimberDate date)
{
  return self->days->len > 0 ? date - limber_race_picture_day (self, 0)->date : 0;
}

double limber_race_picture_height (LimberRacePicture *self);
int    limber_race_picture_index_at (LimberRacePicture *self, double x);
void   limber_race_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
