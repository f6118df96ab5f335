-- SPDX-License-Identifier: GPL-3.0-or-later
-- What somebody typed into a form and has not saved, a row for each field. It is no change of the clinic, so the
-- change log does not tell it and no page follows it.

CREATE TABLE draft (
  owner TEXT NOT NULL, -- who sat at the desk; '' for nobody
  form TEXT NOT NULL,
  subject TEXT NOT NULL, -- the id of what the form is about; '' for something new
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  client_id TEXT REFERENCES client (id) ON DELETE CASCADE,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (owner, form, subject, field)
) STRICT;

CREATE INDEX draft_by_client ON draft (client_id) WHERE client_id IS NOT NULL;
