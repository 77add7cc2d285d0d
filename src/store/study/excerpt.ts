import type { Instrument, InstrumentMetadata, Provision, ProvisionRef } from '../../model/index.js';
import type { Database } from '../driver.js';
import { parsed, sealedUnits } from './instruments.js';

/** Rows read at a time while looking for the end of a provision; most articles have fewer units. */
const ROWS_AT_A_TIME = 64;

/**
 * The instrument with its whole text, but of its provisions only the one named, those inside it and those above it: what a
 * reader of one provision needs, without the cost of a long law's tree. Null where the study does not hold it.
 */
export function readExcerpt(db: Database, ref: ProvisionRef): Instrument | null {
  const law = db.get('SELECT * FROM instrument WHERE id = ?', [ref.instrument]);
  const place = db.get('SELECT ordinal, json FROM provision WHERE instrument = ? AND eId = ?', [
    ref.instrument,
    ref.eId,
  ]);
  if (law === null || place === null) return null;
  // Hashing a long law costs some milliseconds; showing damaged law would cost more.
  sealedUnits(db, ref.instrument, law);
  const provision = parsed<Provision>(place.json);
  const above: Provision[] = [];
  for (let parent = provision.parent; parent !== null; parent = above[0]?.parent ?? null) {
    const row = db.get('SELECT json FROM provision WHERE instrument = ? AND eId = ?', [ref.instrument, parent]);
    if (row === null) break;
    above.unshift(parsed<Provision>(row.json));
  }
  const inside = readInside(db, ref.instrument, Number(place.ordinal), provision.span.end);
  return {
    metadata: parsed<InstrumentMetadata>(law.metadata),
    format: String(law.format),
    text: String(law.text),
    provisions: [...above, provision, ...inside],
    renditions: [],
    diagnostics: [],
  };
}

/** Provisions are stored parents first, so those inside follow until one begins where the named one ends. */
function readInside(db: Database, instrument: string, ordinal: number, end: number): Provision[] {
  const inside: Provision[] = [];
  for (let from = ordinal + 1; ; from += ROWS_AT_A_TIME) {
    const rows = db.all('SELECT json FROM provision WHERE instrument = ? AND ordinal >= ? ORDER BY ordinal LIMIT ?', [
      instrument,
      from,
      ROWS_AT_A_TIME,
    ]);
    for (const row of rows) {
      const provision = parsed<Provision>(row.json);
      if (provision.span.start >= end) return inside;
      inside.push(provision);
    }
    if (rows.length < ROWS_AT_A_TIME) return inside;
  }
}
