/**
 * The schema's history: entry n takes a store from version n to n + 1 (`PRAGMA user_version`). Entries are never
 * edited once released; a change is a new entry.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE source_documents (
    key INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    url TEXT,
    path TEXT,
    retrieved_at TEXT,
    byte_length INTEGER NOT NULL,
    packed_bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX source_documents_by_hash ON source_documents (sha256);
  CREATE TRIGGER source_documents_stay BEFORE UPDATE ON source_documents
    BEGIN SELECT raise(ABORT, 'Source documents are never changed.'); END;
  CREATE TRIGGER source_documents_remain BEFORE DELETE ON source_documents
    BEGIN SELECT raise(ABORT, 'Source documents are never deleted.'); END;

  CREATE TABLE stories (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    report_count INTEGER NOT NULL,
    first_published TEXT,
    last_published TEXT,
    signature TEXT NOT NULL,
    new_sentences INTEGER NOT NULL DEFAULT 0,
    open_requests INTEGER NOT NULL DEFAULT 0,
    discrepancies INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX stories_by_day ON stories (coalesce(last_published, '') DESC, key DESC);

  CREATE TABLE reports (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES source_documents (key),
    given TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    headline TEXT,
    published_at TEXT,
    modified_at TEXT,
    content_hash TEXT NOT NULL,
    revision INTEGER NOT NULL,
    statements INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX reports_by_source ON reports (source);
  CREATE INDEX reports_by_url ON reports (url) WHERE url IS NOT NULL;
  CREATE INDEX reports_by_day ON reports (coalesce(published_at, '') DESC, key DESC);

  CREATE TABLE story_reports (
    report INTEGER PRIMARY KEY REFERENCES reports (key),
    story INTEGER NOT NULL REFERENCES stories (key),
    reasons TEXT NOT NULL
  ) STRICT;
  CREATE INDEX story_reports_by_story ON story_reports (story);

  CREATE TABLE findings (
    report INTEGER PRIMARY KEY REFERENCES reports (key),
    engine TEXT NOT NULL,
    packed_record BLOB NOT NULL
  ) STRICT;
  CREATE INDEX findings_by_engine ON findings (engine);

  CREATE TABLE story_records (
    story INTEGER PRIMARY KEY REFERENCES stories (key),
    version INTEGER NOT NULL,
    engine TEXT NOT NULL,
    packed_record BLOB NOT NULL
  ) STRICT;
  CREATE TABLE story_actors (
    key INTEGER PRIMARY KEY,
    story INTEGER NOT NULL REFERENCES stories (key),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    statements INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    UNIQUE (story, id)
  ) STRICT;
  CREATE INDEX story_actors_by_weight ON story_actors (statements DESC, mentions DESC, key);

  CREATE TABLE terms (
    key INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE,
    reports INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE story_terms (
    term INTEGER NOT NULL REFERENCES terms (key),
    story INTEGER NOT NULL REFERENCES stories (key),
    PRIMARY KEY (term, story)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE decisions (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('accept', 'reject', 'edit', 'merge', 'split', 'retype', 'undo')),
    report TEXT,
    story TEXT,
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    body TEXT NOT NULL CHECK (json_valid(body))
  ) STRICT;
  CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
    BEGIN SELECT raise(ABORT, 'Decisions are never changed; an undo is another decision.'); END;
  CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
    BEGIN SELECT raise(ABORT, 'Decisions are never deleted; an undo is another decision.'); END;

  CREATE VIRTUAL TABLE report_words USING fts5
    (headline, body, prefix = '3', tokenize = 'porter unicode61 remove_diacritics 2');
  CREATE VIRTUAL TABLE statement_words USING fts5
    (speaker, words, row UNINDEXED, prefix = '3', tokenize = 'porter unicode61 remove_diacritics 2');
  CREATE VIRTUAL TABLE actor_words USING fts5 (names, tokenize = 'porter unicode61 remove_diacritics 2');
  `,
  `
  CREATE TABLE fetches (
    url TEXT PRIMARY KEY,
    given TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    fetched_at TEXT NOT NULL,
    report INTEGER REFERENCES reports (key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    title TEXT,
    polled_at TEXT NOT NULL,
    next_poll_at TEXT NOT NULL,
    failures INTEGER NOT NULL,
    last_error TEXT
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE decisions_made (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL
      CHECK (kind IN ('accept', 'reject', 'edit', 'merge', 'split', 'retype', 'settle', 'undo')),
    report TEXT,
    story TEXT,
    undoes INTEGER UNIQUE,
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    body TEXT NOT NULL CHECK (json_valid(body))
  ) STRICT;
  INSERT INTO decisions_made (key, made_at, author, kind, report, story, evidence, body)
    SELECT key, made_at, author, kind, report, story, evidence, body FROM decisions;
  DROP TABLE decisions;
  ALTER TABLE decisions_made RENAME TO decisions;
  CREATE INDEX decisions_by_report ON decisions (report);
  CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
    BEGIN SELECT raise(ABORT, 'Decisions are never changed; an undo is another decision.'); END;
  CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
    BEGIN SELECT raise(ABORT, 'Decisions are never deleted; an undo is another decision.'); END;

  CREATE TABLE proposals (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
    stories TEXT NOT NULL CHECK (json_valid(stories)),
    parts TEXT NOT NULL CHECK (json_valid(parts)),
    reasons TEXT NOT NULL CHECK (json_valid(reasons)),
    proposed_at TEXT NOT NULL,
    withdrawn_at TEXT
  ) STRICT;
  CREATE INDEX proposals_open ON proposals (key) WHERE withdrawn_at IS NULL;
  -- Computed records lack the fields that have come since.
  DELETE FROM story_records;
  `,
  `
  ALTER TABLE source_documents ADD COLUMN last_modified TEXT;
  CREATE TABLE quiet_changes (
    report INTEGER PRIMARY KEY REFERENCES reports (key),
    count INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    last_sha256 TEXT NOT NULL,
    last_seen_at TEXT
  ) STRICT;
  `,
];

/** "OnRe": tells a store from any other SQLite file. */
export const APPLICATION_ID = 0x4f6e5265;
