-- The first version: lists, items, labels, figures, mappings, and the journal of every change.
-- Tables and indexes only: the journal's triggers are temporary and live on the writer's
-- connection, so that a document that brings a trigger or a view of its own can be refused.

CREATE TABLE document (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid TEXT NOT NULL CHECK (length (uuid) = 36),
  title TEXT NOT NULL,
  notice TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL
) STRICT;

CREATE TABLE list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  jurisdiction TEXT NOT NULL CHECK (length (jurisdiction) = 2),
  issued TEXT NOT NULL,
  citation TEXT NOT NULL,
  document_number TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  supersedes TEXT,
  official_language TEXT NOT NULL,
  notes TEXT NOT NULL DEFAULT '',
  verification TEXT NOT NULL DEFAULT '',
  shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1))
) STRICT;

CREATE TABLE list_text (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  list_id INTEGER NOT NULL REFERENCES list (id),
  field TEXT NOT NULL CHECK (field IN ('short_title', 'title', 'issuer')),
  language TEXT NOT NULL CHECK (language <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  UNIQUE (list_id, field, language)
) STRICT;

-- position counts all items of a list from 0, each parent before its children.
CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  list_id INTEGER NOT NULL REFERENCES list (id),
  parent_id INTEGER REFERENCES item (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  code TEXT NOT NULL CHECK (code <> ''),
  item_group TEXT,
  verified INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
  UNIQUE (list_id, code)
) STRICT;

CREATE INDEX item_by_position ON item (list_id, position);
CREATE INDEX item_by_parent ON item (parent_id);

CREATE TABLE label (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item (id),
  language TEXT NOT NULL CHECK (language <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('preferred', 'alternative')),
  origin TEXT NOT NULL CHECK (origin IN ('official', 'seed', 'translation', 'user'))
) STRICT;

CREATE INDEX label_by_item ON label (item_id);
CREATE UNIQUE INDEX label_preferred ON label (item_id, language, origin) WHERE kind = 'preferred';

CREATE TABLE figure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL UNIQUE REFERENCES item (id),
  enterprises INTEGER NOT NULL CHECK (enterprises >= 0),
  share_percent REAL NOT NULL CHECK (share_percent BETWEEN 0 AND 100),
  share_of TEXT NOT NULL,
  unit TEXT NOT NULL
) STRICT;

-- An absence (relation none) names the list in which nothing was found instead of an object.
CREATE TABLE mapping (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_id INTEGER NOT NULL REFERENCES item (id),
  relation TEXT NOT NULL
    CHECK (relation IN ('exact', 'close', 'broad', 'narrow', 'overlap', 'related', 'none')),
  object_id INTEGER REFERENCES item (id),
  object_list_id INTEGER REFERENCES list (id),
  negated INTEGER NOT NULL DEFAULT 0 CHECK (negated IN (0, 1)),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL DEFAULT 'draft'
    CHECK (status IN ('draft', 'proposed', 'reviewed', 'disputed', 'rejected')),
  absence TEXT NOT NULL DEFAULT ''
    CHECK (absence IN ('', 'not-named', 'covered', 'other-list', 'out-of-scope', 'not-found')),
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
  CHECK ((relation = 'none') = (object_id IS NULL)),
  CHECK ((relation = 'none') = (object_list_id IS NOT NULL)),
  CHECK (relation = 'none' OR absence = ''),
  CHECK (relation <> 'none' OR negated = 0),
  CHECK (object_id IS NULL OR object_id <> subject_id)
) STRICT;

CREATE INDEX mapping_by_subject ON mapping (subject_id);
CREATE INDEX mapping_by_object ON mapping (object_id);

-- The journal. A step is an edit, or the undoing or redoing of one (its target); it is never
-- erased. state says of an edit whether it holds now, was undone, or was undone and then left
-- behind by another edit.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action TEXT NOT NULL CHECK (action IN ('edit', 'undo', 'redo')),
  target_id INTEGER REFERENCES step (id),
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  kind TEXT NOT NULL,
  subject TEXT,
  object TEXT,
  n_rows INTEGER NOT NULL CHECK (n_rows >= 0),
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  CHECK ((action = 'edit') = (target_id IS NULL))
) STRICT;

CREATE INDEX step_by_state ON step (state, id) WHERE action = 'edit';
CREATE INDEX step_by_target ON step (target_id, id) WHERE target_id IS NOT NULL;

-- One table of before-images for each table above: what was inserted (i), updated (u) or
-- deleted (d), and what stood in every column before.
CREATE TABLE change_document (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  uuid TEXT,
  title TEXT,
  notice TEXT,
  created TEXT
) STRICT;

CREATE TABLE change_list (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  key TEXT,
  jurisdiction TEXT,
  issued TEXT,
  citation TEXT,
  document_number TEXT,
  url TEXT,
  supersedes TEXT,
  official_language TEXT,
  notes TEXT,
  verification TEXT,
  shipped INTEGER
) STRICT;

CREATE TABLE change_list_text (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  list_id INTEGER,
  field TEXT,
  language TEXT,
  text TEXT
) STRICT;

CREATE TABLE change_item (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  list_id INTEGER,
  parent_id INTEGER,
  position INTEGER,
  code TEXT,
  item_group TEXT,
  verified INTEGER
) STRICT;

CREATE TABLE change_label (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  item_id INTEGER,
  language TEXT,
  text TEXT,
  kind TEXT,
  origin TEXT
) STRICT;

CREATE TABLE change_figure (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
  row_id INTEGER NOT NULL,
  item_id INTEGER,
  enterprises INTEGER,
  share_percent REAL,
  share_of TEXT,
  unit TEXT
) STRICT;

CREATE TABLE change_mapping (
  seq INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step (id),
  op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
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
  modified TEXT
) STRICT;

CREATE INDEX change_document_by_step ON change_document (step_id, row_id);
CREATE INDEX change_list_by_step ON change_list (step_id, row_id);
CREATE INDEX change_list_text_by_step ON change_list_text (step_id, row_id);
CREATE INDEX change_item_by_step ON change_item (step_id, row_id);
CREATE INDEX change_label_by_step ON change_label (step_id, row_id);
CREATE INDEX change_figure_by_step ON change_figure (step_id, row_id);
CREATE INDEX change_mapping_by_step ON change_mapping (step_id, row_id);
CREATE INDEX change_mapping_by_row ON change_mapping (row_id, step_id);
