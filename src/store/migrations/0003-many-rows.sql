-- Documents of many rows. SQLite makes a table of its own for a list of more than two values in a
-- constraint, for each row that it checks, which takes longer than all the rest: when a document is
-- opened, and for each row that is written. In the tables that grow, the values are therefore compared
-- one by one. What may stand there is the same as before.

ALTER TABLE label RENAME TO old_label;

CREATE TABLE label (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item (id),
  language TEXT NOT NULL CHECK (language <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('preferred', 'alternative')),
  origin TEXT NOT NULL CHECK (origin = 'official' OR origin = 'seed' OR origin = 'translation'
         OR origin = 'user')
) STRICT;

-- An id that was given once is never given again.
INSERT INTO sqlite_sequence (name, seq)
  SELECT 'label', seq FROM sqlite_sequence WHERE name = 'old_label';
INSERT INTO label (
  id, item_id, language, text, kind, origin
) SELECT
  id, item_id, language, text, kind, origin
FROM old_label;
DROP TABLE old_label;

CREATE INDEX label_by_item ON label (item_id);
CREATE UNIQUE INDEX label_preferred ON label (item_id, language, origin) WHERE kind = 'preferred';

ALTER TABLE mapping RENAME TO old_mapping;

CREATE TABLE mapping (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_id INTEGER NOT NULL REFERENCES item (id),
  relation TEXT NOT NULL
    CHECK (relation = 'exact' OR relation = 'close' OR relation = 'broad' OR relation = 'narrow'
           OR relation = 'overlap' OR relation = 'related' OR relation = 'none'),
  object_id INTEGER REFERENCES item (id),
  object_list_id INTEGER REFERENCES list (id),
  negated INTEGER NOT NULL DEFAULT 0 CHECK (negated IN (0, 1)),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL DEFAULT 'draft'
    CHECK (status = 'draft' OR status = 'proposed' OR status = 'reviewed' OR status = 'disputed'
           OR status = 'rejected'),
  absence TEXT NOT NULL DEFAULT ''
    CHECK (absence = '' OR absence = 'not-named' OR absence = 'covered'
           OR absence = 'other-list' OR absence = 'out-of-scope' OR absence = 'not-found'),
  rationale TEXT NOT NULL DEFAULT '',
  note_shared TEXT NOT NULL DEFAULT '',
  note_subject TEXT NOT NULL DEFAULT '',
  note_object TEXT NOT NULL DEFAULT '',
  citation TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  quotation TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  coding_id INTEGER REFERENCES coding (id),
  reviewer TEXT NOT NULL DEFAULT '',
  reviewed TEXT NOT NULL DEFAULT '',
  author_orcid TEXT NOT NULL DEFAULT '',
  CHECK ((relation = 'none') = (object_id IS NULL)),
  CHECK ((relation = 'none') = (object_list_id IS NOT NULL)),
  CHECK (relation = 'none' OR absence = ''),
  CHECK (relation <> 'none' OR negated = 0),
  CHECK (object_id IS NULL OR object_id <> subject_id)
) STRICT;

-- An id that was given once is never given again.
INSERT INTO sqlite_sequence (name, seq)
  SELECT 'mapping', seq FROM sqlite_sequence WHERE name = 'old_mapping';
INSERT INTO mapping (
  id, subject_id, relation, object_id, object_list_id, negated, confidence, status, absence,
  rationale, note_shared, note_subject, note_object, citation, url, quotation, author, created,
  modified, coding_id, reviewer, reviewed, author_orcid
) SELECT
  id, subject_id, relation, object_id, object_list_id, negated, confidence, status, absence,
  rationale, note_shared, note_subject, note_object, citation, url, quotation, author, created,
  modified, coding_id, reviewer, reviewed, author_orcid
FROM old_mapping;
DROP TABLE old_mapping;

CREATE INDEX mapping_by_subject ON mapping (subject_id);
CREATE INDEX mapping_by_object ON mapping (object_id);
CREATE INDEX mapping_by_coding ON mapping (coding_id) WHERE coding_id IS NOT NULL;

ALTER TABLE change_item RENAME TO old_change_item;

CREATE TABLE change_item (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op = 'i' OR op = 'u' OR op = 'd'),
  row_id INTEGER NOT NULL,
  list_id INTEGER,
  parent_id INTEGER,
  position INTEGER,
  code TEXT,
  item_group TEXT,
  verified INTEGER,
  note TEXT DEFAULT '',
  iri TEXT DEFAULT ''
) STRICT;

INSERT INTO change_item (
  seq, step_id, op, row_id, list_id, parent_id, position, code, item_group, verified, note, iri
) SELECT
  seq, step_id, op, row_id, list_id, parent_id, position, code, item_group, verified, note, iri
FROM old_change_item;
DROP TABLE old_change_item;

CREATE INDEX change_item_by_step ON change_item (step_id, row_id);

ALTER TABLE change_label RENAME TO old_change_label;

CREATE TABLE change_label (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op = 'i' OR op = 'u' OR op = 'd'),
  row_id INTEGER NOT NULL,
  item_id INTEGER,
  language TEXT,
  text TEXT,
  kind TEXT,
  origin TEXT
) STRICT;

INSERT INTO change_label (
  seq, step_id, op, row_id, item_id, language, text, kind, origin
) SELECT
  seq, step_id, op, row_id, item_id, language, text, kind, origin
FROM old_change_label;
DROP TABLE old_change_label;

CREATE INDEX change_label_by_step ON change_label (step_id, row_id);

ALTER TABLE change_mapping RENAME TO old_change_mapping;

CREATE TABLE change_mapping (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op = 'i' OR op = 'u' OR op = 'd'),
  row_id INTEGER NOT NULL,
  subject_id INTEGER,
  relation TEXT,
  object_id INTEGER,
  object_list_id INTEGER,
  negated INTEGER,
  confidence REAL,
  status TEXT,
  absence TEXT,
  rationale TEXT,
  note_shared TEXT,
  note_subject TEXT,
  note_object TEXT,
  citation TEXT,
  url TEXT,
  quotation TEXT,
  author TEXT,
  created TEXT,
  modified TEXT,
  coding_id INTEGER,
  reviewer TEXT DEFAULT '',
  reviewed TEXT DEFAULT '',
  author_orcid TEXT DEFAULT ''
) STRICT;

INSERT INTO change_mapping (
  seq, step_id, op, row_id, subject_id, relation, object_id, object_list_id, negated,
  confidence, status, absence, rationale, note_shared, note_subject, note_object, citation, url,
  quotation, author, created, modified, coding_id, reviewer, reviewed, author_orcid
) SELECT
  seq, step_id, op, row_id, subject_id, relation, object_id, object_list_id, negated,
  confidence, status, absence, rationale, note_shared, note_subject, note_object, citation, url,
  quotation, author, created, modified, coding_id, reviewer, reviewed, author_orcid
FROM old_change_mapping;
DROP TABLE old_change_mapping;

CREATE INDEX change_mapping_by_step ON change_mapping (step_id, row_id);
CREATE INDEX change_mapping_by_row ON change_mapping (row_id, step_id);
