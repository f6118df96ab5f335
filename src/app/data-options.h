/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/arguments.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/**
 * LimberDataOptions:
 * @database: the clinic's file; after parsing never %NULL
 * @json: the format asked for; text otherwise
 * @file: (nullable): the one argument that is no option
 * @on: the day asked about; after parsing never none
 *
 * What the verbs that work on clinics are asked for. Each knows some of these.
 */
typedef struct {
  char *database;
  gboolean database_given;
  gboolean json;
  gboolean dry_run;
  char *file;
  LimberDate on;
  int clients;
  guint32 seed;
} LimberDataOptions;

/** LimberDataReport: Returns: what to print about the clinic of @db, which stands still meanwhile. */
typedef char *(*LimberDataReport) (LimberDb *db, const LimberDataOptions *options, GError **error);

gboolean limber_data_options_parse (LimberDataOptions *options, const LimberArgument *known, gboolean takes_file,
                                    int argc, const char *const *argv, GError **error);
char    *limber_data_options_report (const LimberDataOptions *options, LimberDataReport report, GError **error);
void     limber_data_options_clear (LimberDataOptions *options);

gboolean limber_data_set_database (gpointer data, const char *value, GError **error);
gboolean limber_data_set_format (gpointer data, const char *value, GError **error);
gboolean limber_data_set_dry_run (gpointer data, const char *value, GError **error);
gboolean limber_data_set_on (gpointer data, const char *value, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LimberDataOptions, limber_data_options_clear)

G_END_DECLS
