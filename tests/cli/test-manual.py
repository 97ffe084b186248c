#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and the completion of bash tell of every command and option, and are well formed."""
import re
import shutil
import subprocess
import unittest
from pathlib import Path

import program
from program import USAGE, Case

MANUAL, COMPLETION = (Path(name).resolve() for name in program.MORE)
PROGRAM = Path(program.PROGRAM).resolve()
HEAD, COMMANDS = program.describe()

COMPLETE = """
source "$1"; shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_crosswalkctl
((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
true
"""


class Manual(Case):
    def page(self):
        return MANUAL.read_text(encoding="utf-8").replace("\\-", "-").replace("\\fB", "").replace("\\fR", "")

    def test_everything_is_told(self):
        page = self.page()
        for command in COMMANDS:
            section = page.split(f".SS {command['name']}\n")[1].split("\n.SS ")[0].split("\n.SH ")[0]
            self.assertIn(command["description"], section)
            for option in command["options"]:
                self.assertIn(f"--{option['long']}", section)
                self.assertIn(option["description"], section)
            for example in command["examples"].split("\n"):
                self.assertIn(example.replace("\\", "\\e"), section)

    def test_help_tells_the_same(self):
        for command in COMMANDS:
            output = self.output(command["name"], "--help")
            for option in command["options"]:
                self.assertIn(f"--{option['long']}", output)
                self.assertIn(option["description"], output)

    def test_exit_codes(self):
        overall = self.output("--help")
        readme = Path(program.DATA).parent.joinpath("README.md").read_text(encoding="utf-8")
        for code, meaning in enumerate(HEAD["exit_codes"]):
            self.assertIn(f".TP\n{code}\n{meaning[0].upper() + meaning[1:]}.", self.page())
            self.assertIn(f"  {code}  {meaning}\n", overall)
            self.assertIn(f"| {code} | {meaning} |\n", readme)

    @unittest.skipUnless(shutil.which("groff"), "there is no groff")
    def test_form(self):
        done = subprocess.run(
            ["groff", "-K", "utf8", "-man", "-Tutf8", "-ww", MANUAL], capture_output=True, text=True, check=True
        )
        self.assertEqual(done.stderr, "")
        self.assertIn("EXIT STATUS", re.sub(".\b", "", done.stdout))

    def test_describe_is_hidden(self):
        self.assertNotIn("--describe", self.output("--help"))
        self.assertNotIn("--describe", self.page())


@unittest.skipUnless(shutil.which("bash"), "there is no bash")
class Completion(Case):
    def complete(self, *words):
        done = subprocess.run(
            ["bash", "-c", COMPLETE, "bash", str(COMPLETION), *map(str, words)],
            capture_output=True, text=True, env=self.environment(), cwd=self.folder, timeout=60,
        )
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout.split("\n")[:-1]

    def test_commands(self):
        self.assertEqual(self.complete(PROGRAM, ""),
                         [command["name"] for command in COMMANDS] + ["--help", "--version"])
        self.assertEqual(self.complete(PROGRAM, "exp"), ["export"])

    def test_options(self):
        for command in COMMANDS:
            wanted = set()
            for option in command["options"]:
                wanted |= {f"--{option['long']}"} | ({f"-{option['short']}"} if option["short"] else set())
            self.assertEqual(set(self.complete(PROGRAM, command["name"], "-")), wanted, command["name"])

    def test_lists(self):
        keys = [line.split()[0] for line in self.output("lists").splitlines()[1:]]
        self.assertEqual(self.complete(PROGRAM, "show", ""), keys)
        self.assertEqual(self.complete(PROGRAM, "compare", "us-cet-2024", "--", "us-e"), ["us-eft-2018"])
        other = self.folder / "other.crosswalk"
        subprocess.run([program.MAKE_DOCUMENT, other, "--small"], check=True)
        self.assertEqual(self.complete(PROGRAM, "show", "-d", other, "xa"), ["xa-left-2020"])

    def test_values(self):
        formats = self.complete(PROGRAM, "export", "--format", "")
        self.assertIn("csv-bom", formats)
        self.assertEqual(self.complete(PROGRAM, "export", "--format", "=", ""), formats)
        self.assertEqual(self.complete(PROGRAM, "export", "--format", "="), formats)
        self.assertEqual(self.complete(PROGRAM, "list", "import", "--format", "c"), ["csv"])
        # Each is a format that the program knows, and there are no others.
        known = self.refused(USAGE, "export").split(": ", 2)[2].split("\n")[0].split(", ")
        self.assertEqual(sorted(formats), sorted(known))

    def test_files(self):
        for name in ("a file.json", "b.json"):
            (self.folder / name).touch()
        self.assertEqual(self.complete(PROGRAM, "new", "x.crosswalk", "--from", "a"), ["a file.json"])
        self.assertIn("b.json", self.complete(PROGRAM, "check", "b"))
        self.assertEqual(self.complete(PROGRAM, "list", "imp"), ["import"])


program.main()
