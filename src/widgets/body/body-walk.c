/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focus on its way over the body: arrows lead to the neighbour, in the other view when one ends at its side;
 * letters lead to the next area whose name, or a word in it, begins so. */
#include "widgets/body/body-walk.h"

#include <math.h>
#include <string.h>

#include "widgets/body/body-spot.h"

#define TYPE_AHEAD_USEC (1500 * 1000)

/** limber_body_walk_focused: Returns: (nullable): the area that has the focus */
GtkWidget *
limber_body_walk_focused (const LimberBodyWalk *walk)
{
  GtkRoot *root = gtk_widget_get_root (walk->map);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return LIMBER_IS_BODY_SPOT (focus) && gtk_widget_is_ancestor (focus, walk->map) ? focus : NULL;
}

static gboolean
spot_centre (LimberBodyWalk *walk, GtkWidget *spot, graphene_point_t *centre)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (spot) || !gtk_widget_compute_bounds (spot, walk->map, &bounds))
    return FALSE;
  graphene_rect_get_center (&bounds, centre);
  return TRUE;
}

/* How far @to lies from @from in the direction of (@dx, @dy); sideways steps count more; < 0: not there. */
static double
walk_cost (const graphene_point_t *from, const graphene_point_t *to, int dx, int dy)
{
  double along = dx ? (to->x - from->x) * dx : (to->y - from->y) * dy;
  double aside = dx ? to->y - from->y : to->x - from->x;

  if (along < 3 || fabs (aside) > 2.5 * along + 4)
    return -1;
  return along + 2 * fabs (aside);
}

static GtkWidget *
neighbour (LimberBodyWalk *walk, GtkWidget *from, int dx, int dy)
{
  GtkWidget *best = NULL;
  double least = G_MAXDOUBLE;
  graphene_point_t start, end;

  if (!spot_centre (walk, from, &start))
    return NULL;
  for (int i = 0; i < (int) G_N_ELEMENTS (walk->views); i++)
    for (GtkWidget *spot = gtk_widget_get_first_child (walk->views[i]); spot;
         spot = gtk_widget_get_next_sibling (spot))
      {
        double cost;

        if (spot == from || !spot_centre (walk, spot, &end))
          continue;
        /* Up and down stay in one view: the other one is a step aside. */
        if (dy && gtk_widget_get_parent (from) != walk->views[i])
          continue;
        cost = walk_cost (&start, &end, dx, dy);
        if (cost >= 0 && cost < least)
          {
            least = cost;
            best = spot;
          }
      }
  return best;
}

/** limber_body_walk_neighbour: see limber_body_map_neighbour(). */
GtkWidget *
limber_body_walk_neighbour (LimberBodyWalk *walk, GtkWidget *spot, guint arrow)
{
  switch (arrow)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return neighbour (walk, spot, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return neighbour (walk, spot, 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return neighbour (walk, spot, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return neighbour (walk, spot, 0, 1);
    default:
      return NULL;
    }
}

static gboolean
is_arrow (guint keyval)
{
  return (keyval >= GDK_KEY_Left && keyval <= GDK_KEY_Down) || (keyval >= GDK_KEY_KP_Left && keyval <= GDK_KEY_KP_Down);
}

static gboolean
step (LimberBodyWalk *walk, guint keyval)
{
  GtkWidget *from = limber_body_walk_focused (walk);
  GtkWidget *to = from && is_arrow (keyval) ? limber_body_walk_neighbour (walk, from, keyval) : NULL;

  if (!from || !is_arrow (keyval))
    return FALSE;
  if (to)
    gtk_widget_grab_focus (to);
  else
    gtk_widget_error_bell (from);
  return TRUE;
}

/* Type-ahead: the letters are the beginning of the name or of a word in it. */

static gboolean
name_matches (const char *name, const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  const char *word = folded;

  while (word)
    {
      if (g_str_has_prefix (word, typed))
        return TRUE;
      word = strchr (word, ' ');
      if (word)
        word++;
    }
  return FALSE;
}

static GtkWidget *
next_spot (LimberBodyWalk *walk, GtkWidget *spot)
{
  int index = spot && gtk_widget_get_parent (spot) == walk->views[1] ? 1 : 0;
  GtkWidget *next = spot ? gtk_widget_get_next_sibling (spot) : gtk_widget_get_first_child (walk->views[0]);

  return next ? next : gtk_widget_get_first_child (walk->views[1 - index]);
}

static gboolean
find_typed (LimberBodyWalk *walk, gboolean stay)
{
  GtkWidget *start = limber_body_walk_focused (walk);
  GtkWidget *spot = stay && start ? start : next_spot (walk, start);
  GtkWidget *first = spot;

  do
    {
      if (gtk_widget_get_mapped (spot)
          && name_matches (limber_body_spot_get_name (LIMBER_BODY_SPOT (spot)), walk->typed->str))
        return gtk_widget_grab_focus (spot);
      spot = next_spot (walk, spot);
    }
  while (spot && spot != first);
  return FALSE;
}

static gboolean
type_ahead (LimberBodyWalk *walk, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time ();
  gboolean going_on = now - walk->typed_at < TYPE_AHEAD_USEC && walk->typed->len > 0;

  if (!limber_body_walk_focused (walk) || !(g_unichar_isalpha (letter) || (letter == ' ' && going_on)))
    return FALSE;
  if (!going_on)
    g_string_truncate (walk->typed, 0);
  walk->typed_at = now;
  g_string_append_unichar (walk->typed, g_unichar_tolower (letter));
  if (!find_typed (walk, going_on))
    gtk_widget_error_bell (walk->map);
  return TRUE;
}

/** limber_body_walk_key: Returns: whether the key meant the body */
gboolean
limber_body_walk_key (LimberBodyWalk *walk, guint keyval)
{
  return step (walk, keyval) || type_ahead (walk, keyval);
}

/** limber_body_walk_init: for the views of @map, which must outlive @walk. */
void
limber_body_walk_init (LimberBodyWalk *walk, GtkWidget *map, GtkWidget *const *views)
{
  walk->map = map;
  walk->views[0] = views[0];
  walk->views[1] = views[1];
  walk->typed = g_string_new (NULL);
  walk->typed_at = 0;
}

void
limber_body_walk_clear (LimberBodyWalk *walk)
{
  g_string_free (g_steal_pointer (&walk->typed), TRUE);
}
