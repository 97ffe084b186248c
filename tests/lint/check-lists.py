#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped lists, timeline and mapping tables keep to their formats.

The rules are those of data/lists/README.md and data/mappings/README.md.

Usage: check-lists.py SOURCE_ROOT
"""
import json
import re
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: python3-jsonschema was not found")
    sys.exit(77)

LANGUAGES = ["en", "ja", "zh-Hans"]
LIST_KEYS = (
    "id jurisdiction short_title title issuer issued source supersedes official_language notes"
    " verification items purpose legal_force"
).split()
ITEM_KEYS = "code group label label_source verified figures children".split()
FIGURE_KEYS = "enterprises share_of_group_percent share_of unit".split()
SOURCE_KEYS = "citation document_number url".split()
VERIFICATION_KEYS = "items verified how".split()
EVENT_KEYS = "date jurisdiction event list kind".split()
EVENT_KINDS = {"law", "plan", "list", "speech", "statistics"}
CODE = re.compile(r"[A-Z]?[1-9][0-9]*(\.(0|[1-9][0-9]*))*")

FOLDERS = ("agreed", "coding-1", "coding-2", "not-kept")
RELATIONS = {"exact": 1, "close": 2, "broad": 3, "narrow": 3, "overlap": 4, "related": 5, "none": 6}
COLUMNS = "subject_code relation object_code confidence rationale".split()


class RepeatedKey(ValueError):
    pass


def object_without_repeats(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise RepeatedKey(next(key for key in keys if keys.count(key) > 1))
    return found


def dump(data):
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def line_of(data, path):
    """Line of the value at PATH in the text that dump() makes."""
    line = 1
    for step in path:
        if isinstance(data, dict):
            line += 1
            for key, value in data.items():
                if key == step:
                    break
                line += dump(value).count("\n")
        else:
            line += 1 + sum(dump(value).count("\n") for value in data[:step])
        data = data[step]
    return line


class File:
    """A JSON file and the problems found in it."""

    def __init__(self, root, path, problems):
        self.name = path.relative_to(root)
        self.problems = problems
        self.data = None
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8")
            self.data = json.loads(text, object_pairs_hook=object_without_repeats)
        except UnicodeDecodeError as error:
            self.at_line(raw.count(b"\n", 0, error.start) + 1, "not UTF-8")
            return
        except json.JSONDecodeError as error:
            self.at_line(error.lineno, error.msg)
            return
        except RepeatedKey as error:
            lines = [
                number
                for number, line in enumerate(text.split("\n"), 1)
                if line.strip().startswith(json.dumps(str(error), ensure_ascii=False) + ":")
            ]
            self.at_line(lines[0] if lines else 1, f'the key "{error}" is repeated in one object')
            return
        expected = dump(self.data)
        if text != expected:
            same = 0
            for a, b in zip(text, expected):
                if a != b:
                    break
                same += 1
            self.at_line(
                text.count("\n", 0, same) + 1,
                "not as json.dumps (ensure_ascii=False, indent=2) writes it",
            )

    def at_line(self, line, reason):
        self.problems.append(f"{self.name}:{line}: {reason}")

    def at(self, path, reason):
        self.at_line(line_of(self.data, path), reason)

    def keys(self, path, value, order):
        wanted = [key for key in order if key in value]
        if list(value) != wanted:
            self.at(path, "keys not in the order " + ", ".join(wanted))


def walk(items, path=("items",), parent=None, level=1):
    for index, item in enumerate(items):
        here = path + (index,)
        yield here, item, parent, level
        yield from walk(item.get("children", []), here + ("children",), item, level + 1)


def check_numbers(file, items, path, parent):
    """Codes of the items of one parent: the parent's plus a part that counts."""
    prefix = "" if parent is None else parent["code"] + "."
    expected = {}
    for index, item in enumerate(items):
        code = item["code"]
        here = path + (index, "code")
        if not CODE.fullmatch(code):
            file.at(here, f"{code} is not made of numbers joined by dots")
            continue
        rest = code[len(prefix):]
        if not code.startswith(prefix) or "." in rest:
            wanted = f"{parent['code']} and one part" if parent else "one part"
            file.at(here, f"{code} is not {wanted}")
            continue
        letter = rest[0] if rest[0].isalpha() else ""
        number = int(rest[len(letter):])
        wanted = expected.get(letter, 0) + 1
        alone_zero = number == 0 and len(items) == 1 and prefix.count(".") == 2
        if number != wanted and not alone_zero:
            file.at(here, f"{code}: {prefix}{letter}{wanted} was to come")
        expected[letter] = number
        if item.get("children"):
            check_numbers(file, item["children"], path + (index, "children"), item)


