#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures Crosswalk. README.md beside this file says what each figure means.
# Usage: tests/bench/run.sh [--short] [--folder BUILD_FOLDER] [PART]...
#   --short   a little of everything, to see that it runs: what it prints are no figures
#   --folder  a build folder; without, _build-bench is made, with optimisation
#   PART      start-up, store, exchange, large, ribbons, table; without, all of them
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=build-aux/steps
source "$root/build-aux/steps"

folder=
short=()
parts=()

while [[ $# -gt 0 ]]; do
  case $1 in
    --short) short=(--short) ;;
    --folder) folder=${2:?--folder needs a folder}; shift ;;
    -h | --help) sed -n '3,7s/^# //p' "$0"; exit 0 ;;
    start-up | store | exchange | large | ribbons | table) parts+=("$1") ;;
    *) echo "There is no part $1; see tests/bench/run.sh --help" >&2; exit 2 ;;
  esac
  shift
done
[[ ${#parts[@]} -gt 0 ]] || parts=(start-up store exchange large ribbons table)

if [[ -z $folder ]]; then
  folder=$root/_build-bench
  configure "$folder" bench --buildtype=release
  build "$folder" bench
fi

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
programs=$folder/tests/bench
crosswalk=$folder/src/app/crosswalk

export CROSSWALK_DATA_DIR=$root/data
export GSETTINGS_BACKEND=memory
export GSETTINGS_SCHEMA_DIR=$folder/data
export GSK_RENDERER=cairo
export LC_ALL=C.UTF-8
export XDG_DATA_HOME=$home

# on_display COMMAND...: with an X server and a session bus of its own, on which nothing is
# reported but what the command reports
on_display () {
  if ! command -v xvfb-run >/dev/null || ! command -v dbus-run-session >/dev/null; then
    echo 'skipped: xvfb-run or dbus-run-session was not found' >&2
    exit 77
  fi
  dbus-run-session -- xvfb-run -a -s '-screen 0 1280x1024x24' "$@" 2> >(grep -Ev '^(dbus-daemon|SpiRegistry)' >&2)
}

# Once as on a desktop, where every widget is made known to assistive technology, and once without
start_up () {
  local runs=10 accessibility

  [[ ${#short[@]} -eq 0 ]] || runs=1
  for accessibility in none atspi; do
    [[ $runs -gt 1 || $accessibility == none ]] || break
    printf '\nFrom the start to the first drawn frame, GTK_A11Y=%s\n' "$accessibility"
    GTK_A11Y=$accessibility on_display "$programs/crosswalk-bench-first-frame" "$runs" \
      'bare libadwaita window' "$programs/crosswalk-bench-bare-window" \
      'crosswalk, document there' "$crosswalk" \
      'crosswalk, document made' "sh -c 'rm -rf \"$home/crosswalk\" && exec \"$crosswalk\"'"
  done
}

for part in "${parts[@]}"; do
  case $part in
    start-up) start_up ;;
    store) "$programs/crosswalk-bench-store" "${short[@]}" ;;
    exchange) "$programs/crosswalk-bench-exchange" "$folder/src/cli/crosswalkctl" "${short[@]}" ;;
    *) GTK_A11Y=none on_display "$programs/crosswalk-bench-window" "$part" "${short[@]}" ;;
  esac
done
