#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the completion of crosswalkctl for bash from what the program tells about itself.

Usage: make-completion.py CROSSWALKCTL OUTPUT
"""
import re
import shlex
import sys
from pathlib import Path

from describe import describe

SCRIPT = """\
# Completion of crosswalkctl for bash. Made from what the program tells about itself.

_crosswalkctl_words() {
  COMPREPLY+=($(compgen -W "$1" -- "$2"))
}

_crosswalkctl_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY+=($(compgen -f -- "$1"))
}

# The lists of the document that is named on the line, or of the user's own
_crosswalkctl_lists() {
  local at document=()
  for ((at = 2; at < COMP_CWORD; at++)); do
    case ${COMP_WORDS[at]} in
      --document | -d) document=(--document "${COMP_WORDS[at + 1]}") ;;
    esac
  done
  _crosswalkctl_words "$("${COMP_WORDS[0]}" lists "${document[@]}" 2>/dev/null | tail -n +2 | cut -d ' ' -f 1)" "$1"
}

_crosswalkctl() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()

  # Where bash takes “=” for a word of its own
  if [[ $word == "=" ]]; then
    word=
  elif [[ $before == "=" && $COMP_CWORD -gt 1 ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  if [[ $COMP_CWORD -eq 1 ]]; then
    _crosswalkctl_words @COMMANDS@ "$word"
    return
  fi

  case ${COMP_WORDS[1]} in
@CASES@  esac
}

complete -F _crosswalkctl crosswalkctl
"""

CASE = """\
    @NAME@)
      case $before in
@VALUES@        *)
          if [[ $word == -* ]]; then
            _crosswalkctl_words @OPTIONS@ "$word"
          else
@PARAMETERS@          fi
          ;;
      esac
      ;;
"""


def spellings(option):
    return [f"--{option['long']}"] + ([f"-{option['short']}"] if option["short"] else [])


def keys(option):
    """The values that an option of the kind “csv, tsv (for Excel) or xlsx” has, else none."""
    if option["placeholder"] == "FORMAT":
        plain = re.sub(r"\([^)]*\)", "", option["description"])
        return re.split(r", | or ", plain.replace("  ", " ").strip())
    if option["placeholder"] and "|" in option["placeholder"]:
        return option["placeholder"].split("|")
    return []


def value(option):
    """What may stand after an option."""
    pattern = " | ".join(spellings(option))
    if option["argument"] == "none":
        return ""
    if option["argument"] == "file":
        action = '_crosswalkctl_files "$word"'
    elif keys(option):
        action = f'_crosswalkctl_words {shlex.quote(" ".join(map(str.strip, keys(option))))} "$word"'
    else:
        action = ":"
    return f"        {pattern}) {action} ;;\n"


def parameters(command):
    """What may stand where no option does, told by how the help writes it."""
    text = command["parameters"] or ""
    verbs = re.findall(r"\b[a-z]+\b", text)
    lines = ""
    if verbs:
        lines += f'            _crosswalkctl_words {shlex.quote(" ".join(verbs))} "$word"\n'
    if re.search(r"LIST|LEFT|RIGHT", text):
        lines += '            _crosswalkctl_lists "$word"\n'
    if "FILE" in text:
        lines += '            _crosswalkctl_files "$word"\n'
    return lines or "            :\n"


def case(command):
    options = " ".join(word for option in command["options"] for word in spellings(option))
    return (
        CASE.replace("@NAME@", command["name"])
        .replace("@VALUES@", "".join(map(value, command["options"])))
        .replace("@OPTIONS@", shlex.quote(options))
        .replace("@PARAMETERS@", parameters(command))
    )


def main():
    program, output = sys.argv[1:]
    _, commands = describe(program)
    names = " ".join([command["name"] for command in commands] + ["--help", "--version"])
    script = SCRIPT.replace("@COMMANDS@", shlex.quote(names)).replace("@CASES@", "".join(map(case, commands)))
    Path(output).write_text(script, encoding="utf-8")


main()
