#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev run [-- ARGUMENT…] : builds Charter, installs it into build/install/, and starts it from there.
# Without a display it saves pictures of the main screens instead, and names the quiz in the terminal.
set -eu
[ "${1:-}" != -- ] || shift

has_display () {
  if [ -n "${WAYLAND_DISPLAY:-}" ]; then
    case $WAYLAND_DISPLAY in
      /*) [ -S "$WAYLAND_DISPLAY" ] && return 0 ;;
      *) [ -S "${XDG_RUNTIME_DIR:-/nowhere}/$WAYLAND_DISPLAY" ] && return 0 ;;
    esac
  fi
  case ${DISPLAY:-} in
    '') return 1 ;;
    :*)
      number=${DISPLAY#:}
      [ -S "/tmp/.X11-unix/X${number%%.*}" ]
      ;;
    *) return 0 ;; # another machine's screen; GTK says so if it does not answer
  esac
}

show_without_display () {
  echo "There is no display here, so Charter is shown on a virtual one."
  build-aux/dev-screenshots.sh light
  pack=$prefix/share/charter/packs/projects-and-operations.xml
  cat <<TEXT

Pictures of its main screens are in $PWD/screenshots/light/
To take the quiz here in the terminal:
  $prefix/bin/charter-tool quiz $pack aws-migration
TEXT
}

if has_display; then
  build-aux/setup.sh build app
else
  build-aux/setup.sh build app screen
fi
build-aux/build.sh build
build-aux/install.sh build

prefix=$PWD/build/install
export XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
if has_display; then
  exec "$prefix/bin/charter" "$@"
fi
show_without_display
