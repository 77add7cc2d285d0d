import type { ProvisionRef } from '../../model/index.js';
import type { Atlas } from '../atlas.js';

/** What stood in the pages of the last report, for the next to take up: one changed law changes few of a thousand pages. */
export interface PageMemory {
  /** Changes with everything that an instrument says and that is known of it: text, facts, codings. */
  keyOf(instrument: string): string;
  /** The UTF-8 bytes under a key that tells all that they are made from, beside codebook and code; made where they are not remembered. */
  bytes(key: string, make: () => string): Uint8Array;
}

/** All that a page's words are made from, beside codebook and code; equal lists give equal words. Anything that JSON tells apart. */
export type MadeFrom = (keyOf: PageMemory['keyOf']) => readonly unknown[];

/** The words, remembered where they were made from the same before. */
export function remembered(
  memory: PageMemory | null,
  from: MadeFrom | undefined,
  make: () => string,
): string | Uint8Array {
  if (memory === null || from === undefined) return make();
  return memory.bytes(JSON.stringify(from((id) => memory.keyOf(id))), make);
}

/** What pages say of an instrument that they cite: its words, its name, its address. */
export function toldOf(
  atlas: Atlas,
  instruments: Iterable<string>,
  keyOf: PageMemory['keyOf'],
): readonly (readonly [string, string, string, string | null])[] {
  return [...new Set(instruments)]
    .sort()
    .map((id) => [id, keyOf(id), atlas.nameOf(id), atlas.href({ instrument: id, eId: '' })]);
}

export const instrumentsIn = (refs: readonly ProvisionRef[]): string[] => refs.map((ref) => ref.instrument);
