#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file that has grown too long, and none named for nothing.

Usage: check-sizes.py SOURCE_ROOT
"""
import re
import sys
from pathlib import Path

LIMITS = {".c": 600, ".ui": 250}
VAGUE = {"util", "utils", "helper", "helpers", "misc", "manager"}
FOLDERS = ("src", "ui", "tests")


def check(root):
    problems = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if not path.is_file() or "__pycache__" in path.parts:
                continue
            name = path.relative_to(root)
            words = re.split(r"[^a-z]+", path.name.split(".")[0].lower())
            for word in VAGUE.intersection(words):
                problems.append(f'{name}:1: "{word}" says nothing; name the file for what it holds')
            limit = LIMITS.get(path.suffix)
            if limit is not None:
                lines = path.read_bytes().count(b"\n")
                if lines > limit:
                    problems.append(f"{name}:{limit + 1}: {lines} lines, at most {limit}")
    return problems


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    problems = check(Path(sys.argv[1]).resolve())
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
