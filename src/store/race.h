/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberRace:
 * @km: 0 when unknown
 *
 * An event that clients run; shared by them.
 */
typedef struct {
  LimberRecord base;
  char *name;
  LimberDate first_on;
  LimberDate last_on;
  double km;
  char *place;
} LimberRace;

LIMBER_DECLARE_RECORD (LimberRace, race)

/**
 * LimberRaceEntry:
 * @hard_on: the last hard workout before it
 * @legs: 0 to 10, -1 while unasked
 * @target: (nullable): how the runner wants to feel on the day
 * @areas_asked_on: when the client said where it hurts afterwards, none while unasked
 *
 * One client in one race.
 */
typedef struct {
  LimberRecord base;
  char *race_id;
  char *client_id;
  gboolean goal;
  LimberDate hard_on;
  int legs;
  int confidence;
  LimberDate answered_on;
  char *target;
  LimberDate areas_asked_on;
} LimberRaceEntry;

LIMBER_DECLARE_RECORD (LimberRaceEntry, race_entry)

G_END_DECLS
