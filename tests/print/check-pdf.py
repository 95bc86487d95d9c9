#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-pdf.py CHARTER-TOOL PACK: reads printed papers and keys as a reader of PDFs does, which knows nothing of how
they were made.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import tap  # noqa: E402

TOOL, PACK = sys.argv[1:3]
GROUP = "aws-migration"
VERSIONS = "AB"


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


class Pdf:
    def __init__(self, path):
        self.facts = dict(re.findall(r"^([^:]+): +(.*)$", output_of("pdfinfo", str(path)), re.MULTILINE))
        self.structure = output_of("pdfinfo", "-struct", str(path))
        self.pages = output_of("pdftotext", "-layout", str(path), "-").rstrip("\f").split("\f")


class Papers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([TOOL, "paper", PACK, "--group", GROUP, "--seed", "7", "--versions", ",".join(VERSIONS),
                            "--output", folder], check=True, stdout=subprocess.DEVNULL)
            cls.papers = {version: Pdf(pathlib.Path(folder, f"{GROUP}-{version}.pdf")) for version in VERSIONS}
            cls.keys = {version: Pdf(pathlib.Path(folder, f"{GROUP}-{version}-key.pdf")) for version in VERSIONS}

    def check_feet(self, pdf, words):
        self.assertEqual(int(pdf.facts["Pages"]), len(pdf.pages))
        for number, page in enumerate(pdf.pages, 1):
            foot = page.rstrip().splitlines()[-1]
            self.assertRegex(foot, rf"{words} +Page {number} of {len(pdf.pages)}$")

    def test_each_page_says_which_it_is(self):
        for version in VERSIONS:
            self.check_feet(self.papers[version], f"Version {version}")
            self.check_feet(self.keys[version], f"Key, version {version}")

    def test_what_the_file_is(self):
        paper = self.papers["B"]
        self.assertIn("Version B", paper.facts["Title"])
        self.assertRegex(paper.structure, r"^H1 \(block\)\nP \(block\)")
        self.assertEqual(paper.facts["Page size"], "595.28 x 841.89 pts (A4)")

    def test_questions_stand_in_their_order(self):
        for paper in self.papers.values():
            numbers = [int(number) for number in re.findall(r"^(\d+)\. ", "\n".join(paper.pages), re.MULTILINE)]
            self.assertGreater(len(numbers), 20)
            self.assertEqual(numbers, list(range(1, len(numbers) + 1)))

    def test_a_stem_stands_with_its_options(self):
        """A page begins with a question or a text, never with what is to be ticked."""
        for paper in self.papers.values():
            for page in paper.pages:
                self.assertNotRegex(page.lstrip(), r"^[A-Z] {2,}")
                self.assertNotRegex(page.lstrip(), r"^Choose ")

    def test_letters_beyond_ascii(self):
        text = "\n".join(self.papers["A"].pages)
        self.assertIn("Mérida", text)
        self.assertIn("€", text)
        self.assertIn("’", text)


tap.main()
