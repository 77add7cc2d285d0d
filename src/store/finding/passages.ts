import type { IndexAnswer, IndexedPassage, IndexHit, IndexQuery } from '../../model/index.js';
import type { Database } from '../driver.js';
import { whereOf } from './filter.js';
import { expansion, fts5Of } from './match.js';
import { forgetTerms, writeTerms } from './terms.js';

/** bm25 weights of heading, context, body, definition, title: a heading names the rule, a body only holds it. */
const FIELD_WEIGHTS = '6.0, 2.0, 1.0, 1.5, 1.5';
/** A coded provision states a rule of the field, so the same words count for more in it. */
const CODED_BONUS = 1.35;
/** The rank of a row of `words`. Coded passages have odd ids (see `writePassages`), so that ranking need not read `passage`. */
const SCORE = `-bm25(words, ${FIELD_WEIGHTS}) * (CASE WHEN words.rowid & 1 THEN ${CODED_BONUS} ELSE 1.0 END)`;
const ORDERS = {
  relevance: 'score DESC, p.instrument, p.id',
  date: "COALESCE(p.date, '') DESC, score DESC, p.instrument, p.id",
  jurisdiction: 'p.jurisdictions, score DESC, p.instrument, p.id',
} as const;
/** Rows fetched beyond those wanted, so that equal scores at the edge are put in order before the cut. */
const SPARE_ROWS = 24;

/** Replaces the passages of one instrument. Runs inside a transaction. */
export function writePassages(db: Database, instrument: string, passages: readonly IndexedPassage[]): void {
  deletePassages(db, instrument);
  let place = Math.floor(Number(db.get('SELECT MAX(id) AS last FROM passage')?.last ?? 0) / 2);
  for (const p of passages) {
    place += 1;
    const id = place * 2 + (p.codes.length > 0 ? 1 : 0);
    db.run('INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      id,
      instrument,
      p.eId,
      p.citation,
      p.title,
      p.aliases.join('\n'),
      p.context,
      p.heading,
      list(p.jurisdictions),
      p.kind,
      p.language,
      p.year,
      p.date,
      list(p.codes),
      list(p.forces),
    ]);
    db.run('INSERT INTO words (rowid, heading, context, body, definition, title) VALUES (?, ?, ?, ?, ?, ?)', [
      id,
      p.headingTerms,
      p.contextTerms,
      p.bodyTerms,
      p.definitionTerms,
      p.titleTerms,
    ]);
  }
}

/** Removes an instrument's passages from the index. */
export function deletePassages(db: Database, id: string): void {
  forgetTerms(db);
  db.run('DELETE FROM words WHERE rowid IN (SELECT id FROM passage WHERE instrument = ?)', [id]);
  db.run('DELETE FROM passage WHERE instrument = ?', [id]);
}

/** A search reads every segment of the index; from so many on, making them one is worth a second of writing. */
const MANY_SEGMENTS = 4;

/** Merges the index's segments, which each instrument's transaction adds to, where there are many: queries then take half the time (measured). Counts its terms. */
export function tidyIndex(db: Database): void {
  const segments = Number(db.get('SELECT COUNT(DISTINCT segid) AS n FROM words_idx')?.n ?? 0);
  if (segments >= MANY_SEGMENTS) db.run("INSERT INTO words (words) VALUES ('optimize')");
  writeTerms(db);
}

/** The passages that match, in the order asked; ties by instrument and document order, so that the answer is always the same. */
export function findPassages(db: Database, query: IndexQuery): IndexAnswer {
  const { from, where, values } = sourceOf(db, query);
  const total = Number(db.get(`SELECT COUNT(*) AS n FROM ${from} ${where}`, values)?.n ?? 0);
  if (total === 0) return { hits: [], total };
  return { total, hits: ranked(db, query) ?? sorted(db, query) };
}

/** FROM and WHERE of a query, with the values of its placeholders. */
export function sourceOf(db: Database, query: IndexQuery): { from: string; where: string; values: readonly string[] } {
  const expand = expansion(db);
  const conditions: string[] = [];
  const values: string[] = [];
  if (query.match !== null) {
    conditions.push('words MATCH ?');
    values.push(fts5Of(query.match, expand));
  }
  const narrowed = query.filter === undefined || query.filter === null ? null : whereOf(query.filter, expand);
  if (narrowed !== null) {
    conditions.push(narrowed.sql);
    values.push(...narrowed.values);
  }
  const from =
    query.match === null ? 'passage p' : narrowed === null ? 'words' : 'words JOIN passage p ON p.id = words.rowid';
  return { from, where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, values };
}

/** The fast way for the common case, rank without reading passages; null where it cannot tell the order of equals. */
function ranked(db: Database, query: IndexQuery): IndexHit[] | null {
  if (query.match === null || query.filter != null || (query.sort ?? 'relevance') !== 'relevance') return null;
  const offset = query.offset ?? 0;
  const wanted = offset + query.limit + SPARE_ROWS;
  const rows = db.all(
    `SELECT p.*, best.score FROM (SELECT rowid AS id, ${SCORE} AS score FROM words WHERE words MATCH ? ORDER BY score DESC LIMIT ?) best JOIN passage p ON p.id = best.id ORDER BY ${ORDERS.relevance}`,
    [fts5Of(query.match, expansion(db)), wanted],
  );
  const edge = rows[offset + query.limit - 1];
  if (rows.length === wanted && edge !== undefined && edge.score === rows.at(-1)?.score) return null;
  return rows.slice(offset, offset + query.limit).map(toHit);
}

function sorted(db: Database, query: IndexQuery): IndexHit[] {
  const { where, values } = sourceOf(db, query);
  const from = query.match === null ? 'passage p' : 'words JOIN passage p ON p.id = words.rowid';
  const score = query.match === null ? '0.0' : SCORE;
  const order = ORDERS[query.sort ?? 'relevance'];
  // What decides is in an index of its own, so that facets alone are looked for without reading every passage.
  const best = `SELECT p.id, ${score} AS score FROM ${from} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`;
  return db
    .all(`SELECT p.*, best.score FROM (${best}) best JOIN passage p ON p.id = best.id ORDER BY ${order}`, [
      ...values,
      query.limit,
      query.offset ?? 0,
    ])
    .map(toHit);
}

function toHit(row: Readonly<Record<string, unknown>>): IndexHit {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    instrument: String(row.instrument),
    eId: String(row.eId),
    citation: text(row.citation),
    title: String(row.title),
    aliases: String(row.aliases)
      .split('\n')
      .filter((a) => a !== ''),
    context: String(row.context),
    heading: String(row.heading),
    jurisdictions: unlist(row.jurisdictions),
    kind: String(row.kind),
    language: String(row.language),
    date: text(row.date),
    codes: unlist(row.codes),
    forces: unlist(row.forces),
    score: Number(row.score),
  };
}

/** Space-fenced, so that a search for ` EU ` finds EU and not EUR; a single space stands for none. */
function list(items: readonly string[]): string {
  return items.length === 0 ? ' ' : ` ${items.join(' ')} `;
}

/** The items of a space-fenced list. */
export function unlist(value: unknown): string[] {
  return String(value)
    .split(' ')
    .filter((v) => v !== '');
}
