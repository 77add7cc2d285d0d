import type {
  Diagnostic,
  Instrument,
  InstrumentMetadata,
  Provision,
  ProvisionRef,
  Rendition,
} from '../../model/index.js';
import type { Database, ResultRow } from '../driver.js';
import { deletePassages } from '../finding/passages.js';
import { broken, checkSeal, sealOf } from '../seal.js';
import { deleteText, readText, writeText } from './law/texts.js';

/** Told to SQLite, which knows no counts of this table and would read the whole law by its primary key: thirty times slower (measured). */
export const BY_EID = 'INDEXED BY provision_eId';

/** Writes an instrument and its provisions, replacing an earlier version of the same id. Runs inside a transaction. */
export function writeInstrument(db: Database, instrument: Instrument): void {
  const { metadata, provisions } = instrument;
  const { id } = metadata;
  deleteInstrument(db, id);
  const row = [
    id,
    JSON.stringify(metadata),
    instrument.format,
    JSON.stringify(instrument.renditions),
    JSON.stringify(instrument.diagnostics),
  ];
  const basic = provisions.filter((p) => p.tier === 'basic').length;
  const counts = [instrument.text.length, basic, provisions.length];
  db.run('INSERT INTO instrument VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [...row, sealOf([...row, ...counts]), ...counts]);
  writeText(db, id, instrument.text);
  provisions.forEach((p, i) => {
    const unit = [id, i, p.eId, p.citation, JSON.stringify(p)];
    db.run('INSERT INTO provision VALUES (?, ?, ?, ?, ?, ?)', [...unit, sealOf(unit)]);
  });
}

/** Tells of an instrument's files where they lie now; nothing else of it changes. Runs inside a transaction. */
export function moveFiles(db: Database, id: string, moved: ReadonlyMap<string, string>): void {
  const row = db.get('SELECT * FROM instrument WHERE id = ?', [id]);
  if (row === null) return;
  readLaw(row); // What is damaged is not sealed anew.
  const { metadata = '', format = '', length = 0, articles = 0, provisions = 0 } = row;
  const files = parsed<Rendition[]>(row.renditions).map((r) => ({ ...r, path: moved.get(r.path) ?? r.path }));
  const told = parsed<Diagnostic[]>(row.diagnostics).map((d) => movedIn(d, moved));
  const [renditions, diagnostics] = [JSON.stringify(files), JSON.stringify(told)];
  const seal = sealOf([id, metadata, format, renditions, diagnostics, length, articles, provisions]);
  const values = [renditions, diagnostics, seal, id];
  db.run('UPDATE instrument SET renditions = ?, diagnostics = ?, seal = ? WHERE id = ?', values);
}

/** A diagnostic of a file that lies elsewhere now. */
export function movedIn(diagnostic: Diagnostic, moved: ReadonlyMap<string, string>): Diagnostic {
  const { file, message, mend } = diagnostic;
  const now = file === null ? undefined : moved.get(file);
  if (file === null || now === undefined) return diagnostic;
  const told = (words: string): string => words.replaceAll(file, now);
  return { ...diagnostic, file: now, message: told(message), mend: mend === null ? null : told(mend) };
}

/** Removes an instrument with its provisions, machine annotations and passages; a person's annotations stay. */
export function deleteInstrument(db: Database, id: string): void {
  db.run('DELETE FROM instrument WHERE id = ?', [id]);
  deleteText(db, id);
  db.run('DELETE FROM provision WHERE instrument = ?', [id]);
  db.run('DELETE FROM annotation WHERE instrument = ? AND human = 0', [id]);
  db.run("DELETE FROM stage WHERE subject = ? AND stage IN ('instrument', 'annotate')", [id]);
  deletePassages(db, id);
}

/** Metadata of all instruments, by id. */
export function readCatalogue(db: Database): InstrumentMetadata[] {
  return db.all('SELECT metadata FROM instrument ORDER BY id').map((row) => parsed<InstrumentMetadata>(row.metadata));
}

/** One instrument with its whole text, or null. @throws StoreTrouble where it is not what was written. */
export function readInstrument(db: Database, id: string): Instrument | null {
  const frame = readFrame(db, id);
  if (frame === null) return null;
  const { length, count, ...facts } = frame;
  return {
    ...facts,
    text: readText(db, id, { start: 0, end: length }).words,
    provisions: readUnits(db, id, count),
  };
}

/** An instrument without its words and its tree. */
export type Frame = Omit<Instrument, 'text' | 'provisions'> & {
  /** UTF-16 units of its text. */
  readonly length: number;
  /** How many provisions it has. */
  readonly count: number;
};

/** What is known of an instrument but its words and its tree; null where the study has none of that id. @throws StoreTrouble */
export function readFrame(db: Database, id: string): Frame | null {
  const row = db.get('SELECT * FROM instrument WHERE id = ?', [id]);
  if (row === null) return null;
  return {
    ...readLaw(row),
    renditions: parsed<Rendition[]>(row.renditions),
    diagnostics: parsed<Diagnostic[]>(row.diagnostics),
    length: Number(row.length),
    count: Number(row.provisions),
  };
}

/** The provisions of an instrument in document order, `count` of them. @throws StoreTrouble where they are not those that were written. */
export function readUnits(db: Database, id: string, count: number): Provision[] {
  const units = db.all('SELECT * FROM provision WHERE instrument = ? ORDER BY ordinal', [id]).map((u) => readUnit(u));
  if (units.length !== count) throw broken(id);
  return units;
}

/** One provision; null where the study does not hold it. @throws StoreTrouble where it is not what was written. */
export function oneUnit(db: Database, { instrument, eId }: ProvisionRef): Provision | null {
  const row = db.get(`SELECT * FROM provision ${BY_EID} WHERE instrument = ? AND eId = ?`, [instrument, eId]);
  return row === null ? null : readUnit(row);
}

/** What every excerpt of an instrument shares. */
export type Law = Pick<Instrument, 'metadata' | 'format'>;

/** An instrument's own row (`SELECT *`), once its seal has been found whole. @throws StoreTrouble */
export function readLaw(row: ResultRow): Law {
  const { id = '', metadata = '', format = '', renditions = '', diagnostics = '', seal } = row;
  const { length = 0, articles = 0, provisions = 0 } = row;
  checkSeal(String(id), seal, [id, metadata, format, renditions, diagnostics, length, articles, provisions]);
  return { metadata: parsed<InstrumentMetadata>(metadata), format: String(format) };
}

/** A provision's row (`SELECT *`), once its seal has been found whole. @throws StoreTrouble */
export function readUnit(row: ResultRow): Provision {
  const { instrument = '', ordinal = 0, eId = '', citation = null, json = '' } = row;
  checkSeal(String(instrument), row.seal, [instrument, ordinal, eId, citation, json]);
  return parsed<Provision>(json);
}

/** A stored JSON column as the type that was stored there; only the store writes these columns. */
export function parsed<T>(value: unknown): T {
  return JSON.parse(String(value)) as T;
}
