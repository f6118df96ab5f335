#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exported calendar files with somebody else's library: the local hours must be right on both sides of both
changes of the clocks."""

import datetime
import subprocess
import sys

import icalendar

DATES = [datetime.date(2026, 10, 24), datetime.date(2026, 10, 26), datetime.date(2027, 3, 27), datetime.date(2027, 3, 29)]
STATUS = ['TENTATIVE', 'CONFIRMED', 'CANCELLED', 'TENTATIVE']
# Hours of the offset on those dates.
OFFSETS = {
    'Europe/Berlin': [2, 1, 1, 2],
    'America/New_York': [-4, -4, -4, -4],
    'Australia/Sydney': [11, 11, 11, 11],
    'UTC': [0, 0, 0, 0],
}


def check(zone, offsets, program):
    text = subprocess.run([program, '--sample', zone], check=True, capture_output=True).stdout
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar['VERSION'] == '2.0' and calendar['METHOD'] == 'PUBLISH'
    events = calendar.walk('VEVENT')
    assert len(events) == len(DATES)
    assert any(line.startswith(b'BEGIN:VTIMEZONE') for line in text.splitlines())
    assert all(len(line) <= 75 for line in text.splitlines()), 'a line is not folded'
    for event, date, status, offset in zip(events, DATES, STATUS, offsets):
        start, end = event['DTSTART'].dt, event['DTEND'].dt
        assert start.replace(tzinfo=None) == datetime.datetime.combine(date, datetime.time(10)), start
        assert start.utcoffset() == datetime.timedelta(hours=offset), (zone, start, start.utcoffset())
        assert end - start == datetime.timedelta(minutes=45)
        assert event['STATUS'] == status and event['SEQUENCE'] == 4
        assert event['UID'] == date.strftime('%Y%m%d@limber')
        assert event['SUMMARY'] == 'Müller, Anna; 45 min\nsecond line', event['SUMMARY']


def main():
    print(f'1..{len(OFFSETS)}')
    failed = False
    for number, (zone, offsets) in enumerate(OFFSETS.items(), 1):
        try:
            check(zone, offsets, sys.argv[1])
            print(f'ok {number} {zone}')
        except AssertionError as problem:
            failed = True
            print(f'# {problem}')
            print(f'not ok {number} {zone}')
    return 1 if failed else 0


sys.exit(main())
