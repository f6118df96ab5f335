/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LimberOptions:
 * @demo: open a throwaway demo clinic
 * @database: (nullable): open this file instead of the default one
 * @now: (nullable): local time such as 2026-09-29T10:22 that the clock starts at
 * @page: (nullable): the page to show first
 * @tour: (nullable): walk through the pages, leave pictures in this folder and quit
 * @manner: (nullable): how the tour shows them, see limber_tour_start()
 * @service: started over D-Bus; show nothing until asked
 *
 * What the command line asked for.
 */
typedef struct {
  gboolean demo;
  char *database;
  char *now;
  char *page;
  char *tour;
  char *manner;
  gboolean service;
} LimberOptions;

#define LIMBER_TYPE_APPLICATION (limber_application_get_type ())
G_DECLARE_FINAL_TYPE (LimberApplication, limber_application, LIMBER, APPLICATION, AdwApplication)

LimberApplication *limber_application_new (const LimberOptions *options);
gboolean           limber_application_failed (LimberApplication *self);
const char        *limber_application_get_last_clinic (LimberApplication *self);
int                limber_application_main (int argc, char **argv);

G_END_DECLS
