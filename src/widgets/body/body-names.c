/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/body/body-names.h"

#include <glib/gi18n-lib.h>

static const char *
trend_words (LimberTrend trend)
{
  switch (trend)
    {
    case LIMBER_TREND_BETTER:
      return _("better than at the last visit");
    case LIMBER_TREND_SAME:
      return _("the same as at the last visit");
    case LIMBER_TREND_WORSE:
      return _("worse than at the last visit");
    case LIMBER_TREND_NONE:
    default:
      return NULL;
    }
}

static void
append (GString *text, const char *words)
{
  if (words)
    g_string_append_printf (text, ", %s", words);
}

/** limber_body_name_mark: Returns: (transfer full): "knot 7, unaware, worse than at the last visit". */
char *
limber_body_name_mark (const LimberBodyMark *mark, const LimberBodyWords *words)
{
  g_autofree char *type = NULL;
  GString *text;

  if (mark->count > 0)
    return g_strdup_printf (ngettext ("found once", "found %d times", mark->count), mark->count);
  type = limber_body_words_finding_type (words, mark->type);
  text = g_string_new (type);
  if (mark->severity >= 0)
    g_string_append_printf (text, " %d", mark->severity);
  append (text, mark->unaware ? _("unaware") : NULL);
  append (text, trend_words (mark->trend));
  append (text, mark->pending ? _("being saved") : NULL);
  return g_string_free (text, FALSE);
}

/** limber_body_name_shape: Returns: (transfer full): the area with its side and all that is marked on it. */
char *
limber_body_name_shape (const LimberBodyScene *scene, const LimberBodyShape *shape, const LimberBodyWords *words)
{
  g_autofree char *area = limber_body_words_area (words, limber_body_shape_get_area (shape),
                                                  limber_body_shape_get_side (shape));
  GString *name = g_string_new (area);

  for (gsize i = 0; i < scene->n_marks; i++)
    if (limber_body_shape_stands_for (shape, scene->marks[i].area, scene->marks[i].side))
      {
        g_autofree char *mark = limber_body_name_mark (&scene->marks[i], words);

        append (name, mark);
      }
  append (name, limber_body_scene_is_forbidden (scene, shape) ? _("not to be worked on") : NULL);
  return g_string_free (name, FALSE);
}
