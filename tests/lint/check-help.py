#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-help.py SOURCE-ROOT TOOL: the help describes each rule of advice, in the order in which the tool lists them."""
import os
import pathlib
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ET

TOOL = pathlib.Path(sys.argv.pop(2)).resolve()
ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
sys.path.insert(0, str(ROOT / "tests/support"))
import tap  # noqa: E402

MALLARD = "{http://projectmallard.org/1.0/}"


class Help(unittest.TestCase):
    def test_each_rule_is_described(self):
        env = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
        listed = subprocess.run([TOOL, "check", "--rules"], env=env, check=True, capture_output=True, text=True).stdout
        rules = [line for line in listed.splitlines() if line and not line.startswith(" ")]
        section = ET.parse(ROOT / "help/C/format-advice.page").find(f"{MALLARD}section[@id='rules']")
        described = [code.text for code in section.iterfind(f"{MALLARD}terms/{MALLARD}item/{MALLARD}title/{MALLARD}code")]
        self.assertGreater(len(rules), 10)
        self.assertEqual(described, rules)


tap.main()
