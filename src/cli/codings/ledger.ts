import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type GoldRow, nameOf, readCsvRecords, readGold, toCsv } from '../../pipeline/index.js';

/** A line of adjudicated gold: what stands, who decided it, and what the coders had said. */
export interface Ruling {
  readonly row: GoldRow;
  /** `human:…` for a decision, `agreement` where all coders said the same. */
  readonly adjudicator: string;
  /** `ada: yes; ben: no`. */
  readonly coders: string;
}

const COLUMNS = ['instrument', 'provision', 'code', 'modality', 'force', 'note', 'verdict', 'adjudicator', 'coders'];

/** What an earlier sitting left in the file; [] where there is none. @throws DatasetError for a file that is no gold. */
export function readRulings(path: string): Ruling[] {
  if (!existsSync(path)) return [];
  const csv = readFileSync(path, 'utf8');
  const cells = readCsvRecords(csv, path, COLUMNS.slice(0, 3)).map((r) => r.cells);
  return readGold(csv, path).map((row, i) => ({
    row,
    adjudicator: cells[i]?.adjudicator ?? '',
    coders: cells[i]?.coders ?? '',
  }));
}

/** Writes all rulings, sorted, in the place of the file; a stop leaves the earlier file whole. */
export function writeRulings(path: string, rulings: readonly Ruling[]): void {
  const byNumber = new Intl.Collator('en', { numeric: true }); // Article 9 stands before article 10.
  const sorted = [...rulings].sort((a, b) => byNumber.compare(nameOf(a.row), nameOf(b.row)));
  const lines = sorted.map(({ row, adjudicator, coders }) => [
    ...[row.instrument, row.provision, row.code, row.modality, row.force, row.note],
    ...[row.rejects ? 'no' : 'yes', adjudicator, coders],
  ]);
  const part = `${path}.${process.pid}.tmp`;
  writeFileSync(part, toCsv(COLUMNS, lines));
  renameSync(part, path);
}
