/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wait.h"

static inline void
count_frame (GdkFrameClock *clock, guint *painted)
{
  ++*painted;
}

/* Waits until the frame after the next has been painted: the next one gives everything its place, and what is asked
 * for on that occasion stands in the one after it. */
static inline void
wait_for_paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint painted = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame), &painted);

  for (guint frame = 1; frame <= 2; frame++)
    {
      gtk_widget_queue_draw (window);
      WAIT_UNTIL (painted >= frame);
    }
  g_signal_handler_disconnect (clock, handler);
}
