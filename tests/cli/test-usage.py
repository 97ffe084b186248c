#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, versions, what is refused, and how the program behaves in scripts."""
import os
import re
import shlex
import shutil
import subprocess
import unittest

import openpyxl

import program
from program import FILE, NO, OK, PROGRAM, USAGE, Case

COMMANDS = [command["name"] for command in program.describe()[1]]
OUTPUTS = [
    ["lists"],
    ["lists", "--json"],
    ["show", "us-cet-2024"],
    ["show", "us-cet-2024", "--json"],
    ["compare"],
    ["compare", "--json"],
    ["export", "--format", "csv"],
    ["export", "--format", "json"],
    ["stats"],
    ["list", "export", "us-cet-2024"],
    ["list", "export", "us-cet-2024", "--format", "csv"],
    ["--help"],
    ["compare", "--help"],
]


class Help(Case):
    def test_overall(self):
        output = self.output("--help")
        for command in COMMANDS:
            self.assertRegex(output, rf"(?m)^  {command} +[A-Z]")
        self.assertIn("Examples:", output)
        self.assertIn("Exit codes:", output)
        self.assertEqual(self.output("-h"), output)

    def test_commands(self):
        for command in COMMANDS:
            with self.subTest(command=command):
                output = self.output(command, "--help")
                self.assertIn(f"crosswalkctl {command} [OPTION…]", output)
                self.assertIn(f"Examples:\n  crosswalkctl {command}", output)
                self.assertEqual(self.output(command, "-h"), output)

    def make_example_files(self):
        """The files that the examples name."""
        for name in ("study", "mine", "hers", "old", "new"):
            self.make_document(self.folder / f"{name}.crosswalk")
        for name, key in (("table.csv", "csv"), ("a.csv", "csv"), ("colleague.sssom.tsv", "sssom"),
                          ("b.sssom.tsv", "sssom"), ("table.sssom.tsv", "sssom"), ("concordance.json", "jskos")):
            self.output("export", "--format", key, "--output", self.folder / name)
        (self.folder / "technologies.csv").write_text("code,en\n1,Fusion\n2,Fission\n", encoding="utf-8")
        rows = [["left_code", "right_code", "relation"], ["1.1", "7.2", "close"]]
        (self.folder / "codes.csv").write_text("from,to,code\n1.1,x,7.2\n", encoding="utf-8")
        workbook = openpyxl.Workbook()
        workbook.active.title = "Pairs"
        for row in rows:
            workbook.active.append(row)
        workbook.save(self.folder / "pairs.xlsx")

    def test_examples_work(self):
        self.make_example_files()
        os.chdir(self.folder)
        self.addCleanup(os.chdir, "/")
        for command in COMMANDS:
            for line in re.findall(r"(?m)^  crosswalkctl (.*)$", self.output(command, "--help")):
                if "[OPTION" in line or command == "new" or set(line) & set("|>;&"):
                    continue
                with self.subTest(line=line):
                    code, _, errors = self.call(*shlex.split(line))
                    self.assertIn(code, {OK, NO} if command in {"diff", "check"} else {OK}, errors)

    def test_version(self):
        self.assertRegex(self.output("--version"), r"^crosswalkctl \d+\.\d+\.\d+\n$")


class Refused(Case):
    def test_no_command(self):
        self.assertIn("--help", self.refused(USAGE))

    def test_unknown_command(self):
        self.assertIn("the nearest: compare", self.refused(USAGE, "comapre"))
        self.assertIn("“xyz”", self.refused(USAGE, "xyz"))
        self.assertIn("“--json”", self.refused(USAGE, "--json"))

    def test_unknown_option(self):
        for command in COMMANDS:
            with self.subTest(command=command):
                errors = self.refused(USAGE, command, "--nonsense")
                self.assertIn("--nonsense", errors)
                self.assertIn(f"crosswalkctl {command} --help", errors)

    def test_unknown_list(self):
        for arguments in (
            ["show", "us-cet-2042"],
            ["compare", "us-cet-2042", "--", "us-eft-2018"],
            ["compare", "us-eft-2018", "--", "us-cet-2042"],
            ["export", "--format", "csv", "us-eft-2018", "--", "us-cet-2042"],
        ):
            with self.subTest(arguments=arguments):
                errors = self.refused(USAGE, *arguments)
                self.assertIn("no list “us-cet-2042”; the nearest: us-cet-2022, us-cet-2020, us-cet-2024", errors)
        self.assertIn("“crosswalkctl lists” shows", self.refused(USAGE, "show", "???"))

    def test_languages(self):
        for languages in ("", "en,,ja", "en US", "english!", "-"):
            with self.subTest(languages=languages):
                errors = self.refused(USAGE, "show", "us-cet-2024", f"--languages={languages}")
                self.assertIn("no language tag", errors)


class Scripts(Case):
    def test_reader_that_goes_away(self):
        shutil.rmtree(self.data_home)
        for arguments in OUTPUTS:
            with self.subTest(arguments=arguments):
                reading, writing = os.pipe()
                os.close(reading)
                try:
                    code, _, errors = self.call(*arguments, stdout=writing)
                finally:
                    os.close(writing)
                self.assertEqual((code, errors), (OK, ""))
                self.assertEqual(os.listdir(self.temporary), [])

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_full_disk(self):
        for arguments in OUTPUTS:
            with self.subTest(arguments=arguments):
                with open("/dev/full", "w") as full:
                    code, _, errors = self.call(*arguments, stdout=full)
                self.assertEqual(code, FILE)
                self.assertRegex(errors, r"^crosswalkctl: Standard output cannot be written: .*\n$")

    def test_shell(self):
        for script, expected in (
            ("set -o pipefail; $0 compare | head -n 1", 0),
            ("set -e; $0 lists >/dev/null; $0 show nothing 2>/dev/null; exit 9", 2),
            ("for key in $($0 lists | tail -n +2 | cut -d' ' -f1); do $0 show $key; done", 0),
        ):
            with self.subTest(script=script):
                done = subprocess.run(
                    ["bash", "-c", script, PROGRAM],
                    capture_output=True, env=self.environment(), timeout=60,
                )
                self.assertEqual((done.returncode, done.stderr), (expected, b""))

    def test_utf8_in_every_locale(self):
        expected = self.output("show", "cn-future-2024")
        self.assertEqual(self.output("show", "cn-future-2024", LC_ALL="C"), expected)
        self.assertIn("“xyz”", self.refused(USAGE, "xyz", LC_ALL="C"))

    @unittest.skipUnless(shutil.which("ldd"), "there is no ldd")
    def test_no_window_libraries(self):
        libraries = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
        self.assertIn("libglib-2.0", libraries)
        # Pango and cairo set pages, and ask for no display; a cairo that can draw on one brings libX11 along
        self.assertNotRegex(libraries, r"lib(gtk|gdk-|gdk3|graphene|adwaita|wayland|epoxy)")

    def test_no_display(self):
        environment = self.environment()
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "HOME"):
            environment.pop(name, None)
        done = subprocess.run([PROGRAM, "compare"], capture_output=True, env=environment, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (OK, b""))


program.main()
