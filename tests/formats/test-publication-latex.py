#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The publication tables in LaTeX compile, and each letter has a font; skipped where there is no TeX.

Usage: test-publication-latex.py SOURCE_ROOT
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77

engine = shutil.which("xelatex") or shutil.which("lualatex")
if engine is None:
    print("neither xelatex nor lualatex is installed")
    sys.exit(SKIPPED)

for name in ("publication", "publication-hostile"):
    source = Path(sys.argv[1]) / "tests" / "golden" / (name + ".tex")
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", str(source)],
            cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
        if run.returncode != 0:
            sys.exit(f"{source} does not compile:\n{run.stdout[-3000:]}")
        log = (Path(folder) / (name + ".log")).read_text(errors="replace")
        if "Missing character" in log:
            sys.exit(f"{source}: " + log[log.index("Missing character"):].splitlines()[0])
        if not (Path(folder) / (name + ".pdf")).exists():
            sys.exit(f"{source} makes no page")
