#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-tool.py TOOL MAN: what holds for charter-tool whatever the pack. Single commands are shown in the transcripts."""
import json
import os
import pathlib
import pty
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
from xml.etree import ElementTree

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import tap  # noqa: E402 (its folder is known only now)

TOOL, MAN = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
OWN = HERE / "packs"
FIXTURES = HERE.parent / "fixtures" / "packs"
ESCAPE = b"\x1b"
# Answers to all of opening-day by ids, so that they fit however the parts are shuffled.
ANSWERS = {
    "which-project": "=fit", "which-operations": "=oven flour", "lease-ends-it": "true",
    "sort-work": "=paint=project sell=operation hire=operation", "who-owns": "=money=money dough=dough",
    "first-things": "=plan build open", "money-left": "31,5", "name-it": "fitting out",
    "fill-in": "=verb=goes trait=unique", "point-at-end": "=shop", "flour-needed": "1",
}


class ToolTest(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = pathlib.Path(place.name)
        self.env = {name: value for name, value in os.environ.items() if name.startswith(("LSAN", "ASAN", "UBSAN"))}
        self.env.update(PATH="/usr/bin:/bin", HOME=str(self.place), XDG_DATA_HOME=str(self.place / "data"),
                        LC_ALL="C.UTF-8", COLUMNS="80", TERM="xterm-256color", CHARTER_PACKS_DIR=str(OWN),
                        G_DEBUG="fatal-criticals", TZ="UTC")

    def run_tool(self, *arguments, lines=(), **env):
        return subprocess.run([TOOL, *arguments], env={**self.env, **env}, cwd=self.place, timeout=60, check=False,
                              input="".join(f"{line}\n" for line in lines).encode(), capture_output=True)

    def run_clean(self, *arguments, **more):
        done = self.run_tool(*arguments, **more)
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr).decode("utf-8", "replace"))
        return done.stdout

    def run_in_terminal(self, *arguments, lines=(), **env):
        """The same with a terminal on both ends. Returns what the terminal got."""
        try:
            master, slave = pty.openpty()
        except OSError as problem:      # a chroot or container without /dev/pts
            self.skipTest(f"no terminal can be opened here: {problem}")
        process = subprocess.Popen([TOOL, *arguments], env={**self.env, **env}, cwd=self.place, stdin=slave,
                                   stdout=slave, stderr=slave, close_fds=True)
        os.close(slave)
        os.write(master, "".join(f"{line}\n" for line in lines).encode())
        seen = b""
        while select.select([master], [], [], 30)[0]:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            seen += part
        os.close(master)
        self.assertEqual(process.wait(30), 0, seen.decode("utf-8", "replace"))
        return seen


def packs(*folders):
    return sorted(path for folder in folders for path in (FIXTURES / folder).glob("*.xml"))


