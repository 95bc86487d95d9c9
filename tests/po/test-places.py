#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-places.py CHARTER-TOOL CATALOGUES PACKS: a pack's faults are the same in every language, at the same places."""
import glob
import json
import os
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
sys.dont_write_bytecode = True
import tap  # noqa: E402 (its folder is known only now)

tool, catalogues, packs = sys.argv[1:]
del sys.argv[1:]

FILES = sorted(glob.glob(os.path.join(packs, "*.xml")))


def check(**variables):
    """Returns: for each file its faults."""
    lines = subprocess.run([tool, "check", "--json", *FILES], env=dict(os.environ, **variables), check=False,
                           capture_output=True, text=True).stdout.splitlines()
    return [json.loads(line)["diagnostics"] for line in lines]


def places(faults):
    return [(fault["line"], fault["column"], fault["severity"], fault["code"]) for fault in faults]


class Places(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.plain = check(LC_ALL="C")
        cls.pseudo = check(CHARTER_LOCALEDIR=catalogues, LOCPATH=catalogues, LC_ALL="en_US.UTF-8", LANGUAGE="en@pseudo")

    def test_are_the_same_in_a_translation(self):
        self.assertEqual(len(self.plain), len(FILES))
        for file, plain, pseudo in zip(FILES, self.plain, self.pseudo):
            with self.subTest(file=os.path.basename(file)):
                self.assertEqual(places(pseudo), places(plain))

    def test_are_told_in_other_words(self):
        for file, plain, pseudo in zip(FILES, self.plain, self.pseudo):
            for one, other in zip(plain, pseudo):
                with self.subTest(file=os.path.basename(file), code=one["code"]):
                    self.assertNotEqual(other["mend"], one["mend"])


if __name__ == "__main__":
    tap.main()
