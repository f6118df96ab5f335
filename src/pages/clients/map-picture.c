/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways of a body map out of the window: clipboard, file, paper. Each says how it ended in a sentence. */
#include "pages/clients/map-picture.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/file-chooser.h"
#include "widgets/feedback.h"

static void
tell_failure (GtkWidget *widget, const char *format, const GError *error)
{
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", error->message, 1);
  limber_feedback_toast (widget, text->str);
}

/** limber_map_picture_copy: puts the picture into the clipboard, for pictures and for drawings. */
void
limber_map_picture_copy (GtkWidget *widget, LimberBodyPicture *picture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = limber_body_picture_to_png (picture, &error);
  g_autoptr (GBytes) svg = limber_body_picture_to_svg (picture);
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *kinds[2];

  if (!png)
    {
      tell_failure (widget, _("The picture could not be copied: %s"), error);
      return;
    }
  kinds[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  kinds[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  provider = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
  if (gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider))
    limber_feedback_toast (widget, _("The picture is in the clipboard."));
  else
    limber_feedback_toast (widget, _("The picture could not be copied; please try again."));
}

/* Saving */

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = g_strdup_printf (_("Saved as “%s”."), name);

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    limber_feedback_toast (widget, text);
  else
    tell_failure (widget, _("The picture was not saved: %s"), error);
}

/** limber_map_picture_write: saves to @path, as SVG when it ends so, else as PNG; says how it ended. */
void
limber_map_picture_write (GtkWidget *widget, LimberBodyPicture *picture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (GBytes) bytes = g_str_has_suffix (lower, ".svg") ? limber_body_picture_to_svg (picture)
                                                              : limber_body_picture_to_png (picture, &error);

  if (!bytes)
    {
      tell_failure (widget, _("The picture was not saved: %s"), error);
      return;
    }
  /* It is about somebody's body: nobody else on this machine need read it. */
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_written,
                                       g_object_ref (widget));
}

typedef struct {
  GtkWidget *widget;
  LimberBodyPicture *picture;
  const char *suffix;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->widget);
  limber_body_picture_unref (save->picture);
  g_free (save);
}

static void
on_chosen (const char *path, gpointer data)
{
  Save *save = data;
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *whole = g_str_has_suffix (lower, save->suffix) ? g_strdup (path)
                                                                  : g_strconcat (path, save->suffix, NULL);

  limber_map_picture_write (save->widget, save->picture, whole);
}

static char *
file_name (const char *name, const char *suffix)
{
  char *whole = g_strconcat (name, suffix, NULL);

  return g_strdelimit (whole, "/\\:", '-');
}

/** limber_map_picture_save: asks for a file, offering @name, and saves there. */
void
limber_map_picture_save (GtkWidget *widget, LimberBodyPicture *picture, LimberPictureFormat format, const char *name)
{
  gboolean svg = format == LIMBER_PICTURE_SVG;
  const char *suffixes[] = { svg ? "svg" : "png", NULL };
  g_autofree char *offered = file_name (name, svg ? ".svg" : ".png");
  Save *save = g_new0 (Save, 1);

  save->widget = g_object_ref (widget);
  save->picture = limber_body_picture_ref (picture);
  save->suffix = svg ? ".svg" : ".png";
  limber_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save the Picture"),
                            svg ? _("SVG drawings") : _("PNG pictures"), suffixes, offered, on_chosen, save, save_free);
}

/* Printing */

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, LimberBodyPicture *picture)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double room_x = gtk_print_context_get_width (context), room_y = gtk_print_context_get_height (context);
  double width, height, scale;

  limber_body_picture_get_size (picture, &width, &height);
  scale = MIN (room_x / width, room_y / height);
  cairo_save (cr);
  cairo_translate (cr, (room_x - width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  limber_body_picture_draw (picture, cr);
  cairo_restore (cr);
}

static void
unref_picture (gpointer data, GClosure *closure)
{
  limber_body_picture_unref (data);
}

/** limber_map_picture_print_operation: Returns: (transfer full): one page with the picture as large as it fits. */
GtkPrintOperation *
limber_map_picture_print_operation (LimberBodyPicture *picture, const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), limber_body_picture_ref (picture),
                         unref_picture, 0);
  return operation;
}

static void
on_print_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  tell_failure (widget, _("The picture was not printed: %s"), error);
}

/** limber_map_picture_print: asks for a printer and prints; @name is what the print queue calls it. */
void
limber_map_picture_print (GtkWidget *widget, LimberBodyPicture *picture, const char *name)
{
  g_autoptr (GtkPrintOperation) operation = limber_map_picture_print_operation (picture, name);

  g_signal_connect_object (operation, "done", G_CALLBACK (on_print_done), widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