class Check(ToolTest):
    def load(self, path):
        done = self.run_tool("check", "--json", path)
        found = json.loads(done.stdout)
        self.assertEqual(done.returncode, 1 if found["errors"] or not found["pack"] else 0, path)
        return found

    def test_valid_packs_are_clean(self):
        self.assertGreater(len(packs("valid")), 20)
        for path in packs("valid"):
            with self.subTest(path.name):
                found = self.load(path)
                self.assertEqual((found["errors"], found["warnings"], found["diagnostics"]), (0, 0, []))
                self.assertEqual(sum(found["counts"]["kinds"].values()), found["counts"]["items"])

    def test_json_says_the_same_as_the_text(self):
        self.assertGreater(len(packs("broken")), 60)
        for path in packs("broken"):
            with self.subTest(path.name):
                printed = self.run_tool("check", "--quiet", path).stdout.decode().splitlines()
                found = [f"{path}:{each['line']}:{each['column']}: {each['severity']}: {each['found']}; "
                         f"{each['expected']}; {each['mend']}" for each in self.load(path)["diagnostics"]]
                self.assertEqual(found, printed)

    def test_several_files_are_several_objects(self):
        done = self.run_tool("check", "--json", OWN / "bakery.xml", "no-such-file", OWN / "faulty.xml")
        first, second, third = (json.loads(line) for line in done.stdout.splitlines())
        self.assertEqual(done.returncode, 2)
        self.assertEqual((first["pack"], first["error"]), ("org.charterstudy.test.bakery", None))
        self.assertEqual((second["pack"], second["diagnostics"]), (None, []))
        self.assertTrue(second["error"])
        self.assertEqual(third["errors"], len(third["diagnostics"]))

    def test_sarif_says_the_same_as_json(self):
        paths = packs("broken")
        done = self.run_tool("check", "--format", "sarif", *paths)
        self.assertEqual(done.returncode, 1)
        run, = json.loads(done.stdout)["runs"]
        told = []
        for result in run["results"]:
            place = result["locations"][0]["physicalLocation"]
            region = place.get("region", {"startLine": 0, "startColumn": 0})
            told.append((urllib.parse.unquote(urllib.parse.urlparse(place["artifactLocation"]["uri"]).path),
                         region["startLine"], region["startColumn"], result["level"], result["ruleId"],
                         result["message"]["text"]))
        self.assertEqual(told, [(str(path), each["line"], each["column"] if each["line"] else 0, each["severity"],
                                 each["code"], f"{each['found']}; {each['expected']}; {each['mend']}")
                                for path in paths for each in self.load(path)["diagnostics"]])
        self.assertTrue(run["invocations"][0]["executionSuccessful"])

    def watch(self, *arguments):
        process = subprocess.Popen([TOOL, "check", "--watch", *arguments], env=self.env, stdout=subprocess.PIPE,
                                   cwd=self.place, bufsize=0)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        return process

    def read_line(self, process):
        """What is printed next, or nothing where that takes too long."""
        line = b""
        while not line.endswith(b"\n") and select.select([process.stdout], [], [], 30)[0]:
            line += os.read(process.stdout.fileno(), 1)
        return line

    def expect_errors(self, process, n):
        """A file that is just being written may be read half-way, and is read again then."""
        while (line := self.read_line(process)) and json.loads(line)["errors"] != n:
            pass
        self.assertTrue(line)

    def end(self, process):
        process.send_signal(signal.SIGINT)
        return process.wait(30)

    def test_a_watch_follows_what_is_saved(self):
        good, faulty, pack = (OWN / "bakery.xml").read_bytes(), (OWN / "faulty.xml").read_bytes(), self.place / "my.xml"
        pack.write_bytes(good)
        process = self.watch("--format", "json", pack)
        self.expect_errors(process, 0)
        pack.write_bytes(faulty)                        # as some editors save, in place
        self.expect_errors(process, 2)
        (self.place / "new").write_bytes(good)          # and as others, by a new file
        (self.place / "new").rename(pack)
        self.expect_errors(process, 0)
        pack.unlink()
        self.assertTrue(json.loads(self.read_line(process))["error"])
        pack.write_bytes(faulty)
        self.expect_errors(process, 2)
        self.assertEqual(self.end(process), 1)

    def test_a_watch_of_two_files_in_words(self):
        for name in ("one.xml", "two.xml"):
            (self.place / name).write_bytes((OWN / "bakery.xml").read_bytes())
        process = self.watch("--lint", "one.xml", "two.xml")
        for end in (b"one.xml", b"two.xml", b"Ctrl+C ends."):
            while end not in (line := self.read_line(process)):
                self.assertTrue(line)
        (self.place / "two.xml").write_bytes((OWN / "faulty.xml").read_bytes())
        while b"two.xml:10:5: error: " not in (line := self.read_line(process)):
            self.assertTrue(line)
        self.assertEqual(self.end(process), 1)


