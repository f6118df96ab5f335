/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/desk.h"

#include "app/draft-offer.h"
#include "pages/start/desk-dialog.h"
#include "store/staff.h"

/* The computer remembers who sits at it, for each clinic file; the change log names them. */

static char *
recall (GSettings *settings, const char *path)
{
  g_autoptr (GVariant) desks = settings ? g_settings_get_value (settings, "desks") : NULL;
  char *staff_id = NULL;

  if (desks)
    g_variant_lookup (desks, path, "s", &staff_id);
  return staff_id;
}

static void
remember (GSettings *settings, const char *path, const char *staff_id)
{
  g_autoptr (GVariant) desks = settings ? g_settings_get_value (settings, "desks") : NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *value;

  if (desks == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, desks);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    {
      if (!g_str_equal (key, path))
        g_variant_builder_add (&builder, "{ss}", key, value);
    }
  g_variant_builder_add (&builder, "{ss}", path, staff_id);
  g_settings_set_value (settings, "desks", g_variant_builder_end (&builder));
}

static const LimberStaff *
find_staff (GPtrArray *staff, const char *id)
{
  for (guint i = 0; id && i < staff->len; i++)
    {
      const LimberStaff *one = g_ptr_array_index (staff, i);

      if (g_str_equal (one->base.id, id))
        return one;
    }
  return NULL;
}

static void
on_chosen (LimberWindow *window, const char *staff_id, const char *name)
{
  limber_desk_take (window, staff_id, name);
}

/** limber_desk_choose: asks who is at this desk. */
void
limber_desk_choose (LimberWindow *window)
{
  GtkWidget *dialog = limber_desk_dialog_new (GTK_WINDOW (window), limber_window_get_store (window));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_chosen), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

/** limber_desk_take: from now on @staff_id makes the changes at this computer. */
void
limber_desk_take (LimberWindow *window, const char *staff_id, const char *name)
{
  LimberStore *store = limber_window_get_store (window);

  limber_store_set_actor (store, staff_id, name);
  remember (limber_window_get_settings (window), limber_store_path (store), staff_id);
  limber_window_set_desk (window, name);
  limber_draft_offer (window);
}

/**
 * limber_desk_ensure:
 * @staff: (element-type LimberStaff): who works here
 *
 * Takes whom this computer remembers, or the only one there is, and asks otherwise. A computer that remembers
 * nothing (a demo) takes the first: nobody should have to introduce themselves to look around.
 */
void
limber_desk_ensure (LimberWindow *window, GPtrArray *staff)
{
  GSettings *settings = limber_window_get_settings (window);
  g_autofree char *known = recall (settings, limber_store_path (limber_window_get_store (window)));
  const LimberStaff *one = find_staff (staff, known);

  if (one == NULL && staff->len > 0 && (staff->len == 1 || settings == NULL))
    one = g_ptr_array_index (staff, 0);
  if (one)
    limber_desk_take (window, one->base.id, one->name);
  else
    limber_desk_choose (window);
}
