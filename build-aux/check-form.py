#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-form.py FILE…: says where C files differ from .clang-format, but for where their lines break.

A table, a list of pairs or a long condition reads best as its author has broken it, which clang-format can't know.
Everything else is compared: spaces between words and signs, and lines that are too long or end in blanks.
"""
import difflib
import re
import subprocess
import sys

WIDTH = 120
JOINT = "\0"                                    # a line break taken out
# A brace that should stand on a line of its own.
BRACE = re.compile(r"^\s*(?:if|for|while|switch|else|do)\b.*\{$|^\s*\} else")


def pieces(text):
    """Splits text at its blanks: a piece is a word with the signs that touch it, and the line that it stands on.

    A line break where on one line there would be no blank (after a parenthesis or an asterisk) joins two pieces.
    """
    text = text.replace("\\\n", " \n")
    text = re.sub(r"(?<=[(*])\n[ ]*", JOINT, text)
    number, found = 1, []
    for match in re.finditer(r"\n|[^\s]+", text):
        if match[0] == "\n":
            number += 1
        else:
            found.append((match[0].replace(JOINT, ""), number))
            number += match[0].count(JOINT)
    return found


def spacing_faults(name, text):
    formed = subprocess.run(["clang-format", name], check=True, capture_output=True, text=True).stdout
    ours, theirs = pieces(text), pieces(formed)
    matcher = difflib.SequenceMatcher(None, [piece for piece, _ in ours], [piece for piece, _ in theirs], autojunk=False)
    for what, begin, end, other, to in matcher.get_opcodes():
        if what != "equal":
            line = ours[min(begin, len(ours) - 1)][1]
            found = " ".join(piece for piece, _ in ours[begin:end])
            better = " ".join(piece for piece, _ in theirs[other:to])
            yield f"{name}:{line}: “{found}” should be “{better}”"


def line_faults(name, lines):
    for number, line in enumerate(lines, 1):
        if len(line) > WIDTH:
            yield f"{name}:{number}: {len(line)} columns; {WIDTH} are the limit"
        if line != line.rstrip():
            yield f"{name}:{number}: blanks at the end"
        if "\t" in line:
            yield f"{name}:{number}: a tab"
        if BRACE.match(line):
            yield f"{name}:{number}: the brace should stand on a line of its own"


def main(names):
    faults = []
    for name in names:
        with open(name, encoding="utf-8") as file:
            text = file.read()
        faults += line_faults(name, text.split("\n"))
        faults += spacing_faults(name, text)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
