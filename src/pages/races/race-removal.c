/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/races/race-removal.h"

#include "pages/clients/client-writer.h"
#include "widgets/feedback.h"

typedef struct {
  GtkWidget *widget;
  LimberStore *store;
  LimberRaceEntry *entry;
  char *done;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->widget);
  g_object_unref (removal->store);
  limber_race_entry_free (removal->entry);
  g_free (removal->done);
  g_free (removal);
}

static void
put_back (gpointer data)
{
  const Removal *removal = data;
  LimberRaceEntry *entry = limber_race_entry_copy (removal->entry);

  entry->base.version = 0;
  limber_client_write (removal->widget, removal->store, &limber_race_entry_type, LIMBER_WRITE_INSERT, entry, NULL,
                       NULL);
}

static void
on_removed (GtkWidget *widget, gconstpointer record, gpointer data)
{
  Removal *removal = data;

  if (record != NULL)
    limber_feedback_undo (widget, removal->done, put_back, removal, removal_free);
  else
    removal_free (removal);
}

/** limber_race_removal_run: takes @entry out of its race, says @done, and offers Undo where @widget shows toasts. */
void
limber_race_removal_run (GtkWidget *widget, LimberStore *store, const LimberRaceEntry *entry, const char *done)
{
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal) { g_object_ref (widget), g_object_ref (store), limber_race_entry_copy (entry),
                         g_strdup (done) };
  limber_client_write (widget, store, &limber_race_entry_type, LIMBER_WRITE_DELETE, limber_race_entry_copy (entry),
                       on_removed, removal);
}
