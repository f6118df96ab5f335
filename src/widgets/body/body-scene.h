/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/body/body-figure.h"
#include "widgets/body/body-ink.h"
#include "widgets/body/body-map.h"
#include "widgets/body/body-pen.h"

G_BEGIN_DECLS

/**
 * LimberBodyScene:
 *
 * One view of the body with all that is marked on it, whatever it is drawn with. Borrows everything.
 */
typedef struct {
  LimberView view;
  LimberBodyFigure *figure;
  const LimberBodyMark *marks;
  gsize n_marks;
  const LimberBodySpot *forbidden;
  gsize n_forbidden;
} LimberBodyScene;

/* The part of the artwork without its margins: the same for both views, so that they stand at one height. */
#define LIMBER_BODY_FRAME ((LimberBodyBox) { 10, 12, 380, 824 })

gboolean limber_body_shape_stands_for (const LimberBodyShape *shape, LimberArea area, LimberSide side);
gboolean limber_body_scene_is_forbidden (const LimberBodyScene *scene, const LimberBodyShape *shape);
int      limber_body_mark_bin (const LimberBodyMark *mark);
gboolean limber_body_mark_is_home (const LimberBodyMark *mark, LimberView view);

void limber_body_scene_draw_ground (const LimberBodyScene *scene, LimberBodyPen *pen, const LimberBodyInk *ink);
void limber_body_scene_draw_shape (const LimberBodyScene *scene, LimberBodyPen *pen, const LimberBodyInk *ink,
                                   const LimberBodyShape *shape);
void limber_body_scene_draw_halo (LimberBodyPen *pen, const LimberBodyInk *ink, const LimberBodyShape *shape,
                                  gboolean thin);
void limber_body_scene_draw_pills (const LimberBodyScene *scene, LimberBodyPen *pen, const LimberBodyInk *ink);

G_END_DECLS
