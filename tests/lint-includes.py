#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses what the compiler cannot: an include against the order of the layers, and SQL outside the store."""

import pathlib
import re
import sys

# Which of our own rooms each room may include from.
ROOMS = {
    'domain': {'domain'},
    'store': {'domain', 'store'},
    'models': {'domain', 'store', 'models'},
    'services': {'domain', 'store', 'services'},
    'widgets': {'domain', 'models', 'widgets'},
    'pages': {'domain', 'store', 'models', 'services', 'widgets', 'pages'},
    'app': {'domain', 'store', 'models', 'services', 'widgets', 'pages', 'app'},
}

# Foreign headers that a room must not see.
GRAPHICS = r'gtk/|gdk/|gsk/|adwaita|pango|graphene'
FOREIGN = {
    'domain': GRAPHICS + r'|gio/|glib-object|glib/gi18n|sqlite3|json-glib|libnotify|libical|csv\.h|librsvg',
    'store': GRAPHICS + r'|libnotify|libical|csv\.h|librsvg',
    'models': GRAPHICS + r'|sqlite3|libnotify|libical|csv\.h|librsvg',
    'services': r'gtk/|gdk/|gsk/|adwaita|sqlite3',
    'widgets': r'sqlite3|json-glib|libnotify|libical|csv\.h',
    'pages': r'sqlite3|libnotify|libical|csv\.h',
    'app': r'sqlite3|libnotify|libical|csv\.h',
}

# Generated or shared headers that belong to no room.
NEUTRAL = {'limber-config.h', 'limber-resources.h', 'store-resources.h'}

SQL = re.compile(
    r'\b(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX)\s'
    r'|ORDER\s+BY\s|WHERE\s+\S+\s*(=|<|>|IS|IN|LIKE|BETWEEN)|PRAGMA\s|BEGIN\s+IMMEDIATE)')
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.S)


def blank(match):
    """Keeps the line numbers of what a comment stood on."""
    return re.sub(r'[^\n]', ' ', match.group(0))


def check_include(room, kind, header):
    if kind == '<':
        return f'{room} must not know <{header}>' if re.match(FOREIGN[room], header) else None
    if header in NEUTRAL or '/' not in header and not header.startswith('.'):
        return None
    other = header.split('/')[0]
    if other not in ROOMS:
        return f'"{header}" is not written from the root of src'
    return None if other in ROOMS[room] else f'{room} must not know "{header}"'


def check_file(path, room):
    text = COMMENT.sub(blank, path.read_text(encoding='utf-8'))
    for number, line in enumerate(text.split('\n'), 1):
        include = INCLUDE.match(line)
        problem = check_include(room, *include.groups()) if include else None
        if problem:
            yield f'{path}:{number}: {problem}'
        if room != 'store' and any(SQL.search(found) for found in STRING.findall(line)):
            yield f'{path}:{number}: SQL belongs into the store'


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    for room in ROOMS:
        for path in sorted((root / room).rglob('*.[ch]')):
            problems += check_file(path, room)
    for problem in problems:
        print('# ' + problem)
    print('1..1')
    print('not ok 1 layers' if problems else 'ok 1 layers')
    return 1 if problems else 0


sys.exit(main())
