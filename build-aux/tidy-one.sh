#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tidy-one.sh FILE.c : prints what clang-tidy has against FILE.c, or marks it as clean.
set -eu
found=$(clang-tidy --quiet -p build "$1" 2>/dev/null | grep -E ': (warning|error): ' | sort -u || true)
if [ -n "$found" ]; then
  echo "$found"
else
  touch "build/lint/$(echo "$1" | tr / _)"
fi
