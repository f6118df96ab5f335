/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/print-sheet.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/file-chooser.h"
#include "services/paper/sheet-draw.h"
#include "widgets/feedback.h"

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, LimberSheet *sheet)
{
  limber_sheet_lay_out (sheet, gtk_print_context_get_width (context), gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) sheet->pages->len);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, LimberSheet *sheet)
{
  limber_sheet_draw (sheet, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
sheet_free (gpointer data, GClosure *closure)
{
  limber_sheet_free (data);
}

/**
 * limber_print_sheet:
 * @sheet: (transfer full):
 *
 * Opens the print dialog over the window of @widget.
 */
void
limber_print_sheet (GtkWidget *widget, LimberSheet *sheet)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, sheet->title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), sheet);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw), sheet, sheet_free, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    limber_feedback_error (widget, error);
}

/* A sheet that is on its way into a file. */
typedef struct {
  GtkWidget *widget;
  LimberSheet *sheet;
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->widget);
  g_clear_pointer (&saving->sheet, limber_sheet_free);
  g_free (saving->path);
  g_free (saving);
}

static void
write_pdf (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (limber_sheet_write_pdf (saving->sheet, saving->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    limber_feedback_toast (widget, _("The PDF was saved."));
  else
    limber_feedback_error (widget, error);
}

static void
on_path (const char *path, gpointer data)
{
  Saving *asked = data;
  Saving *saving = g_new0 (Saving, 1);
  g_autoptr (GTask) task = g_task_new (asked->widget, NULL, on_written, NULL);

  saving->sheet = g_steal_pointer (&asked->sheet);
  saving->path = g_strdup (path);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, write_pdf);
}

/**
 * limber_print_sheet_save:
 * @sheet: (transfer full):
 *
 * Asks for a file and writes a PDF into it.
 */
void
limber_print_sheet_save (GtkWidget *widget, LimberSheet *sheet)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *name = g_strdup_printf ("%s.pdf", sheet->title);

  saving->widget = g_object_ref (widget);
  saving->sheet = sheet;
  limber_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save as PDF"), _("PDF files"),
                            (const char *[]) { "pdf", NULL }, name, on_path, saving, saving_free);
}

/** limber_print_sheet_copy: puts @sheet on the clipboard as text. */
void
limber_print_sheet_copy (GtkWidget *widget, const LimberSheet *sheet)
{
  g_autofree char *text = limber_sheet_text (sheet);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  limber_feedback_toast (widget, _("Copied"));
}
