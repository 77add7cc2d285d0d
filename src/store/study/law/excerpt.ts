import type { Excerpt, Provision, ProvisionRef } from '../../../model/index.js';
import type { Database } from '../../driver.js';
import { BY_EID, readUnit } from '../instruments.js';
import type { Shelf } from '../shelf.js';
import { readText } from './texts.js';

/** Rows read at a time while looking for the end of a provision; most articles have fewer units. */
const ROWS_AT_A_TIME = 24;

/**
 * One provision with those inside it and those above it: what its reader needs, without the cost of a long law. Null where the
 * study does not hold it.
 * @throws StoreTrouble where what is read is not what was written.
 */
export function readExcerpt(db: Database, shelf: Shelf, ref: ProvisionRef): Excerpt | null {
  const place = unitRow(db, ref);
  const law = place === null ? null : shelf.law(ref.instrument);
  if (law === null || place === null) return null;
  const provision = readUnit(place);
  const above: Provision[] = [];
  for (let parent = provision.parent; parent !== null; parent = above[0]?.parent ?? null) {
    const row = unitRow(db, { instrument: ref.instrument, eId: parent });
    if (row === null) break;
    above.unshift(readUnit(row));
  }
  const inside = readInside(db, ref.instrument, Number(place.ordinal), provision.span.end);
  const { words, from } = readText(db, ref.instrument, provision.span);
  return { metadata: law.metadata, provisions: [...above, provision, ...inside], words, from };
}

function unitRow(db: Database, { instrument, eId }: ProvisionRef): ReturnType<Database['get']> {
  return db.get(`SELECT * FROM provision ${BY_EID} WHERE instrument = ? AND eId = ?`, [instrument, eId]);
}

/** Provisions are stored parents first, so those inside follow until one begins where the named one ends. */
function readInside(db: Database, instrument: string, ordinal: number, end: number): Provision[] {
  const inside: Provision[] = [];
  for (let from = ordinal + 1; ; from += ROWS_AT_A_TIME) {
    const rows = db.all('SELECT * FROM provision WHERE instrument = ? AND ordinal >= ? ORDER BY ordinal LIMIT ?', [
      instrument,
      from,
      ROWS_AT_A_TIME,
    ]);
    for (const row of rows) {
      const provision = readUnit(row);
      if (provision.span.start >= end) return inside;
      inside.push(provision);
    }
    if (rows.length < ROWS_AT_A_TIME) return inside;
  }
}
