#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers of src/: who may include whom, and which library stays where.

Usage: check-layers.py SOURCE_ROOT
"""
import re
import sys
from pathlib import Path

LAYERS = {
    "model": set(),
    "store": {"model"},
    "formats": {"model"},
    "analysis": {"model"},
    "match": {"model"},
    "workspace": {"model", "store", "formats", "analysis", "match"},
    # The workspace hands out values of the model and counts of the analysis; formats serve cli
    # for its --json
    "app": {"workspace", "model", "analysis"},
    "cli": {"workspace", "model", "analysis", "formats"},
}

# Headers outside the layers that any file may include
GENERATED = {"config.h", "migrations.h"}

# Libraries and the only layers that may include them
LIBRARIES = [
    (re.compile(r"sqlite3(ext)?\.h$"), {"store"}),
    (re.compile(r"json-glib/"), {"formats"}),
    (re.compile(r"serd(-0)?/"), {"formats"}),
    (re.compile(r"yaml\.h$"), {"formats"}),
    (re.compile(r"xlsxwriter(\.h$|/)"), {"formats"}),
    (re.compile(r"(gtk|gdk|gsk|graphene(-1\.0)?|gdk-pixbuf)(/|[\w-]*\.h$)"), {"app"}),
    # Pages are laid out by the formats; who prints them hands on what to draw on
    (re.compile(r"pango(/|[\w-]*\.h$)"), {"app", "formats"}),
    (re.compile(r"cairo(/|[\w-]*\.h$)"), {"app", "formats", "workspace"}),
    (re.compile(r"adwaita\.h$"), {"app"}),
]
WINDOW = re.compile(r"((gtk|gdk|gsk)/|adwaita\.h$)")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.M)
TOKEN = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S
)
SQL = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|ATTACH|DETACH|REPLACE INTO"
    r"|WITH RECURSIVE|SAVEPOINT|RELEASE|ROLLBACK|COMMIT|BEGIN|VACUUM|ANALYZE|REINDEX|EXPLAIN)"
    r"(?=\s|;|\\n|$)"
)


def check(root):
    problems = []

    def report(path, text, position, reason):
        line = text.count("\n", 0, position) + 1
        problems.append(f"{path.relative_to(root)}:{line}: {reason}")

    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in {".c", ".h", ".in"} or not path.is_file():
            continue
        parts = path.relative_to(root / "src").parts
        layer = parts[0] if len(parts) > 1 else None
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".in" and not path.stem.endswith((".c", ".h")):
            continue
        if layer not in LAYERS:
            report(path, text, 0, "stands in no layer; the layers are " + ", ".join(LAYERS))
            continue

        # Comments go, their line ends stay, so that positions keep their line
        def blank(match):
            token = match.group(0)
            return re.sub(r"[^\n]", " ", token) if token.startswith("/") else token

        code = TOKEN.sub(blank, text)

        for match in INCLUDE.finditer(code):
            quote, name = match.groups()
            at = match.start(2)
            if quote == '"':
                if name in GENERATED:
                    continue
                target = name.split("/")[0]
                if "/" not in name or target not in LAYERS:
                    report(path, code, at, f'write "{name}" as "layer/file.h"')
                elif target != layer and target not in LAYERS[layer]:
                    allowed = ", ".join(sorted(LAYERS[layer])) or "no other layer"
                    report(path, code, at, f"{layer} may not include {name} (may use: {allowed})")
                continue
            if name.split("/")[0] in LAYERS and (root / "src" / name).exists():
                report(path, code, at, f'write <{name}> as "{name}"')
            for pattern, allowed in LIBRARIES:
                if pattern.match(name) and layer not in allowed:
                    report(path, code, at, f"<{name}> belongs to {', '.join(sorted(allowed))} only")
            if parts[:2] == ("app", "models") and WINDOW.match(name):
                report(path, code, at, f"<{name}> in app/models, which uses GIO only")

        if layer == "store":
            continue
        for match in TOKEN.finditer(code):
            token = match.group(0)
            if token.startswith('"') and SQL.match(token[1:-1]):
                report(path, code, match.start(), f"SQL outside store: {token[:40]}")

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
