#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""run-transcripts.py [--update] TOOL PACKS TRANSCRIPT…: types what the transcripts show and compares the answers.

A transcript is prose, in which lines that begin with "  $ " are commands for the shell. Indented lines below a command
are what it prints, on standard output and standard error together; "  [1]" at their end is its exit status, where that
is not 0. Each transcript is run in a folder of its own, with copies of the packs. --update writes down what was
printed: read the differences before they are kept.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

INDENT = "  "
PROMPT = INDENT + "$ "


class Step:
    """A command with the lines that it should print; or, without a command, a line of prose."""

    def __init__(self, command=None, prose=None):
        self.command, self.prose, self.expected = command, prose, []


def read_steps(path):
    steps, blanks = [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(PROMPT):
            steps += [Step(prose="")] * blanks
            steps.append(Step(command=line[len(PROMPT):]))
        elif line.startswith(INDENT) and steps and steps[-1].command:
            steps[-1].expected += [""] * blanks + [line[len(INDENT):].rstrip()]
        elif line == "":
            blanks += 1
            continue
        else:
            steps += [Step(prose="")] * blanks
            steps.append(Step(prose=line))
        blanks = 0
    return steps


def environment(tool, place):
    bin_folder = place / "bin"
    bin_folder.mkdir()
    (bin_folder / "charter-tool").symlink_to(tool)
    env = {name: value for name, value in os.environ.items() if name.startswith(("LSAN", "ASAN", "UBSAN"))}
    env.update(PATH=f"{bin_folder}:/usr/bin:/bin", HOME=str(place / "home"), XDG_DATA_HOME=str(place / "data"),
               XDG_CONFIG_HOME=str(place / "config"), LC_ALL="C.UTF-8", LANGUAGE="", COLUMNS="80",
               CHARTER_PACKS_DIR=str(place / "work"), G_DEBUG="fatal-criticals", TZ="UTC")
    return env


def run(command, env, folder):
    done = subprocess.run(["sh", "-c", command], env=env, cwd=folder, stdin=subprocess.DEVNULL, timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    lines = [line.rstrip() for line in done.stdout.decode("utf-8", "backslashreplace").splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines + ([f"[{done.returncode}]"] if done.returncode else [])


def write_steps(path, steps):
    lines = []
    for step in steps:
        if step.command is None:
            lines.append(step.prose)
        else:
            lines += [PROMPT + step.command] + [(INDENT + line).rstrip() for line in step.expected]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def tell_difference(expected, printed):
    import difflib
    for line in difflib.unified_diff(expected, printed, "expected", "printed", lineterm=""):
        print(f"# {line}")


def main(arguments):
    update = arguments[0] == "--update"
    tool, packs, *paths = [pathlib.Path(argument).resolve() for argument in arguments[update:]]
    number = failures = 0
    for path in paths:
        steps = read_steps(path)
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            env = environment(tool, place)
            shutil.copytree(packs, place / "work")
            for step in (step for step in steps if step.command):
                printed = run(step.command, env, place / "work")
                number += 1
                right = printed == step.expected
                failures += not right
                print(f"{'ok' if right else 'not ok'} {number} {path.stem}: {step.command.replace('#', ' ')}", flush=True)
                if not right:
                    tell_difference(step.expected, printed)
                step.expected = printed
        if update:
            write_steps(path, steps)
    print(f"1..{number}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
