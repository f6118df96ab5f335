/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/body-area.h"
#include "domain/tension.h"
#include "widgets/words.h"

G_BEGIN_DECLS

/**
 * LimberBodyMark:
 * @severity: the last known, 0–10, or %LIMBER_SEVERITY_UNKNOWN
 * @pending: being saved; drawn paler
 * @trend: compared with the last visit
 * @count: how often the area was found: a mark of counts has no type and no severity, but the largest count of
 *   the map in @most; limber_body_map_set_counts() makes them
 *
 * One finding on the map. @side is left, right or midline; both takes two marks (it is also understood).
 */
typedef struct {
  LimberArea area;
  LimberSide side;
  LimberFindingType type;
  int severity;
  gboolean unaware;
  gboolean pending;
  LimberTrend trend;
  int count;
  int most;
} LimberBodyMark;

/** LimberBodyCount: how often something was found on an area, by one client or by the whole clinic. */
typedef struct {
  LimberArea area;
  LimberSide side;
  int count;
} LimberBodyCount;

typedef struct {
  LimberArea area;
  LimberSide side;
} LimberBodySpot;

#define LIMBER_TYPE_BODY_MAP (limber_body_map_get_type ())
G_DECLARE_FINAL_TYPE (LimberBodyMap, limber_body_map, LIMBER, BODY_MAP, GtkWidget)

/* Properties: single-view (boolean), view (int, LimberView), legend (boolean).
 * Signal: area-activated (int area, int side). */
GtkWidget *limber_body_map_new (void);
void       limber_body_map_set_words (LimberBodyMap *self, const LimberBodyWords *words);
void       limber_body_map_set_marks (LimberBodyMap *self, const LimberBodyMark *marks, gsize n_marks);
void       limber_body_map_set_counts (LimberBodyMap *self, const LimberBodyCount *counts, gsize n_counts);
void       limber_body_map_set_forbidden (LimberBodyMap *self, const LimberBodySpot *spots, gsize n_spots);
void       limber_body_map_set_selected (LimberBodyMap *self, LimberArea area, LimberSide side);
void       limber_body_map_get_selected (LimberBodyMap *self, LimberArea *area, LimberSide *side);
void       limber_body_map_set_single_view (LimberBodyMap *self, gboolean single);
void       limber_body_map_set_view (LimberBodyMap *self, LimberView view);
void       limber_body_map_turn_to_marks (LimberBodyMap *self);
void       limber_body_map_set_legend (LimberBodyMap *self, gboolean legend);
void       limber_body_map_set_brief (LimberBodyMap *self, gboolean brief);
GArray    *limber_body_map_copy_marks (LimberBodyMap *self);
GArray    *limber_body_map_copy_forbidden (LimberBodyMap *self);
const LimberBodyWords *limber_body_map_get_words (LimberBodyMap *self);
GtkWidget *limber_body_map_find_area (LimberBodyMap *self, LimberArea area, LimberSide side);
GtkWidget *limber_body_map_neighbour (LimberBodyMap *self, GtkWidget *spot, guint arrow);
gboolean   limber_body_map_get_area_rect (LimberBodyMap *self, LimberArea area, LimberSide side,
                                          GdkRectangle *rect);

G_END_DECLS
