import type { Features } from '../pair/features.js';

/** What two units have in common, as `candidate` finds it. */
export interface Measured {
  readonly features: Features;
  readonly score: number;
}

/** Pairs as they are kept, by left and then by right unit: units by number, and a row of figures for each pair. NaN is a feature that says nothing. */
export interface KeptPairs {
  readonly names: readonly string[];
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly rows: Float64Array;
}

export const NO_PAIRS: KeptPairs = {
  names: [],
  left: new Uint32Array(0),
  right: new Uint32Array(0),
  rows: new Float64Array(0),
};

/** Whether two units are of two languages is known without measuring, and is no number. */
const FLAG = 'isAcross';

/** Where in the columns the pairs of each left unit begin, and behind the last of `count` units where all end. */
export function beginnings({ left }: KeptPairs, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const unit of left) starts[unit + 1] = (starts[unit + 1] ?? 0) + 1;
  for (let unit = 0; unit < count; unit += 1) starts[unit + 1] = (starts[unit + 1] ?? 0) + (starts[unit] ?? 0);
  return starts;
}

/** The row of a pair, the lower number first; -1 where it is not kept. */
export function rowOf({ right }: KeptPairs, starts: Uint32Array, a: number, b: number): number {
  let [low, high] = [starts[a] ?? 0, (starts[a + 1] ?? 0) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = right[middle] ?? 0;
    if (found === b) return middle;
    if (found < b) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** A pair to be kept: the numbers of its units, the lower first, with its row among those kept before or with what was just measured of it. */
export type Pair = readonly [left: number, right: number, Measured | number];

/** Packs pairs, those of which `old` has rows as they stand there. */
export function packPairs(pairs: readonly Pair[], old: KeptPairs): KeptPairs {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const names = old.names.length > 0 ? old.names : namesIn(pairs);
  const width = names.length + 1;
  const rows = new Float64Array(sorted.length * width);
  for (const [n, [, , made]] of sorted.entries()) {
    if (typeof made === 'number') rows.set(old.rows.subarray(made * width, (made + 1) * width), n * width);
    else {
      const values = made.features as unknown as Readonly<Record<string, number | null>>;
      for (const [at, name] of names.entries()) rows[n * width + at] = values[name] ?? Number.NaN;
      rows[n * width + names.length] = made.score;
    }
  }
  const column = (side: 0 | 1): Uint32Array => Uint32Array.from(sorted, (pair) => pair[side]);
  return { names, left: column(0), right: column(1), rows };
}

function namesIn(pairs: readonly Pair[]): readonly string[] {
  for (const [, , made] of pairs)
    if (typeof made !== 'number') return Object.keys(made.features).filter((name) => name !== FLAG);
  return [];
}

/** The score of the pair in a row. */
export function scoreAt({ names, rows }: KeptPairs, row: number): number {
  return rows[(row + 1) * (names.length + 1) - 1] ?? 0;
}

/** What was measured of the pair in a row. */
export function featuresAt({ names, rows }: KeptPairs, row: number, isAcross: boolean): Features {
  const from = row * (names.length + 1);
  const features: Record<string, number | boolean | null> = { [FLAG]: isAcross };
  names.forEach((name, at) => {
    const value = rows[from + at] ?? Number.NaN;
    features[name] = Number.isNaN(value) ? null : value;
  });
  return features as unknown as Features;
}
