-- SPDX-License-Identifier: GPL-3.0-or-later
-- Working time that differs on one date, time that is blocked every week, and the waiting list.

-- What stands here replaces the weekly hours of that date; the same minute twice is a date without work.
CREATE TABLE day_hours (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  date TEXT NOT NULL,
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
  to_minute INTEGER NOT NULL CHECK (to_minute >= from_minute AND to_minute <= 1440)
) STRICT;

CREATE INDEX day_hours_by_date ON day_hours (date, staff_id);

CREATE TABLE weekly_block (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute INTEGER NOT NULL CHECK (from_minute >= 0),
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
  from_on TEXT,
  until_on TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('break', 'meeting', 'leave', 'holiday', 'other')),
  text TEXT
) STRICT;

-- A wish stays when it is settled, by an appointment or because it was taken off the list.
CREATE TABLE waiting (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id),
  staff_id TEXT REFERENCES staff (id),
  appointment_id TEXT REFERENCES appointment (id),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 10 AND 180),
  intent TEXT NOT NULL CHECK (intent IN ('deep', 'light')),
  from_on TEXT,
  until_on TEXT,
  weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 0 AND 127),
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 0 AND 1440),
  note TEXT,
  asked_at INTEGER NOT NULL,
  settled_at INTEGER,
  settled_by TEXT REFERENCES appointment (id)
) STRICT;

CREATE INDEX waiting_open ON waiting (asked_at) WHERE settled_at IS NULL;
CREATE INDEX waiting_by_client ON waiting (client_id);
CREATE INDEX waiting_by_appointment ON waiting (settled_by) WHERE settled_by IS NOT NULL;
