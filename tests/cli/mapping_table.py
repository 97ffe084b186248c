# SPDX-License-Identifier: GPL-3.0-or-later
"""What a document holds of mappings, read from its database, and a document with a mapping of every kind."""
import sqlite3

TEXTS = ["rationale", "note_shared", "note_subject", "note_object", "citation", "url", "quotation",
         "author", "created", "modified", "reviewer", "reviewed", "author_orcid"]
VALUES = ["relation", "negated", "confidence", "status", "absence", *TEXTS]

# Each is put into some mapping or other
ODD = {
    "rationale": ["two\nlines", "a\ttab", 'a "quotation"', " spaces ", "=1+1", "a|b\\c", "\r\n", "先進 → 先进", "#no comment"],
    "note_shared": ["both", "|", "\\"],
    "note_subject": ["only\nthe subject's"],
    "note_object": ['"', "only the object's"],
    "citation": ["Document, page 3"],
    "url": ["https://example.org/a?b=c#d", "shelf 7", "https://example.org/a|b"],
    "quotation": ["„words“"],
    "author": ["Zoë|Ann", "back\\slash", "O'Neill \"Ned\""],
    "author_orcid": ["0000-0002-1825-0097", "0000-0000-0000-0000"],
    "confidence": [None, 0.0, 1.0, 0.7835, 1 / 3, 0.25],
    "created": ["2026-01-02T03:04:05Z"],
    "modified": ["2026-01-03T00:00:00Z"],
}
STATUSES = ["draft", "proposed", "reviewed", "disputed", "rejected"]


def salt(path):
    """Puts odd values into the mappings of a document, turns some round, and denies some."""
    with sqlite3.connect(path) as database:
        ids = [row[0] for row in database.execute("SELECT id FROM mapping WHERE coding_id IS NULL ORDER BY id")]
        for number, row in enumerate(ids):
            if number % 3 == 0:
                # The same said from the other end
                database.execute(
                    "UPDATE mapping SET subject_id = object_id, object_id = subject_id, relation = "
                    "CASE relation WHEN 'broad' THEN 'narrow' WHEN 'narrow' THEN 'broad' ELSE relation END "
                    "WHERE id = ? AND relation <> 'none'", [row])
            if number % 7 == 0:
                database.execute("UPDATE mapping SET negated = 1 WHERE id = ? AND relation <> 'none'", [row])
            if number % 5 == 4:
                # In a row of its own, so that some rows keep none of it
                continue
            for field, values in ODD.items():
                database.execute(f"UPDATE mapping SET {field} = ? WHERE id = ?", [values[number % len(values)], row])
            status = STATUSES[number % len(STATUSES)]
            reviewed = status in {"reviewed", "disputed", "rejected"}
            database.execute(
                "UPDATE mapping SET status = ?, reviewer = ?, reviewed = ? WHERE id = ?",
                [status, "R|eviewer" if reviewed else "", "2026-01-04T05:06:07Z" if reviewed else "", row])
        # Absences of a list on the right in one on the left
        right, left = [database.execute("SELECT id FROM list WHERE key = ?", [key]).fetchone()[0]
                       for key in ("us-eft-2018", "cn-future-2024")]
        for absence in ("", "covered"):
            database.execute(
                "INSERT INTO mapping (subject_id, relation, object_list_id, absence, created, modified) "
                "SELECT min(id), 'none', ?, ?, '', '' FROM item WHERE list_id = ?", [left, absence, right])
    database.close()


def read(path, *lists):
    """The agreed mappings between two lists, or all, as they were made: sorted, to be compared."""
    database = sqlite3.connect(path)
    found = database.execute(
        f"SELECT sl.key, s.code, coalesce(ol.key, al.key), o.code, {', '.join('m.' + value for value in VALUES)} "
        "FROM mapping m JOIN item s ON s.id = m.subject_id JOIN list sl ON sl.id = s.list_id "
        "LEFT JOIN item o ON o.id = m.object_id LEFT JOIN list ol ON ol.id = o.list_id "
        "LEFT JOIN list al ON al.id = m.object_list_id WHERE m.coding_id IS NULL").fetchall()
    database.close()
    return order(row for row in found if not lists or {row[0], row[2]} == set(lists))


def order(rows):
    return sorted((tuple(row) for row in rows), key=repr)
