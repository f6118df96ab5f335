/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/race-rules.h"

G_BEGIN_DECLS

/** LimberPictureDay: @reading: all about the day in words; read out, and the tooltip. */
typedef struct {
  LimberDate date;
  LimberVerdict deep;
  LimberVerdict light;
  const char *reading;
} LimberPictureDay;

/** LimberPictureVisit: @text: (nullable): stands beside the mark. @done: a session, else an appointment. */
typedef struct {
  LimberDate date;
  gboolean done;
  const char *text;
} LimberPictureVisit;

/**
 * LimberPicture:
 * @days: one after the other, without gaps
 * @last_hard: day of the last hard workout, none when unknown
 * @pairs: how past races felt, by the lead of the last session before them
 * @sweet_spot: the lead that went best, 0 for none
 * @words: (array): the words of the verdicts, by LimberVerdict; borrowed for as long as the widget lives
 *
 * What a race picture shows. Everything is given: the widget judges nothing.
 */
typedef struct {
  LimberDate first;
  LimberDate last;
  LimberDate today;
  LimberDate last_hard;
  const LimberPictureDay *days;
  gsize n_days;
  const LimberPictureVisit *visits;
  gsize n_visits;
  const LimberRacePair *pairs;
  gsize n_pairs;
  int sweet_spot;
  const char *const *words;
} LimberPicture;

#define LIMBER_TYPE_RACE_PICTURE (limber_race_picture_get_type ())
G_DECLARE_FINAL_TYPE (LimberRacePicture, limber_race_picture, LIMBER, RACE_PICTURE, GtkWidget)

/* Signals: day-changed, when another day is pointed at by key or click; day-activated, a free day, by click or Enter. */
GtkWidget  *limber_race_picture_new (void);
void        limber_race_picture_set (LimberRacePicture *self, const LimberPicture *picture);
gboolean    limber_race_picture_day_is_free (LimberRacePicture *self);
LimberDate  limber_race_picture_get_day (LimberRacePicture *self);
const char *limber_race_picture_get_reading (LimberRacePicture *self);

G_END_DECLS
