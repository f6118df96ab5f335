# SPDX-License-Identifier: GPL-3.0-or-later
"""A person in front of the window: sees the accessible tree and clicks.

One call brings the whole tree over (the cache of AT-SPI), which keeps a test quick with hundreds of rows. Only window
coordinates are right, rows of lists have no action of their own, GrabFocus fails, and no state says what is on the
screen. So what has an action gets it and the rest a real click. What is on the screen depends on the release of GTK:

 - 4.8 lists hidden pages as well, so a look asks what lies at a point;
 - 4.18 lists as children only what is mapped, but keeps the rest in its cache, without a name and called showing, and
   finds it at points too. So the tree is what a screen reader can walk to, and of that is seen what no scrolled area
   cuts off. Its places are worse as well: they count the margin around a window backwards and forget all padding
   inside, which is near enough for rows and check boxes; for buttons it has an action.
"""

import collections
import subprocess

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from stage import wait_for  # noqa: E402

# AT-SPI renamed it in 2.56; GTK 4.8 knows no other role for buttons that stay down.
ROLES = {'button': 'push button', 'toggle button': 'push button'}
# Of Debian 13; none of the releases between was tried.
LISTS_MAPPED_ONLY = (4, 18)
ROOT = '/org/a11y/atspi/accessible/root'
WINDOW_COORDINATES = 1
TOPLEVELS = ('frame', 'window', 'dialog', 'alert')
FOCUSABLE = Atspi.StateType.FOCUSABLE
CHECKED = Atspi.StateType.CHECKED
CLIMB = 6
THOROUGH = 8


