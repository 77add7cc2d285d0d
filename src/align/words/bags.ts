/** Words of a text as numbers with their counts: what the many comparisons of alignment read, in flat arrays. */
export interface Bag {
  /** Ascending; each once. */
  readonly ids: Int32Array;
  readonly counts: Int32Array;
}

const numbers = new Map<string, number>();
const names: string[] = [];

/** The number of a word, the same for as long as the process lives. */
export function numberOf(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, names.length);
  names.push(word);
  return names.length - 1;
}

/** A bag from counts by number. */
export function toBag(counts: ReadonlyMap<number, number>): Bag {
  const ids = Int32Array.from(counts.keys()).sort();
  return { ids, counts: ids.map((id) => counts.get(id) ?? 0) };
}

/** In how many of the bags each number stands. */
export function countBags(bags: Iterable<Bag>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { ids } of bags) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** A bag under weights, with its Euclidean length. */
export interface Vector {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  readonly norm: number;
}

/** The bag with (1 + ln count) × `weigh(id)` for each number. */
export function toVector(bag: Bag, weigh: (id: number) => number): Vector {
  const weights = new Float64Array(bag.ids.length);
  let square = 0;
  for (let n = 0; n < weights.length; n++) {
    const count = bag.counts[n] ?? 1;
    const w = (count === 1 ? 1 : 1 + Math.log(count)) * weigh(bag.ids[n] ?? 0);
    weights[n] = w;
    square += w * w;
  }
  return { ids: bag.ids, weights, norm: Math.sqrt(square) };
}

/**
 * Cosine in [0,1]; 0 where a side is empty. Rounded to ten digits, because the order of summing follows the numbers and these follow
 * whatever was read before.
 */
export function cosine(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  let dot = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const x = a.ids[i] ?? 0;
    const y = b.ids[j] ?? 0;
    if (x === y) dot += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (x < y) i++;
    else j++;
  }
  return Math.min(1, Math.round((dot / (a.norm * b.norm)) * 1e10) / 1e10);
}
