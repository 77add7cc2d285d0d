import type { Alignment, RowDelta } from '../../../model/index.js';
import type { Database } from '../../driver.js';
import { sealed, unsealed } from '../../seal.js';
import { changedRows, storedAs } from './changes.js';

const REPLACE = 'UPDATE alignment SET leftInstrument = ?, leftEId = ?, score = ?, json = ? WHERE rowid = ?';
const INSERT = 'INSERT INTO alignment VALUES (?, ?, ?, ?)';

/** All alignments by their places. */
export function alignmentsByPlace(db: Database): Alignment[] {
  return db.all('SELECT json FROM alignment ORDER BY rowid').map((r) => unsealed<Alignment>('its alignments', r.json));
}

/** Puts alignments in the place of those before; see `amendKind`. Runs inside a transaction. */
export function amendAlignments(db: Database, delta: RowDelta<Alignment>, isKnown: boolean): void {
  const ids = db.all('SELECT rowid AS id FROM alignment ORDER BY rowid').map((r) => Number(r.id));
  const put = (place: number, { left, score }: Alignment, json: string): void => {
    const [id, values] = [ids[place], [left.instrument, left.eId, score, json]];
    if (id === undefined) db.run(INSERT, values);
    else db.run(REPLACE, [...values, id]);
  };
  const stored = (place: number): unknown =>
    db.get('SELECT json FROM alignment WHERE rowid = ?', [ids[place] ?? -1])?.json;
  if (isKnown) {
    const changed = changedRows(delta);
    // All that move are read before the first is written over.
    const texts = changed.map((one) => storedAs(one, stored));
    for (const [n, { place, row }] of changed.entries()) {
      const json = texts[n] ?? '';
      put(place, row ?? unsealed<Alignment>('its alignments', json), json);
    }
  } else {
    const before = db.all('SELECT json FROM alignment ORDER BY rowid');
    for (const [place, alignment] of delta.fresh.entries()) {
      const json = sealed(alignment);
      if (before[place]?.json !== json) put(place, alignment, json);
    }
  }
  for (const id of ids.slice(delta.before.length)) db.run('DELETE FROM alignment WHERE rowid = ?', [id]);
}
