-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a therapist changes in the plan for home: for one client's area, and as a text to use again.

CREATE TABLE self_care_note (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id),
  area TEXT NOT NULL REFERENCES body_area (id),
  text TEXT,
  left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),
  UNIQUE (client_id, area)
) STRICT;

CREATE TABLE self_care_template (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  text TEXT NOT NULL
) STRICT;
