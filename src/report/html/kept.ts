import type { ProvisionRef } from '../../model/index.js';
import type { Atlas } from '../atlas.js';

/** The files of the last report, which a new one leaves as they are where they would be made from the same: one changed law changes few of 1,400. */
export interface ReportMemory {
  /** Changes with everything that an instrument says and that is known of it: text, facts, codings. */
  keyOf(instrument: string): string;
  /** Whether the last report's file was made from the same, beside codebook and code, and stands there as it was written. */
  holds(path: string, from: string): boolean;
}

/** All that a file's words are made from, beside codebook and code; equal lists give equal words. Anything that JSON tells apart. */
export type MadeFrom = (keyOf: ReportMemory['keyOf']) => readonly unknown[];

/** A file of the report that is not made yet. */
export interface Sheet {
  readonly path: string;
  readonly make: () => string;
  /** What decides its words; absent where that is as long as they are, and it is made each time. */
  readonly from?: MadeFrom;
}

/** The file, made; null where the last report holds it. */
export function written(
  { path, make, from }: Sheet,
  memory: ReportMemory | null,
): { path: string; content: string } | null {
  const isHeld =
    memory !== null && from !== undefined && memory.holds(path, JSON.stringify(from((id) => memory.keyOf(id))));
  return isHeld ? null : { path, content: make() };
}

/** What pages say of an instrument that they cite: its words, its name, its address. */
export function toldOf(
  atlas: Atlas,
  instruments: Iterable<string>,
  keyOf: ReportMemory['keyOf'],
): readonly (readonly [string, string, string, string | null])[] {
  return [...new Set(instruments)]
    .sort()
    .map((id) => [id, keyOf(id), atlas.nameOf(id), atlas.href({ instrument: id, eId: '' })]);
}

export const instrumentsIn = (refs: readonly ProvisionRef[]): string[] => refs.map((ref) => ref.instrument);