def check_list(file, name, schema, ids):
    data = file.data
    errors = sorted(schema.iter_errors(data), key=lambda e: [str(p) for p in e.absolute_path])
    for error in errors:
        file.at(list(error.absolute_path), error.message[:200])
    if errors:
        return None

    file.keys((), data, LIST_KEYS)
    file.keys(("source",), data["source"], SOURCE_KEYS)
    file.keys(("verification",), data["verification"], VERIFICATION_KEYS)
    if data["id"] != name:
        file.at(("id",), f"the file is named {name}.json")
    if data["supersedes"] is not None and data["supersedes"] not in ids:
        file.at(("supersedes",), f"no list has the id {data['supersedes']}")
    if data["supersedes"] == data["id"]:
        file.at(("supersedes",), "a list does not supersede itself")
    if not data["source"]["citation"]:
        file.at(("source", "citation"), "empty")
    if not data["items"]:
        file.at(("items",), "empty")
        return None
    for key in ("purpose", "legal_force"):
        if key not in data:
            file.at((), f"lacks {key}")
    if not data["notes"]:
        file.at(("notes",), "empty")
    if not data["verification"]["how"]:
        file.at(("verification", "how"), "empty")

    official = data["official_language"]
    languages = LANGUAGES + ([official] if official not in LANGUAGES else [])
    for key in ("short_title", "title", "issuer"):
        if list(data[key]) != languages:
            file.at((key,), "languages are not " + ", ".join(languages))

    entries = list(walk(data["items"]))
    deepest = max(level for _, _, _, level in entries)
    seen = set()
    with_figures = sum("figures" in item for _, item, _, _ in entries)
    with_group = sum("group" in item for item in data["items"])
    for path, item, parent, level in entries:
        code = item["code"]
        file.keys(path, item, ITEM_KEYS)
        if code in seen:
            file.at(path + ("code",), f"{code} stands in the list twice")
        seen.add(code)
        if list(item["label"]) != languages:
            file.at(path + ("label",), "languages are not " + ", ".join(languages))
        if list(item["label_source"]) != list(item["label"]):
            file.at(path + ("label_source",), "not the languages of the label, in their order")
        for language, source in item["label_source"].items():
            here = path + ("label_source", language)
            if source == "user":
                file.at(here, "a shipped list has no words of a user")
            if source == "seed" and language != "ja":
                file.at(here, "the seed's words are Japanese")
        if item["verified"] and item["label_source"].get(official) != "official":
            file.at(path + ("verified",), "verified, but the official label is not official")
        if level == 1 or level < deepest:
            if "children" not in item:
                file.at(path, f"{code} lacks children, which may be empty at this level")
        elif "children" in item:
            file.at(path + ("children",), f"{code} is at the deepest level and has children")
        if with_figures and "figures" not in item:
            file.at(path, f"{code} lacks figures")
        elif "figures" in item:
            file.keys(path + ("figures",), item["figures"], FIGURE_KEYS)
        if level == 1 and with_group and "group" not in item:
            file.at(path, f"{code} lacks a group")
    check_numbers(file, data["items"], ("items",), None)

    groups = [item.get("group") for item in data["items"]]
    for index in range(1, len(groups)):
        if groups[index] != groups[index - 1] and groups[index] in groups[:index]:
            file.at(("items", index, "group"), f"the items of group {groups[index]} stand apart")

    counts = {"items": len(entries), "verified": sum(item["verified"] for _, item, _, _ in entries)}
    for key, count in counts.items():
        if data["verification"][key] != count:
            file.at(("verification", key), f"the list has {count}")

    return [item["code"] for _, item, _, _ in entries]


def check_timeline(file, ids, issued):
    linked = set()
    seen = set()
    before = ""
    if not isinstance(file.data, list):
        file.at_line(1, "not an array")
        return
    for index, event in enumerate(file.data):
        here = (index,)
        if not isinstance(event, dict) or list(event) != EVENT_KEYS:
            file.at(here, "keys are not " + ", ".join(EVENT_KEYS))
            continue
        date = event["date"]
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", date):
            file.at(here + ("date",), f"{date} is no date")
        if date < before:
            file.at(here + ("date",), f"{date} stands after {before}")
        before = date
        if not re.fullmatch(r"[A-Z]{2}", event["jurisdiction"]):
            file.at(here + ("jurisdiction",), "not a code of two letters")
        if list(event["event"]) != LANGUAGES or not all(event["event"].values()):
            file.at(here + ("event",), "not words in " + ", ".join(LANGUAGES))
        elif (date, event["event"]["en"]) in seen:
            file.at(here, "stands in the file twice")
        else:
            seen.add((date, event["event"]["en"]))
        if event["kind"] not in EVENT_KINDS:
            file.at(here + ("kind",), f"{event['kind']} is no kind")
        target = event["list"]
        if target is None:
            continue
        if target not in ids:
            file.at(here + ("list",), f"no list has the id {target}")
        elif not issued.get(target, date).startswith(date):
            file.at(here + ("date",), f"{target} was issued on {issued[target]}")
        if target in linked:
            file.at(here + ("list",), f"{target} is linked twice")
        linked.add(target)


