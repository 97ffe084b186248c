#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the manual page of crosswalkctl, man(7), from what the program tells about itself.

Usage: make-manual.py CROSSWALKCTL OUTPUT
"""
import re
import sys
from pathlib import Path

from describe import describe

INTRODUCTION = """\
Compares the technology lists that governments publish, item by item, and keeps what corresponds to
what. It works on the documents of the program Crosswalk and needs no display.

Without \\fB\\-\\-document\\fR a command reads the user’s own document; where there is none yet, it reads
the lists and the starter mapping that come with the program. Where two sides are compared, “\\-\\-”
stands between the lists on the left and those on the right, and options may stand anywhere. A list is
called by its name for files, such as us\\-cet\\-2024; “crosswalkctl lists” shows all of them.

Progress and complaints go to standard error, everything else to standard output."""

ENVIRONMENT = [
    ("COLUMNS", "How wide tables are, where that is not the width of the terminal."),
    ("LANGUAGE, LC_MESSAGES, LANG", "The language of messages and, without \\-\\-languages, of labels. "
     "Keys in JSON and in the formats of files are the same in every language."),
    ("CROSSWALK_DATA_DIR", "Where the lists that come with the program are, if not where it was installed."),
    ("XDG_DATA_HOME", "Below it is the user’s own document."),
]
FILES = [("~/.local/share/crosswalk/My crosswalk.crosswalk", "The user’s own document.")]


def escape(text):
    """A text as it reads, whatever it holds."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"(?m)^([.'])", r"\\&\1", text)


def paragraph(text):
    return f".PP\n{escape(text)}\n"


def tagged(tag, text):
    """A term in bold and what it means; @tag is marked up already."""
    return f".TP\n{tag}\n{text}\n"


def option(known):
    tag = f"\\fB\\-{known['short']}\\fR, " if known["short"] else ""
    tag += f"\\fB\\-\\-{escape(known['long'])}\\fR"
    if known["argument"] != "none":
        tag += f"=\\fI{escape(known['placeholder'] or '')}\\fR"
    return tagged(tag, escape(known["description"]) + ".")


def command(known):
    parameters = f" {escape(known['parameters'])}" if known["parameters"] else ""
    page = f".SS {known['name']}\n"
    page += f".PP\n\\fBcrosswalkctl {known['name']}\\fR [\\fIOPTION\\fR…]{parameters}\n"
    page += paragraph(known["description"])
    page += "".join(map(option, known["options"]))
    page += ".PP\n.EX\n" + escape(known["examples"]) + "\n.EE\n"
    return page


def manual(head, commands):
    page = f'.TH CROSSWALKCTL 1 "" "Crosswalk {head["version"]}" "User Commands"\n'
    page += ".SH NAME\ncrosswalkctl \\- compare technology lists from the command line\n"
    page += ".SH SYNOPSIS\n\\fBcrosswalkctl\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR…] [\\fILIST\\fR…]\n.br\n"
    page += "\\fBcrosswalkctl\\fR \\fB\\-\\-help\\fR | \\fB\\-\\-version\\fR\n"
    page += ".SH DESCRIPTION\n" + INTRODUCTION.replace("\n\n", "\n.PP\n") + "\n"
    page += ".SH COMMANDS\n" + "".join(map(command, commands))
    page += ".SH EXIT STATUS\n"
    for code, meaning in enumerate(head["exit_codes"]):
        page += tagged(f"\\fB{code}\\fR", escape(meaning[0].upper() + meaning[1:]) + ".")
    page += ".SH ENVIRONMENT\n" + "".join(tagged(f"\\fB{name}\\fR", text) for name, text in ENVIRONMENT)
    page += ".SH FILES\n" + "".join(tagged(f"\\fI{name}\\fR", text) for name, text in FILES)
    page += ".SH SEE ALSO\n.BR git (1),\n.BR sqlite3 (1)\n"
    return page


def main():
    program, output = sys.argv[1:]
    Path(output).write_text(manual(*describe(program)), encoding="utf-8")


main()
