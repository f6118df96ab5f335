#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A morning: somebody logs in, the desktop starts what stands in the autostart folder, a bubble comes, and its button
opens the booking in a window that did not run. A notification daemon that hangs meanwhile does not hold up the window."""

import configparser
import os
import signal
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from stage import Stage, Tap, wait_for  # noqa: E402

NAME, PATH = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications'
WINDOW, REMINDER = 'org.limber.Limber', 'org.limber.Limber.Reminder'
DAY, LAST = '2026-09-29', '2026-09-01'
PINGS = 200


class Morning:
    def __init__(self, stage):
        from gi.repository import Gio, GLib
        self.stage, self.GLib = stage, GLib
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.daemon = self.person = None

    def call(self, name, path, interface, method, signature=None, *values):
        arguments = self.GLib.Variant(signature, values) if signature else None
        return self.bus.call_sync(name, path, interface, method, arguments, None, 0, 60000, None).unpack()

    def has_owner(self, name):
        return self.call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner', '(s)', name)[0]

    def make_clinic(self):
        table = self.stage.folder / 'clients.csv'
        table.write_text('Name\nTom Bracken\n')
        subprocess.run([str(self.stage.limber), 'import', str(table)], check=True, stdout=subprocess.DEVNULL)
        with sqlite3.connect(self.stage.database) as clinic:
            clinic.execute("INSERT INTO staff (id, version, name, role, color) VALUES ('s', 1, 'Ines', 'therapist', 0)")
            clinic.executemany("INSERT INTO working_hours VALUES (?, 1, 's', ?, 480, 1020)",
                               [(f'w{day}', day) for day in range(1, 6)])
            clinic.execute("INSERT INTO session (id, version, client_id, staff_id, date, planned_minutes, state, "
                           f"techniques) SELECT 'v', 1, id, 's', '{LAST}', 45, 'completed', 0 FROM client")
        clinic.close()
        self.stage.offer(WINDOW, self.stage.limber, '--gapplication-service', '--clock', f'{DAY}T10:05')
        # As the preferences write it, and with the clock of this morning.
        folder = self.stage.folder / 'config' / 'autostart'
        folder.mkdir(parents=True)
        (folder / f'{REMINDER}.desktop').write_text('[Desktop Entry]\nType=Application\nName=Limber reminders\n'
                                                    f'Exec={self.stage.reminderd} --clock {DAY}T07:59:57\n')

    def log_in(self):
        self.daemon = self.stage.spawn('/usr/bin/python3', '-m', 'dbusmock', '--template', 'notification_daemon', '-p',
                                       '{"capabilities": "body actions"}')
        wait_for('the daemon', lambda: self.has_owner(NAME))
        for path in (self.stage.folder / 'config' / 'autostart').glob('*.desktop'):
            entry = configparser.ConfigParser(interpolation=None)
            entry.read(path)
            self.stage.spawn(*entry['Desktop Entry']['Exec'].split())
        wait_for('the reminder process', lambda: self.has_owner(REMINDER))

    def bubbles(self):
        calls = self.call(NAME, PATH, 'org.freedesktop.DBus.Mock', 'GetCalls')[0]
        return [arguments for _, called, arguments in calls if called == 'Notify']

    def bubble(self):
        wait_for('the bubble', self.bubbles)
        assert not self.has_owner(WINDOW), 'the window was not asked for'

    def click(self):
        values = [self.GLib.Variant('u', 1), self.GLib.Variant('s', 'book')]
        self.call(NAME, PATH, 'org.freedesktop.DBus.Mock', 'EmitSignal', '(sssav)', '', 'ActionInvoked', 'us', values)
        wait_for('the window', lambda: self.has_owner(WINDOW))

    def booking(self):
        from person import Person
        self.person = Person()
        self.person.see(lambda name: name.startswith('Book '), 'push button', 'Book a Session')
        assert self.person.find('Tom Bracken', window='Book a Session'), 'the booking does not know for whom'
        self.person.press(lambda name: name.startswith('Book '), window='Book a Session')
        wait_for('the booking', lambda: self.stage.value("SELECT 1 FROM appointment WHERE status = 'booked'"))
        assert self.stage.value('SELECT answer FROM nudge') == 'booked'

    def hang(self):
        """The window answers from its main loop while the daemon sleeps. How fast is for people to read."""
        self.daemon.send_signal(signal.SIGSTOP)
        slowest = 0
        for _ in range(PINGS):
            start = time.monotonic()
            self.call(WINDOW, '/org/limber/Limber', 'org.gtk.Actions', 'DescribeAll')
            slowest = max(slowest, time.monotonic() - start)
        print(f'# slowest of {PINGS} answers: {slowest * 1000:.1f} ms')
        self.daemon.send_signal(signal.SIGCONT)


def main():
    with Stage(sys.argv[1]) as stage:
        tap, morning = Tap(stage), Morning(stage)
        tap.step('a clinic that reminds while its window is closed', morning.make_clinic)
        tap.step('somebody logs in', morning.log_in)
        tap.step('the bubble comes, and no window', morning.bubble)
        tap.step('its button starts the window', morning.click)
        tap.step('the booking is prefilled, and answers the reminder', morning.booking)
        tap.step('a daemon that hangs does not hold up the window', morning.hang)
        tap.end()


main()
