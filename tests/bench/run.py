#!/usr/bin/env python3
"""Measures Limber on this machine and prints what README quotes. Absolute times wander between machines, so
what counts is a ratio of two programs run in turn, or a share of one frame. It measures the build in build/run:
optimized, with debug symbols, without sanitizers.

usage: run.py BUILD-FOLDER [CLIENTS…]"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

FRAME_MS = 1000 / 60
RUNS = 11

build, sizes = sys.argv[1], [int(n) for n in sys.argv[2:]] or [10_000, 100_000]
bench, limber = os.path.join(build, 'tests/bench/bench'), os.path.join(build, 'src/limber')


def measure(*args):
    """The milliseconds that one run prints."""
    env = dict(os.environ, LIMBER_BENCH_START=str(time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000),
               GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=folder)
    out = subprocess.run([bench, *args], env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [float(line) for line in out.split()]


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def start_ratio(path, page):
    """Median of start ÷ hello over pairs run in turn, and both medians in ms."""
    measure('hello'), measure('start', path, page)  # warm up
    pairs = [(measure('hello')[0], measure('start', path, page)[0]) for _ in range(RUNS)]
    return (statistics.median(start / hello for hello, start in pairs),
            statistics.median(start for _, start in pairs), statistics.median(hello for hello, _ in pairs))


def make(path, clients):
    began = time.monotonic()
    subprocess.run([limber, 'demo', path, '--clients', str(clients), '--seed', '1'], check=True,
                   stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - began
    measure('sit', path)  # the desk is known, as after the very first start
    return seconds


def map_frames(what):
    """What a frame of the body map costs, in ms, sorted."""
    out = subprocess.run([bench + '-map', what], check=True, stdout=subprocess.PIPE, text=True).stdout
    return [float(line) for line in out.split()]


for what, words in (('mark', 'redraw after one finding'), ('hover', 'hover of the next area')):
    frames = map_frames(what)
    p50, p95 = percentile(frames, .5), percentile(frames, .95)
    print(f'body map, {words}: p50 {p50 / FRAME_MS:.2f}, p95 {p95 / FRAME_MS:.2f} frames'
          f' ({p50:.1f} and {p95:.1f} ms, {len(frames)} times)', flush=True)

def schedule_line(what, words, path):
    """What the schedule of everybody costs on @path."""
    out = subprocess.run([bench + '-schedule', what, path], check=True, stdout=subprocess.PIPE, text=True).stdout
    times = [float(line) for line in out.split()]
    p50, p95 = percentile(times, .5), percentile(times, .95)
    return (f'  schedule, {words}: p50 {p50:.1f} ms, p95 {p95:.1f} ms = {p50 / FRAME_MS:.2f} and {p95 / FRAME_MS:.2f} frames'
            f' ({len(times)} times)')


SCHEDULE = (('sql', 'one week out of the database'), ('week', 'key to another painted week'),
            ('hover', 'frame while pointing'), ('drag', 'frame while dragging'))

with tempfile.TemporaryDirectory(prefix='limber-bench-') as folder:
    for clients in sizes:
        path = os.path.join(folder, f'{clients}.db')
        print(f'{clients} clients (made in {make(path, clients):.0f} s)')
        for page in ('clients', 'today'):
            print('  start to the first filled frame of {} ÷ hello window: {:.2f}  (medians {:.0f} and {:.0f} ms)'
                  .format(page, *start_ratio(path, page)), flush=True)
        keys = measure('search', path)
        p50, p95 = percentile(keys, .5), percentile(keys, .95)
        print(f'  key to painted list: p50 {p50:.1f} ms, p95 {p95:.1f} ms = {p95 / FRAME_MS:.2f} frames'
              f' ({len(keys)} keys)', flush=True)
        for what, words in SCHEDULE:
            print(schedule_line(what, words, path), flush=True)
        os.remove(path)