class Fix(ToolTest):
    HAS_ID = re.compile(rb"""\s+id\s*=\s*("[^"]*"|'[^']*')""")
    WRITTEN = re.compile(rb' id="[a-z0-9]+(?:-[a-z0-9]+)*"')

    def without_some_ids(self, source, chance):
        """Takes ids out of start tags, but never the pack's."""
        def thin(tag):
            if tag[0].startswith((b"<pack", b"<!", b"<?")) or chance.random() < 0.5:
                return tag[0]
            return self.HAS_ID.sub(b"", tag[0], count=1)
        return re.sub(rb"<!--.*?-->|<[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", thin, source, flags=re.DOTALL)

    def assert_only_ids_were_added(self, before, after):
        i = j = n = 0
        while j < len(after):
            if i < len(before) and before[i] == after[j] and not (written := self.WRITTEN.match(after, j)):
                i, j = i + 1, j + 1
            elif (written := self.WRITTEN.match(after, j)) and not before.startswith(written[0], i):
                j, n = written.end(), n + 1
            else:
                self.assertEqual(before[i:i + 1], after[j:j + 1], f"byte {i}: {after[j - 30:j + 30]!r}")
                i, j = i + 1, j + 1
        self.assertEqual(i, len(before))
        return n

    def test_only_ids_are_written(self):
        chance, total = random.Random(2026), 0
        for number, path in enumerate(packs("valid")):
            with self.subTest(path.name):
                before = self.without_some_ids(path.read_bytes(), chance)
                copy = self.place / f"{number}.xml"
                copy.write_bytes(before)
                self.run_tool("check", "--fix", copy)
                after = copy.read_bytes()
                n = self.assert_only_ids_were_added(before, after)
                if n:
                    self.assertEqual(pathlib.Path(f"{copy}~").read_bytes(), before)
                left = json.loads(self.run_tool("check", "--json", copy).stdout)["diagnostics"]
                self.assertNotIn("missing-id", [each["code"] for each in left])
                self.assertFalse([each for each in left if "id" in each["code"] and "ref" not in each["code"]
                                  and each["code"] != "unknown-id"], left)
                self.run_tool("check", "--fix", copy)
                self.assertEqual(copy.read_bytes(), after)
                total += n
        self.assertGreater(total, 100)

    def test_more_ids_than_problems_that_are_told(self):
        items = "".join(f"<single><stem><p>Question {n}</p></stem><option correct='true'><text>Yes</text></option>"
                        f"<option><text>No</text></option></single>\n" for n in range(1, 601))
        copy = self.place / "many.xml"
        copy.write_text(f'<pack xmlns="urn:charter:pack:1" format="1.0" id="a.b" release="1" xml:lang="en">'
                        f'<info><title>Many</title></info><bank id="all">{items}</bank></pack>')
        self.run_clean("check", "--fix", copy)
        self.assertIn('<option id="yes" correct', copy.read_text())
        self.assertIn('<single id="question-600">', copy.read_text())

    def test_a_file_that_cannot_be_written_stays(self):
        if os.geteuid() == 0:
            folder = pathlib.Path("/proc/self")  # nobody may write here
            done = self.run_tool("check", "--fix", folder / "status")
        else:
            copy = self.place / "draft.xml"
            shutil.copy(OWN / "without-ids.xml", copy)
            self.place.chmod(0o500)
            self.addCleanup(self.place.chmod, 0o700)
            done = self.run_tool("check", "--fix", copy)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"left as it is", done.stderr)


class Show(ToolTest):
    SHOWN = {"topic", "misconception", "lesson", "comparison", "entry", "scenario", "bank", "case", "exam", "single",
             "multiple", "truefalse", "classify", "match", "order", "number", "short", "cloze", "hotspot", "drill"}

    def test_everything_with_an_id_can_be_shown(self):
        for path in packs("valid") + [OWN / "bakery.xml"]:
            ids = [element.get("id") for element in ElementTree.parse(path).iter()
                   if element.tag.removeprefix("{urn:charter:pack:1}") in self.SHOWN]
            with self.subTest(path.name):
                self.assertTrue(not ids or self.run_clean("show", "--key", path, *ids))

    def test_lines_fit(self):
        for columns in ("24", "60", "80"):
            for path in packs("valid"):
                printed = self.run_clean("show", path, COLUMNS=columns).decode()
                for line in printed.splitlines():
                    words = line.split()
                    if len(words) > 3 and line.isascii():
                        self.assertLessEqual(len(line), int(columns), f"{path.name}: {line}")


