#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A front desk with a phone on the shoulder and the keyboard alone.

A caller who runs a goal marathon in 11 days gets the ideal time, moves it and cancels; the time goes to somebody who was
waiting for it. Then two desks move the same appointment at once. What a key will do is looked up in the accessible tree
before it is pressed, what it did in the database, and every key is counted."""

import datetime
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from stage import Stage, Tap, wait_for  # noqa: E402

TODAY, RACE_DAY = '2026-09-29', '2026-10-10'
CALLER, WAITING, THIRD = 'Wren Halloway', 'Otto Switchback', 'Willa Runner'
PREFERRED = 'Jonah Reeve'
# As few keys as there can be: one opens the dialog, two name the client, one takes them, one books.
KEYS_TO_BOOK = 5
KEYS_TO_MOVE = 7
KEYS_TO_CANCEL = 1
KEYS_TO_FILL = 2


def instant(day, hour):
    return int(datetime.datetime.fromisoformat(f'2026-10-{day:02}T{hour:02}:00').timestamp())


class Clinic:
    """Two therapists work from Monday to Friday; the caller prefers the second and was here two weeks ago."""

    def __init__(self, stage):
        self.stage = stage

    def write(self, sql, *values):
        with sqlite3.connect(self.stage.database, timeout=30) as connection:
            connection.execute(sql, values)
        connection.close()

    def add_staff(self, name, role, color):
        self.write('INSERT INTO staff (id, version, name, role, color) VALUES (?, 1, ?, ?, ?)', name, name, role, color)

    def add_therapist(self, name, color):
        self.add_staff(name, 'therapist', color)
        for weekday in range(1, 6):
            self.write('INSERT INTO working_hours (id, version, staff_id, weekday, from_minute, to_minute) '
                       'VALUES (?, 1, ?, ?, 540, 1080)', f'{name} {weekday}', name, weekday)

    def found(self):
        table = self.stage.folder / 'clients.csv'
        table.write_text(f'Name\n{CALLER}\n{WAITING}\n{THIRD}\n')
        subprocess.run([str(self.stage.limber), 'import', str(table)], check=True, stdout=subprocess.DEVNULL)
        self.add_therapist('Ines Calder', 0)
        self.add_therapist(PREFERRED, 1)
        self.add_staff('Fenna Brook', 'front-desk', 0)
        self.write('UPDATE client SET preferred_staff_id = ? WHERE name = ?', PREFERRED, CALLER)
        self.write("INSERT INTO race (id, version, name, first_on, last_on, km) VALUES ('race', 1, 'Saltmarsh Marathon', "
                   '?, ?, 42.195)', RACE_DAY, RACE_DAY)
        self.write("INSERT INTO race_entry (id, version, race_id, client_id, goal) SELECT 'entry', 1, 'race', id, 1 "
                   'FROM client WHERE name = ?', CALLER)
        self.write("INSERT INTO session (id, version, client_id, staff_id, date, planned_minutes, state, techniques) "
                   "SELECT 'visit', 1, id, ?, '2026-09-15', 45, 'completed', 0 FROM client WHERE name = ?", PREFERRED, CALLER)
        self.write("INSERT INTO waiting (id, version, client_id, staff_id, minutes, intent, weekdays, from_minute, "
                   "to_minute, asked_at) SELECT 'wish', 1, id, ?, 45, 'deep', 0, 0, 0, 1 FROM client WHERE name = ?",
                   PREFERRED, WAITING)

    def add_appointment(self, client, start):
        self.write("INSERT INTO appointment (id, version, client_id, staff_id, start_at, minutes, turnover, intent, status) "
                   "SELECT 'other', 1, id, ?, ?, 45, 15, 'deep', 'booked' FROM client WHERE name = ?", PREFERRED, start, client)


class Desk:
    """One window of the program and the person in front of it."""

    def __init__(self, stage, *options):
        self.stage = stage
        self.process = stage.spawn(stage.limber, '--clock', f'{TODAY}T10:22', *options)
        self.person = None
        self.keys = 0

    def meet(self, before=None):
        """Waits for the program; `before`: the desk that was there already."""
        from person import Person
        self.person = Person()
        known = before and before.person.application
        owner = wait_for('the program', lambda: next((found for found in [self.person.find_application()]
                                                      if found not in (None, known)), None))
        self.person.find_application = lambda: owner
        self.person.see('Today', 'page tab')

    def window(self, title):
        found = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(self.process.pid), '--name',
                                f'^{title}$'], stdout=subprocess.PIPE, text=True).stdout.split()
        return found[-1] if found else None

    def xdotool(self, title, *words):
        number = wait_for(f'the window {title!r}', lambda: self.window(title))
        subprocess.run(['xdotool', 'windowfocus', '--sync', number, *words], check=True)

    def turn_to(self, title):
        self.xdotool(title)

    def press(self, title, *keys):
        for key in keys:
            self.xdotool(title, 'key', key)
        self.keys += len(keys)

    def focus(self):
        from person import Atspi
        return next((node.plain_name for node in self.person.look().values()
                     if node.has_state(Atspi.StateType.FOCUSED) and node.plain_name), '')

    def reach(self, name):
        """Waits until the focus is on what has that name, or begins with it."""
        wait_for(f'the focus on {name!r}, not {self.focus()!r}', lambda: self.focus().startswith(name))

    def read(self, *words):
        """Waits for a text in which all of that stands."""
        return wait_for(f'a text with {words}', lambda: self.person.find(lambda name: all(word in name for word in words)))

    def take_place(self):
        title = 'Who Is at This Desk.'
        self.person.see('Fenna Brook', 'list item')
        self.press(title, 'Tab', 'End')
        self.reach('Fenna Brook')
        self.press(title, 'Return')
        wait_for('the desk to be taken', lambda: not self.window(title))

    def show_week(self):
        self.press('Limber', 'ctrl+2')
        self.reach('10:15, Ines Calder')
        self.press('Limber', 'w')
        self.reach('10:15, Tue 29 Sep')
        self.press('Limber', 'Next')
        self.reach('10:15, Tue 6 Oct')

    def carry(self, *arrows):
        """Holds Ctrl while arrows move an appointment."""
        self.xdotool('Limber', 'keydown', 'ctrl')
        for arrow in arrows:
            self.xdotool('Limber', 'key', arrow)
        self.keys += len(arrows)

    def drop(self):
        self.xdotool('Limber', 'keyup', 'ctrl')


class Call:
    """The story of the caller."""

    def __init__(self, stage, desk):
        self.stage = stage
        self.desk = desk

    def appointment(self, client):
        return self.stage.sql('SELECT status, start_at, staff_id, a.version FROM appointment a JOIN client c '
                              'ON c.id = a.client_id WHERE c.name = ?', client)

    def wait_for_appointment(self, client, status, start):
        wait_for(f'{client}: {status}', lambda: [row[:3] for row in self.appointment(client)] == [(status, start, PREFERRED)])

    def count(self, expected, deed):
        before = self.desk.keys
        deed()
        assert self.desk.keys - before == expected, f'{self.desk.keys - before} keys instead of {expected}'

    def book(self):
        title = 'Book a Session'
        self.desk.press('Limber', 'ctrl+b')
        self.desk.reach('Name of the client')
        self.desk.press(title, 'w', 'r')
        self.desk.person.see(CALLER, window=title)
        self.desk.press(title, 'Return')
        self.desk.reach('Book Mon 5 Oct, 09:00')
        self.desk.read('Ideal')
        self.desk.press(title, 'Return')
        self.wait_for_appointment(CALLER, 'booked', instant(5, 9))

    def move(self):
        self.desk.show_week()
        self.desk.press('Limber', 'Left', 'Home')
        self.desk.reach(f'Mon 5 Oct, 09:00 to 09:45, {CALLER}, Booked, ideal before Saltmarsh Marathon')
        self.desk.carry('Right', 'Right')
        self.desk.read(f'{CALLER}: Wed 7 Oct, 09:00 – 09:45, {PREFERRED}. Acceptable')
        assert self.appointment(CALLER)[0][1] == instant(5, 9), 'it was moved before it was dropped'
        self.desk.drop()
        self.wait_for_appointment(CALLER, 'booked', instant(7, 9))
        self.desk.reach(f'Wed 7 Oct, 09:00 to 09:45, {CALLER}, Booked, acceptable before Saltmarsh Marathon')

    def cancel(self):
        self.desk.press('Limber', 'Delete')
        self.wait_for_appointment(CALLER, 'cancelled', instant(7, 9))

    def fill(self):
        self.desk.reach(f'Book {WAITING}')
        self.desk.press('A Time Has Become Free', 'Return')
        self.desk.reach('Book Wed 7 Oct, 09:00')
        self.desk.press('Book a Session', 'Return')
        self.wait_for_appointment(WAITING, 'booked', instant(7, 9))
        wait_for('the end of the wish', lambda: self.stage.value(
            'SELECT 1 FROM waiting w JOIN appointment a ON a.id = w.settled_by WHERE w.settled_at > 0'))


class Conflict:
    """The story of two desks: each has a process of its own on the same file."""

    def __init__(self, clinic, call, first):
        self.clinic = clinic
        self.call = call
        self.first = first
        self.second = None

    def open(self):
        self.clinic.add_appointment(THIRD, instant(8, 9))
        self.second = Desk(self.clinic.stage, '--database', str(self.clinic.stage.database))
        self.second.meet(self.first)
        self.second.take_place()
        assert self.first.person.application != self.second.person.application
        self.second.show_week()

    def drop_on_another(self):
        """The second desk drops the appointment where somebody is booked; it waits there for an answer."""
        self.second.press('Limber', 'Right', 'Home')
        self.second.reach(f'Wed 7 Oct, 09:00 to 09:45, {WAITING}')
        self.second.carry('Right')
        self.second.drop()
        self.second.read(f'Overlaps {THIRD} at 09:00')
        self.second.person.see('Move anyway', 'push button')

    def move_at_the_first(self):
        self.first.turn_to('Limber')
        self.first.reach(f'Wed 7 Oct, 09:00 to 09:45, {WAITING}')
        self.first.carry('Down', 'Down', 'Down', 'Down')
        self.first.drop()
        self.call.wait_for_appointment(WAITING, 'booked', instant(7, 10))

    def insist(self):
        """The second desk insists, and is told how the appointment stands now."""
        version = self.call.appointment(WAITING)[0][3]
        self.second.press('Limber', 'a', 's', 'Return')
        self.second.read('Somebody changed this appointment meanwhile', f'{WAITING}, Wed 7 Oct, 10:00 – 10:45, {PREFERRED}')
        self.second.read('Wed 7 Oct, 10:00 to 10:45', WAITING)
        self.call.wait_for_appointment(WAITING, 'booked', instant(7, 10))
        assert self.call.appointment(WAITING)[0][3] == version
        assert self.call.appointment(THIRD)[0][1] == instant(8, 9)

    def move_again(self):
        """From how it stands now the second desk can move it, and the first follows."""
        self.second.press('Limber', 'Escape')
        self.second.reach(f'Wed 7 Oct, 10:00 to 10:45, {WAITING}')
        self.second.carry('Right', 'Down')
        self.second.drop()
        self.call.wait_for_appointment(WAITING, 'booked', instant(8, 10) + 900)
        self.first.read('Thu 8 Oct, 10:15 to 11:00', WAITING)


def main():
    with Stage(sys.argv[1]) as stage:
        tap, clinic = Tap(stage), Clinic(stage)
        clinic.found()
        desk = Desk(stage)
        call = Call(stage, desk)
        conflict = Conflict(clinic, call, desk)
        tap.step('the window opens', desk.meet)
        tap.step('somebody sits down at the desk', desk.take_place)
        tap.step(f'the ideal time with the preferred therapist, in {KEYS_TO_BOOK} keys', call.count, KEYS_TO_BOOK, call.book)
        tap.step(f'moved two days on, and the verdict changes, in {KEYS_TO_MOVE} keys', call.count, KEYS_TO_MOVE, call.move)
        tap.step('cancelled with one key', call.count, KEYS_TO_CANCEL, call.cancel)
        tap.step(f'whoever waited gets the time, in {KEYS_TO_FILL} keys', call.count, KEYS_TO_FILL, call.fill)
        tap.step('a second desk opens the same clinic', conflict.open)
        tap.step('there the appointment is dropped on another and waits for an answer', conflict.drop_on_another)
        tap.step('the first desk moves it meanwhile', conflict.move_at_the_first)
        tap.step('the second is told how it stands now, and nothing is lost', conflict.insist)
        tap.step('from there it can be moved, and the first desk sees it', conflict.move_again)
        tap.end()


main()
