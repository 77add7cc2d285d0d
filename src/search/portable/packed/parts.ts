import { type LawIndex, mergeLaws, type Share, sharesOf } from './merge.js';
import type { PackedIndex } from './pack.js';

/**
 * Parts of an index. One changed law makes one of them anew; each is a file to ask for when the search page opens. Sixteen hold the whole corpus in 8.4 MB instead
 * of the 7.1 of one file, since terms are told in several.
 */
const PARTS = 16;

/** A law with its part of the index, and a key that changes with it. */
export interface KeyedLaw {
  readonly id: string;
  readonly key: string;
  readonly index: LawIndex;
}

/** Some laws' part of an index, not put together yet. */
export interface IndexPart {
  /** `00` to `15`. */
  readonly name: string;
  readonly laws: readonly string[];
  readonly documents: number;
  /** What decides all that it holds. */
  readonly from: readonly (readonly [key: string, share: Share])[];
  make(): PackedIndex;
}

/** Returns the parts of an index of laws; those of no law are left out. Which part a law is in follows from its id alone: no other law moves it. */
export function partsOf(laws: readonly KeyedLaw[]): readonly IndexPart[] {
  const shares = sharesOf(laws.map((law) => law.index));
  const parts = Array.from({ length: PARTS }, (): [KeyedLaw, Share][] => []);
  for (const [n, law] of laws.entries()) parts[placeOf(law.id)]?.push([law, shares[n] ?? { coded: 0, others: 0 }]);
  return parts.flatMap((own, n): IndexPart[] => {
    if (own.length === 0) return [];
    return [
      {
        name: String(n).padStart(2, '0'),
        laws: own.map(([{ id }]) => id),
        documents: own.reduce((sum, [, share]) => sum + share.coded + share.others, 0),
        from: own.map(([{ key }, share]) => [key, share]),
        make: () =>
          mergeLaws(
            own.map(([{ index }]) => index),
            own.map(([, share]) => share),
          ),
      },
    ];
  });
}

/** FNV-1a over the id's letters. @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
function placeOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % PARTS;
}
