/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/file-chooser.h"

#include <glib/gi18n-lib.h>

/* GtkFileChooserNative is deprecated from GTK 4.10 on, and its successor is not on the floor: it stays here. */

typedef struct {
  LimberFileChosen chosen;
  gpointer data;
  GDestroyNotify free_data;
} Request;

static void
on_response (GtkNativeDialog *dialog, int response, Request *request)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = file ? g_file_get_path (file) : NULL;
      if (path)
        request->chosen (path, request->data);
    }
  g_object_unref (dialog);
}

static void
request_free (gpointer data, GClosure *closure)
{
  Request *request = data;

  if (request->free_data)
    request->free_data (request->data);
  g_free (request);
}

static void
show_dialog (GtkFileChooserNative *dialog, const char *filter_name, const char *const *suffixes,
             const Request *wanted)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) every = gtk_file_filter_new ();
  Request *request = g_memdup2 (wanted, sizeof *wanted);

  gtk_file_filter_set_name (filter, filter_name);
  for (guint i = 0; suffixes[i]; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_filter_set_name (every, _("All files"));
  gtk_file_filter_add_pattern (every, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), every);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), request, request_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * limber_file_chooser_open:
 * @filter_name: what files of this kind are called
 * @suffixes: (array zero-terminated=1): without the dot
 * @chosen: called with the path; @data must live as long as @parent
 *
 * Asks over @parent for a file to read.
 */
void
limber_file_chooser_open (GtkWindow *parent, const char *title, const char *filter_name,
                          const char *const *suffixes, LimberFileChosen chosen, gpointer data)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  Request request = { chosen, data, NULL };

  show_dialog (dialog, filter_name, suffixes, &request);
}

/**
 * limber_file_chooser_save:
 * @name: what the file is called unless the person changes it
 * @free_data: (nullable): called when nothing is heard any more, chosen or not
 *
 * Asks over @parent where to save; the file manager itself asks before it gives an existing file away.
 */
void
limber_file_chooser_save (GtkWindow *parent, const char *title, const char *filter_name,
                          const char *const *suffixes, const char *name, LimberFileChosen chosen, gpointer data,
                          GDestroyNotify free_data)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  Request request = { chosen, data, free_data };

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show_dialog (dialog, filter_name, suffixes, &request);
}
