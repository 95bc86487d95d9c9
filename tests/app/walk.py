#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""walk.py CHARTER FOLDER [ID…]: takes every scenario and plays every case of the pack in FOLDER to learn from, and sits
every exam of the one that rehearses, or those named, to the end with keys alone, in the Charter that is installed with
these packs. “./dev walk” calls it; it takes minutes and is no part of the tests.

What is right is read from the packs' XML. Most questions are answered right and some wrong; which, and by which keys, is
drawn from the seed CHARTER_SEED (1 unless told). The screen is only read, as a screen reader does. After each step the
focus has to be where the keyboard goes on, each verdict and the score have to be those of the answers given, and Escape
has to lead out and back.
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import pack  # noqa: E402
import tap  # noqa: E402
import walk_exam as sitting  # noqa: E402
from answering import AnsweringTest, SEED, within  # noqa: E402
from case_window import CaseTest  # noqa: E402
from window import press  # noqa: E402

FOLDER = sys.argv[2]
PACK = "projects-and-operations.xml"
WRONG = 0.2  # the share of questions that are answered wrong

# Where the focus begins in a question of each kind.
BEGINNING = {
    pack.Choice: r"^A\. ", pack.TrueFalse: r"^A\. ", pack.Hotspot: r"^A\. ",
    pack.Classify: r", not sorted yet$", pack.Match: r": Choose…$", pack.Cloze: r"^Blank 1 of \d+: Choose…$",
    pack.Order: r"^1\. .*, 1 of \d+$", pack.Number: r"^(Your answer)?$", pack.Short: r"^(Your answer)?$",
}