class Packs(ToolTest):
    def test_an_added_pack_goes_by_its_id(self):
        added = self.place / "packs" / "org.charterstudy.test.bakery"
        added.mkdir(parents=True)
        shutil.copy(OWN / "bakery.xml", added / "pack.xml")
        shutil.copy(OWN / "two.xml", self.place / "packs")
        env = {"CHARTER_PACKS_DIR": str(self.place / "packs")}
        self.assertIn(b"Installed packs: org.charterstudy.test.bakery, two.", self.run_tool("show", **env).stderr)
        self.assertIn(b"bakery", self.run_clean("show", "org.charterstudy.test.bakery", **env))
        self.assertEqual(self.run_tool("show", "pack", **env).returncode, 2)

    def test_what_was_set_aside_is_not_found(self):
        two = (OWN / "two.xml").read_text()
        folders = self.place / "packs"
        for folder, words in (("org.charterstudy.test.two", "The new one"), (".aside-org.charterstudy.test.two-1", "Old"),
                              (".half-org.charterstudy.test.two", "Half")):
            folders.joinpath(folder).mkdir(parents=True)
            folders.joinpath(folder, "pack.xml").write_text(two.replace("Two questions", words))
        env = {"CHARTER_PACKS_DIR": str(folders)}
        self.assertIn(b"The new one", self.run_clean("show", "org.charterstudy.test.two", **env))
        self.assertIn(b"Installed packs: org.charterstudy.test.two.", self.run_tool("show", **env).stderr)


