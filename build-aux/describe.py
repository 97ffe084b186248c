# SPDX-License-Identifier: GPL-3.0-or-later
"""What crosswalkctl tells about itself, for the manual and the completion: "crosswalkctl --describe",
in English."""
import json
import os
import subprocess


def describe(program):
    """The program's head, and its commands in the order of the help."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="C", ASAN_OPTIONS="detect_leaks=0")
    done = subprocess.run([program, "--describe"], stdout=subprocess.PIPE, env=environment, check=True)
    head, *commands = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return head, commands