def check_table(root, path, ids, codes, problems):
    name = path.relative_to(root)

    def report(line, reason):
        problems.append(f"{name}:{line}: {reason}")

    subject, _, target = path.stem.partition("__")
    for side in (subject, target):
        if side not in ids:
            report(1, f"no list has the id {side}")
        # A list that could not be read has been reported itself
        if side not in codes:
            return
    agreed = path.parent.name == "agreed"
    left_out = path.parent.name == "not-kept"
    columns = COLUMNS + (["basis"] if agreed or left_out else [])
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        report(raw.count(b"\n", 0, error.start) + 1, "not UTF-8")
        return
    if not text.endswith("\n"):
        report(text.count("\n") + 1, "no line end at the end of the file")
    if "\r" in text:
        report(text.count("\n", 0, text.index("\r")) + 1, "a carriage return")
    lines = text.rstrip("\n").split("\n")
    if lines[0].split("\t") != columns:
        report(1, "columns are not " + ", ".join(columns))
        return

    order = {side: {code: index for index, code in enumerate(codes[side])} for side in (subject, target)}
    steps = {"0.5", "0.6", "0.7", "0.8", "0.9"} if agreed else {"0.5", "0.7", "0.9"}
    pairs = {}
    rows = {}
    before = None
    for number, line in enumerate(lines[1:], 2):
        fields = line.split("\t")
        if len(fields) != len(columns):
            report(number, f"{len(fields)} fields, not {len(columns)}")
            continue
        source, relation, other, confidence, rationale = fields[:5]
        if source not in order[subject]:
            report(number, f"{subject} has no item {source}")
            continue
        if relation not in RELATIONS:
            report(number, f"{relation} is no relation")
            continue
        if relation == "none":
            if other:
                report(number, "none, and yet an object")
                continue
        elif other not in order[target]:
            report(number, f"{target} has no item {other}" if other else "no object")
            continue
        if (source, other) in pairs:
            report(number, f"the pair stands in line {pairs[source, other]} too")
        pairs[source, other] = number
        if confidence not in steps:
            report(number, f"confidence {confidence} is none of {', '.join(sorted(steps))}")
            continue
        if not rationale or len(rationale.split()) > 25:
            report(number, f"a rationale of {len(rationale.split())} words, 1 to 25 wanted")
        if left_out or agreed and fields[5] != "both":
            reason = fields[5].removeprefix("settled: ")
            if reason == fields[5] or not 1 <= len(reason.split()) <= 15:
                report(number, 'basis is neither "both" nor "settled: " and 1 to 15 words')
        if relation == "none" and source in rows or rows.get(source) == "none":
            report(number, f"{source} has no counterpart and another row")
        rows[source] = relation
        key = [order[subject][source]]
        if agreed:
            key += [RELATIONS[relation], -float(confidence), order[target].get(other, 0)]
        if before is not None and key < before:
            report(number, "out of order")
        before = key
    for code in codes[subject]:
        if code not in rows and not left_out:
            report(len(lines), f"{code} of {subject} has no row")


def check(root):
    problems = []
    folder = root / "data" / "lists"
    schema_file = File(root, folder / "list.schema.json", [])
    Draft202012Validator.check_schema(schema_file.data)
    schema = Draft202012Validator(schema_file.data)

    paths = sorted(path for path in folder.glob("*.json") if not path.name.endswith(".schema.json"))
    if not paths:
        problems.append("data/lists:1: no lists")
    ids = {path.stem for path in paths}
    codes = {}
    issued = {}
    titles = {}
    for path in paths:
        file = File(root, path, problems)
        if file.data is None:
            continue
        found = check_list(file, path.stem, schema, ids)
        if found is None:
            continue
        codes[path.stem] = found
        issued[path.stem] = file.data["issued"]
        for language, title in file.data["short_title"].items():
            key = (file.data["jurisdiction"], language, title)
            if key in titles:
                file.at(("short_title", language), f"{titles[key]} has the same short title")
            titles[key] = path.stem

    timeline = File(root, root / "data" / "timeline.json", problems)
    if timeline.data is not None:
        check_timeline(timeline, ids, issued)

    tables = {
        name: {path.name for path in (root / "data" / "mappings" / name).glob("*.tsv")}
        for name in FOLDERS
    }
    for name in FOLDERS:
        for missing in sorted(set().union(*tables.values()) - tables[name]):
            problems.append(f"data/mappings/{name}/{missing}:1: missing")
        for table in sorted(tables[name]):
            check_table(root, root / "data" / "mappings" / name / table, ids, codes, problems)
    if not any(tables.values()):
        problems.append("data/mappings:1: no tables")
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
