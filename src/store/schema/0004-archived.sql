-- SPDX-License-Identifier: GPL-3.0-or-later
-- A search passes over those who are archived without looking at their rows.

CREATE INDEX client_archived ON client (id) WHERE archived_at IS NOT NULL;
