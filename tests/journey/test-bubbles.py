#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminder process against notification daemons of every kind: none, a plain one, one with buttons, one that
dies and comes back, one that hangs, and two real ones. What it claims in the database is what it has shown."""

import os
import shutil
import sqlite3
import signal
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from stage import Stage, Tap, wait_for  # noqa: E402

NAME, PATH = 'org.freedesktop.Notifications', '/org/freedesktop/Notifications'
WINDOW, WINDOW_PATH, APPLICATION = 'org.limber.Limber', '/org/limber/Limber', 'org.freedesktop.Application'
DUNST = '[global]\n    monitor = 0\n    idle_threshold = 0\n'
REAL_DAEMONS = {'dunst': ['dunst', '-conf', '{config}'],
                'notification-daemon': ['/usr/lib/notification-daemon/notification-daemon']}
TODAY, LAST = '2026-09-29', '2026-09-01'
MORNING = f'{TODAY}T09:00'


class Bubbles:
    def __init__(self, stage):
        from gi.repository import Gio, GLib
        self.stage = stage
        self.GLib = GLib
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.daemon = None

    def call(self, name, path, interface, method, arguments=None):
        return self.bus.call_sync(name, path, interface, method, arguments, None, 0, 60000, None).unpack()

    def has_owner(self, name):
        arguments = self.GLib.Variant('(s)', (name,))
        return self.call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner', arguments)[0]

    # The clinic: everybody was here four weeks ago

    def make_clinic(self, clients):
        # With its backups: a clinic that is lost is not begun anew beside them.
        shutil.rmtree(self.stage.database.parent, ignore_errors=True)
        table = self.stage.folder / 'clients.csv'
        table.write_text('Name\n' + ''.join(f'Athlete{n} Sample\n' for n in range(clients)))
        subprocess.run([str(self.stage.limber), 'import', str(table)], check=True, stdout=subprocess.DEVNULL)
        self.write("INSERT INTO staff (id, version, name, role, color) VALUES ('s', 1, 'Ines', 'therapist', 0)")
        self.write("INSERT INTO session (id, version, client_id, staff_id, date, planned_minutes, state, techniques) "
                   f"SELECT 'v' || number, 1, id, 's', '{LAST}', 45, 'completed', 0 FROM client")

    def write(self, sql):
        with sqlite3.connect(self.stage.database, timeout=30) as connection:
            connection.execute(sql)
        connection.close()

    def nudges(self):
        return self.stage.value('SELECT count(*) FROM nudge')

    # The daemon

    def start_daemon(self, capabilities):
        self.daemon = self.stage.spawn('/usr/bin/python3', '-m', 'dbusmock', '--template', 'notification_daemon', '-p',
                                       '{"capabilities": "%s"}' % capabilities)
        wait_for('the daemon', lambda: self.has_owner(NAME))

    def stop_daemon(self):
        self.stage.stop(self.daemon)
        wait_for('the end of the daemon', lambda: not self.has_owner(NAME))

    def calls(self, method='Notify'):
        calls = self.call(NAME, PATH, 'org.freedesktop.DBus.Mock', 'GetCalls')[0]
        return [arguments for _, called, arguments in calls if called == method]

    def invoke(self, number, action):
        values = self.GLib.Variant('(sssav)', ('', 'ActionInvoked', 'us', [self.GLib.Variant('u', number),
                                                                         self.GLib.Variant('s', action)]))
        self.call(NAME, PATH, 'org.freedesktop.DBus.Mock', 'EmitSignal', values)

    def once(self, clock=MORNING):
        subprocess.run([str(self.stage.reminderd), '--once', '--clock', clock], check=True, timeout=120)

    def start_reminders(self, clock=MORNING):
        process = self.stage.spawn(self.stage.reminderd, '--clock', clock)
        wait_for('the reminder process', lambda: self.has_owner('org.limber.Limber.Reminder'))
        return process

    # The promises

    def nobody_listens(self):
        self.make_clinic(1)
        self.once()
        assert self.nudges() == 0, 'a nudge was claimed that nobody could see'

    def no_bus(self):
        environment = dict(os.environ, DBUS_SESSION_BUS_ADDRESS='unix:path=/nowhere')
        for words in ([], ['--once']):
            subprocess.run([str(self.stage.reminderd), '--clock', MORNING, *words], check=True, env=environment,
                           timeout=120)
        assert self.nudges() == 0

    def plain_daemon(self):
        """Without buttons the text says how to book; nobody is named."""
        self.make_clinic(1)
        self.start_daemon('body')
        process = self.start_reminders()
        wait_for('the bubble', self.calls)
        _, _, _, title, body, actions, hints, _ = self.calls()[0]
        assert 'Athlete' not in title + body, (title, body)
        assert actions == [] and 'open Limber' in body, (actions, body)
        assert hints['desktop-entry'] == 'org.limber.Limber', hints
        self.stage.stop(process)
        self.stop_daemon()

    def buttons(self):
        """Book, Later and a click on the bubble; --once ends at once, so it offers no button that nobody hears."""
        self.make_clinic(1)
        self.start_daemon('body actions')
        process = self.start_reminders()
        wait_for('the bubble', self.calls)
        assert self.calls()[0][5][::2] == ['default', 'book', 'later'], self.calls()
        assert 'open Limber' not in self.calls()[0][4]
        self.invoke(1, 'later')
        wait_for('the snooze', lambda: self.stage.value('SELECT snoozed_until FROM client') == '2026-09-30')
        assert self.stage.value('SELECT answer FROM nudge') == 'snoozed'
        self.stage.stop(process)
        self.make_clinic(1)
        self.once()
        assert self.calls()[-1][5] == [] and 'open Limber' in self.calls()[-1][4], self.calls()[-1]
        self.stop_daemon()

    def two_processes(self):
        self.make_clinic(3)
        self.start_daemon('body actions')
        pair = [self.stage.spawn(self.stage.reminderd, '--once', '--clock', MORNING) for _ in range(2)]
        assert [process.wait(120) for process in pair] == [0, 0]
        assert len(self.calls()) == 3 and self.nudges() == 3, self.calls()
        self.once()
        assert len(self.calls()) == 3
        self.stop_daemon()

    def summary(self):
        """Four at one moment are one bubble; it goes when all four have their answer."""
        self.make_clinic(4)
        self.start_daemon('body actions')
        process = self.start_reminders()
        wait_for('the summary', self.calls)
        assert len(self.calls()) == 1 and self.calls()[0][3].startswith('4 '), self.calls()
        self.write("UPDATE nudge SET answer = 'contacted', answered_at = 1")
        wait_for('the end of the summary', lambda: self.calls('CloseNotification'))
        self.stage.stop(process)
        self.stop_daemon()

    def restart(self):
        """A daemon that comes back meets a process that waited for it, and no click of an old bubble."""
        self.make_clinic(1)
        process = self.start_reminders()
        self.start_daemon('body actions')
        wait_for('the bubble of the first daemon', self.calls)
        assert self.nudges() == 1
        self.stop_daemon()
        self.write("INSERT INTO client (id, version, name, sort_key, worries, opted_out) "
                   "VALUES ('second', 1, 'Late Comer', 'late comer', 0, 0)")
        self.write("INSERT INTO session (id, version, client_id, staff_id, date, planned_minutes, state, techniques) "
                   f"VALUES ('w', 1, 'second', 's', '{LAST}', 45, 'completed', 0)")
        self.start_daemon('body actions')
        wait_for('the bubble of the second daemon', self.calls)
        self.invoke(1, 'later')
        wait_for('the snooze', lambda: self.stage.value("SELECT snoozed_until FROM client WHERE id = 'second'"))
        assert self.stage.value("SELECT count(*) FROM client WHERE snoozed_until IS NOT NULL") == 1
        self.stage.stop(process)
        self.stop_daemon()

    def emit(self, signal_name, signature, *values):
        variants = [self.GLib.Variant(kind, value) for kind, value in zip(signature, values)]
        self.call(NAME, PATH, 'org.freedesktop.DBus.Mock', 'EmitSignal',
                  self.GLib.Variant('(sssav)', ('', signal_name, signature, variants)))

    def token(self):
        """The click brings a token along, with which the window may come to the front."""
        self.make_clinic(1)
        self.start_daemon('body actions')
        window = self.stage.spawn('/usr/bin/python3', '-m', 'dbusmock', WINDOW, WINDOW_PATH, APPLICATION)
        wait_for('the window', lambda: self.has_owner(WINDOW))
        self.call(WINDOW, WINDOW_PATH, 'org.freedesktop.DBus.Mock', 'AddMethod',
                  self.GLib.Variant('(sssss)', (APPLICATION, 'ActivateAction', 'sava{sv}', '', '')))
        process = self.start_reminders()
        wait_for('the bubble', self.calls)
        self.emit('ActivationToken', 'us', 1, 'token-7')
        self.emit('ActionInvoked', 'us', 1, 'book')
        asked = wait_for('the click', lambda: self.call(WINDOW, WINDOW_PATH, 'org.freedesktop.DBus.Mock', 'GetCalls')[0])
        _, method, (action, parameters, data) = asked[0]
        assert (method, action) == ('ActivateAction', 'book'), asked
        assert parameters == [self.stage.value('SELECT id FROM client')], asked
        assert data['activation-token'] == 'token-7', data
        # The window goes, and nobody asked to be reminded without it.
        self.stage.stop(window)
        wait_for('the end of the reminder process', lambda: process.poll() is not None)
        self.stop_daemon()

    def test_button(self):
        """--test says what happened, in words for a person."""
        def say():
            done = subprocess.run([str(self.stage.reminderd), '--test'], stdout=subprocess.PIPE, text=True, timeout=120)
            return done.returncode, done.stdout.strip()
        status, words = say()
        assert status == 1 and 'No notification service answers' in words, words
        self.start_daemon('body actions')
        status, words = say()
        assert status == 0 and 'shows buttons' in words, words
        assert self.calls()[-1][3] == "A test of Limber's notifications", self.calls()
        self.stop_daemon()
        self.start_daemon('body')
        status, words = say()
        assert status == 0 and 'no buttons' in words, words
        self.stop_daemon()

    def next_client(self):
        """Ten minutes before, and gone when the client is due on the table."""
        self.make_clinic(1)
        self.write("UPDATE client SET opted_out = 1")
        start = int(subprocess.run(['date', '-d', f'{TODAY} 10:30', '+%s'], stdout=subprocess.PIPE, text=True).stdout)
        self.write("INSERT INTO appointment (id, version, client_id, staff_id, start_at, minutes, turnover, kind, intent, "
                   f"status) SELECT 'a', 1, id, 's', {start}, 45, 15, 'maintenance', 'deep', 'confirmed' FROM client")
        self.start_daemon('body actions')
        process = self.start_reminders(f'{TODAY}T10:19:58')
        wait_for('the bubble', lambda: [call for call in self.calls() if call[3] == 'Next client in 10 minutes'])
        told = len(self.calls())
        assert self.stage.value("SELECT count(*) FROM notice WHERE id LIKE 'next-client:a:%'") == 1
        self.stage.stop(process)
        looks = len(self.calls('GetCapabilities'))
        process = self.start_reminders(f'{TODAY}T10:25')
        wait_for('a look', lambda: len(self.calls('GetCapabilities')) > looks)
        assert len(self.calls()) == told, 'a restart told it twice'
        self.stage.stop(process)
        self.stop_daemon()

    def zone_changes(self):
        """The clinic moves to another zone while the process runs: its quiet hours move with it."""
        self.make_clinic(1)
        self.write("INSERT OR REPLACE INTO settings (id, version, value) VALUES ('time-zone', 1, 'America/New_York')")
        self.start_daemon('body actions')
        process = self.start_reminders(f'{TODAY}T09:00:00+02:00')
        wait_for('a look', lambda: self.calls('GetServerInformation'))
        assert self.nudges() == 0
        self.stage.stop(process)
        self.write("UPDATE settings SET value = 'Europe/Berlin' WHERE id = 'time-zone'")
        process = self.start_reminders(f'{TODAY}T09:00:00+02:00')
        wait_for('the bubble', self.calls)
        self.stage.stop(process)
        self.stop_daemon()

    def hung(self):
        """A daemon that does not answer for 25 seconds: nothing is claimed meanwhile, and all of it comes later."""
        self.make_clinic(1)
        self.start_daemon('body actions')
        self.daemon.send_signal(signal.SIGSTOP)
        # Calls take 25 seconds to fail; the second one finds the daemon awake.
        process = self.stage.spawn(self.stage.reminderd, '--once', '--clock', MORNING)
        assert process.wait(120) == 0
        assert self.nudges() == 0, 'a nudge was claimed that nobody could see'
        self.daemon.send_signal(signal.SIGCONT)
        self.once()
        assert len(self.calls()) == 1 and self.nudges() == 1, self.calls()
        self.stop_daemon()

    def killed(self):
        """A daemon that is killed with a bubble on the screen takes nothing along but the bubble."""
        self.make_clinic(1)
        self.start_daemon('body actions')
        process = self.start_reminders()
        wait_for('the bubble', self.calls)
        self.daemon.kill()
        self.daemon.wait()
        wait_for('the end of the daemon', lambda: not self.has_owner(NAME))
        self.start_daemon('body actions')
        wait_for('a look at the new daemon', lambda: self.calls('GetServerInformation'))
        assert self.calls() == [] and self.nudges() == 1, 'it was shown twice'
        assert process.poll() is None
        self.stage.stop(process)
        self.stop_daemon()

    def real_daemon(self, name):
        """On the screen of a program that people run; dunst's windows also tell when it was closed."""
        config = self.stage.folder / 'dunstrc'
        config.write_text(DUNST)
        self.make_clinic(1)
        self.daemon = self.stage.spawn(*(word.format(config=config) for word in REAL_DAEMONS[name]))
        wait_for(name, lambda: self.has_owner(NAME))
        def seen():
            words = ['xdotool', 'search', '--onlyvisible', '--class', name]
            return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.strip()
        process = self.start_reminders()
        wait_for('the bubble on the screen', seen)
        assert self.nudges() == 1
        self.write("UPDATE nudge SET answer = 'contacted', answered_at = 1")
        if name == 'dunst':
            wait_for('the end of the bubble', lambda: not seen())
        self.stage.stop(process)
        self.stop_daemon()

    def other_zone(self):
        """Quiet hours are those of the clinic, wherever the computer thinks it is."""
        self.make_clinic(1)
        self.write("INSERT OR REPLACE INTO settings (id, version, value) VALUES ('time-zone', 1, 'America/New_York')")
        self.start_daemon('body actions')
        self.once(f'{TODAY}T09:00:00+02:00')
        assert self.nudges() == 0, 'it is three in the morning in New York'
        self.once(f'{TODAY}T15:00:00+02:00')
        assert self.nudges() == 1
        self.stop_daemon()


