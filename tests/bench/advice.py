#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""advice.py CHARTER-TOOL LABELS [--list RULE]: what the advice on questions finds, misses and tells in vain, on the
questions in LABELS that several people have judged. --list names the questions, for whoever works on a rule.

A question has a flaw where more than half of them say so. Rules were tuned on the questions with odd numbers alone; those
with even numbers say what may be expected elsewhere. Intervals are Wilson's, 95 %.
"""
import csv
import json
import math
import pathlib
import re
import subprocess
import sys

OF_A_GROUP = {"key-place"}
NAMES_TWO = {"near-duplicate"}
FLAWS = {"long-stem": "stem-length"}  # where a rule has another name; the rule “stem-length” is of an exam
BY_EXAM = {"stem-length"}
Z = 1.959964


def read_labels(path):
    with open(path, encoding="utf-8") as file:
        return {(row["item"], row["flaw"]) for row in csv.DictReader(file) if row["flaw"] != "none"}


def judge(folder):
    """What more than half of the judges say."""
    votes = [read_labels(path) for path in sorted(folder.glob("*.csv"))]
    return {label for label in set.union(*votes) if 2 * sum(label in each for each in votes) > len(votes)}, votes


def locate_items(path):
    """The line on which each item begins, in order."""
    begins = re.compile(r'<[a-z]+[^<>]* id="(q\d+)"')
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(number, found[1]) for number, line in enumerate(lines, 1) if (found := begins.search(line))]


def ask(tool, path):
    """What the advice tells: pairs of item and rule."""
    printed = subprocess.run([tool, "check", "--lint", "--json", path], capture_output=True, check=True).stdout
    items, told, groups = locate_items(path), set(), set()
    for each in json.loads(printed)["diagnostics"]:
        if each["severity"] != "advice":
            continue
        before = [item for line, item in items if line <= each["line"]]
        if each["code"] in OF_A_GROUP or not before:
            groups.add(each["code"])
            continue
        flaw = FLAWS.get(each["code"], each["code"])
        told.add((before[-1], flaw))
        if flaw in NAMES_TWO:
            told |= {(item, flaw) for item in re.findall(r"“(q\d+)”", each["found"])}
    return told, groups


def list_rules(tool):
    printed = subprocess.run([tool, "check", "--rules"], capture_output=True, check=True).stdout.decode()
    return re.findall(r"^([a-z-]+)$", printed, re.MULTILINE)


def interval(part, whole):
    """Of a share, in per cent (E. B. Wilson, 1927)."""
    if whole == 0:
        return "–"
    share, spread = part / whole, Z * Z / whole
    middle = (share + spread / 2) / (1 + spread)
    width = Z * math.sqrt(share * (1 - share) / whole + spread / whole / 4) / (1 + spread)
    low, high = max(0, middle - width), min(1, middle + width)
    return f"{100 * share:.0f} % ({100 * low:.0f}–{100 * high:.0f})"


def half(pairs, odd):
    return {pair for pair in pairs if (int(pair[0][1:]) % 2 == 1) == odd}


def row(rule, told, labelled):
    told, labelled = ({item for item, code in pairs if code == rule} for pairs in (told, labelled))
    found, missed, false = len(told & labelled), len(labelled - told), len(told - labelled)
    return [rule, found, missed, false, interval(found, found + false), interval(found, found + missed)]


def agreement(votes, flaw, n):
    """How far several people agree beyond chance (J. L. Fleiss, 1971)."""
    counts = {}
    for vote in votes:
        for item, code in vote:
            if code == flaw:
                counts[item] = counts.get(item, 0) + 1
    raters, share = len(votes), sum(counts.values()) / (len(votes) * n)
    same = sum(c * (c - 1) + (raters - c) * (raters - c - 1) for c in counts.values())
    observed = (same + (n - len(counts)) * raters * (raters - 1)) / (n * raters * (raters - 1))
    expected = share ** 2 + (1 - share) ** 2
    return "–" if expected == 1 else f"{(observed - expected) / (1 - expected):.2f}"


def print_table(heads, rows):
    widths = [max(len(str(line[column])) for line in [heads, *rows]) for column in range(len(heads))]
    for line in [heads, ["-" * width for width in widths], *rows]:
        print("| " + " | ".join(str(cell).ljust(width) for cell, width in zip(line, widths)) + " |")


def list_questions(rule, told, labelled):
    told, labelled = ({item for item, code in pairs if code == rule} for pairs in (told, labelled))
    for name, items in (("found", told & labelled), ("missed", labelled - told), ("in vain", told - labelled)):
        print(f"{name}: {' '.join(sorted(items))}")


def main():
    tool, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    labelled, votes = judge(folder)
    told, _ = ask(tool, folder / "set.xml")
    n = len(locate_items(folder / "set.xml"))
    flaws = sorted({flaw for vote in votes for _, flaw in vote})
    rules = [FLAWS.get(rule, rule) for rule in list_rules(tool) if rule not in BY_EXAM]
    rules = [rule for rule in rules if rule in flaws and rule not in OF_A_GROUP]
    if sys.argv[3:4] == ["--list"]:
        list_questions(sys.argv[4], half(told, True), half(labelled, True))
        return
    heads = ["Rule", "found", "missed", "in vain", "right of what it tells", "found of what there is"]
    for title, odd in (("odd numbers, on which rules were tuned", True), ("even numbers", False)):
        print(f"Questions with {title}\n")
        print_table(heads, [row(rule, half(told, odd), half(labelled, odd)) for rule in rules])
        print()
    print("How far the judges agree, and what no rule looks for\n")
    print_table(["Flaw", "questions", "agreement (kappa)", "a rule"],
                [[flaw, sum(code == flaw for _, code in labelled), agreement(votes, flaw, n),
                  "yes" if flaw in rules or flaw in OF_A_GROUP else "no"] for flaw in flaws])


if __name__ == "__main__":
    main()
