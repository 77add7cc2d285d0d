import type { GoldRow } from '../../gold.js';
import type { Stretch } from './unitizing.js';

/** What one coder handed in. */
export interface Coding {
  /** Who, as the figures and disagreements name them. */
  readonly coder: string;
  /** A row with `rejects` says that the code was looked for and is not there. */
  readonly rows: readonly GoldRow[];
  /** The stretches of words that the coder marked; absent where the file gives citations alone. */
  readonly spans?: readonly CodedSpan[];
}

/** A stretch of an instrument's text, in UTF-16 units, with its code. */
export interface CodedSpan extends Stretch {
  readonly instrument: string;
  readonly code: string;
}

/** A coding by provision, then by code: for each row whether it says yes or no, and the row. */
export type IndexedCoding = ReadonlyMap<string, ReadonlyMap<string, GoldRow>>;

/** The key of a provision; the instrument stands before the line break. */
export const keyOf = (r: { readonly instrument: string; readonly provision: string }): string =>
  `${r.instrument}\n${r.provision}`;

/** A row given twice counts once; where one says yes and one no, the later one stands. */
export function indexed(rows: readonly GoldRow[]): IndexedCoding {
  const map = new Map<string, Map<string, GoldRow>>();
  for (const row of rows) {
    const codes = map.get(keyOf(row)) ?? new Map<string, GoldRow>();
    const earlier = codes.get(row.code);
    if (earlier === undefined || earlier.rejects !== row.rejects) codes.set(row.code, row);
    map.set(keyOf(row), codes);
  }
  return map;
}

/** Whether the coder gave the unit the code; a provision without a row was read and found to carry none. */
export function saysYes(coding: IndexedCoding, unit: string, code: string): boolean {
  const row = coding.get(unit)?.get(code);
  return row !== undefined && !row.rejects;
}
