#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev screenshots [LOOK…] [-- SCREEN…]: a picture of every main screen in every look, in screenshots/LOOK/.
set -eu
build-aux/setup.sh build app screen
build-aux/build.sh build
build-aux/install.sh build

python=/usr/bin/python3
[ -x $python ] || python=python3
exec $python tests/support/screenshots.py build screenshots "$@"
