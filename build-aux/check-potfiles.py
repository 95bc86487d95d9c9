#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py ROOT [--write]: po/POTFILES.in lists every file with text for translators, once, and no other.

With --write the list is made so.
"""
import os
import re
import sys

IN_C = re.compile(r'\b(?:_|N_|Q_|C_|NC_|ngettext|gettext|g_dgettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
IN_XML = re.compile(r'\btranslatable="(?:yes|true)"|<(?:developer_name|comment)>')
# A definition of what the calls are, or a comment on them, is no text.
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*|^[ \t]*#define[^\n]*", re.DOTALL | re.MULTILINE)


def has_text(path):
    if path.endswith((".desktop.in", ".metainfo.xml.in")):
        return True
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith((".c", ".h")):
        return IN_C.search(COMMENT.sub("", text)) is not None
    return IN_XML.search(text) is not None


def files_with_text(root):
    for top in ("src", "data"):
        for folder, folders, names in os.walk(os.path.join(root, top)):
            folders[:] = [name for name in folders if name != "packs"]
            for name in names:
                path = os.path.join(folder, name)
                if name.endswith((".c", ".h", ".ui", ".desktop.in", ".xml.in", ".gschema.xml")) and has_text(path):
                    yield os.path.relpath(path, root)


def read_list(path):
    with open(path, encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def faults(root):
    listed = read_list(os.path.join(root, "po", "POTFILES.in"))
    present = set(files_with_text(root))
    for path in sorted(present - set(listed)):
        yield f"{path} has text for translators; add it to po/POTFILES.in, or start build-aux/check-potfiles.py . --write"
    for path in sorted(set(listed) - present):
        what = "has no text for translators" if os.path.exists(os.path.join(root, path)) else "is not there"
        yield f"{path} {what}; take it out of po/POTFILES.in"
    for path in sorted({path for path in listed if listed.count(path) > 1}):
        yield f"{path} is listed twice in po/POTFILES.in"
    if listed != sorted(listed):
        yield "the files of po/POTFILES.in are not in alphabetical order"


def write(root):
    path = os.path.join(root, "po", "POTFILES.in")
    with open(path, encoding="utf-8") as lines:
        comments = [line for line in lines if line.startswith("#")]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(comments + [f"{name}\n" for name in sorted(files_with_text(root))])


def main(root):
    found = list(faults(root))
    print("1..1")
    for fault in found:
        print(f"# {fault}", file=sys.stderr)
    print(("not ok" if found else "ok") + " 1 every file with text for translators is listed")
    return 1 if found else 0


if __name__ == "__main__":
    if "--write" in sys.argv:
        write(sys.argv[1])
    sys.exit(main(sys.argv[1]))
