import type { InstrumentProfile } from '../profile.js';

/** What the other pairs of two instruments say about one pair; the same with the sides swapped. */
export type ContextFeatures = readonly [
  /** Evidence of the pair seen alone. */
  alone: number,
  /** Log of its share among the pairs of its left and of its right unit, mean of both. */
  mutual: number,
  /** How well the units beside the one go with those beside the other, [0,1]. */
  neighbours: number,
  /** How well the rest of their chapters go together. */
  chapters: number,
];

/** Units on each side that count as beside. */
const REACH = 2;
/** A neighbour on the wrong side counts this much: laws reorder. */
const CROSSED = 0.5;

/** The context of every pair, from the evidence of all pairs seen alone. Empty where a side has no units. */
export function contextOf(
  left: InstrumentProfile,
  right: InstrumentProfile,
  alone: readonly (readonly number[])[],
): readonly (readonly ContextFeatures[])[] {
  const [rows, columns] = [left.units.length, right.units.length];
  const ofRow = alone.map(logSum);
  const ofColumn = right.units.map((_, j) => logSum(alone.map((row) => row[j] ?? 0)));
  const mutual = alone.map((row, i) => row.map((z, j) => z - ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) / 2));
  const share = mutual.map((row) => Float64Array.from(row, Math.exp));
  const at = (i: number, j: number) => share[i]?.[j] ?? 0;
  const chapters = chapterSums(left, right, at);
  const beside = (i: number, j: number): number => {
    let sum = 0;
    for (let di = -REACH; di <= REACH; di++) {
      if (di === 0 || i + di < 0 || i + di >= rows) continue;
      let best = 0;
      for (let dj = -REACH; dj <= REACH; dj++) {
        if (dj === 0 || j + dj < 0 || j + dj >= columns) continue;
        best = Math.max(best, at(i + di, j + dj) * (di * dj < 0 ? CROSSED : 1));
      }
      sum += best / Math.abs(di);
    }
    return sum / 3;
  };
  return alone.map((row, i) =>
    row.map((z, j): ContextFeatures => {
      const neighbours = (beside(i, j) + transposed(i, j)) / 2;
      return [z, mutual[i]?.[j] ?? 0, neighbours, chapters(i, j)];
    }),
  );

  /** `beside` as the swapped pair would see it. */
  function transposed(i: number, j: number): number {
    let sum = 0;
    for (let dj = -REACH; dj <= REACH; dj++) {
      if (dj === 0 || j + dj < 0 || j + dj >= columns) continue;
      let best = 0;
      for (let di = -REACH; di <= REACH; di++) {
        if (di === 0 || i + di < 0 || i + di >= rows) continue;
        best = Math.max(best, at(i + di, j + dj) * (di * dj < 0 ? CROSSED : 1));
      }
      sum += best / Math.abs(dj);
    }
    return sum / 3;
  }
}

/** For a pair, the shares of all other pairs of its two chapters, over the root of the chapters' sizes. */
function chapterSums(
  left: InstrumentProfile,
  right: InstrumentProfile,
  at: (i: number, j: number) => number,
): (i: number, j: number) => number {
  const [rows, columns] = [numbered(left), numbered(right)];
  const sums = new Float64Array(rows.sizes.length * columns.sizes.length);
  const key = (i: number, j: number) => (rows.of[i] ?? 0) * columns.sizes.length + (columns.of[j] ?? 0);
  for (let i = 0; i < rows.of.length; i++)
    for (let j = 0; j < columns.of.length; j++) sums[key(i, j)] = (sums[key(i, j)] ?? 0) + at(i, j);
  return (i, j) => {
    const sizes = (rows.sizes[rows.of[i] ?? 0] ?? 1) * (columns.sizes[columns.of[j] ?? 0] ?? 1);
    return Math.max(0, (sums[key(i, j)] ?? 0) - at(i, j)) / Math.sqrt(sizes);
  };
}

function numbered(profile: InstrumentProfile): { readonly of: readonly number[]; readonly sizes: readonly number[] } {
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  const of = profile.units.map((u) => {
    const n = numbers.get(u.chapter) ?? numbers.size;
    numbers.set(u.chapter, n);
    sizes[n] = (sizes[n] ?? 0) + 1;
    return n;
  });
  return { of, sizes };
}

function logSum(values: readonly number[]): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const v of values) top = Math.max(top, v);
  let sum = 0;
  for (const v of values) sum += Math.exp(v - top);
  return values.length === 0 ? 0 : top + Math.log(sum);
}