class Quiz(ToolTest):
    def take(self, *options, lines):
        return self.run_clean("quiz", *options, "bakery", "opening-day", lines=lines).decode()

    def test_same_seed_same_paper(self):
        first, second = (self.take("--seed", "7", lines=ANSWERS.values()) for _ in range(2))
        self.assertEqual(first, second)
        papers = {self.take("--seed", str(seed), lines=ANSWERS.values()).split("seed", 1)[1][2:] for seed in range(6)}
        self.assertGreater(len(papers), 1)

    def test_scores_do_not_depend_on_the_seed(self):
        scores = set()
        for seed in range(8):
            printed = self.take("--seed", str(seed), lines=ANSWERS.values())
            scores.add(re.search(r"[\d.]+ of 11 points", printed)[0])
        self.assertEqual(len(scores), 1, scores)

    def test_nothing_is_kept_from_a_pipe(self):
        self.take(lines=ANSWERS.values())
        self.assertFalse((self.place / "data").exists())

    def read_until(self, process, words):
        seen = b""
        while words not in seen:
            part = os.read(process.stdout.fileno(), 65536)
            self.assertTrue(part, seen)
            seen += part

    def score(self, printed):
        return re.search(r"Your score\n(.*\n.*\n)", printed)[1]

    def test_a_killed_quiz_goes_on(self):
        answers = list(ANSWERS.values())
        whole = self.take("--seed", "7", lines=answers)
        process = subprocess.Popen([TOOL, "quiz", "--history", "--seed", "7", "bakery", "opening-day"], env=self.env,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=self.place, bufsize=0)
        process.stdin.write("".join(f"{answer}\n" for answer in answers[:4]).encode())
        self.read_until(process, b"Question 5/11")
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()

        rest = self.take("--history", lines=answers[4:])
        self.assertIn("goes on there", rest)
        self.assertNotIn("Question 4/11", rest)
        self.assertIn("Question 5/11", rest)
        self.assertEqual(self.score(rest), self.score(whole))
        self.assertNotIn("goes on there", self.take("--history", lines=answers))

    def test_leaving_keeps_the_place(self):
        self.assertIn("Your place is kept", self.take("--history", "--seed", "7", lines=["=fit", "q"]))
        self.assertIn("Question 2/11", self.take("--history", lines=["q"]))
        self.assertIn("Question 1/11", self.take("--history", "--new", lines=["q"]))

    def test_a_history_that_is_in_use_is_said(self):
        holder = subprocess.Popen([TOOL, "quiz", "--history", "bakery", "opening-day"], env=self.env, cwd=self.place,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self.read_until(holder, b"Question 1/11")
        printed = self.take("--history", lines=ANSWERS.values())
        holder.communicate()
        self.assertIn("this round is not kept", printed)
        self.assertIn("This round is not kept in your history.", printed)
        self.assertIn("of 11 points", printed)

    def test_take_back(self):
        printed = self.take("--seed", "7", lines=["=bake", ":b", "=fit", "q"])
        self.assertEqual(printed.count("Question 1/11"), 2)
        self.assertIn("1 of 1 points", printed)

    def test_in_a_terminal(self):
        lines = [line for answer in ANSWERS.values() for line in (answer, "")]
        seen = self.run_in_terminal("quiz", "--seed", "7", "bakery", "opening-day", lines=lines)
        self.assertIn(b"Enter to go on", seen)
        self.assertIn(b"of 11 points", seen)
        self.assertTrue((self.place / "data" / "charter").exists())


    def test_an_exam_in_a_terminal_is_looked_over(self):
        lines = ["5", "t", "1", "4", ""]
        seen = self.run_in_terminal("quiz", "--exam", "--seed", "1", "two", lines=lines)
        self.assertEqual(seen.count(b"Every question that can be asked here"), 2)
        self.assertIn(b"Your answer so far: 5", seen)
        self.assertNotIn(b"Right.", seen)
        self.assertIn(b"2 of 2 points", seen)

    def test_a_killed_exam_goes_on(self):
        options = ["quiz", "--history", "--exam", "--minutes", "30", "--seed", "1", "--number", "2", "two"]
        process = subprocess.Popen([TOOL, *options], env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   cwd=self.place, bufsize=0)
        process.stdin.write(b"5\n")
        self.read_until(process, b"Question 2/2")
        process.kill()
        process.communicate()
        rest = self.run_clean("quiz", "--history", "--resume", "two", lines=[":1", "4", "t"]).decode()
        self.assertIn("30 minutes left", rest)
        self.assertIn("2 of 2 points", rest)
        self.assertEqual(self.run_tool("quiz", "--history", "--resume", "two").returncode, 2)


class Sitting(ToolTest):
    """An exam by its own rules: eleven questions that can be asked in one section, a break, and one in another."""

    def sit(self, *options, lines):
        return self.run_clean("quiz", *options, "baking-exam", "apprentice", lines=lines).decode()

    def start(self, *options):
        return subprocess.Popen([TOOL, "quiz", "--history", *options, "baking-exam", "apprentice"], env=self.env,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=self.place, bufsize=0)

    def kill_at(self, process, lines, words):
        process.stdin.write("".join(f"{line}\n" for line in lines).encode())
        seen = b""
        while words not in seen:
            part = os.read(process.stdout.fileno(), 65536)
            self.assertTrue(part, seen)
            seen += part
        process.kill()
        process.communicate()

    def test_all_of_it(self):
        printed = self.sit("--seed", "7", lines=[*ANSWERS.values(), "", "", "=night", ""])
        self.assertIn("Section 1 of 2: In the bakery", printed)
        self.assertIn("Section 2 of 2", printed)
        self.assertNotIn("Right.", printed.split("Your score")[0].replace("wholly right", ""))
        self.assertIn("Kinds of work:", printed)

    def test_killed_in_a_section_in_the_break_and_in_the_next(self):
        answers = list(ANSWERS.values())
        self.kill_at(self.start("--seed", "7"), answers[:4], b"Question 5/13")
        self.kill_at(self.start(), [*answers[4:], ""], b"Enter to go on (q: leave)")
        self.kill_at(self.start(), ["", "=night"], b"Enter to hand in")
        rest = self.sit("--history", lines=[":1", ""])
        self.assertIn("You left this exam half-way", rest)
        self.assertIn("That question is in another section.", rest)
        whole = self.sit("--seed", "7", lines=[*answers, "", "", "=night", ""])
        self.assertEqual(re.search(r"Your score\n(.*\n.*\n)", rest)[1], re.search(r"Your score\n(.*\n.*\n)", whole)[1])
        self.assertNotIn("half-way", self.sit("--history", lines=["q"]))

    def test_a_new_one_ends_the_old(self):
        self.sit("--history", "--seed", "7", lines=["=fit", "q"])
        self.sit("--history", "--new", lines=["q"])
        self.sit("--history", lines=[":e", "", "", ":e", ""])
        self.assertNotIn("half-way", self.sit("--history", lines=["q"]))

    def test_in_a_terminal_the_rules_wait(self):
        seen = self.run_in_terminal("quiz", "--seed", "7", "baking-exam", "apprentice", lines=["q"])
        self.assertIn(b"Enter to begin", seen)
        self.assertNotIn(b"Question 1/13", seen)
        seen = self.run_in_terminal("quiz", "baking-exam", "apprentice", lines=["", ":x a", ":e", "", "", "q"])
        self.assertIn(b"(struck out)", seen)
        self.assertIn(b"Your place is kept", seen)

    def test_what_can_not_be(self):
        self.assertIn(b"its own rules say", self.run_tool("quiz", "--minutes", "5", "--exam", "baking-exam",
                                                          "apprentice").stderr)
        done = self.run_tool("quiz", "baking-exam", "master", lines=["q"])
        self.assertIn("drawn from a pack that is not in your library.", " ".join(done.stdout.decode().split()))
        self.assertIn("Did you mean “apprentice”?", self.run_tool("quiz", "baking-exam", "aprentice").stderr.decode())


class Manners(ToolTest):
    def test_no_colour_in_a_pipe(self):
        for command in (["show", "--key", "bakery", "opening-day"], ["check", OWN / "faulty.xml"], ["help", "quiz"],
                        ["quiz", "bakery", "opening-day"]):
            done = self.run_tool(*command, lines=["=fit", "q"])
            self.assertNotIn(ESCAPE, done.stdout + done.stderr)

    def test_colour_in_a_terminal_only_where_it_is_wanted(self):
        self.assertIn(ESCAPE, self.run_in_terminal("show", "bakery"))
        self.assertNotIn(ESCAPE, self.run_in_terminal("show", "bakery", NO_COLOR="1"))
        self.assertNotIn(ESCAPE, self.run_in_terminal("show", "bakery", TERM="dumb"))

    def test_a_pack_cannot_command_the_terminal(self):
        evil = self.place / "evil.xml"
        evil.write_text((OWN / "bakery.xml").read_text("utf-8").replace("Opening day", "\u009b31mRed"), "utf-8")
        seen = self.run_in_terminal("show", evil)
        self.assertNotIn("\u009b".encode(), seen)
        self.assertIn("\ufffd31mRed".encode(), seen)

    def test_without_utf8(self):
        for command in (["help", "quiz"], ["show", "--key", "bakery", "two-kinds", "money-left", "fill-in"],
                        ["quiz", "--seed", "7", "bakery", "opening-day"]):
            printed = self.run_clean(*command, lines=ANSWERS.values(), LC_ALL="C")
            self.assertTrue(printed.isascii(), command)
            self.assertNotIn(b"\\x", printed)

    def test_a_full_disk_is_said(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([TOOL, "show", "bakery"], env=self.env, stdout=full, stderr=subprocess.PIPE,
                                  timeout=60, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"could not be written", done.stderr)


class Manual(ToolTest):
    def options(self, text):
        return set(re.findall(r"--([a-z][a-z-]+)", text))

    def test_it_is_well_written(self):
        self.assertTrue(shutil.which("mandoc"), "mandoc is not installed")
        done = subprocess.run(["mandoc", "-T", "lint", "-W", "style", MAN], capture_output=True, check=False)
        self.assertEqual(done.stdout.decode(), "")

    def test_it_tells_every_option(self):
        manual = subprocess.run(["mandoc", "-T", "ascii", MAN], capture_output=True, check=True).stdout.decode()
        manual = re.sub(r".\x08", "", manual)
        self.assertEqual(self.options(manual) - {"version"}, self.all_options())

    def all_options(self):
        commands = re.findall(r"^  ([a-z]+) ", self.run_tool("--help").stdout.decode(), re.MULTILINE)
        self.assertEqual(commands, ["check", "show", "quiz", "review", "exam", "paper", "pack", "changes", "score",
                                    "import", "export", "history", "report", "help"])
        told = set()
        for command in commands:
            told |= set(re.findall(r"^  (?:-\w, )?--([a-z-]+)", self.run_clean("help", command).decode(), re.MULTILINE))
        return told


if __name__ == "__main__":
    tap.main()
