#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first day of a clinic, from the list of clients to the booking that a reminder brought.

After each step the database is asked too: what stands on the screen must have been written."""

import csv
import datetime
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from stage import Stage, Tap, wait_for  # noqa: E402

CLIENTS = 200
ATHLETE, LATE = 'Nia Holloway', 'Tom Bracken'
DAY = '2026-09-29'
DUNST = '''[global]
    monitor = 0
    dmenu = {picker}
    offset = 20x20
    idle_threshold = 0
'''
PICKER = '''#!/bin/sh
grep -m 1 '^#Book'
'''


def write_clients(path):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        table = csv.writer(file)
        table.writerow(['Name', 'Phone', 'E-mail', 'Team'])
        for number in range(CLIENTS):
            name = {7: ATHLETE, 8: LATE}.get(number, f'Runner {number:03}')
            table.writerow([name, f'+49 30 5550 {number:03}', f'runner{number}@example.org', 'Harriers'])


class Journey:
    def __init__(self, stage):
        self.stage = stage
        self.person = None
        self.dunst = None

    def wait_for_value(self, query, *values):
        return wait_for(query, lambda: self.stage.database.exists() and self.stage.value(query, *values))

    # The clinic

    def open(self):
        # The bus starts the window, as a click in a menu or a notification does.
        self.stage.offer('org.limber.Limber', self.stage.limber, '--gapplication-service', '--clock', f'{DAY}T10:00')
        self.activate()
        from person import Person
        self.person = Person()
        self.person.see('Welcome to Limber')

    def activate(self):
        subprocess.run(['gdbus', 'call', '--session', '--dest=org.limber.Limber', '--object-path=/org/limber/Limber',
                        '--method=org.freedesktop.Application.Activate', '@a{sv} {}'], check=True,
                       stdout=subprocess.DEVNULL)

    def found(self):
        self.person.click('Set up your clinic', 'list item')
        self.person.type('Name of the clinic', 'Stride and Knead')
        self.person.type('Your name, as the therapist', 'Ines Calder')
        self.person.press('Open the Clinic')
        self.wait_for_value("SELECT 1 FROM staff WHERE name = 'Ines Calder'")
        self.person.see('Today', 'page tab')

    def import_clients(self):
        """The window is open while the command writes; its list has to follow."""
        self.person.click('Clients', 'page tab')
        self.person.see('Add your first client')
        path = self.stage.folder / 'clients.csv'
        write_clients(path)
        done = subprocess.run([str(self.stage.limber), 'import', str(path), '--format', 'json'], check=True,
                              stdout=subprocess.PIPE)
        assert json.loads(done.stdout)['added'] == CLIENTS, done.stdout
        assert self.stage.value('SELECT count(*) FROM client') == CLIENTS
        self.person.see(f'{CLIENTS} clients')

    # The session

    def open_client(self, name):
        self.person.click('Clients', 'page tab')
        self.person.type('Search clients', name)
        self.person.see('1 found')
        self.person.click(lambda row: row.startswith(f'{name}, '), 'list item')
        self.person.see('Start session', 'push button')

    def start_session(self):
        self.person.press('Start session', window='Limber')
        self.person.press('45 minutes')
        self.person.press('Start session', window=ATHLETE)
        self.person.tick('The client agrees, today and in person', window='Before You Start')
        self.person.press('Start session', window='Before You Start')
        self.wait_for_value("SELECT 1 FROM session s JOIN client c ON c.id = s.client_id WHERE s.state = 'running' "
                            'AND s.planned_minutes = 45 AND c.name = ?', ATHLETE)
        assert self.stage.value('SELECT consent_on FROM client WHERE name = ?', ATHLETE) == DAY

    def record_finding(self):
        self.person.click('right quad', 'push button')
        self.person.press('Knot')
        self.wait_for_value("SELECT 1 FROM finding WHERE area = 'quadriceps' AND side = 'right' AND type = 'knot'")
        self.person.press('Severity 7')
        self.wait_for_value('SELECT 1 FROM finding WHERE severity_before = 7')
        self.person.press('Client was unaware of it', role='check box')
        self.wait_for_value("SELECT 1 FROM finding WHERE unaware = 1 AND source = 'therapist' AND severity_before = 7")
        self.person.press('Done')
        assert self.stage.value('SELECT count(*) FROM finding') == 1
        self.person.see('1 recorded')

    def finish(self):
        self.person.press('Finish and re-assess')
        self.wait_for_value("SELECT 1 FROM session WHERE state = 'wrap-up' AND ended_at IS NOT NULL")
        self.person.see('Rebook now')

    def rebook(self):
        """One button: the suggested day at its first free time."""
        button = self.person.see(lambda name: name.startswith('Book ') and ', ' in name, 'push button')
        self.person.press(button.plain_name)
        start = self.wait_for_value('SELECT a.start_at FROM appointment a JOIN client c ON c.id = a.client_id '
                                    "WHERE a.status = 'booked' AND a.minutes = 45 AND c.name = ?", ATHLETE)
        booked = datetime.datetime.fromtimestamp(start)
        assert button.plain_name == f'Book {booked:%a} {booked.day} {booked:%b}, {booked:%H:%M}', (booked, button.name)
        days = (booked.date() - datetime.date.fromisoformat(DAY)).days
        assert 14 <= days <= 21, f'{days} days after the visit'

    def close_session(self):
        self.person.press('Close session')
        self.wait_for_value("SELECT 1 FROM session WHERE state = 'completed'")
        self.person.see(ATHLETE)

    # The reminder

    def make_overdue(self):
        """Tom was on the table more than three weeks ago: a session entered later, as it is in daily work."""
        self.open_client(LATE)
        self.person.press('Start session', window='Limber')
        self.person.press('It already took place', role='check box', window=LATE)
        self.person.set_value('Days ago', 25, window=LATE)
        self.person.press('Enter session', window=LATE)
        self.wait_for_value("SELECT 1 FROM session s JOIN client c ON c.id = s.client_id WHERE c.name = ? "
                            "AND s.date = '2026-09-04' AND s.state IN ('wrap-up', 'completed')", LATE)
        self.person.press('Close session')
        self.wait_for_value("SELECT 1 FROM session s JOIN client c ON c.id = s.client_id WHERE c.name = ? "
                            "AND s.date = '2026-09-04' AND s.state = 'completed'", LATE)

    def start_dunst(self):
        picker, config = self.stage.folder / 'picker', self.stage.folder / 'dunstrc'
        picker.write_text(PICKER)
        picker.chmod(0o700)
        config.write_text(DUNST.format(picker=picker))
        self.dunst = self.stage.spawn('dunst', '-conf', config)
        wait_for('dunst', lambda: self.ask_dunst('count', 'displayed') == '0')

    def ask_dunst(self, *words):
        done = subprocess.run(['dunstctl', *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return done.stdout.strip() if done.returncode == 0 else None

    def remind(self):
        """One second before the quiet hours end nothing shows; then the bubble comes."""
        self.stage.spawn(self.stage.reminderd, '--clock', f'{DAY}T07:59:57')
        wait_for('the bubble', lambda: self.ask_dunst('count', 'displayed') == '1')
        nudges = self.stage.sql('SELECT c.name, n.number, n.answered_at FROM nudge n JOIN client c ON c.id = n.client_id')
        assert nudges == [(LATE, 1, None)], nudges

    def book_from_bubble(self):
        self.ask_dunst('context')
        self.person.see(lambda name: name.startswith('Book '), 'push button', 'Book a Session')
        assert self.person.find(LATE, window='Book a Session'), 'the booking does not know for whom'
        assert self.stage.value('SELECT count(*) FROM appointment') == 1
        self.person.press(lambda name: name.startswith('Book '), window='Book a Session')
        self.wait_for_value("SELECT 1 FROM appointment a JOIN client c ON c.id = a.client_id "
                            "WHERE a.status = 'booked' AND c.name = ?", LATE)

    def answered(self):
        wait_for('the end of the bubble', lambda: self.ask_dunst('count', 'displayed') == '0')
        answers = self.stage.sql('SELECT answer FROM nudge')
        assert answers == [('booked',)], answers
        assert self.stage.value('PRAGMA integrity_check') == 'ok'


def main():
    with Stage(sys.argv[1]) as stage:
        tap, journey = Tap(stage), Journey(stage)
        tap.step('the bus opens the window', journey.open)
        tap.step('two names found a clinic', journey.found)
        tap.step('200 clients come from a file and the list follows', journey.import_clients)
        tap.step('a client opens', journey.open_client, ATHLETE)
        tap.step('a session of 45 minutes starts', journey.start_session)
        tap.step('a click on the map records a knot that the client had not felt', journey.record_finding)
        tap.step('the session is finished', journey.finish)
        tap.step('the next visit is booked on the suggested day', journey.rebook)
        tap.step('the session is closed', journey.close_session)
        tap.step('another client was last here 25 days ago', journey.make_overdue)
        tap.step('the notification daemon is there', journey.start_dunst)
        tap.step('the bubble comes when the quiet hours end', journey.remind)
        tap.step('Book in the bubble opens the booking of that client', journey.book_from_bubble)
        tap.step('the booking answered the reminder and the bubble is gone', journey.answered)
        tap.end()


main()
