#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-house.py ROOT: the rules of this house that no other tool knows. Long functions are told, and are no fault."""
import os
import re
import subprocess
import sys

LICENCE = "SPDX-License-Identifier:"
# Which folders of src/ may include what.
ALLOWED = {
    "GTK": (re.compile(r'#\s*include\s+[<"](?:gtk/|gdk/|gsk/|adwaita\.h|libadwaita)'), {"app"}),
    "SQLite": (re.compile(r'#\s*include\s+[<"]sqlite3'), {"store", "search"}),
    "libxml2": (re.compile(r'#\s*include\s+[<"]libxml/'), {"author", "banks", "content", "exchange", "parcel"}),
}
# Written so that this file does not find itself. TAP has a directive of the same name as one of them.
OPEN_ENDS = re.compile(r"\b(?:TO" + r"DO(?!\)|\")|FIX" + r"ME|X" + r"XX)\b")
LONG = 70


def tracked_files(root):
    listing = subprocess.run(["git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard"],
                             check=True, capture_output=True, text=True).stdout
    return [name for name in listing.splitlines() if os.path.isfile(os.path.join(root, name))]


def is_code(name):
    return name.endswith((".c", ".h", ".py", ".sh", ".css", ".ui", ".rnc")) or name == "dev"


def licence_faults(name, lines):
    if is_code(name) and not any(LICENCE in line for line in lines[:4]):
        yield f"{name}:1: does not begin with {LICENCE} …"
    if name.endswith((".c", ".h")) and lines and LICENCE not in lines[0]:
        yield f"{name}:1: the licence is not in the first line"


def include_faults(name, lines):
    parts = name.split("/")
    if parts[0] != "src" or len(parts) < 3:
        return
    for number, line in enumerate(lines, 1):
        for what, (pattern, folders) in ALLOWED.items():
            if parts[1] not in folders and pattern.match(line):
                yield f"{name}:{number}: {what} is included, which is for {' and '.join(sorted(folders))} only"


def open_ends(name, lines):
    if name.startswith(("LICENSE", "build-aux/check-house")):
        return
    for number, line in enumerate(lines, 1):
        if OPEN_ENDS.search(line):
            yield f"{name}:{number}: something is left open: {line.strip()}"


def long_functions(name, lines):
    if not name.endswith(".c"):
        return
    start = 0
    for number, line in enumerate(lines, 1):
        if line.startswith("{"):
            start = number
        elif line.startswith("}") and start:
            if number - start > LONG:
                yield f"{name}:{start}: a function of {number - start} lines; is it one thing?"
            start = 0


def main(root):
    faults, notes = [], []
    for name in tracked_files(root):
        try:
            with open(os.path.join(root, name), encoding="utf-8") as file:
                lines = file.read().splitlines()
        except UnicodeDecodeError:
            continue
        for rule in (licence_faults, include_faults, open_ends):
            faults += rule(name, lines)
        notes += long_functions(name, lines)
    for note in notes:
        print(f"note: {note}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
