/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draft-offer.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/clients-page.h"
#include "pages/parts/draft-keeper.h"
#include "pages/session/session-notes-dialog.h"
#include "store/draft.h"
#include "widgets/feedback.h"

/* Whoever sits down at a desk hears of what they typed and did not save before the program went away. */

#define MOST_OFFERS 5

typedef struct {
  LimberWindow *window; /* the window holds the toast */
  LimberDraft *draft;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  limber_draft_free (offer->draft);
  g_free (offer);
}

static char *
describe (const LimberDraft *draft)
{
  if (g_str_equal (draft->form, LIMBER_DRAFT_NEW_CLIENT))
    return g_strdup (_("Not saved last time: a new client"));
  if (draft->client_name == NULL)
    return NULL;
  if (g_str_equal (draft->form, LIMBER_DRAFT_DETAILS))
    return g_strdup_printf (_("Not saved last time: details of %s"), draft->client_name);
  if (g_str_equal (draft->form, LIMBER_DRAFT_HEALTH))
    return g_strdup_printf (_("Not saved last time: the health of %s"), draft->client_name);
  if (g_str_equal (draft->form, LIMBER_DRAFT_SESSION_NOTES))
    return g_strdup_printf (_("Not saved last time: notes on a session of %s"), draft->client_name);
  return NULL;
}

static void
show (gpointer data)
{
  const Offer *offer = data;
  const LimberDraft *draft = offer->draft;
  LimberClientsPage *page = LIMBER_CLIENTS_PAGE (limber_window_show_page (offer->window, "clients"));

  if (g_str_equal (draft->form, LIMBER_DRAFT_NEW_CLIENT))
    limber_clients_page_new_client (page);
  else if (g_str_equal (draft->form, LIMBER_DRAFT_SESSION_NOTES))
    {
      limber_clients_page_show_tab (page, draft->client_id, "sessions");
      limber_session_notes_dialog_present (GTK_WIDGET (page), limber_window_get_store (offer->window),
                                           limber_window_get_clock (offer->window), draft->subject);
    }
  else
    limber_clients_page_show_tab (page, draft->client_id, draft->form);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));

  if (drafts == NULL || content == NULL)
    return;
  for (guint i = 0; i < drafts->len && i < MOST_OFFERS; i++)
    {
      g_autofree char *text = describe (drafts->pdata[i]);
      Offer *offer;

      if (text == NULL)
        continue;
      offer = g_new0 (Offer, 1);
      *offer = (Offer) { window, g_steal_pointer (&drafts->pdata[i]) };
      limber_feedback_offer (content, text, _("_Show"), show, offer, offer_free);
    }
}

static gpointer
list (LimberDb *db, gpointer data, GError **error)
{
  return limber_draft_list (db, error);
}

/** limber_draft_offer: offers the person at this desk what they typed and did not save. */
void
limber_draft_offer (LimberWindow *window)
{
  limber_store_read_async (limber_window_get_store (window), list, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                           on_listed, g_object_ref (window));
}
