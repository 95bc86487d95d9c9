#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# install.sh DIRECTORY : installs what build.sh built there into DIRECTORY/install/, quietly, and nowhere else.
set -eu
grep -qxF "$PWD" "$1/.prefix-set" 2>/dev/null || {
  echo "install.sh: $1 was not made by build-aux/build.sh, and might install to another place." >&2
  exit 1
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
meson install -C "$1" --no-rebuild --quiet >"$log" 2>&1 || {
  cat "$log" >&2
  exit 1
}
