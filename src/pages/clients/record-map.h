/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/body-history.h"
#include "store/client-file.h"
#include "widgets/adaptive-bin.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_MAP (limber_record_map_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordMap, limber_record_map, LIMBER, RECORD_MAP, GtkWidget)

void limber_record_map_set_history (LimberRecordMap *self, const LimberClientFile *file,
                                    const LimberBodyHistory *history);
void limber_record_map_set_selected (LimberRecordMap *self, LimberArea area, LimberSide side);
void limber_record_map_set_width (LimberRecordMap *self, LimberWidth width);

G_END_DECLS
