#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the packs of tests/fixtures/packs against the schema, and their expected diagnostics against their text.

usage: check-fixtures.py SOURCE-ROOT

jing and xmllint are asked where they are installed; where one is not, its tests say so and are skipped.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()
sys.path.insert(0, str(ROOT / "tests/support"))
import tap  # noqa: E402

PACKS = ROOT / "tests/fixtures/packs"
SCHEMA = ROOT / "data/schema/charter-pack.rng"
VALID = sorted((PACKS / "valid").glob("*.xml"))
FAULTY = sorted(PACKS.glob("valid/minor/*.xml")) + sorted((PACKS / "broken").glob("*.xml"))
LINE = re.compile(r"\d+:\d+: (warning: )?\S.*; \S.*; \S.*")


def expected(path):
    """The remarks (# name: word) and the lines of the .expected beside a pack."""
    lines = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    remarks = dict(line[2:].split(": ", 1) for line in lines if line.startswith("#"))
    return remarks, [line for line in lines if not line.startswith("#")]


def wanted(path, tool):
    """The verdicts that are right; versions of a tool may differ."""
    if path in VALID:
        return ["valid"]
    remarks = expected(path)[0]
    return remarks.get(tool, remarks["schema"]).split(" or ")


def run_jing(paths):
    run = subprocess.run(["jing", SCHEMA, *paths], capture_output=True, text=True, errors="replace", timeout=300)
    verdicts = {path: "valid" for path in paths}
    for line in (run.stdout + run.stderr).splitlines():
        if line.startswith("fatal:"):  # an empty file has no place
            line = f"{paths[0]}:1:1: {line}"
        match = re.match(r"(.+?):\d+:\d+: (fatal|error)", line)
        if not match:
            continue
        path = pathlib.Path(match[1])
        if match[2] == "fatal":
            verdicts[path] = "not-well-formed"
        elif verdicts[path] == "valid":
            verdicts[path] = "invalid"
    return verdicts


def judge_by_jing(paths):
    """jing is slow to start but stops at a file that is no XML: it gets those one by one, the others together."""
    verdicts = run_jing([path for path in paths if "not-well-formed" not in wanted(path, "jing")])
    for path in paths:
        if path not in verdicts:
            verdicts |= run_jing([path])
    return verdicts


def judge_by_xmllint(paths):
    words = {0: "valid", 3: "invalid", 4: "invalid"}
    verdicts = {}
    for path in paths:
        # Its versions differ in what they end with where a pack is not well-formed and judged by a schema at once.
        command = ["xmllint", "--noout", "--nonet"]
        if subprocess.run([*command, path], capture_output=True, timeout=60).returncode:
            verdicts[path] = "not-well-formed"
            continue
        run = subprocess.run([*command, "--relaxng", SCHEMA, path], capture_output=True, timeout=60)
        verdicts[path] = words.get(run.returncode, f"exit status {run.returncode}")
    return verdicts


class Schema(unittest.TestCase):
    def compare(self, tool, judge):
        if not shutil.which(tool):
            self.skipTest(f"{tool} is not installed")
        verdicts = judge(VALID + FAULTY)
        differing = [f"{path.name}: {verdicts[path]}, not {' or '.join(wanted(path, tool))}"
                     for path in VALID + FAULTY if verdicts[path] not in wanted(path, tool)]
        self.assertEqual(differing, [])

    def test_jing(self):
        self.compare("jing", judge_by_jing)

    def test_xmllint(self):
        self.compare("xmllint", judge_by_xmllint)


class Expected(unittest.TestCase):
    def test_there_are_enough(self):
        self.assertGreaterEqual(len(VALID), 25)
        self.assertGreaterEqual(len(FAULTY), 150)

    def test_every_broken_pack_has_its_lines(self):
        for path in FAULTY:
            remarks, lines = expected(path)
            self.assertIn(remarks["schema"], ("valid", "invalid", "not-well-formed"), path.name)
            self.assertTrue(lines, path.name)
            for line in lines:
                self.assertRegex(line, LINE, path.name)
        for path in PACKS.rglob("*.expected"):
            self.assertTrue(path.with_suffix(".xml").exists(), path.name)

    def test_lines_are_in_order(self):
        for path in FAULTY:
            places = [tuple(map(int, line.split(":")[:2])) for line in expected(path)[1]]
            self.assertEqual(places, sorted(places), path.name)

    def test_places_exist(self):
        """A place in a well-formed pack is a tag, a declaration or an attribute."""
        for path in FAULTY:
            remarks, lines = expected(path)
            text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
            for line in lines:
                row, column = map(int, line.split(":")[:2])
                self.assertLessEqual(row, len(text), path.name)
                self.assertLessEqual(column, len(text[row - 1]) + 1, path.name)
                if remarks["schema"] != "not-well-formed":
                    there, before = text[row - 1][column - 1:], text[row - 1][:column - 1]
                    attribute = re.match(r"[a-z:-]+\s*=", there) and re.search(r"(^|\s)$", before)
                    self.assertTrue(there.startswith("<") or attribute, f"{path.name}: {line}")


tap.main()
