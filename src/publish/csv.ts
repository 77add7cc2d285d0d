import { stringify } from 'csv-stringify/sync';
import { harmless } from '../text/workbook/harmless.js';

/** Returns CSV with a header row; null becomes empty, text that looks like a formula is made harmless. Empty rows: header only. */
export function toCsv(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const safe = rows.map((row) => row.map((c) => (typeof c === 'string' ? harmless(c) : c)));
  return stringify([[...columns], ...safe]);
}

/** CSV that goes on below rows that stand already. */
export const withoutHead = (csv: string): string => csv.slice(csv.indexOf('\n') + 1);
