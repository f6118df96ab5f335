-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is asked between two visits: how the workouts went, where it hurts after a race; and what a runner wants to feel.

ALTER TABLE session ADD COLUMN workouts TEXT CHECK (workouts IN ('better', 'same', 'worse'));
ALTER TABLE session ADD COLUMN workouts_asked_on TEXT;

ALTER TABLE race_entry ADD COLUMN target TEXT;
ALTER TABLE race_entry ADD COLUMN areas_asked_on TEXT;

-- Where a client says it hurts after a race. Nothing here and a day in areas_asked_on: nothing hurt. entry_id names
-- the race_entry but does not hold it: what was said stays true when the entry goes, and is found when it comes back.
CREATE TABLE sore_area (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id),
  entry_id TEXT NOT NULL,
  said_on TEXT NOT NULL,
  area TEXT NOT NULL REFERENCES body_area (id),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  UNIQUE (entry_id, area, side)
) STRICT;

CREATE INDEX sore_area_by_client ON sore_area (client_id, said_on);
