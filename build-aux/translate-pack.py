#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translate-pack.py PACK ITS PO LANGUAGE OUTPUT: a pack in another language, by itstool and gettext.

Ids, keys and figures stay; words are those of the catalogue, and where it has none, the pack's own.
"""
import pathlib
import re
import subprocess
import sys
import tempfile


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}")


def main(pack, its, po, language, output):
    with tempfile.TemporaryDirectory() as place:
        catalogue = pathlib.Path(place, "pack.mo")
        translated = pathlib.Path(place, "pack.xml")
        run("msgfmt", "--check", "-o", catalogue, po)
        run("itstool", "--strict", "-i", its, "-l", language, "-m", catalogue, "-o", translated, pack)
        words = translated.read_text(encoding="utf-8")
    # itstool leaves the language that the pack names.
    words, n = re.subn(r'(<pack\b[^>]*\bxml:lang=")[^"]*', rf"\g<1>{language}", words, count=1)
    if n != 1:
        sys.exit(f"{pack} names no language")
    pathlib.Path(output).write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
