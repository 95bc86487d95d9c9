#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-formats.py WRITE-HISTORY: what other programs make of a history handed out."""
import csv
import datetime
import io
import json
import pathlib
import re
import subprocess
import sys
import unittest
import uuid

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import tap  # noqa: E402 (its folder is known only now)

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SESSION = "3f2c0a52-6a0e-4b1c-9d0f-0a1b2c3d4e5f"
TAG = "tag:charterstudy.org,2026:"


def write(form):
    return subprocess.run([PROGRAM, form], check=True, capture_output=True).stdout


class LinesTest(unittest.TestCase):
    def test_lines(self):
        """Each line is an object, in the log's order; a reader of great numbers rounds nothing."""
        lines = [json.loads(line) for line in write("jsonl").decode().splitlines()]
        self.assertEqual(lines[0], {"format": "charter-history", "version": 1})
        self.assertEqual([line["seq"] for line in lines[1:]], list(range(1, len(lines))))
        self.assertEqual(sorted(line["hlc"] for line in lines[1:]), [line["hlc"] for line in lines[1:]])
        self.assertTrue(all(abs(number) < 2 ** 53 for line in lines[1:] for number in (line["seq"], line["wall"])))
        self.assertEqual(lines[3]["undo"], {"device": lines[2]["device"], "seq": 2})


class CsvTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bytes = write("csv")
        cls.rows = list(csv.DictReader(io.StringIO(cls.bytes.decode(), newline=""), strict=True))

    def test_rows(self):
        self.assertEqual(len(self.rows), 11)
        self.assertTrue(all(None not in row and None not in row.values() for row in self.rows))
        self.assertEqual([row["kind"] for row in self.rows], ["answer"] * 7 + ["move"] + ["answer"] * 3)
        self.assertNotRegex(re.sub(rb'"[^"]*"', b"", self.bytes), rb"[^\r]\n")

    def test_what_stands(self):
        """One was taken back; the last before the exam is of a session that was deleted."""
        self.assertEqual([row["stands"] for row in self.rows], ["false"] + ["true"] * 7 + ["false"] + ["true"] * 2)

    def test_what_an_exam_does_not_count(self):
        self.assertEqual([row["counts"] for row in self.rows], ["true"] * 10 + ["false"])
        self.assertEqual([(row["pack"], row["group"]) for row in self.rows[9:]], [("pack", "mock"), ("other", "mock")])

    def test_formulas_are_text(self):
        responses = [row["response"] for row in self.rows[1:6]]
        self.assertEqual(responses, ["'=SUM(A1:A9)", "'-5,5", "'@here", 'a "quoted", “ünïcode”\nword', "plain"])

    def test_values(self):
        row = self.rows[1]
        self.assertEqual((row["points"], row["maximum"], row["seconds"]), ("0.5", "2", "61.005"))
        self.assertEqual((row["confidence"], row["grade"], row["hint"]), ("sure", "again", "true"))
        self.assertEqual(row["misconceptions"], "one two")
        self.assertEqual((row["pack"], row["group"], row["mood"]), ("pack", "group", "study"))
        self.assertEqual(self.rows[6]["grade"], "easy")
        self.assertEqual((self.rows[7]["item"], self.rows[7]["response"], self.rows[7]["rule"]), ("gate", "ask", "best"))
        self.assertEqual(self.rows[7]["misconceptions"], "three")
        time = datetime.datetime.fromisoformat(row["time"])
        self.assertEqual(time.utcoffset(), datetime.timedelta(hours=5, minutes=30))
        self.assertEqual(int(time.timestamp()), 1780000000)


