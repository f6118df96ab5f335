/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/body/body-picture.h"

G_BEGIN_DECLS

typedef enum {
  LIMBER_PICTURE_PNG,
  LIMBER_PICTURE_SVG,
} LimberPictureFormat;

void               limber_map_picture_copy (GtkWidget *widget, LimberBodyPicture *picture);
void               limber_map_picture_save (GtkWidget *widget, LimberBodyPicture *picture, LimberPictureFormat format,
                                            const char *name);
void               limber_map_picture_write (GtkWidget *widget, LimberBodyPicture *picture, const char *path);
void               limber_map_picture_print (GtkWidget *widget, LimberBodyPicture *picture, const char *name);
GtkPrintOperation *limber_map_picture_print_operation (LimberBodyPicture *picture, const char *name);

G_END_DECLS
