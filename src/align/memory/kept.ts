import { deserialize, serialize } from 'node:v8';
import type { CodedInstrument } from '../../model/index.js';
import type { Common, Drawn } from '../many/field.js';
import { bareOf, type Candidate } from '../pair/links.js';
import type { UnitProfile } from '../profile.js';
import { type KeptDrawn, keepDrawn } from './drawn.js';
import { type KeptLinks, keepLinks, type Told } from './links.js';
import { IS_ACROSS, type KeptPairs, mergePairs, NO_PAIRS, SHARES_CODE } from './pairs.js';
import { joinUnits, type KeptUnits, keepUnits, NO_UNITS } from './units.js';
import { worded } from './vectors.js';

/** Bytes of another form are of another code, of which nothing could be taken up. */
const FORM = 3;

/** A comparison as it is remembered: of its units and what was found of them, in columns. Units are numbered in the order of the ids of their laws. */
export interface Kept {
  readonly form: typeof FORM;
  /** The code that made it. */
  readonly code: string;
  /** The key under which its results are kept; null where none was told. */
  readonly of: string | null;
  /** By id. */
  readonly laws: readonly { readonly id: string; readonly key: string; readonly count: number }[];
  /** For which the stems of units are places. */
  readonly words: readonly string[];
  readonly units: KeptUnits;
  readonly drawn: KeptDrawn | null;
  readonly pairs: KeptPairs;
  readonly links: KeptLinks;
  readonly tables: readonly KeptTable[];
}

/** A table, the words that it was folded to (`folded`), and the key of what it was made from. */
export interface KeptTable {
  readonly code: string;
  readonly key: string;
  readonly words: string;
}

const NOTHING: Kept = {
  form: FORM,
  code: '',
  of: null,
  laws: [],
  words: [],
  units: NO_UNITS,
  drawn: null,
  pairs: NO_PAIRS,
  links: keepLinks([], new Int32Array(0)),
  tables: [],
};

/** What is remembered in bytes that `toBytes` gave; nothing where there are none, or they are of another form or of other code. */
export function fromBytes(bytes: Uint8Array | null, code: string): Kept {
  const read = bytes === null ? NOTHING : (deserialize(bytes) as Partial<Kept>);
  return read.form === FORM && read.code === code ? (read as Kept) : NOTHING;
}

/** A law that was compared, and where its units begin among those kept before; -1 where they were read anew. */
export interface ComparedLaw {
  readonly id: string;
  readonly key: string;
  readonly coded: CodedInstrument;
  readonly units: readonly UnitProfile[];
  readonly first: number;
}

/** A comparison as it was made; units have the numbers of the order in which they were asked for. */
export interface Made {
  readonly code: string;
  readonly of: string | null;
  readonly laws: readonly ComparedLaw[];
  readonly numbers: ReadonlyMap<UnitProfile, number>;
  /** By these numbers those under which the units, or units like them, were kept before; -1 where there was none. */
  readonly before: readonly number[];
  readonly drawn: {
    readonly from: readonly number[];
    readonly lists: readonly Drawn[];
    readonly common: Common;
  } | null;
  readonly measured: Iterable<Candidate>;
  /** Rows among the pairs kept before that were asked for. */
  readonly isUsed: Uint8Array;
  readonly told: readonly Told[];
  readonly tables: readonly KeptTable[];
}

/** The bytes of a comparison that took up what was kept before, `old`, with `units` as they stand in this process. */
export function toBytes(made: Made, old: Kept, units: KeptUnits): Uint8Array {
  const laws = [...made.laws].sort((a, b) => (a.id < b.id ? -1 : 1));
  // The numbers that units are kept under, by those that they have in this comparison and by those that they were kept under before.
  const now = new Int32Array(made.numbers.size);
  const again = new Int32Array(old.units.eIds.length).fill(-1);
  const numberOf = (unit: UnitProfile): number => now[made.numbers.get(unit) ?? 0] ?? 0;
  let count = 0;
  for (const law of laws)
    for (const unit of law.units) {
      const number = made.numbers.get(unit) ?? 0;
      const was = made.before[number] ?? -1;
      now[number] = count;
      if (was >= 0) again[was] = count;
      count += 1;
    }
  const all = joinUnits(
    laws.map(({ first, units: own, coded }) =>
      first >= 0
        ? { of: units, from: first, to: first + own.length }
        : { of: keepUnits(own, coded), from: 0, to: own.length },
    ),
  );
  const { words, vectors: stems, placeOf } = worded(all.stems);
  const { drawn } = made;
  const kept: Kept = {
    form: FORM,
    code: made.code,
    of: made.of,
    laws: laws.map(({ id, key, units: own }) => ({ id, key, count: own.length })),
    words,
    units: { ...all, stems },
    drawn:
      drawn?.from.length === count
        ? keepDrawn(drawn.lists, drawn.common, (place) => now[drawn.from[place] ?? 0] ?? 0, placeOf)
        : null,
    pairs: mergePairs(
      old.pairs,
      rowsToKeep(old.pairs, made.isUsed, again),
      again,
      Array.from(made.measured, ({ left, right, features, headings }) => {
        const [a, b] = [numberOf(left), numberOf(right)];
        const marks = (shareCode(left, right) ? SHARES_CODE : 0) + (features.isAcross ? IS_ACROSS : 0);
        const bare = bareOf(left, right, features);
        return { left: Math.min(a, b), right: Math.max(a, b), bare, headings, marks };
      }),
    ),
    links: keepLinks(made.told, now),
    tables: made.tables,
  };
  return serialize(kept);
}

/** Pairs of units that are still there, if they were asked for, or may be for a table. */
function rowsToKeep({ left, right, marks }: KeptPairs, isUsed: Uint8Array, again: Int32Array): Uint32Array {
  const rows = new Uint32Array(left.length);
  let count = 0;
  for (let row = 0; row < left.length; row++) {
    const isWanted = isUsed[row] === 1 || ((marks[row] as number) & SHARES_CODE) > 0;
    if (isWanted && (again[left[row] as number] as number) >= 0 && (again[right[row] as number] as number) >= 0)
      rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function shareCode(a: UnitProfile, b: UnitProfile): boolean {
  for (const code of a.codes.keys()) if (b.codes.has(code)) return true;
  return false;
}
