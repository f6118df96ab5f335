-- SPDX-License-Identifier: GPL-3.0-or-later
-- The whole clinic. Instants are UTC seconds, dates ISO text, enumerations the ids of src/domain.
-- Every row that a person writes has a UUID and a version that grows with each change.

CREATE TABLE settings (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  value TEXT
) STRICT;

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('therapist', 'front-desk')),
  color INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE team (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  note TEXT
) STRICT;

CREATE TABLE body_area (
  id TEXT NOT NULL PRIMARY KEY
) STRICT;

INSERT INTO body_area (id) VALUES
  ('head'), ('jaw'), ('neck'), ('upper-trapezius'), ('deltoid'), ('rotator-cuff'), ('pectorals'), ('biceps'),
  ('triceps'), ('forearm'), ('hand'), ('abdominals'), ('obliques'), ('rhomboids'), ('latissimus'), ('lower-back'),
  ('hip-flexors'), ('tfl'), ('gluteus-medius'), ('gluteus-minimus'), ('gluteus-maximus'), ('deep-hip-rotators'),
  ('adductors'), ('quadriceps'), ('it-band'), ('hamstrings'), ('knee'), ('popliteal'), ('anterior-shin'),
  ('peroneals'), ('gastrocnemius'), ('soleus'), ('achilles'), ('ankle'), ('foot'), ('plantar-fascia');

-- number is a short name of the row for lists of many clients.
CREATE TABLE client (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  sort_key TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  birthday TEXT,
  sport TEXT,
  team_id TEXT REFERENCES team (id),
  notes TEXT,
  emergency_name TEXT,
  emergency_phone TEXT,
  guardian_name TEXT,
  guardian_phone TEXT,
  consent_on TEXT,
  consent_by TEXT,
  cadence_min INTEGER CHECK (cadence_min >= 1),
  cadence_max INTEGER CHECK (cadence_max >= cadence_min),
  preferred_minutes INTEGER CHECK (preferred_minutes BETWEEN 10 AND 180),
  preferred_staff_id TEXT REFERENCES staff (id),
  referrer_client_id TEXT REFERENCES client (id) CHECK (referrer_client_id <> id),
  referrer_team_id TEXT REFERENCES team (id),
  referrer_text TEXT,
  worries INTEGER NOT NULL CHECK (worries IN (0, 1)),
  pin_from INTEGER CHECK (pin_from BETWEEN 3 AND 7),
  pin_to INTEGER CHECK (pin_to BETWEEN pin_from AND 7),
  pin_reason TEXT,
  language TEXT,
  snoozed_until TEXT,
  paused_on TEXT,
  paused_until TEXT,
  pause_reason TEXT CHECK (pause_reason IN ('injury', 'off-season', 'travel', 'other')),
  opted_out INTEGER NOT NULL CHECK (opted_out IN (0, 1)),
  archived_at INTEGER,
  CHECK ((cadence_min IS NULL) = (cadence_max IS NULL)),
  CHECK ((pin_from IS NULL) = (pin_to IS NULL))
) STRICT;

CREATE INDEX client_by_name ON client (archived_at, sort_key);
CREATE INDEX client_by_key ON client (sort_key);
CREATE INDEX client_by_team ON client (team_id, sort_key) WHERE team_id IS NOT NULL;
CREATE INDEX client_by_referrer ON client (referrer_client_id) WHERE referrer_client_id IS NOT NULL;

-- Derived from name, phone and e-mail of each client: one row a word that a search may begin with.
CREATE TABLE search_word (
  word TEXT NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  PRIMARY KEY (word, client_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_word_by_client ON search_word (client_id, word);

CREATE TABLE health_item (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('contraindication', 'allergy', 'injury', 'surgery', 'medication', 'pregnancy',
                                     'implant', 'red-flag')),
  scope TEXT CHECK (scope IN ('total', 'local', 'clearance')),
  area TEXT REFERENCES body_area (id),
  side TEXT CHECK (side IN ('left', 'right', 'both', 'midline')),
  text TEXT,
  since TEXT,
  resolved TEXT
) STRICT;

CREATE INDEX health_item_by_client ON health_item (client_id);

CREATE TABLE appointment (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  start_at INTEGER NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 10 AND 180),
  turnover INTEGER NOT NULL CHECK (turnover BETWEEN 0 AND 180),
  kind TEXT CHECK (kind IN ('maintenance', 'pre-event', 'inter-event', 'post-event', 'rehabilitation')),
  intent TEXT NOT NULL CHECK (intent IN ('deep', 'light')),
  status TEXT NOT NULL CHECK (status IN ('booked', 'confirmed', 'arrived', 'in-session', 'completed', 'cancelled',
                                         'late-cancelled', 'did-not-arrive')),
  note TEXT,
  override_reason TEXT
) STRICT;

CREATE INDEX appointment_by_start ON appointment (start_at);
CREATE INDEX appointment_by_client ON appointment (client_id, start_at, status);

CREATE TABLE blocked_time (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL CHECK (end_at > start_at),
  kind TEXT NOT NULL CHECK (kind IN ('break', 'meeting', 'leave', 'holiday', 'other')),
  text TEXT
) STRICT;

CREATE INDEX blocked_time_by_end ON blocked_time (end_at);

CREATE TABLE working_hours (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute INTEGER NOT NULL CHECK (from_minute >= 0),
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440)
) STRICT;

