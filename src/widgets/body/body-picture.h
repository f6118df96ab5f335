/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/body/body-map.h"

G_BEGIN_DECLS

/** LimberBodyPicture: a body map as it was at one moment, for clipboard, files and paper. Immutable, counted. */
typedef struct _LimberBodyPicture LimberBodyPicture;

LimberBodyPicture *limber_body_picture_new (LimberBodyMap *map, const char *title, const char *subtitle);
LimberBodyPicture *limber_body_picture_ref (LimberBodyPicture *picture);
void               limber_body_picture_unref (LimberBodyPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberBodyPicture, limber_body_picture_unref)

void    limber_body_picture_get_size (LimberBodyPicture *picture, double *width, double *height);
void    limber_body_picture_draw (LimberBodyPicture *picture, cairo_t *cr);
GBytes *limber_body_picture_to_png (LimberBodyPicture *picture, GError **error);
GBytes *limber_body_picture_to_svg (LimberBodyPicture *picture);

G_END_DECLS