class Node:
    """What the tree told of one widget."""

    def __init__(self, item):
        (_, self.path), _, (_, self.parent), _, self.n_children, self.interfaces, self.name, role, _, states = item
        name = Atspi.role_get_name(Atspi.Role(role))
        self.role = ROLES.get(name, name)
        self.states = states

    @property
    def plain_name(self):
        """The name as people hear it: GTK 4.8 says the label of some buttons twice, with the mark of its mnemonic."""
        name = self.name.replace('_', '')
        half = len(name) // 2
        return name[:half] if len(name) % 2 and name[half] == ' ' and name[:half] == name[half + 1:] else name

    def has_state(self, state):
        return bool(self.states[int(state) // 32] >> int(state) % 32 & 1)


class Person:
    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, -1,
                                    None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.application = None
        self.toolkit = None
        self.tree = {}
        self.looks = 0

    # Looking

    def call(self, owner, path, interface, method, signature=None, *values):
        arguments = GLib.Variant(signature, values) if signature else None
        return self.bus.call_sync(owner, path, f'org.a11y.atspi.{interface}', method, arguments, None, 0, 60000,
                                  None).unpack()

    def find_application(self):
        children = self.call('org.a11y.atspi.Registry', ROOT, 'Accessible', 'GetChildren')[0]
        return children[-1][0] if children else None

    def get_items(self):
        items = self.call(self.application, '/org/a11y/atspi/cache', 'Cache', 'GetItems')[0]
        return {node.path: node for node in map(Node, items)}

    def get_children(self, path):
        """Asking for them also makes them known to the cache."""
        try:
            return [child for _, child in self.call(self.application, path, 'Accessible', 'GetChildren')[0]]
        except GLib.Error:
            return []  # it has just gone

    def look(self, thorough=False):
        """The whole tree as it is now, by path; empty while there is no window."""
        self.tree = {}
        self.looks += 1
        try:
            self.application = self.find_application()
            if self.application:
                self.toolkit = self.toolkit or self.ask_toolkit()
                self.tree = self.get_listed() if self.toolkit >= LISTS_MAPPED_ONLY else self.get_known(thorough)
        except GLib.Error:
            pass  # it is only starting
        return self.tree

    def ask_toolkit(self):
        """The release of GTK."""
        version = self.bus.call_sync(self.application, ROOT, 'org.freedesktop.DBus.Properties', 'Get',
                                     GLib.Variant('(ss)', ('org.a11y.atspi.Application', 'Version')), None, 0, 60000,
                                     None).unpack()[0]
        return tuple(int(part) for part in version.split('.'))

    def get_listed(self):
        """What can be walked to from the root, child by child."""
        listed, waiting = {ROOT}, [ROOT]
        while waiting:
            children = [path for path in self.get_children(waiting.pop()) if path not in listed]
            listed.update(children)
            waiting += children
        return {path: node for path, node in self.get_items().items() if path in listed}

    def get_known(self, thorough):
        """What the cache holds, after it has met everything."""
        self.get_children(ROOT)
        self.tree = self.get_items()
        # Widgets that went may still be counted: from time to time all have to answer.
        thorough = thorough or self.looks % THOROUGH == 0
        while self.make_known(thorough):
            self.tree = self.get_items()
        return self.tree

    def make_known(self, thorough):
        """Walks down to what the cache has not met yet; returns whether there was any."""
        known = collections.Counter(node.parent for node in self.tree.values())
        waiting = [node.path for node in self.tree.values() if thorough or node.n_children > known[node.path]]
        new = False
        while waiting:
            children = [path for path in self.get_children(waiting.pop()) if path not in self.tree]
            waiting += children
            new = new or bool(children)
        return new

    def above(self, node):
        while node:
            yield node
            node = self.tree.get(node.parent)

    def window_of(self, node):
        return next((parent for parent in self.above(node) if parent.role in TOPLEVELS), None)

    def box(self, node):
        return self.call(self.application, node.path, 'Component', 'GetExtents', '(u)', WINDOW_COORDINATES)[0]

    def is_on_screen(self, node):
        window = self.window_of(node)
        if window is None or window is node:
            return window is not None
        try:
            return self.is_in_view(node) if self.toolkit >= LISTS_MAPPED_ONLY else self.is_met(node, window)
        except GLib.Error:
            return False

    def is_in_view(self, node):
        """Whether the window and all scrolled areas around it leave its middle free."""
        x, y, width, height = self.box(node)
        middle_x, middle_y = x + width // 2, y + height // 2
        views = [self.box(parent) for parent in self.above(node) if parent.role in (*TOPLEVELS, 'scroll pane')]
        return width > 0 and height > 0 and all(left <= middle_x < left + wide and top <= middle_y < top + high
                                                for left, top, wide, high in views)

    def is_met(self, node, window):
        """Whether a pointer in its middle would meet it or what belongs to it."""
        x, y, width, height = self.box(node)
        hit = self.call(self.application, window.path, 'Component', 'GetAccessibleAtPoint', '(iiu)',
                        x + width // 2, y + height // 2, WINDOW_COORDINATES)[0][1]
        near = [parent.path for parent in self.above(node) if parent.role not in TOPLEVELS][:CLIMB]
        return width > 0 and height > 0 and (
            hit in near or node.path in [parent.path for parent in self.above(self.tree.get(hit))])

    def find_all(self, name, role=None, window=None):
        """Everything of that name (or that the name is true for), also on hidden pages and in popovers."""
        found = [node for node in self.look().values() if role in (None, node.role)
                 and (name(node.plain_name) if callable(name) else node.plain_name == name)]
        if window is None:
            return found
        return [node for node in found if getattr(self.window_of(node), 'name', None) == window]

    def find(self, name, role=None, window=None):
        return next(iter(self.find_all(name, role, window)), None)

    def find_on_screen(self, name, role=None, window=None):
        return next((node for node in self.find_all(name, role, window) if self.is_on_screen(node)), None)

    def see(self, name, role=None, window=None):
        """Waits until something of that name is on the screen."""
        return wait_for(f'{role or "something"} called {name!r}', lambda: self.find_on_screen(name, role, window))

    # Touching

    def press(self, name, role='push button', window=None):
        """Activates what has that name, through its own action."""
        def pressed():
            node = self.find(name, role, window)
            try:
                return node and self.call(self.application, node.path, 'Action', 'DoAction', '(i)', 0)[0]
            except GLib.Error:
                return False
        wait_for(f'{name!r} to be pressed', pressed)

    def x_window(self, title):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{title}$'], stdout=subprocess.PIPE,
                               text=True).stdout.split()
        return found[-1] if found else None

    def middle(self, node):
        """Where to click."""
        x, y, width, height = self.box(node)
        left, top = self.box(self.window_of(node))[:2] if self.toolkit >= LISTS_MAPPED_ONLY else (0, 0)
        return str(x + width // 2 - 2 * left), str(y + height // 2 - 2 * top)

    def has_click(self, node):
        return 'Click' in [action for action, *_ in self.call(self.application, node.path, 'Action', 'GetActions')[0]]

    def click(self, name, role=None, window=None):
        """A real click into the middle of what has that name, where the toolkit knows well enough where that is."""
        node = self.see(name, role, window)
        if self.toolkit >= LISTS_MAPPED_ONLY and self.has_click(node):
            self.press(name, role, window)
            return
        title = self.window_of(node).name
        number = wait_for(f'the window {title!r}', lambda: self.x_window(title))
        subprocess.run(['xdotool', 'windowfocus', number, 'mousemove', '--window', number, *self.middle(node),
                        'click', '1'], check=True)

    def tick(self, name, window=None):
        """A click into a check box, which is over when the box shows it."""
        def is_ticked():
            box = self.find(name, 'check box', window)
            return box and box.has_state(CHECKED)
        self.click(name, 'check box', window)
        wait_for(f'{name!r} to be ticked', is_ticked)

    def type(self, name, text, window=None):
        """Puts text into an entry."""
        def typed():
            for node in self.find_all(name, None, window):
                if 'org.a11y.atspi.EditableText' in node.interfaces:
                    return self.call(self.application, node.path, 'EditableText', 'SetTextContents', '(s)', text)[0]
            return False
        wait_for(f'the entry {name!r}', typed)

    def set_value(self, name, value, window=None):
        """Sets a number."""
        def has_set():
            for node in self.find_all(name, None, window):
                if 'org.a11y.atspi.Value' in node.interfaces:
                    self.bus.call_sync(self.application, node.path, 'org.freedesktop.DBus.Properties', 'Set',
                                       GLib.Variant('(ssv)', ('org.a11y.atspi.Value', 'CurrentValue',
                                                              GLib.Variant('d', value))), None, 0, 60000, None)
                    return True
            return False
        wait_for(f'the number {name!r}', has_set)

    # For a person who writes a test

    def describe(self):
        return '\n'.join(f'{node.role} {node.name!r}' for node in self.look().values()
                         if node.name and self.is_on_screen(node))
