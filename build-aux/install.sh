#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# install.sh DIRECTORY : installs what is built there into DIRECTORY/install/, quietly.
set -eu
log=$(mktemp)
trap 'rm -f "$log"' EXIT
meson install -C "$1" --no-rebuild --quiet >"$log" 2>&1 || {
  cat "$log" >&2
  exit 1
}
