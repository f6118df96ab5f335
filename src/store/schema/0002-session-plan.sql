-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the time of a session is for, and the clock that it began with: boot names the start of the computer,
-- boot_at is the instant of that start.

ALTER TABLE session ADD COLUMN phases TEXT;
ALTER TABLE session ADD COLUMN boot TEXT;
ALTER TABLE session ADD COLUMN boot_at INTEGER;
