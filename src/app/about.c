/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "limber-config.h"

/* AdwAboutWindow is deprecated from libadwaita 1.6 on: it stays in this file. */

/** limber_about_present: says over @parent what Limber is and where its advice comes from. */
void
limber_about_present (GtkWindow *parent)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  adw_about_window_set_application_name (about, _("Limber"));
  adw_about_window_set_application_icon (about, LIMBER_APP_ID);
  adw_about_window_set_version (about, LIMBER_VERSION);
  adw_about_window_set_developer_name (about, _("The Limber contributors"));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (
    about, _("Notes on every tight spot, the right day before every race, and nobody forgotten after three "
             "weeks.\n\nThe advice on race days follows the article “Benefits of Massage for Runners” by a "
             "licensed massage therapist who runs. It is guidance from experience, not medical advice; the "
             "therapist decides."));
  gtk_window_present (GTK_WINDOW (about));
}