class Walk(AnsweringTest, CaseTest):
    """Tests are added below, one for each scenario and case."""
    charter = sys.argv[1]
    library = [os.path.join(FOLDER, PACK)]  # alone: what stands before it in Practice is no matter here

    # ---- in and out

    def open(self, title):
        press("alt+3")
        self.wait_for_focus(r"^Build a Quiz$")
        self.walk_to_card(title, "Start")
        press("Return")

    def end(self, button, title, best):
        press("Escape")
        self.wait_for_focus(rf"^{button}: {re.escape(title)}$")
        self.read(best)
        press("Escape")  # at home it leads nowhere, and nothing is lost
        self.wait_for_focus(rf"^{button}: {re.escape(title)}$")
        self.quit()

    # ---- what is told of an answer

    def key_letters(self, item):
        letters = sorted(self.letter_of(key) for key in item.keys)
        return f"The answer is {letters[0]}." if len(letters) == 1 else f"The answers are {', '.join(letters)}."

    def caption(self, item, answer):
        """What stands beside the verdict. Asked before the answer is given, while options have their plain names."""
        if isinstance(item, pack.Choice):
            return self.key_letters(item)
        if isinstance(item, pack.Typed):
            return f"The answer is {item.key} {item.unit}".rstrip() + "."
        n_right = item.count_right(answer)
        return f"{n_right} of {len(answer)} {'is' if n_right == 1 else 'are'} right."

    def told_of(self, item, answer):
        """The paragraphs that have to stand below."""
        told = list(item.rationale)
        if isinstance(item, pack.Choice):
            told += [why for option in answer for why in item.whys[option]]
        if isinstance(item, pack.Typed):
            told += item.nears.get(answer, [])
        return told

    # ---- a scenario

    def answer(self, item, answer, by_button):
        caption = self.caption(item, answer)
        self.give(item, answer)
        if by_button:
            self.tab_to(r"^Check$", field=isinstance(item, pack.Typed))
        verdict = item.verdict(answer)
        # Thousands are grouped as the language has it.
        self.check(rf"^{verdict}\. {re.escape(caption)}$" if not isinstance(item, pack.Number) else
                   rf"^{verdict}\. The answer is [\d.,−-]+ ?{re.escape(item.unit)}\.$")
        self.read_all(self.told_of(item, answer), f"what is told of {item.id}")
        if isinstance(item, pack.Typed):
            self.read(rf"^{re.escape(f'{answer} {item.unit}'.rstrip())}\. Your answer")

    def take_hint(self, item):
        press("alt+h")
        self.read(rf"^{re.escape(item.hint[0])}$")
        self.wait_for_focus(BEGINNING[type(item)])

    def question(self, scenario, number, right, by_button, hint):
        item, total = scenario.items[number - 1], len(scenario.items)
        self.read(rf"^Question {number} of {total}$")
        self.read(rf"^{re.escape(item.stem[-1])}$")
        self.read_all(item.stem, f"the question {item.id}")
        self.wait_for_focus(BEGINNING[type(item)])
        if hint:
            self.take_hint(item)
        answer = item.right() if right else item.wrong(self.random)
        self.answer(item, answer, by_button)
        return answer

    def report(self, scenario, answers, hinted):
        """The score is what was answered, and each line of the list tells the outcome of its question."""
        items = scenario.items
        points, maximum = sum(map(pack.Item.worth, items, answers)), sum(item.points for item in items)
        verdicts = list(map(pack.Item.verdict, items, answers))
        n_right, n_wrong = verdicts.count("Correct"), len(items) - verdicts.count("Correct")
        self.wait_for_focus("^Practise the Mistake$" if n_wrong == 1 else rf"^Practise {n_wrong} Mistakes$")
        self.read(rf"^{n_right} of {len(items)} questions wholly right · ")
        told = self.read(r"^[\d.]+ of [\d.]+ points$")[1].split()
        self.assertTrue(within(float(told[0]), points, 0.1), f"{told} for {points}")
        self.assertEqual(float(told[2]), maximum)
        percent = int(self.screen.after(r"^Your Score$", r"^(\d+)%$"))
        self.assertTrue(within(percent, 100 * points / maximum, 1), f"{percent}% for {points} of {maximum}")
        for number, (outcome, verdict) in enumerate(zip(self.outcomes(len(items)), verdicts), 1):
            self.assertRegex(outcome, rf"^{verdict} · ", f"question {number}")
            self.assertEqual("with the hint" in outcome, number == hinted, f"question {number}")
        return points, percent, verdicts

    def take(self, scenario):
        self.start()
        self.open(scenario.title)
        total = len(scenario.items)
        wrong = self.random.sample(range(1, total + 1), round(WRONG * total))
        left = self.random.randint(2, total)
        hinted = self.random.choice([number for number, item in enumerate(scenario.items, 1) if item.hint])
        answers, seen = [], set()
        for number, item in enumerate(scenario.items, 1):
            if number == left:
                self.read(rf"^Question {number} of {total}$")
                self.leave_and_come_back(scenario.title)
            # Check by its button is tried once for each kind.
            answers.append(self.question(scenario, number, right=number not in wrong, by_button=item.kind not in seen,
                                         hint=number == hinted))
            seen.add(item.kind)
            press("Return")
        points, percent, verdicts = self.report(scenario, answers, hinted)
        self.end("Try Again", scenario.title, rf"^{total} questions · best {percent}% · last try today$")
        counts = ", ".join(f"{verdicts.count(one)} {one.lower()}" for one in ("Correct", "Partly right", "Not quite"))
        self.tell(f"{scenario.id}: {total} questions of {len(seen)} kinds, {counts}, {points:.1f} points, {percent}%")

    # ---- a case

    def gauges_after(self, case, way):
        """Each gauge before the first move and after each."""
        levels = [dict(case.start)]
        for move in way:
            levels.append({gauge: min(100, max(0, level + move.effects.get(gauge, 0)))
                           for gauge, level in levels[-1].items()})
        return levels

    def changes(self, case, before, after):
        lines = [f"{case.gauges[gauge]}: {before[gauge]:.0f} → {after[gauge]:.0f} "
                 f"({'−' if after[gauge] < before[gauge] else '+'}{abs(after[gauge] - before[gauge]):.0f})"
                 for gauge in case.gauges if after[gauge] != before[gauge]]
        return "\n".join(lines) or "No gauge has changed."

    def play(self, case, way):
        """From the first scene, which stands there, to the ending."""
        levels, scene = self.gauges_after(case, way), case.first()
        left = self.random.randint(1, len(way) - 1)
        for turn, move in enumerate(way):
            self.wait_for_scene(turn + 1, re.escape(scene.title))
            if turn == left:
                self.leave_and_come_back(case.title)
                self.wait_for_scene(turn + 1, re.escape(scene.title))
            self.read_all(scene.story, f"the scene {scene.id}")
            self.make_move(move.words, rf"^{re.escape(self.changes(case, levels[turn], levels[turn + 1]))}$")
            self.read_all(move.why, f"what the move {move.to} does")
            scene = case.scenes[move.to]
            self.assertEqual(self.screen.focus(), "Continue" if scene.moves else "See How It Ends")
            press("Return")
        return scene

    def ending(self, case, way, scene):
        self.wait_for_focus(rf"^{re.escape(scene.title)}$")
        self.read_all(scene.story, f"the ending {scene.id}")
        grades = [move.grade for move in way]
        counts = ", ".join(f"{grades.count(grade)} {grade}" for grade in ("best", "fair", "poor"))
        self.read(rf"^{len(way)} moves: {counts}$")
        share = sum({"best": 1, "fair": 0.5, "poor": 0}[grade] for grade in grades) / len(grades)
        percent = int(self.screen.after(r"^How It Ended$", r"^(\d+)%$"))
        self.assertTrue(within(percent, 100 * share, 1), f"{percent}% for {grades}")
        levels = self.gauges_after(case, way)
        for number, move in enumerate(way, 1):
            self.read(rf"^{number}\. {re.escape(move.words)}, {move.grade.capitalize()} move\. .*"
                      rf"{re.escape(self.changes(case, levels[number - 1], levels[number]))}$")
        for gauge, name in case.gauges.items():
            self.read(rf"^{re.escape(name)}: {levels[-1][gauge]:.0f}\b")
        self.tell(f"{case.id}: “{scene.title}” after {len(way)} moves, {percent}%")
        return percent

    def play_all(self, case):
        """Once by the best moves, and then to each ending by the shortest way."""
        ways = [case.best_way()]
        ways += [case.shortest_way(ending) for ending in case.endings if ending.id != ways[0][-1].to]
        self.assertNotIn(None, ways, "an ending that no moves lead to")
        self.start()
        self.open(case.title)
        best = 0
        for number, way in enumerate(ways):
            if number:
                self.tab_to(r"^Play Again$")
                press("Return")
            scene = self.play(case, way)
            best = max(best, self.ending(case, way, scene))
        self.end("Play Again", case.title, rf"last ending “{re.escape(scene.title)}” · best {best}% · last try today$")


def list_tests(folder):
    """The walks of what FOLDER has, each with the class of its test, by ids."""
    contents = pack.Pack(os.path.join(folder, PACK))
    tests = {one.id: (Walk, Walk.take, one) for one in contents.scenarios}
    tests |= {one.id: (Walk, Walk.play_all, one) for one in contents.cases}
    tests |= {one.id: (sitting.Sitting, sitting.Sitting.sit, one) for one in sitting.list_exams(folder)}
    return tests


def add_tests(tests, chosen):
    """A test for each of them, or of those chosen, in their order."""
    unknown = set(chosen) - set(tests)
    if unknown:
        sys.exit(f"There is no scenario, no case and no exam named {', '.join(sorted(unknown))}.")
    for number, (name, (kind, do, one)) in enumerate(tests.items(), 1):
        if not chosen or name in chosen:
            setattr(kind, f"test_{number:02}_{name}", lambda self, do=do, one=one: do(self, one))


add_tests(list_tests(FOLDER), sys.argv[3:])
Sitting = sitting.Sitting  # where the tests are looked for
print(f"# seed {SEED}", flush=True)
tap.main()
