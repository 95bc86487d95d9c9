#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# setup.sh GROUP… : sees to it that what needs.txt lists for these groups is on this machine.
# Quiet and quick when nothing is missing.
set -eu
needs=$(dirname -- "$0")/needs.txt

have_file () {
  for path in $1; do
    [ -e "$path" ] && return 0
  done
  return 1
}

have () {
  kind=${1%%:*}
  rest=${1#*:}
  case $kind in
    pc)
      pkg-config --exists "$(echo "$rest" | sed 's/>=/ >= /')" 2>/dev/null
      return
      ;;
    font)
      command -v fc-list >/dev/null && [ -n "$(fc-list "$rest" family)" ]
      return
      ;;
  esac
  while [ -n "$rest" ]; do
    one=${rest%%,*}
    case $kind in
      cmd) command -v "$one" >/dev/null && return 0 ;;
      file) have_file "$one" && return 0 ;;
    esac
    [ "$one" = "$rest" ] && break
    rest=${rest#*,}
  done
  return 1
}

# Which of the three names is this system's: 0 where none is.
find_column () {
  if command -v apt-get >/dev/null; then
    echo 1
  elif command -v dnf >/dev/null; then
    echo 2
  elif command -v pacman >/dev/null; then
    echo 3
  else
    echo 0
  fi
}

# Whether this system has no such package. What needs it says so and is left out.
is_not_to_be_had () {
  case $here in
    1) [ "$(trim "$debian")" = - ] ;;
    2) [ "$(trim "$fedora")" = - ] ;;
    3) [ "$(trim "$arch")" = - ] ;;
    *) false ;;
  esac
}

# Prints "Debian's name|Fedora's|Arch's" for each thing that is missing.
list_missing () {
  while IFS='|' read -r group probe debian fedora arch; do
    case $group in '' | '#'*) continue ;; esac
    group=$(trim "$group")
    case " $* " in *" $group "*) ;; *) continue ;; esac
    have "$(trim "$probe")" || is_not_to_be_had || echo "$(trim "$debian")|$(trim "$fedora")|$(trim "$arch")"
  done <"$needs"
}

# Takes the blanks off both ends.
trim () {
  word=${1#"${1%%[! ]*}"}
  printf %s "${word%"${word##*[! ]}"}"
}

column () {
  echo "$missing" | cut -d'|' -f"$1" | grep -vx -e - | sort -u | tr '\n' ' ' | sed 's/ $//'
}

tell_how () {
  cat >&2 <<TEXT
Please install what is missing, then start this command again.
  Debian, Ubuntu:  sudo apt-get install --no-install-recommends $(column 1)
  Fedora:          sudo dnf install $(column 2)
  Arch:            sudo pacman -S --needed $(column 3)
TEXT
}

# What stands before a command that needs root: nothing, sudo, or “no” where it may not be had.
find_root () {
  if [ "$(id -u)" = 0 ]; then
    echo ''
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    echo sudo
  else
    echo no
  fi
}

apt_get () {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

install_by_apt_get () {
  log=$(mktemp)
  packages=$(column 1)
  cat <<TEXT
Charter needs $(echo "$packages" | wc -w) packages that this machine does not have. They are being installed
with apt-get${as_root:+ through sudo}; this takes some minutes the first time, and happens once:
$(echo "$packages" | fold -s -w 90 | sed 's/^/  /')
TEXT
  # shellcheck disable=SC2086 # a list of packages
  if { apt_get update && apt_get install --no-install-recommends $packages; } >"$log" 2>&1; then
    rm -f "$log"
    echo "Installed."
  else
    echo "apt-get could not do it. Its last words:" >&2
    tail -n 15 "$log" | sed 's/^/  /' >&2
    rm -f "$log"
    tell_how
    exit 1
  fi
}

set_up () {
  here=$(find_column)
  missing=$(list_missing "$@")
  [ -n "$missing" ] || return 0

  as_root=$(find_root)
  if [ "$as_root" != no ] && command -v apt-get >/dev/null; then
    install_by_apt_get
    missing=$(list_missing "$@")
    [ -n "$missing" ] || return 0
    echo "After the installation this is still missing, or older than Charter needs:" >&2
    column 1 | fold -s -w 90 | sed 's/^/  /' >&2
  else
    echo "Some things that Charter needs are not on this machine, and may not be installed from here." >&2
  fi
  tell_how
  return 1
}

set_up "$@"
