/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"

G_BEGIN_DECLS

/** LimberDateOrder: how the numbers of a date follow each other. */
typedef enum {
  LIMBER_DATE_ORDER_DMY,
  LIMBER_DATE_ORDER_MDY,
  LIMBER_DATE_ORDER_YMD,
} LimberDateOrder;

LimberDateOrder limber_date_input_order (void);
LimberDate      limber_date_input_parse (const char *text, LimberDateOrder order, LimberDate today);

G_END_DECLS
