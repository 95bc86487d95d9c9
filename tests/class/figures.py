#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""figures.py [--write] FOLDER: classes made up from a seed, and their figures computed without any of Charter's code.

Plain Python from the formulae as books print them, so that Charter's are held against something else. Without --write it
compares what it computes with the files, and speaks TAP. A file has a line a learner, the points item by item ("-" for
one that was not asked), and the figures to be found.
"""
import math
import os
import random
import statistics
import sys


def per_cent(part, whole):
    """Where answers are all alike, nothing can be told."""
    return 100 * part / whole if whole > 1e-12 else math.nan


def covariance(x, y):
    if len(x) < 2:
        return math.nan
    mean_x, mean_y = statistics.fmean(x), statistics.fmean(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / (len(x) - 1)


def make(n_learners, n_items, n_asked, maxima, seed):
    """Learners of normal ability, items of many difficulties; points in quarters where an item has more than one."""
    chance = random.Random(seed)
    hard = [chance.uniform(-1.5, 1.5) for _ in range(n_items)]
    rows = []
    for _ in range(n_learners):
        able = chance.gauss(0, 1)
        asked = set(chance.sample(range(n_items), n_asked))
        row = []
        for item in range(n_items):
            part = 1 / (1 + math.exp(hard[item] - 1.4 * able))
            if item not in asked:
                row.append(None)
            elif maxima[item] == 1:
                row.append(float(chance.random() < part))
            else:
                row.append(maxima[item] * sum(chance.random() < part for _ in range(4)) / 4)
        rows.append(row)
    return rows


def figures(rows, maxima):
    points = [sum(x for x in row if x is not None) for row in rows]
    most = [sum(m for x, m in zip(row, maxima) if x is not None) for row in rows]
    shares = [p / m for p, m in zip(points, most)]
    facility, discrimination, efficiency = [], [], []
    for item, maximum in enumerate(maxima):
        had = [s for s, row in enumerate(rows) if row[item] is not None]
        x = [rows[s][item] / maximum for s in had]
        rest = [(points[s] - rows[s][item]) / (most[s] - maximum) for s in had]
        facility.append(statistics.fmean(x))
        discrimination.append(per_cent(covariance(x, rest), math.sqrt(covariance(x, x) * covariance(rest, rest))))
        efficiency.append(per_cent(covariance(x, rest), covariance(sorted(x), sorted(rest))))
    consistency = alpha(rows, len(maxima))
    ratio = 100 * math.sqrt(1 - consistency / 100) if consistency <= 100 else math.nan
    deviation = statistics.stdev(shares)
    return {"facility": facility, "discrimination": discrimination, "efficiency": efficiency,
            "mean": [statistics.fmean(shares)], "deviation": [deviation], "consistency": [consistency],
            "error-ratio": [ratio], "standard-error": [ratio / 100 * deviation]}


def alpha(rows, n_items):
    """The textbook's where all had all; else by mean variance and mean covariance, weighted by degrees of freedom."""
    if all(x is not None for row in rows for x in row):
        variances = sum(statistics.variance(column) for column in zip(*rows))
        total = statistics.variance([sum(row) for row in rows])
        return 100 * n_items / (n_items - 1) * (1 - variances / total)
    length = statistics.fmean(sum(x is not None for x in row) for row in rows)
    variance = pooled((i, i) for i in range(n_items))(rows)
    between = pooled((i, j) for i in range(n_items) for j in range(i + 1, n_items))(rows)
    return 100 * length * between / (variance + (length - 1) * between)


def pooled(pairs):
    def of(rows):
        total = freedom = 0
        for i, j in pairs:
            both = [(row[i], row[j]) for row in rows if row[i] is not None and row[j] is not None]
            if len(both) > 1:
                x, y = zip(*both)
                total += covariance(x, y) * (len(both) - 1)
                freedom += len(both) - 1
        return total / freedom
    return of


def write(title, rows, maxima):
    lines = [f"# {title}", "# Written by figures.py; see there.", "maxima " + " ".join(f"{m:g}" for m in maxima)]
    lines += ["row " + " ".join("-" if x is None else f"{x:g}" for x in row) for row in rows]
    lines += [f"{name} " + " ".join(f"{x:.9f}" for x in values) for name, values in figures(rows, maxima).items()]
    return "\n".join(lines) + "\n"


def classes():
    mixed = [1, 1, 2, 1, 4, 1] * 4
    yield "whole.txt", write("Sixty learners who were asked the same 24 questions, some with parts of points.",
                             make(60, 24, 24, mixed, 7), mixed)
    ones = [1] * 40
    yield "drawn.txt", write("Ninety learners, each asked 25 of 40 questions.", make(90, 40, 25, ones, 8), ones)
    few = [1] * 12
    yield "few.txt", write("Seven learners: few, but they have figures, too.", make(7, 12, 10, few, 9), few)


def main(folder, is_writing):
    number = 0
    for name, text in classes():
        path, number = os.path.join(folder, name), number + 1
        if is_writing:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            continue
        with open(path, encoding="utf-8") as file:
            print(f"{'ok' if file.read() == text else 'not ok'} {number} {name} is what figures.py computes")
    if not is_writing:
        print(f"1..{number}")


if __name__ == "__main__":
    main(sys.argv[-1], "--write" in sys.argv)
