#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file with words to translate, and no other.

Usage: check-potfiles.py SOURCE_ROOT
"""
import re
import sys
from pathlib import Path

CALL = re.compile(
    r"(?<![\w])(?:_|N_|C_|NC_|Q_|(?:g_)?d?n?p?gettext|g_dgettext|g_dngettext|g_dpgettext2?)\s*\("
)
TRANSLATABLE = re.compile(r"""translatable\s*=\s*["'](?:yes|true|1)["']""")
DATA = (".desktop.in", ".metainfo.xml.in", ".gschema.xml.in")
BLANKED = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|^[ \t]*#[ \t]*define[^\n]*',
    re.S | re.M,
)


def blank(match):
    return re.sub(r"[^\n]", " ", match.group(0))


def first_line(path):
    """Line of the first text to translate, or None."""
    text = path.read_text(encoding="utf-8")
    if path.name.endswith(DATA):
        return 1
    if path.suffix in {".c", ".h"}:
        text = BLANKED.sub(blank, text)
        match = CALL.search(text)
    else:
        text = re.sub(r"<!--.*?-->", blank, text, flags=re.S)
        match = TRANSLATABLE.search(text)
    return text.count("\n", 0, match.start()) + 1 if match else None


def check(root):
    potfiles = root / "po" / "POTFILES.in"
    if not potfiles.exists():
        return ["po/POTFILES.in:1: no such file"]
    problems = []
    listed = {}
    for number, line in enumerate(potfiles.read_text(encoding="utf-8").splitlines(), 1):
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        if name in listed:
            problems.append(f"po/POTFILES.in:{number}: {name} stands here twice")
        elif not (root / name).is_file():
            problems.append(f"po/POTFILES.in:{number}: no such file: {name}")
        listed[name] = number

    candidates = [
        path
        for folder in ("src", "ui", "data")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file() and (path.suffix in {".c", ".h", ".ui"} or path.name.endswith(DATA))
    ]
    for path in candidates:
        name = str(path.relative_to(root))
        line = first_line(path)
        if line is not None and name not in listed:
            problems.append(f"{name}:{line}: has words to translate, not in po/POTFILES.in")
        elif line is None and name in listed:
            problems.append(f"po/POTFILES.in:{listed[name]}: {name} has no words to translate")
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
