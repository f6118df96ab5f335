/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/body/body-scene.h"

G_BEGIN_DECLS

char *limber_body_name_mark (const LimberBodyMark *mark, const LimberBodyWords *words);
char *limber_body_name_shape (const LimberBodyScene *scene, const LimberBodyShape *shape,
                              const LimberBodyWords *words);

G_END_DECLS
