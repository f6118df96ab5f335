/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-contact.h"

#include <glib/gi18n-lib.h>

/** limber_wording_contact_channel: Returns: how the clinic reached the client: "Phone". */
const char *
limber_wording_contact_channel (LimberContactChannel channel)
{
  switch (channel)
    {
    case LIMBER_CONTACT_CHANNEL_PHONE:
      return _ ("Phone");
    case LIMBER_CONTACT_CHANNEL_TEXT:
      return _ ("Text");
    case LIMBER_CONTACT_CHANNEL_MAIL:
      return _ ("Mail");
    case LIMBER_CONTACT_CHANNEL_IN_PERSON:
      return _ ("In person");
    default:
      return "";
    }
}

/** limber_wording_contact_outcome: Returns: what came of a contact: "no answer". */
const char *
limber_wording_contact_outcome (LimberContactOutcome outcome)
{
  switch (outcome)
    {
    case LIMBER_CONTACT_OUTCOME_BOOKED:
      return _ ("booked");
    case LIMBER_CONTACT_OUTCOME_WILL_CALL_BACK:
      return _ ("will call back");
    case LIMBER_CONTACT_OUTCOME_NO_ANSWER:
      return _ ("no answer");
    case LIMBER_CONTACT_OUTCOME_NOT_INTERESTED:
      return _ ("not interested");
    default:
      return "";
    }
}

/** limber_wording_pause_reason: Returns: why a client does not come for a while: "injury". */
const char *
limber_wording_pause_reason (LimberPauseReason reason)
{
  switch (reason)
    {
    case LIMBER_PAUSE_REASON_INJURY:
      return _ ("injury");
    case LIMBER_PAUSE_REASON_OFF_SEASON:
      return _ ("off-season");
    case LIMBER_PAUSE_REASON_TRAVEL:
      return _ ("travel");
    case LIMBER_PAUSE_REASON_OTHER:
      return _ ("another reason");
    default:
      return "";
    }
}