# What xAPI 1.0.3 asks of the members that are written here: a type, a pattern, or an object of members of which those
# that end in "?" may be missing.
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
ACTIVITY = {"objectType": re.compile("Activity"), "id": IRI, "definition": {"type": IRI}}
SCORE = {"scaled": float, "raw": float, "min": float, "max": float}
STATEMENT = {
    "id": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "timestamp": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d"),
    "actor": {"objectType": re.compile("Agent"), "account": {"homePage": re.compile(r"https://.+"), "name": str}},
    "verb": {"id": IRI, "display": {"en": str}},
    "object": ACTIVITY,
    "result": {"score?": SCORE, "success?": bool, "completion?": bool, "response?": str,
               "duration": re.compile(r"PT\d+\.\d\dS"), "extensions?": dict},
    "context": {"registration?": re.compile(r"[0-9a-f-]{36}"), "platform": str,
                "contextActivities": {"parent?": [ACTIVITY], "grouping": [ACTIVITY]}, "extensions?": dict},
}


class XapiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.statements = json.loads(write("xapi"))

    def check(self, value, shape, place):
        if isinstance(shape, re.Pattern):
            self.assertIsInstance(value, str, place)
            self.assertTrue(shape.fullmatch(value), f"{place}: {value}")
        elif isinstance(shape, list):
            self.assertIsInstance(value, list, place)
            for one in value:
                self.check(one, shape[0], place)
        elif isinstance(shape, dict):
            known = {name.rstrip("?") for name in shape}
            self.assertLessEqual(set(value), known, place)
            for name, inner in shape.items():
                if not name.endswith("?") or name.rstrip("?") in value:
                    self.check(value[name.rstrip("?")], inner, f"{place}.{name}")
        else:
            self.assertIsInstance(value, (int, float) if shape is float else shape, place)

    def test_shape(self):
        for statement in self.statements:
            self.check(statement, STATEMENT, statement["id"])
            self.assertEqual(uuid.UUID(statement["id"]).version, 5)
            for extension in statement["result"].get("extensions", {}):
                self.assertTrue(extension.startswith(TAG))

    def test_scores_are_within_their_bounds(self):
        scores = [statement["result"]["score"] for statement in self.statements if "score" in statement["result"]]
        self.assertGreater(len(scores), 5)
        for score in scores:
            self.assertTrue(-1 <= score["scaled"] <= 1 and score["min"] <= score["raw"] <= score["max"])

    def test_what_is_told(self):
        """Eight answers stand, and three sessions were finished."""
        verbs = [statement["verb"]["display"]["en"] for statement in self.statements]
        self.assertEqual(verbs, ["answered"] * 8 + ["completed"] * 3)
        done = self.statements[-3]
        self.assertEqual(done["context"]["registration"], SESSION)
        self.assertEqual(done["object"]["id"], TAG + "group:pack/group")
        self.assertTrue(done["result"]["completion"])
        self.assertAlmostEqual(done["result"]["score"]["raw"], 5 * 0.5 + 1)
        self.assertAlmostEqual(done["result"]["score"]["max"], 5 * 2 + 1)

    def test_misconceptions(self):
        """Of an answer those that it showed; of a case those that its moves stand for."""
        told = [statement["result"].get("extensions", {}).get(TAG + "misconceptions") for statement in self.statements]
        self.assertEqual(told[0], ["one", "two"])
        self.assertEqual(told[-2], ["three"])
        self.assertEqual((told[-3], told[-1]), (None, None))

    def test_what_an_exam_does_not_count(self):
        of_home, of_other, done = self.statements[6], self.statements[7], self.statements[-1]
        self.assertNotIn(TAG + "unscored", of_home["result"]["extensions"])
        self.assertTrue(of_other["result"]["extensions"][TAG + "unscored"])
        self.assertEqual(of_other["object"]["id"], TAG + "item:other/item-0")
        self.assertEqual(of_other["context"]["contextActivities"]["parent"][0]["id"], TAG + "group:pack/mock")
        self.assertEqual(done["object"]["id"], TAG + "group:pack/mock")
        self.assertEqual((done["result"]["score"]["raw"], done["result"]["score"]["max"]), (1, 1))

    def test_nobody_is_named(self):
        names = {statement["actor"]["account"]["name"] for statement in self.statements}
        self.assertEqual(len(names), 1)
        self.assertRegex(names.pop(), "^[0-9a-f]{16}$")

    def test_ids_are_different(self):
        self.assertEqual(len({statement["id"] for statement in self.statements}), len(self.statements))


if __name__ == "__main__":
    tap.main()
