/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/booking/waiting-offers.h"

#include "store/clinic.h"

void
limber_waiting_offers_free (LimberWaitingOffers *offers)
{
  if (offers == NULL)
    return;
  limber_appointment_free (offers->appointment);
  g_free (offers->staff_name);
  g_clear_pointer (&offers->entries, g_ptr_array_unref);
  g_clear_pointer (&offers->zone, g_time_zone_unref);
  g_free (offers);
}

static gboolean
fits (const LimberWaitingEntry *entry, const LimberWaitingOffers *offers)
{
  const LimberAppointment *free_time = offers->appointment;
  LimberWaitingSlot slot = { free_time->start_at, free_time->minutes, free_time->staff_id };
  LimberWaitingWish wish = limber_waiting_wish (entry->waiting, entry->booked_at);

  return g_strcmp0 (entry->waiting->client_id, free_time->client_id) != 0
         && limber_waiting_match (&wish, &slot, offers->zone) == LIMBER_WAITING_FITS;
}

static void
keep_fitting (LimberWaitingOffers *offers, gint64 now)
{
  for (guint i = offers->entries->len; i > 0; i--)
    if (offers->appointment->start_at <= now || !fits (offers->entries->pdata[i - 1], offers))
      g_ptr_array_remove_index (offers->entries, i - 1);
}

gpointer
limber_waiting_offers_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberAppointment *appointment = data;
  g_autoptr (LimberWaitingOffers) offers = g_new0 (LimberWaitingOffers, 1);
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);
  g_autoptr (LimberStaff) staff = NULL;

  if (clinic == NULL || (staff = limber_record_load (db, &limber_staff_type, appointment->staff_id, error)) == NULL)
    return NULL;
  offers->appointment = limber_appointment_copy (appointment);
  offers->staff_name = g_strdup (staff->name);
  offers->zone = limber_clinic_time_zone (clinic);
  offers->entries = limber_waiting_list (db, limber_date_from_instant (limber_db_now (db), offers->zone), error);
  if (offers->entries == NULL)
    return NULL;
  keep_fitting (offers, limber_db_now (db));
  return g_steal_pointer (&offers);
}
