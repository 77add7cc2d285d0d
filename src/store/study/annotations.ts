import type { ClauseAnnotation } from '../../model/index.js';
import type { Database, Value } from '../driver.js';
import { parsed } from './instruments.js';
import { type Passage, writePassages } from './passages.js';

/** Which annotations are wanted; absent fields do not narrow. */
export interface AnnotationFilter {
  readonly instrument?: string;
  readonly eId?: string;
}

/** Replaces the machine's annotations of an instrument together with its passages. Runs inside a transaction. */
export function replaceAnnotations(
  db: Database,
  instrument: string,
  annotations: readonly ClauseAnnotation[],
  passages: readonly Passage[],
): void {
  db.run('DELETE FROM annotation WHERE instrument = ? AND human = 0', [instrument]);
  insert(db, instrument, annotations, 0, 0);
  writePassages(db, instrument, passages);
}

/** Adds a person's annotations after those already there. Runs inside a transaction. */
export function addAnnotations(db: Database, annotations: readonly ClauseAnnotation[]): void {
  for (const id of new Set(annotations.map((a) => a.provision.instrument))) {
    const row = db.get('SELECT MAX(ordinal) AS last FROM annotation WHERE instrument = ? AND human = 1', [id]);
    const first = row?.last === null || row === null ? 0 : Number(row.last) + 1;
    const mine = annotations.filter((a) => a.provision.instrument === id);
    insert(db, id, mine, 1, first);
  }
}

/** Machine and human annotations; where a person coded the same provision and code, theirs stands alone. */
export function readAnnotations(db: Database, filter: AnnotationFilter): ClauseAnnotation[] {
  const where: string[] = [];
  const values: Value[] = [];
  const narrow = (column: string, value: string | undefined): void => {
    if (value === undefined) return;
    where.push(`${column} = ?`);
    values.push(value);
  };
  narrow('instrument', filter.instrument);
  narrow('eId', filter.eId);
  const clause = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
  const rows = db.all(
    `SELECT eId, code, human, json, instrument FROM annotation ${clause} ORDER BY instrument, human, ordinal`,
    values,
  );
  const human = new Set(rows.filter((r) => r.human === 1).map((r) => `${r.instrument} ${r.eId} ${r.code}`));
  return rows
    .filter((r) => r.human === 1 || !human.has(`${r.instrument} ${r.eId} ${r.code}`))
    .map((r) => parsed<ClauseAnnotation>(r.json));
}

/** Ids of the instruments that carry an annotation, in order. */
export function annotatedInstruments(db: Database): string[] {
  return db.all('SELECT DISTINCT instrument FROM annotation ORDER BY instrument').map((r) => String(r.instrument));
}

function insert(
  db: Database,
  instrument: string,
  annotations: readonly ClauseAnnotation[],
  human: 0 | 1,
  first: number,
): void {
  annotations.forEach((a, i) => {
    db.run('INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?)', [
      instrument,
      first + i,
      human,
      a.provision.eId,
      a.code,
      JSON.stringify(a),
    ]);
  });
}
