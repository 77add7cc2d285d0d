import type { Database } from './driver.js';

/** Raised when the tables change; an older study is told to be made anew rather than read wrongly. */
export const SCHEMA_VERSION = 4;

const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE stage (stage TEXT, subject TEXT, key TEXT NOT NULL, PRIMARY KEY (stage, subject)) WITHOUT ROWID;
CREATE TABLE instrument (
  id TEXT PRIMARY KEY, metadata TEXT NOT NULL, format TEXT NOT NULL,
  renditions TEXT NOT NULL, diagnostics TEXT NOT NULL, seal TEXT NOT NULL, length INTEGER NOT NULL, articles INTEGER NOT NULL, provisions INTEGER NOT NULL
);
CREATE TABLE text (instrument TEXT NOT NULL, start INTEGER NOT NULL, finish INTEGER NOT NULL, words TEXT NOT NULL, seal TEXT NOT NULL);
CREATE UNIQUE INDEX text_place ON text (instrument, start);
CREATE TABLE provision (
  instrument TEXT NOT NULL, ordinal INTEGER NOT NULL, eId TEXT NOT NULL, citation TEXT, json TEXT NOT NULL, seal TEXT NOT NULL,
  PRIMARY KEY (instrument, ordinal)
) WITHOUT ROWID;
CREATE INDEX provision_eId ON provision (instrument, eId);
CREATE INDEX provision_citation ON provision (instrument, citation);
CREATE TABLE annotation (
  instrument TEXT NOT NULL, ordinal INTEGER NOT NULL, human INTEGER NOT NULL, eId TEXT NOT NULL, code TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (instrument, human, ordinal)
) WITHOUT ROWID;
CREATE INDEX annotation_code ON annotation (code);
CREATE TABLE alignment (leftInstrument TEXT NOT NULL, leftEId TEXT NOT NULL, score REAL NOT NULL, json TEXT NOT NULL);
CREATE INDEX alignment_left ON alignment (leftInstrument, leftEId);
CREATE TABLE result (kind TEXT NOT NULL, subject TEXT NOT NULL, ordinal INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, subject, ordinal)) WITHOUT ROWID;
CREATE TABLE diagnostic (subject TEXT NOT NULL, ordinal INTEGER NOT NULL, ruleId TEXT NOT NULL, severity TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (subject, ordinal)) WITHOUT ROWID;
CREATE TABLE passage (
  id INTEGER PRIMARY KEY, instrument TEXT NOT NULL, eId TEXT NOT NULL, citation TEXT, title TEXT NOT NULL, aliases TEXT NOT NULL, context TEXT NOT NULL, heading TEXT NOT NULL,
  jurisdictions TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, year INTEGER, date TEXT, codes TEXT NOT NULL, forces TEXT NOT NULL
);
CREATE INDEX passage_instrument ON passage (instrument);
CREATE INDEX passage_facts ON passage (codes, forces, kind, jurisdictions, language, year, date, instrument);
CREATE VIRTUAL TABLE words USING fts5 (heading, context, body, definition, title, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
CREATE TABLE term (term TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE saved_search (id TEXT PRIMARY KEY, name TEXT NOT NULL, request TEXT NOT NULL) WITHOUT ROWID;
`;

/** A study that cannot be used as asked: the message says which folder and why, `mend` what to do. */
export class StudyError extends Error {
  constructor(
    message: string,
    readonly mend: string,
  ) {
    super(message);
    this.name = 'StudyError';
  }
}

/** Creates the tables in an empty database. */
export function createTables(db: Database): void {
  db.exec('BEGIN');
  db.exec(TABLES);
  db.run('INSERT INTO meta VALUES (?, ?)', ['schema', String(SCHEMA_VERSION)]);
  db.exec('COMMIT');
}

/** @throws StudyError where the study was written by another version of lexatlas. */
export function checkSchema(db: Database, folder: string): void {
  const row = db.get('SELECT value FROM meta WHERE key = ?', ['schema']);
  const found = Number(row?.value);
  if (found === SCHEMA_VERSION) return;
  const older = found < SCHEMA_VERSION;
  throw new StudyError(
    `The study in ${folder} has schema ${found}; this lexatlas reads schema ${SCHEMA_VERSION}.`,
    older
      ? 'Export your own annotations with the version that wrote it, then make it anew: lexatlas run --study OTHER_FOLDER.'
      : 'Update lexatlas, or name another folder with --study.',
  );
}
