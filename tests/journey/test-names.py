#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever takes the keyboard says what it is: no empty name, no mark of a mnemonic, no name of a class."""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from stage import Stage, Tap, wait_for  # noqa: E402

CLOCK = '2026-09-29T10:22'
LEAKS = ('_', 'Gtk', 'Adw', 'Limber')
# They scroll with the keyboard and have no name in any program; the toolkit names the parts of its own widgets.
SILENT = ('scroll pane', 'scroll bar', 'frame', 'window', 'dialog', 'panel', 'filler')
PAGES = ('Today', 'Schedule', 'Clients', 'Rebook', 'Races')


class Names:
    def __init__(self, stage):
        self.stage = stage
        self.person = None
        self.told = set()

    def open(self):
        self.stage.spawn(self.stage.limber, '--demo', '--clock', CLOCK)
        from person import Person
        self.person = Person()
        self.person.see('Today', 'page tab')

    def is_a_part(self, node):
        """What the toolkit makes and names itself: the insides of a drop-down, the lists of groups of preferences."""
        above = list(self.person.above(self.person.tree.get(node.parent)))
        if any(parent.role == 'combo box' and parent.name for parent in above):
            return True
        if any(parent.name in ('Preferences', 'LimberRecordReminders') for parent in above):
            return node.role in ('list', 'list item') or node.name == 'GtkSearchEntry'
        # A page that was not shown yet has buttons without words; a window that was closed is gone.
        return (node.name == 'GtkButton' and not self.person.is_on_screen(node)
                or self.person.window_of(node) is None)

    def bad_names(self):
        from person import FOCUSABLE
        for node in self.person.look(thorough=True).values():
            if not node.has_state(FOCUSABLE) or node.role in SILENT or self.is_a_part(node):
                continue
            if not node.name.strip() or node.name.startswith(LEAKS) and node.name != 'Limber':
                where = next((above.name for above in self.person.above(self.person.tree.get(node.parent))
                              if above.name and not above.name.startswith(('Gtk', 'AdwBin', 'AdwGizmo'))), 'nowhere')
                yield f'{node.role} {node.name!r} in {where}'

    def check(self):
        # Rows that are just being filled have no name yet.
        try:
            wait_for('names', lambda: not list(self.bad_names()), 10)
        except AssertionError:
            raise AssertionError('\n'.join(sorted(set(self.bad_names()))))

    def page(self, name):
        self.person.click(name, 'page tab')
        self.check()

    def preferences(self):
        self.press_key('Limber', 'ctrl+comma')
        self.person.see('Preferences', window='Preferences')
        self.check()
        self.press_key('Preferences', 'Escape')

    def booking(self):
        self.person.click('Today', 'page tab')
        self.press_key('Limber', 'ctrl+b')
        self.person.see('Cancel', window='Book a Session')
        self.check()
        self.person.press('Cancel', window='Book a Session')

    def record(self):
        self.person.click('Clients', 'page tab')
        self.person.click(lambda name: ', ' in name, 'list item')
        self.person.see('Start session', 'push button')
        self.check()

    def session(self):
        self.person.click('Today', 'page tab')
        self.person.click('Open session', 'push button')
        self.person.see('Finish and re-assess')
        self.check()

    def wrap_up(self):
        self.person.press('Finish and re-assess')
        self.person.see('Rebook now')
        self.check()

    def press_key(self, title, key):
        number = wait_for(f'the window {title!r}', lambda: self.person.x_window(title))
        subprocess.run(['xdotool', 'windowfocus', '--sync', number, 'key', key], check=True)


def main():
    with Stage(sys.argv[1]) as stage:
        tap, names = Tap(stage), Names(stage)
        tap.step('a demo opens', names.open)
        for name in PAGES:
            tap.step(f'names on {name}', names.page, name)
        tap.step('names in Preferences', names.preferences)
        tap.step('names in the booking', names.booking)
        tap.step('names in the record', names.record)
        tap.step('names in the session', names.session)
        tap.step('names in the wrap-up', names.wrap_up)
        tap.end()


main()
