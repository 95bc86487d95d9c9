#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""today.py CHARTER ROUNDS HOME… : how long it takes from starting CHARTER until Today has painted all that it shows, in
each of these homes, interleaved. Prints a line for each: milliseconds, median, least and most, and the processor's,
until it had ended. Wants a screen.

The application says under G_MESSAGES_DEBUG when the frame with all of it was painted, by the clock that is read here.
"""
import os
import re
import resource
import statistics
import subprocess
import sys
import time

TOO_LONG = 60                                   # s


def start(charter, home):
    """Returns the milliseconds until it is painted."""
    kept = {name: value for name, value in os.environ.items() if name == "XDG_DATA_DIRS" or not name.startswith("XDG_")}
    environment = dict(kept, HOME=home, XDG_RUNTIME_DIR=os.path.join(home, "run"), G_MESSAGES_DEBUG="charter")
    begun = time.monotonic()
    with subprocess.Popen([charter], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        for line in run.stdout:
            painted = re.search(r"Today is painted at (\d+)", line)
            if painted:
                break
            if time.monotonic() > begun + TOO_LONG:
                break
        run.terminate()
        run.stdout.read()
    if not painted:
        sys.exit(f"Today was not painted within {TOO_LONG} s.")
    return int(painted[1]) / 1000 - begun * 1000


def measure(charter, home):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    figure = start(charter, home)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return figure, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def main(charter, rounds, homes):
    figures = {home: [] for home in homes}
    for number in range(rounds + 1):            # the first round warms the page cache
        for home in homes:
            figure = measure(charter, home)
            if number:
                figures[home].append(figure)
    for rows in figures.values():
        times, processor = zip(*rows)
        print(f"{statistics.median(times):.1f} {min(times):.1f} {max(times):.1f} {statistics.median(processor):.1f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
