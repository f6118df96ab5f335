/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/address.h"

#include <string.h>

/* Blanks and brackets in a telephone number are for people. */
static char *
dial_string (const char *phone)
{
  GString *digits = g_string_new (NULL);

  for (const char *c = phone; *c != '\0'; c++)
    if (g_ascii_isdigit (*c) || (*c == '+' && digits->len == 0))
      g_string_append_c (digits, *c);
  return g_string_free (digits, FALSE);
}

static void
add_field (GString *uri, const char *name, const char *value)
{
  g_autofree char *escaped = value != NULL ? g_uri_escape_string (value, NULL, FALSE) : NULL;

  if (escaped == NULL)
    return;
  g_string_append_printf (uri, "%c%s=%s", strchr (uri->str, '?') == NULL ? '?' : '&', name, escaped);
}

/**
 * limber_address_uri:
 * @scheme: tel, sms or mailto
 * @subject: (nullable): of a mail
 * @body: (nullable): of a mail or a text
 *
 * Returns: (transfer full): what the desktop's own program is opened with
 */
char *
limber_address_uri (const char *scheme, const char *address, const char *subject, const char *body)
{
  g_autofree char *plain = g_str_equal (scheme, "mailto") ? g_strdup (address) : dial_string (address);
  g_autofree char *escaped = g_uri_escape_string (plain, "+@", TRUE);
  GString *uri = g_string_new (scheme);

  g_string_append_printf (uri, ":%s", escaped);
  add_field (uri, "subject", subject);
  add_field (uri, "body", body);
  return g_string_free (uri, FALSE);
}

static void
open (GtkWidget *widget, const char *uri)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

/** limber_address_call: opens the desktop's telephone program. */
void
limber_address_call (GtkWidget *widget, const char *phone)
{
  g_autofree char *uri = limber_address_uri ("tel", phone, NULL, NULL);

  open (widget, uri);
}

/** limber_address_text: opens the desktop's program for text messages; @body is nullable. */
void
limber_address_text (GtkWidget *widget, const char *phone, const char *body)
{
  g_autofree char *uri = limber_address_uri ("sms", phone, NULL, body);

  open (widget, uri);
}

/** limber_address_mail: opens the desktop's mail program with a letter that is not sent yet. */
void
limber_address_mail (GtkWidget *widget, const char *email, const char *subject, const char *body)
{
  g_autofree char *uri = limber_address_uri ("mailto", email, subject, body);

  open (widget, uri);
}
