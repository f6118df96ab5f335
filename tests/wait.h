/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Tests wait for what they want to see, never for a span of time. The deadline is for a program that hangs: no machine
 * is so slow that a sound one meets it. */
#define WAIT_SECONDS 60
#define WAIT_TICK_MS 10

/* While it waits the condition is asked after every event, and now and then without one: what it looks at may be
 * another program's work. */
static inline gboolean
wait_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static inline void
wait_step (gint64 end, const char *where, const char *what)
{
  if (g_get_monotonic_time () > end)
    g_error ("%s: waited in vain for %s", where, what);
  g_main_context_iteration (NULL, TRUE);
}

/* Runs the main context until @condition holds; a wait in vain ends the test, with the line and with @what. */
#define WAIT_FOR(condition, what)                                                                                      \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gint64 wait_end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;                                         \
    guint wait_id = g_timeout_add (WAIT_TICK_MS, wait_tick, NULL);                                                     \
                                                                                                                       \
    while (!(condition))                                                                                               \
      wait_step (wait_end, G_STRLOC, what);                                                                            \
    g_source_remove (wait_id);                                                                                         \
  }                                                                                                                    \
  G_STMT_END

#define WAIT_UNTIL(condition) WAIT_FOR (condition, #condition)

/* Does what is due already, and waits for nothing. */
static inline void
run_what_is_due (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
