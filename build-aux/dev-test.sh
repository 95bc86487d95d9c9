#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev test [--sanitize] [argument of meson test]… : its last line counts every test of all suites together.
set -eu
build=build
if [ "${1:-}" = --sanitize ]; then
  shift
  build='build-sanitize'
  set -- --timeout-multiplier 4 "$@"
fi

build-aux/setup.sh build app screen test

if [ $build = build-sanitize ]; then
  build-aux/build.sh $build -Db_sanitize=address,undefined -Db_lundef=false --buildtype=debug
  ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1
  UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
  LSAN_OPTIONS=suppressions=$PWD/tests/support/lsan.supp:print_suppressions=0
  export ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS
else
  build-aux/build.sh $build
fi

# The core is tested without a display; what needs one brings its own (tests/support/with-display).
unset DISPLAY WAYLAND_DISPLAY LANGUAGE
export DBUS_SESSION_BUS_ADDRESS=disabled LC_ALL=C.UTF-8 G_SLICE=always-malloc

rm -f $build/meson-logs/testlog.json
status=0
meson test -C $build --no-rebuild --print-errorlogs "$@" || status=$?
exec python3 build-aux/count-tests.py $build/meson-logs/testlog.json $status
