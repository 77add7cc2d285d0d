import type { Diagnostic, Instrument, InstrumentMetadata, Provision, Rendition } from '../../model/index.js';
import type { Database, Value } from '../driver.js';
import { checkSeal, seal } from '../seal.js';

/** Writes an instrument and its provisions, replacing an earlier version of the same id. Runs inside a transaction. */
export function writeInstrument(db: Database, instrument: Instrument): void {
  const { metadata, provisions } = instrument;
  deleteInstrument(db, metadata.id);
  const row = [
    JSON.stringify(metadata),
    instrument.format,
    instrument.text,
    JSON.stringify(instrument.renditions),
    JSON.stringify(instrument.diagnostics),
  ];
  const basic = provisions.filter((p) => p.tier === 'basic').length;
  db.run('INSERT INTO instrument VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [metadata.id, ...row, basic, provisions.length]);
  const units = provisions.map((p) => JSON.stringify(p));
  provisions.forEach((p, i) => {
    db.run('INSERT INTO provision VALUES (?, ?, ?, ?, ?)', [metadata.id, i, p.eId, p.citation, units[i] ?? '']);
  });
  seal(db, metadata.id, [...row, ...units]);
}

/** Removes an instrument with its provisions, machine annotations and passages; a person's annotations stay. */
export function deleteInstrument(db: Database, id: string): void {
  db.run('DELETE FROM instrument WHERE id = ?', [id]);
  db.run('DELETE FROM provision WHERE instrument = ?', [id]);
  db.run('DELETE FROM annotation WHERE instrument = ? AND human = 0', [id]);
  db.run("DELETE FROM stage WHERE subject = ? AND stage IN ('instrument', 'annotate', 'seal')", [id]);
  deletePassages(db, id);
}

/** Removes an instrument's passages from the index. */
export function deletePassages(db: Database, id: string): void {
  db.run('DELETE FROM words WHERE rowid IN (SELECT id FROM passage WHERE instrument = ?)', [id]);
  db.run('DELETE FROM passage WHERE instrument = ?', [id]);
}

/** Metadata of all instruments, by id. */
export function readCatalogue(db: Database): InstrumentMetadata[] {
  return db.all('SELECT metadata FROM instrument ORDER BY id').map((row) => parsed<InstrumentMetadata>(row.metadata));
}

/** One instrument with its whole text, or null. */
export function readInstrument(db: Database, id: string): Instrument | null {
  const row = db.get('SELECT * FROM instrument WHERE id = ?', [id]);
  if (row === null) return null;
  const units = sealedUnits(db, id, row);
  const provisions = units.map((json) => parsed<Provision>(json));
  return {
    metadata: parsed<InstrumentMetadata>(row.metadata),
    format: String(row.format),
    text: String(row.text),
    provisions,
    renditions: parsed<Rendition[]>(row.renditions),
    diagnostics: parsed<Diagnostic[]>(row.diagnostics),
  };
}

/** A stored JSON column as the type that was stored there; only the store writes these columns. */
export function parsed<T>(value: unknown): T {
  return JSON.parse(String(value)) as T;
}

/** The rows of an instrument's provisions, once the seal on them and on its own row has been found whole. @throws StoreTrouble */
export function sealedUnits(db: Database, id: string, row: Readonly<Record<string, Value>>): Value[] {
  const units = db
    .all('SELECT json FROM provision WHERE instrument = ? ORDER BY ordinal', [id])
    .map((r) => r.json ?? null);
  const { metadata = null, format = null, text = null, renditions = null, diagnostics = null } = row;
  checkSeal(db, id, [metadata, format, text, renditions, diagnostics, ...units]);
  return units;
}
