import { NO_VECTOR, nameOf, type Vector } from '../words/bags.js';
import { at, type Column, column, joined, type Stretch } from './columns.js';

/** Some vectors of each unit. A length below 0 stands for a vector that there is none of. */
export interface KeptVectors {
  readonly lengths: Column<Int32Array>;
  readonly ids: Column<Int32Array>;
  readonly weights: Column<Float32Array>;
}

const NONE = -1;

/** Keeps the vectors of each unit. */
export function keepVectors(units: readonly (readonly (Vector | null)[])[]): KeptVectors {
  const flat = units.map((vectors) => vectors.flatMap((v) => v ?? []));
  return {
    lengths: column(
      Int32Array,
      units.map((vectors) => vectors.map((v) => v?.ids.length ?? NONE)),
    ),
    ids: column(
      Int32Array,
      flat.map((vectors) => vectors.flatMap((v) => [...v.ids])),
    ),
    weights: column(
      Float32Array,
      flat.map((vectors) => vectors.flatMap((v) => [...v.weights])),
    ),
  };
}

/** The vectors of one unit, as views of the columns. */
export function vectorsAt({ lengths, ids, weights }: KeptVectors, unit: number): readonly (Vector | null)[] {
  const [own, heavy] = [at(ids, unit), at(weights, unit)];
  let from = 0;
  return Array.from(at(lengths, unit), (length) => {
    if (length === NONE) return null;
    if (length === 0) return NO_VECTOR;
    from += length;
    return { ids: own.subarray(from - length, from), weights: heavy.subarray(from - length, from) };
  });
}

/** Whether these are the vectors of one unit, to the last bit. */
export function areVectorsAt(kept: KeptVectors, unit: number, vectors: readonly (Vector | null)[]): boolean {
  const held = vectorsAt(kept, unit);
  const isSame = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
    for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return false;
    return a.length === b.length;
  };
  return (
    held.length === vectors.length &&
    held.every((own, n) => {
      const other = vectors[n] ?? null;
      if (own === null || other === null) return own === other;
      return isSame(own.ids, other.ids) && isSame(own.weights, other.weights);
    })
  );
}

/** The first vector of one unit; empty where there is none. */
export function firstAt({ lengths, ids, weights }: KeptVectors, unit: number): Vector {
  const length = at(lengths, unit)[0] ?? 0;
  return length <= 0
    ? NO_VECTOR
    : { ids: at(ids, unit).subarray(0, length), weights: at(weights, unit).subarray(0, length) };
}

export function joinVectors(stretches: readonly Stretch<KeptVectors>[]): KeptVectors {
  const each = <K extends keyof KeptVectors>(name: K) => stretches.map((s) => ({ ...s, of: s.of[name] }));
  return {
    lengths: joined(Int32Array, each('lengths')),
    ids: joined(Int32Array, each('ids')),
    weights: joined(Float32Array, each('weights')),
  };
}

/**
 * Makes of places in a list of words the numbers that this process has for the words, ascending in each vector. Where nothing was read before, as in a
 * thread that was just started, the numbers are the places, and nothing is to be done.
 */
export function numbered(vectors: KeptVectors, numbers: Int32Array): KeptVectors {
  if (numbers.every((number, place) => number === place)) return vectors;
  const [ids, weights] = [new Int32Array(vectors.ids.values), new Float32Array(vectors.weights.values)];
  let from = 0;
  for (const length of vectors.lengths.values) {
    if (length <= 0) continue;
    const order = Array.from({ length }, (_, n): readonly [number, number] => [
      numbers[vectors.ids.values[from + n] ?? 0] ?? 0,
      vectors.weights.values[from + n] ?? 0,
    ]).sort((a, b) => a[0] - b[0]);
    for (const [n, [id, weight]] of order.entries()) {
      ids[from + n] = id;
      weights[from + n] = weight;
    }
    from += length;
  }
  return { ...vectors, ids: { ...vectors.ids, values: ids }, weights: { ...vectors.weights, values: weights } };
}

/** The words of these vectors in the order of their numbers, and the vectors with places in that list in the place of numbers: they stay ascending. */
export function worded(vectors: KeptVectors): {
  readonly words: readonly string[];
  readonly vectors: KeptVectors;
  readonly placeOf: (number: number) => number;
} {
  const most = vectors.ids.values.reduce((high, id) => Math.max(high, id), -1);
  const places = new Int32Array(most + 1).fill(NONE);
  for (const id of vectors.ids.values) places[id] = 0;
  const words: string[] = [];
  for (let id = 0; id <= most; id++) if (places[id] === 0) places[id] = words.push(nameOf(id)) - 1;
  const placeOf = (number: number): number => places[number] ?? NONE;
  return { words, placeOf, vectors: { ...vectors, ids: { ...vectors.ids, values: vectors.ids.values.map(placeOf) } } };
}
