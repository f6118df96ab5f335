# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for one test: display, message bus, folders and service files that nobody else sees.

The program under test runs as people run it, with its window on a virtual display. It is watched through AT-SPI,
touched with real clicks, and what it wrote is read with sqlite3. Nothing here waits for a span of time: every wait
is for a condition, with a deadline generous enough for a loaded machine.
"""

import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE_SECONDS = 90
POLL_SECONDS = 0.05
PR_SET_PDEATHSIG = 1

BUS_CONFIG = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''


class Late(AssertionError):
    """What was waited for did not come."""


def wait_for(what, condition, patience=PATIENCE_SECONDS):
    """The first true value of `condition`, asked again and again until the deadline."""
    deadline = time.monotonic() + patience
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Late(f'waited {patience} s for {what}')
        time.sleep(POLL_SECONDS)


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Stage:
    """Use as a context: everything it started ends with it."""

    def __init__(self, build):
        self.build = pathlib.Path(build).resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='limber-stage-'))
        self.processes = []
        self.database = self.folder / 'data' / 'limber' / 'clinic.db'
        self.limber = self.build / 'src' / 'limber'
        self.reminderd = self.build / 'src' / 'limber-reminderd'
        self.services = self.folder / 'services'

    def __enter__(self):
        for name in ('data', 'config', 'cache', 'state', 'run', 'services', 'home'):
            (self.folder / name).mkdir(mode=0o700)
        os.environ.update(
            HOME=str(self.folder / 'home'), XDG_DATA_HOME=str(self.folder / 'data'),
            XDG_CONFIG_HOME=str(self.folder / 'config'), XDG_CACHE_HOME=str(self.folder / 'cache'),
            XDG_STATE_HOME=str(self.folder / 'state'), XDG_RUNTIME_DIR=str(self.folder / 'run'),
            GSETTINGS_SCHEMA_DIR=str(self.build / 'data'), GSETTINGS_BACKEND='memory', GSK_RENDERER='cairo',
            GTK_A11Y='atspi', GTK_USE_PORTAL='0', NO_AT_BRIDGE='0', LC_ALL='C.UTF-8', TZ='Europe/Berlin',
            G_DEBUG='gc-friendly,fatal-criticals', LIBGL_ALWAYS_SOFTWARE='1',
            # Toolkit and font libraries keep caches for the life of the process.
            ASAN_OPTIONS='detect_leaks=0')
        time.tzset()
        for name in ('WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS'):
            os.environ.pop(name, None)
        try:
            self.start_display()
            self.start_bus()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            self.stop(process)
        shutil.rmtree(self.folder, ignore_errors=True)

    # Processes

    def spawn(self, *command, **options):
        """Starts a program that ends with the test at the latest."""
        log = open(self.folder / f'{len(self.processes)}-{pathlib.Path(str(command[0])).name}.log', 'wb')
        options.setdefault('stdout', log)
        process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stderr=log,
                                   preexec_fn=die_with_parent, **options)
        process.log = log.name
        self.processes.append(process)
        return process

    def stop(self, process):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def logs(self):
        """What the programs said, for the report of a failed test."""
        for path in sorted(self.folder.glob('*.log')):
            for line in path.read_text(errors='replace').splitlines()[-30:]:
                yield f'{path.name}: {line}'

    def start_with_answer(self, *command):
        """Starts a program that writes its address on the descriptor named {fd}; returns that line."""
        reader, writer = os.pipe()
        self.spawn(*(word.format(fd=writer) for word in command), pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as answer:
            return answer.readline().strip()

    def start_display(self):
        number = self.start_with_answer('Xvfb', '-displayfd', '{fd}', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp')
        os.environ['DISPLAY'] = f':{number}'

    def start_bus(self):
        config = self.folder / 'bus.conf'
        config.write_text(BUS_CONFIG.format(folder=self.folder / 'run', services=self.services))
        for folder in os.environ.get('XDG_DATA_DIRS', '/usr/local/share:/usr/share').split(':'):
            a11y = pathlib.Path(folder) / 'dbus-1' / 'services' / 'org.a11y.Bus.service'
            if a11y.exists():
                # Without systemd: the user's own manager must not serve this desktop.
                lines = [line for line in a11y.read_text().splitlines() if not line.startswith('SystemdService')]
                (self.services / a11y.name).write_text('\n'.join(lines) + '\n')
                break
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self.start_with_answer(
            'dbus-daemon', f'--config-file={config}', '--nofork', '--print-address={fd}')

    def offer(self, name, *command):
        """Lets the bus start `command` for whoever asks for `name`; a restart is a new offer."""
        words = ' '.join(str(word) for word in command)
        (self.services / f'{name}.service').write_text(f'[D-BUS Service]\nName={name}\nExec={words}\n')
        subprocess.run(['dbus-send', '--session', '--print-reply', '--dest=org.freedesktop.DBus', '/',
                        'org.freedesktop.DBus.ReloadConfig'], check=True, stdout=subprocess.DEVNULL)

    # The database

    def sql(self, query, *values):
        """All rows, read by a connection of its own."""
        import sqlite3
        connection = sqlite3.connect(f'file:{self.database}?mode=ro', uri=True, timeout=30)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def value(self, query, *values):
        rows = self.sql(query, *values)
        return rows[0][0] if rows else None

    # The display

    def picture(self, path):
        """Keeps what the display shows, while a test is being written."""
        subprocess.run(['import', '-window', 'root', str(path)], check=False)


class Tap:
    """One line a step. The first failure ends the story, since the rest builds on it."""

    def __init__(self, stage):
        self.stage = stage
        self.steps = 0

    def step(self, name, call, *values):
        self.steps += 1
        try:
            result = call(*values)
        except BaseException as error:
            print(f'not ok {self.steps} - {name}', flush=True)
            for line in f'{type(error).__name__}: {error}'.splitlines():
                print(f'# {line}')
            for line in self.stage.logs():
                print(f'# {line}')
            keep = os.environ.get('LIMBER_TEST_PICTURES')
            if keep:
                self.stage.picture(pathlib.Path(keep) / f'failed-{self.steps}.png')
            print(f'1..{self.steps}', flush=True)
            raise SystemExit(1)
        print(f'ok {self.steps} - {name}', flush=True)
        keep = os.environ.get('LIMBER_TEST_PICTURES')
        if keep:
            self.stage.picture(pathlib.Path(keep) / f'{self.steps:02}.png')
        return result

    def end(self):
        print(f'1..{self.steps}', flush=True)
