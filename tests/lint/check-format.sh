#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every .c and .h file is as clang-format 14 writes it.
# Usage: check-format.sh SOURCE_ROOT
set -eu

root=${1:?usage: check-format.sh SOURCE_ROOT}

# Other versions format some constructs in another way
if [ -z "${CLANG_FORMAT:-}" ]; then
  if command -v clang-format-14 >/dev/null; then
    CLANG_FORMAT=clang-format-14
  elif clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
    CLANG_FORMAT=clang-format
  else
    echo 'skipped: clang-format 14 was not found'
    exit 77
  fi
fi

cd "$root"
find src tests -type f \( -name '*.c' -o -name '*.h' \) -print0 |
  sort -z |
  xargs -0 -r "$CLANG_FORMAT" --style=file --dry-run -Werror --
