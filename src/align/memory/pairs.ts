/**
 * What is kept of pairs of units, by left and then by right unit: their numbers, the lower one left, what their score is made from besides prominence
 * (`bareOf`), how close their headings are (NaN: null), and marks.
 */
export interface KeptPairs {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly bare: Float64Array;
  readonly headings: Float64Array;
  readonly marks: Uint8Array;
}

/** A pair with a code in common: the table of that code may ask for it though nobody did before. */
export const SHARES_CODE = 1;
/** A pair of two languages. */
export const IS_ACROSS = 2;

export const NO_PAIRS: KeptPairs = {
  left: new Uint32Array(0),
  right: new Uint32Array(0),
  bare: new Float64Array(0),
  headings: new Float64Array(0),
  marks: new Uint8Array(0),
};

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

/** A pair that was measured, by the numbers that its units are kept under. */
export interface NewPair {
  readonly left: number;
  readonly right: number;
  readonly bare: number;
  readonly headings: number | null;
  readonly marks: number;
}

/**
 * Some rows of those kept before, in order, and new pairs, the lower number left. `numbers` gives the numbers of units by those that they were kept under
 * before; the order of units is the same.
 */
export function mergePairs(
  old: KeptPairs,
  rows: Uint32Array,
  numbers: Int32Array,
  made: readonly NewPair[],
): KeptPairs {
  const fresh = [...made].sort((a, b) => a.left - b.left || a.right - b.right);
  const count = rows.length + fresh.length;
  const [left, right] = [new Uint32Array(count), new Uint32Array(count)];
  const [bare, headings, marks] = [new Float64Array(count), new Float64Array(count), new Uint8Array(count)];
  let [at, next] = [0, 0];
  const putFresh = (pair: NewPair): void => {
    left[at] = pair.left;
    right[at] = pair.right;
    bare[at] = pair.bare;
    headings[at] = pair.headings ?? Number.NaN;
    marks[at++] = pair.marks;
  };
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] as number;
    const [a, b] = [numbers[old.left[row] as number] as number, numbers[old.right[row] as number] as number];
    for (let pair = fresh[next]; pair !== undefined; pair = fresh[++next]) {
      if (pair.left > a || (pair.left === a && pair.right > b)) break;
      putFresh(pair);
    }
    left[at] = a;
    right[at] = b;
    bare[at] = old.bare[row] as number;
    headings[at] = old.headings[row] as number;
    marks[at++] = old.marks[row] as number;
  }
  for (const pair of fresh.slice(next)) putFresh(pair);
  return { left, right, bare, headings, marks };
}
