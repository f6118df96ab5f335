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
# Seconds until the reminder process has looked through a large clinic, and in which it is watched.
REST_S, WATCHED_S = 20, 60
# The middle of a working morning: a closed clinic has an easier start.
TODAY = '2026-09-29'
NOW = TODAY + 'T10:22'

build, sizes = sys.argv[1], [int(n) for n in sys.argv[2:]] or [10_000, 100_000]
bench, limber, reminderd = (os.path.join(build, name) for name in ('tests/bench/bench', 'src/limber', 'src/limber-reminderd'))


def measure(*args):
    """What one run prints: pairs of milliseconds, of the clock and of the processor time of the main thread."""
    env = dict(os.environ, LIMBER_BENCH_START=str(time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000),
               GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=folder)
    out = subprocess.run([bench, *args], env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [tuple(float(number) for number in line.split()) for line in out.splitlines()]


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def start_line(path, page):
    """Start ÷ hello over pairs run in turn: medians of the ratio of the clock, of both in ms, of the processor."""
    measure('hello'), measure('start', path, NOW, page)  # warm up
    pairs = [(measure('hello')[0], measure('start', path, NOW, page)[0]) for _ in range(RUNS)]
    ratio, cpu = (statistics.median(start[i] / hello[i] for hello, start in pairs) for i in (0, 1))
    return (f'  start to the first filled frame of {page} ÷ hello window: {ratio:.2f}'
            f'  (medians {statistics.median(start[0] for _, start in pairs):.0f} and'
            f' {statistics.median(hello[0] for hello, _ in pairs):.0f} ms; main thread alone {cpu:.2f})')


def make(path, clients):
    began = time.monotonic()
    subprocess.run([limber, 'demo', path, '--clients', str(clients), '--seed', '1', '--today', TODAY], check=True,
                   stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - began
    measure('sit', path)  # the desk is known, as after the very first start
    return seconds


def search_line(path):
    keys, cpu = zip(*measure('search', path, NOW))
    p50, p95 = percentile(keys, .5), percentile(keys, .95)
    return (f'  key to painted list: p50 {p50:.1f} ms, p95 {p95:.1f} ms = {p95 / FRAME_MS:.2f} frames'
            f' ({len(keys)} keys; main thread alone p95 {percentile(cpu, .95):.1f} ms)')


def sleeps(process):
    """How often the threads of @process went to sleep so far: each time, something had woken them."""
    count = 0
    for task in os.listdir(f'/proc/{process.pid}/task'):
        with open(f'/proc/{process.pid}/task/{task}/status', encoding='ascii') as status:
            count += sum(int(line.split()[1]) for line in status if line.startswith('voluntary_ctxt_switches'))
    return count


def private_memory(process):
    """MB that only @process holds."""
    with open(f'/proc/{process.pid}/smaps_rollup', encoding='ascii') as rollup:
        return sum(int(line.split()[1]) for line in rollup if line.startswith('Private_')) / 1024


def reminder_line(path):
    """The reminder process asleep: after what the start brings, a minute in which nothing happens."""
    with subprocess.Popen([reminderd, '--database', path, '--clock', NOW], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        time.sleep(REST_S)
        before = sleeps(process)
        time.sleep(WATCHED_S)
        assert process.poll() is None, 'the reminder process ended by itself'
        woken, memory = sleeps(process) - before, private_memory(process)
        process.terminate()
    return f'  reminder process: {memory:.1f} MB private memory, {woken} wake-ups in {WATCHED_S} s'


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
        for page in ('today', 'schedule', 'clients', 'rebook', 'races'):
            print(start_line(path, page), flush=True)
        print(search_line(path), flush=True)
        print(reminder_line(path), flush=True)
        for what, words in SCHEDULE:
            print(schedule_line(what, words, path), flush=True)
        os.remove(path)
