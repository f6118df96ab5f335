/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * LimberTopic:
 *
 * What a commit touched, as a mask; one bit for each record type (%LIMBER_TOPIC_SESSION covers the pauses too).
 */
typedef enum {
  LIMBER_TOPIC_SETTINGS = 1 << 0,
  LIMBER_TOPIC_STAFF = 1 << 1,
  LIMBER_TOPIC_TEAM = 1 << 2,
  LIMBER_TOPIC_CLIENT = 1 << 3,
  LIMBER_TOPIC_HEALTH = 1 << 4,
  LIMBER_TOPIC_APPOINTMENT = 1 << 5,
  LIMBER_TOPIC_WORKING_TIME = 1 << 6,
  LIMBER_TOPIC_SESSION = 1 << 7,
  LIMBER_TOPIC_FINDING = 1 << 8,
  LIMBER_TOPIC_ROM = 1 << 9,
  LIMBER_TOPIC_RACE = 1 << 10,
  LIMBER_TOPIC_NUDGE = 1 << 11,
  LIMBER_TOPIC_CONTACT = 1 << 12,
  LIMBER_TOPIC_WAITING = 1 << 13,
  LIMBER_TOPIC_ALL = (1 << 14) - 1,
} LimberTopic;
