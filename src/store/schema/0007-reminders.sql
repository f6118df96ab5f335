-- SPDX-License-Identifier: GPL-3.0-or-later
-- The clinic's own words for messages to its clients, and what a desk was told of beside the nudges.

-- Without a row the words that come with the program hold.
CREATE TABLE message_template (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'text', 'mail')),
  language TEXT NOT NULL CHECK (language <> ''),
  subject TEXT,
  body TEXT NOT NULL,
  UNIQUE (channel, language)
) STRICT;

-- The id says what was told, to which desk, of which day: so it is told once however many processes look.
CREATE TABLE notice (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  shown_at INTEGER NOT NULL
) STRICT;
