#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The publication tables, read by other programs: what test-publication.c wrote as golden files.

Usage: test-publication-pages.py SOURCE_ROOT
"""
import csv
import html.parser
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(sys.argv[1])
GOLDEN = ROOT / "tests" / "golden"
NAMES = ("publication", "publication-hostile")
VOID = {"meta", "br"}
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Node:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children = []

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def walk(self):
        yield self
        for child in self.children:
            if not isinstance(child, str):
                yield from child.walk()

    def all(self, tag, class_name=None):
        return [node for node in self.walk() if node.tag == tag
                and (class_name is None or class_name in node.attributes.get("class", "").split())]

    def is_in(self, *tags):
        return self.parent is not None and (self.parent.tag in tags or self.parent.is_in(*tags))


class Tree(html.parser.HTMLParser):
    """Takes only what is closed as it was opened."""

    def __init__(self, text):
        super().__init__()
        self.top = self.at = Node("", {}, None)
        self.feed(text)
        self.close()
        assert self.at is self.top, f"<{self.at.tag}> is not closed"

    def handle_starttag(self, tag, attributes):
        assert len(dict(attributes)) == len(attributes), attributes
        node = Node(tag, dict(attributes), self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_endtag(self, tag):
        assert tag == self.at.tag, f"</{tag}> closes <{self.at.tag}>"
        self.at = self.at.parent

    def handle_data(self, data):
        self.at.children.append(data)


def read(name):
    return (GOLDEN / name).read_text(encoding="utf-8")


class Page(unittest.TestCase):
    def each(self):
        for name in NAMES:
            with self.subTest(name=name):
                yield Tree(read(name + ".html")).top

    def test_outline(self):
        for page in self.each():
            self.assertEqual(len(page.all("html")), 1)
            self.assertEqual(page.all("html")[0].attributes["lang"], "en")
            self.assertEqual(len(page.all("h1")), 1)
            self.assertEqual(len(page.all("caption")), 1)
            self.assertTrue(page.all("title")[0].text())
            self.assertIn("claim no legal equivalence", page.all("div", "caveat")[0].text())
            self.assertIn("Check it against the documents.", page.all("div", "caveat")[0].text())

    def test_nothing_from_outside(self):
        known = {"", "html", "head", "meta", "title", "style", "body", "header", "main", "section",
                 "article", "h1", "h2", "h3", "div", "p", "dl", "dt", "dd", "ol", "li", "table",
                 "caption", "thead", "tbody", "tr", "th", "td", "span", "bdi", "sup", "a", "q", "b",
                 "br"}
        for page in self.each():
            self.assertEqual({node.tag for node in page.walk()} - known, set())
            for node in page.walk():
                self.assertFalse([key for key in node.attributes if key.startswith("on") or key == "src"])
                if "href" in node.attributes:
                    self.assertRegex(node.attributes["href"], r"^(#(note|ref)-\d+$|https?://)")
            self.assertNotIn("url(", page.all("style")[0].text())
            self.assertNotIn("@import", page.all("style")[0].text())

    def test_headers(self):
        for page in self.each():
            for header in page.all("th"):
                self.assertIn(header.attributes["scope"], ("col", "row", "rowgroup"))
            n_columns = len(page.all("thead")[0].all("th"))
            for row in page.all("tr"):
                cells = row.all("th") + row.all("td")
                self.assertEqual(sum(int(cell.attributes.get("colspan", 1)) for cell in cells), n_columns)
                self.assertIn("scope", cells[0].attributes)

    def test_languages(self):
        for page in self.each():
            for node in page.all("span", "label") + page.all("span", "other"):
                self.assertEqual([child.tag for child in node.children], ["bdi"])
            labels = [node for cell in page.all("div", "item") for node in cell.all("bdi")
                      if node.parent.attributes["class"] != "code"]
            self.assertTrue(labels)
            for label in labels:
                self.assertTrue(label.attributes["lang"])
            chinese = [node for node in page.all("bdi") if re.search("[\u4e00-\u9fff]", node.text())
                       and node.is_in("table")]
            for node in chinese:
                self.assertEqual(node.attributes["lang"], "zh-Hans")

    def test_notes_lead_there_and_back(self):
        for page in self.each():
            names = [node.attributes["id"] for node in page.walk() if "id" in node.attributes]
            self.assertEqual(len(names), len(set(names)))
            notes = page.all("section", "notes")[0].all("li")
            references = [node.all("a")[0] for node in page.all("sup")]
            self.assertEqual([node.text() for node in references],
                             [str(i + 1) for i in range(len(notes))])
            for number, (reference, note) in enumerate(zip(references, notes), 1):
                back = note.all("a", "back")[0]
                self.assertEqual(reference.attributes["href"], f"#note-{number}")
                self.assertEqual(reference.attributes["id"], f"ref-{number}")
                self.assertEqual(reference.attributes["aria-label"], f"Note {number}")
                self.assertEqual(note.attributes["id"], f"note-{number}")
                self.assertEqual(back.attributes["href"], f"#ref-{number}")
                self.assertIn(str(number), back.attributes["aria-label"])

    def test_every_row_is_there(self):
        page = Tree(read("publication.html")).top
        found = [tuple(node.text() for node in row.all("span", "code"))
                 + (row.all("span", "phrase")[0].text(),)
                 for row in page.all("tr") if row.all("span", "phrase")]
        with (GOLDEN / "concordance.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(sorted(codes[:-1] for codes in found),
                         sorted(tuple(code for code in (row["left_code"], row["right_code"]) if code)
                                for row in rows))
        self.assertIn(("1", "1", "is not the same as"), found)
        self.assertIn(("P1", "2", "is part of"), found)
        self.assertIn(("1.2", "has no counterpart for"), found)
        notes = page.all("section", "notes")[0].text()
        for row in rows:
            for text in (row["rationale"], row["note_shared"], row["evidence_citation"]):
                # The cells of the other file are guarded against being read as formulas
                self.assertIn(" ".join(text.lstrip("' ").split()), notes)

    def test_hostile_words_are_words(self):
        page = Tree(read("publication-hostile.html")).top
        labels = {node.text() for node in page.all("span", "label")}
        self.assertIn("<script>alert(1)</script> & \"quoted\" 'too' &amp;", labels)
        self.assertIn("1. first desrever end", labels)
        self.assertEqual([node for node in page.all("script")], [])
        self.assertIsNone(BIDI.search(page.text()))

    def test_colors_are_the_programs(self):
        source = (ROOT / "src" / "app" / "relation-style.c").read_text()
        colors = re.findall(r'"relation-(\w+)", "(#\w{6})", "(#\w{6})"', source)
        self.assertEqual(len(colors), 7)
        light, dark = read("publication.html").split("prefers-color-scheme: dark", 1)
        for key, in_light, in_dark in colors:
            self.assertIn(f"--{key}: {in_light};", light)
            self.assertIn(f"--{key}: {in_dark};", dark)
            self.assertIn(f"\\definecolor{{{key}}}{{HTML}}{{{in_light[1:].upper()}}}",
                          read("publication.tex"))


class Markdown(unittest.TestCase):
    def test_rows_have_the_cells_of_their_table(self):
        for name in NAMES:
            wanted = None
            n_rows = 0
            for line in read(name + ".md").splitlines():
                if not line.startswith("|"):
                    wanted = None
                    continue
                n_cells = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) - 1
                wanted = wanted or n_cells
                self.assertEqual(n_cells, wanted, line)
                n_rows += 1
            self.assertGreater(n_rows, 5)

    def test_footnotes(self):
        for name in NAMES:
            text = read(name + ".md")
            defined = re.findall(r"^\[\^(\d+)\]: ", text, re.M)
            self.assertEqual(re.findall(r"\[\^(\d+)\](?!:)", text), defined)
            self.assertEqual(defined, [str(i + 1) for i in range(len(defined))])

    def test_hostile_words_are_words(self):
        text = read("publication-hostile.md")
        # What we write ourselves goes; what is left must be escaped
        text = re.sub(r"<br>|<https://[^ <>]*>|\*\*[^*]*\*\*|\[\^\d+\]", "", text)
        self.assertEqual(re.findall(r"[<*`~$]|(?<!\\)[_\]]|(?<!\\)\[", re.sub(r"\\[*`~$]", "", text)), [])
        self.assertIsNone(BIDI.search(text))

    def test_address_is_one_word(self):
        for address in re.findall(r"<(https?:[^\n]*?)>", read("publication-hostile.md")):
            self.assertRegex(address, r'^[^\s<>"{}\\]+$')


class Latex(unittest.TestCase):
    def test_groups_close(self):
        for name in NAMES:
            text = re.sub(r"\\[{}\\]", "", re.sub(r"%.*", "", read(name + ".tex").replace("\\%", "")))
            depth = 0
            for character in text:
                depth += {"{": 1, "}": -1}.get(character, 0)
                self.assertGreaterEqual(depth, 0)
            self.assertEqual(depth, 0)

    def test_hostile_words_are_no_commands(self):
        text = read("publication-hostile.tex")
        self.assertNotIn("\\input{", text)
        self.assertEqual(text.count("\\end{document}"), 1)
        self.assertTrue(text.endswith("\\end{document}\n"))


unittest.main(argv=sys.argv[:1])