CREATE INDEX working_hours_by_staff ON working_hours (staff_id, weekday);

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  appointment_id TEXT REFERENCES appointment (id),
  date TEXT NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  entered_at INTEGER,
  planned_minutes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'wrap-up', 'completed', 'voided')),
  kind TEXT CHECK (kind IN ('maintenance', 'pre-event', 'inter-event', 'post-event', 'rehabilitation')),
  style TEXT CHECK (style IN ('relaxation', 'sports', 'deep-tissue', 'light')),
  pressure INTEGER CHECK (pressure BETWEEN 1 AND 5),
  techniques INTEGER NOT NULL,
  subjective TEXT,
  objective TEXT,
  assessment TEXT,
  plan TEXT,
  next_time TEXT,
  relaxation INTEGER CHECK (relaxation BETWEEN 0 AND 10),
  void_reason TEXT,
  hangover_level INTEGER CHECK (hangover_level BETWEEN 0 AND 10),
  hangover_days INTEGER CHECK (hangover_days >= 0),
  hangover_asked_on TEXT
) STRICT;

CREATE INDEX session_by_client ON session (client_id, state, date);
CREATE INDEX session_by_date ON session (date);
CREATE INDEX session_by_appointment ON session (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE UNIQUE INDEX session_one_running ON session (staff_id) WHERE state = 'running';
CREATE INDEX session_in_wrap_up ON session (staff_id) WHERE state = 'wrap-up';

CREATE TABLE session_pause (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  session_id TEXT NOT NULL REFERENCES session (id),
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE INDEX session_pause_by_session ON session_pause (session_id);

CREATE TABLE finding (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  session_id TEXT NOT NULL REFERENCES session (id),
  client_id TEXT NOT NULL REFERENCES client (id),
  area TEXT NOT NULL REFERENCES body_area (id),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),
  type TEXT NOT NULL CHECK (type IN ('tension', 'knot', 'trigger-point', 'tender-point', 'adhesion', 'spasm',
                                     'soreness', 'pain', 'restricted-motion', 'swelling', 'bruise', 'guarding')),
  quality TEXT CHECK (quality IN ('aching', 'sharp', 'burning', 'tingling', 'numb')),
  severity_before INTEGER CHECK (severity_before BETWEEN 0 AND 10),
  severity_after INTEGER CHECK (severity_after BETWEEN 0 AND 10),
  source TEXT CHECK (source IN ('client', 'therapist')),
  unaware INTEGER NOT NULL CHECK (unaware IN (0, 1)),
  text TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'improving', 'resolved')),
  offset_seconds INTEGER NOT NULL,
  follows_id TEXT REFERENCES finding (id),
  UNIQUE (session_id, area, side, type)
) STRICT;

CREATE INDEX finding_by_client ON finding (client_id, area);
CREATE INDEX finding_by_follows ON finding (follows_id) WHERE follows_id IS NOT NULL;
CREATE INDEX finding_open ON finding (area, client_id) WHERE status <> 'resolved';

CREATE TABLE rom (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  session_id TEXT NOT NULL REFERENCES session (id),
  client_id TEXT NOT NULL REFERENCES client (id),
  motion TEXT NOT NULL CHECK (motion <> ''),
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  before REAL,
  after REAL,
  UNIQUE (session_id, motion, side, active)
) STRICT;

CREATE INDEX rom_by_client ON rom (client_id);

CREATE TABLE race (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  first_on TEXT NOT NULL,
  last_on TEXT NOT NULL CHECK (last_on >= first_on),
  km REAL CHECK (km > 0),
  place TEXT
) STRICT;

CREATE INDEX race_by_date ON race (first_on);

CREATE TABLE race_entry (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  race_id TEXT NOT NULL REFERENCES race (id),
  client_id TEXT NOT NULL REFERENCES client (id),
  goal INTEGER NOT NULL CHECK (goal IN (0, 1)),
  hard_on TEXT,
  legs INTEGER CHECK (legs BETWEEN 0 AND 10),
  confidence INTEGER CHECK (confidence BETWEEN 0 AND 10),
  answered_on TEXT,
  UNIQUE (race_id, client_id)
) STRICT;

CREATE INDEX race_entry_by_client ON race_entry (client_id);

CREATE TABLE nudge (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id),
  cycle_on TEXT NOT NULL,
  round INTEGER NOT NULL,
  number INTEGER NOT NULL,
  due_at INTEGER,
  claimed_at INTEGER,
  shown_at INTEGER,
  answer TEXT CHECK (answer IN ('booked', 'snoozed', 'contacted', 'paused', 'opted-out')),
  answered_at INTEGER,
  UNIQUE (client_id, cycle_on, round, number)
) STRICT;

CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  client_id TEXT NOT NULL REFERENCES client (id),
  at INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'text', 'mail', 'in-person')),
  outcome TEXT NOT NULL CHECK (outcome IN ('booked', 'will-call-back', 'no-answer', 'not-interested')),
  text TEXT,
  until TEXT
) STRICT;

CREATE INDEX contact_by_client ON contact (client_id, at);

-- Append-only. What changed stands apart from the fact that it did, so that the words about an erased client
-- can go while the digests stay as they were.
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor_id TEXT,
  actor_name TEXT,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  client_id TEXT,
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  digest TEXT NOT NULL
) STRICT;

CREATE INDEX change_log_by_client ON change_log (client_id, seq) WHERE client_id IS NOT NULL;
CREATE INDEX change_log_by_entity ON change_log (entity_id, seq);

CREATE TABLE change_payload (
  seq INTEGER PRIMARY KEY REFERENCES change_log (seq),
  salt TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT;

CREATE TRIGGER change_log_keeps_rows BEFORE DELETE ON change_log
BEGIN SELECT RAISE (ABORT, 'the change log only grows'); END;

CREATE TRIGGER change_log_keeps_words BEFORE UPDATE ON change_log
BEGIN SELECT RAISE (ABORT, 'the change log only grows'); END;

CREATE TRIGGER change_payload_keeps_words BEFORE UPDATE ON change_payload
BEGIN SELECT RAISE (ABORT, 'the change log only grows'); END;
