#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev lint : each check says what it found; at the end what has to be mended. A tool that is not there is named.
set -eu
build-aux/setup.sh build
[ -e build/compile_commands.json ] || build-aux/build.sh build

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
failed=
absent=

# check NAME TOOL COMMAND… : COMMAND says its faults and ends with other than 0 where there are any.
check () {
  name=$1
  tool=$2
  shift 2
  if ! command -v "$tool" >/dev/null; then
    absent="$absent $tool"
    echo "–  $name: not done, $tool is not installed"
  elif "$@" >"$place/log" 2>&1; then
    echo "✓  $name"
    grep '^note: ' "$place/log" | sed 's/^/     /' || true
  else
    failed="$failed, $name"
    echo "✗  $name"
    sed 's/^/     /' "$place/log"
  fi
}

c_files () {
  git ls-files --cached --others --exclude-standard "$@"
}

form () {
  version=$(clang-format --version | sed 's/.*version \([0-9]*\).*/\1/')
  [ "$version" -ge 14 ] || {
    echo "clang-format $version is older than 14"
    return 1
  }
  c_files '*.c' '*.h' | xargs build-aux/check-form.py
}

# A file is read again when it, a header or the choice of checks is newer than its mark.
tidy () {
  mkdir -p build/lint
  newest=$(c_files 'src/*.h' .clang-tidy | xargs ls -t | sed -n 1p)
  c_files 'src/*.c' | while read -r file; do
    mark=build/lint/$(echo "$file" | tr / _)
    [ -z "$(find "$mark" -newer "$file" -newer "$newest" 2>/dev/null)" ] || continue
    grep -q "/$file\"" build/compile_commands.json && echo "$file"
  done | xargs -P "$(nproc)" -I '{}' build-aux/tidy-one.sh '{}' >"$place/tidy" 2>&1 || true
  cat "$place/tidy"
  [ ! -s "$place/tidy" ]
}

static_faults () {
  cppcheck --quiet --library=gtk --std=c11 --enable=warning,portability --inline-suppr --error-exitcode=1 \
    --suppress=unknownMacro --suppress=nullPointerRedundantCheck -j "$(nproc)" \
    --cppcheck-build-dir="$(mkdir -p build/cppcheck && echo build/cppcheck)" src
}

scripts () {
  c_files | while read -r file; do
    [ -f "$file" ] && head -n 1 "$file" | grep -q '^#!/bin/\(ba\)\?sh' && echo "$file"
  done | xargs shellcheck
}

xml () {
  c_files '*.ui' '*.svg' '*.gresource.xml' '*.xml.in' '*.rng' '*.page' 'data/packs/*.xml' | xargs -r xmllint --nonet --noout
}

schema () {
  trang data/schema/charter-pack.rnc "$place/charter-pack.rng"
  xmllint --c14n "$place/charter-pack.rng" | grep -v SPDX >"$place/made"
  xmllint --c14n data/schema/charter-pack.rng | grep -v SPDX >"$place/kept"
  cmp -s "$place/made" "$place/kept" || {
    echo "charter-pack.rng is not what trang makes of charter-pack.rnc"
    diff "$place/made" "$place/kept" | head -n 20
    return 1
  }
}

check "form of the C files" clang-format form
check "rules of the house" git build-aux/check-house.py .
check "texts for translators" git build-aux/check-potfiles.py .
check "shell scripts" shellcheck scripts
check "XML is well-formed" xmllint xml
check "the two syntaxes of the schema agree" trang schema
check "faults that cppcheck sees" cppcheck static_faults
check "faults that clang-tidy sees" clang-tidy tidy

[ -z "$absent" ] || echo "To do every check, install:$absent"
if [ -n "$failed" ]; then
  echo "To be mended: ${failed#, }."
  exit 1
fi
echo "Nothing to mend."
