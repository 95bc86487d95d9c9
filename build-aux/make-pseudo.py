#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes catalogues of languages that nobody speaks, so that tests and pictures show what translators would meet.

  en@pseudo  [Ŝţåřţ ţĥé qûîž lorem]   accented and longer: what stays plain is not passed through gettext,
                                      what is cut has no room for German or Finnish
  ar@pseudo  each word drawn backwards: with GTK's own Arabic catalogue the window is mirrored too

What a program fills in or reads (%d, %1$s, {name}, <b>, &amp;, _mnemonic, line ends) comes through unchanged.

make-pseudo.py --source-root DIR --output DIR --depfile FILE POTFILES.in
"""
import argparse
import os
import re
import subprocess
import sys

KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dgettext:2", "g_dngettext:2,3", "ngettext:1,2", "Q_:1g")
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒğĥîĵķľɱñöþɋřšţûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĽṀÑÖÞɊŘŠŢÛṼŴẊÝŽ",
)
# What must come through: conversions of printf and of dates, tags, entities, names in braces; and a mnemonic's letter.
KEPT = re.compile(
    r"%(?:%|(?:\d+\$)?[-+#0 '_^I]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|j|z|t|L)?[A-Za-z])"
    r"|</?[A-Za-z][^<>]*>"
    r"|&#?\w+;"
    r"|\{\w+\}"
    r"|\\."
)
MNEMONIC = re.compile(KEPT.pattern + r"|_\w")
FILLING = ("lorem", "ipsum", "dolor", "amet", "elit", "sed", "tempor", "magna", "aliqua", "enim", "minim")
RLM, RLO, PDF = "\u200f", "\u202e", "\u202c"
LONGER = 0.4


def map_text(text, kept, change):
    """Returns text with everything changed but what kept matches."""
    parts, end = [], 0
    for match in kept.finditer(text):
        parts += [change(text[end:match.start()]), match[0]]
        end = match.end()
    return "".join(parts + [change(text[end:])])


def filling(text):
    """Words to make text longer by LONGER, or by five letters where it is short."""
    wanted, words = max(5, int(len(KEPT.sub("", text)) * LONGER)), []
    while sum(len(word) + 1 for word in words) < wanted:
        words.append(FILLING[len(words) % len(FILLING)])
    return " ".join(words)


def accented(text):
    body = text.rstrip("\n")
    return "[" + map_text(body, MNEMONIC, lambda part: part.translate(LETTERS)) + " " + filling(body) + "]" + text[len(body):]


def backwards(text):
    def turn(part):
        return re.sub(r"_?[^\W\d]+", lambda word: RLM + RLO + word[0] + PDF + RLM, part)
    return map_text(text, KEPT, turn)


LANGUAGES = {"en@pseudo": accented, "ar@pseudo": backwards}
LOCALE = "en_US.UTF-8"


def unquote(text):
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), text)


def quote(text):
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{text}"'


def read_template(text):
    """Yields the messages of a .pot: each a dict with flags, msgid, and msgctxt and msgid_plural where it has them."""
    for block in re.split(r"\n\s*\n", text):
        message, field = {"flags": ""}, None
        for line in block.splitlines():
            if line.startswith("#,"):
                message["flags"] = line
            elif match := re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$', line):
                field = match[1]
                message[field] = unquote(match[2])
            elif field and (match := re.match(r'"(.*)"$', line)):
                message[field] += unquote(match[1])
        if message.get("msgid") and message["msgid"] != "translator-credits":
            yield message


def write_message(message, change):
    lines = [message["flags"]] if message["flags"] else []
    lines += [f"{field} {quote(message[field])}" for field in ("msgctxt", "msgid", "msgid_plural") if field in message]
    if "msgid_plural" in message:
        lines += [f"msgstr[{form}] {quote(change(message[field]))}"
                  for form, field in enumerate(("msgid", "msgid_plural"))]
    else:
        lines.append(f"msgstr {quote(change(message['msgid']))}")
    return "\n".join(lines) + "\n"


def catalogue(template, language):
    """Returns the text of the .po of language for the text of a .pot."""
    header = ('msgid ""\nmsgstr ""\n'
              f'"Language: {language}\\n"\n'
              '"MIME-Version: 1.0\\n"\n'
              '"Content-Type: text/plain; charset=UTF-8\\n"\n'
              '"Content-Transfer-Encoding: 8bit\\n"\n'
              '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n')
    change = LANGUAGES[language]
    return "\n".join([header] + [write_message(message, change) for message in read_template(template)])


def listed_files(potfiles):
    with open(potfiles, encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def extract(files, source_root):
    command = ["xgettext", "--from-code=UTF-8", "--output=-", f"--directory={source_root}",
               "--package-name=charter", *[f"--keyword={word}" for word in KEYWORDS], *files]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout if files else ""


def compile_catalogue(text, language, output):
    folder = os.path.join(output, language, "LC_MESSAGES")
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["msgfmt", "--check-format", "--output-file", os.path.join(folder, "charter.mo"), "-"],
                   input=text, check=True, text=True)


def make_locale(output):
    """Newer C libraries translate nothing in a locale whose name begins with C, and a bare machine has no other: so this
    is C.UTF-8 under another name, for LOCPATH."""
    link = os.path.join(output, LOCALE)
    if not os.path.islink(link):
        os.symlink("/usr/lib/locale/C.utf8", link)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--source-root", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--depfile", required=True)
    parser.add_argument("--stamp", required=True)
    parser.add_argument("potfiles")
    options = parser.parse_args()
    files = listed_files(options.potfiles)
    template = extract(files, options.source_root)
    for language in LANGUAGES:
        compile_catalogue(catalogue(template, language), language, options.output)
    make_locale(options.output)
    with open(options.stamp, "w", encoding="utf-8"):
        pass
    with open(options.depfile, "w", encoding="utf-8") as depfile:
        print(f"{options.stamp}:", *[os.path.join(options.source_root, name) for name in files], file=depfile)


if __name__ == "__main__":
    sys.exit(main())
