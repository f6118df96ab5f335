/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/insights/referrals-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/insights/paper-window.h"
#include "pages/parts/address.h"
#include "pages/parts/page-bits.h"
#include "services/wording/wording.h"
#include "store/referrals.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* Rule G: who brought whom, who brought most, and a word of thanks. */

#define TOP_SHOWN 5
#define ROWS_SHOWN 400
#define INDENT 24

static const char *
icon_of (const LimberReferral *referral)
{
  return referral->kind == LIMBER_REFERRAL_TEAM    ? "system-users-symbolic"
         : referral->kind == LIMBER_REFERRAL_OTHER ? "user-idle-symbolic"
                                                   : "avatar-default-symbolic";
}

/* "sent 3", or "sent 3, 5 in all" */
static char *
count_words (const LimberReferral *referral)
{
  g_autofree char *sent = g_strdup_printf (ngettext ("sent %u", "sent %u", referral->direct), referral->direct);

  if (referral->direct == 0)
    return g_strdup ("");
  if (referral->total == referral->direct)
    return g_steal_pointer (&sent);
  /* Translators: how many somebody sent, and how many came in all because of those */
  return g_strdup_printf (_("%s, %u in all"), sent, referral->total);
}

typedef struct {
  char *email;
  char *body;
} Thanks;

static void
thanks_free (gpointer data, GClosure *closure)
{
  Thanks *thanks = data;

  g_free (thanks->email);
  g_free (thanks->body);
  g_free (thanks);
}

static void
on_thank (GtkWidget *button, Thanks *thanks)
{
  limber_address_mail (button, thanks->email, _("Thank you"), thanks->body);
}

/** limber_referrals_letter: Returns: (transfer full): a word of thanks to who sent somebody. */
char *
limber_referrals_letter (const LimberReferral *referral)
{
  /* Translators: a letter; the names of the person and of those they sent */
  return g_strdup_printf (_("Dear %s,\n\nthank you for recommending us to %s. That you trust us with the people you "
                            "train with means a lot.\n\nSee you soon"), referral->name, referral->sent);
}

static GtkWidget *
icon_button_new (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  limber_widget_name (button, name);
  return button;
}

static GtkWidget *
thank_button_new (const LimberReferral *referral)
{
  g_autofree char *name = g_strdup_printf (_("Thank %s by mail"), referral->name);
  GtkWidget *button = icon_button_new ("mail-send-symbolic", name);
  Thanks *thanks = g_new0 (Thanks, 1);

  thanks->email = g_strdup (referral->email);
  thanks->body = limber_referrals_letter (referral);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_thank), thanks, thanks_free, 0);
  return button;
}

static GtkWidget *
open_button_new (const LimberReferral *referral)
{
  g_autofree char *name = g_strdup_printf (_("Open the record of %s"), referral->name);
  GtkWidget *button = icon_button_new ("go-next-symbolic", name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "paper.show-client");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", referral->id);
  return button;
}

static void
add_row (GtkListBox *list, const LimberReferral *referral, guint depth)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = limber_page_label (referral->name, referral->direct > 0 ? "limber-strong" : NULL);
  g_autofree char *count = count_words (referral);
  /* Translators: where somebody stands in a tree: a name, the level, and how many they sent */
  g_autofree char *heard = g_strdup_printf (_("%s, level %u. %s"), referral->name, depth + 1, count);

  gtk_widget_set_margin_start (box, 12 + INDENT * (int) MIN (depth, 8));
  gtk_widget_set_margin_end (box, 8);
  gtk_widget_set_size_request (box, -1, 44);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_of (referral)));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), limber_page_label (count, "limber-dim"));
  if (referral->direct > 0 && referral->email != NULL)
    gtk_box_append (GTK_BOX (box), thank_button_new (referral));
  if (referral->kind == LIMBER_REFERRAL_CLIENT)
    gtk_box_append (GTK_BOX (box), open_button_new (referral));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  limber_widget_name (row, heard);
  gtk_list_box_append (list, row);
}

static GtkListBox *
start_list (GtkBox *content, const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  limber_widget_name (list, title);
  gtk_box_append (content, limber_page_label (title, "heading"));
  gtk_box_append (content, list);
  return GTK_LIST_BOX (list);
}

static void
fill (GtkBox *content, gpointer loaded)
{
  GPtrArray *tree = loaded;
  g_autoptr (GArray) top = limber_referrals_top (tree, TOP_SHOWN);
  GtkListBox *list;

  if (tree->len == 0)
    {
      limber_paper_add_text (content, _("Nobody was sent by anybody yet. Enter under Details who sent a client, and the "
                                        "tree grows here."), "limber-dim");
      return;
    }
  list = start_list (content, _("Who brought most"));
  for (guint i = 0; i < top->len; i++)
    add_row (list, g_array_index (top, LimberReferral *, i), 0);
  list = start_list (content, _("Who brought whom"));
  for (guint i = 0; i < MIN (tree->len, ROWS_SHOWN); i++)
    add_row (list, tree->pdata[i], ((LimberReferral *) tree->pdata[i])->depth);
  limber_paper_add_text (content, limber_wording_rule_source (LIMBER_RULE_G), "limber-hint");
}

/** limber_referrals_window_present: shows over @parent who brought whom. */
void
limber_referrals_window_present (GtkWindow *parent, LimberStore *store)
{
  limber_paper_window_present (parent, store, _("Referrals"), limber_referrals_load, NULL, NULL,
                               (GDestroyNotify) g_ptr_array_unref, fill);
}
