import { stringify } from 'csv-stringify/sync';

/** A cell that a spreadsheet would run as a formula is told apart by a leading apostrophe. */
const FORMULA = /^[=+\-@\t\r]/;

/** Returns CSV with a header row; null becomes empty, text that looks like a formula is made harmless. Empty rows: header only. */
export function toCsv(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const safe = rows.map((row) => row.map((c) => (typeof c === 'string' && FORMULA.test(c) ? `'${c}` : c)));
  return stringify([[...columns], ...safe]);
}