def main():
    with Stage(sys.argv[1]) as stage:
        tap, bubbles = Tap(stage), Bubbles(stage)
        tap.step('without a daemon nothing is claimed', bubbles.nobody_listens)
        tap.step('without a bus it keeps quiet', bubbles.no_bus)
        tap.step('a daemon without buttons gets a text that says how', bubbles.plain_daemon)
        tap.step('buttons work, and are not offered by a process that leaves', bubbles.buttons)
        tap.step('two processes show each nudge once', bubbles.two_processes)
        tap.step('more than three are one summary, gone when all are answered', bubbles.summary)
        tap.step('a daemon that comes back is used, and old bubbles are forgotten', bubbles.restart)
        tap.step('the quiet hours are those of the clinic', bubbles.other_zone)
        tap.step('the click passes a token on, and the process goes with the window', bubbles.token)
        tap.step('a test notification says what happened', bubbles.test_button)
        tap.step('the next client is told ten minutes before, once', bubbles.next_client)
        tap.step('another time zone counts from the next look on', bubbles.zone_changes)
        tap.step('a daemon that hangs costs nothing but time', bubbles.hung)
        tap.step('a daemon that is killed is told nothing twice', bubbles.killed)
        tap.step('dunst shows it and closes it when it is answered', bubbles.real_daemon, 'dunst')
        tap.step('notification-daemon shows it', bubbles.real_daemon, 'notification-daemon')
        tap.end()


main()
