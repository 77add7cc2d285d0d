import type { TermCount } from '../../model/index.js';
import type { Database } from '../driver.js';

/** The index's terms that fit an SQLite GLOB and begin with `start`, most frequent first. */
export function vocabulary(db: Database, start: string, glob: string, limit: number): TermCount[] {
  return db
    .all(
      `SELECT term, documents FROM ${termsIn(db)} WHERE term >= ? AND term < ? AND term GLOB ? ORDER BY documents DESC, term LIMIT ?`,
      [start, `${start}\u{10FFFF}`, glob, limit],
    )
    .map((row) => ({ term: String(row.term), documents: Number(row.documents) }));
}

/** How many passages hold each of the terms; a term that no passage holds is left out. */
export function frequencies(db: Database, terms: readonly string[]): TermCount[] {
  const table = termsIn(db);
  return terms.flatMap((term) => {
    const row = db.get(`SELECT documents FROM ${table} WHERE term = ?`, [term]);
    return row === null ? [] : [{ term, documents: Number(row.documents) }];
  });
}

/**
 * FTS5 counts a term by reading all its postings: a third of a second for a word that begins with a wildcard. So the counts are
 * written down where many passages were written, and used for as long as no other is.
 */
export function writeTerms(db: Database): void {
  const counted = termsIn(db);
  if (counted === COUNTED) return;
  db.exec('BEGIN IMMEDIATE');
  db.run('DELETE FROM term');
  db.run(`INSERT INTO term SELECT term, documents FROM ${counted}`);
  db.run("INSERT OR REPLACE INTO meta VALUES ('terms', 'counted')");
  db.exec('COMMIT');
}

/** To be said by whoever writes passages. Runs inside a transaction. */
export function forgetTerms(db: Database): void {
  db.run("DELETE FROM meta WHERE key = 'terms'");
}

const COUNTED = 'term';

function termsIn(db: Database): string {
  if (db.get("SELECT 1 AS x FROM meta WHERE key = 'terms'") !== null) return COUNTED;
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)');
  return '(SELECT term, doc AS documents FROM temp.vocabulary)';
}
