import type { ClauseAnnotation, IndexedPassage } from '../../model/index.js';
import { corrected } from '../../text/corrections.js';
import type { Database, ResultRow, Value } from '../driver.js';
import { writePassages } from '../finding/passages.js';
import { sealed, unsealed } from '../seal.js';

/** Which annotations are wanted; absent fields do not narrow. */
export interface AnnotationFilter {
  readonly instrument?: string | undefined;
  readonly eId?: string | undefined;
}

/** Replaces the machine's annotations of an instrument together with its passages. Runs inside a transaction. */
export function replaceAnnotations(
  db: Database,
  instrument: string,
  annotations: readonly ClauseAnnotation[],
  passages: readonly IndexedPassage[],
): void {
  db.run('DELETE FROM annotation WHERE instrument = ? AND human = 0', [instrument]);
  insert(db, instrument, annotations, 0, 0);
  writePassages(db, instrument, passages);
}

/**
 * Adds a person's annotations after those already there; one by the same annotator of the same provision and code is
 * replaced, so that a file may be imported again. Runs inside a transaction.
 */
export function addAnnotations(db: Database, annotations: readonly ClauseAnnotation[]): void {
  for (const id of new Set(annotations.map((a) => a.provision.instrument))) {
    const mine = annotations.filter((a) => a.provision.instrument === id);
    const again = new Set(mine.map(signature));
    const kept = readHand(db, { instrument: id }).filter((a) => !again.has(signature(a)));
    db.run('DELETE FROM annotation WHERE instrument = ? AND human = 1', [id]);
    insert(db, id, [...kept, ...mine], 1, 0);
  }
}

/** Puts what people coded in an instrument back to what it was. Runs inside a transaction. */
export function replaceHand(db: Database, instrument: string, hand: readonly ClauseAnnotation[]): void {
  db.run('DELETE FROM annotation WHERE instrument = ? AND human = 1', [instrument]);
  insert(db, instrument, hand, 1, 0);
}

const signature = (a: ClauseAnnotation): string => `${a.annotator} ${a.provision.eId} ${a.code}`;

/** What people coded and rejected, in the order in which they did. */
export function readHand(db: Database, filter: AnnotationFilter): ClauseAnnotation[] {
  return rows(db, filter, ' AND human = 1').map((r) => unsealed<ClauseAnnotation>(String(r.instrument), r.json));
}

/** The codings that stand: the machine's as people corrected them, by instrument, theirs last. */
export function readAnnotations(db: Database, filter: AnnotationFilter): ClauseAnnotation[] {
  const all = rows(db, filter, '');
  const machine = all.filter((r) => r.human === 0).map((r) => unsealed<ClauseAnnotation>(String(r.instrument), r.json));
  const hand = all.filter((r) => r.human === 1).map((r) => unsealed<ClauseAnnotation>(String(r.instrument), r.json));
  const heard = hand.length === 0 || filter.eId === undefined ? hand : readHand(db, { ...filter, eId: undefined });
  if (heard.length === 0) return machine;
  const standing = corrected(machine, heard).filter((a) => filter.eId === undefined || a.provision.eId === filter.eId);
  return standing.sort((a, b) => order(a, b));
}

/** By instrument; within one the order given stands (sorting is stable). */
function order(a: ClauseAnnotation, b: ClauseAnnotation): number {
  const [x, y] = [a.provision.instrument, b.provision.instrument];
  return x === y ? 0 : x < y ? -1 : 1;
}

function rows(db: Database, filter: AnnotationFilter, more: string): ResultRow[] {
  const values: Value[] = [];
  let where = '1 = 1';
  for (const [column, value] of Object.entries({ instrument: filter.instrument, eId: filter.eId })) {
    if (value === undefined) continue;
    where += ` AND ${column} = ?`;
    values.push(value);
  }
  return db.all(
    `SELECT instrument, human, json FROM annotation WHERE ${where}${more} ORDER BY instrument, human, ordinal`,
    values,
  );
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
      sealed(a),
    ]);
  });
}
