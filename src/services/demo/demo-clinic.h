/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "domain/date.h"
#include "store/db/db.h"

G_BEGIN_DECLS

#define LIMBER_DEMO_CLIENTS 128
#define LIMBER_DEMO_CLIENTS_MAX 200000
#define LIMBER_DEMO_SEED 1
/* 10:22: one client is on the table, others have been or are to come. */
#define LIMBER_DEMO_MINUTE (10 * 60 + 22)

/**
 * LimberDemoOptions:
 * @clients: how many; the first ones are always the same persons
 * @seed: the same seed gives the same clinic
 * @today: the day around which everything happens
 * @minute: the time of that day, minutes since midnight
 * @zone: of the clinic
 */
typedef struct {
  guint clients;
  guint32 seed;
  LimberDate today;
  int minute;
  GTimeZone *zone;
} LimberDemoOptions;

void     limber_demo_options_init (LimberDemoOptions *options, LimberDate today, GTimeZone *zone);
gboolean limber_demo_create (const char *path, const LimberDemoOptions *options, GCancellable *cancellable,
                             GError **error);
gboolean limber_demo_fill (LimberDb *db, const LimberDemoOptions *options, GCancellable *cancellable,
                           GError **error);

G_END_DECLS
