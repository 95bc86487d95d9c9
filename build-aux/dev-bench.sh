#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev bench [WHAT] : Charter beside the bare minimum. The yardsticks are no part of Charter.
set -eu
yardsticks=${CHARTER_BENCH_DIR:-../shared/bench}

all="start today next draw load search author fit store progress class readiness advice kill"
case " $all " in *" ${1:-start} "*) ;; *)
  echo "There is no such thing to measure: $1. There is: $all." >&2
  exit 2
  ;;
esac
case ${1:-load} in start | load) tools="empty_adw.c winwatch.c startup.py xmlbench.c" ;; *) tools= ;; esac
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
for what in ${1:-$all}; do
  python3 tests/bench/bench.py "$what" build "$yardsticks" || status=1
  echo
done
exit $status
