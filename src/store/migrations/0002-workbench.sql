-- The mapping table as a workbench: who reviewed, codings beside the agreed mapping, what was
-- settled between them, findings that are meant, kept filters, lists of the user's own.

-- A coding is a named set of judgements. Mappings without one are the agreed mapping.
CREATE TABLE coding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  coder TEXT NOT NULL DEFAULT '',
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
  created TEXT NOT NULL
) STRICT;

ALTER TABLE mapping ADD COLUMN coding_id INTEGER REFERENCES coding (id);

-- Who gave the mapping its status, and when; empty for one that was never judged.
ALTER TABLE mapping ADD COLUMN reviewer TEXT NOT NULL DEFAULT '';
ALTER TABLE mapping ADD COLUMN reviewed TEXT NOT NULL DEFAULT '';

-- The author's ORCID iD (ISO 27729), where one was given.
ALTER TABLE mapping ADD COLUMN author_orcid TEXT NOT NULL DEFAULT '';
ALTER TABLE step ADD COLUMN author_orcid TEXT NOT NULL DEFAULT '';

CREATE INDEX mapping_by_coding ON mapping (coding_id) WHERE coding_id IS NOT NULL;

-- A disagreement between codings that was talked over, with the reason: the pair of items, the
-- one with the smaller id first. What was agreed on stands in mapping, or nothing does.
CREATE TABLE settlement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item (id),
  other_id INTEGER NOT NULL REFERENCES item (id),
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  CHECK (item_id < other_id),
  UNIQUE (item_id, other_id)
) STRICT;

CREATE INDEX settlement_by_other ON settlement (other_id);

-- A finding of the checks that is meant. The fingerprint says what was found, so that the mark no
-- longer counts once that has changed.
CREATE TABLE finding_mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL CHECK (rule <> ''),
  fingerprint TEXT NOT NULL CHECK (fingerprint <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (rule, fingerprint)
) STRICT;

-- A filter of the table that was given a name.
CREATE TABLE kept_filter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  definition TEXT NOT NULL CHECK (definition <> '')
) STRICT;

-- The rest of a list's card; and the digest of the list that the program shipped and the user did
-- not want.
ALTER TABLE list ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE list ADD COLUMN legal_force TEXT NOT NULL DEFAULT '';
ALTER TABLE list ADD COLUMN iri TEXT NOT NULL DEFAULT '';
ALTER TABLE list ADD COLUMN declined TEXT NOT NULL DEFAULT '';

ALTER TABLE item ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN iri TEXT NOT NULL DEFAULT '';

-- Images that the older version took stand for rows that had none of this: the default, as in the
-- table itself, so that they can still be put back.
ALTER TABLE change_mapping ADD COLUMN coding_id INTEGER;
ALTER TABLE change_mapping ADD COLUMN reviewer TEXT DEFAULT '';
ALTER TABLE change_mapping ADD COLUMN reviewed TEXT DEFAULT '';
ALTER TABLE change_mapping ADD COLUMN author_orcid TEXT DEFAULT '';

ALTER TABLE change_list ADD COLUMN purpose TEXT DEFAULT '';
ALTER TABLE change_list ADD COLUMN legal_force TEXT DEFAULT '';
ALTER TABLE change_list ADD COLUMN iri TEXT DEFAULT '';
ALTER TABLE change_list ADD COLUMN declined TEXT DEFAULT '';

ALTER TABLE change_item ADD COLUMN note TEXT DEFAULT '';
ALTER TABLE change_item ADD COLUMN iri TEXT DEFAULT '';

CREATE TABLE change_coding (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  name TEXT,
  coder TEXT,
  done INTEGER,
  created TEXT
) STRICT;

CREATE TABLE change_settlement (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  item_id INTEGER,
  other_id INTEGER,
  reason TEXT,
  author TEXT,
  made TEXT
) STRICT;

CREATE TABLE change_finding_mark (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  rule TEXT,
  fingerprint TEXT,
  reason TEXT,
  author TEXT,
  made TEXT
) STRICT;

CREATE TABLE change_kept_filter (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  name TEXT,
  definition TEXT
) STRICT;

CREATE INDEX change_coding_by_step ON change_coding (step_id, row_id);
CREATE INDEX change_settlement_by_step ON change_settlement (step_id, row_id);
CREATE INDEX change_finding_mark_by_step ON change_finding_mark (step_id, row_id);
CREATE INDEX change_kept_filter_by_step ON change_kept_filter (step_id, row_id);
