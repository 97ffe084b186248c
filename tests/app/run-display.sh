#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test program on a display, a session bus and folders of its own.
# Usage: run-display.sh PROGRAM [ARGUMENT...]
set -eu

: "${1:?usage: run-display.sh PROGRAM [ARGUMENT...]}"

for tool in xvfb-run dbus-run-session; do
  if ! command -v "$tool" >/dev/null; then
    echo "1..0 # SKIP $tool was not found"
    exit 77
  fi
done

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM
mkdir -m 700 "$home/runtime"

export HOME="$home"
export XDG_CACHE_HOME="$home/cache"
export XDG_CONFIG_HOME="$home/config"
export XDG_DATA_HOME="$home/data"
export XDG_STATE_HOME="$home/state"
export XDG_RUNTIME_DIR="$home/runtime"
export ADW_DISABLE_PORTAL=1
export GDK_BACKEND=x11
# A software driver for OpenGL is of no use here, and forgets some memory as it goes. GTK 4.8 knows the
# first of these, later ones the second.
export GDK_DEBUG=gl-disable
export GDK_DISABLE=gl
export GSK_RENDERER=cairo
export GTK_A11Y=test
export NO_AT_BRIDGE=1

dbus-run-session -- xvfb-run -a -s '-screen 0 1440x900x24' "$@"
