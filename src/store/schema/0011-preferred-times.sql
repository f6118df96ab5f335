-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a client likes to come: days of the week as a mask (0 for any) and minutes of the day (0 for any).

ALTER TABLE client ADD COLUMN preferred_weekdays INTEGER NOT NULL DEFAULT 0 CHECK (preferred_weekdays BETWEEN 0 AND 127);
ALTER TABLE client ADD COLUMN preferred_from INTEGER NOT NULL DEFAULT 0 CHECK (preferred_from BETWEEN 0 AND 1440);
ALTER TABLE client ADD COLUMN preferred_to INTEGER NOT NULL DEFAULT 0 CHECK (preferred_to BETWEEN 0 AND 1440);
