#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev bench [start|today|next|draw|load|search|fit|store|progress|readiness|advice|kill] : Charter beside the bare minimum. The yardsticks are no part of Charter.
set -eu
yardsticks=${CHARTER_BENCH_DIR:-../shared/bench}

case ${1:-} in today | next | draw | search | fit | store | progress | readiness | advice | kill) tools= ;; *) tools="empty_adw.c winwatch.c startup.py xmlbench.c" ;; esac
for tool in $tools; do
  [ -e "$yardsticks/$tool" ] || {
    echo "The yardsticks are not here: $yardsticks/$tool is missing, so nothing can be compared." >&2
    echo "Where they are elsewhere, say so: CHARTER_BENCH_DIR=FOLDER ./dev bench" >&2
    exit 1
  }
done

build-aux/setup.sh build app screen bench
build-aux/build.sh build
build-aux/install.sh build

status=0
for what in ${1:-start today next draw load search fit store progress readiness advice kill}; do
  python3 tests/bench/bench.py "$what" build "$yardsticks" || status=1
  echo
done
exit $status
