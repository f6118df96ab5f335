-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a runner's head is: worry and confidence, each time it was spoken of.

CREATE TABLE mind (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id),
  said_on TEXT NOT NULL,
  worry INTEGER NOT NULL CHECK (worry BETWEEN 0 AND 10),
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 10),
  text TEXT
) STRICT;

CREATE INDEX mind_by_client ON mind (client_id, said_on);
