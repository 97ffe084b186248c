#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Gives the readers of files what libFuzzer makes up, with the address and undefined behaviour
# sanitizers, one after the other.
# Usage: tests/fuzz/run.sh [--seconds N] [--folder FOLDER] [TARGET]...
#   --seconds N      how long each target runs, an hour unless told
#   --folder FOLDER  where the build and what was found go, _build-fuzz unless told
#   TARGET           such as sssom; all unless told
# What makes a target fail is kept in FOLDER/found; the script ends with 1 if there is any.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/tests/fuzz
folder=$root/_build-fuzz
seconds=3600
targets=()

while [[ $# -gt 0 ]]; do
  case $1 in
    --seconds) seconds=${2:?--seconds needs a number}; shift ;;
    --folder) folder=${2:?--folder needs a path}; shift ;;
    -h | --help) sed -n '3,9s/^# //p' "$0"; exit 0 ;;
    -*) echo "There is no option $1; see tests/fuzz/run.sh --help" >&2; exit 2 ;;
    *) targets+=("$1") ;;
  esac
  shift
done
if [[ ${#targets[@]} -eq 0 ]]; then
  for file in "$here"/corpus/*/; do
    targets+=("$(basename "$file")")
  done
fi

[[ -f $folder/build.ninja ]] ||
  CC=clang meson setup "$folder" "$root" -Dfuzz=true -Dui=false -Db_sanitize=address,undefined \
    -Db_lundef=false -Doptimization=1 >&2
ninja -C "$folder" "${targets[@]/#/tests/fuzz/fuzz-}" >&2

# The first inputs of a target: its own, and files of the source tree
collect () {
  local to=$1 from=$here/corpus/$2 seed

  mkdir -p "$to"
  cp "$from"/* "$to"
  rm -f "$to/seeds.txt"
  if [[ -f $from/seeds.txt ]]; then
    while read -r seed; do
      cp "$root/$seed" "$to"
    done < "$from/seeds.txt"
  fi
}

export G_DEBUG=fatal-warnings LC_ALL=C.UTF-8 LANGUAGE=C
export ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=$root/tests/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
status=0
for target in "${targets[@]}"; do
  collect "$folder/corpus/$target" "$target"
  mkdir -p "$folder/found"
  echo "== $target, $seconds seconds" >&2
  "$folder/tests/fuzz/fuzz-$target" -max_total_time="$seconds" -max_len=65536 -timeout=20 \
    -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 -artifact_prefix="$folder/found/$target-" \
    "$folder/corpus/$target" >&2 || status=1
done
exit $status
