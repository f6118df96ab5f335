-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a backup took the place of the clinic. Until somebody has looked and confirmed, nothing acts by itself.

CREATE TABLE restored (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  restored_at INTEGER NOT NULL,
  kept TEXT NOT NULL,
  confirmed_at INTEGER
) STRICT;
