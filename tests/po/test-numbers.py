#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-numbers.py CHARTER-TOOL CATALOGUES: a count of a thousand and more is written as the reader's country does."""
import os
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
sys.dont_write_bytecode = True
import tap  # noqa: E402 (its folder is known only now)

tool, catalogues = sys.argv[1:]
del sys.argv[1:]

N = 1234
ENTRY = '<entry id="e{0}"><name>Word {0}</name><p>It is the word of number {0}.</p></entry>'
PACK = """<?xml version="1.0" encoding="UTF-8"?>
<pack xmlns="urn:charter:pack:1" format="1.0" id="org.charterstudy.test.counts" release="1.0.0" xml:lang="en">
  <info>
    <title>Counts</title>
    <author>The Charter authors</author>
    <license>CC-BY-SA-4.0</license>
  </info>
  <glossary>{}</glossary>
</pack>
"""


class Numbers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.pack = os.path.join(cls.place.name, "pack.xml")
        with open(cls.pack, "w", encoding="utf-8") as file:
            file.write(PACK.format("".join(ENTRY.format(i) for i in range(N))))

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def check(self, name, **variables):
        """What the tool tells of the pack in a locale, which is made here where it is not the plain one."""
        if name != "C":
            made = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", os.path.join(self.place.name, name + ".UTF-8")],
                                  capture_output=True, text=True, check=False)
            self.assertTrue(os.path.isdir(os.path.join(self.place.name, name + ".UTF-8")), made.stderr)
            name += ".UTF-8"
        environment = dict(os.environ, LOCPATH=self.place.name, LC_ALL=name, CHARTER_LOCALEDIR=catalogues, **variables)
        return subprocess.run([tool, "check", self.pack], env=environment, capture_output=True, text=True,
                              check=True).stdout

    def test_plain(self):
        self.assertIn("1234 glossary entries", self.check("C"))

    def test_english(self):
        self.assertIn("1,234 glossary entries", self.check("en_US", LANGUAGE="en"))

    def test_spanish(self):
        self.assertIn("1.234 entradas del glosario", self.check("es_ES", LANGUAGE="es"))


if __name__ == "__main__":
    tap.main()
