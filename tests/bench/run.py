#!/usr/bin/env python3
"""Measures Limber on this machine and prints what README quotes. Absolute times wander between machines, so
what counts is a ratio of two programs run in turn, or a share of one frame.

usage: run.py BUILD-FOLDER [CLIENTS…]"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

FRAME_MS = 1000 / 60
RUNS = 9

build, sizes = sys.argv[1], [int(n) for n in sys.argv[2:]] or [10_000, 100_000]
bench, limber = os.path.join(build, 'tests/bench/bench'), os.path.join(build, 'src/limber')


def measure(*args):
    """The milliseconds that one run prints."""
    env = dict(os.environ, LIMBER_BENCH_START=str(time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000))
    out = subprocess.run([bench, *args], env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [float(line) for line in out.split()]


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


with tempfile.TemporaryDirectory(prefix='limber-bench-') as folder:
    for clients in sizes:
        path = os.path.join(folder, f'{clients}.db')
        began = time.monotonic()
        subprocess.run([limber, 'demo', path, '--clients', str(clients), '--seed', '1'], check=True,
                       stdout=subprocess.DEVNULL)
        made = time.monotonic() - began
        measure('hello'), measure('start', path)  # warm up
        pairs = [(measure('hello')[0], measure('start', path)[0]) for _ in range(RUNS)]
        ratio = statistics.median(start / hello for hello, start in pairs)
        keys = measure('search', path)
        p50, p95 = percentile(keys, .5), percentile(keys, .95)
        print(f'{clients} clients (made in {made:.0f} s)')
        print(f'  start to painted list ÷ hello window: {ratio:.2f}  (medians {statistics.median(s for _, s in pairs):.0f}'
              f' and {statistics.median(h for h, _ in pairs):.0f} ms, {RUNS} runs each)')
        print(f'  key to painted list: p50 {p50:.1f} ms, p95 {p95:.1f} ms = {p95 / FRAME_MS:.2f} frames ({len(keys)} keys)',
              flush=True)
