import type { Database, Value } from '../driver.js';
import { deletePassages } from './instruments.js';

/** An article or section as the index sees it. Fields named `…Terms` are already analysed: terms joined by spaces. */
export interface Passage {
  readonly eId: string;
  readonly citation: string | null;
  readonly title: string;
  /** Headings above it, outermost first, joined by ' › '. */
  readonly context: string;
  readonly heading: string;
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly language: string;
  readonly year: number | null;
  readonly codes: readonly string[];
  readonly forces: readonly string[];
  readonly headingTerms: string;
  readonly contextTerms: string;
  readonly bodyTerms: string;
  readonly definitionTerms: string;
  readonly titleTerms: string;
}

/** A compiled query: an FTS5 expression (null = any words) and facets, each a list of alternatives. */
export interface PassageQuery {
  readonly match: string | null;
  readonly instruments?: readonly string[];
  readonly jurisdictions?: readonly string[];
  readonly codes?: readonly string[];
  readonly kinds?: readonly string[];
  readonly languages?: readonly string[];
  readonly forces?: readonly string[];
  readonly years?: readonly [number, number];
  readonly limit: number;
  readonly offset?: number;
}

/** A passage found, with its rank: higher is better. */
export interface Hit {
  readonly instrument: string;
  readonly eId: string;
  readonly citation: string | null;
  readonly title: string;
  readonly context: string;
  readonly heading: string;
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly codes: readonly string[];
  readonly score: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  readonly total: number;
}

/** bm25 weights of heading, context, body, definition, title: a heading names the rule, a body only holds it. */
const FIELD_WEIGHTS = '6.0, 2.0, 1.0, 1.5, 1.5';
/** A coded provision states a rule of the field, so the same words count for more in it. */
const CODED_BONUS = 1.35;

/** Replaces the passages of one instrument. Runs inside a transaction. */
export function writePassages(db: Database, instrument: string, passages: readonly Passage[]): void {
  deletePassages(db, instrument);
  for (const p of passages) {
    db.run(
      'INSERT INTO passage (instrument, eId, citation, title, context, heading, jurisdictions, kind, language, year, codes, forces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        instrument,
        p.eId,
        p.citation,
        p.title,
        p.context,
        p.heading,
        list(p.jurisdictions),
        p.kind,
        p.language,
        p.year,
        list(p.codes),
        list(p.forces),
      ],
    );
    const id = Number(db.get('SELECT last_insert_rowid() AS id')?.id);
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

/** The passages that match, best first; ties by instrument and document order, so that the answer is always the same. */
export function findPassages(db: Database, query: PassageQuery): Found {
  const where: string[] = [];
  const values: Value[] = [];
  if (query.match !== null) {
    where.push('words MATCH ?');
    values.push(query.match);
  }
  anyOf(where, values, 'p.instrument = ?', query.instruments, (v) => v);
  anyOf(where, values, 'p.jurisdictions LIKE ?', query.jurisdictions, (v) => `% ${v} %`);
  anyOf(where, values, '(p.codes LIKE ? OR p.codes LIKE ?)', query.codes, (v) => [`% ${v} %`, `% ${v}.%`]);
  anyOf(where, values, 'p.kind = ?', query.kinds, (v) => v);
  anyOf(where, values, 'p.language LIKE ?', query.languages, (v) => `${v}%`);
  anyOf(where, values, 'p.forces LIKE ?', query.forces, (v) => `% ${v} %`);
  if (query.years !== undefined) {
    where.push('p.year BETWEEN ? AND ?');
    values.push(...query.years);
  }
  const from = query.match === null ? 'passage p' : 'words JOIN passage p ON p.id = words.rowid';
  const clause = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
  const total = Number(db.get(`SELECT COUNT(*) AS n FROM ${from} ${clause}`, values)?.n ?? 0);
  const rank = query.match === null ? '0' : `-bm25(words, ${FIELD_WEIGHTS})`;
  const rows = db.all(
    `SELECT p.*, ${rank} * (CASE WHEN p.codes = ' ' THEN 1.0 ELSE ${CODED_BONUS} END) AS score FROM ${from} ${clause} ORDER BY score DESC, p.instrument, p.id LIMIT ? OFFSET ?`,
    [...values, query.limit, query.offset ?? 0],
  );
  return { total, hits: rows.map(toHit) };
}

function toHit(row: Readonly<Record<string, Value>>): Hit {
  return {
    instrument: String(row.instrument),
    eId: String(row.eId),
    citation: row.citation === null || row.citation === undefined ? null : String(row.citation),
    title: String(row.title),
    context: String(row.context),
    heading: String(row.heading),
    jurisdictions: unlist(row.jurisdictions),
    kind: String(row.kind),
    codes: unlist(row.codes),
    score: Number(row.score),
  };
}

function anyOf(
  where: string[],
  values: Value[],
  test: string,
  wanted: readonly string[] | undefined,
  toValue: (v: string) => Value | Value[],
): void {
  if (wanted === undefined || wanted.length === 0) return;
  where.push(`(${wanted.map(() => test).join(' OR ')})`);
  for (const w of wanted) values.push(...[toValue(w)].flat());
}

/** Space-fenced, so that `LIKE '% EU %'` finds EU and not EUR; a single space stands for none. */
function list(items: readonly string[]): string {
  return items.length === 0 ? ' ' : ` ${items.join(' ')} `;
}

function unlist(value: unknown): string[] {
  return String(value)
    .split(' ')
    .filter((v) => v !== '');
}
