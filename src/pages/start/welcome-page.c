/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/start/welcome-page.h"

#include <glib/gi18n-lib.h>

#include "store/clinic.h"
#include "widgets/adaptive-bin.h"
#include "widgets/body/body-view.h"
#include "widgets/feedback.h"

#define OPENING_MINUTE (9 * 60)
#define CLOSING_MINUTE (17 * 60)

struct _LimberWelcomePage {
  AdwBin parent_instance;

  LimberStore *store;
  GCancellable *cancellable;
  gboolean import_next;

  LimberAdaptiveBin *bin;
  AdwBin *figure;
  GtkStack *steps;
  GtkListBoxRow *set_up_row;
  GtkListBoxRow *import_row;
  GtkListBoxRow *demo_row;
  AdwEntryRow *clinic_row;
  AdwEntryRow *therapist_row;
  GtkButton *found_button;
};

G_DEFINE_FINAL_TYPE (LimberWelcomePage, limber_welcome_page, ADW_TYPE_BIN)

enum {
  FOUNDED,
  DEMO_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct {
  char *clinic;
  char *therapist;
} Names;

static void
names_free (gpointer data)
{
  Names *names = data;

  g_free (names->clinic);
  g_free (names->therapist);
  g_free (names);
}

static char *
stripped (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
update_button (LimberWelcomePage *self)
{
  g_autofree char *clinic = stripped (self->clinic_row);
  g_autofree char *therapist = stripped (self->therapist_row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->found_button), *clinic != '\0' && *therapist != '\0');
}

static gpointer
found (LimberDb *db, gpointer data, GError **error)
{
  const Names *names = data;

  return limber_clinic_found (db, names->clinic, names->therapist, OPENING_MINUTE, CLOSING_MINUTE, error);
}

static void
on_founded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberStaff) staff = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberWelcomePage *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  update_button (self);
  if (error)
    limber_feedback_error (GTK_WIDGET (self), error);
  else
    g_signal_emit (self, signals[FOUNDED], 0, staff->base.id, staff->name, self->import_next);
}

static void
on_found_clicked (LimberWelcomePage *self)
{
  Names *names;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->found_button)))
    return;
  names = g_new0 (Names, 1);
  names->clinic = stripped (self->clinic_row);
  names->therapist = stripped (self->therapist_row);
  gtk_widget_set_sensitive (GTK_WIDGET (self->found_button), FALSE);
  /* The very first change has nobody at the desk yet: the new therapist makes it. */
  limber_store_set_actor (self->store, NULL, names->therapist);
  limber_store_write_async (self->store, found, names, names_free, (GDestroyNotify) limber_staff_free,
                            self->cancellable, on_founded, self);
}

static void
on_back_clicked (LimberWelcomePage *self)
{
  gtk_stack_set_visible_child_name (self->steps, "doors");
}

static void
on_door_activated (LimberWelcomePage *self, GtkListBoxRow *row)
{
  if (row == self->demo_row)
    {
      g_signal_emit (self, signals[DEMO_REQUESTED], 0);
      return;
    }
  self->import_next = row == self->import_row;
  gtk_button_set_label (self->found_button, self->import_next ? _("Next: Choose a File") : _("Open the Clinic"));
  gtk_stack_set_visible_child_name (self->steps, "names");
  gtk_widget_grab_focus (GTK_WIDGET (self->clinic_row));
}

static void
on_width_class (LimberWelcomePage *self)
{
  LimberWidth width = limber_adaptive_bin_get_width_class (self->bin);

  gtk_widget_set_visible (GTK_WIDGET (self->figure), width != LIMBER_WIDTH_SMALL);
  gtk_widget_set_size_request (GTK_WIDGET (self->figure), width == LIMBER_WIDTH_WIDE ? 520 : 380, -1);
}

/* A picture, not a control: what notes look like. */
static GtkWidget *
make_figure (void)
{
  static const LimberBodyMark marks[] = {
    { LIMBER_AREA_UPPER_TRAPEZIUS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_TENSION, 4, FALSE, FALSE },
    { LIMBER_AREA_PECTORALS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 2, FALSE, FALSE },
    { LIMBER_AREA_ADDUCTORS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 5, FALSE, FALSE },
    { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7, TRUE, FALSE },
    { LIMBER_AREA_ANTERIOR_SHIN, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_SORENESS, 4, FALSE, FALSE },
  };
  GtkWidget *view = limber_body_view_new_picture (LIMBER_VIEW_FRONT);

  limber_body_view_set_marks (LIMBER_BODY_VIEW (view), marks, G_N_ELEMENTS (marks));
  gtk_widget_set_margin_top (view, 32);
  gtk_widget_set_margin_bottom (view, 32);
  return view;
}

static void
limber_welcome_page_dispose (GObject *object)
{
  LimberWelcomePage *self = LIMBER_WELCOME_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (limber_welcome_page_parent_class)->dispose (object);
}

static void
limber_welcome_page_class_init (LimberWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_welcome_page_dispose;
  /** LimberWelcomePage::founded: the clinic has a name and a therapist (id, name); whether to import next. */
  signals[FOUNDED] = g_signal_new ("founded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /** LimberWelcomePage::demo-requested: the person wants to look around first. */
  signals[DEMO_REQUESTED] = g_signal_new ("demo-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (LIMBER_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberWelcomePage, bin);
  gtk_widget_class_bind_template_child (widget_class, LimberWelcomePage, figure);
  gtk_widget_class_bind_template_child (widget_class, LimberWelcomePage, steps);
  gtk_widget_class_bind_template_child (widget_class, LimberWelcomePage, set_up_row);
  gtk_widget_class_bind_template_child (widget_class, LimberWelcomePage, import_row);
  gtk_widget_class_bind_template_child (widget_class, LimberWelcomePage, demo_row);
  gtk_widget_class_bind_template_child (widget_class, LimberWelcomePage, clinic_row);
  gtk_widget_class_bind_template_child (widget_class, LimberWelcomePage, therapist_row);
  gtk_widget_class_bind_template_child (widget_class, LimberWelcomePage, found_button);
  gtk_widget_class_bind_template_callback (widget_class, on_door_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_found_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_width_class);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
}

static void
limber_welcome_page_init (LimberWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  adw_bin_set_child (self->figure, make_figure ());
  on_width_class (self);
}

/** limber_welcome_page_new: Returns: (transfer floating): what stands in the window at the very first start. */
GtkWidget *
limber_welcome_page_new (LimberStore *store)
{
  LimberWelcomePage *self = g_object_new (LIMBER_TYPE_WELCOME_PAGE, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}
