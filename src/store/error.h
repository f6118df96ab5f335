/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LimberStoreError:
 * @LIMBER_STORE_ERROR_FAILED: anything else
 * @LIMBER_STORE_ERROR_CONFLICT: somebody changed the row since it was read; load it again
 * @LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT: a person has to say "anyway", with a reason
 * @LIMBER_STORE_ERROR_OVERLAP: the therapist is already taken at that time
 * @LIMBER_STORE_ERROR_GONE: the row, or one it refers to, does not exist (any more)
 * @LIMBER_STORE_ERROR_BUSY: another program holds the database; try again
 * @LIMBER_STORE_ERROR_FULL: the disk is full
 * @LIMBER_STORE_ERROR_READ_ONLY: the database cannot be written
 * @LIMBER_STORE_ERROR_CORRUPT: the file is damaged
 * @LIMBER_STORE_ERROR_NEWER: a later version of Limber made the file
 * @LIMBER_STORE_ERROR_NOT_FOUND: there is no database file
 * @LIMBER_STORE_ERROR_EXISTS: there is another row where only one may be
 * @LIMBER_STORE_ERROR_FOREIGN: the file is not a Limber database
 *
 * What a person can act on. The messages are translated, whole sentences.
 */
typedef enum {
  LIMBER_STORE_ERROR_FAILED,
  LIMBER_STORE_ERROR_CONFLICT,
  LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT,
  LIMBER_STORE_ERROR_OVERLAP,
  LIMBER_STORE_ERROR_GONE,
  LIMBER_STORE_ERROR_BUSY,
  LIMBER_STORE_ERROR_FULL,
  LIMBER_STORE_ERROR_READ_ONLY,
  LIMBER_STORE_ERROR_CORRUPT,
  LIMBER_STORE_ERROR_NEWER,
  LIMBER_STORE_ERROR_NOT_FOUND,
  LIMBER_STORE_ERROR_EXISTS,
  LIMBER_STORE_ERROR_FOREIGN,
} LimberStoreError;

#define LIMBER_STORE_ERROR (limber_store_error_quark ())

GQuark limber_store_error_quark (void);

G_END_DECLS
