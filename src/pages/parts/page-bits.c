/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/page-bits.h"

#include "pages/parts/day-words.h"
#include "services/wording/wording.h"
#include "widgets/verdict-chip.h"
#include "widgets/widget-tip.h"

/** limber_page_label: Returns: (transfer floating): a label of one line that shortens itself. */
GtkWidget *
limber_page_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  limber_widget_tip_shortened (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/** limber_page_wrapped_label: Returns: (transfer floating): as limber_page_label(), in as many lines as it needs. */
GtkWidget *
limber_page_wrapped_label (const char *text, const char *css_class)
{
  GtkWidget *label = limber_page_label (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  return label;
}

/** limber_page_icon_label: Returns: (transfer floating): a small icon and a word. */
GtkWidget *
limber_page_icon_label (const char *icon_name, const char *text, const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), limber_page_label (text, NULL));
  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);
  return box;
}

/** limber_page_verdict_chip: Returns: (transfer floating): the chip of @verdict. */
GtkWidget *
limber_page_verdict_chip (LimberVerdict verdict, const char *reason)
{
  GtkWidget *chip = limber_verdict_chip_new ();
  g_autofree char *word = limber_day_words_capital (limber_wording_verdict (verdict));

  limber_verdict_chip_set (LIMBER_VERDICT_CHIP (chip), limber_verdict_id (verdict), word, reason);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

/** limber_page_verdict_chip_why: Returns: (transfer floating): the same for @date of a client, with every reason on request. */
GtkWidget *
limber_page_verdict_chip_why (LimberVerdict verdict, const char *reason, const LimberPlanInput *input, LimberDate date)
{
  GtkWidget *chip = limber_page_verdict_chip (verdict, reason);
  g_autofree char *why = limber_wording_why (input, date);

  limber_verdict_chip_set_why (LIMBER_VERDICT_CHIP (chip), why);
  return chip;
}

/** limber_page_therapist_bar: Returns: (transfer floating): the upright line in a therapist's colour. */
GtkWidget *
limber_page_therapist_bar (int color)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *css_class = g_strdup_printf ("therapist-%d", (MAX (color, 0) % 3) + 1);

  gtk_widget_add_css_class (bar, "therapist-bar");
  gtk_widget_add_css_class (bar, css_class);
  return bar;
}

/** limber_page_clear: removes all children of a box or a list. */
void
limber_page_clear (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    {
      if (GTK_IS_LIST_BOX (container))
        gtk_list_box_remove (GTK_LIST_BOX (container), child);
      else
        gtk_box_remove (GTK_BOX (container), child);
    }
}

const char *
limber_page_status_icon (LimberAppointmentStatus status)
{
  switch (status)
    {
    case LIMBER_APPOINTMENT_STATUS_CONFIRMED:
    case LIMBER_APPOINTMENT_STATUS_COMPLETED:
      return "object-select-symbolic";
    case LIMBER_APPOINTMENT_STATUS_ARRIVED:
      return "mark-location-symbolic";
    case LIMBER_APPOINTMENT_STATUS_IN_SESSION:
      return "media-playback-start-symbolic";
    case LIMBER_APPOINTMENT_STATUS_CANCELLED:
    case LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED:
      return "window-close-symbolic";
    case LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE:
      return "user-offline-symbolic";
    default:
      return "x-office-calendar-symbolic";
    }
}

/**
 * limber_page_book_args:
 *
 * Returns: (transfer floating): the target of win.book; %NULL and 0 are left out
 */
GVariant *
limber_page_book_args (const char *client, const char *staff, gint64 start, const char *appointment)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  if (client != NULL)
    g_variant_dict_insert (&dict, "client", "s", client);
  if (staff != NULL)
    g_variant_dict_insert (&dict, "staff", "s", staff);
  if (start != 0)
    g_variant_dict_insert (&dict, "start", "x", start);
  if (appointment != NULL)
    g_variant_dict_insert (&dict, "appointment", "s", appointment);
  return g_variant_dict_end (&dict);
}

/** limber_page_book_visit_args: Returns: (transfer floating): the target of win.book for a visit that is suggested */
GVariant *
limber_page_book_visit_args (const char *client, const LimberNextVisit *visit)
{
  g_autofree char *iso = NULL;
  GVariantDict dict;

  if (visit->start_at != 0)
    return limber_page_book_args (client, visit->staff_id, visit->start_at, NULL);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", client);
  if (visit->date != LIMBER_DATE_NONE)
    {
      iso = limber_date_to_iso (visit->date);
      g_variant_dict_insert (&dict, "date", "s", iso);
    }
  return g_variant_dict_end (&dict);
}
