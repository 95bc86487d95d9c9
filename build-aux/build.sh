#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh DIRECTORY [MESON OPTION…] : configures DIRECTORY once, then compiles what has changed.
# Quiet unless something is wrong. The prefix is inside the build directory: nothing is installed elsewhere.
set -eu
directory=$1
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT

if [ ! -e "$directory/build.ninja" ]; then
  echo "Configuring $directory/ …"
  meson setup "$directory" --prefix="$PWD/$directory/install" "$@" >"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    exit 1
  }
fi

# A directory that was configured by hand may want to install somewhere else: not on the machine of who types ./dev.
if ! grep -qxF "$PWD" "$directory/.prefix-set" 2>/dev/null; then
  meson configure "$directory" -Dprefix="$PWD/$directory/install" >"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    exit 1
  }
  echo "$PWD" >"$directory/.prefix-set"
fi

[ ! -t 1 ] || echo "Building …"
if ! ninja -C "$directory" >"$log" 2>&1; then
  grep -v '^\[[0-9]*/[0-9]*\] ' "$log" | tail -n 60 >&2
  echo "Charter did not build; the messages above say where." >&2
  exit 1
fi
grep -A 4 'warning:' "$log" >&2 || true
