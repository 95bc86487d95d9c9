#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev walk [ID…] : takes the scenarios, cases and exams of the packs that come with Charter, or those named, to the end with
# keys alone, on a virtual screen. It takes minutes. CHARTER_SEED draws other answers and other keys (1 unless told).
set -eu
build-aux/setup.sh build app screen
build-aux/build.sh build
build-aux/install.sh build

python=/usr/bin/python3
[ -x $python ] || python=python3
prefix=$PWD/build/install
unset LANGUAGE CHARTER_PACKS_DIR
export XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}" GTK_A11Y=atspi
exec tests/support/with-display $python tests/app/walk.py "$prefix/bin/charter" \
  "$prefix/share/charter/packs" "$@"
